"""The command `schedule`: how it is told to the command line, what it does and prints."""

import argparse
import json
import sys
from datetime import date, time
from getpass import getuser
from pathlib import Path

from evidencegen import options
from evidencegen.options import Parsers

HEADS = {"cron": "cron", "systemd": "systemd timer", "windows": "Windows Task Scheduler"}


def schedule(parsers: Parsers) -> None:
    """The command and its options."""
    words = "entries for cron, systemd or Windows that run `monthly` on the first of each month"
    parser = options.command(parsers, "schedule", words, "evidencegen schedule my-evidence --kind systemd")
    options.folder(parser)
    parser.add_argument("--kind", choices=tuple(HEADS), help="for one scheduler alone")
    parser.add_argument(
        "--at", type=_time, default=time(6), metavar="HH:MM", help="when, in the machine's own time (06:00)"
    )
    parser.add_argument("--program", metavar="FILE", help="the evidencegen to run (this one)")
    parser.add_argument("--user", metavar="NAME", help="as whom a systemd timer runs it (you)")
    parser.add_argument("--out", metavar="DIR", type=Path, help="a folder to write each entry to, as a file")
    options.as_json(parser)
    parser.set_defaults(run=print_entries)


def print_entries(asked: argparse.Namespace) -> int:
    from evidencegen.brief import read_brief
    from evidencegen.schedule import Wanted, entries

    brief = read_brief(asked.folder)
    email = brief.deliver.email
    wanted = Wanted(
        program=(asked.program,) if asked.program else this_program(),
        folder=str(asked.folder.resolve()),
        at=asked.at,
        user=asked.user or getuser(),
        today=date.today(),
        password_from=email.password_from if email else "",
    )
    found = [one for kind in HEADS if asked.kind in (None, kind) for one in entries(wanted, kind)]
    for one in found if asked.out else ():
        asked.out.mkdir(parents=True, exist_ok=True)
        (asked.out / one.file).write_text(one.text, encoding="utf-8", newline="\n")
    if asked.json:
        print(json.dumps([one.as_dict() for one in found], indent=1, ensure_ascii=False))
        return 0
    for at, one in enumerate(found):
        if at == 0 or found[at - 1].kind != one.kind:
            print(f"{chr(10) if at else ''}# {HEADS[one.kind]}")
        print(f"# Written: {asked.out / one.file}" if asked.out else f"# {one.file}\n{one.text}", end="\n")
        for step in one.steps:
            print(f"# {step}")
    return 0


def this_program() -> tuple[str, ...]:
    """The evidencegen that runs now, as a scheduler has to call it."""
    python = Path(sys.executable)
    script = python.with_name("evidencegen.exe" if sys.platform == "win32" else "evidencegen")
    return (str(script),) if script.exists() else (str(python), "-m", "evidencegen")


def _time(text: str) -> time:
    try:
        hour, minute = text.split(":")
        return time(int(hour), int(minute))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time such as 06:00") from None
