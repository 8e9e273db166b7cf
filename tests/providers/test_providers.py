"""The invented providers at both ends: what was planted in their registers is what their figures say."""

import hashlib
import json
from pathlib import Path

import pytest

from evidencegen.build import build
from evidencegen.project import figures, inspect
from tests.providers import tiny

# Counted by eye in tests/providers/tiny.py: how many, and out of how many.
PLANTED_IN_TINY = {
    "concerns.raised": (9, None),
    "concerns.people": (6, None),
    "msp.asked": (7, 8),
    "msp.expressed": (6, 8),
    "msp.fully_achieved": (3, 6),
    "msp.reviewed_twice": (7, 8),
    "risk.referred_in_time": (8, 9),
    "advocacy.referrals": (4, None),
    "advocacy.asked_for": (3, 4),
    "advocacy.allocated": (3, 4),
    "training.current": (13, 16),
    "training.safeguarding_current": (5, 6),
    "supervision.on_time": (8, 11),
    "supervision.held": (10, None),
    "audits.conformity": (14, 19),
    "audits.done_on_plan": (3, 4),
    "actions.closed_on_time": (3, 5),
    "stories.consented": (1, 1),
}


def _bytes_of(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file in a folder, by its way from there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_nothing_in_the_registers_of_the_smallest_is_to_be_mended(tiny_project):
    project = inspect(tiny_project)
    assert [(p.key, p.place.file) for p in project.problems] == [("brief.strict_is_meant", "evidence.yaml")]
    assert sum(account.rows_used for account in project.accounts) == 6 + 5 + 15 + 9 + 4 + 11 + 20 + 5 + 3 + 1


@pytest.mark.parametrize(("key", "counts"), PLANTED_IN_TINY.items())
def test_the_smallest_has_what_was_planted(tiny_inside, key, counts):
    assert (tiny_inside[key].counted, tiny_inside[key].out_of) == counts


@pytest.fixture(scope="module")
def tiny_inside(tiny_project):
    return figures(inspect(tiny_project), audience="internal")


def test_most_of_the_figures_of_the_smallest_are_hidden_outside(tiny_project, tmp_path):
    built = build(tiny_project, out=tmp_path)
    assert {path.name for path in built.files} == {"tender.pdf", "manifest.json"}
    told = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["figures"]
    planted = {one["key"]: (one["mark"], one["counted"]) for one in told if one["key"] in PLANTED_IN_TINY}
    shown = {key: counted for key, (mark, counted) in planted.items() if mark is None}
    assert shown == {"concerns.raised": 10, "concerns.people": 5, "audits.conformity": 14, "actions.closed_on_time": 3}
    hidden = {key for key, (mark, _) in planted.items() if mark == "[c]"}
    assert hidden >= {
        "msp.asked",
        "msp.fully_achieved",
        "advocacy.asked_for",
        "training.current",
        "supervision.on_time",
    }
    assert len(hidden) > 2 * len(shown)


def test_the_smallest_is_the_same_bytes_each_time(tmp_path):
    tiny.write(tmp_path / "one")
    tiny.write(tmp_path / "two")
    assert len(_bytes_of(tmp_path / "one")) == 12
    assert _bytes_of(tmp_path / "one") == _bytes_of(tmp_path / "two")
