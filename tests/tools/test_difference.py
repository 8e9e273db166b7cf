"""Differences between two readings of a cell, each with its reason."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest

from evidencegen.intake.sheet import Fault, Percent, Sheet
from tools import difference
from tools.difference import UNEXPLAINED, Readings

DAY = datetime.fromisoformat("2025-03-04")
WRONG = Fault("cell.error", "#REF!")
NOT_WORKED_OUT = Fault("cell.not_calculated", "a formula")


@dataclass(frozen=True)
class Link:
    """A link as openpyxl has it."""

    target: str | None = None
    location: str | None = None


@dataclass(frozen=True)
class Cell:
    """As much of openpyxl's cell as is looked at."""

    value: object
    number_format: str = "General"
    is_date: bool = False
    hyperlink: Link | None = None


def reasons(theirs, ours, **sheet):
    rows = {2: {2: ours}} if ours is not None else {}
    cells = {(2, 2): theirs} if theirs is not None else {}
    return [why for *_, why in Readings(Sheet("a.xlsx", "Staff", rows, **sheet), cells, False).differences()]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [(Cell("x"), "x"), (Cell(7), 7), (Cell(7.0), 7), (Cell(0.87), Percent(0.87)), (Cell(True), True), (Cell(DAY), DAY),
     (Cell(date(2025, 3, 4)), DAY)],
)  # fmt: skip
def test_the_same_value_is_no_difference(theirs, ours):
    assert reasons(theirs, ours) == []


@pytest.mark.parametrize(
    ("theirs", "ours", "why"),
    [
        (Cell("#REF!"), WRONG, difference.ERROR),
        (None, NOT_WORKED_OUT, difference.NO_VALUE),
        (Cell("'Staff'!A1", hyperlink=Link(location="'Staff'!A1")), NOT_WORKED_OUT, difference.NO_VALUE),
        (None, Fault("cell.damaged", "a cell"), difference.DAMAGED),
        (Cell(" \n"), None, difference.SPACES),
        (Cell("mailto:x", hyperlink=Link("mailto:x")), None, difference.LINK),
        (Cell("a_x000D_\nb"), "a\r\nb", difference.ESCAPE),
        (Cell("a_x005F_x000D_"), "a_x000D_", difference.ESCAPE),
        (Cell("a\nb"), "a\r\nb", difference.LINE_END),
        (Cell(time(8, 30)), 8.5 / 24, difference.LENGTH),
        (Cell(timedelta(days=1, hours=12)), 1.5, difference.LENGTH),
        (Cell(datetime(1900, 5, 2, 10, 48), "h"), 123.45, difference.HOURS_ALONE),
        (Cell(datetime(1899, 12, 28), "yy"), -2, difference.NEGATIVE),
        (Cell("#VALUE!", "dd/mm/yyyy", True), 20_250_304, difference.NO_SUCH_DAY),
        (Cell("#VALUE!", "dd/mm/yyyy", True), Fault("cell.no_such_day", "20250304"), difference.NO_SUCH_DAY),
        (Cell(DAY + timedelta(milliseconds=400)), DAY, difference.FRACTION),
        (Cell(datetime(1900, 2, 28)), datetime(1900, 3, 1), difference.EARLY),
        (Cell(45720, "an unknown one"), DAY, difference.DAY_FORMAT),
    ],
)
def test_a_known_difference_is_named(theirs, ours, why):
    assert reasons(theirs, ours) == [why]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (Cell("x"), None),
        (None, "x"),
        (Cell(7), "7"),
        (Cell(1), True),
        (Cell("04/03/2025"), DAY),
        (Cell(datetime(2025, 4, 3)), DAY),
        (Cell(45721, "an unknown one"), DAY),
        (Cell(time(8, 30)), 0.5),
        (Cell("#REF!"), None),
        (None, WRONG),
        (Cell(12), NOT_WORKED_OUT),
        (Cell("#VALUE!"), 7),
        (Cell(DAY, "dd/mm/yyyy", True), 45720),
    ],
)
def test_whatever_has_no_known_reason_is_unexplained(theirs, ours):
    assert reasons(theirs, ours) == [UNEXPLAINED]


def test_cells_filled_from_a_merge_and_beneath_one_are_told_apart_from_lost_ones():
    assert reasons(None, "Rose", filled=frozenset({(2, 2)})) == [difference.FILLED]
    assert reasons(None, "Rose", merged=((1, 2, 3, 2),)) == [difference.BENEATH]
    assert reasons(None, "Rose") == [UNEXPLAINED]
