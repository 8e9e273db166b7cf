"""Reports sent by e-mail, taken by a real server on the loopback."""

import socket
from datetime import UTC, date, datetime
from hashlib import sha256
from types import SimpleNamespace

import pytest

from evidencegen.brief import NAME, read_brief
from evidencegen.delivered_mail import message, send
from evidencegen.edition import keep
from evidencegen.problem import GateRefused
from tests.mail_room import PASSWORD, free_port, mail_room

NOW = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  staff: staff.xlsx
deliver:
  email:
    host: localhost
    port: {port}
    tls: {tls}
    from: reports@larkfield.example
    to: [chair@larkfield.example, lead@larkfield.example]
    user: reports
    password_from: LARKFIELD_MAIL
    own_domains: [larkfield.example]
    timeout_seconds: 10
    certificates: {certificates}
"""
PDF = b"%PDF-1.7 the report"


@pytest.fixture
def posted(tmp_path, monkeypatch):
    """Write a brief for a server, and send an edition as it says: the addresses reached, and the problems."""
    monkeypatch.setenv("LARKFIELD_MAIL", PASSWORD)
    made, board = tmp_path / "made", tmp_path / "board"
    made.mkdir()
    board.mkdir()
    (made / "board.pdf").write_bytes(PDF)
    (made / "board.manifest.json").write_bytes(b"{}")
    edition = keep(made, board, date(2026, 9, 30), 1, {"for_inside": True})

    def post(room, tls="starttls", change=lambda text: text, to=None, edition=edition):
        text = BRIEF.format(port=room.port, tls=tls, certificates=room.certificate)
        (tmp_path / NAME).write_text(change(text))
        brief, reached = read_brief(tmp_path), []
        to = to or brief.deliver.email.to
        return reached, send(tmp_path, brief, edition, to, NOW, lambda _: None, reached.append)

    post.edition = edition
    return post


@pytest.mark.filterwarnings(
    "ignore:Requiring AUTH while not requiring TLS"
)  # which this one speaks from the first byte
@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_each_address_gets_the_report_once_over_tls_and_after_a_log_in(tmp_path, posted, tls):
    with mail_room(tmp_path, tls=tls) as room:
        reached, problems = posted(room, tls)
    assert problems == ()
    assert reached == [to for to, _ in room.taken] == ["chair@larkfield.example", "lead@larkfield.example"]
    assert room.log_ins == 1
    (_, told), (_, other) = room.taken
    assert (told["From"], told["To"]) == ("reports@larkfield.example", "chair@larkfield.example")
    assert told["Subject"] == "Larkfield Care: report to the board for September 2026"
    assert told["Message-ID"] != other["Message-ID"]
    (attached,) = told.iter_attachments()
    assert attached.get_filename() == "board-2026-09.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PDF


def test_the_words_of_the_message_are_these_and_no_others(tmp_path, posted):
    with mail_room(tmp_path) as room:
        posted(room)
    words = room.taken[0][1].get_body().get_content().replace("\r\n", "\n")
    assert words == (
        "The report to the board of Larkfield Care for September 2026 is attached.\n"
        "It is for people inside the organisation: please do not pass it on.\n"
        "\n"
        "The files, each with its SHA-256:\n"
        "  board.manifest.json\n"
        f"  {sha256(b'{}').hexdigest()}\n"
        "  board-2026-09.pdf\n"
        f"  {sha256(PDF).hexdigest()}\n"
        "\n"
        "This message was sent by a program. Nobody reads answers to it.\n"
    )


def test_the_same_report_for_the_same_address_is_the_same_message_whenever_it_is_sent(tmp_path, posted):
    with mail_room(tmp_path) as room:
        posted(room)
        posted(room)
    ids = [told["Message-ID"] for _, told in room.taken]
    assert ids[:2] == ids[2:]
    assert len(set(ids)) == 2


def test_an_address_that_the_server_refuses_holds_no_other_up_and_is_not_named(tmp_path, posted):
    with mail_room(tmp_path) as room:
        room.refused = ("chair@larkfield.example",)
        reached, (problem,) = posted(room)
    assert reached == ["lead@larkfield.example"]
    assert problem.key == "delivery.address"
    assert (problem.place.file, problem.place.line) == (NAME, 11)
    assert "chair" not in str(problem)
    assert "550" in problem.found


def test_a_wrong_password_sends_nothing_and_is_told_without_it(tmp_path, posted, monkeypatch):
    monkeypatch.setenv("LARKFIELD_MAIL", "wrong-and-secret")
    with mail_room(tmp_path) as room:
        reached, (problem,) = posted(room)
    assert (reached, room.taken) == ([], [])
    assert problem.key == "delivery.password"
    assert "wrong-and-secret" not in str(problem)


def test_a_password_that_is_in_no_variable_is_told_before_the_server_is_called(posted, monkeypatch, tmp_path):
    monkeypatch.delenv("LARKFIELD_MAIL")
    nobody = SimpleNamespace(port=free_port(), certificate='""')
    reached, (problem,) = posted(nobody)
    assert (reached, problem.key, problem.place.line) == ([], "delivery.no_password", 13)
    assert "LARKFIELD_MAIL" in problem.found


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path, posted):
    with mail_room(tmp_path) as room:
        reached, (problem,) = posted(room, change=lambda text: text.replace(f"{room.certificate}", '""'))
    assert (reached, room.taken, room.log_ins) == ([], [], 0)
    assert problem.key == "delivery.certificate"


def test_a_certificate_for_another_host_is_refused(tmp_path, posted):
    with mail_room(tmp_path) as room:
        reached, (problem,) = posted(room, change=lambda text: text.replace("localhost", "127.0.0.1"))
    assert (reached, room.log_ins, problem.key) == ([], 0, "delivery.certificate")


def test_a_server_without_tls_gets_neither_password_nor_report(tmp_path, posted):
    with mail_room(tmp_path, tls="none") as room:
        reached, (problem,) = posted(room)
        assert (reached, problem.key) == ([], "delivery.tls")
        reached, (problem,) = posted(room, "tls")
        assert (reached, problem.key) == ([], "delivery.tls")
    assert (room.taken, room.log_ins) == ([], 0)


def test_a_server_that_is_gone_or_says_nothing_is_told(posted, tmp_path):
    reached, (problem,) = posted(SimpleNamespace(port=free_port(), certificate='""'))
    assert (reached, problem.key) == ([], "delivery.no_server")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        there = SimpleNamespace(port=silent.getsockname()[1], certificate='""')
        brief = lambda text: text.replace("timeout_seconds: 10", "timeout_seconds: 1")  # noqa: E731
        reached, (problem,) = posted(there, change=brief)
    assert (reached, problem.key) == ([], "delivery.no_server")
    assert problem.found == "a server that broke off, or did not answer in time"


def test_a_server_that_refuses_the_message_is_told_by_its_number_alone(tmp_path, posted):
    with mail_room(tmp_path) as room:
        room.answer = "552 mailbox of J. Oakes is full"
        reached, (problem,) = posted(room)
    assert (reached, problem.key) == ([], "delivery.refused")
    assert "552" in problem.found
    assert "Oakes" not in str(problem)


@pytest.mark.parametrize("domains", ["", "    own_domains: [larkfield.example]\n"])
def test_a_report_for_inside_eyes_is_attached_for_own_addresses_alone(tmp_path, posted, domains):
    def outside(text):
        return text.replace("    own_domains: [larkfield.example]\n", domains).replace("lead@larkfield", "lead@council")

    with mail_room(tmp_path) as room:
        with pytest.raises(GateRefused) as refused:
            posted(room, change=outside)
        assert room.taken == []
        reached, problems = posted(room, change=lambda text: outside(text) + "    attach: no\n")
    assert refused.value.exit_code == 3
    assert "council" not in str(refused.value)
    assert (len(reached), problems) == (2, ())
    assert [list(told.iter_attachments()) for _, told in room.taken] == [[], []]
    assert "is ready, in output/board/2026-09 of" in room.taken[0][1].get_body().get_content()


def test_a_later_edition_says_so_and_its_file_is_called_otherwise(tmp_path, posted):
    made = tmp_path / "again"
    made.mkdir()
    (made / "board.pdf").write_bytes(b"%PDF again")
    later = keep(made, tmp_path / "board", date(2026, 9, 30), 2, {"for_inside": False})
    with mail_room(tmp_path) as room:
        posted(room, edition=later)
    told = room.taken[0][1]
    assert told["Subject"].endswith("for September 2026, edition 2")
    assert "It is edition 2, and takes the place of the one before it." in told.get_body().get_content()
    assert "inside" not in told.get_body().get_content()
    assert [each.get_filename() for each in told.iter_attachments()] == ["board-2026-09-edition-2.pdf"]


def test_a_provider_with_an_accent_or_a_broken_line_makes_a_proper_heading(tmp_path, posted):
    def renamed(text):
        return text.replace("provider: Larkfield Care", 'provider: "Tŷ Gwyn\\nBcc: x@y.example"')

    with mail_room(tmp_path) as room:
        posted(room, change=renamed)
        brief = read_brief(tmp_path)
    told = room.taken[0][1]
    assert told["Subject"] == "Tŷ Gwyn Bcc: x@y.example: report to the board for September 2026"
    assert told["Bcc"] is None
    assert message(brief, posted.edition, "a@b.example", NOW)["To"] == "a@b.example"
