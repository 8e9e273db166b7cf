"""The page as a Word document that can be edited: real styles, tables, notes that links lead to."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

from evidencegen.documents.format import Filled, Format, Written
from evidencegen.documents.line import Paragraph, Run
from evidencegen.documents.page import Block, Bullets, Page, Part, Picture, Table, every, paragraphs, read
from evidencegen.documents.pieces import marked, pieces
from evidencegen.documents.pixels import pixels
from evidencegen.documents.word_kinds import SHADED, STRONG, cell_style_of, letters_of, style_of, table_style_of
from evidencegen.documents.word_parts import (
    PAPER,
    WIDE,
    bookmark,
    columns,
    end_section_above,
    fit,
    keep_with_next,
    lay_out,
    link,
    number,
    packed,
    paper,
    rule_below,
    shade,
    strip,
    whole_row,
    widths_of,
)
from evidencegen.documents.word_styles import ACROSS, BOLD, MILLIMETRE, OURS_TYPE, Type, dress, list_of
from evidencegen.limit import amount_of, standing
from evidencegen.packs.draft import Draft

MOST_ABREAST = 4
MOST_ROWS_TOGETHER, MOST_LETTERS_TOGETHER = 10, 1200
"""How large a table may be that is not split between pages."""
LOGO = (53, 15.5)
"""The most room that a logo takes, in millimetres."""


def write(page: Page, *, dated: datetime, type_: Type = OURS_TYPE) -> bytes:
    """The page as a Word document, its letters as large as `type_` has them.

    The same page and date give the same bytes; no clock and no name is read.

    Raises:
        EvidenceError: there are drawings, and what draws them is not on this computer.
    """
    return packed(_Document(page, dated, type_).document, dated.date())


class _Document:
    """A Word document as it is filled from a page, part after part."""

    def __init__(self, page: Page, dated: datetime, type_: Type) -> None:
        from docx import Document

        self.document = Document()
        strip(self.document)
        numbers = (one.number for one in paragraphs(page.parts) if one.number)
        self._numbered = tuple(dict.fromkeys(number.partition(".")[0] for number in numbers))
        dress(self.document, self._numbered, type_)
        self._margins = type_.margins
        self._wide = WIDE if type_.margins is None else PAPER - 2 * type_.margins
        self._linked = {run.link for one in paragraphs(page.parts) for run in one.runs if run.link}
        self._bookmarks = 0
        self._lines: list[Any] = []
        drawings = [one for one in every(page.parts) if isinstance(one, Picture) and one.svg]
        self._pixels = dict(zip(map(id, drawings), pixels([one.svg for one in drawings]), strict=True))
        self._pictures = 0
        self._below_table = self._wide_again = False
        self._properties(page, dated)
        self._paper(page)
        self._write(page.parts, frozenset())

    def _properties(self, page: Page, dated: datetime) -> None:
        core = self.document.core_properties
        core.title, core.subject, core.author = page.title, page.description, page.author
        core.last_modified_by, core.language, core.comments, core.keywords = page.author, page.language, "", ""
        core.created = core.modified = dated
        core.revision = 1

    def _paper(self, page: Page) -> None:
        """The provider, the title and the number of each page at its head and foot, as in the PDF."""
        told = {kind: one.text for one in paragraphs(page.parts) for kind in one.kinds}
        title = next((one.text for one in paragraphs(page.parts) if one.level == 1), page.title)
        paper(self.document.sections[0], told.get("provider", ""), told.get("release", ""), title, self._margins)

    def _write(self, parts: Iterable[Part], within: frozenset[str]) -> None:
        parts = list(parts)
        for part, after in zip_longest(parts, parts[1:]):
            remarked = isinstance(after, Paragraph) and "remark" in after.kinds
            if self._wide_again:
                self._wide_again = False
                self._columns(1)
            if isinstance(part, Paragraph):
                leads = isinstance(after, Table | Picture)
                self._paragraph(part, style_of(part, within)).paragraph_format.keep_with_next = leads or None
            elif isinstance(part, Bullets):
                for item in part.items:
                    self._paragraph(item, "List Bullet")
            elif isinstance(part, Table):
                self._table(part, remarked=remarked)
            elif isinstance(part, Picture):
                self._picture(part).paragraph_format.keep_with_next = remarked or None
            else:
                self._block(part, within)

    def _block(self, block: Block, within: frozenset[str]) -> None:
        inside = within | block.kinds
        if "headlines" in block.kinds:
            told = [one for one in block.parts if isinstance(one, Block)]
            for first in range(0, len(told), MOST_ABREAST):
                self._abreast(told[first : first + MOST_ABREAST], inside)
            self._write([one for one in block.parts if not isinstance(one, Block)], inside)
        elif "notes" in block.kinds:
            self._columns(2)
            self._write(block.parts, inside)
            self._wide_again = True
        elif block.kinds & {"claim", "header"}:
            self._lines.clear()
            self._write(block.parts, inside)
            if "header" in block.kinds and self._lines:
                rule_below(self._lines[-1])
            for line in self._lines[:-1]:
                line.paragraph_format.keep_with_next = True
        else:
            self._write(block.parts, inside)

    def _columns(self, number: int) -> None:
        """From here on, so many columns, on the same page; heads and feet go on as they were."""
        from docx.enum.section import WD_SECTION

        section = self.document.add_section(WD_SECTION.CONTINUOUS)
        section.different_first_page_header_footer = False
        end_section_above(section)
        columns(section, number)

    def _paragraph(self, words: Paragraph, style: str) -> Any:
        from docx.shared import Pt

        line: Any = self.document.add_paragraph(style=style)
        if self._below_table:
            line.paragraph_format.space_before = max(Pt(9), line.style.paragraph_format.space_before or 0)
        self._below_table = False
        if words.number:
            number(line, list_of(self._numbered, words.number.partition(".")[0]))
        self._lines.append(line)
        return self._words(line, words)

    def _words(self, line: Any, words: Paragraph, *, apart: bool = False) -> Any:
        """Fill a paragraph. `apart` puts counts on a line of their own."""
        for run in words.runs:
            below = "gap" in run.kinds or (apart and "counts" in run.kinds)
            loud = run.bold or bool(words.kinds & STRONG)
            letters = letters_of(replace(run, bold=loud))
            made = line.add_run(f"\n{run.text.lstrip()}" if below and line.runs else run.text, letters)
            made.bold, made.italic = (loud and letters != BOLD) or None, run.italic or None
            if run.link in self._linked and run.link:
                link(made, run.link)
        if words.anchor in self._linked:
            self._bookmarks += 1
            bookmark(line, words.anchor, self._bookmarks)
        return line

    def _picture(self, picture: Picture) -> Any:
        from docx.shared import Mm

        if picture.caption:
            self._paragraph(picture.caption, "Caption")
        content = picture.png or self._pixels.get(id(picture))
        if not content:
            return self._paragraph(Paragraph((Run(picture.alt),)), "Remark")
        self._pictures += 1
        line = self._paragraph(Paragraph(()), "Picture")
        drawn = line.add_run().add_picture(BytesIO(content), width=Mm(self._wide))
        if "logo" in picture.kinds:
            fit(drawn, *LOGO)
        about = drawn._inline.docPr
        about.name = f"Picture {self._pictures}"
        about.set("descr", picture.alt)
        return line

    def _table(self, table: Table, *, remarked: bool) -> None:
        """A table; with its last row beside the remark that follows it, where one does."""
        from docx.table import _Cell

        if table.caption:
            self._paragraph(table.caption, "Caption")
        rows = [*table.head, *table.rows]
        if not rows:
            return
        widths = widths_of(table, round(self._wide * MILLIMETRE))
        made = self._empty(len(rows), len(widths), table_style_of(table))
        for at, (row, tr) in enumerate(zip(rows, made._tbl.tr_lst, strict=True)):
            whole_row(tr, head=at < len(table.head))
            spare = list(tr.tc_lst)
            for cell in row.cells:
                tc = spare.pop(0)
                for _ in range(min(cell.across - 1, len(spare))):
                    tr.remove(spare.pop(0))
                    tc.grid_span += 1
                words = [replace(p, kinds=p.kinds | row.kinds & STRONG) for p in cell.paragraphs]
                style = cell_style_of(cell, head=at < len(table.head))
                self._fill(_Cell(tc, made), [(p, style) for p in words or [Paragraph(())]], "across" in table.kinds)
                if row.kinds & SHADED:
                    shade(_Cell(tc, made))
        letters = sum(len(cell.text) for row in rows for cell in row.cells)
        small = len(rows) <= MOST_ROWS_TOGETHER and letters <= MOST_LETTERS_TOGETHER
        keep_with_next(made._tbl.tr_lst[:-1] * small + made._tbl.tr_lst[-1:] * remarked)
        caption = table.caption.text if table.caption else ""
        heads = bool(table.rows) and all(row.cells and row.cells[0].heads for row in table.rows)
        lay_out(made, widths, head=bool(table.head), first_column=heads, caption=caption)
        self._below_table = True

    def _empty(self, rows: int, columns: int, style: str) -> Any:
        """A table; apart from one just above it, which Word would otherwise join to it."""
        if self._below_table:
            self.document.add_paragraph(style="After table")
        return self.document.add_table(rows, columns, style)

    def _fill(self, cell: Any, told: Iterable[tuple[Paragraph, str]], apart: bool = False) -> None:
        """The paragraphs of a cell, the first where Word already has one."""
        for at, (words, style) in enumerate(told):
            line = cell.add_paragraph() if at else cell.paragraphs[0]
            line.style = style
            self._words(line, words, apart=apart)

    def _abreast(self, blocks: list[Block], within: frozenset[str]) -> None:
        """Blocks beside each other, in a table of one row."""
        from docx.table import _Cell

        made = self._empty(1, len(blocks), ACROSS)
        (tr,) = made._tbl.tr_lst
        whole_row(tr, head=False)
        for tc, block in zip(tr.tc_lst, blocks, strict=True):
            inside = within | block.kinds
            self._fill(_Cell(tc, made), [(words, style_of(words, inside)) for words in paragraphs(block.parts)])
        each = round(self._wide * MILLIMETRE / len(blocks))
        lay_out(made, [each] * len(blocks), head=False, first_column=False, caption="")
        self._below_table = True


def _write(filled: Filled, path: Path) -> Written:
    """Write it and count its words: numbers of paragraphs too, as LibreOffice does and Word does not. No limit counts
    these: nobody wrote them."""
    page = read(filled.page)
    told = list(pieces(page.parts))
    held = standing(told, filled.draft.question.limit)
    dated = datetime.combine(filled.draft.dated, time(), UTC)
    content = write(marked(page, held), dated=dated, type_=_type_of(filled.draft))
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    parts = list(every(page.parts))
    tables, drawn = ([one for one in parts if isinstance(one, kind)] for kind in (Table, Picture))
    words = sum(amount_of(one.text).words for one in told)
    numbers = sum(bool(one.number) for one in paragraphs(page.parts))
    words -= sum(amount_of(one.alt).words for one in drawn if isinstance(one, Picture) and (one.svg or one.png))
    against = f"; {held}" if held.limit.counted else ""
    words += numbers
    beside = " with the numbers of its paragraphs" if numbers else ""
    says = f"{words:,} words{beside}, {len(tables)} tables, {len(drawn)} pictures{against}"
    return Written(says, {"words": words}, held)


def _type_of(draft: Draft) -> Type:
    """As large as its buyer asks for, or the provider where the buyer does not."""
    limit = draft.question.limit
    look, _ = draft.own.look.for_buyer(limit)
    return Type(look.font_size, limit.size, limit.table_size, limit.line_spacing, limit.margins)


DOCX = Format("docx", "Word, to go on editing: real headings, tables and notes", _write)
