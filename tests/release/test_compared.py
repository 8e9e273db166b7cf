"""A figure set beside a published one, in words that always carry what is not alike."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.benchmark import Benchmark, Source, shipped_benchmarks
from evidencegen.measures.comparison import Difference
from evidencegen.measures.condition import Setting
from evidencegen.measures.families.msp import ASKED
from evidencegen.measures.interval import wilson
from evidencegen.measures.reading import Reading
from evidencegen.measures.view import Unit, Views
from evidencegen.period import Period
from evidencegen.release.compared import comparisons, set_beside
from evidencegen.release.disclosure import release
from evidencegen.release.figure import Figure, Mark
from evidencegen.release.profile import EXTERNAL, INTERNAL

DAY = date(2026, 9, 30)
BENCHMARK = Benchmark(
    key="northshire_2025_26.asked",
    measure="msp.asked",
    per_cent="84.5",
    who="Northshire",
    period="2025-26",
    ends=date(2026, 3, 31),
    source=Source(title="Annual report", publisher="Northshire Council", url="https://northshire.example"),
    published="2026-07-01",
    note="The council counts enquiries; we count concerns",
)
BLANK = Figure(
    key="msp.asked",
    measure="msp.asked",
    title="People asked what they wanted to happen",
    definition="",
    period="October 2025 to September 2026",
    span="2025-10-01/2026-09-30",
    as_at=DAY,
    of=Unit("concern", "concerns"),
)
SMALL = replace(BLANK, counted=7, out_of=9)
HIDDEN = replace(BLANK, mark=Mark.SUPPRESSED, out_of=20, rounded=True)
NOTHING = replace(BLANK, mark=Mark.NOT_APPLICABLE)
ABSENT = replace(BLANK, mark=Mark.NOT_COLLECTED, because="there is no safeguarding log in the project")
TAIL = (
    '. Source: Northshire Council, "Annual report", published 1 July 2026. '
    "Note: The council counts enquiries; we count concerns."
)


def share(counted, out_of):
    return replace(
        BLANK, counted=counted, out_of=out_of, share=Fraction(counted, out_of), interval=wilson(counted, out_of)
    )


# Wilson by hand: 85 of 100 at 95%: 76.7% to 90.7%. 118 of 120 at 99.8%: 89.8% to 99.7%, above 84.5.
# 95 of 120 at 95% is 71.1% to 85.5%; 90 of 120 at 95% is 66.6% to 81.9%, at 99.8% 61.3% to 85.1%.
@pytest.mark.parametrize(
    ("figure", "finding"),
    [
        (share(85, 100), "Similar to Northshire, 2025-26 (84.5%), which lies within the 95% range of our figure"),
        (share(118, 120), "Better than Northshire, 2025-26 (84.5%), which lies outside the 99.8% range of our figure"),
        (share(95, 120), "Similar to Northshire, 2025-26 (84.5%), which lies within the 95% range of our figure"),
        (share(90, 120), "Worse than Northshire, 2025-26 (84.5%), which lies outside the 95% range of our figure"),
        (
            SMALL,
            "Not compared with Northshire, 2025-26 (84.5%): the base of our own figure is too small for a percentage",
        ),
        (
            HIDDEN,
            (
                "Not compared with Northshire, 2025-26 (84.5%): our own figure is not shown: it, or a "
                "number it would give away, is so small that somebody might be known"
            ),
        ),
        (
            NOTHING,
            (
                "Not compared with Northshire, 2025-26 (84.5%): our own figure does not apply, because there was nothing "
                "to count"
            ),
        ),
        (
            ABSENT,
            (
                "Not compared with Northshire, 2025-26 (84.5%): our own figure is not collected in the registers we hold "
                "(there is no safeguarding log in the project)"
            ),
        ),
    ],
)
def test_a_comparison_is_told_in_words_with_its_source_and_its_note(figure, finding):
    assert str(set_beside(figure, BENCHMARK)) == finding + TAIL


# 100 of 120 is 83.3%, and 75.7% to 88.9% at 95%.
def test_where_neither_way_is_better_it_is_higher_or_lower():
    published = BENCHMARK.model_copy(update={"measure": "msp.expressed", "per_cent": 60})
    assert set_beside(share(100, 120), published).finding.startswith("Higher than Northshire, 2025-26 (60%), which")
    published = published.model_copy(update={"per_cent": 95})
    assert set_beside(share(100, 120), published).finding.startswith("Lower than Northshire, 2025-26 (95%), which")


def test_published_counts_are_told_beside_the_percentage():
    published = BENCHMARK.model_copy(update={"counted": 1014, "out_of": 1200})
    assert "(84.5%: 1,014 of 1,200)" in str(set_beside(share(85, 100), published))


# 24 months before 30 September 2026 is 30 September 2024.
@pytest.mark.parametrize(
    ("ends", "old"),
    [(date(2024, 9, 30), False), (date(2024, 9, 29), True), (date(2026, 12, 31), False), (date(1990, 1, 1), True)],
)
def test_a_percentage_older_than_24_months_says_so(ends, old):
    found = set_beside(share(85, 100), BENCHMARK.model_copy(update={"ends": ends}))
    assert found.is_old is old
    assert ("ended more than 24 months before 30 September 2026" in str(found)) is old
    assert found.as_dict()["old"] is old


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2026-07-01", '", published 1 July 2026.'),
        ("July 2026", '", published July 2026.'),
        ("not known", 'report". Note'),
    ],
)
def test_the_day_of_publication_is_told_where_it_is_known(published, told):
    assert told in str(set_beside(SMALL, BENCHMARK.model_copy(update={"published": published})))


@pytest.mark.parametrize("figure", [share(85, 100), share(118, 120), share(0, 40), SMALL, HIDDEN, NOTHING, ABSENT])
@pytest.mark.parametrize("benchmark", [BENCHMARK, *shipped_benchmarks()], ids=lambda b: b.key)
def test_no_comparison_goes_without_its_note(figure, benchmark):
    found = set_beside(figure, benchmark)
    assert benchmark.note.removesuffix(".") in str(found)
    assert benchmark.note.removesuffix(".") in found.as_dict()["note"]
    assert found.as_dict()["words"] == str(found)


def test_a_program_is_given_the_verdict_and_all_that_qualifies_it():
    told = json.loads(json.dumps(set_beside(share(118, 120), BENCHMARK).as_dict()))
    assert told.pop("words").startswith("Better than Northshire")
    assert told == {
        "key": "northshire_2025_26.asked",
        "who": "Northshire",
        "period": "2025-26",
        "per_cent": 84.5,
        "counted": None,
        "out_of": None,
        "verdict": "better",
        "level": 0.998,
        "because": None,
        "old": False,
        "source": {
            "title": "Annual report",
            "publisher": "Northshire Council",
            "url": "https://northshire.example",
            "published": "2026-07-01",
        },
        "note": "The council counts enquiries; we count concerns.",
    }
    hidden = set_beside(HIDDEN, BENCHMARK).as_dict()
    assert (hidden["verdict"], hidden["level"]) == (None, None)
    assert hidden["because"].startswith("our own figure is not shown")


def test_comparisons_stand_under_the_key_of_the_whole_figure_in_the_order_of_the_benchmarks():
    part = replace(share(20, 40), key="msp.asked[service=North]", column="service", code="North", group="North")
    figures = {part.key: part, "msp.asked": share(85, 100)}
    second = BENCHMARK.model_copy(update={"key": "southshire", "who": "Southshire"})
    elsewhere = BENCHMARK.model_copy(update={"key": "other", "measure": "msp.expressed"})
    found = comparisons(figures, [BENCHMARK, elsewhere, second])
    assert {key: [one.benchmark.who for one in ones] for key, ones in found.items()} == {
        "msp.asked": ["Northshire", "Southshire"]
    }
    assert comparisons(figures, []) == {}
    assert comparisons({}, [BENCHMARK]) == {}


VIEWS = Views({}, Setting(DAY, Period.months_to(DAY), {}))
COUNTS = st.integers(0, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS, st.integers(0, 1000))
def test_for_outsiders_the_verdict_comes_from_what_they_see_alone(counts, tenths):
    """Whatever was counted, a reader can work the verdict out from the printed counts: it gives nothing away."""
    benchmark = BENCHMARK.model_copy(update={"per_cent": tenths / 10})
    figure = release(Reading(ASKED, VIEWS.setting, *counts), EXTERNAL, VIEWS)
    verdict = set_beside(figure, benchmark).verdict
    if figure.share is None:
        assert verdict.difference is None
        assert verdict.because
        return
    assert figure.counted % 5 == figure.out_of % 5 == 0
    low, high = wilson(figure.counted, figure.out_of)
    assert (verdict.difference is Difference.SIMILAR) == (low <= benchmark.share <= high)


@pytest.mark.parametrize(("counted", "out_of"), [(0, 0), (1, 4), (4, 40), (38, 40), (17, 17), (8, 15)])
def test_what_is_hidden_from_outsiders_has_no_verdict_for_them(counted, out_of):
    figure = release(Reading(ASKED, VIEWS.setting, counted, out_of), EXTERNAL, VIEWS)
    verdict = set_beside(figure, BENCHMARK).verdict
    assert (figure.share, verdict.difference, verdict.level) == (None, None, None)


# Exact: 83 of 96 is 86.5%, and 78.2% to 91.9% at 95%. Under 10 there is no percentage inside either.
def test_inside_the_verdict_comes_from_the_exact_counts():
    inside = release(Reading(ASKED, VIEWS.setting, 83, 96), INTERNAL, VIEWS)
    assert set_beside(inside, BENCHMARK).verdict.difference is Difference.SIMILAR
    assert set_beside(inside, BENCHMARK.model_copy(update={"per_cent": 78})).verdict.difference is Difference.BETTER
    few = release(Reading(ASKED, VIEWS.setting, 7, 9), INTERNAL, VIEWS)
    assert set_beside(few, BENCHMARK).verdict.difference is None
