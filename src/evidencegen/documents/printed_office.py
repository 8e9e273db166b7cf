"""A finished Word document or workbook, read back: its words, tables and stored numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from evidencegen.documents.tagged_tables import TaggedTable
from evidencegen.release.finished import pages
from evidencegen.release.finished_page import Unread

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORDS_IN = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_STYLES = "word/styles.xml"
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_CELLS_IN = re.compile(r"xl/worksheets/sheet\d+\.xml in ")
_SHARED = "xl/sharedStrings.xml in "


@dataclass(frozen=True)
class Stored:
    """A number as a cell stores it, however it is shown; `is_share` where it is shown as a percentage."""

    where: str
    number: float
    is_share: bool


@dataclass(frozen=True)
class PrintedOffice:
    """What lies in the file. `texts` are words with the words for where they stand, those that nobody sees too."""

    texts: tuple[tuple[str, str], ...] = ()
    tables: tuple[TaggedTable, ...] = ()
    numbers: tuple[Stored, ...] = ()


def printed_word(path: Path) -> PrintedOffice:
    """A Word document. Numbers of notes, set small and high, stand apart from the words before them.

    Raises:
        ValueError: it is none, or is packed in a way that cannot be undone.
    """
    beside = [(where, text) for where, text in _beside(path) if not _WORDS_IN.match(where)]
    try:
        with ZipFile(path) as packed:
            parts = {n: _xml(packed.read(n)) for n in packed.namelist() if _WORDS_IN.fullmatch(n)}
            styles = _xml(packed.read(_STYLES)) if _STYLES in packed.namelist() else ElementTree.Element("none")
    except (BadZipFile, ElementTree.ParseError, RuntimeError, NotImplementedError, EOFError) as error:
        raise ValueError("it is no Word document") from error
    if "word/document.xml" not in parts:
        raise ValueError("it is no Word document")
    raised = frozenset(_raised_styles(styles))
    texts = []
    for name, root in parts.items():
        where = (
            "in the text" if name == "word/document.xml" else f"in {name.removeprefix('word/').removesuffix('.xml')}"
        )
        texts += [(where, words) for p in root.iter(f"{_W}p") if (words := _paragraph(p, raised)).strip()]
    return PrintedOffice((*texts, *beside), tuple(_word_tables(parts["word/document.xml"], raised)))


def _xml(part: bytes) -> ElementTree.Element:
    """One part of an Office document; these declare no entities of their own.

    Raises:
        ValueError: this one does, or is no XML.
    """
    if b"<!DOCTYPE" in part:
        raise ValueError("it declares what no Office document declares")
    return ElementTree.fromstring(part)  # noqa: S314 - nothing is declared, so nothing can grow


def _raised_styles(styles: ElementTree.Element) -> Iterator[str]:
    """The styles of letters that are set small and high, as the numbers of notes are."""
    for style in styles.iter(f"{_W}style"):
        if _is_raised(style):
            yield style.get(f"{_W}styleId", "")


def _is_raised(element: ElementTree.Element) -> bool:
    return any(one.get(f"{_W}val") == "superscript" for one in element.iterfind(f"{_W}rPr/{_W}vertAlign"))


def _word_tables(root: ElementTree.Element, raised: frozenset[str]) -> Iterator[TaggedTable]:
    for number, table in enumerate(root.iter(f"{_W}tbl"), 1):
        rows = (tuple(_cell(cell, raised) for cell in row.iterfind(f"{_W}tc")) for row in table.iterfind(f"{_W}tr"))
        yield TaggedTable(1, tuple(rows), f"in table {number}")


def _cell(cell: ElementTree.Element, raised: frozenset[str]) -> str:
    return " ".join(" ".join(_paragraph(p, raised, notes=False) for p in cell.iter(f"{_W}p")).split())


def _paragraph(paragraph: ElementTree.Element, raised: frozenset[str], *, notes: bool = True) -> str:
    """The words of a paragraph's runs, joined; the numbers of notes apart, or left out."""
    told = []
    for run in paragraph.iter(f"{_W}r"):
        words = "".join(_BREAKS.get(one.tag, one.text or "" if one.tag == f"{_W}t" else "") for one in run)
        style = run.find(f"{_W}rPr/{_W}rStyle")
        if _is_raised(run) or (style is not None and style.get(f"{_W}val") in raised):
            words = f" {words} " if notes else ""
        told.append(words)
    return "".join(told)


def printed_workbook(path: Path) -> PrintedOffice:
    """An Excel workbook: every sheet, hidden ones too. Where tables are marked on a sheet, these are its tables;
    elsewhere the whole sheet is one.

    Raises:
        ValueError: it is none, or is packed in a way that cannot be undone.
    """
    from openpyxl import load_workbook  # slow to import
    from openpyxl.utils.exceptions import InvalidFileException

    beside = [(where, text) for where, text in _beside(path) if not _CELLS_IN.match(where)]
    try:
        book = load_workbook(path)
    except (InvalidFileException, BadZipFile, KeyError, ElementTree.ParseError, TypeError, OSError) as error:
        raise ValueError("it is no workbook") from error
    found = _Cells()
    for sheet in book.worksheets:
        found.take(sheet)
    shown = {line for _, text in found.texts for line in text.splitlines()}
    for where, text in beside:
        lines = [line for line in text.splitlines() if not (where.startswith(_SHARED) and line in shown)]
        found.texts.append((where, "\n".join(lines)))
    return PrintedOffice(tuple(found.texts), tuple(found.tables), tuple(found.numbers))


@dataclass
class _Cells:
    """The cells of a workbook, gathered sheet by sheet."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    tables: list[TaggedTable] = field(default_factory=list)
    numbers: list[Stored] = field(default_factory=list)

    def take(self, sheet: Any) -> None:
        """Take in one sheet."""
        name = f'on the sheet "{sheet.title}"'
        self.texts.append((name, sheet.title))
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                    self.numbers.append(
                        Stored(f"{name}, cell {cell.coordinate}", cell.value, "%" in cell.number_format)
                    )
                elif cell.value is not None:
                    self.texts.append((f"{name}, cell {cell.coordinate}", str(cell.value)))
        marked = [sheet[table.ref] for table in sheet.tables.values()] or [tuple(sheet.iter_rows())]
        for cells in marked:
            rows = tuple(tuple(_as_shown(cell) for cell in row) for row in cells)
            if any(any(row) for row in rows):
                self.tables.append(TaggedTable(1, rows, name))


def _as_shown(cell: Any) -> str:
    """A cell in words: a share as a percentage, with every digit that is stored."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value * 100:.10g}%" if "%" in cell.number_format else f"{value:.15g}"
    return " ".join(str(value).split())


def _beside(path: Path) -> Iterator[tuple[str, str]]:
    """The words of all parts of the file, as the search for names reads them, by the part they stand in.

    Raises:
        ValueError: the file as a whole could not be read.
    """
    for page in pages(path):
        if isinstance(page, Unread):
            if page.called == "the text":
                raise ValueError(page.why)
        elif page.called.startswith("what "):
            yield "in what no page shows", page.text
        else:
            yield page.called, page.text
