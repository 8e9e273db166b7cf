"""What an inspection pack tells besides figures, as sheets: how figures stand, what clashes."""

from collections.abc import Iterator, Sequence

from evidencegen.documents.figure_cells import in_words
from evidencegen.documents.gap_sheets import gap_sheets
from evidencegen.documents.sheet import NONE, Cell, Head, Holds, Sheet, told, upper
from evidencegen.packs.draft import Draft, Section
from evidencegen.packs.gap import GapMap
from evidencegen.packs.inspection import Judged, Summary
from evidencegen.release.figure import Figure, per_cent

MAY_BE = "may be chance"


def inspection_sheets(summary: Summary, draft: Draft, section: Section) -> Iterator[Sheet]:
    """The sheets of the summary and of the gap map; the other sections tell figures alone."""
    if section.key == "gaps" and isinstance(summary.gaps, GapMap):
        yield from gap_sheets(summary.gaps)
    if section.key != "summary":
        return
    yield from _stand(summary, draft, section)
    yield from _contradictions(summary)
    yield from _unevidenced(draft)


def _stand(summary: Summary, draft: Draft, section: Section) -> Iterator[Sheet]:
    """Each figure of the summary under the heading that it stands under there."""
    heads = (
        Head("Stands under", widest=36),
        Head("Measure", widest=42),
        Head("In words"),
        Head("We aim for"),
        Head("95% range"),
        Head("Caution"),
        Head("Look in", widest=42),
    )
    judged: tuple[tuple[str, Sequence[Judged], str], ...] = (
        ("What is strong", summary.strengths, MAY_BE),
        ("What falls short of what we aim for", summary.below, MAY_BE),
        ("What is too near our aim to tell", summary.near, NONE),
    )
    others: tuple[tuple[str, Sequence[Figure]], ...] = (
        ("What is overdue, or was not done in time", summary.overdue),
        ("Too few for a percentage", summary.small),
        ("Resting on patchy records", summary.provisional),
        ("Not shown", summary.absent),
        ("Measured, but we have set no aim", summary.aimless),
    )
    rows = [
        (words, *_figure(one.figure, draft, section, NONE if one.surely else unsure))
        for words, several, unsure in judged
        for one in several
    ]
    rows += [(words, *_figure(one, draft, section, NONE)) for words, several in others for one in several]
    if rows:
        chance = f'"{MAY_BE}" stands where the 95% range takes in our aim.'
        unsure = (chance,) if any(MAY_BE in row for row in rows) else ()
        yield told("how_it_stands", "What to say, and what to look at first", heads, rows, besides=unsure)


def _figure(figure: Figure, draft: Draft, section: Section, unsure: str) -> tuple[Cell, ...]:
    place = draft.told_in(figure, section)
    return (
        f"{figure.title}, {figure.group}" if figure.group else figure.title,
        figure.gap if figure.mark else in_words(figure),
        _aim(figure),
        figure.range if figure.interval and not figure.mark else NONE,
        unsure,
        f"{place.number} {place.title}" if place else "the notes",
    )


def _aim(figure: Figure) -> str:
    if figure.target is None:
        return NONE
    return f"{'at most' if figure.lower_is_better else 'at least'} {per_cent(figure.target)}"


def _contradictions(summary: Summary) -> Iterator[Sheet]:
    heads = [Head("Registers", widest=42), Head("What cannot be right", widest=80)]
    within = any(one.place for one in summary.contradictions)
    if within:
        heads += [Head("Where", widest=42), Head("Rows (number)", Holds.NUMBER)]
    rows: list[tuple[Cell, ...]] = []
    for one in summary.contradictions:
        where = (one.place or NONE, NONE if one.rows is None else one.rows) if within else ()
        rows.append((" and ".join(one.registers), upper(one.words), *where))
    if rows:
        yield told("contradictions", "What contradicts what", heads, rows)


def _unevidenced(draft: Draft) -> Iterator[Sheet]:
    rows = [(str(claim.statement), claim.grade.value) for claim in draft.unevidenced]
    if rows:
        heads = (Head("Statement", widest=90), Head("How far it is shown"))
        yield told("unevidenced", "What we say and no figure shows yet", heads, rows)
