"""What must hold of every measure, whatever is in the registers."""

import csv
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidencegen.brief import read_brief, registers
from evidencegen.catalogue import everything_in
from evidencegen.intake.source import Source
from evidencegen.intake.table import read_register, read_sources
from evidencegen.measures import families
from evidencegen.measures.addition import addition
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import Standing, take, traced
from evidencegen.measures.tally import tally
from evidencegen.measures.view import NotCollected, Views
from evidencegen.shipped import shipped

MEASURES = everything_in(families, Measure)
BRIEF = read_brief(shipped("sample_data"))
FEW = settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
SEEDS = st.integers(0, 2**32 - 1)


@pytest.fixture(scope="module")
def tables():
    sources = BRIEF.sources(shipped("sample_data")).items()
    return {key: read_sources(registers()[key], several, backend="polars") for key, several in sources}


def _views(tables, days_back=0):
    return Views(tables, BRIEF.setting(BRIEF.as_at - timedelta(days=days_back)))


def _thinned(tables, seed):
    """Some of the rows of each register, a fixed choice for each seed; staff and requirements stay whole."""
    whole = {"staff", "required_training"}
    return {
        key: table if key in whole else replace(table, rows=table.rows.sample(fraction=0.6, seed=seed, shuffle=False))
        for key, table in tables.items()
    }


def _told(reading):
    return (reading.counted, reading.out_of, reading.excluded, reading.without, reading.waits, reading.absent)


def _shuffled(table, seed):
    return replace(table, rows=table.rows.sample(fraction=1.0, shuffle=True, seed=seed))


@FEW
@given(seed=SEEDS)
def test_the_order_of_the_rows_changes_no_figure(tables, seed):
    before, after = _views(tables), _views({key: _shuffled(table, seed) for key, table in tables.items()})
    for measure in MEASURES.values():
        assert {r.key: _told(r) for r in take(measure, after)} == {r.key: _told(r) for r in take(measure, before)}


@FEW
@given(seed=SEEDS, days_back=st.integers(0, 600))
def test_services_pooled_are_the_whole_and_counted_rows_are_within_the_base(tables, seed, days_back):
    views = _views(_thinned(tables, seed), days_back)
    for measure in MEASURES.values():
        whole = take(measure, views, ())[0]
        assert 0 <= whole.counted <= whole.out_of
        if whole.absent or measure.per or "service" not in measure.view.columns:
            continue
        services = views.rows(measure.view).get_column("service")
        parts = tally(measure, views, ("service",)).values()
        if services.null_count() == 0:
            assert sum(part.counted for part in parts) == whole.counted
            assert sum(part.out_of for part in parts) == whole.out_of
            for n, (_, left_out) in enumerate(whole.excluded):
                assert sum(part.excluded[n] for part in parts) == left_out


@FEW
@given(seed=SEEDS, days_back=st.integers(0, 600))
def test_base_exclusions_and_the_rest_make_up_the_register(tables, seed, days_back):
    views = _views(_thinned(tables, seed), days_back)
    for measure in MEASURES.values():
        whole = take(measure, views, ())[0]
        if whole.absent:
            continue
        stands = Counter(standing for standing, _ in traced(whole, views))
        assert sum(stands.values()) == len(views.rows(measure.view))
        if not measure.per:
            assert stands[Standing.COUNTED.value] == whole.counted
            assert stands[Standing.COUNTED.value] + stands[Standing.NOT_COUNTED.value] == whole.out_of
            for reason, rows in whole.excluded:
                assert stands[reason] == rows


@FEW
@given(seed=SEEDS, days_back=st.integers(0, 600))
def test_the_months_of_a_period_add_up_to_it(tables, seed, days_back):
    views = _views(_thinned(tables, seed), days_back)
    for measure in MEASURES.values():
        if not measure.dated_by or measure.per:
            continue
        try:
            whole = tally(measure, views)[()]
        except NotCollected:
            continue
        months = tally(measure, views, monthly=True).values()
        assert (sum(m.counted for m in months), sum(m.out_of for m in months)) == (whole.counted, whole.out_of)


LOG = [
    (f"S{n}", f"P{n % 5}", f"{1 + n % 27:02}/0{1 + n % 8}/2026", "Neglect", ("Yes", "No", "Not recorded")[n % 3],
     f"{1 + n % 27:02}/09/2026", ("North", "South")[n % 2])
    for n in range(24)
]  # fmt: skip


@pytest.mark.parametrize("at", [1, 7, 12, 23])
def test_a_file_cut_in_two_gives_the_same_figures(tmp_path, setting, at):
    safeguarding = registers()["safeguarding"]
    asked = safeguarding.column("asked_outcomes").kind
    headings = [safeguarding.column(n).title for n in ("concern", "person", "raised_on", "abuse")]
    headings += [safeguarding.column(n).title for n in ("asked_outcomes", "concluded_on", "service")]
    words = {"Yes": asked.title("expressed"), "No": asked.title("no"), "Not recorded": asked.title("not_recorded")}

    def written(name, rows):
        with (tmp_path / name).open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([headings, *([*r[:4], words[r[4]], *r[5:]] for r in rows)])
        return Source(tmp_path / name)

    whole = read_register(safeguarding, written("whole.csv", LOG))
    parts = read_sources(safeguarding, (written("one.csv", LOG[:at]), written("two.csv", LOG[at:])))
    compared = 0
    for measure in MEASURES.values():
        if measure.view.register is safeguarding:
            one, other = (take(measure, Views({"safeguarding": table}, setting)) for table in (whole, parts))
            assert {r.key: _told(r) for r in one} == {r.key: _told(r) for r in other}
            compared += not one[0].absent
    assert compared >= 5


@FEW
@given(seed=SEEDS, days_back=st.integers(0, 400))
def test_every_sum_that_a_reader_may_rely_on_holds(tables, seed, days_back):
    views = _views(_thinned(tables, seed), days_back)
    readings = [reading for one in MEASURES.values() for reading in take(one, views)]
    found = addition(readings, views)
    assert len(found.sums) > 100
    for whole, parts in found.sums:
        assert found.size[whole] == sum(found.size[part] for part in parts)
    for reading in readings:
        if not reading.absent:
            rows = found.of[reading.key]
            assert found.size[rows.counted] == reading.counted
            assert not rows.out_of or found.size[rows.out_of] == reading.out_of
