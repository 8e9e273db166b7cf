"""What python-docx leaves out of a Word document: links, bookmarks, fields, heads of tables."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from evidencegen.documents.page import Cell, Table
from evidencegen.documents.word_styles import DARK, MILLIMETRE, PALE, WORD

WIDE, MARGIN, PAPER = 174, 18, 210
"""The width of the text, of the margin on each side of it, and of the A4 that they make, in millimetres."""
LETTER_WIDE, ROOM = 1.75, 3.0
"""How wide a letter of a table is on average, and the room beside a cell's words, in millimetres."""
MOST_LETTERS = {True: 20, False: 60}
"""How many letters of a cell the width of its column takes notice of, where it holds a number and where it does not."""
NOT_OURS = ("thumbnail", "extended-properties", "stylesWithEffects", "webSettings", "fontTable", "theme", "customXml")


def element(tag: str, **attributes: str) -> Any:
    """An element of Word's own, `element("w:tab", val="left")`."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def link(run: Any, anchor: str) -> None:
    """Make a run of a paragraph lead to a bookmark."""
    wrapper = element("w:hyperlink", anchor=bookmark_name(anchor), history="1")
    run._r.addprevious(wrapper)
    wrapper.append(run._r)


def bookmark(paragraph: Any, anchor: str, number: int) -> None:
    """Let links lead to a paragraph."""
    start = element("w:bookmarkStart", id=str(number), name=bookmark_name(anchor))
    at = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(at, start)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def bookmark_name(anchor: str) -> str:
    """An id of the page as Word allows it: letters, digits and low lines."""
    return "".join(letter if letter.isalnum() else "_" for letter in anchor)[:40]


def field(paragraph: Any, code: str) -> None:
    """A number that Word works out, such as PAGE; it is right as soon as the page is laid out."""
    made = element("w:fldSimple", instr=code)
    run = element("w:r")
    text = element("w:t")
    text.text = "1"
    run.append(text)
    made.append(run)
    paragraph._p.append(made)


def paper(section: Any, provider: str, release: str, title: str, margins: float | None = None) -> None:
    """A4, the first page with `release` alone at its head, the others with all three; each with its number.

    `margins` in millimetres are those all around, where they are not ours.
    """
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    beside = MARGIN if margins is None else margins
    wide = PAPER - 2 * beside
    section.left_margin = section.right_margin = Mm(beside)
    section.top_margin, section.bottom_margin = (Mm(20), Mm(18)) if margins is None else (Mm(margins), Mm(margins))
    section.header_distance, section.footer_distance = Mm(10), Mm(9)
    section.different_first_page_header_footer = True
    for header, left, right in ((section.header, provider, title), (section.first_page_header, "", "")):
        line = header.paragraphs[0]
        line.style = "Header"
        line.paragraph_format.tab_stops.add_tab_stop(Mm(wide / 2), WD_TAB_ALIGNMENT.CENTER)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(wide), WD_TAB_ALIGNMENT.RIGHT)
        if left or release or right:
            line.add_run(f"{left}\t")
            line.add_run(release).bold = True
            line.add_run(f"\t{right}")
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        line.style, line.alignment = "Footer", WD_ALIGN_PARAGRAPH.RIGHT
        line.add_run("Page ")
        field(line, "PAGE")
        line.add_run(" of ")
        field(line, "NUMPAGES")


def number(paragraph: Any, by: int) -> None:
    """Let Word number a paragraph, by one of the document's lists."""
    own = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    own.get_or_add_ilvl().val = 0
    own.get_or_add_numId().val = by


def fit(picture: Any, wide: float, high: float) -> None:
    """Make a picture as large as fits, in millimetres, its sides in proportion."""
    from docx.shared import Mm

    ratio = min(Mm(wide) / picture.width, Mm(high) / picture.height)
    picture.width, picture.height = round(picture.width * ratio), round(picture.height * ratio)


def rule_below(paragraph: Any) -> None:
    """A heavy line under a paragraph, and room below it."""
    from docx.shared import Pt

    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz="18", space="7", color=DARK))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
    paragraph.paragraph_format.space_after = Pt(12)


def shade(cell: Any) -> None:
    """A pale ground under one cell."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=PALE))


def whole_row(row: Any, *, head: bool) -> None:
    """A row that is never split between pages, and that every page repeats where it is one of the head."""
    properties = row.get_or_add_trPr()
    properties.append(element("w:cantSplit"))
    if head:
        properties.append(element("w:tblHeader"))


def keep_with_next(rows: Iterable[Any]) -> None:
    """Rows each of which stands on one page with what comes after it."""
    for row in rows:
        for cell in row.tc_lst:
            for paragraph in cell.p_lst:
                paragraph.get_or_add_pPr().get_or_add_keepNext()


def end_section_above(section: Any) -> None:
    """Let the section above end with its last paragraph: python-docx adds an empty one for it."""
    ending = section._sectPr.getparent().p_lst[-1]
    last = ending.getprevious()
    if last is not None and last.tag == ending.tag and (last.pPr is None or last.pPr.sectPr is None):
        last.get_or_add_pPr().append(ending.pPr.sectPr)
        ending.getparent().remove(ending)


def columns(section: Any, number: int) -> None:
    """Text of a section in so many columns."""
    properties = section._sectPr
    for old in properties.findall(f"{{{WORD}}}cols"):
        properties.remove(old)
    made = element("w:cols", num=str(number), space=str(round(7 * MILLIMETRE)))
    below = properties.find(f"{{{WORD}}}titlePg")
    below = below if below is not None else properties.find(f"{{{WORD}}}docGrid")
    properties.append(made) if below is None else below.addprevious(made)


def lay_out(table: Any, widths: Iterable[int], *, head: bool, first_column: bool, caption: str) -> None:
    """Widths in twentieths of a point, what is a head, and what software that reads aloud calls the table."""
    widths = list(widths)
    properties = table._tbl.tblPr
    for child in list(properties):
        if not child.tag.endswith("}tblStyle"):
            properties.remove(child)
    properties.append(element("w:tblW", w=str(sum(widths)), type="dxa"))
    properties.append(element("w:tblLayout", type="fixed"))
    look = {"firstRow": head, "lastRow": False, "firstColumn": first_column, "lastColumn": False}
    look |= {"noHBand": True, "noVBand": True}
    properties.append(element("w:tblLook", **{key: str(int(value)) for key, value in look.items()}))
    if caption:
        properties.append(element("w:tblCaption", val=caption))
    for column, width in zip(table._tbl.tblGrid, widths, strict=True):
        column.w = width * 635
    for row in table._tbl.tr_lst:
        at = 0
        for cell in row.tc_lst:
            cell.width = sum(widths[at : at + cell.grid_span]) * 635
            at += cell.grid_span


def widths_of(table: Table, total: int) -> list[int]:
    """How wide each column is, in twentieths of a point: its longest word at least, and the rest by what it holds."""
    rows = [*table.head, *table.rows]
    columns = max((sum(cell.across for cell in row.cells) for row in rows), default=1)
    if columns == 2 and not table.head:
        first = round(30 * MILLIMETRE)
        return [first, total - first]
    need, wish = [1] * columns, [1] * columns
    for row in rows:
        at = 0
        for cell in row.cells:
            if cell.across == 1 and cell.text:
                whole = min(_longest(cell, "across" in table.kinds), MOST_LETTERS[cell.numeric])
                word = max(map(len, cell.text.split()))
                need[at] = max(need[at], whole if cell.numeric and row in table.rows else word)
                wish[at] = max(wish[at], whole)
            at += cell.across
    least = [(letters * LETTER_WIDE + ROOM) * MILLIMETRE for letters in need]
    spare = max(total - sum(least), 0)
    more = [max(w - n, 0) for w, n in zip(wish, need, strict=True)]
    wide = [low + spare * part / (sum(more) or 1) for low, part in zip(least, more, strict=True)]
    made = [round(one * total / sum(wide)) for one in wide]
    return [*made[:-1], total - sum(made[:-1])]


def _longest(cell: Cell, apart: bool) -> int:
    """The letters of a cell's longest line, its counts on a line of their own where they stand apart."""
    counts = sum(len(run.text) for one in cell.paragraphs for run in one.runs if "counts" in run.kinds)
    return max(counts, len(cell.text) - counts) if apart else max(map(len, cell.text.splitlines()))


def strip(document: Any) -> None:
    """Leave out what python-docx starts with and a document does not need: a picture of it, a theme, a program."""
    for holder in (document.part.package, document.part):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[1] in NOT_OURS:
                del holder.rels[key]


def packed(document: Any, dated: date) -> bytes:
    """The file, its parts in one order and all of the same day, so that the same document gives the same bytes."""
    loose, out = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as read, ZipFile(out, "w", ZIP_DEFLATED) as written:
        for name in read.namelist():
            entry = ZipInfo(name, (dated.year, dated.month, dated.day, 0, 0, 0))
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            written.writestr(entry, read.read(name))
    return out.getvalue()
