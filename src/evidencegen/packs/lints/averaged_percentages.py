"""An average of percentages, in which a service of five weighs as much as one of fifty."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words
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
_POOLED = re.compile(r"\b(?:weighted|pooled|weighting)\b", re.IGNORECASE)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for sentence in words.sentences:
        for match in _AVERAGED.finditer(sentence.text):
            if _PER_CENT.search(sentence.text) and not _is_another(sentence.text, match):
                said = re.sub(r"\A(?:(?:the|an?|its|our|with|whose) )+", "", match[0], flags=re.IGNORECASE)
                end = sentence.start + match.end()
                yield Hit(sentence.paragraph, end - len(said), end)


def _is_another(text: str, match: re.Match[str]) -> bool:
    """Whether the average is denied, weighted, or that of others, at which another lint looks."""
    words = re.search(r"averag\w*|mean", match[0], re.IGNORECASE)
    at, behind = (match.start() + words.start(), match.start() + words.end()) if words else match.span()
    if _NO_AVERAGE.search(text[max(0, at - 40) : at]) or _NO_AVERAGE.search(
        text[max(0, match.start() - 40) : match.start()]
    ):
        return True
    return bool(_ELSEWHERE.match(text, behind) or _POOLED.search(text)) or not is_ours(text, at)


AVERAGED = Lint(
    key="averaged_percentages",
    title="An average of percentages",
    why="9 of 10 and 30 of 60 are 39 of 70, which is 56%, and not the 70% that averaging gives",
    suggestion="pool the counts: all that count, out of all there are",
    severity=Severity.WARN,
    find=_find,
)
