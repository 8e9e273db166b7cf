"""Names picked as an inspector picks them, and what the registers hold of each, for people inside."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import narwhals as nw

from evidencegen.intake.register import Register
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.condition import midnight
from evidencegen.measures.required import NEED, NEVER_RUNS_OUT, record_lasts_to
from evidencegen.measures.view import Views
from evidencegen.measures.views.staff_standing import STAFF_STANDING, SUPERVISIONS
from evidencegen.measures.views.training_needs import TRAINING_NEEDS, staff_employed
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project

EXPIRING_DAYS = 90
EPOCH = date(1970, 1, 1).toordinal()
NO_FILE = "no certificate on record"


@dataclass(frozen=True)
class Required:
    """One course that a member of staff must keep up, and the record that it rests on: of several that last equally
    long the first that names a certificate.

    `standing` is current, expiring, expired, never, cannot_be_evidenced, in_grace or exempt. `runs_out` is the last
    valid day, None where there is none. `certificate` is what the register says of one, `found` whether that is a file
    that is there; None where it names no file.
    """

    course: str
    standing: str
    completed_on: date | None = None
    runs_out: date | None = None
    place: Place | None = None
    certificate: str = field(default="", repr=False)
    found: bool | None = None


@dataclass(frozen=True)
class Session:
    """A supervision, or a test of a scenario with its result: when it was held, and where that stands."""

    held_on: date
    kind: str
    place: Place
    result: str = ""


@dataclass(frozen=True)
class Picked:
    """One member of staff as an inspector would ask about them. `supervised` says whether policy's months were kept."""

    staff: str = field(repr=False)
    name: str = field(repr=False)
    role: str
    service: str
    started_on: date | None
    place: Place
    courses: tuple[Required, ...]
    supervision: Session | None
    supervised: bool
    tested: Session | None


@dataclass(frozen=True)
class Drill:
    """Who was picked, from how many, by which seed; `absent` were on long-term absence and could not be.

    `lacking` says why no courses are told of, where that is so.
    """

    seed: int
    as_at: date
    pool: int
    absent: int
    picked: tuple[Picked, ...]
    lacking: str = ""


def drill(project: Project, how_many: int, seed: int) -> Drill:
    """So many members of staff at work on the day of the brief; the same for the same seed and staff.

    Raises:
        EvidenceError: there is no staff register, or nobody was at work.
    """
    if STAFF.key not in project.tables:
        raise EvidenceError((_nobody("the brief names no staff register"),))
    views = Views(project.tables, project.brief.setting())
    employed = list(staff_employed(views).iter_rows(named=True))
    at_work = sorted((row for row in employed if row["absent"] != "yes"), key=lambda row: str(row["staff"]))
    if not at_work:
        raise EvidenceError((_nobody("nobody in it was at work on the day"),))
    rows = Random(seed).sample(at_work, min(how_many, len(at_work)))  # noqa: S311 - picks names, keeps no secret
    lacking = TRAINING_NEEDS.missing(project.tables, frozenset({"standing"}))
    needs = [] if lacking else _needs(views, [row["staff"] for row in rows])
    picked = tuple(_picked(project, views, row, needs) for row in rows)
    return Drill(seed, project.brief.as_at, len(at_work), len(employed) - len(at_work), picked, lacking)


def _needs(views: Views, staff: Sequence[str]) -> list[dict[str, Any]]:
    """What is asked of these members of staff, each with the last valid day and the rows of the records it rests on."""
    needs = views.rows(TRAINING_NEEDS).filter(nw.col("staff").is_in(list(staff)))
    known = views.of(TRAINING).filter(
        nw.col("completed_on").is_null() | (nw.col("completed_on") <= midnight(views.setting.as_at))
    )
    records = record_lasts_to(known, needs).select(*NEED, "record_origin", "lasts_to")
    lasts: dict[tuple[Any, ...], dict[int, float]] = defaultdict(dict)
    for *need, origin, last in records.iter_rows():
        lasts[tuple(need)][int(origin)] = _number(last, -1)
    rested = []
    for row in needs.iter_rows(named=True):
        of_need, first = lasts[row["staff"], row["course_key"]], row["record_origin"]
        last = of_need.get(int(first)) if _number(first, -1) >= 0 else None
        equal = [origin for origin in sorted(of_need) if of_need[origin] == last]
        rested.append(row | {"lasts_to": last, "origins": equal})
    return rested


def _picked(project: Project, views: Views, row: Mapping[str, Any], needs: Sequence[Mapping[str, Any]]) -> Picked:
    table, origin = project.tables[STAFF.key], int(row["origin"])
    sessions = list(_sessions(project, views, row["staff"]))
    held = [one for kind, one in sessions if kind in SUPERVISIONS]
    tests = [one for _, one in sessions if one.result]
    return Picked(
        staff=str(_cell(project, STAFF, origin, "staff") or ""),
        name=_name(project, origin),
        role=_text(row["role"]),
        service=_text(row["service"]),
        started_on=_day(row["started_on"]),
        place=table.places[origin],
        courses=tuple(_required(project, need) for need in needs if need["staff"] == row["staff"]),
        supervision=max(held, key=lambda one: one.held_on, default=None),
        supervised=_supervised(views, row["staff"]),
        tested=max(tests, key=lambda one: one.held_on, default=None),
    )


def _name(project: Project, origin: int) -> str:
    """A member of staff's name as the register has it; empty where it has none."""
    cells = {cell.column: cell.text for cell in project.tables[STAFF.key].gated if cell.row == origin}
    return cells.get("name") or " ".join(cells[part] for part in ("first_name", "surname") if cells.get(part))


def _required(project: Project, need: Mapping[str, Any]) -> Required:
    standing = str(need["standing"])
    if standing == "current" and _number(need["days_left"], NEVER_RUNS_OUT) <= EXPIRING_DAYS:
        standing = "expiring"
    if not need["origins"]:
        return Required(str(need["course"]), standing)
    certificates = {one: str(_cell(project, TRAINING, one, "certificate") or "") for one in need["origins"]}
    origin = max(certificates, key=lambda one: bool(certificates[one]))
    certificate, last = certificates[origin], _number(need["lasts_to"], -1)
    return Required(
        course=str(need["course"]),
        standing=standing,
        completed_on=_day(_cell(project, TRAINING, origin, "completed_on")),
        runs_out=date.fromordinal(EPOCH + int(last)) if 0 <= last < NEVER_RUNS_OUT else None,
        place=project.tables[TRAINING.key].places[origin],
        certificate=certificate,
        found=_there(project.folder, certificate),
    )


def _there(folder: Path, certificate: str) -> bool | None:
    """Whether a file is where the register says, from the project folder; None where no file is named."""
    path = Path(certificate.replace("\\", "/"))
    if not path.suffix[1:].isalpha() or "://" in certificate:
        return None
    try:
        return (folder / path).is_file()
    except OSError:  # a name that no file can have
        return False


def _sessions(project: Project, views: Views, staff: str) -> Iterator[tuple[str, Session]]:
    """Each session of one member of staff that was held by the day, by its kind."""
    if SUPERVISION.key not in project.tables:
        return
    table = project.tables[SUPERVISION.key]
    words = {name: SUPERVISION.column(name).kind.codes for name in ("kind", "result")}
    for row in views.of(SUPERVISION).filter(nw.col("staff") == staff).iter_rows(named=True):
        held_on = _day(row["held_on"])
        if held_on is not None and isinstance(row["kind"], str):
            result = words["result"][row["result"]][0] if isinstance(row["result"], str) else ""
            place = table.places[int(row["origin"])]
            yield row["kind"], Session(held_on, words["kind"][row["kind"]][0], place, result)


def _supervised(views: Views, staff: str) -> bool:
    """Whether supervision was held in the months that policy sets, as the figures have it."""
    if STAFF_STANDING.missing(views.tables, frozenset({"supervised"})):
        return False
    found = views.rows(STAFF_STANDING).filter(nw.col("staff") == staff)
    return found.get_column("supervised").to_list() == ["yes"]


def _cell(project: Project, register: Register, origin: int, column: str) -> Any:
    """One cell as the register has it; None where it is blank."""
    rows = nw.from_native(project.tables[register.key].rows, eager_only=True)
    value = rows.filter(nw.col("origin") == origin).get_column(column).to_list()[0]
    return None if value is None or value != value else value


def _day(value: Any) -> date | None:
    return date(value.year, value.month, value.day) if value is not None and value == value else None


def _number(value: Any, otherwise: float) -> float:
    return otherwise if value is None or value != value else float(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _nobody(found: str) -> Problem:
    return Problem(
        key="drill.nobody",
        place=Place("staff register"),
        found=found,
        wanted="members of staff, with the day on which each began",
        why="names are picked from those at work on the day of the brief",
        mend="name the register under `registers:` in evidence.yaml, or look at its dates",
    )
