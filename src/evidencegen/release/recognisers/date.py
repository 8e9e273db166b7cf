"""Dates in every form, told as time before or after the concern."""

import re
from datetime import date

from evidencegen.release.duration import MONTHS, WHEN, month_of, told, year_of
from evidencegen.release.recogniser import Recogniser

_MONTH = (
    "(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in MONTHS) + r"|sept)(?:\.(?=[ \n]+['’\d]))?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?[ \n]+)?"
_DAY = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])(?:[ ]?(?:st|nd|rd|th))?|(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|"
    r"fifth|sixth|"
    r"seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)"
)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
    "twentieth",
)  # fmt: skip
_YEAR = (
    r"(?:[,\-]?[ \n\-]*(?<=[ \n\-,])(?P<year>(?:19|20)\d\d|['’]?\d\d(?!\d|:|\.\d|[ ]?(?:am|pm|%|per|people|of|and|"
    r"to|days|weeks|months|"
    r"years|hours|minutes|residents|staff|calls))))?"
)
_BORN = r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?|b\.)[: ]*(?:the[ ])?"


def _read(match: re.Match[str], concern: date | None) -> date | None:
    """The day a match means, or none where it means none; a month alone is taken at its middle."""
    parts = match.groupdict()
    word = parts.get("month") or ""
    month = month_of(word) if word[:1].isalpha() else int(word)
    day = _number_of(parts.get("day") or "15")
    year = re.sub(r"\D", "", parts.get("year") or "")
    try:
        return date(year_of(year, month, day, concern), month, day)
    except ValueError:
        return None


def _number_of(day: str) -> int:
    """The day of the month in figures or in words: "21st" and "twenty-first" are 21; what cannot be read is 15."""
    if digits := re.sub(r"\D", "", day):
        return int(digits)
    tens, _, ones = day.lower().replace(" ", "-").rpartition("-")
    if ones == "thirtieth":
        return 30
    return {"": 0, "twenty": 20, "thirty": 30}.get(tens, 0) + (_ORDINALS.index(ones) + 1 if ones in _ORDINALS else 15)


def _day_told(match: re.Match[str], concern: date | None) -> str:
    day = _read(match, concern)
    return told(match["when"], day, concern) if day and concern else f"{match['when'] or ''}[date]"


def _month_told(match: re.Match[str], concern: date | None) -> str:
    day = _read(match, concern)
    if re.search(r"\bthe[ \n]\w+\Z", match.group()) and re.match(
        r" [a-z]", match.string[match.end() : match.end() + 2]
    ):
        return f"{match['when'] or ''}the"
    if not (day and concern):
        return f"{match['when'] or ''}[month]"
    if (day.year, day.month) == (concern.year, concern.month):
        return f"{match['when'] or 'in '}the month of the concern"
    return told(match["when"], day, concern)


def _year_told(match: re.Match[str], concern: date | None) -> str:
    year = int(match["year"][:4])
    if re.match(r" [a-z]", match.string[match.end() : match.end() + 2]) and re.search(r"^\d|\bthe ", match.group()):
        return f"{match['when'] or ''}the" if "the " in match.group() else ""
    if not concern:
        return f"{match['when'] or ''}[year]"
    if year == concern.year:
        return f"{match['when'] or 'in '}the year of the concern"
    return told(match["when"], date(year, concern.month, min(concern.day, 28)), concern)


DATE_OF_BIRTH = Recogniser(
    key="date_of_birth",
    label="[date of birth]",
    pattern=re.compile(
        rf"{_BORN}(?:{_WEEKDAY}{_DAY}(?:[ \n]+of)?[ \n]+{_MONTH}{_YEAR}|{_MONTH}"
        rf"[ \n]+{_DAY}{_YEAR.replace('year>', 'year2>')}"
        r"|\d{1,2}[./\- ]\d{1,2}[./\- ](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d|(?:in[ ])?(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
)

DAY_MONTH_YEAR = Recogniser(
    key="date",
    label="[date]",
    pattern=re.compile(
        rf"{WHEN}(?:\bthe[ \n]+)?\b{_WEEKDAY}(?:{_DAY}[ ]?(?:,|and|to|or|&|-|–)[ ]?)*\b(?P<day>{_DAY})(?:"
        rf"[ \n]+of)?[ \n\-]*(?P<month>{_MONTH})\b"
        rf"{_YEAR}",
        re.IGNORECASE,
    ),
    wording=_day_told,
)

MONTH_DAY_YEAR = Recogniser(
    key="date_month_first",
    label="[date]",
    pattern=re.compile(
        rf"{WHEN}\b{_WEEKDAY}(?P<month>{_MONTH})[ \n]+(?:the[ ])?(?P<day>{_DAY})\b(?!%| per\b| people\b| of\b){_YEAR}",
        re.IGNORECASE,
    ),
    wording=_day_told,
)

DATE_IN_FIGURES = Recogniser(
    key="date_in_figures",
    label="[date]",
    pattern=re.compile(
        rf"{WHEN}(?:\bthe[ ])?{_WEEKDAY}(?<![\d/])(?P<day>0?[1-9]|[12]\d|3[01])(?P<stop>[./\-–])"
        rf"(?P<month>0?[1-9]|1[0-2])(?P=stop)(?P<year>(?:19|20)?\d\d)(?![\d/])",
        re.IGNORECASE,
    ),
    wording=_day_told,
)

DATE_YEAR_FIRST = Recogniser(
    key="date_year_first",
    label="[date]",
    pattern=re.compile(
        rf"{WHEN}(?<!\d)(?P<year>(?:19|20)\d\d)[\-/.](?P<month>0?[1-9]|1[0-2])[\-/.](?P<day>0?[1-9]|[12]\d|"
        rf"3[01])(?!\d)",
        re.IGNORECASE,
    ),
    wording=_day_told,
)

DAY_AND_MONTH_IN_FIGURES = Recogniser(
    key="day_and_month_in_figures",
    label="[date]",
    pattern=re.compile(
        r"(?P<when>\b(?:on|by|from|since|until|dated|before|after)[ \n]+)(?P<day>0?[1-9]|[12]\d|3[01])[/.]"
        r"(?P<month>0?[1-9]|1[0-2])(?![\d/%])",
        re.IGNORECASE,
    ),
    is_real=lambda match: (match["day"], match["month"]) != ("24", "7"),
    wording=_day_told,
)

MONTH_AND_YEAR = Recogniser(
    key="month_and_year",
    label="[month]",
    pattern=re.compile(
        rf"{WHEN}(?:\b(?:early|mid|late)[ \-])?\b(?P<month>{_MONTH})[ \n]+(?:of[ \n]+)?(?P<year>(?:19|20)\d\d|"
        rf"['’]\d\d)\b",
        re.IGNORECASE,
    ),
    wording=_month_told,
)

# "may", "march" and "august" are a month only with a capital and a word before them that calls for one.
MONTH_ALONE = Recogniser(
    key="month_alone",
    label="[month]",
    pattern=re.compile(
        rf"(?:{WHEN.replace('?:', '?i:', 1)}(?i:\b(?:early|mid|late|last|next|the|this|that|each|"
        rf"every)[ \-]+)?\b(?P<month>(?i:january|february|april|june|july|september|october|november|december)|"
        r"(?<=[ \n])(?:March|August|May))\b(?!['’]s? (?:said|told)))",
    ),
    is_real=lambda match: bool(match["when"]) or match["month"] not in ("March", "August", "May", "April", "June"),
    wording=_month_told,
)

SEASON = Recogniser(
    key="season",
    label="[season]",
    pattern=re.compile(
        rf"{WHEN}\b(?:the[ ])?(?P<season>spring|summer|autumn|winter)[ \n]+(?:of[ \n]+)?(?P<year>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    wording=_year_told,
)

# "since 97": of a person's own life.
SHORT_YEAR = Recogniser(
    key="short_year",
    label="[year]",
    pattern=re.compile(
        r"\bsince ['’]?(?P<detail>[4-9]\d)\b(?![\d%/:.]\d|[ ]?(?:%|per|of|people|calls))", re.IGNORECASE
    ),
)

# The year of an Act or of regulations is law, not somebody's date.
YEAR = Recogniser(
    key="year",
    label="[year]",
    pattern=re.compile(
        rf"{WHEN}(?:\bthe[ ])?(?<![\d/£\-,.])(?P<year>(?:19|20)\d\ds?)(?![\d/]|,\d|\.\d|[ ]?(?:ml|mg|kcal|"
        rf"calories|hours|words|people|doses))\b",
        re.IGNORECASE,
    ),
    is_real=lambda match: (
        not re.search(
            r"(?i:Acts?|Regulations|Order|Rules|Convention|Directive|\))[ \n]+\Z",
            match.string[max(0, match.start() - 16) : match.start()],
        )
    ),
    wording=_year_told,
)
