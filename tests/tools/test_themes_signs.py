"""Points of words, learnt from labelled notes."""

from evidencegen.measures.phrase import words_of
from tools.themes_signs import learnt, main

NOTES = [
    {"id": number, "text": text, "themes": themes}
    for number, (text, themes) in enumerate(
        [("Bolts the door", ["safe"]), ("The door is bolted", ["safe"]), ("The tea was cold", []), ("Cold tea", [])] * 3
    )
]


def test_words_of_labelled_notes_speak_for_their_theme_and_words_of_others_against_it():
    signs = learnt(NOTES, ["safe"], {})
    assert signs.points["door"][0] > 0 > signs.points["tea"][0]
    assert set(signs.settled({}, words_of("A bolted door, one two three four five six seven", {}), frozenset())) == {
        "safe"
    }
    assert not signs.settled({}, words_of("Cold tea, one two three four five six seven eight", {}), frozenset())


def test_the_same_notes_give_the_same_points(tmp_path):
    notes = tmp_path / "notes.jsonl"
    notes.write_text('{"text": "Bolts the door", "themes": ["safe"]}\n' * 2, encoding="utf-8")
    for name in ("one.csv", "two.csv"):
        assert main([str(notes), "--write", str(tmp_path / name)]) == 0
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    assert (tmp_path / "one.csv").read_text(encoding="utf-8").startswith("stem,safe,independence,home")
