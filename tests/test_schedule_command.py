"""The command `schedule`: for a program, as files, and with the paths of the machine it runs on."""

import json
import shlex
import subprocess
from pathlib import Path

import pytest

from evidencegen.cli import main
from evidencegen.schedule_command import this_program

BRIEF = "provider: Larkfield Care\nas_at: 2026-09-30\nregisters:\n  staff: staff.csv\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "our evidence"
    made.mkdir()
    (made / "evidence.yaml").write_text(BRIEF)
    return made


def test_all_three_are_printed_unless_one_is_asked_for(folder, capsys):
    assert main(["schedule", str(folder)]) == 0
    said = capsys.readouterr().out
    assert [head in said for head in ("# cron\n", "# systemd timer\n", "# Windows Task Scheduler\n")] == [True] * 3
    assert main(["schedule", str(folder), "--kind", "cron", "--at", "07:30", "--program", "/opt/evidencegen"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == f"30 7 1 * * '/opt/evidencegen' 'monthly' '{folder}' >/dev/null"
    assert [line for line in lines if not line.startswith("#")] == [lines[2], ""]


def test_for_a_program_each_entry_is_an_object(folder, capsys):
    assert main(["schedule", str(folder), "--json", "--user", "reports"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["kind"] for one in found] == ["cron", "systemd", "systemd", "windows"]
    assert all(one["text"] and one["file"] for one in found)
    assert "User=reports" in found[1]["text"]


def test_written_to_a_folder_each_is_a_file(folder, tmp_path, capsys):
    assert main(["schedule", str(folder), "--kind", "systemd", "--out", str(tmp_path / "units")]) == 0
    names = ["evidencegen-monthly-our-evidence.service", "evidencegen-monthly-our-evidence.timer"]
    assert sorted(path.name for path in (tmp_path / "units").iterdir()) == names
    assert f"# Written: {tmp_path / 'units' / names[0]}" in capsys.readouterr().out


def test_the_program_named_is_the_one_that_runs(folder, monkeypatch):
    done = subprocess.run([*this_program(), "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.startswith("evidencegen ")) == (0, True)
    monkeypatch.setattr("sys.executable", str(folder / "python3"))
    assert this_program() == (str(folder / "python3"), "-m", "evidencegen")


def test_a_path_from_here_is_told_whole(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder.parent)
    assert main(["schedule", "our evidence", "--kind", "cron", "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert Path(shlex.split(entry["text"])[-2]) == folder.resolve()


@pytest.mark.parametrize("wrong", ["6", "24:00", "06:00:00", "noon"])
def test_a_time_that_is_none_is_refused(folder, capsys, wrong):
    with pytest.raises(SystemExit) as refused:
        main(["schedule", str(folder), "--at", wrong])
    assert refused.value.code == 2
    assert "is not a time such as 06:00" in capsys.readouterr().err


def test_a_folder_that_is_no_project_is_not_scheduled(tmp_path, capsys):
    assert main(["schedule", str(tmp_path)]) == 2
    assert "no such file in the folder given" in capsys.readouterr().err


def test_a_password_that_the_brief_names_is_in_the_steps(folder, capsys):
    (folder / "evidence.yaml").write_text(
        BRIEF + "deliver:\n  email:\n    host: mail.larkfield.example\n    from: a@larkfield.example\n"
        "    to: b@larkfield.example\n    user: reports\n    password_from: LARKFIELD_MAIL\n"
    )
    assert main(["schedule", str(folder), "--kind", "systemd"]) == 0
    assert "LARKFIELD_MAIL=..." in capsys.readouterr().out
