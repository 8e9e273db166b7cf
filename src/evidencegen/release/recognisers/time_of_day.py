"""Exact times of day, told as its parts. A whole or half hour tells nobody who was there, and stays."""

import re
from datetime import date

from evidencegen.release.recogniser import Recogniser

_PARTS = ((5, "the early hours"), (12, "the morning"), (17, "the afternoon"), (21, "the evening"), (25, "the night"))
_MEASURED = re.compile(
    r"(?:\b(?:(?:rose|fell|up|down|increased|decreased|dropped|grew) (?:from|to|by)|"
    r"temp(?:erature)?|weigh(?:t|s|ed|ing)?|bm|bms|glucose|sugars?|version|sections?|para(?:graph)?|"
    r"reg(?:ulation)?s?|of|score|ratio|v|"
    r"inr|hba1c|potassium|dose|page|chapter|standard|point|item|clause|no|number|ref)[.: ]+(?:(?:is|was|at|now|of) "
    r")?|[£$€<>=~])\Z",
    re.IGNORECASE,
)
_UNIT = (
    r"(?![\d%]|[.:/]\d|[ ]?(?:kg|kgs|g|mg|mls?|l|cm|mm|m|miles?|metres?|mmol|stone|st|lbs?|per|percent|points?|hours|"
    r"hrs(?= of)|million|k|x)\b)"
)


def _part_of_day(match: re.Match[str], _: date | None) -> str:
    hour = int(match["hour"]) % 24
    if len(match["hour"]) == 1 and 0 < hour < 7 and not match["half"]:
        return "that day"
    half = (match["half"] or "").lower().replace(".", "")
    hour = hour % 12 + 12 if half.startswith("p") else hour % 12 if half.startswith("a") else hour
    part = next(words for until, words in _PARTS if hour < until)
    when = (match.groupdict().get("when") or "").strip().lower()
    return f"in {part}" if when in ("", "at", "about", "around", "approx", "@") else f"{when} {part}"


_WHEN = r"(?:(?P<when>\b(?:at|by|from|until|till|before|after|since|about|around|approx|to)|@)[ \n]*(?<=[ \n@]))?"

TIME_OF_DAY = Recogniser(
    key="time_of_day",
    label="that day",
    pattern=re.compile(
        rf"{_WHEN}(?<![\d.:£/])(?P<hour>[01]?\d|2[0-3])(?P<stop>[.:])(?P<minutes>[0-5]\d)(?![\d])"
        rf"(?:[ ]?(?P<half>(?:am|pm|hrs|hours)\b|a\.m\.|p\.m\.))?{_UNIT}",
        re.IGNORECASE,
    ),
    is_real=lambda match: match["minutes"] not in ("00", "30") and _is_a_time(match),
    wording=_part_of_day,
)

# "0750hrs", "1415 hours", and "at 0750" with its nought.
TIME_WITHOUT_A_STOP = Recogniser(
    key="time_without_a_stop",
    label="that day",
    pattern=re.compile(
        rf"{_WHEN}(?<![\d.:£/\-])(?P<hour>[01]\d|2[0-3])(?P<minutes>[0-5]\d)[ ]?(?P<half>hrs|hours|hr|h)\b(?! of)"
        r"|\b(?:at|@|by|from|until|approx)[ ]?(?P<hour2>[01]\d|2[0-3])[0-5]\d(?![\d\-/])(?=[ ,.;:)]|\n|\Z)",
        re.IGNORECASE,
    ),
    wording=lambda match, concern: _part_of_day(match, concern) if match["hour"] else _of_hour(int(match["hour2"])),
)

# "0115 buzzer x3": four figures at the head of an entry of a log; 1900 to 2059 could be years.
TIME_AT_THE_HEAD = Recogniser(
    key="time_at_the_head",
    label="that day",
    pattern=re.compile(
        r"(?:(?<=\A)|(?<=\n)|(?<=[.;] ))(?P<detail>(?P<hour>0\d|1[0-8]|2[1-3])[0-5]\d)(?=[ ][a-z\[]|[ ][A-Z][a-z])"
        r"(?![ ](?:people|staff|calls|visits|hours|concerns|records|adults|residents|of|in|to|or|and|were|was|per)\b)"
    ),
    wording=lambda match, _: _of_hour(int(match["hour"])),
)

TIME_IN_WORDS = Recogniser(
    key="time_in_words",
    label="that day",
    pattern=re.compile(
        r"\b(?:(?:at|about|around|by) )?(?:just (?:before|after) )?(?:(?:a )?quarter|five|ten|twenty(?:[- ]five)?"
        r") (?:past|to) (?:one|two|three|four|five|six|"
        r"seven|eight|nine|ten|eleven|twelve|\d{1,2})\b",
        re.IGNORECASE,
    ),
)


def _of_hour(hour: int) -> str:
    return f"in {next(words for until, words in _PARTS if hour < until)}"


def _is_a_time(match: re.Match[str]) -> bool:
    """With a colon or am or pm it is; with a stop, unless what stands before measures something."""
    if match["half"] or match["stop"] == ":":
        return not re.search(r"\b\d+\Z|[A-Za-z]\Z", match.string[max(0, match.start("hour") - 3) : match.start("hour")])
    return not _MEASURED.search(match.string, max(0, match.start("hour") - 24), match.start("hour"))
