"""A draft shortened until it keeps to the words, characters or pages that its buyer reads."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from evidencegen.intake.account import counted
from evidencegen.limit import Limit, standing
from evidencegen.project import Say

if TYPE_CHECKING:
    from evidencegen.packs.draft import Draft
    from evidencegen.packs.fit import Block, Content

Fill = Callable[["Content"], "Draft"]


def fitted(fill: Fill, content: "Content", limit: Limit, say: Say) -> "Draft":
    """The draft that `fill` makes of some content, without as many of its weakest blocks as its limit asks for.

    It is the same words in every form, short enough for the page and for the plain text, of which the text is mostly
    the longer, and for the pages of the PDF. With less room only more goes, never anything else instead.
    """
    whole = fill(content)
    if not ((limit.counted or limit.pages) and limit.fit) or keeps_to(whole, limit):
        return whole
    from evidencegen.packs.fit import going

    order = going(content, whole, limit)
    made: dict[int, Draft] = {}

    def keeps(gone: int) -> bool:
        made[gone] = _shortened(fill, content, whole, order[:gone])
        return keeps_to(made[gone], limit)

    gone = min(len(order), bisect_left(range(len(order) + 1), True, key=keeps))
    short = made.get(gone) or _shortened(fill, content, whole, order[:gone])
    _tell(order[:gone], len(order), limit, keeps_to(short, limit), say)
    _tell_lost(whole, short, say)
    return short


def keeps_to(draft: "Draft", limit: Limit) -> bool:
    """Whether a draft is no longer than is read, as a page of HTML, as plain text and as the pages of a PDF."""
    from evidencegen.documents.formats.pdf import pages_of
    from evidencegen.documents.formats.txt import pieces_of_text
    from evidencegen.documents.html import render
    from evidencegen.documents.page import read
    from evidencegen.documents.pieces import pieces

    page = render(draft)
    parts = read(page).parts
    if any(standing(told, limit).over for told in (tuple(pieces(parts)), pieces_of_text(parts))):
        return False
    return not limit.pages or pages_of(page) <= limit.pages


def _shortened(fill: Fill, content: "Content", whole: "Draft", gone: Sequence["Block"]) -> "Draft":
    from evidencegen.packs.fit import without

    if not gone:
        return whole
    words = tuple(f"{block.title}, in section {block.section}" for block in gone)
    return replace(fill(without(content, whole, gone)), left_out=words)


def _tell(gone: Sequence["Block"], could: int, limit: Limit, keeps: bool, say: Say) -> None:
    say(
        "fit",
        f"{counted(len(gone), 'part')} of {could} that can go left out, the weakest evidence first: limit {limit}",
    )
    for section, blocks in groupby(sorted(gone, key=lambda block: block.section), key=lambda block: block.section):
        say("fit", f"left out of {section}: {'; '.join(block.title for block in blocks)}")
    if not keeps:
        say("fit", "still too long: take sections out with `sections:`, or ask the buyer what counts")


def _tell_lost(whole: "Draft", short: "Draft", say: Say) -> None:
    """Say which criteria the whole draft answers and the short one does not."""
    if not whole.question.criteria:
        return
    from evidencegen.documents.html import render
    from evidencegen.documents.numbered import tellers_in
    from evidencegen.packs.criteria import answered

    before, after = (answered(one, tellers_in(render(one), one)) for one in (whole, short))
    for had, has in zip(before, after, strict=True):
        if had.places and not has.places:
            say(
                "fit",
                f"criterion {has.criterion.key} LOST all that answers it, {had}: keep it longer with `keep:`, or take "
                "other sections out with `sections:`",
            )
