"""More in a part than in the whole that it is a part of: 52 achieved of 48 expressed."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise

from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words
from evidencegen.packs.mention import COUNT, WORDS, mentions, number_of
from evidencegen.packs.part import parts_in

_NUMBER = rf"(?<![\w.,/£-])(?P<n>\d(?:[\d,]*\d)?(?!\d|[,.]\d)|{WORDS})(?! ?%| per ?cent|/\d)"
_NOUN = r"(?:(?!(?:and|but|while|of|out)\b)[a-z]+ ){0,5}?"
PARTS: tuple[tuple[str, str, str], ...] = (
    (
        "people who expressed an outcome",
        r"expressed|voiced|told us (?:of|what)|named an? (?:outcome|wish)|said what they wanted|outcomes?|wishes",
        r"(?:fully |partly )?achieved|fulfilled|(?:fully |partly )?met\b|reached",
    ),
    ("people asked", r"asked", r"expressed|voiced|told us|answered|replied|said what"),
    (
        "people who lacked capacity",
        r"lack(?:ed|ing)? (?:mental )?capacity|without capacity",
        r"(?:had|were|was|given|with|received) (?:\w+ )?(?:support|supported|an advocate|advocates?|help)|supported",
    ),
    (
        "concerns",
        r"concerns?(?: \w+)?|alerts?|referrals? made",
        r"(?:became|led to|went on to|turned into) (?:\w+ ){0,3}?enquir(?:y|ies)|enquir(?:y|ies)",
    ),
    (
        "people tested",
        r"tested|assessed|observed|took the test|sat the test|watched",
        r"(?:found |judged )?competent|passed",
    ),
    (
        "people in scope",
        r"in scope|employed|employ|on the rota|on our books|workforce of|team of|staff",
        r"completed|trained|in date|current|up to date|attended|have (?:done|had|been)",
    ),
    (
        "cases where the conditions seemed to be met",
        r"(?:seemed|appeared) to (?:meet|call)|met the conditions|eligible|needed an advocate",
        r"(?:advocate )?(?:was |were )?asked for|referr(?:ed|als?)|had (?:an advocate|one)|got one",
    ),
    ("plans", r"plans?(?: \w+)?(?: in place)?", r"reviewed"),
    ("actions", r"actions? (?:were |was )?(?:due|raised|agreed|set)", r"(?:closed|completed|done)"),
)
"""Wholes and their parts: what a whole is called, the words that tell it, and the words that tell a part of it."""
_COUNT = re.compile(COUNT, re.IGNORECASE)
_OF_THEM = re.compile(r"\b(?:of|all) (?:them|these|those|whom)\b", re.IGNORECASE)
_AGAIN = re.compile(rf"{_OF_THEM.pattern}|[a-z]: \d", re.IGNORECASE)
_MERGED = re.compile(r"\b(?:or|and) (?:partly|partially|in part)\b(?! \d| in \d)", re.IGNORECASE)
_PAIR = re.compile(r"\d of (?:the )?\d")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """What each whole is called, what finds it and what finds a part of it; made when a text first holds two counts."""
    other = _NUMBER.replace("?P<n>", "?P<m>")
    return tuple(
        (
            called,
            re.compile(rf"{_NUMBER} {_NOUN}(?:{whole})\b|\b(?:we )?(?:{whole})(?: by| from|:)? {other}", re.IGNORECASE),
            re.compile(
                rf"(?<!of )(?<!of the ){_NUMBER} (?:of them |of these |of whom )?{_NOUN}(?:{part})\b"
                rf"|\b(?:{part})(?:[a-z ]{{0,25}}:)? (?:in |for |by )?{other}",
                re.IGNORECASE,
            ),
        )
        for called, whole, part in PARTS
    )


_SHARES = re.compile(
    r"\b(?:fully|wholly)\b[^.;]*?(?P<a>\d+(?:\.\d+)?) ?(?:%|per ?cent)[^.;]*?\bpart(?:ly|"
    r"ially)\b[^.;]*?(?P<b>\d+(?:\.\d+)?) ?(?:%|per ?cent)"
    r"(?:[^.;]*?\bnot\b[^.;]*?(?P<c>\d+(?:\.\d+)?) ?(?:%|per ?cent))?"
    r"|(?P<d>\d+(?:\.\d+)?) ?(?:%|per ?cent)[^.;\d]*?\bfully\b[^.;\d]*?(?P<e>\d+(?:\.\d+)?) ?(?:%|per "
    r"?cent)[^.;\d]*?\bpart(?:ly|ially)\b"
    r"(?:[^.;\d]*?(?P<f>\d+(?:\.\d+)?) ?(?:%|per ?cent)[^.;\d]*?\bnot\b)?",
    re.IGNORECASE,
)
_ADDED = re.compile(
    rf"\b(?:of|out of|among) (?:the |our )?(?P<whole>{COUNT})\b[^.;]{{0,40}}?(?P<parts>(?P<a>{COUNT}) (?:\w+ "
    rf"){{0,3}}?fully[^.;\d]*?(?P<b>{COUNT}) (?:\w+ ){{0,3}}?part(?:ly|ially)"
    rf"(?:[^.;\d]*?(?P<c>{COUNT}) (?:\w+ ){{0,3}}?not(?: \w+)?)?)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?P<whole>{COUNT}): (?P<parts>full(?:y)? (?P<a>{COUNT}), part(?:ly)? (?P<b>{COUNT}),? "
    rf"(?:and )?no(?:t|ne) (?P<c>{COUNT}))",
    re.IGNORECASE,
)
_EXCLUSIVE = re.compile(
    r" (?:\w+ )?(?:withdrew|finished|left|stayed|remained|passed|failed|declined|accepted|agreed|refused|closed|open|"
    r"men|women|yes|no|won|lost|moved)\b",
    re.IGNORECASE,
)
"""Nobody is counted under two of these."""
_ALL = Decimal(102)
"""Rounded parts may come to a little more than a hundred."""


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for paragraph in words.prose:
        told: list[tuple[int, int]] = []
        for hit in (
            *_more_than_all(paragraph),
            *_added(paragraph),
            *_more_than_whole(paragraph),
            *_more_of_whom(paragraph),
        ):
            if not any(a < hit.end and hit.start < b for a, b in told):
                told.append((hit.start, hit.end))
                yield hit


def _more_than_all(paragraph: Paragraph) -> Iterator[Hit]:
    for one in mentions(paragraph.text):
        if one.counted is not None and one.out_of is not None and one.counted > one.out_of > 0:
            yield Hit(paragraph, one.start, one.end, why=f"{one.counted} cannot be a part of {one.out_of}")


def _added(paragraph: Paragraph) -> Iterator[Hit]:
    for match in _SHARES.finditer(paragraph.text):
        total = sum((Decimal(one) for one in match.groups() if one), Decimal())
        if total > _ALL and not _MERGED.search(match[0]):
            yield Hit(
                paragraph, match.start(), match.end(), why=f"together these are {total}%, and cannot be more than 100%"
            )
    for match in (*_ADDED.finditer(paragraph.text), *_LABELLED.finditer(paragraph.text)):
        parts = [number_of(match[name]) for name in "abc" if match[name]]
        if sum(parts) > number_of(match["whole"]):
            why = f"together these are {sum(parts)}, of {number_of(match['whole'])}"
            yield Hit(paragraph, match.start("parts"), match.end("parts"), why=why)


def _more_than_whole(paragraph: Paragraph) -> Iterator[Hit]:
    """A part that is larger than its whole, told in the same sentence or, as "of them", in the next."""
    spans = [(s.start, s.start + len(s.text)) for s in paragraph.sentences]
    together = [(a, b, False) for a, b in spans]
    together += [(a, b, True) for (a, _), (c, b) in pairwise(spans) if _AGAIN.search(paragraph.text, c, b)]
    for first, last, is_next in together:
        if len(_COUNT.findall(paragraph.text, first, last)) < 2:
            continue
        for called, whole, part in _patterns():
            for big in whole.finditer(paragraph.text, first, last):
                for small in part.finditer(paragraph.text, big.end(), last):
                    n, m = _number(small), _number(big)
                    if n > m and not _PAIR.search(small[0]) and (not is_next or _AGAIN.search(small[0])):
                        yield Hit(paragraph, small.start(), small.end(), why=f"{n} cannot be a part of {m} {called}")


def _more_of_whom(paragraph: Paragraph) -> Iterator[Hit]:
    """More "of whom", "of them" or "of the 23" than there were, whatever they are."""
    for part in parts_in(paragraph.text):
        if part.count is not None and part.per_cent is None and part.count > part.whole:
            yield Hit(paragraph, part.start, part.end, why=f"{part.count} cannot be a part of {part.whole}")
    for (start, whole), parts in groupby(parts_in(paragraph.text), key=lambda part: (part.start, part.whole)):
        apart = [part for part in parts if part.count and _EXCLUSIVE.match(paragraph.text, part.end)]
        total = sum(part.count or 0 for part in apart)
        if len(apart) > 1 and total > whole:
            yield Hit(paragraph, start, apart[-1].end, why=f"together these are {total}, of {whole}")


def _number(match: re.Match[str]) -> int:
    return number_of(match["n"] or match["m"])


SUBSET = Lint(
    key="subset",
    title="A part larger than its whole",
    why="nobody can achieve an outcome that was not expressed, or be one of fewer",
    suggestion="look up both counts: one of them is of another period or of other cases",
    severity=Severity.STOP,
    find=_find,
)
