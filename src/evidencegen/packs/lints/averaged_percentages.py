"""An average of percentages, in which a service of five weighs as much as one of fifty."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words

_PLACES = (
    r"(?:homes?|sites?|services?|schemes?|teams?|locations?|branches|units?|settings|months?|quarters?|audits?|"
    r"courses?)"
)
_RATES = (
    r"(?:compliance|rates?|scores?|percentages?|per ?cents?|completion|conformity|achievement|take-?up|satisfaction|"
    r"results?|"
    r"performance|occupancy|attendance)"
)
_AVERAGED = re.compile(
    rf"\b(?:average|mean) of (?:the |our |all )?(?:\w+['’]?s?['’]? ){{0,3}}?(?:percentages|rates|scores|per ?cents?|"
    rf"shares)\b"
    rf"|\b(?:average|mean|averaged) (?:\w+ ){{0,2}}?{_RATES}(?: rates?| scores?)?(?: (?:across|over|for|of|at|in) "
    rf"(?:\w+ ){{0,4}}?{_PLACES})?\b"
    rf"|\b(?:average|mean) of \d+(?:\.\d+)? ?(?:%|per ?cent)(?: (?:across|over|for|in|between) (?:\w+ "
    rf"){{0,4}}?{_PLACES})?"
    rf"|\baveraging (?:over |across )?(?:\w+ ){{0,3}}?{_PLACES}"
    rf"|\baverag(?:e|ed|es|ing) (?:out )?(?:at |to )?\d+(?:\.\d+)? ?(?:%|per ?cent)"
    rf"|\bon average,? (?:(?:about|around|over|nearly) )?\d+(?:\.\d+)? ?(?:%|per ?cent)(?: of [a-z]+)?",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"\d ?(?:%|per ?cent\b|percent\b)|\bpercentages?\b")
_NO_AVERAGE = re.compile(
    r"\b(?:around a|not|never|no|without|rather than|instead of) (?:\w+ ){0,5}\Z|"
    r"\b(?:national|regional|England|sector|county|"
    r"local authority|UK)['’s]* \Z",
    re.IGNORECASE,
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for sentence in words.sentences:
        for match in _AVERAGED.finditer(sentence.text):
            before = sentence.text[max(0, match.start() - 40) : match.start()]
            if _PER_CENT.search(sentence.text) and not _NO_AVERAGE.search(before):
                start = sentence.start + match.start()
                yield Hit(sentence.paragraph, start, start + len(match[0]))


AVERAGED = Lint(
    key="averaged_percentages",
    title="An average of percentages",
    why="9 of 10 and 30 of 60 are 39 of 70, which is 56%, and not the 70% that averaging gives",
    suggestion="pool the counts: all that count, out of all there are",
    severity=Severity.WARN,
    find=_find,
)
