"""One run at a time, and nothing to clear away after a run that was killed."""

import subprocess
import sys
from pathlib import Path

import pytest

import evidencegen
from evidencegen.run_lock import AtWork, only_run

HOLD = (
    "import sys, pathlib, time\n"
    "from evidencegen.run_lock import only_run\n"
    "with only_run(pathlib.Path(sys.argv[1]), '2026-10-01T06:00:00+01:00'):\n"
    "    print('held', flush=True)\n"
    "    time.sleep(60)\n"
)


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock of a file."""
    source = str(Path(evidencegen.__file__).parents[1])
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / ".lock")],
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": source, "PATH": ""},
    )
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_run_is_refused_and_told_since_when_the_first_is_at_work(tmp_path, holder):
    with pytest.raises(AtWork) as refused, only_run(tmp_path / ".lock", "later"):
        pass
    (problem,) = refused.value.problems
    assert problem.key == "monthly.at_work"
    assert f"process {holder.pid}, begun 2026-10-01T06:00:00+01:00" in problem.found
    assert refused.value.exit_code == 2


def test_the_lock_of_a_run_that_was_killed_holds_nobody_up(tmp_path, holder):
    holder.kill()
    holder.wait()
    assert (tmp_path / ".lock").exists()
    with only_run(tmp_path / ".lock", "2026-10-02T06:00:00+01:00"):
        assert "begun 2026-10-02" in (tmp_path / ".lock").read_text()


def test_a_run_after_another_holds_the_lock_in_its_turn(tmp_path):
    with only_run(tmp_path / ".lock", "a much longer time than the next"):
        pass
    with only_run(tmp_path / ".lock", "x"):
        assert (tmp_path / ".lock").read_text().endswith("begun x\n")


def test_a_folder_that_cannot_be_written_is_no_lock_held_by_another(tmp_path):
    with pytest.raises(FileNotFoundError), only_run(tmp_path / "nowhere" / ".lock", "x"):
        pass
