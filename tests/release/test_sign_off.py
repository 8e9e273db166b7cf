from datetime import date

import pytest

from evidencegen.problem import EvidenceError
from evidencegen.release.sign_off import Deed, read_sign_offs, sign, withdraw

HASH = "a" * 64


def test_nothing_is_signed_before_the_first_signature(tmp_path):
    assert read_sign_offs(tmp_path / "sign_offs.yaml") == ()


def test_entries_are_added_and_none_is_changed(tmp_path):
    path = tmp_path / "sign_offs.yaml"
    sign(path, "CS-01", "Orla Vane", date(2026, 5, 1), HASH)
    first = path.read_text("utf8")
    withdraw(path, "CS-01", "Orla Vane", date(2026, 6, 1), "the family asked")
    assert path.read_text("utf8").startswith(first)
    entries = read_sign_offs(path)
    assert [entry.deed for entry in entries] == [Deed.SIGNED, Deed.WITHDRAWN]
    assert entries[0].text_sha256 == HASH
    assert "by: Orla Vane" in first
    assert "Orla" not in repr(entries)
    assert [p.name for p in tmp_path.iterdir()] == ["sign_offs.yaml"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("case: CS-01\n", 1),
        ("# list\n\n- case: CS-01\n  deed: signed\n", 3),
        ("- case: [\n", 2),
        (f"- case: A\n  deed: signed\n  by: O\n  day: soon\n  text_sha256: {HASH}\n", 1),
        (f"- case: A\n  deed: signed\n  by: O\n  day: 2026-05-01\n  text_sha256: {HASH}\n- 7\n", 6),
        ("- case: A\n  deed: signed\n  by: O\n  day: 2026-05-01\n  text_sha256: abc\n", 1),
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
        sign(path, "A", "Orla Vane", date(2026, 5, 1), HASH)
    assert path.read_text("utf8") == text


def test_two_people_cannot_sign_at_the_same_moment(tmp_path):
    (tmp_path / "sign_offs.yaml.new").touch()
    with pytest.raises(EvidenceError) as refused:
        sign(tmp_path / "sign_offs.yaml", "A", "Orla Vane", date(2026, 5, 1), HASH)
    assert refused.value.problems[0].key == "sign_off.busy"


def test_a_signature_needs_a_name_and_a_withdrawal_a_reason(tmp_path):
    with pytest.raises(EvidenceError):
        sign(tmp_path / "s.yaml", "A", "  ", date(2026, 5, 1), HASH)
    with pytest.raises(EvidenceError):
        withdraw(tmp_path / "s.yaml", "A", "Orla Vane", date(2026, 5, 1), " ")
