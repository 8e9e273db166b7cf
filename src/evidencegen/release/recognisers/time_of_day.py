"""Exact times of day, told as its parts. A whole or half hour tells nobody who was there, and stays."""

import re
from datetime import date

from evidencegen.release.recogniser import Recogniser

_PARTS = ((5, "the early hours"), (12, "the morning"), (17, "the afternoon"), (21, "the evening"), (25, "the night"))


def _part_of_day(match: re.Match[str], _: date | None) -> str:
    hour = int(match["hour"]) % 24
    half = (match["half"] or "").lower().replace(".", "")
    hour = hour % 12 + 12 if half.startswith("p") else hour % 12 if half else hour
    part = next(words for until, words in _PARTS if hour < until)
    when = (match["when"] or "").strip().lower()
    return f"in {part}" if when in ("", "at", "about", "around") else f"{when} {part}"


TIME_OF_DAY = Recogniser(
    key="time_of_day",
    label="that day",
    pattern=re.compile(
        r"(?:\b(?P<when>at|by|from|until|before|after|since|about|around|to)[ \n]+)?(?<![\d.:£])"
        r"(?P<hour>[01]?\d|2[0-3])[.:](?P<minutes>[0-5]\d)(?:[ ]?(?P<half>am|pm|a\.m\.|p\.m\.)|(?<=:\d\d))"
        r"(?![\d%])",
        re.IGNORECASE,
    ),
    is_real=lambda match: match["minutes"] not in ("00", "30"),
    wording=_part_of_day,
)
