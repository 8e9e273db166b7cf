"""The command `gaps`, for people and for a program."""

import json

import pytest

from evidencegen.cli import main

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.csv
"""
HEADING = "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes,Date concluded"


@pytest.fixture
def folder(tmp_path):
    """A project of forty concerns; in two of them nobody asked, which is hidden outside."""
    rows = [f"S{n},P{n},01/06/2026,Neglect,{'No' if n < 3 else 'Asked and expressed'},30/06/2026" for n in range(1, 41)]
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    (tmp_path / "log.csv").write_text("\n".join([HEADING, *rows]) + "\n")
    return tmp_path


def test_it_tells_what_is_asked_what_shows_it_and_what_is_missing_with_the_next_step(folder, capsys):
    assert main(["gaps", str(folder), "--framework", "msp_outcomes", "--audience", "internal"]) == 0
    out = capsys.readouterr().out
    assert "Question 1, asked about desired outcomes [msp.q1]: practised" in out
    assert (
        "asks      “Was the individual or individual's representative asked what their desired outcomes were?”" in out
    )
    assert "People asked what they wanted to happen: 95% (38 of 40 concluded concerns)" in out
    assert "asks      wording to be confirmed; we look for: people say whether they feel safer" in out
    assert (
        'next: ask people at review, and keep the answer in the column "Feels safer" of the safeguarding log (40 rows)'
        in out
    )
    assert "Not for release" in out


def test_numbers_are_those_that_the_audience_may_see(folder, capsys):
    assert main(["gaps", str(folder), "--framework", "msp_outcomes"]) == 0
    out = capsys.readouterr().out
    assert "38" not in out
    assert "about 40 rows" in out
    assert "People asked what they wanted to happen [msp.asked]\n    hidden" in out


def test_what_is_out_of_force_says_so(folder, capsys):
    assert main(["gaps", str(folder), "--framework", "sac_2025_26"]) == 0
    assert "(it ended on 31 March 2026)  <- OUT OF FORCE" in capsys.readouterr().out
    assert main(["gaps", str(folder), "--framework", "sac_2025_26", "--as-at", "2026-03-31"]) == 0
    assert "OUT OF FORCE" not in capsys.readouterr().out


def test_a_program_has_the_same_as_json(folder, capsys):
    assert main(["gaps", str(folder), "--framework", "msp_outcomes", "--framework", "sac_2025_26", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    seven, ended = found["frameworks"]
    assert (seven["key"], seven["in_force"], seven["in_force_from"], seven["in_force_to"]) == (
        "msp_outcomes", True, "2018-05-01", None,
    )  # fmt: skip
    assert (ended["in_force"], ended["in_force_to"]) == (False, "2026-03-31")
    first = seven["statements"][0]
    assert (first["key"], first["strength"], first["gaps"]) == (
        "msp.q1",
        "practised",
        ["msp.asked", "msp.expressed", "stories.any", "practice of outcomes"],
    )
    assert [f["key"] for f in first["figures"]] == ["msp.expressed_of_asked"]
    gaps = {gap["key"]: gap for gap in found["gaps"]}
    assert gaps["msp.asked"]["reason"] == "hidden"
    assert gaps["msp.felt_safer"]["next"] == {
        "step": "ask",
        "cost": 10,
        "register": "Safeguarding log",
        "column": "Feels safer",
        "rows": "about 40",
        "words": 'ask people at review, and keep the answer in the column "Feels safer" of the safeguarding log (about 40 rows)',
    }


def test_a_framework_that_there_is_not_is_a_mistake_to_mend(folder, capsys):
    assert main(["gaps", str(folder), "--framework", "cqc"]) == 2
    assert "cqc_quality" in capsys.readouterr().err
