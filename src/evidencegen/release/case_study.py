"""One person's story as it would be released, with what was decided and answered about it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from evidencegen.intake.table import Table
from evidencegen.problem import Place
from evidencegen.release.as_written import as_json, hash_of, parts_of, rows_of, story_hash
from evidencegen.release.intruder import QUESTIONS, answers_of
from evidencegen.release.kept import Mark, carried_out, marks_of, strays
from evidencegen.release.names import SITE, Known, Roll, named_people
from evidencegen.release.quote import Quote, anonymise_together
from evidencegen.release.record import Record
from evidencegen.release.second_opinion import SecondOpinion
from evidencegen.release.sign_off import Answered, Decided, Entry


@dataclass(frozen=True)
class CaseStudy:
    """A story as it may be read outside, and what decides whether it may be.

    `parts` are the released words under the names of their columns, in the order of the story, with every
    decision carried out; a part nobody wrote, or of which nothing is left, is missing. `marks` are what a
    person should look at, `spans` where the words of each now stand in their part, `strays` what the gate
    finds, by part, in a text that decisions changed. `service_type` and `outcome_achieved` are the register's
    codes; `story_sha256` is of them and of the parts as their author wrote them. A `composite` is
    made from the stories of several people. `barred` is what else keeps it in the house, in plain words.
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
    story_sha256: str = ""
    marks: tuple[Mark, ...] = ()
    spans: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    answers: Mapping[str, Answered] = field(default_factory=dict)
    strays: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    service: str = field(default="", repr=False)
    concern: str = field(default="", repr=False)
    raised_on: date | None = None
    composite: bool = False
    consent_of_each: bool = False
    barred: tuple[str, ...] = ()

    @property
    def text_sha256(self) -> str:
        """SHA-256 of exactly the words released, part by part."""
        return hash_of(as_json([[name, quote.text] for name, quote in self.parts.items()]))

    @property
    def review_sha256(self) -> str:
        """SHA-256 of all that a signature is bound to: the words, the story, every decision and every answer."""
        decided = [one for mark in self.marks if (one := mark.decided)]
        return hash_of(
            as_json(
                [
                    [self.text_sha256, self.story_sha256],
                    [[d.part, d.at, d.words, d.choice.value, d.said, d.by, d.on.isoformat()] for d in decided],
                    [[a.question, a.answer, a.by, a.on.isoformat()] for a in self.answers.values()],
                ]
            )
        )

    @property
    def undecided(self) -> tuple[Mark, ...]:
        """What nobody has decided about: flags, and words cut or made general in a part that reads otherwise now."""
        return tuple(mark for mark in self.marks if mark.is_open)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions that nobody has answered about the story as it now reads."""
        return tuple(key for key in QUESTIONS if key not in self.answers)


def read_case_studies(
    table: Table,
    roll: Roll,
    only: Collection[str] | None = None,
    entries: Sequence[Entry] = (),
    opinion: SecondOpinion | None = None,
) -> tuple[CaseStudy, ...]:
    """The stories of the register, anonymised against everybody the registers know, in the register's order.

    What the list of sign-offs says was decided about words that the gate kept is carried out. With `only`,
    just the stories with these references: anonymising is what takes the time. A second opinion is asked of the
    words as their author wrote them.
    """
    rows = (row for row in rows_of(table) if only is None or row["case"] in only)
    return tuple(_case_study(table, row, roll, entries, opinion) for row in rows)


def originals(table: Table, case: str) -> dict[str, str]:
    """The parts of a story as its author wrote them, names and all: for people inside only."""
    return next((parts_of(table, int(row["origin"])) for row in rows_of(table) if row["case"] == case), {})


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


def _case_study(
    table: Table, row: Mapping[str, Any], roll: Roll, entries: Sequence[Entry], opinion: SecondOpinion | None
) -> CaseStudy:
    origin, case = int(row["origin"]), str(row["case"] or "")
    told = parts_of(table, origin)
    authors = [c.text for c in table.gated if c.row == origin and c.column == "author_name"]
    story = CaseStudy(
        case=case,
        parts={},
        service_type=str(row.get("service_type") or ""),
        outcome_achieved=str(row.get("outcome_achieved") or ""),
        consent=str(row.get("consent") or ""),
        consent_covers=frozenset(filter(None, str(row.get("consent_covers") or "").split("|"))),
        consent_on=_day(row.get("consent_on")),
        place=table.places[origin] if origin < len(table.places) else Place(""),
        author=authors[0] if authors else "",
        story_sha256=story_hash(told, row),
        service=str(row.get("service") or "").strip(),
        concern=str(row.get("concern") or "").strip(),
        raised_on=_day(row.get("raised_on")),
        composite=row.get("composite") == "yes",
        consent_of_each=row.get("consent_of_each") == "yes",
    )
    decided = [entry for entry in entries if isinstance(entry, Decided) and entry.case == case]
    gate = partial(anonymise_together, record=record_of(table, row), roll=roll)
    first = dict(zip(told, gate(list(told.values()), opinion=opinion), strict=True))
    story = _reviewed(story, first, decided, gate)
    answered = [entry for entry in entries if isinstance(entry, Answered) and entry.case == case]
    return replace(story, answers=answers_of(answered, story.text_sha256))


def _reviewed(
    story: CaseStudy, first: Mapping[str, Quote], decided: Sequence[Decided], gate: Callable[..., tuple[Quote, ...]]
) -> CaseStudy:
    """The story as the gate released it, and through the gate again where decisions changed its words."""
    marks = marks_of(first, decided)
    edited = {name: carried_out(first[name].text, [m for m in marks if m.part == name]) for name in first}
    again, found = dict(first), {}
    if any(mark.changes_the_text for mark in marks):
        again = dict(zip(first, gate([one.text for one in edited.values()]), strict=True))
        changed = {mark.part for mark in marks if mark.changes_the_text}
        asked = {name: strays(edited[name], [m for m in marks if m.part == name], again[name]) for name in first}
        found = {
            name: why
            for name, why in asked.items()
            if why and (name in changed or again[name].text != first[name].text)
        }
    parts = {
        name: replace(quote, replaced=(*first[name].replaced, *quote.replaced)) if quote is not first[name] else quote
        for name, quote in again.items()
        if any(letter.isalnum() for letter in quote.text)
    }
    spans = {
        number: span
        for name, one in edited.items()
        if name in parts and parts[name].text == one.text
        for number, span in one.spans.items()
    }
    return replace(story, parts=parts, marks=marks, spans=spans, strays=found)


def _day(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value
