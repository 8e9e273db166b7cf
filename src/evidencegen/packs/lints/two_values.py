"""A figure with two values, or for two periods of which one is not said."""

import re
from collections import defaultdict
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Sentence, Severity, Words
from evidencegen.packs.mention import Mention, are_alike, decimals_of, figure_for, mentions, rounded
from evidencegen.packs.repeat import Told, told_in
from evidencegen.release.figure import Figure
from evidencegen.release.vocabulary import words_in

_YEAR = r"(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?"
_PERIOD = re.compile(
    rf"\b(?:{_YEAR}|Q[1-4]|(?:first|second|third|fourth|last|previous|prior|earlier) (?:quarter|half|year|audit|"
    rf"round)|"
    r"(?:last|next|a) year (?:ago|before|earlier|later)|year before|spring|summer|autumn|winter|before|after|"
    r"previously|originally|"
    r"then|baseline|at the start|by the end)\b",
    re.IGNORECASE,
)
_SET_BESIDE = re.compile(
    r"\b(?:up from|down from|from|rose|fell|increased?|decreased?|compared (?:with|to)|against|target|goal|aim(?:s|"
    r"ed|ing)?|"
    r"or (?:partly|partially|in part)|at least (?:part|some)|benchmark|published|beside|"
    r"nationally|national|England|average|expect(?:s|ed)?|would|if|both|"
    r"respectively)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_MONTHS = words_in("January February March April May June July August September October November December")
MANY = 400
"""So many numbers are compared with each other; further ones only with figures."""


def _find(words: Words, held: Held) -> Iterator[Hit]:
    found: set[tuple[int, int]] = set()
    for hit in (*_apart(words, held), *_repeated(words)):
        at = hit.paragraph.number, hit.start
        if at not in found:
            found.add(at)
            yield hit


def _repeated(words: Words) -> Iterator[Hit]:
    """Another value in the same words, whatever leads in."""
    told: dict[tuple[str, ...], list[tuple[Told, Sentence]]] = defaultdict(list)
    for sentence in words.sentences:
        periods = {m[0].lower() for m in _PERIOD.finditer(sentence.text)}
        for one in told_in(sentence.text):
            for before, where in told[one.key][:MANY]:
                earlier = {m[0].lower() for m in _PERIOD.finditer(where.text)}
                if before.repeats(one) and (periods == earlier or not (periods and earlier)):
                    why = (
                        f'"{where.text[before.start : before.end]}" is said of it in paragraph {where.paragraph.number}'
                    )
                    yield Hit(sentence.paragraph, sentence.start + one.start, sentence.start + one.end, why=why)
                    break
            told[one.key].append((one, sentence))


def _apart(words: Words, held: Held) -> Iterator[Hit]:
    """Another value than the registers give, or than stands before in much the same words."""
    told: list[tuple[Mention, Sentence]] = []
    for sentence in words.sentences:
        if _SET_BESIDE.search(sentence.text):
            continue
        for one in mentions(sentence.text):
            if one.is_rough or not one.about:
                continue
            if other := _against_figures(one, sentence, held):
                yield _hit(sentence, one, Severity.STOP, f"the registers give {other} for this figure")
                continue
            for before, where in told:
                if _differ(before, one) and _one_thing(before, where, one, sentence):
                    earlier = where.text[before.start : before.end]
                    why = f'"{earlier}" is said of the same thing in paragraph {where.paragraph.number}'
                    yield _hit(sentence, one, Severity.WARN, why)
                    break
            if len(told) < MANY:
                told.append((one, sentence))


def _hit(sentence: Sentence, one: Mention, severity: Severity, why: str) -> Hit:
    return Hit(sentence.paragraph, sentence.start + one.start, sentence.start + one.end, why=why, severity=severity)


def _against_figures(one: Mention, sentence: Sentence, held: Held) -> str:
    """What the registers give for the figure that a sentence plainly tells of, where that is another number."""
    if not held.figures or set(_NAME.findall(sentence.text)) - _MONTHS or _of_another_period(sentence.text, held):
        return ""
    figure = figure_for(one.about, held.figures)
    if figure is None or figure.share is None or _is_of(one, figure):
        return ""
    return figure.amount if one.counted is None else figure.counts


def _is_of(one: Mention, figure: Figure) -> bool:
    """Whether a mention has the value of a figure, or of what is left of it."""
    share = figure.share
    if share is None:
        return True
    if one.per_cent is not None:
        decimals = decimals_of(one.per_cent)
        values = (rounded(s.numerator, s.denominator, decimals) for s in (share, 1 - share))
        return one.per_cent in values
    if figure.rounded or figure.out_of is None or figure.counted is None:
        return True
    return (one.counted, one.out_of) in (
        (figure.counted, figure.out_of),
        (figure.out_of - figure.counted, figure.out_of),
    )


def _of_another_period(text: str, held: Held) -> bool:
    """Whether a sentence says a period that the figures may not be of."""
    said = _PERIOD.search(text)
    if said is None:
        return False
    years = {found[0][:4] for found in re.finditer(_YEAR, text)}
    return years != {str(held.as_at.year)}


def _differ(one: Mention, other: Mention) -> bool:
    if one.per_cent is not None and other.per_cent is not None:
        return one.per_cent != other.per_cent and one.per_cent + other.per_cent != 100
    if one.counted is not None and other.counted is not None:
        return (one.counted, one.out_of) != (other.counted, other.out_of)
    share, pair = (one, other) if one.per_cent is not None else (other, one)
    if share.per_cent is None or pair.counted is None or not pair.out_of or pair.counted > pair.out_of:
        return False
    decimals = decimals_of(share.per_cent)
    return share.per_cent not in (
        rounded(pair.counted, pair.out_of, decimals), rounded(pair.out_of - pair.counted, pair.out_of, decimals)
    )  # fmt: skip


def _one_thing(one: Mention, first: Sentence, other: Mention, second: Sentence) -> bool:
    """Whether two mentions are of the same thing, and their periods do not both stand beside them."""
    if (set(_NAME.findall(first.text)) ^ set(_NAME.findall(second.text))) - _MONTHS:
        return False
    periods = [{m[0].lower() for m in _PERIOD.finditer(s.text)} for s in (first, second)]
    if all(periods) and periods[0] != periods[1]:
        return False
    return are_alike(one.about, other.about)


TWO_VALUES = Lint(
    key="two_values",
    title="A figure with two values, or for two periods unsaid",
    why="whoever reads both believes neither",
    suggestion="print one value wherever the figure is told, or say beside each which period it is of",
    severity=Severity.WARN,
    find=_find,
)
