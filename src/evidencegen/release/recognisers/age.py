"""Ages, told as bands of ten years with 85 and over at the top."""

import re
from datetime import date

from evidencegen.release.recogniser import Recogniser
from evidencegen.release.vocabulary import words_in

OLDEST_BAND_FROM = 85
_UNITS = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], range(1, 10), strict=True))
_TEENS = dict(
    zip(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        range(10, 20),
        strict=True,
    )
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TENS_WORDS = "|".join(_TENS)
_IN_WORDS = rf"(?:(?:{_TENS_WORDS})(?:[- ](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)}|a hundred(?: and \w+)?)"
_NUMBER = rf"(?P<age>1[01]\d|[1-9]\d|{_IN_WORDS})"
_PEOPLE = (
    "man|woman|lady|gentleman|person|resident|tenant|mother|father|widow|widower|boy|girl|adult|carer|son|daughter"
)
_NOT_A_PERSON = words_in(
    """
    it that this which there score rate figure total average number count time wait limit target answer
    result sum compliance distance step room ward weight
    """
)
_DECADES = rf"[1-9]0['’]?s|1[01]0['’]?s|{_TENS_WORDS.replace('y', 'ies')}"


def _years(words: str) -> int:
    """An age in figures or words as a number."""
    if words.isdigit():
        return int(words)
    if words.startswith("a hundred"):
        return 100
    return sum(_UNITS.get(w, 0) + _TEENS.get(w, 0) + _TENS.get(w, 0) for w in re.split(r"[- ]", words.lower()))


def _band(years: int) -> str:
    """The statutory returns' top band is 85 and over: very old people are few enough to be known by their age."""
    if years >= OLDEST_BAND_FROM:
        return "in their late 80s or older"
    if years >= 80:
        return "in their early 80s"
    return "under 18" if years < 18 else "in their teens" if years < 20 else f"in their {years // 10}0s"


def _as_band(match: re.Match[str], _: date | None) -> str:
    band = _band(_years(match["age"]))
    whose = {"he": "his", "she": "her"}.get((match.groupdict().get("who") or "").lower(), "their")
    return band.replace("their", whose)


def _was_in_band(match: re.Match[str], _: date | None) -> str:
    return f"was {_band(_years(match['age']))}"


def _as_noun_and_band(match: re.Match[str], _: date | None) -> str:
    return f"{match['noun'] or 'person'} {_band(_years(match['age']))}"


def _of_decade(match: re.Match[str], _: date | None) -> str:
    decade = match["decade"].lower()
    years = int(re.sub(r"\D", "", decade)) if decade[0].isdigit() else _TENS[re.sub("ies$", "y", decade)]
    if match["part"] and years == 80:
        return "in their late 80s or older" if match["part"].strip() == "late" else "in their early 80s"
    return "in their 80s or older" if years == 80 else _band(years)


AGE_SAID = Recogniser(
    key="age_said",
    label="[age]",
    pattern=re.compile(
        rf"\b(?:aged|age)(?: of)?:? {_NUMBER}\b(?: years(?: old)?)?|\b{_NUMBER.replace('age>', 'plain>')} years old\b",
        re.IGNORECASE,
    ),
    wording=lambda match, _: _band(_years(match["age"] or match["plain"])),
)

AGE_OF_SOMEBODY = Recogniser(
    key="age_of_somebody",
    label="[age]",
    pattern=re.compile(
        r"(?P<who>\b[\w'’]+|\")[,]? (?:is|was|who is|who was|are|were|is now|is nearly|is almost|is only|was "
        r"only|was nearly|nearly|approaching)"
        rf" (?P<detail>{_NUMBER})(?=[,.;:)\"”]| and\b| but\b| when\b| with\b| now\b| over\b| at\b| last\b| "
        rf"this\b| on\b| in\b| who\b|$)",
    ),
    is_real=lambda match: match["who"].lower() not in _NOT_A_PERSON,
    wording=_as_band,
)

AGE_TURNED = Recogniser(
    key="age_turned",
    label="[age]",
    pattern=re.compile(rf"\b(?:has |just |had )*(?:turned|turns|turning) {_NUMBER}\b(?![:.]\d|%)"),
    wording=_was_in_band,
)

AGE_BEFORE_NOUN = Recogniser(
    key="age_before_noun",
    label="[age]",
    pattern=re.compile(rf"\b{_NUMBER}[- ]year[- ]old\b(?: (?P<noun>{_PEOPLE})\b)?", re.IGNORECASE),
    wording=_as_noun_and_band,
)

AGE_BETWEEN_COMMAS = Recogniser(
    key="age_between_commas",
    label="[age]",
    pattern=re.compile(r"(?:[^\W\d_]\w+|\]|”|\"),? ?[,(] ?(?P<detail>(?P<age>1[89]|[2-9]\d|10\d))(?=[,)])"),
    is_real=lambda match: (
        match.group()[0].isupper() or match.group()[:1] in ']”"' or match.group().startswith("person")
    ),
    wording=_as_band,
)

DECADE = Recogniser(
    key="decade",
    label="[age]",
    pattern=re.compile(
        rf"\bin (?:his|her|their|my|our|your|the) (?P<part>early |mid-? ?|late )?(?P<decade>{_DECADES})\b(?! or older)",
        re.IGNORECASE,
    ),
    wording=_of_decade,
)

BIRTHDAY = Recogniser(
    key="birthday",
    label="",
    pattern=re.compile(
        r"(?<=\w) (?:\d{1,3}(?:st|nd|rd|th)|\w+tieth|hundredth|\w+ty-\w+)(?= birthday\b)", re.IGNORECASE
    ),
)
