"""The cells of an Excel workbook, and what it holds besides."""

import gc
import posixpath
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from evidencegen.intake.address import row_and_column
from evidencegen.intake.bounds import MOST_NOTES, MOST_SHEETS, Allowance, TooLargeError
from evidencegen.intake.excel_rows import read_rows
from evidencegen.intake.excel_styles import read_styles
from evidencegen.intake.excel_texts import read_texts
from evidencegen.intake.excel_value import References, Styles
from evidencegen.intake.excel_xml import Attributes, Parts, UnsafeError, refuse_many_parts, walk
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.unopened import damaged, too_large, unopened, unsafe

TEMPLATE_PROPERTY = "evidencegen-template"
_IGNORED = {
    "vbaProject": "macros",
    "xlMacrosheet": "macros",
    "xlIntlMacrosheet": "macros",
    "externalLink": "links to other workbooks",
    "connections": "data connections",
    "chartsheet": "chart sheets",
    "dialogsheet": "dialogue sheets",
}
_DAMAGED = (BadZipFile, expat.ExpatError, LookupError, ValueError, EOFError, NotImplementedError, OSError, RuntimeError,
            ZlibError)  # fmt: skip


@dataclass(frozen=True)
class Contents:
    """The sheets of a workbook in their order, the register that our own blank workbook was for, and what else
    the file carries and was never opened, such as "macros".
    """

    sheets: tuple[Sheet, ...]
    template: str = ""
    ignored: tuple[str, ...] = ()


def read_excel(file: str, packed: IO[bytes]) -> Contents:
    """Everything that stands in the cells of a workbook.

    Raises:
        EvidenceError: the file is cut short, unsafe, too large, or no workbook of cells.
    """
    try:
        size = packed.seek(0, 2)
        refuse_many_parts(packed)
        with _without_collection(), ZipFile(packed) as archive:
            return _contents(file, Parts(archive, Allowance(size)))
    except UnsafeError as refused:
        raise unsafe(file, str(refused)) from None
    except TooLargeError as refused:
        raise too_large(file, str(refused)) from None
    except _DAMAGED:
        raise damaged(file) from None


@contextmanager
def _without_collection() -> Iterator[None]:
    """No search for unused cycles meanwhile: millions of cells hold none, and it takes a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _contents(file: str, parts: Parts) -> Contents:
    main = next((t for t, k in related_to(parts, "").values() if k == "officeDocument"), "xl/workbook.xml")
    if main not in parts or not main.endswith(".xml") or main.startswith(("word/", "ppt/")):
        raise unopened(
            "file.not_a_workbook",
            file,
            "a file that is packed like a workbook, but holds no sheets that can be read here",
            "open it in the program that made it and save it as an Excel workbook (.xlsx)",
        )
    listed, counts_from_1904 = _listed(parts, main)
    if len(listed) > MOST_SHEETS:
        raise TooLargeError(f"a workbook of {len(listed):,} sheets")
    related = related_to(parts, main)
    shared = next((t for t, k in related.values() if k == "sharedStrings"), "")
    styles = next((t for t, k in related.values() if k == "styles"), "")
    texts, struck = read_texts(parts, shared) if shared in parts else ((), frozenset())
    looks = _styles(parts, styles)
    references = References(texts, struck, looks or Styles(), counts_from_1904)
    sheets = []
    for name, state, relation in listed:
        target, kind = related.get(relation, ("", ""))
        if kind == "worksheet" and target in parts:
            look = read_rows(parts.chunks(target), references, parts.allowance)
            sheet = look.sheet(file, name, state == "visible", _noted(parts, target))
            sheets.append(replace(sheet, very_hidden=state == "veryHidden"))
    ignored = [_IGNORED[kind] for _, kind in related.values() if kind in _IGNORED]
    ignored += ["embedded files"] * any("/embeddings/" in name for name in parts.names)
    ignored += ["damaged cell formats"] * (looks is None)
    return Contents(tuple(sheets), _template(parts), tuple(dict.fromkeys(ignored)))


def _styles(parts: Parts, path: str) -> Styles | None:
    """The looks of cells, or None where that part is damaged: then days come as numbers, and are asked about."""
    try:
        return read_styles(parts, path) if path in parts else Styles()
    except expat.ExpatError:
        return None


def related_to(parts: Parts, part: str) -> dict[str, tuple[str, str]]:
    """Parts that `part` speaks of, by relation: where each lies and what kind it is."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes["Target"].replace("\\", "/")
            whole = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes["Id"]] = (whole, attributes["Type"].rpartition("/")[2])

    if path in parts:
        walk(parts, path, start)
    return found


def _listed(parts: Parts, main: str) -> tuple[list[tuple[str, str, str]], bool]:
    sheets: list[tuple[str, str, str]] = []
    epoch: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            relation = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id" and ":" in k), "")
            sheets.append((attributes.get("name", ""), attributes.get("state", "visible"), relation))
        elif name == "workbookPr":
            epoch.append(attributes.get("date1904", "0"))

    walk(parts, main, start)
    return sheets, epoch[:1] in (["1"], ["true"])


def _noted(parts: Parts, sheet: str) -> dict[int, int]:
    """How many cells carry a note or comment, by row; a thread of comments is kept with a note on the same cell."""
    cells: set[str] = set()

    def start(name: str, attributes: Attributes) -> None:
        if name in ("comment", "threadedComment"):
            cells.add(attributes.get("ref", ""))
            if len(cells) > MOST_NOTES:
                raise TooLargeError(f"a sheet with more than {MOST_NOTES:,} notes")

    for target, kind in related_to(parts, sheet).values():
        if kind in ("comments", "threadedComment") and target in parts:
            walk(parts, target, start)
    return dict(sorted(Counter(_rows_of(cells)).items()))


def _rows_of(addresses: set[str]) -> Iterator[int]:
    for address in addresses:
        try:
            yield row_and_column(address)[0]
        except ValueError:
            continue


def _template(parts: Parts) -> str:
    words: list[str] = []
    inside = {"ours": False}

    def start(name: str, attributes: Attributes) -> None:
        if name == "property":
            inside["ours"] = attributes.get("name") == TEMPLATE_PROPERTY

    def text(value: str) -> None:
        if inside["ours"]:
            words.append(value)

    if "docProps/custom.xml" in parts:
        walk(parts, "docProps/custom.xml", start, text=text)
    return "".join(words).strip()
