"""Words that identify nobody."""

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"
LETTERS_THAT_DO_NOT_DECOMPOSE = str.maketrans("łŁøØđĐðÐıßæÆœŒþÞ", "lLoOdDdDisaAoOtT")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]")


def tidied(text: str) -> str:
    """A text in composed form, without letters that nobody can see."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def words_in(text: str) -> frozenset[str]:
    """The words of a list laid out to be read."""
    return frozenset(text.split())


@cache
def folded(word: str) -> str:
    """A word without case, accents or ligatures: "Wiśniewski" is "wisniewski", "ﬁeld" is "field"."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.translate(LETTERS_THAT_DO_NOT_DECOMPOSE))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def without_possessive(word: str) -> str:
    """A word without the 's it may end in."""
    return word[:-2] if word[-2:].lower() in ("'s", "’s") else word


@dataclass(frozen=True)
class SectorTerms:
    """The sector's own capitalised terms, and ordinary words that the English list lacks."""

    version: str
    capitalised: frozenset[str]
    ordinary: frozenset[str]
    pattern: re.Pattern[str]


def _lines(name: str) -> list[str]:
    return [ln for ln in (WORDS / name).read_text("utf8").splitlines() if ln and not ln.startswith("#")]


@cache
def english() -> frozenset[str]:
    """English words that are written without a capital, in lower case.

    References:
        Debian's wbritish 2020.12.07, made from SCOWL (Kevin Atkinson); notice in words/.
    """
    with gzip.open(WORDS / "english.txt.gz", "rt", encoding="utf8") as words:
        return frozenset(words.read().split())


@cache
def sector_terms() -> SectorTerms:
    """The list in words/sector_terms.txt."""
    lines = _lines("sector_terms.txt")
    terms = sorted({ln for ln in lines if ln != ln.lower()}, key=lambda term: (-len(term), term))
    version = re.search(r"Version (\d+)", (WORDS / "sector_terms.txt").read_text("utf8"))
    alternatives = "|".join(re.escape(term).replace("'", "['’]").replace(r"\ ", r"[ \n]") for term in terms)
    return SectorTerms(
        version=version[1] if version else "",
        capitalised=frozenset(terms),
        ordinary=frozenset(ln for ln in lines if ln == ln.lower()),
        pattern=re.compile(rf"(?<![\w&])(?=[A-ZeiR])(?:{alternatives})(?![\w&])"),
    )


@cache
def words_that_are_names() -> frozenset[str]:
    """Ordinary words that are also somebody's name, such as "grace" and "mark"."""
    return frozenset(_lines("words_that_are_names.txt"))


@cache
def _given_names() -> dict[str, str]:
    """Ordinary words that are given names, each with its sign: "!", "+" or nothing."""
    lines = _lines("words_that_are_given_names.txt")
    return {line.lstrip("!+"): line[0] if line[0] in "!+" else "" for line in lines}


def is_given_name(word: str) -> bool:
    """Whether an ordinary word is somebody's given name too, such as "grace" and "ivy"."""
    return without_possessive(word).lower() in _given_names()


def is_mostly_a_name(word: str) -> bool:
    """Whether an ordinary word at the head of a sentence is more often a name than a word: "Grace", not "Ivy"."""
    return _given_names().get(without_possessive(word).lower(), "+") != "+"


@cache
def _ordinary() -> frozenset[str]:
    """All ordinary words, without those that a service hardly ever writes but as a name."""
    never = {name for name, sign in _given_names().items() if sign == "!"}
    return (english() | sector_terms().ordinary) - never


def is_ordinary(word: str) -> bool:
    """Whether an English dictionary holds the word without a capital.

    A word joined by hyphens is ordinary if all its parts are. "John" and "terry" are not, though a dictionary has them.
    """
    plain = without_possessive(word).lower().replace("’", "'")
    known = _ordinary()
    if plain in known:
        return True
    parts = plain.split("-")
    if len(parts) > 1:
        return all(part in known or len(part) <= 2 for part in parts)
    return "'" in plain and all(len(p) <= 2 or is_ordinary(p) for p in plain.split("'"))


def is_doubtful(word: str) -> bool:
    """Whether an ordinary word is also a name: only the words about it can tell which it is here."""
    plain = without_possessive(word).lower()
    return plain in words_that_are_names() or any(p in words_that_are_names() for p in plain.split("-"))


def vouched(text: str) -> list[tuple[int, int]]:
    """Where the sector's own capitalised terms stand in a text, longest first at each place."""
    return [match.span() for match in sector_terms().pattern.finditer(text)]
