"""The tables of a finished PDF, read through its tags, as software that reads aloud would find them."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class TaggedTable:
    """One table of one page: its rows as the words of their cells, heads included.

    `called` are the words for where it stands in a document that has no pages, such as a sheet.
    """

    page: int
    rows: tuple[tuple[str, ...], ...]
    called: str = ""

    @property
    def where(self) -> str:
        """Where it stands: `on page 2`, `on the sheet "Notes"`."""
        return self.called or f"on page {self.page}"


def tagged_tables(path: Path) -> tuple[TaggedTable, ...]:
    """Every table of a PDF in the order of its pages; none where it has no tags. A table over two pages is two.

    Raises:
        ValueError: it is no PDF, or cannot be opened.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise ValueError from error
    try:
        return tuple(table for number in range(len(document)) for table in _on_page(document[number], number + 1))
    finally:
        document.close()


def _on_page(page: Any, number: int) -> Iterator[TaggedTable]:
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    texts = _texts(page)
    try:
        tops = (raw.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(raw.FPDF_StructTree_CountChildren(tree)))
        for top in tops:
            for table in _inside(top, "Table"):
                rows = (tuple(_words(cell, texts) for cell in _children(row)) for row in _inside(table, "TR"))
                yield TaggedTable(number, tuple(rows))
    finally:
        raw.FPDF_StructTree_Close(tree)


def _inside(element: Any, kind: str) -> Iterator[Any]:
    """The element, or those within it, of one kind; none within another of that kind."""
    if _kind(element) == kind:
        yield element
        return
    for child in _children(element):
        yield from _inside(child, kind)


def _children(element: Any) -> list[Any]:
    from pypdfium2 import raw

    every = range(raw.FPDF_StructElement_CountChildren(element))
    return [child for n in every if (child := raw.FPDF_StructElement_GetChildAtIndex(element, n))]


def _kind(element: Any) -> str:
    from pypdfium2 import raw

    length = raw.FPDF_StructElement_GetType(element, None, 0)
    letters = ctypes.create_string_buffer(max(length, 2))
    raw.FPDF_StructElement_GetType(element, letters, length)
    return letters.raw[: max(length - 2, 0)].decode("utf-16-le")


def _words(element: Any, texts: dict[int, str]) -> str:
    """The text of an element and of all within it, in the order of reading."""
    return " ".join("".join(texts.get(mark, "") for mark in _marks(element)).split())


def _marks(element: Any) -> Iterator[int]:
    from pypdfium2 import raw

    for n in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, n):
            yield from _marks(child)
        elif (mark := raw.FPDF_StructElement_GetChildMarkedContentID(element, n)) >= 0:
            yield mark


def _texts(page: Any) -> dict[int, str]:
    """The text of each piece of marked content on a page, by its number."""
    from pypdfium2 import raw

    page_text = page.get_textpage()
    texts: dict[int, str] = {}
    for n in range(raw.FPDFPage_CountObjects(page.raw)):
        one = raw.FPDFPage_GetObject(page.raw, n)
        mark = raw.FPDFPageObj_GetMarkedContentID(one)
        if mark < 0 or raw.FPDFPageObj_GetType(one) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        length = raw.FPDFTextObj_GetText(one, page_text.raw, None, 0)
        letters = (ctypes.c_ushort * (length // 2 + 1))()
        raw.FPDFTextObj_GetText(one, page_text.raw, ctypes.cast(letters, ctypes.POINTER(raw.FPDF_WCHAR)), length)
        texts[mark] = f"{texts.get(mark, '')} {bytes(letters)[: max(length - 2, 0)].decode('utf-16-le')}"
    return texts
