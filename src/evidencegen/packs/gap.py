"""What is missing of what a framework asks, and what is there: the words in which a gap map is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from evidencegen.measures.framework import Asked, Framework
from evidencegen.packs.claim import Statement
from evidencegen.packs.inspection import Contradiction
from evidencegen.packs.next_evidence import Lack, Next
from evidencegen.release.figure import Figure
from evidencegen.release.profile import Profile

MOST_SHORT = 3
MOST_NAMED = 8


class Strength(Enum):
    """How strongly a statement is supported; the value is what is printed."""

    NONE = "nothing yet"
    WITHHELD = "on record, not shown"
    POLICY = "policy only"
    PRACTISED = "practised"
    PROVED = "proved in outcomes"


class Reason(Enum):
    """Why evidence is missing; the value is what is printed."""

    NEVER = "never recorded"
    STALE = "stale"
    THIN = "too thin"
    POLICY = "policy only"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Tale:
    """A case study as far as a gap map needs it: nothing of its words. `since` is the day of the concern."""

    case: str
    told: bool
    waits: bool
    advocacy: bool
    since: date | None = None


@dataclass(frozen=True)
class Known:
    """What is known of a project besides its figures.

    `newest` is the day of the newest record behind each measure, in the period or before; `lacks` what the registers
    do not hold for it. `longer` says over how many months a hidden or thin figure would be shown, of those that were
    `tried`. `registers` are the titles of the registers that each measure rests on.
    """

    as_at: date
    profile: Profile
    practice: tuple[Statement, ...] = ()
    reviewed: Mapping[str, date] = field(default_factory=dict)
    tales: tuple[Tale, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    newest: Mapping[str, date] = field(default_factory=dict)
    lacks: Mapping[str, Lack] = field(default_factory=dict)
    longer: Mapping[str, int] = field(default_factory=dict)
    tried: bool = False
    registers: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Gap:
    """One thing that is missing: why, for which statements, and the cheapest next piece of evidence.

    `about` names it, `figure` is its figure where it has one, and `detail` says more, without a number.
    """

    key: str
    about: str
    reason: Reason
    next: Next
    asked: tuple[Asked, ...]
    figure: Figure | None = None
    detail: str = ""


@dataclass(frozen=True)
class Answered:
    """One statement with all that speaks for it and against it. `figures` are those that are shown, the best first.

    `practice` are the provider's own statements, `tales` the case studies that may be told, `short` the figures that
    fall short of what the provider aims for, `clashes` the records that cannot all be right.
    """

    asked: Asked
    strength: Strength
    figures: tuple[Figure, ...]
    practice: tuple[Statement, ...]
    tales: tuple[Tale, ...]
    short: tuple[Figure, ...]
    clashes: tuple[Contradiction, ...]
    gaps: tuple[Gap, ...]

    @property
    def best(self) -> Figure | None:
        """The figure that speaks most for it."""
        return next(iter(self.figures), None)

    @property
    def worst(self) -> tuple[Figure, ...]:
        """Those of the figures short of their aim that a page has room for."""
        return self.short[:MOST_SHORT]

    @property
    def has_more_short(self) -> bool:
        """Whether further figures fall short."""
        return len(self.short) > MOST_SHORT

    @property
    def clashing(self) -> tuple[str, ...]:
        """Where records clash, each once: the sheet for readers inside, the registers for those outside."""
        return tuple(dict.fromkeys(w for c in self.clashes for w in ([c.place] if c.place else c.registers)))


@dataclass(frozen=True)
class FrameworkMap:
    """A framework with its statements. `standing` says whether it is in force on the day."""

    framework: Framework
    standing: str
    in_force: bool
    statements: tuple[Answered, ...]


@dataclass(frozen=True)
class GapRow:
    """Gaps with one reason that one next step would mend, and the statements they are of."""

    reason: Reason
    next: Next
    gaps: tuple[Gap, ...]

    @property
    def named(self) -> tuple[Gap, ...]:
        """Those that a page has room for."""
        return self.gaps[:MOST_NAMED]

    @property
    def has_more(self) -> bool:
        """Whether there are further ones."""
        return len(self.gaps) > MOST_NAMED

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Each statement once."""
        return tuple(dict.fromkeys(asked for gap in self.gaps for asked in gap.asked))


@dataclass(frozen=True)
class GapMap:
    """Frameworks with what supports them, and everything that is missing, each thing once, the cheapest first."""

    frameworks: tuple[FrameworkMap, ...]
    gaps: tuple[Gap, ...]

    @property
    def rows(self) -> tuple[GapRow, ...]:
        """The gaps that one step would mend put together, in their order."""
        together: dict[tuple[Reason, Next], list[Gap]] = {}
        for gap in self.gaps:
            together.setdefault((gap.reason, gap.next), []).append(gap)
        return tuple(GapRow(reason, step, tuple(gaps)) for (reason, step), gaps in together.items())
