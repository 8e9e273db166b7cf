"""A sentence the provider stands behind, and what bears it out."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.figure import Figure, Mark

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
    POLICY = "Policy only"
    WITHHELD = "On record, number not shown"
    EXAMPLE = "Shown by an example alone"
    PRACTISED = "Shown in practice"
    PROVED = "Shown in practice, in outcomes and by an example"


@dataclass(frozen=True)
class Statement:
    """What the provider says it does, as its register of practice holds it.

    `shown_by` are the keys of figures that show it, `case_studies` the references of stories that do.
    """

    number: str
    part: str
    statement: Words
    control: Words = ""
    policy: Words = ""
    shown_by: tuple[str, ...] = ()
    place: Place | None = None
    case_studies: tuple[str, ...] = ()


SHORT_REFERENCE = 25
"""Characters below which a reference such as "SG-01 section 4" is kept in one line."""


@dataclass(frozen=True)
class Claim:
    """A statement of practice with its control, its policy, and the figures and case studies that show it.

    `cases` are those that are told beside it, `shared` those of them that stand behind another statement too.
    """

    number: str
    part: str
    statement: Words
    control: Words
    policy: Words
    figures: tuple[Figure, ...]
    cases: tuple[str, ...] = ()
    shared: frozenset[str] = frozenset()
    place: Place | None = None

    @property
    def shown(self) -> tuple[Figure, ...]:
        """The figures that carry a number."""
        return tuple(f for f in self.figures if f.mark is None)

    @property
    def outcomes(self) -> tuple[Figure, ...]:
        """Those of them that tell what came of it for the person."""
        return tuple(f for f in self.shown if f.measure in OUTCOMES)

    @property
    def grade(self) -> Grade:
        """Policy only, practised where figures show it, proved where an outcome and a case study do so too.

        A figure that is on record and hidden from these readers bears nothing out for them, and is no gap either.
        """
        if self.shown:
            return Grade.PROVED if self.outcomes and self.cases else Grade.PRACTISED
        if self.cases:
            return Grade.EXAMPLE
        if any(f.mark is Mark.SUPPRESSED for f in self.figures):
            return Grade.WITHHELD
        return Grade.POLICY if self.policy else Grade.UNEVIDENCED

    @property
    def is_unevidenced(self) -> bool:
        """Whether nothing that the provider holds bears it out, or there is nothing but a policy."""
        return self.grade in (Grade.UNEVIDENCED, Grade.POLICY)

    @property
    def policy_in_one_line(self) -> bool:
        """Whether the reference to a policy is so short that no line should end within it."""
        return len(str(self.policy)) < SHORT_REFERENCE


def claims(
    statements: Iterable[Statement], figures: Mapping[str, Figure], cases: Collection[str] = ()
) -> tuple[Claim, ...]:
    """Every statement with its figures and those of its case studies that are among the `cases`, in the order given.

    A part of a breakdown that has no rows in this period bears nothing out and is passed over.

    Raises:
        EvidenceError: a statement names a figure that does not exist.
    """
    statements = tuple(statements)
    measures = {figure.measure for figure in figures.values()}
    named = Counter(case for s in statements for case in dict.fromkeys(s.case_studies))
    found, problems = [], []
    for s in statements:
        problems += [_unknown(s, key) for key in s.shown_by if key.partition("[")[0] not in measures]
        keys = dict.fromkeys(k for key in s.shown_by for k in (NEVER_ALONE.get(key, key), key))
        shown = tuple(figures[key] for key in keys if key in figures)
        told = tuple(case for case in dict.fromkeys(s.case_studies) if case in cases)
        shared = frozenset(case for case in told if named[case] > 1)
        found.append(Claim(s.number, s.part, s.statement, s.control, s.policy, shown, told, shared, s.place))
    if problems:
        raise EvidenceError(tuple(problems))
    return tuple(found)


def unkept(made: Iterable[Claim], keep: Collection[str]) -> tuple[Problem, ...]:
    """Each claim that nothing bears out and that is not to be kept, by its number: no reader outside is told it."""
    return tuple(_unevidenced(c) for c in made if c.is_unevidenced and c.number not in keep)


def _unknown(statement: Statement, key: str) -> Problem:
    return Problem(
        key="practice.unknown_figure",
        place=statement.place or Place(f"practice statement {statement.number}"),
        found=f'"{key}", which is no figure',
        wanted="the key of a figure, such as msp.asked",
        why="a claim is only as good as the figure beside it",
        mend="correct the key, or leave the cell blank: the claim is then marked as not yet evidenced",
    )


def _unevidenced(claim: Claim) -> Problem:
    found = "a policy, and nothing that shows it is followed" if claim.policy else "nothing that shows it"
    return Problem(
        key="practice.unevidenced",
        place=claim.place or Place(f"practice statement {claim.number}"),
        found=f"practice statement {claim.number}: {found}",
        wanted="a figure with a number, or a case study that this pack tells",
        why="a reader outside strikes out what nothing shows, and trusts the rest less",
        mend=(
            "name a figure under `shown_by` or a story under `case_studies`, take the statement out, or write "
            f"`keep_unevidenced: [{claim.number}]` in evidence.yaml: it then stands as not evidenced"
        ),
    )
