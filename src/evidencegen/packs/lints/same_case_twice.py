"""One case told under two claims, as if it were two."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words

_CASE = re.compile(
    r"\bCS-(?:[A-Z]{1,4}-)?(?:\d{4}-)?\d{1,4}\b|\b(?:case(?: study)?|example|story|vignette) (?:no\.? ?)?(?:[A-Z]|"
    r"\d{1,2})\b(?!['’.]\w)",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"\b(?:also|again|(?:names?|told|tells|shows?|does)(?: \w+)? too|the same|told (?:above|under|before)|"
    r"told in (?:section|question|part|answer)|"
    r"as (?:above|told|described|said)|see (?:above|section|"
    r"page|also|question)|"
    r"described (?:above|under|in)|already|earlier|returns? to)\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    r"\b(?:he|she|him|her|his|hers|man|woman|lady|gentleman|mother|father|tenant|resident)\b", re.IGNORECASE
)
_POINTS_TO = re.compile(
    r"\b(?:see|seen|turn to|look at|read|take|consider|shown|shows?|illustrat\w+|demonstrat\w+|evidenc\w+|"
    r"answered|point(?:ed|s)? (?:you )?to|rests?|"
    r"comes to life|opens with|proof|proves|proved|supports?|supported|examples?|told|tells|borne out|refer)\b",
    re.IGNORECASE,
)
"""Words that bring a case forward for a claim."""
_LABELLED = re.compile(r"\A[-*•\d.) ]*[A-Z][^:.]{2,60}: ")
"""A label, such as the name of a criterion, in front of the case that is to show it."""
_ONE_STORY = 60
"""Characters of a sentence that nobody writes twice by chance."""


def _find(words: Words, held: Held) -> Iterator[Hit]:
    cases: dict[str, tuple[Paragraph, str]] = {}
    told: dict[str, Paragraph] = {}
    for paragraph in words.prose:
        for sentence in paragraph.sentences:
            for match in _CASE.finditer(sentence.text):
                first, said = cases.setdefault(" ".join(match[0].lower().split()), (paragraph, sentence.text))
                if _is_elsewhere(first, paragraph) or _is_another_claim(said, sentence.text):
                    start = sentence.start + match.start()
                    yield _hit(paragraph, start, start + len(match[0]), first)
            if len(sentence.text) >= _ONE_STORY and _OF_SOMEBODY.search(sentence.text):
                first = told.setdefault(" ".join(sentence.text.lower().split()), paragraph)
                if _is_elsewhere(first, paragraph):
                    yield _hit(paragraph, sentence.start, sentence.start + len(sentence.text), first)


def _is_elsewhere(first: Paragraph, again: Paragraph) -> bool:
    return first.under != again.under and not (_SAYS_SO.search(first.text) or _SAYS_SO.search(again.text))


def _is_another_claim(first: str, again: str) -> bool:
    """Whether two sentences each bring one case forward, as for two claims, and neither says so."""
    both = (first, again)
    points = all(_POINTS_TO.search(one) or _LABELLED.search(one) for one in both)
    return first != again and points and not any(_SAYS_SO.search(one) for one in both)


def _hit(paragraph: Paragraph, start: int, end: int, first: Paragraph) -> Hit:
    return Hit(paragraph, start, end, why=f"it is told in paragraph {first.number} too, and neither place says so")


SAME_CASE = Lint(
    key="same_case_twice",
    title="The same case under two claims",
    why="evidence used twice without saying so makes it look like more than it is",
    suggestion="tell another case here, or say that it is the one told before",
    severity=Severity.WARN,
    find=_find,
)
