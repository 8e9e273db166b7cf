"""What a strong claim has, and which of it a claim lacks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum

from evidencegen.packs.claim import Claim

LEARNING = frozenset(
    {
        "actions.effect_evidenced",
        "actions.worked",
        "audits.change",
        "audits.mended",
        "audits.met_again",
        "supervision.competent",
        "supervision.reassessed_on_time",
    }
)
"""Measures of whether something was learnt or changed, and whether that worked."""


class Check(Enum):
    """What readers of claims look for; the value is the word for it."""

    SPECIFIC = "specific"
    TRIANGULATED = "triangulated"
    OUTCOME_LED = "outcome-led"
    TIME_BOUND = "time-bound"
    LEARNING = "learning-focused"


@dataclass(frozen=True)
class Missing:
    """A check that a claim does not pass, and why, in words."""

    check: Check
    why: str


def missing(claim: Claim, registers: Mapping[str, str], fresh: Collection[str]) -> tuple[Missing, ...]:
    """The checks that a claim does not pass, in the order in which readers name them.

    Args:
        claim: with the figures as its readers may see them, and the case studies that may be told.
        registers: for each measure the register that its figures are of, by its title.
        fresh: the keys of figures that rest on at least one record of the last months.
    """
    why = {
        Check.SPECIFIC: _unspecific(claim),
        Check.TRIANGULATED: _from_one_side(claim, registers),
        Check.OUTCOME_LED: "" if claim.outcomes or claim.cases else "no figure and no case study tells what came of it",
        Check.TIME_BOUND: _undated(claim, fresh),
        Check.LEARNING: _unlearnt(claim),
    }
    return tuple(Missing(check, words) for check, words in why.items() if words)


def _unspecific(claim: Claim) -> str:
    lacks = ["no control says how it is made sure"] if not str(claim.control).strip() else []
    lacks += ["no figure with a number shows it"] if not claim.shown else []
    return "; ".join(lacks)


def _from_one_side(claim: Claim, registers: Mapping[str, str]) -> str:
    """Why its evidence is of one kind: two registers, or a figure and a case study, are what is wanted."""
    its = list(dict.fromkeys(registers[figure.measure] for figure in claim.shown))
    if len(its) > 1 or (its and claim.cases):
        return ""
    if its:
        return f"all its figures are of one register ({its[0]}), and no case study is beside them"
    if claim.figures:
        return "none of its figures is shown to these readers"
    return "it has a case study, and no figure beside it" if claim.cases else "it has no figure and no case study"


def _undated(claim: Claim, fresh: Collection[str]) -> str:
    if not claim.shown:
        return "no figure says over which period"
    stale = all(figure.key not in fresh for figure in claim.shown)
    return "none of its figures rests on a record of the last six months" if stale else ""


def _unlearnt(claim: Claim) -> str:
    learnt = claim.cases or any(figure.measure in LEARNING for figure in claim.shown)
    return "" if learnt else "no action with its effect, no re-audit and no case study says what was learnt"
