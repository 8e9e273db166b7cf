"""The days and periods that a sentence says its evidence is of, each with the day on which it ends."""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evidencegen.period import add_months

_MONTHS = tuple(month.lower() for month in month_name)
"""By number: nothing goes by 0."""
_MONTH = "|".join(month_name[1:])
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_SEASONS = {"spring": (5, 31), "summer": (8, 31), "autumn": (11, 30), "winter": (2, 28)}
_QUARTERS = {"1": (3, 31), "2": (6, 30), "3": (9, 30), "4": (12, 31)}
_SAID = re.compile(
    rf"(?P<lead>\b(?:the )?(?:year|quarter|months?|half|period|week)(?: (?:to|ended|ending))(?: (?:on|the))? |"
    rf"\bbetween \w+ (?:\d{{4}} )?and |\b(?:in|at|on|as at|from) )?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: day of)? (?P<month>{_MONTH}|(?:{_SHORT})\.?) (?P<year>(?:19|20)\d\d)"
    rf"|(?P<only_month>{_MONTH}|(?:{_SHORT})\.?) (?P<its_year>(?:19|20)\d\d)"
    r"|(?P<in_digits>[0-3]?\d(?P<sign>[/.-])[01]?\d(?P=sign)(?:(?:19|20)\d\d|[0-3]\d))(?![\d/-]|\.\d)"
    r"|FY ?(?:20)?(?P<account>\d\d)(?:[-/](?P<account_to>\d\d))?\b"
    r"|(?P<from>(?:19|20)\d\d)[-–/](?P<to>\d\d(?:\d\d)?)\b(?![-/\d])"
    r"|Q(?P<quarter>[1-4])(?: of)?,? (?P<of>(?:19|20)\d\d)(?![-/–]\d)"
    r"|(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?: of)? (?P<its>(?:19|20)\d\d)"
    r"|(?<![\w.,£/-])(?P<alone>(?:19|20)\d\d)(?!\w|[,./-]+\d))"
)
_NO_EVIDENCE = re.compile(
    r"\b(?:Act|Regulations|Order|Rules|Code|Guidance|Framework|Strategy|Standard|Standards|Policy|ADASS,|LGA,|since|"
    r"from|founded|established|opened|"
    r"registered|introduced|launched|changed|revised|updated|issued|published|until|by|before|after|signed|began|"
    r"started|joined|due|born|reviewed|renewed|approved|agreed|adopted|rated|inspected|redesigned)"
    r"(?: it| them)?(?: in| on)? ?\Z"
    r"|\b(?:founded|opened|introduced|launched|changed|revised|updated|published|signed|began|started|joined|adopted|"
    r"replaced|moved|rewrote|rewritten|redesigned|issue|edition|version)"
    r"(?: (?!and\b|but\b|that\b)[A-Za-z'’-]+){1,4} ?\Z"
)

_YEAR = re.compile(r"(?:19|20)\d\d|\bFY ?\d\d|\d[/.-]\d\d?[/.-]\d\d\b")
_OF_AN_ACT = re.compile(r" (?:Act|Regulations|Order|Rules|Code|Guidance|Strategy|Framework)\b")


@dataclass(frozen=True)
class Said:
    """A day or a period as a sentence says it: where, and the day on which it ends."""

    start: int
    end: int
    ends: date


def dates_in(text: str, as_at: date) -> Iterator[Said]:
    """Days and periods in order; not the years of Acts, nor days on which something began. A year alone that is not
    over on the day `as_at` ends with it.
    """
    for match in _SAID.finditer(text) if _YEAR.search(text) else ():
        if _NO_EVIDENCE.search(text, max(0, match.start() - 30), _first(match)):
            continue
        if _OF_AN_ACT.match(text, match.end()):
            continue
        try:
            ends = _end_of(match, as_at)
        except ValueError:
            continue
        yield Said(match.start(), match.end(), ends)


def days_said(text: str) -> list[tuple[int, int]]:
    """Where days, months and years stand in a text, whatever they are of."""
    return [match.span() for match in _SAID.finditer(text)] if _YEAR.search(text) else []


def _first(match: re.Match[str]) -> int:
    """Where the day itself begins, behind "the year to" and the like; before it where "in" stands there."""
    lead = match["lead"] or ""
    return match.start() + (0 if lead.strip() in ("in", "at", "on", "from", "as at", "") else len(lead))


def _end_of(match: re.Match[str], as_at: date) -> date:
    if match["day"]:
        return date(int(match["year"]), _number(match["month"]), int(match["day"]))
    if match["in_digits"]:
        day, month, year = map(int, match["in_digits"].split(match["sign"]))
        return date(year if year > 99 else 2000 + year, month, day)
    if match["account"]:
        return date(2000 + int(match["account_to"] or match["account"]), 3, 31)
    if match["only_month"]:
        return _last_of(int(match["its_year"]), _number(match["only_month"]))
    if match["from"]:
        first, last = int(match["from"]), match["to"]
        last_year = int(last) if len(last) == 4 else first - first % 100 + int(last)
        if last_year != first + 1:
            raise ValueError("no year of account")
        return date(last_year, 3, 31)
    if match["quarter"]:
        return date(int(match["of"]), *_QUARTERS[match["quarter"]])
    if match["season"]:
        return date(int(match["its"]), *_SEASONS[match["season"].lower()])
    year = int(match["alone"])
    return min(date(year, 12, 31), as_at) if year == as_at.year else date(year, 12, 31)


def _number(month: str) -> int:
    return next(n for n, name in enumerate(_MONTHS) if name and name.startswith(month.lower().rstrip(".")[:3]))


def _last_of(year: int, month: int) -> date:
    last = add_months(date(year, month, 1), 1)
    return date.fromordinal(last.toordinal() - 1)
