"""Themes of notes handed in."""

import io
import json
import sys

import pytest

from evidencegen.cli import main
from evidencegen.measures.coding import Codebook, Rule, Theme
from evidencegen.problem import EvidenceError
from evidencegen.themes import Note, Shared, labels, read_notes, shared_phrases, uncoded_in_words

BOOK = Codebook((Theme("money", "Money", (Rule(("money", "pension")),)), Theme("safe", "Safe", (Rule(("safe",)),))))

FOUR = """\
4 of 4 notes matched no rule.
"pie", 3 notes: 0, 1, 2
The others: 3
Phrases may hold names. Not for release: for people inside the organisation."""


@pytest.fixture
def handed_in(monkeypatch):
    def hand_in(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return hand_in


@pytest.mark.parametrize("number", [1, "x-1", None, True, 1.5, [1, "a"], {"of": {"any": "kind"}}, "\ud800"])
def test_an_id_of_any_kind_is_passed_through(number):
    (note,) = read_notes(json.dumps({"id": number, "text": "a"}).encode())
    assert note.id == number
    assert json.loads(json.dumps(labels(BOOK, note)))["id"] == number


def test_labels_have_their_keys_and_themes_in_order():
    found = labels(BOOK, Note(1, "Safe with money, and a pension"))
    assert (
        json.dumps(found)
        == '{"id": 1, "themes": ["money", "safe"], "quotes": {"money": [[10, 15], [23, 30]], "safe": [[0, 4]]}}'
    )


@pytest.mark.parametrize(
    "line",
    [b"x", b"[1]", b'{"id": 1}', b'{"text": "a"}', b'{"id": 1, "text": 2}', b'{"id": NaN, "text": "a"}',
     b'{"id": 1e999, "text": "a"}', b'{"id": 1, "text": "\xff"}', b"[" * 100_000],
)  # fmt: skip
def test_a_line_that_is_no_note_is_named_and_its_words_are_not_shown(line):
    with pytest.raises(EvidenceError) as refused:
        read_notes(b'{"id": 0, "text": "a"}\n\n' + line)
    (problem,) = refused.value.problems
    assert (problem.key, problem.place.line) == ("note.unreadable", 3)


def test_the_command_writes_a_line_for_each_note_in_order(handed_in, capsys):
    handed_in(b'{"id": "b", "text": "She feels safe."}\r\n{"text": "Ate his pie.", "id": 2, "kind": "review"}\n')
    assert main(["themes"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {"id": "b", "themes": ["safe"], "quotes": {"safe": [[4, 14]]}}
    assert list(second.items()) == [("id", 2), ("themes", []), ("quotes", {})]


def test_one_bad_line_and_nothing_is_labelled(handed_in, capsys):
    handed_in(b'{"id": 1, "text": "She feels safe."}\nJo Bloggs\n')
    assert main(["themes"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "line 2" in said.err
    assert "Bloggs" not in said.err


def test_another_codebook_is_used_or_refused_with_its_line(handed_in, capsys, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("themes: {pie: {title: Pie, rules: [{phrases: [pie]}]}}", encoding="utf-8")
    handed_in(b'{"id": 2, "text": "Ate his pie."}')
    assert main(["themes", "--codebook", str(own)]) == 0
    assert json.loads(capsys.readouterr().out)["themes"] == ["pie"]
    own.write_text("themes: {pie: {title: Pie, ruels: []}}", encoding="utf-8")
    assert main(["themes", "--codebook", str(own)]) == 2
    assert "own.yaml, line 1" in capsys.readouterr().err


def test_phrases_in_three_notes_are_listed_and_the_longest_stands_for_its_parts():
    notes = [Note(n, f"{start} the hand hygiene audit.") for n, start in enumerate(("Did", "Saw", "Led"))]
    notes.append(Note("x", "An audit of pillows"))
    assert shared_phrases(notes) == [Shared("audit", (0, 1, 2, "x")), Shared("hand hygiene audit", (0, 1, 2))]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], "0 of 0 notes matched no rule."),
        (["safe"], "0 of 1 note matched no rule."),
        (["Ate pie"], "1 of 1 note matched no rule.\nNo phrase stands in 3 of them or more.\nThey are: 0"),
        (["Ate pie", "Pie", "More pie", "Jo sang"], FOUR),
    ],
)  # fmt: skip
def test_uncoded_notes_are_told_by_id_and_shared_phrase_alone(texts, expected):
    assert uncoded_in_words(BOOK, [Note(n, text) for n, text in enumerate(texts)]) == expected


def test_the_command_lists_uncoded_notes(handed_in, capsys):
    handed_in(b'{"id": 2, "text": "Ate his pie."}')
    assert main(["themes", "--uncoded"]) == 0
    assert capsys.readouterr().out.startswith("1 of 1 note matched no rule.")
