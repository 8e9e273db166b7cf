"""Words of the page of HTML in a row, as runs that are drawn alike."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from evidencegen.release.vocabulary import words_in

RUNNING = words_in(
    """
    a abbr b bdi bdo br cite code data del dfn em i img ins kbd label mark q ruby s samp small span strong sub sup
    time u var wbr
    """
)
"""Tags that stand within a line; every other is a block of its own."""
WITHOUT_WORDS = frozenset({"script", "style", "template", "head"})
WHITE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True)
class Run:
    """Words drawn alike. `kinds` are classes, its own and those around it in the line; `link` is an id of the page."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    link: str = ""
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Paragraph:
    """Runs in a row. `kinds` are its classes; `anchor` its id, to which links lead; `level` that of a heading, or 0.

    `number` is what it is called by, such as `2.3`, and no word of it.
    """

    runs: tuple[Run, ...]
    kinds: frozenset[str] = frozenset()
    anchor: str = ""
    level: int = 0
    number: str = ""

    @property
    def text(self) -> str:
        """Its words; a line break is a new line."""
        return "".join(run.text for run in self.runs)


def line(element: Any) -> Iterator[Paragraph]:
    """The words of an element as one paragraph, if it has any."""
    yield from paragraph(list(_within(element, Run(""))))


def runs(element: Any, around: Run) -> Iterator[Run]:
    """The runs of an element that stands within a line."""
    tag, link = element.tag, element.get("href", "")
    own = replace(
        around,
        bold=around.bold or tag in ("b", "strong"),
        italic=around.italic or tag in ("i", "em", "cite"),
        raised=around.raised or tag == "sup",
        link=link[1:] if link.startswith("#") else around.link,
        kinds=around.kinds | kinds_of(element),
    )
    if tag == "br":
        yield replace(own, text="\v")
    elif tag == "img":
        yield replace(own, text=f" {element.get('alt', '')} ")
    else:
        yield from _within(element, own)


def _within(element: Any, own: Run) -> Iterator[Run]:
    yield replace(own, text=element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in WITHOUT_WORDS:
            apart = "" if child.tag in RUNNING else " "
            yield replace(own, text=apart)
            yield from runs(child, own)
            yield replace(own, text=apart)
        yield replace(own, text=child.tail or "")


def paragraph(pieces: Iterable[Run]) -> Iterator[Paragraph]:
    """Runs with white space as a browser would show it, if anything is left of them."""
    shown: list[Run] = []
    for run in pieces:
        text = re.sub(r" ?\v ?", "\n", WHITE.sub(" ", run.text))
        if text.startswith(" ") and (not shown or shown[-1].text[-1] in " \n"):
            text = text[1:]
        if not text:
            continue
        if shown and text.startswith("\n"):
            shown[-1] = replace(shown[-1], text=shown[-1].text.rstrip(" "))
        if shown and replace(shown[-1], text="") == replace(run, text=""):
            shown[-1] = replace(run, text=shown[-1].text + text)
        else:
            shown.append(replace(run, text=text))
    while shown and not (ending := shown[-1].text.rstrip(" \n")):
        shown.pop()
    if shown:
        yield Paragraph((*shown[:-1], replace(shown[-1], text=ending)))


def kinds_of(element: Any) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(element.get("class", "").split())
