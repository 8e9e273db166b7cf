"""Narratives handed in, and what of them may be read outside."""

import json
import sys

import pytest

from evidencegen.narratives import read_names, read_narratives, released, second_opinion
from evidencegen.problem import EvidenceError

RECORD = {
    "person": {"name": "Joy Mensah", "preferred_name": "Auntie Joy", "dob": None, "nhs_number": "999 016 6137"},
    "service": {"name": "Peartree Homecare", "address": ""},
    "staff": ["Blessing Owusu", {"name": "Tomasz Nowak", "role": "senior carer"}, {"name": ""}],
    "relatives": [{"name": "Kwabena Mensah", "relation": "husband"}],
    "dates": {"raised": "2024-06-18", "closed": None},
}


def line(**changed):
    return json.dumps({"id": 1, "text": "Joy rang Blessing and Tomasz.", "record": RECORD, **changed}).encode()


def test_a_narrative_comes_back_with_its_flags_where_its_new_words_stand():
    text = "Joy, who is 84, is the only farrier in Derby. Blessing and Tomasz rang Kwabena."
    told = released(*read_narratives(line(text=text)))
    assert told["id"] == 1
    assert "Carer A and carer B rang their husband" in told["text"]
    assert [flag["why"] for flag in told["flags"]] == ["a rare fact: unusual work or standing"]
    assert all(told["text"][flag["start"] : flag["end"]] == flag["text"] for flag in told["flags"])
    assert {"kind": "person", "role": "the person"} in told["replaced"]


@pytest.mark.parametrize(
    "record",
    [None, {}, {"person": None, "staff": None, "dates": None}, {"person": {}, "service": "", "staff": [], "relatives": []},
     {"person": "Joy Mensah", "staff": "Blessing Owusu", "relatives": [None], "dates": {"raised": ""}},
     {"person": {"name": None, "nhs_number": 9990166137}, "service": {"name": None}}],
)  # fmt: skip
def test_whatever_a_record_lacks_is_no_obstacle(record):
    (narrative,) = read_narratives(line(record=record))
    assert "Blessing" not in released(narrative)["text"]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"text": 5}, 'a "text" that is not text'),
        ({"record": ["Joy Mensah"]}, 'a "record" that is not an object'),
        ({"record": {"staff": [5]}}, 'a "staff" that is not an object'),
        ({"record": {"person": {"name": ["Joy"]}}}, 'a "name" in "person" that is not text'),
        ({"record": {"dates": {"raised": "Joy's day"}}}, 'a day "raised" that is not a date such as 2026-03-14'),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_nobody_in_it(changed, found):
    with pytest.raises(EvidenceError) as refused:
        read_narratives(b"\n" + line(**changed))
    (problem,) = refused.value.problems
    assert (problem.key, problem.place.line, problem.found) == ("narrative.unreadable", 2, found)
    assert "Mensah" not in str(refused.value)


def test_every_name_the_provider_holds_goes_whoever_the_story_is_about(tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("\ufeffHope Achebe\n\nWilloughby, Dot\nRowan House = the home\n", encoding="utf-8")
    text = "The advocate met hope achebe and D. Willoughby at Rowan House."
    told = released(*read_narratives(line(text=text)), read_names(names))
    assert told["text"] == "The advocate met [name] and [name] at the home."


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"Joy Mensah\n12345\n", "a line without a name"),
        (b'Joy Mensah\n{"name": "Dot"}\n', "a line of JSON or CSV"),
        (b"Joy \xff", "letters that are not UTF-8"),
        (None, "no file that can be opened"),
    ],
)
def test_a_file_of_names_that_cannot_be_read_is_refused(tmp_path, content, found):
    names = tmp_path / "names.txt"
    if content is not None:
        names.write_bytes(content)
    with pytest.raises(EvidenceError) as refused:
        read_names(names)
    assert [problem.found for problem in refused.value.problems] == [found]
    assert "Mensah" not in str(refused.value)


def test_a_second_opinion_is_there_where_it_is_installed_and_one_asked_for_must_be(tmp_path, monkeypatch):
    text = "minutes. present: oyelaran, tegwen. tegwen rang."
    told = released(*read_narratives(line(text=text, record=None)), opinion=second_opinion())
    assert "tegwen" not in told["text"]
    with pytest.raises(EvidenceError, match="no tagger"):
        second_opinion(tmp_path / "gone.crfsuite")
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    assert second_opinion() is None
    with pytest.raises(EvidenceError, match=r"pip install evidencegen\[tagger\]"):
        second_opinion(tmp_path / "gone.crfsuite")
