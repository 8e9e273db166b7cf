"""The command `drill`, as people and programs read it."""

import json
import re

import pytest

from evidencegen.cli import main
from evidencegen.drill_command import INSIDE
from tests.test_drill import FOLDER


@pytest.fixture
def folder(tmp_path):
    """The project of tests/test_drill.py, without the certificates."""
    for name, content in FOLDER.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_who_may_read_it_stands_at_head_and_foot_and_each_course_between(folder, capsys):
    assert main(["drill", str(folder), "--n", "2", "--seed", "3"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert (told[0], told[-1]) == (INSIDE, INSIDE)
    assert told[1] == "2 of 2 at work on 30 September 2026; 1 on long-term absence left out. Again: --n 2 --seed 3"
    text = "\n".join(told)
    assert "Ann Sample, S1, Carer, Rowan House, since 1 February 2020\n   staff.csv, row 2" in text
    assert "current              Safeguarding, done 1 January 2026, valid to 31 December 2026" in text
    assert "training.csv, row 2; certificate certificates/s1-safeguarding.pdf: NOT FOUND" in text
    assert "EXPIRED              Moving, done 1 October 2024, ran out after 30 September 2025" in text
    assert "CANNOT BE EVIDENCED  First aid, done 5 May 2025\n" in text
    assert "certificate FA-77: no file to look for" in text
    assert "supervised           Group supervision, 20 August 2026; supervision.csv, row 3" in text
    assert "NOT SUPERVISED" in text
    # S1 has one course of each standing and one more never done; S2 has six never done, and one in grace.
    assert (
        "Required courses: 1 current, 1 expiring, 1 EXPIRED, 8 NEVER DONE, 1 CANNOT BE EVIDENCED, 1 in grace, 1 exempt"
        in text
    )
    assert "Certificates found: 0, for 5 records" in text


def test_a_fresh_seed_is_told_and_picks_the_same_again(folder, capsys):
    main(["drill", str(folder), "--n", "1"])
    first = capsys.readouterr().out
    seed = re.search(r"--seed (\d+)", first)[1]
    main(["drill", str(folder), "--n", "1", "--seed", seed])
    assert capsys.readouterr().out == first


def test_a_program_reads_the_same(folder, capsys):
    assert main(["drill", str(folder), "--seed", "3", "--json"]) == 0
    entry = json.loads(capsys.readouterr().out)
    assert (entry["for"], entry["seed"], entry["pool"], entry["absent"]) == ("people inside only", 3, 2, 1)
    one = next(one for one in entry["picked"] if one["staff"] == "S1")
    assert one["courses"][0] == {
        "course": "Safeguarding",
        "standing": "current",
        "completed_on": "2026-01-01",
        "runs_out": "2026-12-31",
        "place": {"file": "training.csv", "sheet": "", "cell": "2"},
        "certificate": "certificates/s1-safeguarding.pdf",
        "certificate_found": False,
    }
    assert one["supervision"]["held_on"] == "2026-08-20"
    assert one["tested"]["result"] == "Developing"


def test_it_is_written_to_no_file_but_the_one_asked_for_and_then_the_screen_names_nobody(folder, capsys):
    before = sorted(path.name for path in folder.iterdir())
    main(["drill", str(folder), "--seed", "3"])
    assert sorted(path.name for path in folder.iterdir()) == before
    capsys.readouterr()
    assert main(["drill", str(folder), "--seed", "3", "--out", str(folder / "drill.txt")]) == 0
    said = capsys.readouterr().out
    assert "2 picked by seed 3. For people inside only." in said
    assert "Sample" not in said
    assert "Ann Sample" in (folder / "drill.txt").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_a_problem(folder, capsys):
    assert main(["drill", str(folder), "--out", str(folder / "nowhere" / "drill.txt")]) == 2
    assert "drill.txt" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["0", "-1", "some"])
def test_a_number_that_is_none_is_refused(folder, number, capsys):
    with pytest.raises(SystemExit):
        main(["drill", str(folder), "--n", number])
    assert "is not a number from 1 to 1000" in capsys.readouterr().err
