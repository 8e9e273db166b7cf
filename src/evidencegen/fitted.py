"""A draft shortened until it keeps to the words, characters or pages that its buyer reads."""

import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from evidencegen.intake.account import counted
from evidencegen.limit import Limit, Standing, standing
from evidencegen.project import Say

if TYPE_CHECKING:
    from evidencegen.packs.draft import Draft
    from evidencegen.packs.fit import Block, Content

MOST_MISSES = {False: 12, True: 3}
"""How many blocks are put back in vain before no more is tried: of words and characters, and of pages."""
Fill = Callable[["Content"], "Draft"]


def fitted(fill: Fill, content: "Content", limit: Limit, say: Say) -> "Draft":
    """The draft that `fill` makes of some content, without as many of its weakest blocks as its limit asks for.

    What went last may be large, a case study or a table: what then still fits of the rest is put back, the strongest
    first. It is the same words in every form, short enough for the page and for the plain text, of which the text is
    mostly the longer, and for the pages of the PDF.
    """
    whole = fill(content)
    if not ((limit.counted or limit.pages) and limit.fit):
        return whole
    keeps_whole, pages = _keeps_to(whole, limit, is_whole=True)
    if keeps_whole:
        return whole
    from evidencegen.packs.fit import going

    order = going(content, whole, limit)
    made: dict[int, Draft] = {0: whole}

    def made_without(gone: int) -> "Draft":
        if gone not in made:
            made[gone] = _shortened(fill, content, whole, order[:gone])
        return made[gone]

    guess = _guess(made_without, len(order), limit.pages / pages) if limit.pages and pages else len(order) // 2
    number = _least(len(order), lambda gone: keeps_to(made_without(gone), limit), guess)
    fits, number = number <= len(order), min(number, len(order))
    gone, short = order[:number], made_without(number)
    if fits:
        gone, short = _put_back(fill, content, whole, gone, short, limit)
    _tell(gone, len(order), limit, fits, say)
    return _told_lost(whole, short, say)


def _least(most: int, keeps: Callable[[int], bool], guess: int) -> int:
    """The least number from 1 that keeps to a limit, as every larger one does; one more than the most if none does.

    It is sought around a guess by steps that double, and then between two that are known.
    """
    low, high, step, at = 0, most + 1, 1, min(max(guess, 1), most)
    while high - low > 1:
        if keeps(at):
            high = at
        else:
            low = at
        if low and high <= most:
            at = (low + high) // 2
        else:
            at = min(max(at - step if high <= most else at + step, low + 1), high - 1)
        step *= 2
    return high


def _guess(made_without: Callable[[int], "Draft"], most: int, share: float) -> int:
    """About how many blocks have to go for the pages: so many that this share of the words is left.

    To count words takes a tenth of what it takes to lay out pages.
    """

    @cache
    def words(gone: int) -> int:
        from evidencegen.documents.html import render

        return _standings(render(made_without(gone)), Limit())[0].amount.words

    return bisect_left(range(most), True, key=lambda gone: words(gone) <= words(0) * share)


def keeps_to(draft: "Draft", limit: Limit) -> bool:
    """Whether a draft is no longer than is read, as a page of HTML, as plain text and as the pages of a PDF."""
    keeps, _ = _keeps_to(draft, limit)
    return keeps


def _keeps_to(draft: "Draft", limit: Limit, *, is_whole: bool = False) -> tuple[bool, int]:
    """The same, and how many pages it has; none where words or characters are too many already.

    The pages of a whole draft that keeps to its limit are kept, since they are those that are written.
    """
    from evidencegen.documents.formats.pdf import pages_of
    from evidencegen.documents.html import render

    page = render(draft)
    if any(one.over for one in _standings(page, limit)):
        return False, 0
    pages = pages_of(page, kept_within=limit.pages if is_whole else 0) if limit.pages else 0
    return pages <= (limit.pages or 0), pages


def _standings(page: str, limit: Limit) -> tuple[Standing, ...]:
    """How a page stands to its limit, as it is and as plain text."""
    from evidencegen.documents.formats.txt import pieces_of_text
    from evidencegen.documents.page import read
    from evidencegen.documents.pieces import pieces

    parts = read(page).parts
    return tuple(standing(told, limit) for told in (tuple(pieces(parts)), pieces_of_text(parts)))


def _put_back(
    fill: Fill, content: "Content", whole: "Draft", gone: Sequence["Block"], short: "Draft", limit: Limit
) -> tuple[tuple["Block", ...], "Draft"]:
    """What is gone in the end, and the draft: each block that went is put back if it fits, the last to go first.

    Never one before another because of how good it looks. The very last is known not to fit. It ends after so many that
    did not fit, of which each has cost a draft, or its pages.
    """
    left, misses, room = list(gone), 0, _room(short, limit)
    for block in gone[-2::-1]:
        if misses == MOST_MISSES[bool(limit.pages)]:
            break
        if _is_bare(block, left) or _least_words(block, whole, limit) > room:
            continue
        others = [one for one in left if one is not block]
        tried = _shortened(fill, content, whole, others)
        if keeps_to(tried, limit):
            left, short, room = others, tried, _room(tried, limit)
        else:
            misses += 1
    return tuple(left), short


def _is_bare(block: "Block", gone: Sequence["Block"]) -> bool:
    """Whether a block is the control of a claim that is gone."""
    return block.kind == "controls" and any(one.kind == "claims" and one.keys == block.keys for one in gone)


def _room(draft: "Draft", limit: Limit) -> int:
    """How many words more may be read, where words are limited."""
    from evidencegen.documents.html import render

    if not limit.words:
        return sys.maxsize
    return min(limit.words - one.amount.words for one in _standings(render(draft), limit))


def _least_words(block: "Block", whole: "Draft", limit: Limit) -> int:
    """How many words a block has at least, so that nothing is tried that cannot fit."""
    section = next(one for one in whole.sections if one.key == block.section)
    told: list[object] = []
    if block.kind == "claims":
        told += [claim.statement for part in section.practice for claim in part.claims if claim.number in block.keys]
    elif block.kind == "case_studies" and limit.counts("case_studies"):
        told += [step.words or "" for one in whole.examples if one.case in block.keys for step in one.steps]
    elif block.kind == "tables" and limit.counts("tables"):
        tables = [table for key in block.keys for table in section.tables.get(key, ())]
        told += [f"{row.heading} {'x ' * len(row.cells)}" for table in tables for row in table.rows if row.heading]
        told += [figure.title for key in block.keys if (figure := section.figures.get(key)) and not figure.mark]
    elif block.kind == "charts" and limit.counts("captions"):
        told += [section.charts[key].title for key in block.keys]
    elif block.kind == "figures":
        shown = [one for key in block.keys if (one := section.figures.get(key)) and not one.mark]
        told += [f"{figure.amount} {figure.noun}" for figure in shown]
    return sum(len(str(words).split()) for words in told)


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


def _told_lost(whole: "Draft", short: "Draft", say: Say) -> "Draft":
    """The short draft, with the criteria that the whole one answers and it does not; each is said."""
    if not whole.question.criteria:
        return short
    from evidencegen.documents.html import render
    from evidencegen.documents.numbered import tellers_in
    from evidencegen.packs.criteria import answered

    before, after = (answered(one, tellers_in(render(one), one)) for one in (whole, short))
    lost = [had for had, has in zip(before, after, strict=True) if had.places and not has.places]
    for one in lost:
        mend = "keep it longer with `keep:`, or take other sections out with `sections:`"
        say("fit", f"criterion {one.criterion.key} LOST all that answers it, {one}: {mend}")
    return replace(short, lost=tuple(one.criterion.key for one in lost))
