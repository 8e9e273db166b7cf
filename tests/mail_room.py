"""A real mail server on the loopback, with a certificate made for the day, that keeps what it takes."""

# ruff: noqa: ARG002, N802 - the server calls these by their names, with more than is needed here

import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

PASSWORD = "a-password-of-tests"  # noqa: S105 - of a server that lives for one test
USER = "reports"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that nobody vouches for but itself, and its key."""
    made, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(made)],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


@dataclass
class MailRoom:
    """What the server took, each with whom it was for, and what it is told to do."""

    port: int
    certificate: Path
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    refused: tuple[str, ...] = ()
    answer: str = "250 Message accepted"
    log_ins: int = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.answer.startswith("250"):
            told = message_from_bytes(envelope.content, policy=default)
            self.taken += [(to, told) for to in envelope.rcpt_tos]
        return self.answer

    def log_in(self, server, session, envelope, mechanism, told) -> AuthResult:
        self.log_ins += 1
        return AuthResult(success=(told.login, told.password) == (USER.encode(), PASSWORD.encode()), handled=False)


@contextmanager
def mail_room(folder: Path, *, tls: str = "starttls") -> Iterator[MailRoom]:
    """The server, at work while the block runs; `tls` is `starttls`, `tls` from the first byte, or `none`."""
    made, key = certificate(folder)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(made, key)
    room = MailRoom(free_port(), made)
    with_tls = {"starttls": {"tls_context": context, "require_starttls": True}, "tls": {"ssl_context": context}}
    controller = Controller(
        room,
        hostname="127.0.0.1",
        port=room.port,
        authenticator=room.log_in,
        auth_required=tls != "none",
        auth_require_tls=tls == "starttls",
        **with_tls.get(tls, {}),
    )
    controller.start()
    try:
        yield room
    finally:
        controller.stop()
