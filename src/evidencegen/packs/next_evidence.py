"""The next piece of evidence for what is missing, the cheapest one, down to the column."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from evidencegen.brief import registers
from evidencegen.intake.register import Column, Register
from evidencegen.measures.condition import Operator
from evidencegen.measures.measure import Exclusion, Measure
from evidencegen.measures.view import Tables
from evidencegen.release.figure import Figure, Mark

ASKED_OF_PEOPLE = frozenset(
    {"asked_outcomes", "felt_safer", "felt_listened_to", "understood", "satisfied", "confidence", "feedback"}
)
"""Columns of the safeguarding log that only the person can fill: more of them means asking, not typing."""
NOT_ASKED = "not_asked"


class Step(Enum):
    """A way to more evidence. The value is what it costs beside the others: 1 is the least."""

    FILL = 1
    SAY = 2
    WIDEN = 3
    NAME = 4
    REVIEW = 5
    STATE = 6
    SIGN = 7
    RECORD = 8
    COLUMN = 9
    ASK = 10
    WRITE = 11
    REGISTER = 12
    INSIDE = 13


@dataclass(frozen=True)
class Next:
    """One piece of evidence to come by: how, in which register and column, and for how many rows.

    `rows` are as the audience may see them, such as `about 10`, and empty where they may not be told or nobody
    can say. `of` is what the words need besides: the months of a longer period, the number of a statement.
    """

    step: Step
    register: str = ""
    column: str = ""
    rows: str = ""
    of: str = ""

    @property
    def words(self) -> str:
        """What to do, in a line."""
        sheet, column, rows = self.register.lower(), f'the column "{self.column}"', self._rows
        return {
            Step.FILL: f"fill in the blank cells of {column} in the {sheet}{rows}",
            Step.SAY: f"say in evidence.yaml how many {self.of} there are",
            Step.WIDEN: f"take {self.of or 'a longer period'}",
            Step.NAME: f"name the figure that shows it, in {column} of the {sheet}{rows}: {self.of}",
            Step.REVIEW: f"look through the policy and put the day into {column} of the {sheet}{rows}: {self.of}",
            Step.STATE: f"write down what you do about it, in the {sheet}{rows}",
            Step.SIGN: f"review and sign the case study that waits for it: {self.of}",
            Step.RECORD: f"go on recording it: {column} in the {sheet}",
            Step.COLUMN: f"add {column} to the {sheet} and fill it in{rows}",
            Step.ASK: f"ask people at review, and keep the answer in {column} of the {sheet}{rows}",
            Step.WRITE: f"write a case study with the person's consent, in the {sheet} workbook{rows}",
            Step.REGISTER: f"keep {self.of or f'the {sheet}'}",
            Step.INSIDE: "tell it to readers inside alone: they may see it",
        }[self.step]

    @property
    def _rows(self) -> str:
        return (
            f" ({self.rows} {'row' if self.rows == '1' else 'rows'}{' each' if self.step is Step.STATE else ''})"
            if self.rows
            else ""
        )


@dataclass(frozen=True)
class Lack:
    """What the registers do not hold that a measure needs: a whole register, a column of one, or a number."""

    register: Register | None = None
    column: Column | None = None
    number_of: str = ""


def lack_of(measure: Measure, tables: Tables, given: frozenset[str]) -> Lack | None:
    """What a project lacks for a measure, the first thing; `given` are the limits and numbers that its brief has."""
    hundred = measure.per_hundred
    if hundred and hundred.name not in given:
        return Lack(number_of=hundred.words)
    for register in (measure.view.register, *measure.view.needs):
        if register.key not in tables:
            return Lack(register)
    for column in sorted(measure.columns):
        for register, own in addresses(measure, column):
            if register.key not in tables or (own and own.name not in tables[register.key].collected):
                return Lack(register, own if register.key in tables else None)
    return None


def addresses(measure: Measure, column: str) -> Iterator[tuple[Register, Column | None]]:
    """The registers, and where one is meant their columns, that a column of a measure rests on."""
    known = registers()
    for address in measure.view.derived.get(column, (f"{measure.view.register.key}.{column}",)):
        key, _, name = address.partition(".")
        if key in known:
            yield known[key], known[key].column(name) if name else None


def to_collect(lack: Lack, rows: str = "") -> Next:
    """How to come by what the registers lack."""
    if lack.number_of:
        return Next(Step.SAY, of=lack.number_of)
    register, column = lack.register, lack.column
    if register is None or column is None:
        return Next(Step.REGISTER, register.title if register else "")
    step = Step.ASK if register.key == "safeguarding" and column.name in ASKED_OF_PEOPLE else Step.COLUMN
    return Next(step, register.title, column.title, rows)


def to_fill(measure: Measure, figure: Figure) -> Next | None:
    """Blank cells to fill, or people to ask, where a figure was left thin by them; None where it was not."""
    told = dict(figure.excluded)
    ways = [way for one in measure.excluded if (way := _filled(one, measure, told.get(one.reason, "")))]
    return min(ways, key=lambda way: way.step.value, default=None)


def to_go_on(measure: Measure) -> Next:
    """Go on recording what a measure rests on."""
    register, column = next(addresses(measure, measure.dated_by), (measure.view.register, None))
    return Next(Step.RECORD, register.title, column.title if column else measure.view.heading(measure.dated_by))


def to_show(measure: Measure, figure: Figure, months: int | None, *, tried: bool) -> Next:
    """How to have more in the base of a figure that is hidden or thin: a longer period, where that may help."""
    if measure.dated_by and (months or not tried):
        return Next(Step.WIDEN, of=f"{months} months (`months: {months}` in evidence.yaml)" if months else "")
    if figure.mark is Mark.SUPPRESSED:
        return Next(Step.INSIDE)
    return to_go_on(measure) if measure.dated_by else Next(Step.INSIDE)


def _filled(one: Exclusion, measure: Measure, rows: str) -> Next | None:
    """What would bring back rows that were left out for one reason, if any were."""
    if not rows or rows == "0":
        return None
    rows = "" if rows == Mark.SUPPRESSED.value else rows
    for name, test in (*one.rows.tests, *(pair for each in one.rows.either for pair in each.tests)):
        register, column = next(addresses(measure, name), (None, None))
        if register is None or column is None:
            continue
        if test.values == (NOT_ASKED,):
            return Next(Step.ASK, register.title, column.title, rows)
        if one.quality and test.operator is Operator.BLANK:
            return Next(Step.FILL, register.title, column.title, rows)
    return None
