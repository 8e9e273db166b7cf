"""The figures of a draft as a workbook by the guidance of the Government Analysis Function.

A cover, notes, then one table a sheet; numbers as numbers, nothing merged and nothing hidden.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from textwrap import wrap
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from evidencegen.documents.format import Filled, Format, Written
from evidencegen.documents.sheets import NOT_FOR_RELEASE, Cell, Head, Holds, Share, Sheet, sheets
from evidencegen.packs.draft import Draft

FONT = "Arial"
TITLE, BODY = 14, 11
A4 = 9
COVER = "Cover"
COVER_WIDTH = 100
NARROWEST, WIDEST = 12, 48
PLAINLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CORE, LANGUAGE = "docProps/core.xml", "<dc:language>en-GB</dc:language>"
ALWAYS = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class _Styles:
    """How cells look: Arial throughout, words at the top left, numbers and marks to the right."""

    title: Any
    line: Any
    link: Any
    head: Any
    number_head: Any
    words: Any
    number: Any
    share: Any
    mark: Any


def _write(filled: Filled, path: Path) -> Written:
    """Made in memory and put in place in one step; the clock, the machine and its user are not asked."""
    import xlsxwriter  # slow to import

    draft, packed = filled.draft, io.BytesIO()
    font = {"font_name": FONT, "font_size": BODY}
    book = xlsxwriter.Workbook(packed, {"in_memory": True, "default_format_properties": font, **PLAINLY})
    moment = datetime.combine(draft.dated, time())
    subject = f"Figures for {draft.period}, as at {draft.as_at}"
    book.set_properties({"title": draft.title, "subject": subject, "author": draft.provider, "created": moment})
    styles, every = _styles(book), tuple(sheets(draft))
    _cover(book.add_worksheet(COVER), draft, every, styles)
    for sheet in every:
        _sheet(book.add_worksheet(sheet.name), draft, sheet, styles)
    book.close()
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(_in_our_language(packed.getvalue()))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return Written(f"{len(every) + 1} sheets", {"sheets": len(every) + 1})


XLSX = Format("xlsx", "a workbook of figures, one table a sheet", _write)


def _in_our_language(content: bytes) -> bytes:
    """The same workbook with its language among the properties, which xlsxwriter cannot set; its parts undated."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == CORE:
                part = part.replace(b"</cp:coreProperties>", f"{LANGUAGE}</cp:coreProperties>".encode())
            entry = ZipInfo(name, ALWAYS)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            target.writestr(entry, part)
    return out.getvalue()


def _styles(book: Any) -> _Styles:
    def style(**more: Any) -> Any:
        return book.add_format({"font_name": FONT, "font_size": BODY, "valign": "top", **more})

    head = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1}
    return _Styles(
        title=style(bold=True, font_size=TITLE),
        line=style(),
        link=style(font_color="#0563C1", underline=1),
        head=style(**head),
        number_head=style(**head, align="right"),
        words=style(text_wrap=True, num_format="@"),
        number=style(num_format="#,##0", align="right"),
        share=style(num_format="0%", align="right"),
        mark=style(num_format="@", align="right"),
    )


def _cover(page: Any, draft: Draft, every: Sequence[Sheet], styles: _Styles) -> None:
    """One column: what the workbook is, by whom, for when, under which rule, and where each sheet is."""
    page.set_column(0, 0, COVER_WIDTH)
    page.hide_gridlines(2)
    lines = [
        draft.provider,
        f"Period: {draft.period}",
        f"As at: {draft.as_at}",
        *([] if draft.profile.for_release else [NOT_FOR_RELEASE]),
        "Each figure of this workbook stands in the pack of the same name, in the words of the column “As printed”.",
        "Who may see what",
        draft.profile.words,
        "Contents",
    ]
    headings = ("Who may see what", "Contents")
    page.write_string(0, 0, draft.title, styles.title)
    row = 1
    for words in lines:
        page.write_string(row, 0, words, styles.title if words in headings else styles.words)
        row += 1
    for sheet in every:
        called = sheet.name if sheet.name == sheet.title else f"{sheet.name}: {sheet.title}"
        page.write_url(row, 0, f"internal:'{sheet.name}'!A1", styles.link, called)
        row += 1
    _for_print(page, draft)


def _sheet(page: Any, draft: Draft, sheet: Sheet, styles: _Styles) -> None:
    """Title, the lines above the table, and the table: its head stays in sight and is printed on every page."""
    widths = [_width(head, [row[n] for row in sheet.rows]) for n, head in enumerate(sheet.heads)]
    page.write_string(0, 0, sheet.title, styles.title)
    above = [words for line in sheet.above for words in wrap(line, max(sum(widths), COVER_WIDTH))]
    for row, words in enumerate(above, 1):
        page.write_string(row, 0, words, styles.line)
    top = len(above) + 2
    page.write_url(top - 1, 0, f"internal:'{COVER}'!A1", styles.link, "Back to the contents")
    for column, (head, width) in enumerate(zip(sheet.heads, widths, strict=True)):
        page.set_column(column, column, width)
        for row, cells in enumerate(sheet.rows, top + 1):
            _put(page, row, column, cells[column], head, styles)
    columns = [{"header": h.words, "header_format": _head_style(h, styles)} for h in sheet.heads]
    last = top + max(len(sheet.rows), 1)
    looks = {"name": sheet.table, "columns": columns, "autofilter": False, "style": "Table Style Light 1"}
    page.add_table(top, 0, last, len(columns) - 1, looks)
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(top)
    _for_print(page, draft)


def _head_style(head: Head, styles: _Styles) -> Any:
    return styles.head if head.holds is Holds.WORDS else styles.number_head


def _put(page: Any, row: int, column: int, cell: Cell, head: Head, styles: _Styles) -> None:
    if isinstance(cell, Share):
        page.write_number(row, column, cell.per_cent / 100, styles.share)
    elif isinstance(cell, int):
        page.write_number(row, column, cell, styles.number)
    else:
        page.write_string(row, column, cell, styles.words if head.holds is Holds.WORDS else styles.mark)


def _width(head: Head, cells: Sequence[Cell]) -> int:
    """Wide enough for the longest word of the head and the longest cell, within bounds; longer words wrap."""
    longest = max((len(c) if isinstance(c, str) else len("100,000") for c in cells), default=0)
    return min(max(NARROWEST, longest + 3, *(len(word) + 3 for word in head.words.split())), WIDEST)


def _for_print(page: Any, draft: Draft) -> None:
    """A4 across, as wide as one page."""
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RPage &P of &N")
    if not draft.profile.for_release:
        page.set_header(f"&C{NOT_FOR_RELEASE}")
