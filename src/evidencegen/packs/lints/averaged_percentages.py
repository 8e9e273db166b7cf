"""An average of percentages, in which a service of five weighs as much as one of fifty."""

import re
from collections.abc import Iterator
from decimal import Decimal

from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words
from evidencegen.packs.not_counted import counted_only
from evidencegen.packs.saying import is_ours

_OF_OTHER_THINGS = (
    r"(?:ages?|time|times|wait|waits|waiting|stay|length|cost|costs|number|numbers|hours?|days?|persons?|"
    r"person['’]s|home|"
    r"house|service|residents?|"
    r"week|month|year|response|delay|distance|pay|wages?|size|caseload|shifts?|duration|team|visit|call|family)"
)
_AVERAGED = re.compile(
    rf"\bon average\b"
    rf"|\b(?:(?:group|overall|simple|combined|arithmetic|company|our|monthly|the|an?) )*(?:average|averages)\b(?! "
    rf"{_OF_OTHER_THINGS}\b(?!['’]))(?: (?:of|across|over|for|audit|compliance|\w+)){{0,4}}"
    rf"|\baverag(?:ed|ing)\b(?: (?:at|to|out|over|across))*(?: \d+(?:\.\d+)?%?|(?: [\w'’]+){{1,4}})"
    rf"|\b(?:the|an?|our|whose|with|its|group|overall|monthly|simple) mean\b(?! {_OF_OTHER_THINGS}\b)(?: "
    rf"[\w'’]+){{0,4}}"
    rf"|\bmean (?!that\b|to\b|{_OF_OTHER_THINGS}\b)(?:\w+ )?(?:of|is|was|score|scores|rates?|percentages?|compliance|"
    rf"completion|\d+ ?(?:%|per ?cent))"
    rf"|\b(?:percentages|rates|scores|results)\b[^.;]*\bdivid\w+ (?:\w+ )?by\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:so|overall|combined|together|altogether|giving|gives?|yield\w*|aggregate|total|group|company|mean|"
    r"in other words|"
    r"that is|making|makes?|which is|being|halfway|midpoint|middle|come[s]? to|comes out at|works? out|blended|joint|"
    r"we report|we say|hence|thus|therefore)\b|[=:→]",
    re.IGNORECASE,
)
"""Words that lead from parts to their whole."""
_MIDDLE = re.compile(
    r"\b(?:half-?way (?:point )?between|(?:mid-?point|middle) (?:of|between))\b[^.;]*"
    r"|\b(?:add(?:ed|s|ing)?(?: up)?|sum(?:med|ming)?(?: of)?|total(?:led|ling)?)\b[^.;]*"
    r"(?:\bdivid\w+ (?:them |it |that |this )?by\b|÷|/ ?(?:number|\d))[^.;,]*"
    r"|\b(?:mean|average) of (?:each|every|the|our|all|their|its)\b[^.;,]*"
    r"\b(?:rates?|percentages?|scores?|compliance|results?|figures)\b",
    re.IGNORECASE,
)
"""Ways of averaging that are told as a recipe."""
_LIST = re.compile(r"\d+(?:\.\d+)?(?:(?:, | and |, and | or )\d+(?:\.\d+)?)+ ?(?:%|per ?cent)", re.IGNORECASE)
_VALUE = re.compile(r"(?<![\d.,£])(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)", re.IGNORECASE)
_COUNTS = re.compile(r"\d (?:out )?of (?:the )?\d|\d/\d")
_PER_CENT = re.compile(r"\d ?(?:%|per ?cent\b|percent\b)|\bpercentages?\b|\bper ?cent\b")
_NO_AVERAGE = re.compile(
    r"\b(?:around an?|not|never|no|without|rather than|instead of|nor) (?:\w+ ){0,5}\Z|"
    r"\b(?:national|regional|England|English|sector|county|council|industry|provider|peer|NHS|"
    r"local authority|UK)['’s]* \Z|\b(?:than|above|below|over|exceeds?|beats?) (?:the )?\Z",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?: \w+)? (?:for|across|in|of) (?:the )?(?:England|UK|region|county|country|sector|North|South|East|West)\b"
)
_OF_ONE_TEST = re.compile(r" (?:\w+ )?(?:scores?|marks?) (?:on|in|per) ", re.IGNORECASE)
_POOLED = re.compile(r"\b(?:weighted|pooled|weighting)\b", re.IGNORECASE)


MOST = 14
"""A mean of more percentages than a year has months is not looked for."""
ROUNDED = Decimal("0.6")
"""So far may a mean lie from its percentages' own, by rounding."""


def _find(words: Words, held: Held) -> Iterator[Hit]:
    told: set[int] = set()
    for sentence in words.sentences:
        for match in _AVERAGED.finditer(sentence.text):
            if _PER_CENT.search(sentence.text) and not _is_another(sentence.text, match):
                said = re.sub(r"\A(?:(?:the|an?|its|our|with|whose) )+", "", match[0], flags=re.IGNORECASE)
                end = sentence.start + match.end()
                told.add(sentence.paragraph.number)
                yield Hit(sentence.paragraph, end - len(said), end)
        for match in _MIDDLE.finditer(sentence.text):
            if sentence.paragraph.number not in told and not _is_another(sentence.text, match):
                told.add(sentence.paragraph.number)
                yield Hit(sentence.paragraph, sentence.start + match.start(), sentence.start + match.end())
    for paragraph in words.prose:
        if paragraph.number not in told:
            yield from _means(paragraph)


def _means(paragraph: Paragraph) -> Iterator[Hit]:
    """A percentage told as the whole of two others or more that is just their mean, with no counts beside them."""
    text = counted_only(paragraph.text)
    if _COUNTS.search(text) or _POOLED.search(text):
        return
    values = [(m.start(1), m.end(), Decimal(m[1])) for m in _VALUE.finditer(text)]
    for listed in _LIST.finditer(text):
        inside = ((m, listed.start() + m.start()) for m in re.finditer(r"\d+(?:\.\d+)?", listed[0]))
        values += [(at, listed.end(), Decimal(m[0])) for m, at in inside if at not in (v[0] for v in values)]
    values.sort()
    if not 3 <= len(values) <= MOST:
        return
    for whole, parts, lead in (
        (values[-1], values[:-1], text[values[-2][1] : values[-1][0]]),
        (values[0], values[1:], text[values[0][1] : values[1][0]]),
    ):
        mean = sum((value for _, _, value in parts), Decimal()) / len(parts)
        is_mean = abs(mean - whole[2]) <= ROUNDED and len({value for _, _, value in parts}) > 1
        if is_mean and _TOTAL.search(lead) and is_ours(text, whole[0]):
            yield Hit(paragraph, whole[0] if whole is values[0] else values[-2][1], whole[1])
            return


def _is_another(text: str, match: re.Match[str]) -> bool:
    """Whether the average is denied, weighted, or that of others, at which another lint looks."""
    words = re.search(r"averag\w*|mean", match[0], re.IGNORECASE)
    at, behind = (match.start() + words.start(), match.start() + words.end()) if words else match.span()
    if _NO_AVERAGE.search(text[max(0, at - 40) : at]) or _NO_AVERAGE.search(
        text[max(0, match.start() - 40) : match.start()]
    ):
        return True
    return bool(
        _ELSEWHERE.match(text, behind) or _OF_ONE_TEST.match(text, behind) or _POOLED.search(text)
    ) or not is_ours(text, at)


AVERAGED = Lint(
    key="averaged_percentages",
    title="An average of percentages",
    why="9 of 10 and 30 of 60 are 39 of 70, which is 56%, and not the 70% that averaging gives",
    suggestion="pool the counts: all that count, out of all there are",
    severity=Severity.WARN,
    find=_find,
)
