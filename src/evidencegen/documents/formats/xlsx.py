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
from evidencegen.documents.sheet import Cell, Head, Holds, Share, Sheet, Tenths
from evidencegen.documents.sheets import NOT_FOR_RELEASE, not_laid_out, sheets
from evidencegen.packs.draft import Draft

FONT = "Arial"
TITLE, BODY = 14, 11
A4 = 9
COVER = "Cover"
COVER_WIDTH, UPRIGHT = 100, 110
"""In letters: the width of the cover, and the widest table that is printed on an upright page."""
RULE, CONTENTS, NO_SHEET = "Who may see what", "Contents", "Without a sheet, since nothing can be shown"
OF_ONE_NAME = ("notes", "case_studies")
NARROWEST, NARROWEST_NUMBER = 12, 15
LINE_HIGH, TITLE_HIGH, HEADING_HIGH = 15, 21, 32
MARGIN = 0.4
PLAINLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CORE, LANGUAGE = "docProps/core.xml", "<dc:language>en-GB</dc:language>"
ALWAYS = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class _Styles:
    """How cells look: Arial throughout, words at the top left, numbers and marks to the right."""

    title: Any
    heading: Any
    line: Any
    link: Any
    wrapped_link: Any
    head: Any
    first_head: Any
    number_head: Any
    words: Any
    first: Any
    number: Any
    tenths: Any
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

    link = {"font_color": "#0563C1", "underline": 1}
    head = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1}
    return _Styles(
        title=style(bold=True, font_size=TITLE),
        heading=style(bold=True, font_size=TITLE, valign="bottom"),
        line=style(),
        link=style(**link),
        wrapped_link=style(**link, text_wrap=True),
        head=style(**head, align="left", indent=1),
        first_head=style(**head),
        number_head=style(**head, align="right"),
        words=style(text_wrap=True, num_format="@", align="left", indent=1),
        first=style(text_wrap=True, num_format="@"),
        number=style(num_format="#,##0", align="right"),
        tenths=style(num_format="#,##0.0", align="right"),
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
        "Each figure stands twice: its numbers in cells of their own, and in words as a sentence would give it.",
        RULE,
        draft.profile.words,
        CONTENTS,
    ]
    left = tuple(not_laid_out(draft))
    page.set_row(0, TITLE_HIGH)
    page.write_string(0, 0, draft.title, styles.title)
    _tell(page, 1, lines, styles)
    for row, sheet in enumerate(every, len(lines) + 1):
        called = sheet.title if sheet.table in OF_ONE_NAME else f"{sheet.name}: {sheet.title}"
        page.set_row(row, LINE_HIGH * _lines(called, COVER_WIDTH))
        page.write_url(row, 0, f"internal:'{sheet.name}'!A1", styles.wrapped_link, called)
    _tell(page, len(lines) + len(every) + 1, (NO_SHEET, *left) if left else (), styles)
    _for_print(page, draft, upright=True)


def _tell(page: Any, top: int, lines: Sequence[str], styles: _Styles) -> None:
    """Lines of the cover from a row on, its headings larger."""
    for row, words in enumerate(lines, top):
        heads = words in (RULE, CONTENTS, NO_SHEET)
        page.set_row(row, HEADING_HIGH if heads else LINE_HIGH * _lines(words, COVER_WIDTH))
        page.write_string(row, 0, words, styles.heading if heads else styles.first)


def _sheet(page: Any, draft: Draft, sheet: Sheet, styles: _Styles) -> None:
    """Title, the lines above the table, and the table: its head stays in sight and is printed on every page."""
    widths = [_width(head, [row[n] for row in sheet.rows]) for n, head in enumerate(sheet.heads)]
    page.set_row(0, TITLE_HIGH)
    page.write_string(0, 0, sheet.title, styles.title)
    above = [words for line in sheet.above for words in wrap(line, max(sum(widths), COVER_WIDTH))]
    for row, words in enumerate(above, 1):
        page.write_string(row, 0, words, styles.line)
    top = len(above) + 2
    page.write_url(top - 1, 0, f"internal:'{COVER}'!A1", styles.link, "Back to the contents")
    page.set_row(top, LINE_HIGH * max(_lines(h.words, width) for h, width in zip(sheet.heads, widths, strict=True)))
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for row, cells in enumerate(sheet.rows, top + 1):
        fitting = [_lines(cell, width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str)]
        page.set_row(row, LINE_HIGH * max(fitting, default=1))
        for column, (cell, head) in enumerate(zip(cells, sheet.heads, strict=True)):
            _put(page, row, column, cell, head, styles)
    columns = [{"header": h.words, "header_format": _head_style(n, h, styles)} for n, h in enumerate(sheet.heads)]
    last = top + max(len(sheet.rows), 1)
    looks = {"name": sheet.table, "columns": columns, "autofilter": False, "style": "Table Style Light 1"}
    if page.add_table(top, 0, last, len(columns) - 1, looks):
        raise ValueError(f"no table can be marked as {sheet.table!r}: two heads are alike, or it cannot be called so")
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(top)
    _for_print(page, draft, upright=sum(widths) <= UPRIGHT)


def _head_style(column: int, head: Head, styles: _Styles) -> Any:
    if head.holds is not Holds.WORDS:
        return styles.number_head
    return styles.head if column else styles.first_head


def _put(page: Any, row: int, column: int, cell: Cell, head: Head, styles: _Styles) -> None:
    if isinstance(cell, Share):
        page.write_number(row, column, cell.per_cent / 100, styles.share)
    elif isinstance(cell, Tenths):
        page.write_number(row, column, cell.tenths / 10, styles.tenths)
    elif isinstance(cell, int):
        page.write_number(row, column, cell, styles.number)
    else:
        words = styles.words if column else styles.first
        page.write_string(row, column, cell, words if head.holds is Holds.WORDS else styles.mark)


def _width(head: Head, cells: Sequence[Cell]) -> int:
    """Wide enough for the longest word of the head and the longest cell, within bounds."""
    longest = max((len(c) if isinstance(c, str) else len("100,000") for c in cells), default=0)
    narrowest = NARROWEST if head.holds is Holds.WORDS else NARROWEST_NUMBER
    return min(
        max(narrowest, longest + 3, *(len(word) + 3 for word in head.words.split())), max(narrowest, head.widest)
    )


def _lines(words: str, width: int) -> int:
    """How many lines words take in a column, rather one too many: a row that is too low hides words."""
    return sum(max(len(wrap(part, width - 2)), 1) for part in words.splitlines()) or 1


def _for_print(page: Any, draft: Draft, *, upright: bool) -> None:
    """A4, as wide as one page; across where it is not upright."""
    page.set_paper(A4)
    if not upright:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(left=MARGIN, right=MARGIN)
    page.set_footer("&L&A&RPage &P of &N")
    if not draft.profile.for_release:
        page.set_header(f"&C{NOT_FOR_RELEASE}")
