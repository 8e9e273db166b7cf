"""Entries for cron, systemd timers and the Windows Task Scheduler that run the month's report."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from subprocess import list2cmdline
from typing import Any
from xml.sax.saxutils import escape

from evidencegen.period import add_months
from evidencegen.problem import EvidenceError, Place, Problem

DESCRIPTION = "The report to the board of the last complete month"
LONGEST = "2 hours", "PT2H"


TASK = """\
<?xml version="1.0"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>{description}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>{begins}</StartBoundary>
      <ScheduleByMonth>
        <DaysOfMonth><Day>1</Day></DaysOfMonth>
        <Months>{months}</Months>
      </ScheduleByMonth>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>Password</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>{longest}</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{command}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""
"""A task in the words of Microsoft's Task Scheduler Schema."""


@dataclass(frozen=True)
class Wanted:
    """What is to run: the `program` with its first words, on which project folder, at which time, as whom.

    `slug` tells several projects of one machine apart. `password_from` is the variable of the environment that the
    brief names for the mail server's password, where it names one. `today` is the day on which it is set up.
    """

    program: tuple[str, ...]
    folder: str
    at: time
    user: str
    today: date
    password_from: str = ""

    @property
    def slug(self) -> str:
        """The name of the project folder in small letters, digits and hyphens."""
        name = re.split(r"[/\\]", self.folder.rstrip("/\\"))[-1]
        return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "project"

    @property
    def name(self) -> str:
        """What the entry is called."""
        return f"evidencegen-monthly-{self.slug}"

    @property
    def words(self) -> tuple[str, ...]:
        """The command, word by word."""
        return (*self.program, "monthly", self.folder)


@dataclass(frozen=True)
class Entry:
    """One file for a scheduler, or one line: what it is called, what it says, and what to do with it."""

    kind: str
    file: str
    text: str
    steps: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For a program."""
        return vars(self) | {"steps": list(self.steps)}


def entries(wanted: Wanted, kind: str) -> tuple[Entry, ...]:
    """The entries for one scheduler: `cron`, `systemd` or `windows`.

    Raises:
        EvidenceError: a path holds a character that none of them can carry.
    """
    if any(not letter.isprintable() for word in wanted.words for letter in word):
        raise EvidenceError((_unprintable(),))
    return KINDS[kind](wanted)


def _cron(wanted: Wanted) -> tuple[Entry, ...]:
    line = f"{wanted.at.minute} {wanted.at.hour} 1 * * {' '.join(map(_in_cron, wanted.words))} >/dev/null"
    steps = [
        "Add the line with `crontab -e`, as the user who may read the registers.",
        "cron mails what goes wrong to that user, and to whom a line `MAILTO=` names.",
        "A machine that is off at that time misses the month: run the command by hand then, or use a systemd timer.",
    ]
    if wanted.password_from:
        steps.append(f"Put a line {wanted.password_from}=... above it, with the password of the mail server.")
    return (Entry("cron", f"{wanted.name}.cron", f"{line}\n", tuple(steps)),)


def _in_cron(word: str) -> str:
    """A word for the shell, quoted; cron itself reads `%`, and not every cron takes the `\\` before it away again."""
    return r"\%".join("'" + part.replace("'", r"'\''") + "'" for part in word.split("%"))


def _systemd(wanted: Wanted) -> tuple[Entry, ...]:
    service, timer = f"{wanted.name}.service", f"{wanted.name}.timer"
    secret = f"/etc/{wanted.name}.env"
    quoted = any(mark in wanted.program[0] for mark in "'\"\\")  # which systemd takes in a word, not in a program
    words = ("/usr/bin/env", *wanted.words) if quoted else wanted.words
    lines = [
        "[Unit]",
        f"Description={DESCRIPTION} ({wanted.slug})",
        "Wants=network-online.target",
        "After=network-online.target",
        "",
        "[Service]",
        "Type=oneshot",
        f"User={wanted.user}",
        *([f"EnvironmentFile={secret}"] if wanted.password_from else []),
        f"ExecStart=:{' '.join(map(_in_systemd, words))}",
        f"TimeoutStartSec={LONGEST[0]}",
    ]
    when = [
        "[Unit]",
        f"Description={DESCRIPTION}, on the first of each month ({wanted.slug})",
        "",
        "[Timer]",
        f"OnCalendar=*-*-01 {wanted.at:%H:%M}:00",
        "Persistent=true",
        "",
        "[Install]",
        "WantedBy=timers.target",
    ]
    steps = [
        "Put both files into /etc/systemd/system.",
        f"sudo systemctl daemon-reload && sudo systemctl enable --now {timer}",
        f"What a run said: journalctl -u {service}. A month missed while the machine was off is made up for.",
    ]
    if wanted.password_from:
        steps.insert(1, f"Put {wanted.password_from}=... into {secret}, which root alone may read (chmod 600).")
    return (
        Entry("systemd", service, "\n".join(lines) + "\n"),
        Entry("systemd", timer, "\n".join(when) + "\n", tuple(steps)),
    )


def _in_systemd(word: str) -> str:
    """A word of a command line in a unit whose command begins with `:`, so that `$` stands for itself."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%") + '"'


def _windows(wanted: Wanted) -> tuple[Entry, ...]:
    begins = add_months(wanted.today.replace(day=1), 1)
    months = "".join(f"<{date(2000, n, 1):%B} />" for n in range(1, 13))
    text = TASK.format(
        description=escape(DESCRIPTION),
        begins=f"{begins.isoformat()}T{wanted.at:%H:%M}:00",
        months=months,
        longest=LONGEST[1],
        command=escape(wanted.words[0]),
        arguments=escape(list2cmdline(wanted.words[1:])),
    )
    file = f"{wanted.name}.xml"
    steps = [
        f'schtasks /Create /TN "{wanted.name}" /XML "{file}" /RU "%USERNAME%" /RP *',
        "It asks for the password of your Windows account, so that the task runs while nobody is logged on.",
        "A month missed while the machine was off is made up for.",
    ]
    if wanted.password_from:
        steps.append(f"setx {wanted.password_from} ... sets the password of the mail server for your account.")
    return (Entry("windows", file, text, tuple(steps)),)


KINDS: Mapping[str, Callable[[Wanted], tuple[Entry, ...]]] = {"cron": _cron, "systemd": _systemd, "windows": _windows}


def _unprintable() -> Problem:
    return Problem(
        key="schedule.path",
        place=Place("the path of the project folder or of the program"),
        found="a line break or another character that cannot be seen",
        wanted="letters that can be seen, and spaces",
        why="an entry for a scheduler is a line of text: such a path would run something else, or nothing",
        mend="rename the folder",
    )
