"""themes of a project by period: what came up, whether it changed, what was done, whether it worked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.words import key
from evidencegen.measures.coder import is_note
from evidencegen.measures.condition import Setting
from evidencegen.measures.interval import wilson
from evidencegen.measures.view import NotCollected, Views
from evidencegen.measures.views.notes import NOTES, ORIGINS, SOURCES, Source, inside, kept
from evidencegen.measures.views.themes import OF_ACTIONS, THEMES_VIEW, codes_in, placed
from evidencegen.period import Period
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project

LATE_BEGINNING = timedelta(days=31)
MOST_MONTHS = 120
_SOURCE = {source.code: source for source in SOURCES}


@dataclass(frozen=True)
class ThemeChange:
    """One theme: its notes now and in the period before, each of all notes with a theme, and what was done.

    `concerns` are those it is recorded with, `records` the rows of registers that bring it up. Actions are those
    `raised` and `completed` in the period, `still_open` on the day, and `ever` on the plan.
    """

    theme: str
    title: str
    notes: int
    out_of: int
    notes_before: int
    out_of_before: int
    concerns: int
    concerns_before: int
    records: int
    raised: int
    completed: int
    effects_shown: int
    worked: int
    still_open: int
    ever: int

    @property
    def change(self) -> str:
        """Up, down or similar; similar unless the ranges of the two shares do not overlap.

        References:
            Wilson intervals at 95%, see `interval.wilson`. That they do not overlap is a stricter test than
            Newcombe's of the difference, on purpose: fourteen themes are looked at at once.
        """
        if not self.notes and not self.notes_before:
            return "none"
        if not self.out_of_before:
            return "nothing to compare"
        if not self.out_of:
            return "no notes now"
        now, before = wilson(self.notes, self.out_of), wilson(self.notes_before, self.out_of_before)
        if now.low <= before.high and before.low <= now.high:
            return "similar"
        more = now.low > before.high
        if (self.notes > self.notes_before) is more and self.notes != self.notes_before:
            return f"{'up' if more else 'down'} from {self.notes_before} to {self.notes}"
        was, is_now = f"{self.notes_before} of {self.out_of_before}", f"{self.notes} of {self.out_of}"
        return f"{'larger' if more else 'smaller'} share: {is_now}, after {was}"

    @property
    def gap(self) -> str:
        """What is lacking where records bring the theme up: any action, or any in the period; else nothing."""
        if not self.records or self.raised or self.completed or self.still_open:
            return ""
        return "No action in this period" if self.ever else "No action on record"


@dataclass(frozen=True)
class NotesOfKind:
    """How many notes there are of one kind, and how many of them have no theme, now and before."""

    source: str
    title: str
    notes: int
    unthemed: int
    notes_before: int
    unthemed_before: int


@dataclass(frozen=True)
class Uncoded:
    """Where notes of one kind stand in which no theme was found; those that say the same stand in one group."""

    source: str
    title: str
    places: tuple[tuple[Place, ...], ...]

    def as_dict(self) -> dict[str, Any]:
        """The same for a program; the text is not among it."""
        groups = [[{"file": p.file, "sheet": p.sheet, "cell": p.cell} for p in alike] for alike in self.places]
        return {"source": self.source, "title": self.title, "places": groups}


@dataclass(frozen=True)
class ProjectThemes:
    """Every theme with its change, and what stands beside the table. `often` is how many records are many.

    `placed_by_words` are actions that carry no theme of their own, `unplaced` those no theme was found for.
    Without a plan (`has_plan`) nothing can be said of actions.
    """

    period: Period
    before: Period
    themes: tuple[ThemeChange, ...]
    kinds: tuple[NotesOfKind, ...]
    often: int
    placed_by_words: int = 0
    unplaced: int = 0
    log_begins: date | None = None
    has_plan: bool = True

    @property
    def before_is_whole(self) -> bool:
        """Whether the log goes back to the start of the period before, give or take a month."""
        return self.log_begins is None or self.log_begins <= self.before.first + LATE_BEGINNING

    def as_dict(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "period": self.period.iso,
            "before": self.before.iso,
            "before_is_whole": self.before_is_whole,
            "themes": [
                asdict(one) | {"change": one.change, "gap": (one.gap if self.has_plan else "") or None}
                for one in self.themes
            ],
            "kinds_of_note": [asdict(one) for one in self.kinds],
            "has_plan": self.has_plan,
            "actions_placed_by_their_words": self.placed_by_words,
            "actions_without_a_theme": self.unplaced,
        }


def themes_of(project: Project, setting: Setting | None = None) -> ProjectThemes:
    """Each theme of the codebook over the period and the one before it, from the same registers.

    Raises:
        EvidenceError: the project has no safeguarding log, or no column of free text.
    """
    setting = setting or project.brief.setting()
    earlier = period_before(setting.period)
    views = Views(project.tables, setting)
    then = views.at(replace(setting, as_at=earlier.last, period=earlier))
    now, before = _notes(views), _notes(then)
    told = [(found, by_words) for _, found, by_words in placed(views)]
    return ProjectThemes(
        setting.period,
        earlier,
        tuple(_changes(views, then, _themed(now), _themed(before))),
        tuple(_of_kind(source, now, before) for source in kept(views)),
        setting.policy["theme_records"],
        sum(bool(found) and by_words for found, by_words in told),
        sum(not found for found, _ in told),
        _log_begins(views),
        ACTIONS.key in project.tables,
    )


def period_before(period: Period) -> Period:
    """The period of the same length that ends the day before: as many months where it is made of months."""
    last = period.first - timedelta(days=1)
    for months in range(1, MOST_MONTHS + 1):
        if Period.months_to(period.last, months) == period:
            return Period.months_to(last, months)
    return Period(last - (period.last - period.first), last)


def uncoded(project: Project, setting: Setting | None = None) -> tuple[Uncoded, ...]:
    """Where the notes of the period stand in which no theme was found.

    Raises:
        EvidenceError: the project has no safeguarding log, or no column of free text.
    """
    views = Views(project.tables, setting or project.brief.setting())
    rows: dict[str, set[int]] = {}
    for row in _inside(views):
        if not codes_in(row["themes"]):
            origin = row[ORIGINS[_SOURCE[row["source"]].register.key]]
            rows.setdefault(row["source"], set()).add(int(origin))
    found = []
    for source in kept(views):
        alike: dict[str, list[Place]] = {}
        for cell in views.tables[source.register.key].gated:
            if cell.column == source.column and cell.row in rows.get(source.code, ()) and is_note(cell.text):
                alike.setdefault(key(cell.text), []).append(cell.place)
        if alike:
            groups = tuple(tuple(places) for places in sorted(alike.values(), key=len, reverse=True))
            found.append(Uncoded(source.code, source.title, groups))
    return tuple(found)


def _inside(views: Views) -> Iterator[dict[str, Any]]:
    """The notes of the period."""
    if missing := NOTES.missing(views.tables, frozenset({"dated_on"})):
        raise _nothing_to_code(missing)
    try:
        return inside(views)
    except NotCollected as reason:
        raise _nothing_to_code(str(reason)) from None


def _notes(views: Views) -> Counter[tuple[str, bool]]:
    """How many notes of the period there are, by kind and by whether they have a theme."""
    return Counter((row["source"], bool(codes_in(row["themes"]))) for row in _inside(views))


def _themed(notes: Counter[tuple[str, bool]]) -> int:
    return sum(n for (_, has_theme), n in notes.items() if has_theme)


def _of_kind(source: Source, now: Counter[tuple[str, bool]], before: Counter[tuple[str, bool]]) -> NotesOfKind:
    with_theme, without = (source.code, True), (source.code, False)
    return NotesOfKind(
        source.code,
        source.title,
        now[with_theme] + now[without],
        now[without],
        before[with_theme] + before[without],
        before[without],
    )


def _changes(views: Views, then: Views, out_of: int, out_of_before: int) -> Iterator[ThemeChange]:
    titles = views.setting.coder.titles
    earlier = {row["theme"]: row for row in then.rows(THEMES_VIEW).iter_rows(named=True)}
    for row in views.rows(THEMES_VIEW).iter_rows(named=True):
        was = earlier[row["theme"]]
        done = {name: int(row[name]) for name in ("records", *OF_ACTIONS)}
        yield ThemeChange(
            theme=row["theme"],
            title=titles[row["theme"]],
            notes=int(row["notes"]),
            out_of=out_of,
            notes_before=int(was["notes"]),
            out_of_before=out_of_before,
            concerns=int(row["concerns"]),
            concerns_before=int(was["concerns"]),
            **done,
        )


def _log_begins(views: Views) -> date | None:
    """The day of the first concern on record."""
    days = views.of(SAFEGUARDING).get_column("raised_on").drop_nulls()
    return days.min().date() if len(days) else None


def _nothing_to_code(found: str) -> EvidenceError:
    return EvidenceError(
        (
            Problem(
                key="themes.not_collected",
                place=Place("themes"),
                found=found,
                wanted='a column of free text, such as "Desired outcome" or "Feedback from the person"',
                why="themes are found in the words that services keep",
                mend="add the column to a workbook, or name it under `columns:` in evidence.yaml",
            ),
        )
    )
