"""A date told as time before or after the concern."""

from datetime import date

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WHEN = (
    r"(?:(?P<when>\b(?:on|in|by|at|during|from|since|until|till|dated|of|before|after|between|around|about|for)"
    r"[ ]+))?"
)
_LONGEST_IN_DAYS = 10
_LONGEST_IN_WEEKS = 75
_LONGEST_IN_MONTHS = 700
_LONGEST_IN_YEARS = 12


def since(day: date, concern: date) -> str:
    """How long before or after the concern a day lay, such as "about two weeks later".

    Rounded, so that the day cannot be worked out where the day of the concern is known.
    """
    days = (day - concern).days
    if days == 0:
        return "on the day of the concern"
    if days == 1:
        return "the day after"
    if days == -1:
        return "the day before the concern"
    return f"{_length(abs(days))} {'later' if days > 0 else 'before the concern'}"


def within(day: date, concern: date) -> str:
    """By when something was done, counted from the concern: "within about six weeks"."""
    days = (day - concern).days
    if days > 1:
        return f"within {_length(days)}"
    return "by the day of the concern" if days == 0 else since(day, concern)


def _length(days: int) -> str:
    if days < 5:
        return "a few days"
    if days <= _LONGEST_IN_DAYS:
        return "about a week"
    if days <= _LONGEST_IN_WEEKS:
        return f"about {_NUMBERS[round(days / 7)]} weeks"
    if days <= _LONGEST_IN_MONTHS:
        months = round(days / 30.44)
        return (
            f"about {_NUMBERS[months]} months" if months < 12 else "about a year" if months < 18 else "about two years"
        )
    years = round(days / 365.25)
    return f"about {_NUMBERS[years]} years" if years <= _LONGEST_IN_YEARS else "many years"


def year_of(digits: str | None, month: int, day: int, concern: date | None) -> int:
    """The year meant: as written, with its century, or the one that brings the day nearest to the concern."""
    if digits:
        year = int(digits)
        century = 2000 if year <= ((concern.year if concern else 2030) % 100) + 5 else 1900
        return year if year > 99 else century + year
    if not concern:
        return 1
    years = (concern.year - 1, concern.year, concern.year + 1)
    return min(years, key=lambda year: abs(date(year, month, min(day, 28)).toordinal() - concern.toordinal()))


def month_of(word: str) -> int:
    """1 to 12 from a month's name or its first three letters."""
    return 1 + next(number for number, month in enumerate(MONTHS) if month.startswith(word[:3].lower()))


def told(when: str | None, day: date, concern: date) -> str:
    """A date and the word before it, told from the concern: "by 2 May" may be "within about six weeks"."""
    preposition = (when or "").strip().lower()
    if preposition == "by":
        return within(day, concern)
    words = since(day, concern)
    if preposition in ("", "on", "in", "at", "during", "around", "about"):
        return words
    words = words.removeprefix("on ")
    return f"from {words}" if preposition in ("of", "dated") else f"{preposition} {words}"
