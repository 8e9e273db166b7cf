"""The command `monthly` as a scheduler runs it: its exit code, its words, and one line where it could not."""

import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import evidencegen
from evidencegen.brief import NAME
from evidencegen.cli import main

BRIEF = """\
provider: Larkfield Care
as_at: 2026-03-31
registers:
  staff: staff.csv
packs:
  board:
    sections: [training]
"""
STAFF = "Staff ID,Name,Service,Role,Start date\nS1,Ann Sample,Rowan House,Carer,2024-02-01\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "our evidence"
    made.mkdir()
    (made / NAME).write_text(BRIEF)
    (made / "staff.csv").write_text(STAFF)
    return made


FAULT = """\
import logging, sys
from evidencegen import cli, monthly
def build(*_, **__):
    logging.getLogger("matplotlib").warning("a temporary cache directory was made")
    1 / 0
monthly.build = build
sys.exit(cli.main(sys.argv[1:]))
"""


def _in_a_shell(
    before: str, *words: str, start: tuple[str, ...] = ("-m", "evidencegen")
) -> subprocess.CompletedProcess:
    """The command in a process of its own, as a scheduler starts it: nearly nothing in the environment."""
    source = str(Path(evidencegen.__file__).parents[1])
    environment = {"PYTHONPATH": source, "PATH": os.defpath, "PYTHONDONTWRITEBYTECODE": "1"}
    command = ["sh", "-c", f'{before} "$@"', "sh", sys.executable, *start, *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_report_is_built_and_the_second_time_left_as_it_is(folder, capsys):
    assert main(["monthly", str(folder), "--month", "2026-09"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == ["report   2026-09: built", f"folder   {folder}/output/board/2026-09"]
    assert said.err == ""
    assert main(["monthly", str(folder), "--month", "2026-09", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["month"], told["exit_code"]) == ("unchanged", "2026-09", 0)


def test_what_is_in_the_way_is_one_line_on_the_error_stream(folder, capsys):
    (folder / "staff.csv").write_text(STAFF.replace("2024-02-01", "the spring"))
    assert main(["monthly", str(folder)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith("evidencegen monthly: ")
    assert "staff.csv" in line
    assert not [path for path in (folder / "output" / "board").iterdir() if path.is_dir()]


def test_a_folder_that_is_no_project_is_one_line_too(tmp_path, capsys):
    assert main(["monthly", str(tmp_path)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "evidencegen monthly: evidence.yaml: no such file in the folder given"
    ]


def test_a_month_that_is_none_is_refused(folder, capsys):
    with pytest.raises(SystemExit) as refused:
        main(["monthly", str(folder), "--month", "September"])
    assert refused.value.code == 2
    assert "is not a month such as 2026-03" in capsys.readouterr().err


def test_where_a_file_cannot_be_written_whole_nothing_half_is_left(folder):
    """No file may be larger than 4 kB, as on a disk that fills up while the report is written."""
    done = _in_a_shell("ulimit -f 8;", "monthly", str(folder), "--month", "2026-09")
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "File too large" in line
    assert sorted(path.name for path in (folder / "output" / "board").iterdir()) == [".lock", "runs.jsonl"]
    whole = _in_a_shell("", "monthly", str(folder), "--month", "2026-09")
    assert (whole.returncode, whole.stderr) == (0, "")


def test_a_fault_of_ours_is_one_line_too_whatever_libraries_remark(folder):
    done = _in_a_shell("", "monthly", str(folder), "--month", "2026-09", start=("-c", FAULT))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "evidencegen monthly: 2026-09: ZeroDivisionError: a fault in evidencegen, not in your workbooks; "
        "the log of runs says where\n"
    )


def test_a_scheduler_that_ends_a_run_leaves_nothing_half_and_a_line_in_the_log(folder, monkeypatch, capsys):
    def build(*_, **__):
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr("evidencegen.monthly.build", build)
    before = signal.getsignal(signal.SIGTERM)
    assert main(["monthly", str(folder), "--month", "2026-09"]) == 130
    assert signal.getsignal(signal.SIGTERM) == before
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sorted(path.name for path in (folder / "output" / "board").iterdir()) == [".lock", "runs.jsonl"]
    assert json.loads((folder / "output" / "board" / "runs.jsonl").read_text())["outcome"] == "stopped"


def test_without_a_month_it_is_the_last_one_that_is_over(folder, capsys):
    assert main(["monthly", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["month"] < f"{date.today():%Y-%m}"
    assert told["edition"] == told["month"]
