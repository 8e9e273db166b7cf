"""The claims of a project: how each is graded, and what it lacks."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.claimed import Case, claimed
from evidencegen.packs.claim import Grade
from evidencegen.packs.strength import Check
from evidencegen.project import read


@pytest.fixture(scope="module")
def project(sample_project):
    """The sample, read once."""
    return read(sample_project)


@pytest.fixture(scope="module")
def found(project):
    """Its claims by number."""
    return {one.claim.number: one for one in claimed(project)}


def test_the_sample_has_claims_of_each_kind_and_keeps_the_one_that_nothing_shows(found):
    assert found["PS02"].claim.grade is Grade.PROVED
    assert found["PS10"].claim.grade is Grade.PRACTISED
    assert found["PS04"].claim.grade is Grade.WITHHELD
    last = found["PS12"]
    assert (last.claim.grade, last.kept, last.stops) == (Grade.POLICY, True, False)


def test_a_story_behind_several_statements_is_said_with_each(found):
    assert found["PS02"].cases == (Case("CS-SL-02", (), ("PS03",)),)
    assert found["PS03"].cases == (Case("CS-SL-02", (), ("PS02",)), Case("CS-RH-03", (), ("PS06", "PS08")))


def test_what_a_claim_lacks_is_named_and_figures_of_three_registers_agree_with_each_other(found):
    assert found["PS02"].missing == ()
    lacks = [one.check for one in found["PS11"].missing]
    assert lacks == [Check.OUTCOME_LED, Check.LEARNING]
    entry = found["PS11"].as_dict()
    assert {f["register"] for f in entry["figures"]} == {
        "Staff register",
        "Supervision record",
        "Quality audits by question",
    }
    assert entry["checks"] == {
        "specific": True,
        "triangulated": True,
        "outcome-led": False,
        "time-bound": True,
        "learning-focused": False,
    }
    assert entry["place"] == {"file": "practice.xlsx", "sheet": "Statements", "row": "15"}


def test_without_the_line_in_the_brief_the_claim_stops_a_pack(project):
    bare = replace(project, brief=project.brief.model_copy(update={"keep_unevidenced": []}))
    assert [one.claim.number for one in claimed(bare) if one.stops] == ["PS12"]


def test_a_story_that_may_not_be_told_proves_nothing_and_a_figure_without_late_records_is_stale(tiny_project):
    project = read(tiny_project)
    table = project.tables["practice"]
    told = replace(table, rows=table.rows.assign(case_studies=["CS-01", None, None]))
    consented = replace(project, tables={**project.tables, "practice": told})
    assert claimed(consented)[0].claim.cases == ("CS-01",)
    tiny_signed = consented.tables["case_studies"]
    refused = replace(tiny_signed, rows=tiny_signed.rows.assign(consent="no"))
    first = claimed(replace(consented, tables={**consented.tables, "case_studies": refused}))[0]
    assert first.claim.cases == ()
    assert first.cases[0].in_the_way
    # The last concern is of August 2026: a year later the period of twelve months holds it and the last six do not.
    late = claimed(consented, date(2027, 8, 20))[0]
    assert "msp.asked" not in late.fresh
    assert "msp.asked" in claimed(consented)[0].fresh
