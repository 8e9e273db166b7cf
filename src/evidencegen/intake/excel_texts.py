"""The texts that the cells of an Excel workbook share."""

import re
from sys import getsizeof

from evidencegen.intake.bounds import BYTES_OF_A_PIECE, MOST_OF_ONE_TEXT, Allowance, TooLargeError
from evidencegen.intake.excel_xml import (
    CHUNK,
    Attributes,
    NotPlainError,
    Parts,
    Walk,
    is_strange,
    is_usual,
    local,
    plain_text,
    unescaped,
)  # fmt: skip

_TEXTS_BEGIN = re.compile(rb"<sst(?: [^<>]*[^<>/])?>")
_TEXT = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
MOST_WAITING = 4 * CHUNK
_SLOT_BYTES = 8


class TextsLook:
    """Takes the elements of the part that holds the shared texts; readings of Asian signs are no part of a text."""

    def __init__(self, allowance: Allowance) -> None:
        self.texts: list[str | None] = []
        self.struck: set[int] = set()
        self._allowance = allowance
        self._words: list[str] = []
        self._length = 0
        self._taking = self._phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:
        """An element opens."""
        if name == "si":
            self._words.clear()
            self._length = 0
        elif name == "t":
            self._taking = not self._phonetic
        elif name == "rPh":
            self._phonetic = True
        elif name == "strike" and attributes.get("val") not in ("0", "false"):
            self.struck.add(len(self.texts))
        elif ":" in name:
            self.start(local(name), attributes)

    def text(self, words: str) -> None:
        """Text stands in the element that is open."""
        if self._taking:
            self._words.append(words)
            self._length += len(words) + BYTES_OF_A_PIECE
            if self._length > MOST_OF_ONE_TEXT:
                raise TooLargeError("a cell with more text than a whole register")

    def end(self, name: str) -> None:
        """An element closes."""
        if name == "t":
            self._taking = False
        elif name == "si":
            self.keep(["".join(self._words)])
        elif name == "rPh":
            self._phonetic = False
        elif ":" in name:
            self.end(local(name))

    def keep(self, texts: list[str]) -> None:
        """Add texts in order, None for a blank one."""
        self._allowance.hold(sum(map(getsizeof, texts)) + _SLOT_BYTES * len(texts))
        self.texts.extend(unescaped(words) if words.strip() else None for words in texts)


def read_texts(parts: Parts, path: str) -> tuple[list[str | None], frozenset[int]]:
    """All texts by number, None for a blank one, and the numbers of those with words struck through."""
    look = TextsLook(parts.allowance)
    through = Walk(look.start, look.end, look.text, parts.allowance)
    waiting, is_plain, begun = b"", True, False
    for chunk in parts.chunks(path):
        waiting = waiting + chunk if waiting else chunk
        if is_plain and not begun:
            found = _TEXTS_BEGIN.search(waiting)
            head = waiting[: found.end()] if found else b""
            begun = is_plain = found is not None and is_usual(head)
            through.feed(head)
            waiting = waiting[len(head) :]
        if is_plain:
            waiting, is_plain = _take(look, through, waiting)
        if not is_plain:
            through.feed(waiting)
            waiting = b""
    through.feed(waiting)
    through.feed(b"", last=True)
    return look.texts, frozenset(look.struck)


def _take(look: TextsLook, through: Walk, waiting: bytes) -> tuple[bytes, bool]:
    """What is left when all whole texts are taken, and whether the next may be taken like them.

    Texts without runs of their own are taken together; any other stretch goes tag by tag.
    """
    cut = waiting.rfind(b"</si>") + len(b"</si>")
    if cut < len(b"</si>"):
        return waiting, len(waiting) <= MOST_WAITING
    stretch, waiting = waiting[:cut], waiting[cut:]
    if is_strange(stretch):
        through.feed(stretch)
        return waiting, False
    try:
        between, texts = (parted := _TEXT.split(stretch.decode()))[::2], parted[1::2]
        if any(map(str.strip, between)):
            raise NotPlainError
        look.keep(list(map(plain_text, texts)))
    except (NotPlainError, UnicodeDecodeError):
        through.feed(stretch)
    return waiting, True
