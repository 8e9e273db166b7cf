"""What one figure of a finished document says, and of which rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from evidencegen.measures.condition import Condition
from evidencegen.measures.measure import Measure
from evidencegen.release.equations import Equations


@dataclass(frozen=True)
class Printed:
    """One figure as a document tells it: its entry in the manifest, and the rule the document was made under."""

    document: str
    figure: Mapping[str, Any]
    rule: Mapping[str, Any]
    share_of_exact: bool = False

    @property
    def covers(self) -> tuple[str, str]:
        """The period and the day: figures of one key are one number only where both agree."""
        return self.figure["period"], self.figure["as_at"]

    @property
    def days(self) -> str:
        """The period and the day in one word."""
        return " ".join(self.covers)

    @property
    def called(self) -> str:
        """Title and part, as the document prints them."""
        return ", ".join(words for words in (self.figure["title"], self.figure["group"]) if words)


@dataclass
class Knowledge:
    """Everything printed as equations; `rows` gives the unknown for each set of rows that a figure counts."""

    equations: Equations = field(default_factory=Equations)
    rows: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def of(self, key: tuple[Any, ...]) -> int:
        """The unknown for a set of rows."""
        if key not in self.rows:
            self.rows[key] = self.equations.unknown()
        return self.rows[key]


def counted_rows(one: Printed, measures: Mapping[str, Measure]) -> tuple[Any, ...]:
    """The set of rows that a figure counts."""
    return rows_of(one, measures, base=False)


def rows_of(one: Printed, measures: Mapping[str, Measure], *, base: bool) -> tuple[Any, ...]:
    """The set of rows that a figure counts, or its base, named alike in every figure that is of the same rows."""
    figure, measure = one.figure, measures.get(one.figure["key"].partition("[")[0])
    part = (figure["column"], figure["code"])
    if measure is None:
        return (figure["key"], base, *one.covers)
    if figure["column"] and figure["column"] == measure.among:
        whole, part = measure.out_of & measure.counted, part if not base else (None, None)
    else:
        whole = measure.out_of if base else measure.out_of & measure.counted
    left_out = frozenset(e.rows for e in measure.excluded)
    days = one.covers if measure.dated_by else ("", figure["as_at"])
    return (measure.view.key, measure.dated_by, days, measure.per, left_out, part, _tests(whole))


def _tests(condition: Condition) -> frozenset[Any]:
    return frozenset((*condition.tests, *condition.either))


def is_number(one: Printed, measures: Mapping[str, Measure]) -> bool:
    """Whether nothing is divided: a count that has no base."""
    measure = measures.get(one.figure["key"].partition("[")[0])
    return measure.count_only if measure else one.figure["out_of"] is None and one.figure["mark"] is None


def number_in(words: str) -> int:
    """The number of `about 1,245`, `45` or `45 [p]`.

    Raises:
        ValueError: there is none.
    """
    return int(words.removeprefix("about ").split()[0].replace(",", ""))
