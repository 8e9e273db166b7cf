"""The words of a page of HTML, of a drawing, of JSON and of plain text, those that nobody sees too."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote_to_bytes

from evidencegen.release.finished_page import Page, Piece, Unread, Within

_DATA_URI = re.compile(r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w.+=-]+)*),([^\"')\s>]*)", re.IGNORECASE)
_SUFFIXES = {"svg+xml": "svg", "plain": "txt", "jpeg": "jpg", "javascript": "js"}


def decoded(content: bytes) -> str | None:
    """A text file's letters: by its mark, as UTF-8, or as Windows writes them; none where it is no text."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\0" in content:
        return None
    try:
        return content.decode("utf8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def plain_pieces(called: str, content: bytes) -> Iterator[Piece]:
    """Plain text, as it stands."""
    text = decoded(content)
    if text is None:
        yield Unread(called, "it is called a text and is none")
    else:
        yield Page(called, text)


def json_pieces(called: str, content: bytes) -> Iterator[Piece]:
    """Every key and string of JSON, or of lines of JSON; what is no JSON is read as text."""
    text = decoded(content)
    if text is None:
        yield Unread(called, "it is called a text and is none")
        return
    try:
        values = [json.loads(text)]
    except ValueError:
        try:
            values = [json.loads(line) for line in text.splitlines() if line.strip()]
        except ValueError:
            yield Page(called, text)
            return
    yield Page(called, "\n".join(_strings(values)))


def markup_pieces(called: str, content: bytes) -> Iterator[Piece]:
    """HTML or SVG: its text line by line and run together, comments, scripts, attributes, and files within it."""
    text = decoded(content)
    if text is None:
        yield Unread(called, "it is called a text and is none")
        return
    reader = _Words()
    reader.feed(text)
    reader.close()
    yield Page(called, "\n".join(reader.texts))
    yield Page(called, "".join(reader.texts))
    yield Page(f"what {called} does not show", "\n".join(_DATA_URI.sub(" ", told) for told in reader.unseen))
    for number, match in enumerate(_DATA_URI.finditer("\n".join(reader.texts + reader.unseen)), 1):
        yield _within(f"file {number} within {called}", match)


def _within(called: str, match: re.Match[str]) -> Piece:
    kind, options, body = (match[1] or "text/plain").lower(), match[2].lower(), match[3]
    content = unquote_to_bytes(body)
    if ";base64" in options:
        try:
            content = base64.b64decode(content + b"=" * (-len(content) % 4))
        except binascii.Error:
            return Unread(called, "its letters do not decode")
    family, _, suffix = kind.partition("/")
    return Within(called, "font.ttf" if family == "font" else f"file.{_SUFFIXES.get(suffix, suffix)}", content)


class _Words(HTMLParser):
    """Text apart from what nobody sees: comments, declarations, the names and values of attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("data-"):
                self.unseen.append(name)
            if value and not (name == "d" and tag == "path"):
                self.unseen.append(value)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.unseen.append(data)

    def handle_decl(self, decl: str) -> None:
        self.unseen.append(decl)

    def handle_pi(self, data: str) -> None:
        self.unseen.append(data)

    def unknown_decl(self, data: str) -> None:
        self.texts.append(data.removeprefix("CDATA["))


def _strings(value: Any) -> Iterator[str]:
    """Every key and string of a JSON value; numbers are counts and never identifiers there."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
