"""Where the last page that a buyer reads ends in a page of HTML, by its layout."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from evidencegen.documents.laying_out import laid_out, swept
from evidencegen.limit import Piece, Stop, stop_at_page
from evidencegen.packs.draft import Draft

LEAVES = frozenset({"p", "li", "h1", "h2", "h3", "h4", "caption", "figcaption", "td", "th"})


@dataclass(frozen=True)
class Line:
    """A line of a page as laid out, and the paragraph, item or cell of the HTML that it is of."""

    text: str
    of: Any


def stop_by_pages(html: str, draft: Draft, told: Sequence[Piece]) -> Stop | None:
    """Where the reading stops in a draft of more pages than are read, and in which of its pieces; else nothing.

    The piece is the one with which the first page begins that is not read, or that goes on there.
    """
    limit = draft.question.limit
    if not limit.pages:
        return None
    with swept():
        pages = [tuple(lines_of(page)) for page in laid_out(html).pages]
    headings = [f"{one.number} {one.title}" if one is not draft.sections[-1] else one.title for one in draft.sections]
    stop = stop_at_page(["\n".join(line.text for line in page) for page in pages], limit, headings)
    return replace(stop, piece=_piece(pages, limit.pages, told)) if stop else None


def lines_of(page: Any) -> Iterator[Line]:
    """The lines of a page in the order of the HTML, without what stands at its head and foot."""
    for box in page._page_box.children:
        if type(box).__name__ != "MarginBox":
            yield from _lines(box, None)


def _lines(box: Any, of: Any) -> Iterator[Line]:
    of = box.element if box.element_tag in LEAVES else of
    if type(box).__name__ == "LineBox":
        text = "".join(one.text for one in box.descendants() if hasattr(one, "text"))
        is_bullet = (box.element_tag or "").endswith("::marker")
        if text.strip() and not is_bullet:
            yield Line(text, of)
    else:
        for child in getattr(box, "children", ()):
            yield from _lines(child, of)


def _piece(pages: Sequence[tuple[Line, ...]], read: int, told: Sequence[Piece]) -> int:
    """Which piece begins the first page that is not read, or goes on there; the last where that cannot be told.

    Heads of tables, which are repeated on each page, were met before and begin nothing.
    """
    before = list({id(line.of): line.of for page in pages[:read] for line in page}.values())
    goes_on = pages[read - 1][-1].of if pages[read - 1] else None
    for line in pages[read]:
        if line.of is None or (line.of is not goes_on and any(line.of is one for one in before)):
            continue
        words = _words(line.of)
        same = sum(_words(one) == words for one in before if one is not None and one is not line.of)
        found = [at for at, piece in enumerate(told) if " ".join(piece.text.split()) == words]
        if same < len(found):
            return found[same]
    return len(told) - 1


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
