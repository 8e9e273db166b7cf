"""The claims of a project: how each is graded, and what it lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from evidencegen.casebook import CaseState, states
from evidencegen.drafted import pack_of, statements_of
from evidencegen.packs.claim import NEVER_ALONE, Claim, Statement, claims
from evidencegen.packs.strength import Check, Missing, missing
from evidencegen.packs.told import told_of
from evidencegen.project import Project, measure, measures_of, released

USE = "tender"
FRESH_MONTHS = 6
"""A figure none of whose records is of so many last months is stale."""


@dataclass(frozen=True)
class Case:
    """A case study that a statement names, what keeps it from being told, and which other statements name it."""

    case: str
    in_the_way: tuple[str, ...]
    also_behind: tuple[str, ...]


@dataclass(frozen=True)
class Claimed:
    """A claim as readers of a tender would meet it, with what only people inside are told of it.

    `registers` are the titles of those that its figures are of; `kept` says that the brief keeps it, shown or not.
    """

    claim: Claim
    part: str
    registers: Mapping[str, str]
    fresh: frozenset[str]
    cases: tuple[Case, ...]
    missing: tuple[Missing, ...]
    kept: bool

    @property
    def stops(self) -> bool:
        """Whether a pack for readers outside is refused because of it."""
        return self.claim.is_unevidenced and not self.kept

    def as_dict(self) -> dict[str, Any]:
        """The claim for a program."""
        claim, place = self.claim, self.claim.place
        lacks = {one.check: one.why for one in self.missing}
        return {
            "number": claim.number,
            "part": self.part,
            "statement": str(claim.statement),
            "control": str(claim.control),
            "policy": str(claim.policy),
            "grade": claim.grade.name.lower(),
            "kept": self.kept,
            "stops": self.stops,
            "figures": [
                {
                    "key": f.key,
                    "title": f.title,
                    "group": f.group or None,
                    "amount": f.amount,
                    "counts": f.counts,
                    "period": f.period,
                    "register": self.registers[f.measure],
                    "fresh": f.key in self.fresh,
                }
                for f in claim.figures
            ],
            "case_studies": [
                {"case": c.case, "in_the_way": list(c.in_the_way), "also_behind": list(c.also_behind)}
                for c in self.cases
            ],
            "checks": {check.value: check not in lacks for check in Check},
            "missing": [{"check": check.value, "why": why} for check, why in lacks.items()],
            "place": {"file": place.file, "sheet": place.sheet, "row": place.cell} if place else None,
        }


def claimed(project: Project, as_at: date | None = None) -> tuple[Claimed, ...]:
    """Every practice statement of a project, in the order of its register, as a tender would tell it.

    Raises:
        EvidenceError: a statement names a figure or a case study that does not exist.
    """
    kind = pack_of(USE)
    brief = project.brief.for_pack(kind.key, kind.audience)
    project = replace(project, brief=brief.model_copy(update={"as_at": as_at or brief.as_at}))
    said = statements_of(project)
    told = told_of([kind], said)
    views, readings = measure(project, only=told.measures)
    figures = released(project, tuple(r for r in readings if r in told), views)
    named = {one.case: one for one in states(project, USE)} if any(s.case_studies for s in said) else {}
    may_be_told = [case for case, one in named.items() if not one.obstacles]
    registers = {key: one.view.register.title for key, one in measures_of(project).items()}
    titles = {part.key: part.title for section in kind.sections for part in section.practice}
    fresh = _fresh(project, said)
    return tuple(
        Claimed(
            claim=claim,
            part=titles.get(claim.part, claim.part),
            registers=registers,
            fresh=fresh,
            cases=tuple(_cases(statement, said, named)),
            missing=missing(claim, registers, fresh),
            kept=claim.number in brief.keep_unevidenced,
        )
        for claim, statement in zip(claims(said, figures, may_be_told), said, strict=True)
    )


def _cases(statement: Statement, said: tuple[Statement, ...], named: Mapping[str, CaseState]) -> Iterator[Case]:
    for case in dict.fromkeys(statement.case_studies):
        others = tuple(s.number for s in said if case in s.case_studies and s.number != statement.number)
        yield Case(case, named[case].obstacles, others)


def _fresh(project: Project, said: tuple[Statement, ...]) -> frozenset[str]:
    """The keys of figures that rest on a record of the last months."""
    only = {key.partition("[")[0] for s in said for key in (*s.shown_by, *map(NEVER_ALONE.get, s.shown_by)) if key}
    setting = project.brief.setting(months=FRESH_MONTHS)
    _, readings = measure(project, setting, only=only)
    return frozenset(r.key for r in readings if not r.absent and (r.counted or r.out_of))
