"""A report sent by e-mail: a message of fixed words, over TLS alone, to each address once."""

import os
import smtplib
import ssl
from calendar import month_name
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP as AS_SENT
from email.utils import format_datetime
from hashlib import sha256
from pathlib import Path

from evidencegen.brief import FILE, Brief
from evidencegen.delivery import Email
from evidencegen.edition import Edition
from evidencegen.problem import EvidenceError, GateRefused, Problem

WHERE = ("deliver", "email")
KINDS = {".pdf": "pdf"}
WHY = "the report was not sent; it lies in the project folder as it was built"
MEND = "see to it and run `evidencegen monthly` again: it delivers without building anew"


def message(brief: Brief, edition: Edition, to: str, now: datetime) -> EmailMessage:
    """The message for one address: whose report, which month, which files with their hashes, and nothing else.

    Its id follows from report and address, so that a message sent twice can be told for the same.
    """
    settings = _settings(brief)
    provider = " ".join(brief.provider.split())
    month = f"{month_name[edition.month.month]} {edition.month.year}"
    files = _attached(edition) if settings.attach else []
    again = f", edition {edition.number}" if edition.number > 1 else ""
    made = EmailMessage(policy=AS_SENT)
    made["From"], made["To"] = settings.sender, to
    made["Subject"] = f"{provider}: report to the board for {month}{again}"
    made["Date"] = format_datetime(now)
    made["Message-ID"] = f"<{_proof(edition, to)}@{settings.sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    is_where = "is attached" if files else f"is ready, in output/board/{edition.name} of the project folder"
    lines = [f"The report to the board of {provider} for {month} {is_where}."]
    if again:
        lines.append(f"It is edition {edition.number}, and takes the place of the one before it.")
    if edition.for_inside:
        lines.append("It is for people inside the organisation: please do not pass it on.")
    lines += ["", "The files, each with its SHA-256:"]
    for name, proof in edition.files.items():
        lines += [f"  {_sent_as(name, edition) if name in files else name}", f"  {proof}"]
    lines += ["", "This message was sent by a program. Nobody reads answers to it."]
    made.set_content("\n".join(lines) + "\n")
    for name in files:
        content = (edition.folder / name).read_bytes()
        kind = KINDS.get(Path(name).suffix, "octet-stream")
        made.add_attachment(content, maintype="application", subtype=kind, filename=_sent_as(name, edition))
    return made


def send(
    folder: Path,
    brief: Brief,
    edition: Edition,
    addresses: Sequence[str],
    now: datetime,
    begun: Callable[[str], None],
    accepted: Callable[[str], None],
) -> tuple[Problem, ...]:
    """Send an edition to each address in a message of its own; say of each that it has `begun`, and was `accepted`.

    What could not be sent is told, one problem for the server or one for each address that it refuses. What `begun`
    or `accepted` raises goes on, and no further message is sent.

    Raises:
        GateRefused: a report for people inside would be attached for an address that is not the provider's own.
    """
    settings = _settings(brief)
    if refused := refused_outside(folder, brief, inside=edition.for_inside):
        raise GateRefused(refused)
    problems: list[Problem] = []
    try:
        with _server(folder, settings) as server:
            for to in addresses:
                begun(to)
                try:
                    server.send_message(message(brief, edition, to, now), settings.sender, [to])
                except smtplib.SMTPRecipientsRefused as error:
                    ((code, _),) = error.recipients.values()
                    way = (*WHERE, "to", settings.to.index(to))
                    problems.append(_problem(folder, way, f"an address that the server refuses ({code})", "address"))
                except (OSError, smtplib.SMTPException) as error:
                    problems.append(_wrong(folder, error))
                    break
                else:
                    accepted(to)
    except EvidenceError as error:
        problems += error.problems
    return tuple(problems)


@contextmanager
def _server(folder: Path, settings: Email) -> Iterator[smtplib.SMTP]:
    """The server, over TLS and logged in; whatever goes wrong with it is told as one problem."""
    password = _password(folder, settings)
    try:
        server = _open(folder, settings)
    except (OSError, smtplib.SMTPException) as error:
        raise EvidenceError((_wrong(folder, error),)) from None
    try:
        if settings.user:
            _log_in(folder, settings, server, password)
        yield server
    finally:
        try:
            server.quit()
        except (OSError, smtplib.SMTPException):
            server.close()


def _log_in(folder: Path, settings: Email, server: smtplib.SMTP, password: str) -> None:
    try:
        server.login(settings.user, password)
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        raise EvidenceError((_wrong(folder, error),)) from None


def _open(folder: Path, settings: Email) -> smtplib.SMTP:
    own = folder / settings.certificates if settings.certificates else None
    try:
        context = ssl.create_default_context(cafile=own)
    except (OSError, ssl.SSLError):
        found, key = "no file of certificates that can be read", "certificates"
        raise EvidenceError((_problem(folder, (*WHERE, "certificates"), found, key),)) from None
    to, within = (settings.host, settings.at_port), settings.timeout_seconds
    if settings.tls == "tls":
        return smtplib.SMTP_SSL(*to, timeout=within, context=context)
    server = smtplib.SMTP(*to, timeout=within)
    try:
        server.starttls(context=context)
    except BaseException:
        server.close()
        raise
    return server


def _password(folder: Path, settings: Email) -> str:
    if not settings.user:
        return ""
    password = os.environ.get(settings.password_from, "")
    if not password:
        found = f"nothing in the variable {settings.password_from} of the environment"
        raise EvidenceError((_problem(folder, (*WHERE, "password_from"), found, "no_password"),))
    return password


def _wrong(folder: Path, error: Exception) -> Problem:
    """What went wrong with the server, without a word of what it said: it may name an account."""
    match error:
        case ssl.SSLCertVerificationError():
            told = ("host", f"a certificate that does not hold: {error.verify_message}", "certificate")
        case ssl.SSLError():
            told = ("tls", "no TLS that both sides speak", "tls")
        case smtplib.SMTPNotSupportedError():
            told = ("tls", "a server that does not offer what is asked for: TLS, or a log-in", "tls")
        case smtplib.SMTPAuthenticationError():
            told = ("user", f"user or password refused ({error.smtp_code})", "password")
        case UnicodeError():
            told = ("user", "a user or password with letters that no log-in can carry", "password")
        case smtplib.SMTPResponseException():
            told = ("host", f"a server that refuses the message ({error.smtp_code})", "refused")
        case TimeoutError():
            told = ("host", "a server that does not answer in time", "no_server")
        case OSError() if error.strerror:
            told = ("host", f"no server to be reached: {error.strerror}", "no_server")
        case _:
            told = ("host", "a server that broke off, or did not answer in time", "no_server")
    part, found, key = told
    return _problem(folder, (*WHERE, part), found, key)


def refused_outside(folder: Path, brief: Brief, *, inside: bool) -> tuple[Problem, ...]:
    """The refusal of a report for people `inside` that would go to addresses that are not the provider's own."""
    settings = brief.deliver.email
    if not (inside and settings and settings.attach and settings.outside):
        return ()
    some = f"{len(settings.outside)} of {len(settings.to)}"
    found = f"{some} addresses outside `own_domains`, for a report with exact figures for people inside"
    told = _problem(folder, (*WHERE, "to"), found, "outside")
    refusal = replace(
        told,
        why="whoever gets it can tell people by small numbers, and e-mail cannot be called back",
        mend="list the provider's domains under `own_domains`, take the address out, or attach nothing: `attach: no`",
    )
    return (refusal,)


WANTED = {
    "address": "an address that the server takes",
    "certificate": "a certificate for this host that an authority vouches for, or `certificates:` of your own",
    "certificates": "a file of certificates in PEM, beside the brief",
    "no_password": "the password of the mail server",
    "no_server": "a server that answers there",
    "outside": "addresses in the provider's own domains alone",
    "password": "the user and the password that the server knows",
    "refused": "a server that takes the message",
    "tls": "a server that speaks TLS",
}


def _problem(folder: Path, way: tuple[str | int, ...], found: str, key: str) -> Problem:
    place = FILE.read(folder).problem(way, found, WANTED[key], key).place
    return Problem(f"delivery.{key}", place, found, WANTED[key], WHY, MEND)


def _settings(brief: Brief) -> Email:
    if brief.deliver.email is None:
        raise ValueError("the brief names no server")
    return brief.deliver.email


def _attached(edition: Edition) -> list[str]:
    """The PDF; where there is none, every document."""
    documents = [name for name in edition.files if not name.endswith(".manifest.json")]
    return [name for name in documents if name.endswith(".pdf")] or documents


def _sent_as(name: str, edition: Edition) -> str:
    stem, _, kind = name.partition(".")
    return f"{stem}-{edition.name}.{kind}"


def _proof(edition: Edition, to: str) -> str:
    return sha256(f"{edition.proof} {to.casefold()}".encode()).hexdigest()[:40]
