"""Text compared as its reader would compare it."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`]")
_ASCII = str.maketrans({**dict.fromkeys("""!"#%&()*,-./:;?@[\\]_{}""", " "), "'": None, "`": None})
"""What `key` makes of the punctuation that most cells hold: the same as of any other."""
_LONE_DASH = re.compile("-+")


def tidy(text: str) -> str:
    """The text as typed, without signs nobody can see; runs of space become one space."""
    if text.isascii():
        return " ".join(text.split())
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(seen.split())


def plain(text: str) -> str:
    """What two cells must share to count as the same text: case, width, space and kind of dash aside."""
    if text.isascii():
        return tidy(text).casefold()
    return tidy(_DASHES.sub("-", unicodedata.normalize("NFKC", text))).casefold()


def key(text: str) -> str:
    """`plain`, with punctuation aside too: "Face-to-face" and "face to face" share one key.

    Ticks, crosses and the like are kept: they are words to the people who type them.
    """
    seen = plain(text)
    if seen.isalnum():
        return seen
    if seen.isascii():
        return " ".join(seen.translate(_ASCII).split())
    spaced = "".join(" " if unicodedata.category(c)[0] == "P" else c for c in _APOSTROPHES.sub("", seen))
    return " ".join(spaced.split())


def left_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, or a lone dash, which means blank on purpose."""
    if text[:1].isalnum():
        return False
    seen = plain(text)
    return not seen or bool(_LONE_DASH.fullmatch(seen))


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """The known word nearest to `text`, or nothing; for asking a person, never for deciding."""
    by_key = {key(word): word for word in known}
    near = get_close_matches(key(text), by_key, n=1, cutoff=0.7)
    return by_key[near[0]] if near else ""


def lines_needed(texts: Iterable[tuple[str, float]]) -> int:
    """How many lines a row of wrapped texts takes, each with the width of its column in letters; at least 1.

    Not every program works the height of a row out by itself.
    """
    return max((sum(1 + int(len(line) / width) for line in text.split("\n")) for text, width in texts), default=1)


def shortened(text: str, at_most: int = 60) -> str:
    """The start of a long text, for a message."""
    seen = tidy(text)
    return seen if len(seen) <= at_most else f"{seen[: at_most - 1]}…"
