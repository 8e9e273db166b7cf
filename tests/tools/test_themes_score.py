"""How well a codebook finds the themes of labelled notes."""

import json

import pytest

from evidencegen.measures.coding import Codebook, Rule, Theme
from tools.themes_score import left_alone, main, read_notes, score, scored

BOOK = Codebook(tuple(Theme(key, key, (Rule((key,)),)) for key in ("safe", "money", "home")))
NOTES = [
    {"id": 1, "text": "safe money", "themes": ["safe"], "optional": ["money"], "hard": True},
    {"id": 2, "text": "safe home", "themes": ["safe", "money"], "optional": [], "hard": False},
    {"id": 3, "text": "pie", "themes": [], "optional": [], "hard": False},
    {"id": 4, "text": "home pie", "themes": [], "optional": [], "hard": False},
]


def test_an_optional_theme_is_neither_right_nor_wrong():
    total = score(scored(BOOK, NOTES))
    # Right: safe twice. Wrong: home twice. Missed: money once. Precision 2/4, recall 2/3, F1 4/7.
    assert (total.right, total.wrong, total.missed) == (2, 2, 1)
    assert (total.precision, total.recall, total.f1) == pytest.approx((0.5, 2 / 3, 4 / 7))
    assert total.by_theme == {"home": (0, 2, 0), "money": (0, 0, 1), "safe": (2, 0, 0)}


def test_notes_without_a_theme_are_counted_apart():
    assert left_alone(scored(BOOK, NOTES)) == (1, 2)


def test_nothing_to_find_and_nothing_found_is_full_marks():
    assert score([]).f1 == 1


def test_the_figures_are_printed_and_the_wrong_ones_when_asked(tmp_path, capsys):
    file = tmp_path / "notes.jsonl"
    file.write_text("".join(json.dumps(note) + "\n" for note in NOTES), encoding="utf-8")
    assert len(read_notes(file)) == 4
    assert main([str(file)]) == 0
    assert "notes 4\n" in (short := capsys.readouterr().out)
    assert main([str(file), "--wrong"]) == 0
    assert len(capsys.readouterr().out) > len(short)
