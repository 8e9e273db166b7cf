"""Nothing goes anywhere twice, and what could not go is tried again."""

from datetime import UTC, date, datetime

import pytest

from evidencegen import run_log
from evidencegen.brief import NAME, read_brief
from evidencegen.deliveries import Sent, deliver_all
from evidencegen.edition import keep
from tests.mail_room import PASSWORD, mail_room

NOW = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
FOLDER = """\
provider: Larkfield Care
as_at: 2026-09-30
registers: {staff: staff.xlsx}
deliver:
  folder: papers
"""
EMAIL = """\
  email:
    host: localhost
    port: %s
    from: reports@larkfield.example
    to: [chair@larkfield.example, lead@larkfield.example]
    user: reports
    password_from: LARKFIELD_MAIL
    own_domains: [larkfield.example]
    certificates: %s
"""


@pytest.fixture
def kept(tmp_path):
    """Keep an edition of a month, with a content of its own."""

    def keep_one(month, number=1):
        made, board = tmp_path / "made", tmp_path / "board"
        made.mkdir()
        board.mkdir(exist_ok=True)
        (made / "board.pdf").write_bytes(f"%PDF {month} {number}".encode())
        return keep(made, board, month, number, {"for_inside": True})

    return keep_one


@pytest.fixture
def deliver(tmp_path, monkeypatch):
    """Deliver an edition as a brief says: what became of it, the keys of the problems, and the exit code."""
    monkeypatch.setenv("LARKFIELD_MAIL", PASSWORD)

    def take(text, edition):
        (tmp_path / NAME).write_text(text)
        board, lines = tmp_path / "board", tmp_path / "deliveries.jsonl"
        sent, problems, code = deliver_all(tmp_path, read_brief(tmp_path), board, edition, NOW, lines)
        return sent, [problem.key for problem in problems], code

    return take


def test_without_a_word_in_the_brief_nothing_is_taken_anywhere(tmp_path, kept, deliver):
    assert deliver(FOLDER.partition("deliver")[0], kept(SEPTEMBER)) == ((), [], 0)
    assert not (tmp_path / "deliveries.jsonl").exists()


def test_to_a_folder_once_even_where_somebody_has_filed_it_away_since(tmp_path, kept, deliver):
    (tmp_path / "papers").mkdir()
    edition = kept(SEPTEMBER)
    assert deliver(FOLDER, edition) == ((Sent("2026-09", "folder", 1, 0),), [], 0)
    (tmp_path / "papers" / "2026-09").rename(tmp_path / "filed")
    assert deliver(FOLDER, edition) == ((), [], 0)
    assert list((tmp_path / "papers").iterdir()) == []


def test_a_folder_that_was_away_is_tried_again_also_when_the_next_month_has_come(tmp_path, kept, deliver):
    august = kept(AUGUST)
    assert deliver(FOLDER, august) == ((Sent("2026-08", "folder", 0, 1),), ["delivery.no_folder"], 2)
    (tmp_path / "papers").mkdir()
    sent, keys, code = deliver(FOLDER, kept(SEPTEMBER))
    assert (keys, code) == ([], 0)
    assert sent == (Sent("2026-08", "folder", 1, 0), Sent("2026-09", "folder", 1, 0))
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == ["2026-08", "2026-09"]
    assert deliver(FOLDER, None) == ((), [], 0)


def test_of_a_month_that_has_a_later_edition_only_that_one_is_still_owed(tmp_path, kept, deliver):
    deliver(FOLDER, kept(AUGUST))
    second = kept(AUGUST, 2)
    (tmp_path / "papers").mkdir()
    assert deliver(FOLDER, second) == ((Sent("2026-08-edition-2", "folder", 1, 0),), [], 0)


def test_reports_from_before_there_was_a_delivery_are_not_sent_after_the_fact(tmp_path, kept, deliver):
    kept(AUGUST)
    (tmp_path / "papers").mkdir()
    deliver(FOLDER, kept(SEPTEMBER))
    assert [path.name for path in (tmp_path / "papers").iterdir()] == ["2026-09"]


def test_by_e_mail_each_address_is_reached_once_whatever_comes_between(tmp_path, kept, deliver):
    edition = kept(SEPTEMBER)
    with mail_room(tmp_path) as room:
        text = FOLDER.replace("  folder: papers\n", EMAIL % (room.port, room.certificate))
        room.refused = ("lead@larkfield.example",)
        assert deliver(text, edition) == ((Sent("2026-09", "e-mail", 1, 1),), ["delivery.address"], 2)
        room.refused = ()
        assert deliver(text, edition) == ((Sent("2026-09", "e-mail", 1, 0),), [], 0)
        assert deliver(text, edition) == ((), [], 0)
    assert [to for to, _ in room.taken] == ["chair@larkfield.example", "lead@larkfield.example"]


def test_a_wrong_password_today_and_the_right_one_tomorrow(tmp_path, kept, deliver, monkeypatch):
    edition = kept(SEPTEMBER)
    with mail_room(tmp_path) as room:
        text = FOLDER.replace("  folder: papers\n", EMAIL % (room.port, room.certificate))
        monkeypatch.setenv("LARKFIELD_MAIL", "wrong")
        assert deliver(text, edition) == ((Sent("2026-09", "e-mail", 0, 2),), ["delivery.password"], 2)
        monkeypatch.setenv("LARKFIELD_MAIL", PASSWORD)
        assert deliver(text, edition) == ((Sent("2026-09", "e-mail", 2, 0),), [], 0)
    assert len(room.taken) == 2


def test_the_folder_is_served_where_the_mail_is_refused_and_the_refusal_is_the_exit_code(tmp_path, kept, deliver):
    (tmp_path / "papers").mkdir()
    text = FOLDER + (EMAIL % (25, '""')).replace("lead@larkfield.example", "lead@council.example")
    sent, keys, code = deliver(text, kept(SEPTEMBER))
    assert sent == (Sent("2026-09", "folder", 1, 0), Sent("2026-09", "e-mail", 0, 2))
    assert (keys, code) == (["delivery.outside"], 3)


def test_the_lines_name_nobody(tmp_path, kept, deliver):
    with mail_room(tmp_path) as room:
        text = FOLDER.replace("  folder: papers\n", EMAIL % (room.port, room.certificate))
        room.refused = ("lead@larkfield.example",)
        deliver(text, kept(SEPTEMBER))
    written = (tmp_path / "deliveries.jsonl").read_text()
    assert [(line["way"], line["became"]) for line in run_log.entries(tmp_path / "deliveries.jsonl")] == [
        ("e-mail", "begun"),
        ("e-mail", "delivered"),
        ("e-mail", "begun"),
        ("e-mail", "failed"),
    ]
    assert "@" not in written
    assert "chair" not in written
    assert PASSWORD not in written


def test_nothing_is_sent_where_it_could_not_be_told_what_was_sent_before(tmp_path, kept, deliver):
    (tmp_path / "deliveries.jsonl").mkdir()
    (tmp_path / "papers").mkdir()
    with pytest.raises(IsADirectoryError):
        deliver(FOLDER, kept(SEPTEMBER))
    assert list((tmp_path / "papers").iterdir()) == []


def test_nothing_is_sent_where_it_could_not_be_told_afterwards(tmp_path, kept, deliver, monkeypatch):
    def full(path, entry):
        raise OSError(28, "No space left on device")

    edition = kept(SEPTEMBER)
    with mail_room(tmp_path) as room:
        text = FOLDER.replace("  folder: papers\n", EMAIL % (room.port, room.certificate))
        with monkeypatch.context() as patched, pytest.raises(OSError, match="No space"):
            patched.setattr(run_log, "add", full)
            deliver(text, edition)
        assert room.taken == []
        assert deliver(text, edition) == ((Sent("2026-09", "e-mail", 2, 0),), [], 0)


def test_a_report_that_somebody_altered_goes_nowhere(tmp_path, kept, deliver):
    (tmp_path / "papers").mkdir()
    edition = kept(SEPTEMBER)
    (edition.folder / "board.pdf").write_bytes(b"altered")
    assert deliver(FOLDER, edition) == ((Sent("2026-09", "folder", 0, 1),), ["delivery.altered"], 2)
    assert list((tmp_path / "papers").iterdir()) == []
    (edition.folder / "board.pdf").write_bytes(b"%PDF 2026-09-30 1")
    assert deliver(FOLDER, edition)[1:] == ([], 0)
    (edition.folder / "board.pdf").write_bytes(b"altered once it is delivered, which is nobody's business here")
    assert deliver(FOLDER, edition) == ((), [], 0)


def test_what_is_told_of_a_delivery_holds_for_one_for_several_and_for_none():
    assert str(Sent("2026-09", "folder", 1, 0)) == "2026-09: delivered to the folder"
    assert str(Sent("2026-09", "folder", 0, 1)) == "2026-09: not delivered to the folder"
    assert str(Sent("2026-09", "e-mail", 3, 0)) == "2026-09: delivered to 3 by e-mail"
    assert str(Sent("2026-09", "e-mail", 1, 2)) == "2026-09: delivered to 1 of 3 by e-mail"
    assert str(Sent("2026-09", "e-mail", 0, 2)) == "2026-09: delivered to 0 of 2 by e-mail"
