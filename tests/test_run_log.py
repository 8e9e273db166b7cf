"""Lines only ever added to, whole after a torn one, and bounded where they may be forgotten."""

import os

import pytest

from evidencegen import run_log


def test_lines_stand_in_the_order_in_which_they_were_added(tmp_path):
    path = tmp_path / "runs.jsonl"
    assert run_log.entries(path) == []
    run_log.add(path, {"month": "2026-08"})
    run_log.add(path, {"month": "2026-09", "why": "Tŷ Gwyn"})
    assert run_log.entries(path) == [{"month": "2026-08"}, {"month": "2026-09", "why": "Tŷ Gwyn"}]
    assert path.read_bytes().count(b"\n") == 2


def test_a_line_after_a_torn_one_is_whole(tmp_path):
    path = tmp_path / "runs.jsonl"
    path.write_text('{"n": 1}\n{"n": ')
    run_log.add(path, {"n": 3})
    assert run_log.entries(path) == [{"n": 1}, {"n": 3}]


def test_what_a_full_disk_let_through_of_a_line_is_taken_back(tmp_path, monkeypatch):
    path = tmp_path / "runs.jsonl"
    run_log.add(path, {"n": 1})
    before = path.read_bytes()
    write, calls = os.write, []

    def full(descriptor, content):
        calls.append(content)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        return write(descriptor, content[:4])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        run_log.add(path, {"n": 2})
    assert path.read_bytes() == before


def test_the_last_lines_are_kept_and_the_first_forgotten(tmp_path):
    path = tmp_path / "runs.jsonl"
    run_log.keep_last(path, 2)
    for number in range(5):
        run_log.add(path, {"n": number})
    run_log.keep_last(path, 5)
    assert len(run_log.entries(path)) == 5
    run_log.keep_last(path, 2)
    assert run_log.entries(path) == [{"n": 3}, {"n": 4}]
    assert [each.name for each in tmp_path.iterdir()] == ["runs.jsonl"]
