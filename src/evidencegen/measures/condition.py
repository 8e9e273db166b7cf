"""Which rows count, in a form that can be printed.

A condition is data, not a function: the pack prints it beside the number it produced, the
manifest hashes it, and it compiles to one expression over whole columns.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, Protocol

import narwhals as nw

from evidencegen.measures.coder import Coder, usual_coder
from evidencegen.period import Period, day_words

if TYPE_CHECKING:
    from evidencegen.measures.layout import Layout, Mask

DAY = 86_400_000


@dataclass(frozen=True)
class Setting:
    """What a condition is judged by: the day, the period, and the provider's own limits.

    `day` are the words for the day, where a definition is told for no day in particular. `coder` tells the
    themes of free text: by the provider's own codebook, or by ours.
    """

    as_at: date
    period: Period
    policy: Mapping[str, int] = field(default_factory=dict)
    day: str = ""
    coder: Coder = field(default_factory=usual_coder, compare=False, repr=False)


@dataclass(frozen=True)
class Policy:
    """A limit that the provider sets in its brief, such as `review_days`."""

    name: str
    words: str


class Day(Enum):
    """A day that is known only when the measure is taken."""

    AS_AT = "the date of the figures"


Value = str | int | Policy | Day


class Operator(Enum):
    """One question put to one cell, and the words for it."""

    IS = "is"
    ONE_OF = "is one of"
    INCLUDES = "includes"
    AT_MOST = "is at most"
    AT_LEAST = "is at least"
    BEFORE = "is before"
    GIVEN = "is given"
    BLANK = "is blank"


@dataclass(frozen=True)
class Test:
    """An operator and what it compares with. A blank cell passes only `blank`."""

    operator: Operator
    values: tuple[Value, ...] = ()

    def words(self, setting: Setting, column: str, wording: "Wording") -> str:
        """The test as it is printed: the limits in force, and the titles of codes."""
        says = wording.says(column)
        if self.operator in (Operator.IS, Operator.ONE_OF) and all(value in says for value in self.values):
            return either(says[str(value)] for value in self.values)
        titles, unit = wording.titles(column), wording.unit_of(column)
        operands = either(_value_words(value, setting, titles, unit) for value in self.values)
        operator = "is" if self.operator is Operator.ONE_OF else self.operator.value
        return f"{wording.heading(column)} {operator} {operands}".rstrip()


@dataclass(frozen=True)
class Condition:
    """Every test must pass, and one of `either` where there are any."""

    tests: tuple[tuple[str, Test], ...] = ()
    either: tuple["Condition", ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column that a test looks at."""
        return frozenset(c for c, _ in self.tests).union(*(c.columns for c in self.either))

    def __and__(self, other: "Condition") -> "Condition":
        either = self.either or other.either
        if self.either and other.either:
            either = tuple(one & another for one in self.either for another in other.either)
        return Condition(self.tests + other.tests, either)

    def words(self, setting: Setting, wording: "Wording") -> str:
        """The condition as a reader sees it, such as `"Own words" is "Yes"`, in the words of the workbook."""
        parts = [test.words(setting, column, wording) for column, test in self.tests]
        if self.either:
            any_one = ", or ".join(c.words(setting, wording) for c in self.either)
            parts.append(f"({any_one})" if parts else any_one)
        return " and ".join(parts) or "every row"

    def over(self, passes: "Callable[[str, Test], Mask]", rows: int) -> "Mask":
        """Which of so many rows meet it, from what `passes` says of each column and test."""
        from numpy import ones

        tests = [passes(name, test) for name, test in self.tests]
        if self.either:
            tests.append(reduce(or_, (c.over(passes, rows) for c in self.either)))
        return reduce(and_, tests) if tests else ones(rows, dtype=bool)


class Wording(Protocol):
    """How a view names its columns and codes to a reader."""

    def heading(self, column: str) -> str:
        """The column's heading, in quotation marks where a workbook has it."""

    def titles(self, column: str) -> Mapping[str, str]:
        """The words for each code of a column."""

    def unit_of(self, column: str) -> str:
        """The unit of a column's numbers."""

    def says(self, column: str) -> Mapping[str, str]:
        """What each code of a column says of a row, as a whole statement."""


EVERY_ROW = Condition()


def where(**tests: Value | Test) -> Condition:
    """Read as English: `where(kind="imca", days_to_allocation=at_most(3))`."""
    return Condition(tuple((c, t if isinstance(t, Test) else Test(Operator.IS, (t,))) for c, t in tests.items()))


def any_of(*conditions: Condition) -> Condition:
    """At least one of these must hold."""
    return Condition(either=conditions)


def one_of(*values: Value) -> Test:
    """The cell holds one of these codes."""
    return Test(Operator.ONE_OF, values)


def includes(value: str) -> Test:
    """The cell holds several codes, this one among them."""
    return Test(Operator.INCLUDES, (value,))


def at_most(limit: int | Policy) -> Test:
    """The cell's number is this or less."""
    return Test(Operator.AT_MOST, (limit,))


def at_least(limit: int | Policy) -> Test:
    """The cell's number is this or more."""
    return Test(Operator.AT_LEAST, (limit,))


def before(day: Day) -> Test:
    """The cell's day comes before this one."""
    return Test(Operator.BEFORE, (day,))


GIVEN = Test(Operator.GIVEN)
BLANK = Test(Operator.BLANK)


def midnight(day: date) -> datetime:
    """The day as the tables hold it."""
    return datetime.combine(day, time())


def day_number(column: str) -> nw.Expr:
    """Whole days since 1 January 1970."""
    return nw.col(column).dt.timestamp("ms") / DAY


def working_day_number(days: nw.Series[Any]) -> nw.Series[Any]:
    """Days from Monday to Friday up to and including the day, counted from 1 January 1970, a Thursday.

    The difference of two is the working days between them. Bank holidays are not taken out.
    """
    since_monday = days.dt.timestamp("ms") / DAY + 3
    return (since_monday // 7) * 5 + (since_monday % 7 + 1).clip(upper_bound=5)


def either(words: Iterable[str]) -> str:
    """Alternatives as English lists them: `a`, `a or b`, `a, b or c`."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} or {last}" if first else last


def _resolve(value: Value, setting: Setting) -> Any:
    if isinstance(value, Policy):
        return setting.policy[value.name]
    if isinstance(value, Day):
        return midnight(setting.as_at)
    return value


def _value_words(value: Value, setting: Setting, titles: Mapping[str, str], unit: str) -> str:
    if isinstance(value, Policy):
        return _amount(setting.policy[value.name], value.words)
    if isinstance(value, Day):
        return setting.day or day_words(setting.as_at)
    if isinstance(value, int):
        return _amount(value, unit)
    return f'"{titles[str(value)]}"' if str(value) in titles else str(value)


def _amount(number: int, unit: str) -> str:
    """The number with its unit, in the right number: 1 day, 2 days."""
    return f"{number} {unit.removesuffix('s') if number == 1 else unit}".rstrip()


def passing(cells: nw.Series[Any], test: Test, setting: Setting, words: "Layout | None" = None) -> "Mask":
    """Which cells of a column, of any library Narwhals carries, pass a test; a blank passes only that for blanks.

    Where the different `words` of the column are known, each of them is tested once.
    """
    if words is not None and test.operator in _OF_WORDS:
        from numpy import array

        passes = array([_word_passes(word, test, setting) for (word,) in words.labels], dtype=bool)
        return words.picked(passes)
    mask: Mask = _passes(cells, test, setting).fill_null(False).to_numpy().astype(bool)
    return mask


_OF_WORDS = (Operator.GIVEN, Operator.BLANK, Operator.IS, Operator.ONE_OF, Operator.INCLUDES)


def _word_passes(word: str | None, test: Test, setting: Setting) -> bool:
    if word is None or test.operator in (Operator.GIVEN, Operator.BLANK):
        return (word is None) is (test.operator is Operator.BLANK)
    values = [_resolve(value, setting) for value in test.values]
    return f"|{values[0]}|" in word if test.operator is Operator.INCLUDES else word in values


def _passes(cell: Any, test: Test, setting: Setting) -> Any:
    values = [_resolve(value, setting) for value in test.values]
    match test.operator:
        case Operator.GIVEN:
            return ~cell.is_null()
        case Operator.BLANK:
            return cell.is_null()
        case Operator.IS:
            return cell == values[0]
        case Operator.ONE_OF:
            return cell.is_in(values)
        case Operator.INCLUDES:
            return cell.str.contains(f"|{values[0]}|", literal=True)
        case Operator.AT_MOST:
            return cell <= values[0]
        case Operator.AT_LEAST:
            return cell >= values[0]
        case Operator.BEFORE:
            return cell < values[0]
