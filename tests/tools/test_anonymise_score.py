"""How well the gate for words does on narratives whose personal details people have marked."""

import json

import pytest

from evidencegen.release.quote import Flag, Quote
from tools.anonymise_score import Told, main, share_lost, summed, surviving, telling, words_lost


def mark(text, found, type_="PERSON", kind="direct", in_record=False):
    start = text.index(found)
    return {
        "start": start,
        "end": start + len(found),
        "text": found,
        "type": type_,
        "kind": kind,
        "in_record": in_record,
    }


def told(text, released, *marks, flags=()):
    return Told({"id": "1", "text": text, "gold": list(marks)}, Quote(released, (), flags))


TEXT = "Will will come with Ann Thornley."


def test_a_name_survives_in_part_but_not_as_the_verb_it_also_is():
    name, whole = mark(TEXT, "Will"), mark(TEXT, "Ann Thornley")
    assert surviving(told(TEXT, "[name] will come with carer A.", name, whole)) == []
    assert surviving(told(TEXT, "Will will come with carer A.", name, whole)) == [name]
    assert surviving(told(TEXT, "[name] will come with thornley.", name, whole)) == [whole]


def test_a_rare_fact_survives_where_most_of_its_telling_words_stand_unflagged():
    text = "She was the only farrier there."
    fact = mark(text, "the only farrier there", "RARE", "quasi")
    assert telling(fact) == ["farrier", "there"]
    assert surviving(told(text, text, fact)) == [fact]
    assert surviving(told(text, text, fact, flags=(Flag(12, 23, text[12:23], "rare"),))) == []


def test_words_lost_are_counted_outside_the_marks_alone():
    case = told(TEXT, "[name] came with carer A.", mark(TEXT, "Will"), mark(TEXT, "Ann Thornley"))
    assert words_lost(case) == (2, 3, ["will", "come"])
    assert share_lost([case]) == pytest.approx(2 / 3)


def test_what_survives_is_summed_by_kind():
    case = told(TEXT, TEXT, mark(TEXT, "Will"), mark(TEXT, "Ann Thornley", in_record=True))
    assert summed([case]) == {"direct, in no record": (1, 1), "direct, in record": (1, 1), "  PERSON": (2, 2)}


def test_the_figures_are_printed_and_what_survives_when_asked(tmp_path, capsys):
    text = "There was a cat called Example."
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps({"id": "C1", "text": text, "record": None, "gold": [mark(text, "a cat")]}) + "\n")
    assert main([str(file)]) == 0
    assert "direct, in no record        1 of     1  100.0%" in (short := capsys.readouterr().out)
    assert main([str(file), "--show"]) == 0
    assert "'a cat'" in capsys.readouterr().out.removeprefix(short)
