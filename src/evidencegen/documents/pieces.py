"""The page of HTML as the pieces that a buyer counts, in the order in which they are read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape, unescape

from evidencegen.documents.line import Paragraph, Run
from evidencegen.documents.page import Block, Bullets, Page, Part, Picture, Table, paragraphs
from evidencegen.limit import Kind, Piece, Standing

WHOLE: frozenset[Kind] = frozenset({"question", "case_studies", "notes"})
"""Kinds that take in all that stands in them, tables and headings too."""
APPENDED = frozenset({"notes", "criteria"})
"""Sections behind the answer."""
_LEAF = re.compile(r"<(p|li|h[1-6]|caption|figcaption|td|th)\b[^>]*>(.*?)</\1>", re.DOTALL)
_NESTS = re.compile(r"<(/?)(table|figure|ul|ol|div|p|h[1-6])\b([^>]*)>")


def pieces(parts: Iterable[Part], within: Kind = "text", section: str = "") -> Iterator[Piece]:
    """Every paragraph, item and cell of a page, as a Word document made of it holds them.

    A picture counts as its caption, and as the words that stand for it where charts count.
    """
    for part in parts:
        kind = kind_of(part, within)
        if isinstance(part, Block):
            yield from pieces(part.parts, kind, heading_of(part) or section)
            continue
        if isinstance(part, Table | Picture) and part.caption:
            yield Piece(caption_kind(kind), part.caption.text, section)
        if isinstance(part, Table):
            cells = (cell for row in (*part.head, *part.rows) for cell in row.cells)
            yield from (Piece(kind, words.text, section) for cell in cells for words in cell.paragraphs)
        elif isinstance(part, Picture):
            yield from [Piece(kind, part.alt, section)] if part.alt else ()
        elif isinstance(part, Bullets):
            yield from (Piece(kind, item.text, section) for item in part.items)
        else:
            yield Piece(kind, part.text, section)


def kind_of(part: Part, within: Kind) -> Kind:
    """What a part of a page is to a buyer who counts, by what it stands in."""
    if within in WHOLE:
        return within
    if isinstance(part, Block):
        return _block(part, within)
    if isinstance(part, Table):
        return "question" if "question" in part.kinds else "tables"
    if isinstance(part, Picture):
        return "charts"
    return "headings" if not isinstance(part, Bullets) and part.level else within


def caption_kind(kind: Kind) -> Kind:
    """What the caption of a part of this kind is."""
    return kind if kind in WHOLE else "captions"


def heading_of(part: Block) -> str:
    """The number and title of a section, nothing where a block is none."""
    heading = next((one for one in part.parts if getattr(one, "level", 0) == 2), None)
    return next((words.text for words in paragraphs([heading])), "") if part.anchor and heading else ""


def _block(part: Block, within: Kind) -> Kind:
    if "header" in part.kinds:
        return "question"
    if part.anchor in APPENDED:
        return "notes"
    return "case_studies" if "story" in part.kinds else within


def draft_mark(held: Standing) -> str:
    """The words at the place where the reading stops, for whoever shortens the draft."""
    return f"DRAFT, TOO LONG. In what follows {held.stop}. Take this line out with what is too much."


def marked(page: Page, held: Standing) -> Page:
    """A page with that mark before the part in which the reading stops; as it is where nothing is too long."""
    if not held.stop:
        return page
    line = Paragraph((Run(draft_mark(held), bold=True),), frozenset({"stop"}))
    return replace(page, parts=tuple(_marked(page.parts, held.stop.piece, line)))


def _marked(parts: Iterable[Part], at: int, line: Paragraph) -> Iterator[Part]:
    for part in parts:
        size = sum(1 for _ in pieces([part]))
        if 0 <= at < size and isinstance(part, Block) and not part.kinds & {"headlines", "claim"}:
            yield replace(part, parts=tuple(_marked(part.parts, at, line)))
        else:
            yield from (line, part) if 0 <= at < size else (part,)
        at -= size


def marked_html(html: str, told: list[Piece], held: Standing) -> str:
    """A page of HTML with that mark before the block in which the reading stops, by the pieces that were read of it."""
    if not held.stop:
        return html
    sought = told[held.stop.piece].text
    same = sum(one.text == sought for one in told[: held.stop.piece])
    found = [leaf.start() for leaf in _LEAF.finditer(html) if _plain(leaf[2]) == " ".join(sought.split())]
    at = _block_start(html, found[same]) if same < len(found) else html.rfind("</main>")
    return f'{html[:at]}<p class="stop" role="note">{escape(draft_mark(held))}</p>\n{html[at:]}'


def _plain(marked_up: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", marked_up)).split())


def _block_start(html: str, at: int) -> int:
    """Where the outermost block begins in which a place lies; the notes are each a block of their own."""
    open_ones: list[tuple[str, int, str]] = []
    for tag in _NESTS.finditer(html, 0, at):
        if not tag[1]:
            open_ones.append((tag[2], tag.start(), tag[3]))
        else:
            while open_ones and open_ones.pop()[0] != tag[2]:
                pass
    return next((start for _, start, classes in open_ones if '"notes"' not in classes), at)
