"""A chart's title says what its bars say, whatever the figures."""

import re
from base64 import b64decode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.packs.charts import ChartPlan, Kind, chart
from evidencegen.release.figure import Mark

BY_COURSE = ChartPlan(
    key="by_course",
    kind=Kind.RANGES,
    measures=("training.current",),
    subject="Training current, by course",
    unit="Share of records",
    column="course",
    one="course",
    many="courses",
)
ACHIEVED = ChartPlan(
    key="achieved",
    kind=Kind.SHARES,
    measures=("msp.fully_achieved", "msp.fully_or_partly_achieved", "msp.not_achieved"),
    subject="What people wanted",
    unit="Share of concerns",
    labels=("fully achieved", "fully or partly achieved", "not achieved"),
)


@pytest.fixture
def drawn_from(figure):
    """The chart of one breakdown: parts as name to (counted, out of), or a mark."""

    def draw(plan, parts):
        key = plan.measures[0]
        held = {key: figure(key)}
        for name, numbers in parts.items():
            absent = {"mark": numbers} if isinstance(numbers, Mark) else {}
            counted, out_of = (None, None) if absent else numbers
            part = figure(key, counted, out_of, column=plan.column, code=name, group=name, **absent)
            held[part.key] = part
        return chart(plan, held)

    return draw


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        ({"A": (90, 100)}, "Training current, by course: A, 90%"),
        ({"A": (90, 100), "B": (45, 50)}, "Training current, by course: 90% for each course drawn"),
        ({"A": (90, 100), "B": (70, 100)}, "Training current, by course: from 70% (B) to 90% (A)"),
        (
            {"A": (90, 100), "B": (70, 100), "C": (70, 100)},
            "Training current, by course: from 70% (B and C) to 90% (A)",
        ),
        (
            dict.fromkeys("ABCD", (90, 100)) | {"E": (0, 100)},
            "Training current, by course: from 0% (E) to 90% (4 courses)",
        ),
        ({"A": (905, 1000), "B": (910, 1000)}, "Training current, by course: 91% for each course drawn"),
    ],
)
def test_the_title_is_true_with_ties_and_one_part(drawn_from, parts, title):
    assert drawn_from(BY_COURSE, parts).title == title


def test_what_is_not_drawn_is_said(drawn_from):
    drawn = drawn_from(BY_COURSE, {"A": (90, 100), "B": Mark.SUPPRESSED, "C": (10, 15)})
    assert "Not drawn [c]: B." in drawn.remarks
    assert any("C (about 10 of 15)" in remark for remark in drawn.remarks)
    assert all(remark in drawn.alt for remark in drawn.remarks)


@pytest.mark.parametrize("numbers", [Mark.SUPPRESSED, (10, 15)])
def test_where_nothing_may_be_drawn_a_sentence_says_why(drawn_from, numbers):
    drawn = drawn_from(BY_COURSE, {"A": numbers, "B": numbers})
    assert drawn.svg == ""
    assert drawn.title.startswith("No chart of training current, by course, is drawn: the numbers are")


def test_fully_or_partly_is_not_drawn_without_fully(figure):
    held = {key: figure(key) for key in ACHIEVED.measures}
    assert chart(ACHIEVED, held).title == (
        "What people wanted: fully achieved 75%; fully or partly achieved 75%; not achieved 75%"
    )
    held["msp.fully_achieved"] = figure("msp.fully_achieved", mark=Mark.SUPPRESSED)
    assert chart(ACHIEVED, held).svg == ""


def test_the_picture_repeats_and_its_text_is_text_in_our_font(drawn_from):
    parts = {"Fire safety": (90, 100), "Moving & handling": (70, 100)}
    first, second = (drawn_from(BY_COURSE, parts) for _ in range(2))
    assert first.svg == second.svg
    assert b64decode(first.address.partition(",")[2]).decode() == first.svg
    assert ">Fire safety</text>" in first.svg
    assert set(re.findall(r"font-family: ([^;\"]+)", first.svg)) == {"Evidence Sans"}
    assert "date" not in first.svg.lower()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 24), min_size=1, max_size=6))
def test_the_title_names_the_highest_and_lowest_that_are_printed(counts):
    from evidencegen.packs import charts

    title = charts._title(BY_COURSE, *_sorted_parts(counts))
    shares = [round(100 * n / 24 + 1e-9) for n in counts]
    printed = [int(n) for n in re.findall(r"(\d+)%", title)]
    assert printed
    assert all(min(shares) - 1 <= n <= max(shares) + 1 for n in printed)
    assert ("from" in title) == (len({_amount(n) for n in counts}) > 1)


def _amount(counted):
    return _part(counted, "x").amount


def _part(counted, name):
    from datetime import date
    from fractions import Fraction

    from evidencegen.measures.view import Unit
    from evidencegen.release.figure import Figure

    words = {"key": name, "measure": "m", "title": "", "definition": "", "period": "", "span": ""}
    share = {"counted": counted, "out_of": 24, "share": Fraction(counted, 24)}
    return Figure(**words, as_at=date(2026, 9, 30), of=Unit("x", "xs"), group=name, **share)


def _sorted_parts(counts):
    parts = sorted((_part(n, f"course {i}") for i, n in enumerate(counts)), key=lambda f: (-f.share, f.group))
    return parts, {part: part.group for part in parts}
