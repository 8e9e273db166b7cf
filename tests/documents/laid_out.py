"""What is wrong with pages as a reader sees them, found in the boxes that WeasyPrint lays out for a PDF."""

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from evidencegen.documents.laying_out import own_files_only, weasyprint
from evidencegen.shipped import shipped

SMALLEST = 7.5
"""In points: nothing on a page may be smaller."""
FEWEST_LINES = 8
"""What the last page has to hold at least."""
HEADINGS = ("h1", "h2", "h3")
POINTS = 0.75
"""A pixel of a style sheet in points."""
_SIZES = re.compile(r"font(?:-size)?: ?(?:[a-z]+ )*([\d.]+)px")
_WIDE = re.compile(r'<svg[^>]* width="([\d.]+)pt"')


class LaidOut:
    """A page of HTML laid out: each element in the order of the text, and the pages on which it stands."""

    def __init__(self, html: str) -> None:
        templates = shipped("report_templates")
        source = weasyprint().HTML(
            string=html, base_url=f"{templates}/", url_fetcher=own_files_only(templates), media_type="print"
        )
        self.pages: list[Any] = [page._page_box for page in source.render(pdf_variant="pdf/ua-1").pages]
        self.order = [element for element in source.etree_element.iter() if isinstance(element.tag, str)]
        self.parent = {child: parent for parent in self.order for child in parent}
        self.stands: dict[Any, set[int]] = {}
        for number, page in enumerate(self.pages, 1):
            for box in _leaves(_body(page)):
                self._note(box.element, number)

    def _note(self, element: Any, number: int) -> None:
        while element is not None and element.tag != "html":
            self.stands.setdefault(element, set()).add(number)
            element = self.parent.get(element)

    def faults(self) -> list[str]:
        """All of them, each in words that name the page."""
        found = (self.parted_headings(), self.parted_captions(), self.split_rows(), self.bare_last_page())
        return [*chain(*found), *self.small_type(), *self.unsaid_charts()]

    def parted_headings(self) -> Iterator[str]:
        """Headings that stand last on a page, and what they head on the next."""
        for heading in self._of(*HEADINGS):
            follower = self._after(heading)
            if follower is not None and not self.stands[heading] & self.stands[follower]:
                yield f"page {max(self.stands[heading])}: heading `{_words(heading)}` stands last"

    def parted_captions(self) -> Iterator[str]:
        """Captions without the first row or the picture of theirs, and remarks without what they are of."""
        for caption in self._of("caption", "figcaption"):
            first = self._after(caption)
            if first is None or not self.stands[caption] & self.stands[first]:
                yield f"page {max(self.stands[caption])}: caption `{_words(caption)}` is parted from what it is of"
        for remark in self._of("p"):
            before = self._before(remark) if "remark" in remark.get("class", "") else None
            of_it = before is not None and before.tag in ("table", "figure")
            if of_it and max(self.stands[before]) != min(self.stands[remark]):
                yield f"page {min(self.stands[remark])}: remark `{_words(remark)}` is parted from what it is of"

    def split_rows(self) -> Iterator[str]:
        """Rows that begin on one page and end on the next; heads of tables are repeated and are none."""
        for row in self._of("tr"):
            if self.parent[row].tag != "thead" and len(self.stands[row]) > 1:
                yield f"page {min(self.stands[row])}: row `{_words(row)}` is split"

    def bare_last_page(self) -> Iterator[str]:
        """A last page that holds hardly anything."""
        lines = {(box.position_x, round(box.position_y)) for box in _leaves(_body(self.pages[-1]))}
        if len(self.pages) > 1 and len(lines) < FEWEST_LINES:
            yield f"page {len(self.pages)}: the last page holds {len(lines)} lines"

    def small_type(self) -> Iterator[str]:
        """Words too small to be read in print, those of charts included."""
        for number, page in enumerate(self.pages, 1):
            for box in _leaves(page):
                if hasattr(box, "text"):
                    sizes = [box.style["font_size"] * POINTS] if box.text.strip() else []
                    words = getattr(box, "text", "")
                else:
                    sizes, words = _sizes_in(box), "a chart"
                if sizes and min(sizes) < SMALLEST - 0.01:
                    yield f"page {number}: {min(sizes):.1f} points: `{words[:40]}`"

    def unsaid_charts(self) -> Iterator[str]:
        """Charts that do not say what they show, to those who see them and to those who do not."""
        for figure in self._of("figure"):
            (picture,) = figure.iter("img")
            said = "".join(_words(caption) for caption in figure.iter("figcaption"))
            if not re.search(r"\w: .*\d|\w: \w+ \w+ \w+", said) or len(picture.get("alt", "")) < len(said):
                yield f"page {min(self.stands[figure])}: a chart says `{said}`"

    def _of(self, *tags: str) -> Iterable[Any]:
        return [element for element in self.order if element.tag in tags and element in self.stands]

    def _after(self, element: Any) -> Any:
        """The first element after this one and all that is in it that stands on a page and holds words or a picture."""
        inside = set(element.iter())
        begun = self.order.index(element)
        rest = (each for each in self.order[begun + 1 :] if each not in inside)
        bare = ("thead", "tbody", "table", "section", "div", "ul", "figure", *HEADINGS)
        return next((each for each in rest if each in self.stands and each.tag not in bare), None)

    def _before(self, element: Any) -> Any:
        around = list(self.parent[element])
        at = around.index(element)
        return around[at - 1] if at and around[at - 1] in self.stands else None


def _body(page: Any) -> Any:
    return next(box for box in page.children if box.element_tag == "html")


def _leaves(box: Any) -> Iterator[Any]:
    """Boxes with words, and pictures."""
    for each in box.descendants():
        if (hasattr(each, "text") and each.text.strip()) or each.element_tag == "img":
            yield each


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _sizes_in(picture: Any) -> list[float]:
    """The sizes of type in a drawing as it stands on the page, in points."""
    address = picture.element.get("src", "")
    if "svg+xml;base64," not in address:
        return []
    drawing = b64decode(address.partition(",")[2]).decode()
    wide = _WIDE.search(drawing)
    scale = picture.width * POINTS / float(wide[1]) if wide else 1.0
    return [float(size) * scale for size in _SIZES.findall(drawing)]
