"""Where a word stands: at the head of a sentence, in somebody's speech, after a title."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from evidencegen.release.vocabulary import without_possessive

_WORD = re.compile(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")
_OPENS = re.compile(r"(?:(?:\A|\n[-*]?|•|[.?!:…][\"”’')\]]*[ \t])[ \t\"“(‘\[]*|[\"“(‘\[]+)\Z")
_AFTER_SHORT_FORM = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sr|Prof|Rev|Cllr|ref|tel|b|ext)|"
    r"(?i:(?<!carer )(?<!son )(?<!daughter )(?<!brother )(?<!sister )(?<!friend )(?<!relative )(?<!niece )(?<!nephew )"
    r"(?<!cousin )(?<!child )(?<!uncle )(?<!aunt )(?<!partner )(?<!neighbour ))\b[A-Z])\.[ \t]\Z"
)
_QUOTATION = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”")
_SHOUTED = 0.6
_FEWEST_WORDS_TO_JUDGE = 8


@dataclass(frozen=True)
class Word:
    """One word of a text, and the text it stands in."""

    start: int
    end: int
    text: str
    source: str = field(default="", repr=False, compare=False)

    @cached_property
    def opens(self) -> bool:
        """Whether it stands at the head of a sentence, a line or a piece of speech."""
        return opens_sentence(self.source, self.start)

    @property
    def capital(self) -> bool:
        """Whether any of its letters is a capital."""
        return self.text != self.text.lower()

    @property
    def plain(self) -> str:
        """In lower case and without its possessive."""
        return without_possessive(self.text).lower()

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's."""
        return self.text[-2:].lower() in ("'s", "’s")


def opens_sentence(text: str, start: int) -> bool:
    """Whether what starts here stands at the head of a sentence, a line or a piece of speech."""
    window = (max(0, start - 16), start)
    return bool(_OPENS.search(text, *window)) and not _AFTER_SHORT_FORM.search(text, *window)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order. A hyphen or apostrophe within a word belongs to it."""
    return tuple(Word(*m.span(), m.group(), text) for m in _WORD.finditer(text))


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Where somebody's own words stand between double quotation marks."""
    return tuple(match.span() for match in _QUOTATION.finditer(text))


def tells_nothing_by_capitals(text: str) -> bool:
    """Whether a text has almost no capitals, or almost nothing else: then every word must be vouched for."""
    words = words_of(text)
    if len(words) < _FEWEST_WORDS_TO_JUDGE:
        return bool(words) and (text == text.lower() or text == text.upper())
    shouted = sum(word.text.isupper() and len(word.text) > 1 for word in words) / len(words)
    capitals = sum(word.capital and word.text != "I" for word in words)
    return shouted > _SHOUTED or capitals * 60 < len(words)
