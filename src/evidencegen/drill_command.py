"""The command `drill`: how it is told to the command line, what it does and prints."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidencegen import options
from evidencegen.options import Parsers
from evidencegen.period import day_words
from evidencegen.problem import EvidenceError, Place, Problem

if TYPE_CHECKING:
    from evidencegen.drill import Drill, Picked, Required, Session

INSIDE = "FOR PEOPLE INSIDE ONLY: names of staff. Not for a pack, an e-mail or a shared folder."
SEEDS = 1_000_000
STANDINGS = {
    "current": "current",
    "expiring": "expiring",
    "expired": "EXPIRED",
    "never": "NEVER DONE",
    "cannot_be_evidenced": "CANNOT BE EVIDENCED",
    "in_grace": "in grace",
    "exempt": "exempt",
}


def drills(parsers: Parsers) -> None:
    """The command."""
    words = "pick members of staff as an inspector does, and show the rows, dates and certificate behind each course"
    parser = options.command(parsers, "drill", words, "evidencegen drill my-evidence --n 5")
    options.folder(parser)
    parser.add_argument("--n", type=_some, default=5, metavar="N", help="how many (5)")
    parser.add_argument("--seed", type=int, metavar="N", help="pick those that this number picks (a new one each time)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="a file to write it to, in place of the screen")
    options.as_json(parser)
    parser.set_defaults(run=run_drill)


def run_drill(asked: argparse.Namespace) -> int:
    from secrets import randbelow

    from evidencegen.drill import drill
    from evidencegen.project import read

    found = drill(read(asked.folder), asked.n, randbelow(SEEDS) if asked.seed is None else asked.seed)
    told = json.dumps(as_dict(found), indent=1, ensure_ascii=False) if asked.json else "\n".join(lines(found))
    if asked.out is None:
        print(told)
        return 0
    try:
        asked.out.write_text(told + "\n", encoding="utf-8")
    except OSError as error:
        raise EvidenceError((_cannot_write(asked.out, error),)) from None
    print(f"{asked.out}: {len(found.picked)} picked by seed {found.seed}. For people inside only.")
    return 0


def lines(found: "Drill") -> Iterator[str]:
    """The drill as a terminal shows it, with what it is at head and foot."""
    yield INSIDE
    away = f"; {found.absent} on long-term absence left out" if found.absent else ""
    again = f"Again: --n {len(found.picked)} --seed {found.seed}"
    yield f"{len(found.picked)} of {found.pool:,} at work on {day_words(found.as_at)}{away}. {again}"
    if found.lacking:
        yield f"No courses: {found.lacking}."
    for number, one in enumerate(found.picked, 1):
        yield ""
        yield from _one(number, one)
    yield ""
    courses = [course for one in found.picked for course in one.courses]
    counts = Counter(course.standing for course in courses)
    if counts:
        of_each = ", ".join(f"{counts[key]} {words}" for key, words in STANDINGS.items() if counts[key])
        yield f"Required courses: {of_each}"
        on_record = sum(course.place is not None for course in courses)
        yield f"Certificates found: {sum(course.found is True for course in courses)}, for {on_record} records"
    yield INSIDE


def _one(number: int, one: "Picked") -> Iterator[str]:
    since = f"since {day_words(one.started_on)}" if one.started_on else ""
    yield f"{number}  " + ", ".join(part for part in (one.name, one.staff, one.role, one.service, since) if part)
    yield f"   {one.place}"
    for course in one.courses:
        yield f"   {STANDINGS[course.standing]:20} {course.course}{_dates(course)}"
        if course.place:
            yield f"   {'':20} {course.place}; {_certificate(course)}"
    if one.supervision is None:
        yield f"   {'NOT SUPERVISED':20} no supervision that was held is on record"
    else:
        yield f"   {'supervised' if one.supervised else 'SUPERVISION LATE':20} {_session(one.supervision)}"
    if one.tested:
        yield f"   {'tested':20} {one.tested.result}, {_session(one.tested)}"
    else:
        yield f"   {'NOT TESTED':20} no scenario with a result is on record"


def _dates(course: "Required") -> str:
    done = f", done {day_words(course.completed_on)}" if course.completed_on else ""
    if course.runs_out:
        return f"{done}, {'ran out after' if course.standing == 'expired' else 'valid to'} {day_words(course.runs_out)}"
    return f"{done}, does not run out" if course.standing == "current" else done


def _certificate(course: "Required") -> str:
    from evidencegen.drill import NO_FILE

    if not course.certificate:
        return NO_FILE
    told = {True: "found", False: "NOT FOUND", None: "no file to look for"}[course.found]
    return f"certificate {course.certificate}: {told}"


def _session(one: "Session") -> str:
    return f"{one.kind}, {day_words(one.held_on)}; {one.place}"


def as_dict(found: "Drill") -> dict[str, Any]:
    """The drill for a program."""
    return {
        "for": "people inside only",
        "seed": found.seed,
        "as_at": found.as_at.isoformat(),
        "pool": found.pool,
        "absent": found.absent,
        "lacking": found.lacking or None,
        "picked": [_entry(one) for one in found.picked],
    }


def _entry(one: "Picked") -> dict[str, Any]:
    return {
        "staff": one.staff,
        "name": one.name or None,
        "role": one.role,
        "service": one.service or None,
        "started_on": _iso(one.started_on),
        "place": _place(one.place),
        "courses": [
            {
                "course": c.course,
                "standing": c.standing,
                "completed_on": _iso(c.completed_on),
                "runs_out": _iso(c.runs_out),
                "place": _place(c.place),
                "certificate": c.certificate or None,
                "certificate_found": c.found,
            }
            for c in one.courses
        ],
        "supervision": _held(one.supervision),
        "supervised": one.supervised,
        "tested": _held(one.tested),
    }


def _held(one: "Session | None") -> dict[str, Any] | None:
    if one is None:
        return None
    held = {"held_on": one.held_on.isoformat(), "kind": one.kind, "result": one.result or None}
    return {**held, "place": _place(one.place)}


def _place(place: Place | None) -> dict[str, str] | None:
    return {"file": place.file, "sheet": place.sheet, "cell": place.cell} if place else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _some(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= 1000):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 1000")
    return int(text)


def _cannot_write(out: Path, error: OSError) -> Problem:
    return Problem(
        key="drill.cannot_write",
        place=Place(out.name),
        found=error.strerror or type(error).__name__,
        wanted="a file in a folder that you may write to",
        why="nothing was written",
        mend="name another file with --out",
    )
