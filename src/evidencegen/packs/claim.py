"""A sentence the provider stands behind, and what bears it out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.figure import Figure

OUTCOMES = frozenset(
    {
        "msp.fully_achieved",
        "msp.felt_safer",
        "msp.felt_listened_to",
        "msp.more_confident",
        "risk.reduced_or_removed",
        "advocacy.made_a_difference",
        "actions.worked",
    }
)
NEVER_ALONE = {"msp.fully_or_partly_achieved": "msp.fully_achieved"}


class Words(Protocol):
    """Anything that prints: a quote from the gate for words."""

    def __str__(self) -> str: ...


class Grade(Enum):
    """How far a claim is borne out; the value is what the pack prints beside it."""

    UNEVIDENCED = "Not yet evidenced"
    PRACTISED = "Shown in practice"
    PROVED = "Shown in practice and in outcomes"


@dataclass(frozen=True)
class Statement:
    """What the provider says it does, as its register of practice holds it, with the keys of figures that show it."""

    number: str
    part: str
    statement: Words
    control: Words = ""
    policy: Words = ""
    shown_by: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True)
class Claim:
    """A statement of practice with its control, its policy and the figures that show it."""

    number: str
    part: str
    statement: Words
    control: Words
    policy: Words
    figures: tuple[Figure, ...]

    @property
    def shown(self) -> tuple[Figure, ...]:
        """The figures that carry a number."""
        return tuple(f for f in self.figures if f.mark is None)

    @property
    def grade(self) -> Grade:
        """Policy only, practised, or practised with an outcome for the person."""
        if not self.shown:
            return Grade.UNEVIDENCED
        return Grade.PROVED if any(f.measure in OUTCOMES for f in self.shown) else Grade.PRACTISED


def claims(statements: Iterable[Statement], figures: Mapping[str, Figure]) -> tuple[Claim, ...]:
    """Every statement with its figures, in the order given.

    A part of a breakdown that has no rows in this period bears nothing out and is passed over.

    Raises:
        EvidenceError: a statement names a figure that does not exist.
    """
    measures = {figure.measure for figure in figures.values()}
    found, problems = [], []
    for s in statements:
        problems += [_unknown(s, key) for key in s.shown_by if key.partition("[")[0] not in measures]
        keys = dict.fromkeys(k for key in s.shown_by for k in (NEVER_ALONE.get(key, key), key))
        shown = tuple(figures[key] for key in keys if key in figures)
        found.append(Claim(s.number, s.part, s.statement, s.control, s.policy, shown))
    if problems:
        raise EvidenceError(tuple(problems))
    return tuple(found)


def _unknown(statement: Statement, key: str) -> Problem:
    return Problem(
        key="practice.unknown_figure",
        place=statement.place or Place(f"practice statement {statement.number}"),
        found=f'"{key}", which is no figure',
        wanted="the key of a figure, such as msp.asked",
        why="a claim is only as good as the figure beside it",
        mend="correct the key, or leave the cell blank: the claim is then marked as not yet evidenced",
    )
