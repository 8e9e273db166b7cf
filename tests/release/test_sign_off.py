from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidencegen.problem import EvidenceError
from evidencegen.release.sign_off import Answered, Choice, Decided, Deed, SignOff, add, read_sign_offs

HASH, OTHER = "a" * 64, "b" * 64
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
SIGNED = SignOff("CS-01", Deed.SIGNED, "Orla Vane", MAY, HASH, OTHER, OTHER)
WITHDRAWN = SignOff("CS-01", Deed.WITHDRAWN, "Orla Vane", JUNE, why="the family asked")
REMOVED = Decided("CS-01", "Orla Vane", MAY, "voice", "the only signalman", 12, HASH, Choice.REMOVE)
GENERALISED = Decided("CS-01", "Orla Vane", MAY, "voice", "a: 'b'\n#c", 0, HASH, Choice.GENERALISE, "railway work")
KEPT = Decided("CS-01", "Orla Vane", MAY, "plan", "yes", 3, HASH, Choice.KEEP, "null")
ANSWER = Answered("CS-01", "Orla Vane", MAY, "neighbour", "No: the street is not told.", HASH)
EVERY = (REMOVED, GENERALISED, KEPT, ANSWER, SIGNED, WITHDRAWN)


def test_nothing_is_signed_before_the_first_signature(tmp_path):
    assert read_sign_offs(tmp_path / "sign_offs.yaml") == ()


def test_entries_are_added_and_none_is_changed(tmp_path):
    path = tmp_path / "sign_offs.yaml"
    before = ""
    for number, entry in enumerate(EVERY, 1):
        add(path, entry)
        now = path.read_text("utf8")
        assert now.startswith(before)
        assert read_sign_offs(path) == EVERY[:number]
        before = now
    assert now.count("by: Orla Vane") == len(EVERY)
    assert "Orla" not in repr(read_sign_offs(path))
    assert "signalman" not in repr(read_sign_offs(path))
    assert [p.name for p in tmp_path.iterdir()] == ["sign_offs.yaml"]


DECIDED = f"part: plan\n  words: w\n  at: 3\n  part_sha256: {HASH}\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("case: CS-01\n", 1),
        ("# list\n\n- case: CS-01\n  deed: signed\n", 3),
        ("- case: [\n", 2),
        (f"- case: A\n  deed: signed\n  by: O\n  day: soon\n  text_sha256: {HASH}\n", 1),
        (f"- case: A\n  deed: signed\n  by: O\n  day: 2026-05-01\n  text_sha256: {HASH}\n- 7\n", 6),
        ("- case: A\n  deed: signed\n  by: O\n  day: 2026-05-01\n  text_sha256: abc\n", 1),
        (f'- case: A\n  deed: signed\n  by: "\\ud800"\n  day: 2026-05-01\n  text_sha256: {HASH}\n', 3),
        (f"- case: A\n  deed: keep\n  by: O\n  day: 2026-05-01\n  {DECIDED}  decision: keep\n  why: w\n", 1),
        (f"- case: A\n  deed: decided\n  by: O\n  day: 2026-05-01\n  {DECIDED}  decision: burn\n", 1),
        (f"- case: A\n  deed: decided\n  by: O\n  day: 2026-05-01\n  {DECIDED}  decision: keep\n", 1),
        (
            f"- case: A\n  deed: decided\n  by: O\n  day: 2026-05-01\n  {DECIDED.replace('3', 'x')}  decision: remove\n",
            1,
        ),
    ],
)
def test_a_list_that_is_not_ours_is_refused_with_its_line(tmp_path, text, line):
    path = tmp_path / "sign_offs.yaml"
    path.write_text(text, "utf8")
    with pytest.raises(EvidenceError) as refused:
        read_sign_offs(path)
    (problem,) = refused.value.problems
    assert (problem.key, problem.place.line) == ("sign_off.unreadable", line)
    with pytest.raises(EvidenceError):
        add(path, SIGNED)
    assert path.read_text("utf8") == text


def test_two_people_cannot_sign_at_the_same_moment(tmp_path):
    (tmp_path / "sign_offs.yaml.new").touch()
    with pytest.raises(EvidenceError) as refused:
        add(tmp_path / "sign_offs.yaml", SIGNED)
    assert refused.value.problems[0].key == "sign_off.busy"


@given(
    words=st.text(min_size=1).filter(str.strip),
    said=st.text(min_size=1).map(str.strip).filter(bool),
    choice=st.sampled_from(Choice),
)
@example(words="0", said="0\x850", choice=Choice.REMOVE)
@example(words="a\u2028b", said="c\u2029d\xa0e", choice=Choice.KEEP)
@example(words="a\nb", said="Siân’s", choice=Choice.KEEP)
def test_whatever_is_written_is_read_back_as_it_was(tmp_path_factory, words, said, choice):
    path = tmp_path_factory.mktemp("list") / "sign_offs.yaml"
    decided = replace(REMOVED, words=words, choice=choice, said="" if choice is Choice.REMOVE else said, by=said)
    for entry in (decided, replace(ANSWER, answer=said, case=said)):
        add(path, entry)
    assert read_sign_offs(path) == (decided, replace(ANSWER, answer=said, case=said))


@pytest.mark.parametrize(
    "entry",
    [
        replace(SIGNED, by="  "),
        replace(WITHDRAWN, why=" "),
        replace(REMOVED, by=""),
        replace(GENERALISED, said=" "),
        replace(KEPT, said=""),
        replace(ANSWER, answer="\n"),
    ],
)
def test_whoever_decides_is_named_and_says_what_has_to_be_said(tmp_path, entry):
    with pytest.raises(EvidenceError) as refused:
        add(tmp_path / "s.yaml", entry)
    assert [problem.key for problem in refused.value.problems] == ["sign_off.nameless"]
    assert list(tmp_path.iterdir()) == []


def test_a_list_that_its_owner_closed_to_others_stays_closed(tmp_path):
    path = tmp_path / "sign_offs.yaml"
    add(path, SIGNED)
    path.chmod(0o600)
    add(path, WITHDRAWN)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_signature_made_before_there_were_decisions_can_still_be_read(tmp_path):
    path = tmp_path / "sign_offs.yaml"
    path.write_text(f"- case: A\n  deed: signed\n  by: O\n  day: 2026-05-01\n  text_sha256: {HASH}\n", "utf8")
    assert read_sign_offs(path) == (SignOff("A", Deed.SIGNED, "O", MAY, HASH),)


def test_a_failure_while_writing_loses_nothing(tmp_path, monkeypatch):
    path = tmp_path / "sign_offs.yaml"
    add(path, SIGNED)
    before = path.read_text("utf8")

    def full(handle):
        raise OSError("no space left")

    monkeypatch.setattr("evidencegen.release.sign_off.os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        add(path, WITHDRAWN)
    assert path.read_text("utf8") == before
    assert [p.name for p in tmp_path.iterdir()] == ["sign_offs.yaml"]
