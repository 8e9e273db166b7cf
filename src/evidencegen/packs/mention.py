"""Percentages and counts that a sentence mentions, and what each of them is of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from evidencegen.packs.not_counted import counted_only
from evidencegen.packs.own_number import NUMBERS
from evidencegen.release.figure import Figure
from evidencegen.release.vocabulary import words_in

_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
_TENS = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
IN_WORDS = NUMBERS | {word: n for n, word in enumerate(_TEENS, 13)} | {word: 10 * n for n, word in enumerate(_TENS, 3)}
WORDS = (
    rf"\b(?:(?:{'|'.join(_TENS)}|twenty)(?:[- ](?:{'|'.join(list(NUMBERS)[:9])}))?|"
    rf"{'|'.join((*_TEENS[:-1], *NUMBERS))})\b"
)
"""A number up to ninety-nine in words."""
COUNT = rf"(?:\d(?:[\d,]*\d)?(?!\d|[,.]\d)|{WORDS})"
PER_CENT = rf"(?:\d+(?:\.\d+)?|{WORDS}) ?(?:%|per ?cent\b|percent\b)"
_SAID = r"(?:the|our|these|those|all|a total of)"
PAIR = rf"{COUNT}(?: \w+)?(?: out)? of (?:{_SAID} ){{0,2}}{COUNT}"
_PAIR = re.compile(
    rf"(?<![\w.,/£-])({COUNT})(?: [a-z]+)?(?: out)? of (?:{_SAID} ){{0,2}}({COUNT})(?! ?(?:%|per ?cent))", re.IGNORECASE
)
_SLASHED = re.compile(r"(?<![\w.,/])(?!(?:19|20)\d\d/)(\d{1,4})/(\d{2,4})(?![\w%/]|[.,]\d)")
_OF_AN_ACT = re.compile(
    r"\b(?:regulations?|sections?|s\.|schedules?|articles?|parts?|paragraphs?|case|story|question|page|step|"
    r"chapter) ?\Z",
    re.IGNORECASE,
)
_IN_SO_MANY = re.compile(
    rf"(?<![\w.,/])({COUNT})(?: [a-z]+)?(?: in(?: every)?| (?:out )?of every) ({COUNT})\b"
    rf"(?! (?:weeks|days|months|hours|years|working|of (?:the )?\d)|[,.]\d|\d| ?%)",
    re.IGNORECASE,
)
_IN = re.compile(rf"{COUNT} in \Z", re.IGNORECASE)
_ROUND = re.compile(r"[a-z]+(?: [a-z]+)? out of (?:three|four|five|ten|twenty)\b", re.IGNORECASE)
_MAY_HOLD_SOME = re.compile(r"\d|per ?cent| in | of ")
_PER_CENT = re.compile(rf"(?<![\w.,£])({PER_CENT})(?! (?:range|confidence|interval))", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|over|under|some|roughly|approximately|more than|less than|fewer than|at least|"
    r"up to|at most|just|close to|well|above|below)\s\Z",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[;:.]|, (?:and|but|while|whereas|with|against|compared|most|mostly|often|which|who)\b|"
    r"\b(?:but|while|whereas|although|because|since|so that|when)\b"
)
_SMALL_PARTS = re.compile(r",| and | or |\(|\)")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
EMPTY = words_in(
    """
    a an the of in on at to for from by with and or as is are was were be been it its this that these those we our us
    they their them there who which what when where how had has have having do does did not than then so if would could
    should will can may might over about around nearly almost some all any each per cent percent year years month months
    happen happened quarter ended ending to-date later same picture held overall elsewhere here now also say says said
    told case cases share figure figures rate number total shows show found people person persons staff she he her his i
    you your into out up down after before during since until while within
    work working workforce
    january february march april june july august september october november december
    """
)
SAME = {
    "wishes": "outcome", "wish": "outcome", "goals": "outcome", "goal": "outcome", "held": "done", "place": "done",
    "course": "training", "courses": "training", "refresher": "training", "certificate": "training",
}  # fmt: skip
"""Words that bids use for one another where they tell of a figure."""
_IN_DATE = re.compile(r"\b(?:in|up to|out of) date\b")
_LETTERS = 5
_TELLING_APART = words_in(
    """
    fully partly partial never early first second third last target night day men women male female older younger
    before after expected planned previous earlier without agency national england
    """
)


@dataclass(frozen=True)
class Mention:
    """A percentage, a pair of counts, or both said of one thing; where in its sentence.

    `is_rough` where "about", "over" and the like stand before it, `is_in_so_many` where it is said as "nine in ten".
    `about` is the clause in which it stands, by the beginnings of its words.
    """

    start: int
    end: int
    per_cent: Decimal | None = None
    counted: int | None = None
    out_of: int | None = None
    is_rough: bool = False
    is_in_so_many: bool = False
    about: frozenset[str] = field(default=frozenset(), repr=False)


def number_of(words: str) -> int:
    """The whole number of `1,204`, `forty`, `forty-one` or `eleven`."""
    plain = words.lower().strip()
    return in_words(plain) or int(plain.replace(",", ""))


def in_words(words: str) -> int:
    """The whole number of `forty-one` or `eleven`; 0 where it is no number in words."""
    tens, _, ones = words.lower().strip().replace("-", " ").partition(" ")
    if ones:
        return IN_WORDS[tens] + IN_WORDS[ones] if IN_WORDS.get(tens, 0) >= 20 and ones in IN_WORDS else 0
    return IN_WORDS.get(tens, 0)


def per_cent_of(words: str) -> Decimal:
    """The number of `93%`, `70.5 per cent` or `ninety per cent`, with its decimals as stated."""
    plain = re.sub(r" ?(?:%|per ?cent|percent)\Z", "", words.lower().strip())
    return Decimal(in_words(plain) or plain)


def rounded(counted: int, out_of: int, decimals: int) -> Decimal:
    """A share in per cent, halves rounded up, with so many decimals."""
    share = Fraction(100 * counted, out_of) * 10**decimals + Fraction(1, 2)
    return Decimal(share.numerator // share.denominator).scaleb(-decimals)


def decimals_of(per_cent: Decimal) -> int:
    """How many decimals a percentage is stated with."""
    return max(0, -int(per_cent.as_tuple().exponent))


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every percentage and every pair of counts in a sentence, in order; kept, since several lints ask."""
    text = counted_only(text)
    if not _MAY_HOLD_SOME.search(text):
        return ()
    found = [
        Mention(m.start(1), m.end(1), per_cent=per_cent_of(m[1]), is_rough=is_rough(text, m.start(1)))
        for m in _PER_CENT.finditer(text)
    ]
    for pattern in (_PAIR, _SLASHED, _IN_SO_MANY):
        for m in pattern.finditer(text):
            pair = number_of(m[1]), number_of(m[2])
            if (pattern is _PAIR and _IN.search(text, max(0, m.start() - 15), m.start())) or _OF_AN_ACT.search(
                text, max(0, m.start() - 20), m.start()
            ):
                continue
            if pair[1] and (pattern is not _IN_SO_MANY or pair[0] < pair[1] <= 100):
                in_so_many = pattern is _IN_SO_MANY or (pattern is _PAIR and _ROUND.match(m[0]) is not None)
                found.append(
                    Mention(m.start(), m.end(), None, *pair, is_rough(text, m.start()) or in_so_many, in_so_many)
                )
    found.sort(key=lambda one: one.start)
    return tuple(replace(one, about=stems(_clause(text, one, _like(one, found)))) for one in found)


def _like(one: Mention, found: Sequence[Mention]) -> list[Mention]:
    """The other mentions of its kind: percentages, or pairs."""
    return [other for other in found if other is not one and (other.per_cent is None) is (one.per_cent is None)]


def is_rough(text: str, start: int) -> bool:
    """Whether "about", "over" or the like stands before a place in a text."""
    return bool(_ABOUT.search(text, max(0, start - 20), start))


def _clause(text: str, one: Mention, others: Sequence[Mention]) -> str:
    """The words of the clause around a mention, without the mention; where it holds others, of its part of it."""
    before = max((m.end() for m in _PARTS.finditer(text, 0, one.start)), default=0)
    after = next((m.start() for m in _PARTS.finditer(text, one.end)), len(text))
    rest = text[before : one.start] + text[one.end : after]
    if any(before <= other.start < after for other in others) or re.search(r"\d", rest):
        before = max((m.end() for m in _SMALL_PARTS.finditer(text, before, one.start)), default=before)
        after = next((m.start() for m in _SMALL_PARTS.finditer(text, one.end, after)), after)
    return f"{text[before : one.start]} {text[one.end : after]}"


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The words that carry meaning, each by its first letters, so that "asked" is "ask" and "wishes" "wish"."""
    plain = _IN_DATE.sub("current", text.lower())
    return frozenset(_stem(w) for w in _WORD.findall(plain) if w not in EMPTY and len(w) > 2)


def _stem(word: str) -> str:
    plain = SAME.get(word, re.sub(r"['’]s?\Z", "", word))
    plain = re.sub(r"(?:ing|ed|es|s|ly)\Z", "", plain) if len(plain) > 4 else plain
    return plain[:_LETTERS]


TELLING_APART = frozenset(map(_stem, _TELLING_APART))


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two clauses are plainly about one thing."""
    common, apart = one & other, one ^ other
    if len(common) < 3 or apart & TELLING_APART:
        return False
    return len(common) >= 0.8 * min(len(one), len(other)) and len(common) >= 0.45 * len(one | other)


def figure_for(about: frozenset[str], figures: Mapping[str, Figure]) -> Figure | None:
    """The one whole figure whose title a clause plainly repeats, or None."""
    best: tuple[float, int, Figure] | None = None
    for figure in figures.values():
        title = stems(figure.title)
        if figure.column or len(title) < 2:
            continue
        common = title & about
        share = len(common) / len(title)
        if (
            share >= 0.75
            and len(common) >= max(2, 0.4 * len(about))
            and not (title ^ about) & TELLING_APART
            and (best is None or (share, len(common)) > best[:2])
        ):
            best = share, len(common), figure
    return best[2] if best else None


def half_up(number: Decimal) -> int:
    """A whole number, halves rounded up."""
    return int(number.quantize(Decimal(1), rounding=ROUND_HALF_UP))
