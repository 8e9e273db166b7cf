"""Figures that left the house earlier, as what a reader of the next report holds already."""

import json
from datetime import date

import pytest

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.condition import Setting
from evidencegen.measures.families.msp import CONCERNS_RAISED
from evidencegen.measures.reading import take
from evidencegen.measures.view import Views
from evidencegen.period import Period
from evidencegen.problem import EvidenceError
from evidencegen.release.figure import Mark
from evidencegen.release.issued import known_from, read_issued, read_kept
from evidencegen.release.profile import EXACT, EXTERNAL, PROFILES
from evidencegen.release.protection import release_all

APRIL = date(2026, 4, 1)
JUNE, JULY = date(2026, 6, 30), date(2026, 7, 31)
KEY = "concerns.raised"


@pytest.fixture
def views_at(drawn):
    """The register as on a day, from April: twelve concerns by June, one more in July unless `late` says how many."""

    def make(day, late=1, first=APRIL):
        days = ["01/06/2026"] * 12 + ["10/07/2026"] * late
        rows = [f"S{n} | P{n} | {raised} | neglect | no" for n, raised in enumerate(days)]
        log = drawn(SAFEGUARDING, "\n".join(["concern | person | raised_on | abuse | asked_outcomes", *rows]))
        return Views({"safeguarding": log}, Setting(day, Period(first, day)))

    return make


@pytest.fixture
def manifest(tmp_path):
    """A manifest as it left the house: `manifest(12)`, with one figure, for April to June, unless said otherwise."""

    def write(counted, profile="exact", name="june.json", **changed):
        figure = {"key": KEY, "period": f"{APRIL}/{JUNE}", "about": "people", "counted": counted, "out_of": None}
        figure |= {"mark": None if counted is not None else "[c]"}
        made = {"as_at": JUNE.isoformat(), "profile": PROFILES[profile].as_dict()}
        content = {"format": "evidencegen-manifest/1", "made": made, "figures": [figure]} | changed
        (tmp_path / name).write_text(json.dumps(content))
        return tmp_path / name

    return write


def next_month(manifests, views_at, profile, **july):
    """The figure for April to July, beside earlier manifests."""
    views = views_at(JULY, **july)
    readings = take(CONCERNS_RAISED, views, by=())

    def again(keys, day, period):
        then = views_at(day, first=period.first, late=july.get("late", 1))
        return then, take(CONCERNS_RAISED, then, by=()) if KEY in keys else ()

    known = known_from(map(read_issued, manifests), again, readings, views)
    return release_all(readings, profile, views, known)[KEY]


# Twelve by June and thirteen by July, both exact, tell of one person in July.
def test_a_change_of_one_person_is_not_given_away_by_the_next_exact_report(manifest, views_at):
    assert next_month([manifest(12)], views_at, EXACT).mark is Mark.SUPPRESSED
    assert next_month([], views_at, EXACT).counted == 13


def test_a_larger_change_may_be_told(manifest, views_at):
    assert next_month([manifest(12)], views_at, EXACT, late=9).counted == 21


# About 10 (8 to 12), then about 15 (13 to 17): between one and nine more.
def test_rounded_reports_of_two_months_may_stand_side_by_side(manifest, views_at):
    assert next_month([manifest(10, "external")], views_at, EXTERNAL).counted == 15


def test_what_has_been_restated_since_gives_nothing_away(manifest, views_at):
    assert next_month([manifest(11)], views_at, EXACT).counted == 13


# A tender and a report of one day and one period: the same twelve, and no change between them.
def test_another_pack_of_the_same_day_is_of_the_same_rows(manifest, views_at):
    views = views_at(JUNE, late=0)
    readings = take(CONCERNS_RAISED, views, by=())
    known = list(known_from([read_issued(manifest(12))], lambda *_: (views, readings), readings, views))
    (told, between) = known
    assert [count.told for name, count in told.counts.items() if count.size] == [(12, 12)]
    assert (between.counts, between.sums) == ({}, ())
    assert release_all(readings, EXACT, views, known)[KEY].counted == 12


# Five in each of two quarters and eleven in the half year: each quarter leaves six, and both together leave one.
def test_what_two_reports_leave_of_a_longer_one_is_not_given_away(manifest, views_at, drawn):
    days = ["10/01/2026"] * 5 + ["10/04/2026"] * 5 + ["10/07/2026"]
    rows = [f"S{n} | P{n} | {raised} | neglect | no" for n, raised in enumerate(days)]
    log = drawn(SAFEGUARDING, "\n".join(["concern | person | raised_on | abuse | asked_outcomes", *rows]))

    def again(keys, day, period):
        then = Views({"safeguarding": log}, Setting(day, period))
        return then, take(CONCERNS_RAISED, then, by=()) if KEY in keys else ()

    views, readings = again({KEY}, JULY, Period(date(2026, 1, 1), JULY))
    quarters = []
    for period, day in (("2026-01-01/2026-03-31", "2026-03-31"), ("2026-04-01/2026-06-30", "2026-06-30")):
        figure = {"key": KEY, "period": period, "about": "people", "counted": 5, "out_of": None, "mark": None}
        made = {"as_at": day, "profile": PROFILES["exact"].as_dict()}
        quarters.append(manifest(5, name=f"{day}.json", made=made, figures=[figure]))
    known = [list(known_from(map(read_issued, some), again, readings, views)) for some in (quarters, quarters[:1])]
    both, one = (release_all(readings, EXACT, views, each)[KEY] for each in known)
    assert both.mark is Mark.SUPPRESSED
    assert one.counted == 11


def test_a_period_that_began_on_another_day_says_nothing_of_the_change(manifest, views_at):
    assert next_month([manifest(12)], views_at, EXACT, first=date(2026, 5, 1)).counted == 13


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"format": "another/1", "made": {}, "figures": []}'])
def test_what_is_no_manifest_is_refused_by_name(content, tmp_path):
    (tmp_path / "june.json").write_text(content)
    with pytest.raises(EvidenceError) as error:
        read_issued(tmp_path / "june.json")
    (problem,) = error.value.problems
    assert (problem.key, problem.place.file) == ("issued.unreadable", "june.json")


def test_a_pack_for_people_inside_was_never_issued(manifest):
    with pytest.raises(EvidenceError, match="for people inside"):
        read_issued(manifest(12, "internal"))


@pytest.mark.parametrize("name", ["gone.json", "gone.pdf"])
def test_a_missing_file_is_told(name, tmp_path):
    with pytest.raises(EvidenceError, match="No such file"):
        read_issued(tmp_path / name)


def test_a_pdf_that_is_none_is_refused(tmp_path):
    (tmp_path / "june.pdf").write_bytes(b"not a PDF at all")
    with pytest.raises(EvidenceError, match="no manifest of a pack"):
        read_issued(tmp_path / "june.pdf")


def test_counts_that_point_at_nobody_are_left_alone(manifest):
    other = {"key": "actions.raised", "period": "2026-06-30", "about": "records", "counted": 3, "out_of": None}
    assert read_issued(manifest(12, figures=[other])).figures == {}


def test_a_report_that_stayed_inside_is_read_whole_and_one_that_left_is_not(manifest):
    kept = read_kept(manifest(12, profile="internal"))
    assert (kept.as_at, kept.figures[KEY]["counted"]) == (JUNE, 12)
    records = {"key": "actions.raised", "period": f"{APRIL}/{JUNE}", "about": "records", "counted": 3}
    assert "actions.raised" in read_kept(manifest(12, profile="internal", figures=[records])).figures
    assert "actions.raised" not in read_issued(manifest(12, figures=[records])).figures
    with pytest.raises(EvidenceError, match="left the house"):
        read_kept(manifest(12))
    with pytest.raises(EvidenceError, match="for people inside"):
        read_issued(manifest(12, profile="internal"))
