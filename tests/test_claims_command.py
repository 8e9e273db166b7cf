"""The command `claims`, as people and programs read it."""

import json

import pytest

from evidencegen.cli import main
from evidencegen.project import read

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.csv
  practice: practice.csv
"""
HEADS = "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes\n"


@pytest.fixture
def folder(tmp_path):
    """Thirty concerns of June 2026, and one statement for each way in which a claim ends."""
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    (tmp_path / "log.csv").write_text(HEADS + "".join(f"SG-{n},P-{n},01/06/2026,Neglect,No\n" for n in range(30)))
    (tmp_path / "practice.csv").write_text(
        "No,Part,What we do,How we make sure,Policy,Shown by\n"
        "1,Choice,We write concerns down.,A form asks.,SG-01,concerns.raised\n"
        "2,Choice,We tell people.,,SG-02,\n"
        "3,Choice,We listen.,,,\n"
    )
    return tmp_path


def test_each_claim_stands_with_its_grade_its_evidence_and_what_it_lacks(folder, capsys):
    assert main(["claims", str(folder)]) == 0
    told = capsys.readouterr().out
    first, second, third, foot = told.split("\n\n")[1:]
    assert told.startswith("For people inside.")
    assert "Grade: Shown in practice" in first
    assert "about 30  Safeguarding concerns raised" in first
    assert "Not triangulated: all its figures are of one register (Safeguarding log)" in first
    assert "Not specific" not in first
    assert ("Grade: Policy only" in second, "Grade: Not yet evidenced" in third) == (True, True)
    assert foot == (
        "3 in all: 1 Not yet evidenced; 1 Policy only; 1 Shown in practice.\n"
        "A pack for readers outside is refused until 2, 3 can be shown or the brief keeps them.\n"
    )


def test_what_the_brief_keeps_is_said_and_stops_nothing(folder, capsys):
    (folder / "evidence.yaml").write_text(BRIEF + 'keep_unevidenced: ["2", "3"]\n')
    main(["claims", str(folder)])
    told = capsys.readouterr().out
    assert "Grade: Policy only, kept by the brief" in told
    assert "is refused until" not in told


def test_a_program_reads_the_same_and_nothing_else(folder, capsys):
    assert main(["claims", str(folder), "--json"]) == 0
    entries = json.loads(capsys.readouterr().out)["statements"]
    assert [(one["number"], one["grade"], one["stops"]) for one in entries] == [
        ("1", "practised", False),
        ("2", "policy", True),
        ("3", "unevidenced", True),
    ]
    (figure,) = entries[0]["figures"]
    assert (figure["key"], figure["register"], figure["fresh"]) == ("concerns.raised", "Safeguarding log", True)


def test_a_provider_without_statements_is_told_so(folder, capsys):
    (folder / "evidence.yaml").write_text(BRIEF.replace("  practice: practice.csv\n", ""))
    assert main(["claims", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("No practice statements")
    assert "practice" not in read(folder).tables
