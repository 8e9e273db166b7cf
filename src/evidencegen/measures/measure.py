"""What is counted, out of what."""

from dataclasses import dataclass
from enum import Enum

from evidencegen.measures.condition import EVERY_ROW, Condition, Policy, Setting
from evidencegen.measures.view import Unit, View


class Direction(Enum):
    """Which way is better, where one is."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    NEITHER = "neither high nor low is better"


class About(Enum):
    """Whom a count could point at, which decides how the gate treats it."""

    PEOPLE = "people we support"
    STAFF = "members of staff"
    RECORDS = "records, such as audit answers and actions"


@dataclass(frozen=True)
class Exclusion:
    """Rows left out of the base, and the reason a reader is given.

    With `quality` they are left out because the record is poor, not because the measure does not
    apply to them: many of those make a figure provisional, or unfit to leave the house.
    """

    reason: str
    rows: Condition
    quality: bool = False


@dataclass(frozen=True)
class Wait:
    """How long something takes: the days to its end, and so far where it has not ended, with the unit of both."""

    days: str
    so_far: str
    unit: Unit


@dataclass(frozen=True)
class Measure:
    """A definition that can be read aloud: `counted`, out of `out_of`, dated by a column.

    Without `dated_by` the measure says how things stand on the day. `of` are the words for the
    base, as in "92% of concluded concerns". With `count_only` nothing is divided: the figure is a
    count. `by` names columns to break it down by, each part with a base of its own; `among`
    names one column of codes, each of which is then counted out of all rows counted, `each_of`
    being the words for those. `per` names a column, such as a person's, whose distinct values are
    counted instead of rows.
    With a `wait` the reading is a median and a 90th percentile of days, rows that have not come to an end
    counted as still waiting. With `per_hundred`, a number that the provider gives in its brief, the count is
    shown for each hundred of those. `sensitivity` names rows without which the figure is worked out once
    more, for a reader who would have left them out. `target` is a share from 0 to 1.
    `about` says whom a count could point at; what is not said to be otherwise is about people.
    """

    key: str
    title: str
    view: View
    of: Unit
    answers: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    why: str = ""
    caution: str = ""
    counted: Condition = EVERY_ROW
    out_of: Condition = EVERY_ROW
    dated_by: str = ""
    excluded: tuple[Exclusion, ...] = ()
    count_only: bool = False
    by: tuple[str, ...] = ()
    among: str = ""
    each_of: Unit | None = None
    per: str = ""
    wait: Wait | None = None
    per_hundred: Policy | None = None
    sensitivity: Exclusion | None = None
    target: float | None = None
    about: About = About.PEOPLE
    direction: Direction = Direction.HIGHER

    def __post_init__(self) -> None:
        if strangers := sorted(self.columns - self.view.columns):
            raise ValueError(f"measure {self.key} names {', '.join(strangers)}, which {self.view.key} does not have")

    @property
    def columns(self) -> frozenset[str]:
        """Every column the definition looks at, breakdowns set aside."""
        left_out = self.excluded if self.sensitivity is None else (*self.excluded, self.sensitivity)
        conditions = (self.counted, self.out_of, *(e.rows for e in left_out))
        waited = (self.wait.days, self.wait.so_far) if self.wait else ()
        single = {name for name in (self.dated_by, self.among, self.per, *waited) if name}
        return frozenset(single).union(*(c.columns for c in conditions))

    @property
    def registers(self) -> frozenset[str]:
        """Keys of the registers it rests on."""
        keys = set(self.view.rests_on)
        for column in self.columns:
            keys |= {address.partition(".")[0] for address in self.view.derived.get(column, ())}
        return frozenset(keys)

    def definition(self, setting: Setting) -> str:
        """The definition in words, with the provider's limits in force: what is counted, out of what, blanks."""
        base = f"every {self.view.unit.one}"
        if self.out_of != EVERY_ROW:
            base = f"each {self.view.unit.one} where {self.out_of.words(setting, self.view)}"
        base += f", by {self.view.heading(self.dated_by)}" if self.dated_by else ", on the day"
        if self.per:
            base += f", each {self.per} counted once"
        if self.count_only:
            return f"{base[0].upper()}{base[1:]}. {self.caution}"
        counted = "All" if self.counted == EVERY_ROW else f"Where {self.counted.words(setting, self.view)}"
        each = f" Then each {self.view.heading(self.among)} out of those counted." if self.among else ""
        without = "".join(f"; left out: {e.reason}" for e in self.excluded)
        return f"{counted}, out of {base}{without}.{each} {self.caution}"
