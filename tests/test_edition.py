"""Editions: their names, their order, and that none is changed or put over another."""

import json
from datetime import date

import pytest

from evidencegen.edition import before, changed, editions, keep, last_day, name_of, next_number, same_told

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)


def _kept(tmp_path, month, number, *, inside=True, content="{}"):
    board = tmp_path / "output" / "board"
    made = tmp_path / "made"
    made.mkdir(parents=True)
    board.mkdir(parents=True, exist_ok=True)
    (made / "board.pdf").write_bytes(b"%PDF")
    (made / "board.manifest.json").write_text(content)
    return keep(made, board, month, number, {"for_inside": inside, "inputs": {}})


def _manifest(*, inside=True, figures=()):
    limits = {"smallest_shown": 0 if inside else 5, "base": 1 if inside else 5, "smallest_base": 10}
    made = {"as_at": "2026-08-31", "profile": {"people": limits, "for_release": not inside}}
    return json.dumps({"format": "evidencegen-manifest/1", "made": made, "figures": list(figures)})


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 9, 1), date(2026, 9, 30)),
        (date(2028, 2, 10), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_the_last_day_of_a_month(day, last):
    assert last_day(day) == last


def test_an_edition_read_back_is_the_one_that_was_kept(tmp_path):
    kept = _kept(tmp_path, SEPTEMBER, 1)
    (found,) = editions(tmp_path / "output" / "board")
    assert (found.name, found.month, found.number, found.proof) == ("2026-09", SEPTEMBER, 1, kept.proof)
    assert sorted(found.files) == ["board.manifest.json", "board.pdf"]
    assert found.damaged() == []
    (found.folder / "board.pdf").write_bytes(b"another")
    assert found.damaged() == ["board.pdf"]


def test_editions_stand_in_the_order_of_months_and_numbers_and_other_folders_are_passed_over(tmp_path):
    board = tmp_path / "output" / "board"
    for month, number in ((SEPTEMBER, 10), (SEPTEMBER, 2), (AUGUST, 1), (SEPTEMBER, 1)):
        _kept(tmp_path, month, number)
    (board / "2026-07").mkdir()
    (board / "minutes").mkdir()
    (board / "2026-99").mkdir()
    names = ["2026-08", "2026-09", "2026-09-edition-2", "2026-09-edition-10"]
    assert [one.name for one in editions(board)] == names
    assert next_number(board, SEPTEMBER) == 11
    assert next_number(board, date(2026, 7, 31)) == 2
    assert next_number(board, date(2026, 6, 30)) == 1
    assert editions(tmp_path / "nowhere") == ()


def test_an_edition_is_never_put_over_another(tmp_path):
    _kept(tmp_path, SEPTEMBER, 1)
    with pytest.raises(OSError, match=r"not empty|exist"):
        _kept(tmp_path, SEPTEMBER, 1, content="other")
    (only,) = editions(tmp_path / "output" / "board")
    assert (only.folder / "board.manifest.json").read_text() == "{}"
    assert name_of(SEPTEMBER, 3) == "2026-09-edition-3"


def test_inside_a_report_stands_beside_the_last_edition_of_each_of_twelve_months_and_all_of_its_own(tmp_path):
    for month, number in ((date(2025, 8, 31), 1), (date(2025, 9, 30), 1), (AUGUST, 1), (AUGUST, 2), (SEPTEMBER, 1)):
        _kept(tmp_path, month, number, content=_manifest())
    _kept(tmp_path, date(2026, 7, 31), 1, content="damaged")
    _kept(tmp_path, date(2026, 6, 30), 1, inside=False, content=_manifest(inside=False))
    every = editions(tmp_path / "output" / "board")
    found = before(every, SEPTEMBER, tmp_path, inside=True)
    assert found == [f"output/board/{name}/board.manifest.json" for name in ("2025-09", "2026-08-edition-2", "2026-09")]


def test_outside_every_edition_that_left_the_house_counts_since_its_readers_hold_it(tmp_path):
    for number in (1, 2):
        _kept(tmp_path, AUGUST, number, inside=False, content=_manifest(inside=False))
    _kept(tmp_path, date(2026, 7, 31), 1, content=_manifest())
    found = before(editions(tmp_path / "output" / "board"), SEPTEMBER, tmp_path, inside=False)
    assert found == [f"output/board/{name}/board.manifest.json" for name in ("2026-08", "2026-08-edition-2")]


def test_two_manifests_tell_the_same_where_only_files_and_earlier_reports_differ(tmp_path):
    one, other, third = (tmp_path / f"{n}.json" for n in "abc")
    told = {"made": {"as_at": "2026-09-30"}, "figures": [{"key": "msp.asked", "counted": 4}], "beside": {"series": [1]}}
    one.write_text(json.dumps(told | {"inputs": ["x"]}))
    other.write_text(json.dumps(told | {"inputs": ["y"], "beside": {"series": [1], "restated": [2]}}))
    third.write_text(json.dumps(told | {"figures": [{"key": "msp.asked", "counted": 5}]}))
    assert same_told(one, other)
    assert not same_told(one, third)


def test_files_that_are_other_new_or_gone_are_named():
    assert list(changed({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "9", "d": "4"})) == ["b", "c", "d"]
