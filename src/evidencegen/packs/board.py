"""What a board is told besides figures: what changed, was decided or restated, and charts of months."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evidencegen.measures.change import Change, ChartKind
from evidencegen.measures.history import Variation
from evidencegen.packs.caveat import alternative, notes
from evidencegen.packs.claim import Words
from evidencegen.packs.finding import in_short, meaning, subject, title
from evidencegen.packs.month_plot import as_plot
from evidencegen.release.figure import Figure


@dataclass(frozen=True)
class Months:
    """One figure month by month: what its chart found, the chart, and the counts behind each point."""

    change: Change
    key: str
    title: str
    alt: str
    svg: str
    remarks: tuple[str, ...]

    @property
    def address(self) -> str:
        """The picture as a data address, for an image."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode()).decode()}"

    @property
    def is_judged(self) -> bool:
        """Whether the last month can be told from chance."""
        return self.change.has_limits

    @property
    def now(self) -> Variation:
        """What the last month with a value means."""
        return Variation.COMMON if self.change.kind is ChartKind.NONE else meaning(self.change, self.change.last)

    @property
    def subject(self) -> str:
        """What it is of, to stand within a sentence."""
        return subject(self.change)

    @property
    def in_short(self) -> str:
        """Its title where it has been said already that this is unlikely to be chance."""
        return in_short(self.change)

    def as_dict(self) -> dict[str, Any]:
        """The series for a manifest: each point with its counts, in the order of time."""
        points = self.change.points
        return {
            "key": self.key,
            "chart": self.change.kind.value,
            "months": [f"{point.month:%Y-%m}" for point in points],
            "counted": [None if point.value is None else point.counted for point in points],
            "out_of": [None if point.value is None else point.out_of for point in points],
            "mean": _at_last(self.change, "mean"),
            "lower": _at_last(self.change, "lower"),
            "upper": _at_last(self.change, "upper"),
            "target": self.change.target,
        }


def months_of(key: str, change: Change) -> Months:
    """One chart of a pack: the finding as its caption, the picture without it, and what a reader has to know."""
    drawn = as_plot(change) if change.points else ""
    return Months(change, key, title(change), alternative(change), drawn, notes(change))


def _at_last(change: Change, name: str) -> float | None:
    if change.xmr is None or not change.has_limits:
        return None
    values: Sequence[float] = getattr(change.xmr, name)
    return round(values[change.last], 6)


@dataclass(frozen=True)
class Crossing:
    """A figure that met its target a month ago and does not now, or the other way about."""

    now: Figure
    before: Figure
    target: str
    day_before: str

    @property
    def is_better(self) -> bool:
        """Whether it meets its target now."""
        return self.now.meets_target

    def as_dict(self) -> dict[str, Any]:
        """Both figures, for a manifest."""
        return {"now": self.now.as_dict(), "before": self.before.as_dict()}


@dataclass(frozen=True)
class Short:
    """A figure that misses its target now as it did a month ago."""

    now: Figure
    target: str

    @property
    def by(self) -> float:
        """How far its share lies from its target, from 0 to 1."""
        return abs(float(self.now.share or 0) - float(self.now.target or 0))


@dataclass(frozen=True)
class ActionState:
    """Where one action of the plan stands, in words; `needs_eye` where it is late or nothing shows its effect."""

    words: str
    needs_eye: bool


@dataclass(frozen=True)
class Decision:
    """What was decided, in words that passed the gate, and where each action stands that came of it."""

    said: Words
    actions: tuple[ActionState, ...]


@dataclass(frozen=True)
class ThemeLine:
    """One theme: notes that bring it up now and before, whether that changed, and what was done about it."""

    theme: str
    title: str
    notes: int
    notes_before: int
    change: str
    concerns: int
    raised: int
    completed: int
    effects_shown: int
    worked: int
    still_open: int
    gap: str

    @property
    def is_silent(self) -> bool:
        """Whether nothing brings it up and nothing is done or open about it."""
        told = (self.notes, self.notes_before, self.concerns, self.raised, self.completed, self.still_open)
        return not any(told)

    @property
    def needs_eye(self) -> bool:
        """Whether something is lacking, or it comes up more often than before."""
        return bool(self.gap) or self.change.startswith(("up", "larger"))


@dataclass(frozen=True)
class Seen:
    """Notes of one kind that the check made of one workbook: how many cells or rows, and what it means."""

    where: str
    means: str
    places: int


@dataclass(frozen=True)
class Restated:
    """One figure of an earlier report that comes out otherwise today, for the same day and period."""

    key: str
    title: str
    was: str
    now: str
    why: str


@dataclass(frozen=True)
class Again:
    """The figures of one earlier report taken again: how many, and those that come out otherwise."""

    file: str
    of: str
    looked_at: int
    restated: tuple[Restated, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True)
class Board:
    """What stands in a board pack besides figures of measures.

    Where the pack `leaves` the house, only what was decided is told: the rest is exact. `undrawn` are measures for
    which there is no chart, each with the reason; `seen` is what the check found; `behind` are registers that seem to
    stop before the day, each with the day of its newest entry.
    """

    leaves: bool
    decided: tuple[Decision, ...] = ()
    charts: tuple[Months, ...] = ()
    undrawn: tuple[tuple[str, str], ...] = ()
    crossings: tuple[Crossing, ...] = ()
    short: tuple[Short, ...] = ()
    themes: tuple[ThemeLine, ...] = ()
    before: str = ""
    before_is_whole: bool = True
    has_plan: bool = True
    seen: tuple[Seen, ...] = ()
    again: tuple[Again, ...] = ()
    behind: tuple[tuple[str, str], ...] = ()

    @property
    def worse(self) -> tuple[Months, ...]:
        """Charts whose last month is a concern that is unlikely to be chance."""
        return tuple(self._now(Variation.CONCERN))

    @property
    def better(self) -> tuple[Months, ...]:
        """Charts whose last month is an improvement that is unlikely to be chance."""
        return tuple(self._now(Variation.IMPROVEMENT))

    @property
    def otherwise(self) -> tuple[Months, ...]:
        """Charts whose last month is unlikely to be chance, where neither way is better."""
        return (*self._now(Variation.HIGHER), *self._now(Variation.LOWER))

    @property
    def steady(self) -> tuple[Months, ...]:
        """Charts with nothing in the last month that chance would not bring."""
        return tuple(one for one in self._now(Variation.COMMON) if one.is_judged)

    @property
    def unjudged(self) -> tuple[Months, ...]:
        """Charts of which nobody can tell: too few months, too few a month, or months too alike for limits."""
        return tuple(one for one in self._now(Variation.COMMON) if not one.is_judged)

    @property
    def judged(self) -> tuple[Months, ...]:
        """Charts whose last month can be told from chance."""
        return tuple(one for one in self.charts if one.is_judged)

    @property
    def charts_in_order(self) -> tuple[Months, ...]:
        """Those that got worse first, then better, then otherwise moved, then the rest as the brief names them."""
        return (*self.worse, *self.better, *self.otherwise, *self.steady, *self.unjudged)

    @property
    def now_missed(self) -> tuple[Crossing, ...]:
        """Figures that no longer meet their target."""
        return tuple(one for one in self.crossings if not one.is_better)

    @property
    def now_met(self) -> tuple[Crossing, ...]:
        """Figures that meet their target again, or for the first time."""
        return tuple(one for one in self.crossings if one.is_better)

    @property
    def furthest_short(self) -> tuple[Short, ...]:
        """Figures that miss their target now as before, the furthest from it first."""
        return tuple(sorted(self.short, key=lambda one: (-one.by, one.now.title)))

    @property
    def themes_told(self) -> tuple[ThemeLine, ...]:
        """Themes with something on record: those that need an eye first, then by their notes."""
        told = (one for one in self.themes if not one.is_silent)
        return tuple(sorted(told, key=lambda one: (not one.needs_eye, -one.notes, one.title)))

    @property
    def themes_silent(self) -> tuple[ThemeLine, ...]:
        """Themes with nothing on record."""
        return tuple(one for one in self.themes if one.is_silent)

    @property
    def as_printed(self) -> tuple[Again, ...]:
        """Earlier reports of which every figure comes out as it was printed."""
        return tuple(one for one in self.again if not one.restated and not one.gone)

    def _now(self, variation: Variation) -> Iterator[Months]:
        return (one for one in self.charts if one.now is variation)

    def as_dict(self) -> dict[str, Any]:
        """Every number told here, for a manifest."""
        return {
            "series": [one.as_dict() for one in self.charts],
            "crossings": [one.as_dict() for one in self.crossings],
            "short_of_target": [one.now.as_dict() for one in self.short],
            "themes": [vars(one) for one in self.themes],
            "check": [vars(one) for one in self.seen],
            "restated": [vars(one) | {"restated": [vars(each) for each in one.restated]} for one in self.again],
        }
