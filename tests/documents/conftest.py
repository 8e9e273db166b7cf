"""The hand-made figures of the packs' tests, made into drafts."""

from collections.abc import Callable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from evidencegen.packs.draft import Draft, draft
from evidencegen.packs.kinds.tender import TENDER

_beside = spec_from_file_location("hand_made", Path(__file__).parents[1] / "packs" / "conftest.py")
hand_made = module_from_spec(_beside)
_beside.loader.exec_module(hand_made)


@pytest.fixture(scope="session")
def drafted() -> Callable[..., Draft]:
    """The tender pack in one state: `drafted("hidden", audience="internal")`; `bare` leaves out words, `stories` are changes."""

    def make(
        state: str = "full",
        *,
        audience: str = "external",
        bare: bool = False,
        stories: Sequence[dict[str, object]] = ({},),
        **tender: object,
    ) -> Draft:
        told, said = ((), ()) if bare else (tuple(hand_made.Told(**one) for one in stories), hand_made.STATEMENTS)
        figures = hand_made.STATES[state]()
        return draft(TENDER, hand_made.made_brief(audience, **tender), figures, stories=told, statements=said)

    return make


@pytest.fixture(params=hand_made.STATES)
def state(request: pytest.FixtureRequest) -> str:
    """Each state of the figures in turn."""
    return request.param
