"""A report taken to a folder: whole, once, and over nothing."""

from datetime import date

import pytest

from evidencegen.delivered_folder import copy_to
from evidencegen.edition import keep
from evidencegen.problem import EvidenceError, Place

PLACE = Place("evidence.yaml", line=7)


@pytest.fixture
def edition(tmp_path):
    made, board = tmp_path / "made", tmp_path / "board"
    made.mkdir()
    board.mkdir()
    (made / "board.pdf").write_bytes(b"%PDF")
    (made / "board.manifest.json").write_bytes(b"{}")
    return keep(made, board, date(2026, 9, 30), 1, {"for_inside": True})


@pytest.fixture
def target(tmp_path):
    (tmp_path / "board papers").mkdir()
    return tmp_path / "board papers"


def _key(target, edition):
    with pytest.raises(EvidenceError) as refused:
        copy_to(target, edition, PLACE)
    (problem,) = refused.value.problems
    assert problem.place == PLACE
    return problem.key


def test_documents_and_manifest_are_copied_and_the_record_of_the_run_is_not(target, edition):
    copy_to(target, edition, PLACE)
    assert [path.name for path in target.iterdir()] == ["2026-09"]
    found = {path.name: path.read_bytes() for path in (target / "2026-09").iterdir()}
    assert found == {"board.pdf": b"%PDF", "board.manifest.json": b"{}"}
    copy_to(target, edition, PLACE)


def test_a_folder_that_is_away_is_told_and_not_made(tmp_path, edition):
    assert _key(tmp_path / "away", edition) == "delivery.no_folder"
    assert not (tmp_path / "away").exists()


def test_another_report_of_that_name_stays_as_it_is(target, edition):
    (target / "2026-09").mkdir()
    (target / "2026-09" / "board.pdf").write_bytes(b"of another home")
    assert _key(target, edition) == "delivery.in_the_way"
    assert (target / "2026-09" / "board.pdf").read_bytes() == b"of another home"
    assert [path.name for path in target.iterdir()] == ["2026-09"]


def test_a_full_disk_leaves_nothing_half(target, edition, monkeypatch):
    def full(source, there):
        there.write_bytes(b"%P")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    assert _key(target, edition) == "delivery.cannot_write"
    assert list(target.iterdir()) == []


def test_a_copy_that_reads_back_otherwise_is_not_put_in_place(target, edition, monkeypatch):
    monkeypatch.setattr("shutil.copyfile", lambda _, there: there.write_bytes(b"torn"))
    assert _key(target, edition) == "delivery.not_whole"
    assert list(target.iterdir()) == []


def test_what_a_killed_run_left_half_is_taken_away(target, edition):
    left = target / f".arriving-{edition.proof[:12]}"
    left.mkdir()
    (left / "board.pdf").write_bytes(b"%P")
    copy_to(target, edition, PLACE)
    assert [path.name for path in target.iterdir()] == ["2026-09"]
