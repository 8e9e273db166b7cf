"""The hand-made figures of the packs' tests, made into drafts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from evidencegen.measures.framework import frameworks
from evidencegen.measures.measure import Direction
from evidencegen.packs.claim import Statement
from evidencegen.packs.draft import Draft, draft
from evidencegen.packs.gap import GapMap, Known, Tale
from evidencegen.packs.gap_map import gap_map
from evidencegen.packs.inspection import Contradiction, summary
from evidencegen.packs.kinds.inspection import FRAMEWORKS, GAPS, INSPECTION
from evidencegen.packs.kinds.pir import PIR
from evidencegen.packs.kinds.tender import TENDER
from evidencegen.release.figure import Figure
from evidencegen.release.profile import Profile

_beside = spec_from_file_location("hand_made", Path(__file__).parents[1] / "packs" / "conftest.py")
hand_made = module_from_spec(_beside)
_beside.loader.exec_module(hand_made)


PACKS = {pack.key: pack for pack in (TENDER, INSPECTION, PIR)}
CLASHES = (
    Contradiction("crosscheck.unknown", ("Advocacy referral log", "Safeguarding log")),
    Contradiction("crosscheck.contradiction", ("Safeguarding log",), 'log.xlsx, sheet "Log"', 1),
)
AIMS = (0.5, 0.9, None)
CAME_LATER = frozenset({"risk.source"})
"""Has no aim, and is passed over so that every other figure keeps the aim under which its text was approved."""


def with_aims(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """An aim of half for every third figure, one of nine in ten for the next, none for the last."""
    lower = {key for key, one in hand_made.MEASURES.items() if one.direction is Direction.LOWER}
    places = {key: i for i, key in enumerate(key for key, one in figures.items() if one.measure not in CAME_LATER)}
    return {
        key: replace(
            figure,
            target=AIMS[places[key] % 3] if key in places else None,
            lower_is_better=figure.measure in lower,
        )
        for key, figure in figures.items()
    }


def mapped(
    figures: Mapping[str, Figure], profile: Profile, said: Sequence[Statement], clashes: Sequence[Contradiction]
) -> GapMap:
    """The gap map of the inspection pack: one case study may be told, and one policy was forgotten."""
    known = Known(
        date(2026, 9, 30),
        profile,
        practice=tuple(said),
        reviewed={one.number: date(2024, 2, 20) for one in said[:1]},
        tales=(Tale("CS-01", told=True, waits=False, advocacy=True),) if said else (),
        contradictions=tuple(clashes),
        registers={key: frozenset({"Safeguarding log"}) for key in figures},
    )
    shown = [frameworks()[key] for key in FRAMEWORKS]
    measures = {key: hand_made.MEASURES[key] for key in GAPS.needs}
    return gap_map(shown, measures, figures, known)


@pytest.fixture(scope="session")
def drafted() -> Callable[..., Draft]:
    """One pack in one state: `drafted("hidden", pack="inspection")`; `bare` leaves out words.

    `stories` are what is different of each case study, `changed` figures that stand in place of those of the state.
    """

    def make(
        state: str = "full",
        *,
        pack: str = "tender",
        audience: str = "external",
        bare: bool = False,
        stories: Sequence[dict[str, object]] = ({},),
        changed: Mapping[str, Figure] | None = None,
        **tender: object,
    ) -> Draft:
        told, said = ((), ()) if bare else (tuple(hand_made.Told(**one) for one in stories), hand_made.STATEMENTS)
        brief = hand_made.made_brief(audience, **tender)
        figures = with_aims(hand_made.STATES[state]()) | (changed or {})
        beside = None
        if pack == "inspection":
            clashes = () if bare else CLASHES[1:] if audience == "internal" else CLASHES[:1]
            beside = summary(figures, INSPECTION.sections[0].needs, brief.profile(), clashes)
            beside = replace(beside, gaps=mapped(figures, brief.profile(), said, clashes))
        return draft(PACKS[pack], brief, figures, stories=told, statements=said, beside=beside)

    return make


@pytest.fixture(params=PACKS)
def pack(request: pytest.FixtureRequest) -> str:
    """Each kind of pack in turn."""
    return request.param


@pytest.fixture(params=hand_made.STATES)
def state(request: pytest.FixtureRequest) -> str:
    """Each state of the figures in turn."""
    return request.param


@pytest.fixture(scope="session", name="hand_made")
def _hand_made() -> ModuleType:
    """Figures made by hand: `hand_made.made("msp.asked", 90, 120)`."""
    return hand_made
