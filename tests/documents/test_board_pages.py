"""The board pack's sections as they read, in each state of the figures, against texts that a person approved.

Where a text changes on purpose, run the tests with EVIDENCEGEN_APPROVE=1, read the difference, and commit it.
"""

import os
import re
from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from evidencegen.documents.html import render
from evidencegen.packs.board import (
    ActionState,
    Again,
    Board,
    Crossing,
    Decision,
    Restated,
    Seen,
    Short,
    ThemeLine,
    months_of,
)
from evidencegen.packs.draft import draft
from evidencegen.packs.kinds.board import BOARD

APPROVED = Path(__file__).parents[1] / "approved"
_beside = spec_from_file_location("hand_made", Path(__file__).parents[1] / "packs" / "conftest.py")
hand_made = module_from_spec(_beside)
_beside.loader.exec_module(hand_made)

SECTIONS = [section.key for section in BOARD.sections[:-1]]
STEADY = [50, 52, 48, 51, 49, 50, 53, 47, 50, 51, 49, 50]


def line(title, notes=0, before=0, change="similar", gap="", **numbers):
    usual = dict.fromkeys(("concerns", "raised", "completed", "effects_shown", "worked", "still_open"), 0)
    return ThemeLine(title.lower(), title, notes, before, change, gap=gap, **usual | numbers)


def charts():
    made = hand_made.made_change
    yield months_of("msp.asked", made(STEADY, target=0.6))
    yield months_of("msp.reviewed", made([*STEADY[:-1], 5], "msp.reviewed"))
    yield months_of("supervision.on_time", made([*STEADY[:-1], 95], "supervision.on_time"))
    yield months_of("concerns.raised", made([10, 11, 9, 10, 12, 8, 10, 11, 9, 10, 10, 40], "concerns.raised"))
    yield months_of("advocacy.asked_for", made([50, 60, 70], "advocacy.asked_for"))


def full():
    met, missed = (hand_made.made("training.current", n, 100, target=0.9, rounded=False) for n in (91, 88))
    asked_met, asked_missed = (hand_made.made("msp.asked", n, 100, target=0.8, rounded=False) for n in (82, 79))
    return Board(
        leaves=False,
        decided=(
            Decision(
                "Ask sooner & say so.",
                (ActionState("Done on time; it worked", False), ActionState("Open, up to 30 days late", True)),
            ),
            Decision("Bring the figures again.", ()),
        ),
        charts=tuple(charts()),
        undrawn=(("Cells filled in", "there is no staff register in the project"),),
        crossings=(
            Crossing(missed, met, "90%", "31 August 2026"),
            Crossing(asked_met, asked_missed, "80%", "31 August 2026"),
        ),
        short=(Short(hand_made.made("supervision.on_time", 50, 100, target=0.9, rounded=False), "90%"),),
        themes=(
            line("Feeling safe", 9, 8, concerns=5, raised=2, completed=1, effects_shown=1, worked=1, still_open=1),
            line("Contact", 12, 1, "up from 1 to 12", concerns=4),
            line("Money", 4, 5, gap="No action on record", concerns=2),
            line("Pets"),
        ),
        before="October 2024 to September 2025",
        before_is_whole=False,
        seen=(Seen('log.xlsx, sheet "Log"', "One concern that was written down twice would be counted twice", 2),),
        again=(
            Again(
                "july.json",
                "31 July 2026 (August 2025 to July 2026)",
                20,
                (
                    Restated(
                        "msp.asked",
                        "People asked",
                        "80% (8 of 10)",
                        "82% (9 of 11)",
                        "1 more concluded concern in the base; 1 more counted",
                    ),
                ),
                ("An old figure",),
            ),
            Again("august.json", "31 August 2026 (September 2025 to August 2026)", 21),
        ),
        behind=(("Safeguarding log", "20 August 2026"), ("Quality audits", "19 July 2026")),
    )


BOARDS = {
    "full": full,
    "steady": lambda: Board(
        leaves=False,
        charts=tuple(charts())[:1],
        themes=(line("Feeling safe", 1, 1),),
        before="October 2024 to September 2025",
        has_plan=False,
    ),
    "nothing": lambda: Board(leaves=False),
    "leaves": lambda: Board(leaves=True, decided=full().decided),
}


class Lines(HTMLParser):
    """The words of a page, a line for each block, the cells of a row apart."""

    BLOCKS = frozenset(["p", "h2", "h3", "li", "tr", "caption", "figcaption", "div"])

    def __init__(self):
        super().__init__()
        self.text, self.tags = "", []

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.tags.append(tag)
        self.text += "\n" if tag in self.BLOCKS else " | " if tag in ("td", "th") else ""
        self.text += f"\n[{named['alt']}]" if tag == "img" else ""

    def handle_data(self, data):
        self.text += " " + data if data.startswith("\n") else data

    @property
    def lines(self):
        squeezed = (re.sub(r"\s+", " ", text).strip(" |") for text in self.text.split("\n"))
        return [text for text in squeezed if text]


def page(state, board, audience="internal"):
    made = hand_made.made_brief(audience, tender=None)
    return render(draft(BOARD, made, hand_made.STATES[state](), beside=BOARDS[board]()))


def section(html, key):
    return html.partition(f'id="{key}">')[2].partition("</section>")[0]


def told(html):
    read = Lines()
    read.feed(re.sub(r"\s+", " ", html))
    return read.lines


@pytest.mark.parametrize("key", SECTIONS)
@pytest.mark.parametrize(
    ("state", "board"), [("full", "full"), ("one of one", "steady"), ("missing", "nothing"), ("hidden", "leaves")]
)
def test_a_section_reads_as_approved(key, state, board):
    audience = "external" if board == "leaves" else "internal"
    text = "\n".join(told(section(page(state, board, audience), key))) + "\n"
    approved = APPROVED / "board" / board / f"{key}.txt"
    if os.environ.get("EVIDENCEGEN_APPROVE"):
        approved.parent.mkdir(parents=True, exist_ok=True)
        approved.write_text(text, encoding="utf-8")
    assert text == approved.read_text(encoding="utf-8")


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("state", hand_made.STATES)
def test_every_sentence_stands_in_every_state(state, board):
    html = page(state, board)
    text = "\n".join(told(html.partition("<body")[2]))
    for broken in (
        "None",
        "[]",
        "()",
        " .",
        " ,",
        " ;",
        "..",
        "about about",
        "{{",
        "Undefined",
        ": .",
        ":.",
        ";.",
        "of of",
    ):
        assert broken not in text, text[max(0, text.index(broken) - 60) : text.index(broken) + 20]
    assert not re.search(r"</h[23]>\s*(?:<h[23]|</section>)", html)
    assert not re.search(r"<(p|li|ul|tbody|figcaption|td|table)[^>]*>\s*</\1>", html)
    if board == "steady" and state != "missing":
        return  # A board without a plan goes with figures without one: their notes are told with the absence.
    assert set(re.findall(r'href="#(note-\d+)"', html)) == set(re.findall(r'<p id="(note-\d+)"', html))


def test_what_leaves_the_house_prints_no_number_of_the_board_s_own():
    html = page("hidden", "leaves", "external")
    assert "<img" not in html
    for key in ("charts", "restated"):
        assert re.sub(r"<h2>.*?</h2>", "", section(html, key)).count("left out of this copy") == 1
        assert not re.search(r"\d", "".join(told(re.sub(r"<h2>.*?</h2>", "", section(html, key)))))


def test_the_worst_stands_first():
    html = page("full", "full")
    text = "\n".join(told(section(html, "summary")))
    assert (
        text.index("Worse")
        < text.index("Better")
        < text.index("No change beyond chance")
        < text.index("Too little to judge by")
    )
    captions = re.findall(r"<figcaption>(.*?)</figcaption>", html)
    assert captions[0].startswith("Plans reviewed with the person in time: unusually low")
    themes = [row.partition(" | ")[0] for row in told(section(html, "themes")) if " | " in row]
    assert themes[1:] == ["Contact", "Money No action on record", "Feeling safe"]


def test_a_chart_carries_its_values_in_words():
    alternatives = re.findall(r'<img src="data:image/svg[^"]*" alt="([^"]*)"', page("full", "full"))
    assert len(alternatives) == 5
    assert "September 2026: 50%, 50 of 100." in alternatives[3]


def test_words_of_a_decision_are_escaped():
    assert "Ask sooner &amp; say so." in page("full", "full")


def test_without_a_plan_nothing_is_said_of_actions_by_theme():
    rows = [row for row in told(section(page("one of one", "steady"), "themes")) if " | " in row]
    assert len(rows) == 2
    assert "raised" not in rows[0]


def test_what_the_registers_do_not_hold_is_marked_by_theme_and_never_nought():
    rows = [row for row in told(section(page("missing", "full"), "themes")) if " | " in row]
    contact = rows[1].split(" | ")
    # Notes, before, change, concerns, actions raised, done, effect shown, worked, still open.
    assert contact == ["Contact", "12", "1", "up from 1 to 12", "[x]", "0", "0", "[x]", "[x]", "0"]
