"""Entries for schedulers: quoted as each of them reads, and held against what reads them wherever that is here."""

import shlex
import shutil
import subprocess
from dataclasses import replace
from datetime import date, time
from xml.etree import ElementTree

import pytest

from evidencegen.problem import EvidenceError
from evidencegen.schedule import Wanted, entries

TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
VARIABLE = "LARKFIELD_MAIL"
HARD = 'it\'s 100% care "of" $HOME; & more'
LOCAL = {"LOGNAME": "reports", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}
"""What cron gives a command."""


def _wanted(folder="/srv/larkfield", program=("/opt/evidencegen",), **more):
    return Wanted(program, folder, more.pop("at", time(6)), "reports", date(2026, 11, 29), **more)


@pytest.fixture
def hard(tmp_path):
    """A project folder and a program whose paths hold all that has to be quoted; the program writes down its words."""
    folder, program = tmp_path / HARD, tmp_path / f"bin {HARD}" / "evidencegen"
    folder.mkdir()
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nfor word in "$@"; do printf "%s\\n" "$word"; done > "$0.words"\necho said\n')
    program.chmod(0o755)
    return folder, program


def _as_cron_runs(line: str, *, backslash_stays: bool) -> subprocess.CompletedProcess:
    """What cron makes of a line: five fields, then a command that ends at a `%` without a backslash before it.

    Old crons hand the backslash on to the shell, newer ones take it away.
    """
    command = line.split(maxsplit=5)[5]
    taken, escaped = "", False
    for letter in command:
        if letter == "%" and not escaped:
            break
        if letter == "%" and not backslash_stays:
            taken = taken[:-1]
        taken += letter
        escaped = letter == "\\" and not escaped
    return subprocess.run(["sh", "-c", taken], env=LOCAL, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("backslash_stays", [True, False])
def test_the_line_for_cron_runs_the_command_with_its_words_as_they_are(hard, backslash_stays):
    folder, program = hard
    (entry,) = entries(_wanted(str(folder), (str(program),)), "cron")
    assert entry.text.count("\n") == 1
    done = _as_cron_runs(entry.text.rstrip("\n"), backslash_stays=backslash_stays)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (program.parent / "evidencegen.words").read_text().splitlines() == ["monthly", str(folder)]


def test_the_line_for_cron_word_for_word():
    (entry,) = entries(_wanted(at=time(18, 5)), "cron")
    assert entry.text == "5 18 1 * * '/opt/evidencegen' 'monthly' '/srv/larkfield' >/dev/null\n"
    assert shlex.split(entry.text)[5:8] == ["/opt/evidencegen", "monthly", "/srv/larkfield"]


def _verified(tmp_path, found):
    tool = shutil.which("systemd-analyze")
    if tool is None:
        pytest.fail("systemd-analyze is missing: tools/setup.sh browser installs it")
    for entry in found:
        (tmp_path / entry.file).write_text(entry.text)
    files = [tmp_path / entry.file for entry in found]
    return subprocess.run([tool, "verify", *files], capture_output=True, text=True, check=False)


def test_systemd_finds_nothing_against_its_units_and_finds_the_program(tmp_path, hard):
    """It unquotes the command, looks for the program, and refuses what it cannot read."""
    folder, program = hard
    plain = tmp_path / "bin 100% $HOME; & more" / "evidencegen"
    program.parent.rename(plain.parent)
    found = entries(_wanted(str(folder), (str(plain),), password_from=VARIABLE), "systemd")
    done = _verified(tmp_path, found)
    assert (done.returncode, done.stderr) == (0, "")
    plain.unlink()
    gone = _verified(tmp_path, found)
    assert gone.returncode != 0
    assert f"Command {plain} is not executable" in gone.stderr


def test_a_program_with_quotes_in_its_path_is_run_in_a_way_that_systemd_takes(tmp_path, hard):
    folder, program = hard
    found = entries(_wanted(str(folder), (str(program),)), "systemd")
    assert 'ExecStart=:"/usr/bin/env" "' in found[0].text
    assert _verified(tmp_path, found).returncode == 0
    broken = replace(found[0], text=found[0].text.replace('"/usr/bin/env" ', ""))
    assert _verified(tmp_path, [broken]).returncode != 0


def test_the_units_for_systemd_line_by_line():
    service, timer = entries(_wanted("/srv/Tŷ Gwyn 100%", password_from=VARIABLE, at=time(18, 5)), "systemd")
    assert (service.file, timer.file) == (
        "evidencegen-monthly-t-gwyn-100.service",
        "evidencegen-monthly-t-gwyn-100.timer",
    )
    lines = service.text.splitlines()
    assert 'ExecStart=:"/opt/evidencegen" "monthly" "/srv/Tŷ Gwyn 100%%"' in lines
    assert "EnvironmentFile=/etc/evidencegen-monthly-t-gwyn-100.env" in lines
    assert "User=reports" in lines
    assert {"OnCalendar=*-*-01 18:05:00", "Persistent=true", "WantedBy=timers.target"} <= set(timer.text.splitlines())
    assert any("LARKFIELD_MAIL=" in step and "chmod 600" in step for step in timer.steps)
    assert "EnvironmentFile" not in entries(_wanted(), "systemd")[0].text


def test_the_task_for_windows_is_of_the_parts_that_its_schema_has_in_their_order():
    """As Microsoft's Task Scheduler Schema has them; no Windows was asked."""
    wanted = _wanted("D:\\Care & Co\\our evidence\\", ("D:\\Program Files\\evidencegen.exe",))
    (entry,) = entries(wanted, "windows")
    task = ElementTree.fromstring(entry.text)  # noqa: S314 - our own
    assert (task.tag, task.get("version")) == (f"{TASK}Task", "1.2")
    parts = ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]
    assert [part.tag.removeprefix(TASK) for part in task] == parts
    (trigger,) = task.find(f"{TASK}Triggers")
    assert [part.tag.removeprefix(TASK) for part in trigger] == ["StartBoundary", "ScheduleByMonth"]
    assert trigger.findtext(f"{TASK}StartBoundary") == "2026-12-01T06:00:00"
    days, months = trigger.find(f"{TASK}ScheduleByMonth")
    assert ([day.text for day in days], len(months)) == (["1"], 12)
    assert months[0].tag == f"{TASK}January"
    (principal,) = task.find(f"{TASK}Principals")
    assert principal.get("id") == task.find(f"{TASK}Actions").get("Context")
    (run,) = task.find(f"{TASK}Actions")
    assert [part.tag.removeprefix(TASK) for part in run] == ["Command", "Arguments"]
    assert run.findtext(f"{TASK}Command") == "D:\\Program Files\\evidencegen.exe"
    assert run.findtext(f"{TASK}Arguments") == 'monthly "D:\\Care & Co\\our evidence\\\\"'
    settings = {part.tag.removeprefix(TASK): part.text for part in task.find(f"{TASK}Settings")}
    assert settings == {
        "MultipleInstancesPolicy": "IgnoreNew",
        "DisallowStartIfOnBatteries": "false",
        "StopIfGoingOnBatteries": "false",
        "StartWhenAvailable": "true",
        "ExecutionTimeLimit": "PT2H",
    }
    assert [part.text for part in principal] == ["Password", "LeastPrivilege"]
    assert [part.tag.removeprefix(TASK) for part in principal] == ["LogonType", "RunLevel"]
    assert entry.steps[0].startswith('schtasks /Create /TN "evidencegen-monthly-our-evidence"')


@pytest.mark.parametrize("kind", ["cron", "systemd", "windows"])
def test_a_path_that_would_break_the_line_is_refused(kind):
    with pytest.raises(EvidenceError) as refused:
        entries(_wanted("/srv/a\n* * * * * rm"), kind)
    assert [problem.key for problem in refused.value.problems] == ["schedule.path"]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/srv/Our Evidence (2)/", "evidencegen-monthly-our-evidence-2"),
        ("/srv/证据", "evidencegen-monthly-project"),
        ("D:\\care\\evidence", "evidencegen-monthly-evidence"),
    ],
)
def test_an_entry_is_called_after_the_project_folder(folder, name):
    assert _wanted(folder).name == name


def test_the_password_itself_is_in_no_entry(monkeypatch):
    monkeypatch.setenv("LARKFIELD_MAIL", "very-secret")
    for kind in ("cron", "systemd", "windows"):
        found = entries(_wanted(password_from=VARIABLE), kind)
        assert "very-secret" not in str(found)
        assert any("LARKFIELD_MAIL" in step for one in found for step in one.steps)
