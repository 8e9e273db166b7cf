"""One person's story, its state, and its sign-off."""

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from evidencegen.intake.table import Table
from evidencegen.period import add_months
from evidencegen.problem import Place
from evidencegen.release.alias import TITLES
from evidencegen.release.names import SITE, Known, Roll, named_people
from evidencegen.release.quote import Flag, Quote, anonymise_together
from evidencegen.release.record import Record
from evidencegen.release.sign_off import Deed, SignOff
from evidencegen.release.vocabulary import folded

PARTS = ("situation", "voice", "advocacy", "plan", "review_two_weeks", "review_six_weeks", "outcome", "learning")
MONTHS_A_SIGNATURE_HOLDS = 24
USES = ("tender", "inspection", "board")
_USE_IN_WORDS = {"tender": "a tender", "inspection": "an inspection", "board": "the board"}
_CONSENT_ENOUGH = ("yes", "best_interests", "family")


class State(Enum):
    """How far a story is from being told."""

    MAY_NOT_BE_TOLD = "consent does not allow it"
    HELD_BACK = "held back: somebody could be recognised by it, or it is too old"
    WAITS_FOR_SIGNATURE = "waiting for a signature"
    MAY_BE_TOLD = "signed, and may be told"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class CaseStudy:
    """A story as it may be read outside, and what decides whether it may be.

    `parts` are the released words under the names of their columns, in the order of the story; a part nobody
    wrote is missing. `service_type` and `outcome_achieved` are the register's codes. A `composite` is made from the
    stories of several people. `barred` is what else keeps it in the house, in plain words.
    """

    case: str
    parts: Mapping[str, Quote]
    service_type: str
    outcome_achieved: str
    consent: str
    consent_covers: frozenset[str]
    consent_on: date | None
    place: Place
    author: str = field(default="", repr=False)
    service: str = field(default="", repr=False)
    concern: str = field(default="", repr=False)
    raised_on: date | None = None
    composite: bool = False
    consent_of_each: bool = False
    barred: tuple[str, ...] = ()

    @property
    def text_sha256(self) -> str:
        """SHA-256 of exactly the words released, part by part: what a signature is bound to."""
        words = [[name, quote.text] for name, quote in self.parts.items()]
        return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode("utf8")).hexdigest()

    @property
    def flags(self) -> tuple[tuple[str, Flag], ...]:
        """What the person who signs should look at, with the part it stands in."""
        return tuple((name, flag) for name, quote in self.parts.items() for flag in quote.flags)


def read_case_studies(table: Table, roll: Roll, only: Collection[str] | None = None) -> tuple[CaseStudy, ...]:
    """The stories of the register, anonymised against everybody the registers know, in the register's order.

    With `only`, just the stories with these references: anonymising is what takes the time.
    """
    return tuple(_case_study(table, row, roll) for row in _rows(table) if only is None or row["case"] in only)


def record_of(table: Table, row: Mapping[str, Any]) -> Record:
    """Who is who in one story: the person, the people named and their roles, the service."""
    cells = [cell for cell in table.gated if cell.row == row["origin"]]
    people = [known for c in cells if c.column == "named_people" for known in named_people(c.text, c.place)]
    raised = row.get("raised_on")
    service = str(row.get("service") or "").strip()
    sites = ((service, "the service"),) if service else ()
    return Record(
        person=tuple(cell.text for cell in cells if cell.column == "person_name"),
        sites=tuple(site for site in sites if not any(k.kind == SITE and k.text == site[0] for k in people)),
        identifiers=tuple(str(row[name]) for name in ("concern",) if row.get(name)),
        others=(*people, *(Known(c.text, "a member of staff", c.place) for c in cells if c.column == "author_name")),
        raised=raised.date() if isinstance(raised, datetime) else raised,
    )


def obstacles(case: CaseStudy, use: str, sign_offs: Sequence[SignOff], as_at: date) -> tuple[str, ...]:
    """Why a story may not go out for this use, in plain words; nothing if it may.

    The last entry on the list counts, whatever the day of the figures: a person may sign, or withdraw a
    story, after that day. Only the age of a signature is judged by it.

    Raises:
        ValueError: `use` is not one of `USES`.
    """
    if use not in USES:
        raise ValueError(f"{use} is not a use: {', '.join(USES)}")
    entries = [entry for entry in sign_offs if entry.case == case.case]
    return (*_obstacles_of_consent(case, use), *case.barred, *_obstacles_of_signature(case, entries, as_at))


def state(case: CaseStudy, use: str, sign_offs: Sequence[SignOff], as_at: date) -> State:
    """How far a story is from being told for this use on this day."""
    entries = [entry for entry in sign_offs if entry.case == case.case]
    if entries and entries[-1].deed is Deed.WITHDRAWN:
        return State.WITHDRAWN
    if _obstacles_of_consent(case, use):
        return State.MAY_NOT_BE_TOLD
    if case.barred:
        return State.HELD_BACK
    return State.WAITS_FOR_SIGNATURE if _obstacles_of_signature(case, entries, as_at) else State.MAY_BE_TOLD


def _obstacles_of_consent(case: CaseStudy, use: str) -> tuple[str, ...]:
    found = []
    if case.consent == "withdrawn":
        found.append("consent has been withdrawn")
    elif case.consent not in _CONSENT_ENOUGH:
        found.append("there is no consent on record" if case.consent != "no" else "consent was not given")
    if use not in case.consent_covers:
        found.append(f"consent does not cover {_USE_IN_WORDS[use]}")
    return tuple(found)


def _obstacles_of_signature(case: CaseStudy, entries: Sequence[SignOff], as_at: date) -> tuple[str, ...]:
    if not entries:
        return ("nobody has signed it",)
    last = entries[-1]
    if last.deed is Deed.WITHDRAWN:
        return ("it was withdrawn after it was signed, and nobody has signed it since",)
    found = []
    if last.text_sha256 != case.text_sha256:
        found.append(
            "its words are not those that were signed: the story, or what is taken out of it, has changed since"
        )
    if add_months(last.on, MONTHS_A_SIGNATURE_HOLDS) < as_at:
        found.append(f"it was signed more than {MONTHS_A_SIGNATURE_HOLDS} months before the day of the pack")
    if case.author and _may_be_one_person(last.by, case.author):
        found.append("it was signed by the person who wrote it")
    return tuple(found)


def _may_be_one_person(left: str, right: str) -> bool:
    """Whether two names could mean one person: the same surname, and given names that do not differ."""
    names = [[t for t in map(folded, re.findall(r"[^\W\d_]+", name)) if t not in TITLES] for name in (left, right)]
    if not all(names):
        return False
    if set(names[0]) <= set(names[1]) or set(names[1]) <= set(names[0]):
        return True
    return (
        names[0][-1] == names[1][-1] and names[0][0][0] == names[1][0][0] and 1 in (len(names[0][0]), len(names[1][0]))
    )


def _rows(table: Table) -> Iterator[Mapping[str, Any]]:
    import narwhals as nw  # slow to import

    for row in nw.from_native(table.rows, eager_only=True).iter_rows(named=True):
        yield {name: None if value is None or value != value else value for name, value in row.items()}


def _case_study(table: Table, row: Mapping[str, Any], roll: Roll) -> CaseStudy:
    origin = int(row["origin"])
    cells = {cell.column: cell for cell in table.gated if cell.row == origin}
    told = [name for name in PARTS if name in cells and cells[name].text.strip()]
    quotes = anonymise_together([cells[name].text for name in told], record_of(table, row), roll)
    return CaseStudy(
        case=str(row["case"] or ""),
        parts=dict(zip(told, quotes, strict=True)),
        service_type=str(row.get("service_type") or ""),
        outcome_achieved=str(row.get("outcome_achieved") or ""),
        consent=str(row.get("consent") or ""),
        consent_covers=frozenset(filter(None, str(row.get("consent_covers") or "").split("|"))),
        consent_on=_day(row.get("consent_on")),
        place=table.places[origin] if origin < len(table.places) else Place(""),
        author=cells["author_name"].text if "author_name" in cells else "",
        service=str(row.get("service") or "").strip(),
        concern=str(row.get("concern") or "").strip(),
        raised_on=_day(row.get("raised_on")),
        composite=row.get("composite") == "yes",
        consent_of_each=row.get("consent_of_each") == "yes",
    )


def _day(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value
