"""Each section of a pack reads as it was approved, word for word, in three states of its figures.

To write the approved texts anew: `EVIDENCEGEN_APPROVE=1 python -m pytest tests/documents/test_approved.py`, then read what
`git diff tests/approved` shows as its readers would.
"""

import os
import re
from html import unescape
from pathlib import Path

import pytest

from evidencegen.documents.html import render
from evidencegen.packs.kinds.board import BOARD
from evidencegen.packs.kinds.inspection import INSPECTION
from evidencegen.packs.kinds.pir import PIR
from evidencegen.packs.kinds.tender import TENDER

APPROVED = Path(__file__).parents[1] / "approved"
STATES = ("full", "hidden", "nothing to count")
BOARD_STATES = ("full", "steady", "nothing", "leaves")
"""As tests/documents/test_board_pages.py makes them."""
SECTIONS = [(pack.key, plan.key) for pack in (TENDER, INSPECTION, PIR) for plan in pack.sections[:-1]]
"""All but the evidence notes, whose words are those of the definitions."""


def words_of(page: str, section: str) -> str:
    """The words of one section, a line for each block, cells parted by `|` and the numbers of notes in brackets."""
    _, begun, rest = page.partition(f'<section id="{section}"')
    assert begun
    text = re.split(r'<section id="|</main>', rest)[0].partition(">")[2]
    text = re.sub(r"\s+", " ", re.sub(r"<sup>(.*?)</sup>", r"[\1]", text))
    text = re.sub(r"</t[hd]> *<t[hd][^>]*>", " | ", text)
    text = re.sub(r"</?(?:p|h[1-6]|li|ul|tr|table|caption|figcaption|section|div|thead|tbody)\b[^>]*>", "\n", text)
    lines = (" ".join(line.split()) for line in unescape(re.sub(r"<[^>]+>", "", text)).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("pack", "section"), SECTIONS)
def test_a_section_reads_as_approved(drafted, pack, section, state):
    found = words_of(render(drafted(state, pack=pack)), section)
    path = APPROVED / pack / state.replace(" ", "_") / f"{section}.txt"
    if os.environ.get("EVIDENCEGEN_APPROVE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
        pytest.skip("written anew")
    assert found == path.read_text(encoding="utf-8")


def test_no_approved_text_is_left_of_a_section_that_is_gone():
    kept = {path.relative_to(APPROVED).with_suffix("").as_posix() for path in APPROVED.rglob("*.txt")}
    ours = {f"{pack}/{state.replace(' ', '_')}/{section}" for pack, section in SECTIONS for state in STATES}
    board = {f"board/{state}/{plan.key}" for plan in BOARD.sections[:-1] for state in BOARD_STATES}
    assert kept == ours | board
