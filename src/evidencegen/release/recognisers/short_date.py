"""Dates as logs, texts and minutes write them: 10/2, the 25th, sat, w/c 3rd, feb, yesterday."""

import re
from datetime import date

from evidencegen.release.duration import WHEN, month_of, told, year_of
from evidencegen.release.recogniser import Recogniser

_NEAR = (
    r"(?P<when>\b(?:on|by|from|since|until|till|til|dated|before|after|of|for|due|to|w/c|wc|w/e|w/b|wb|between|and|"
    r"around|about)[: \n]+)"
)
_NOT_A_SHARE = (
    r"(?![\d/%]|[ ]?(?:of|cup|tablet|tab|dose|portion|pint|full|hour|way|hrs|price|mile|bottle|glass|teaspoon)s?\b)"
)
_SCORED = re.compile(
    r"\b(?:pain|scor\w*|mood|bp|rated|rating|ate|took|drank|about|chapter|managed|finished|left|had|gcs|out of|"
    r"news2?|flat|"
    r"ratio|approx|half|vision|is|was|sleep|step|part)[: \n]+(?:\w+[ ])?\Z",
    re.IGNORECASE,
)
_SHORT_DAY = r"(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?|r)?|fri|sat(?:ur)?|sun)"
_VERB_AFTER = re.compile(
    r"[ ](?:in|on|with|down|up|at|by|outside|beside|and|next|there|quietly|alone|watching|waiting|talking|opposite)\b"
)
_SHORT_MONTH = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_ORDINAL = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)"
_RANKED = re.compile(
    r"[ ](?!and\b|or\b|at\b|by\b|when\b|she\b|he\b|they\b|we\b|i\b|but\b|to\b|for\b|in\b|on\b|with\b|after\b|"
    r"before\b|am\b|pm\b|"
    r"agency\b|morning\b|evening\b|afternoon\b|night\b|inst\b|ult\w*\b|is\b|was\b|if\b|so\b|told\b|rang\b|said\b|"
    r"as\b|then\b|"
    r"staff\b|please\b|pls\b|x\b|because\b|until\b|till\b|from\b|not\b|no\b|it\b|that\b|this\b|his\b|her\b|their\b|"
    r"my\b|the\b|a\b)"
    r"[a-z]",
)
_AGO = {"yesterday": "the day before", "last night": "the night before", "tomorrow": "the next day"}


def _day_told(match: re.Match[str], concern: date | None) -> str:
    parts = match.groupdict()
    month = parts["month"]
    try:
        number = int(month) if month.isdigit() else month_of(month)
        day = date(year_of(None, number, int(match["day"]), concern), number, int(match["day"]))
    except ValueError:
        day = None
    when = (parts.get("when") or "").strip().lower()
    if when in ("w/c", "wc", "w/e", "w/b", "wb"):
        return told("", day, concern) if day and concern else "that week"
    if when in ("due", "for", "to"):
        return f"{match['when']}{told('', day, concern)}" if day and concern else f"{match['when']}[date]"
    return told(parts.get("when"), day, concern) if day and concern else f"{parts.get('when') or ''}[date]"


def _is_no_share(match: re.Match[str]) -> bool:
    day, month = int(match["day"]), int(match["month"])
    share = (day, month) in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (24, 7)) or (day <= month and month in (5, 10))
    before = match.string[max(0, match.start() - 24) : match.start()]
    return not _SCORED.search(before) and (not share or bool(match.groupdict().get("when")))


def _is_a_day(match: re.Match[str]) -> bool:
    """Whether "sat", "sun" and "wed" are days here, and no verb or star; the others hardly are anything else."""
    day, text = match["day"].lower(), match.string
    if day not in ("sat", "sun", "wed", "mon", "tue", "satur", "wednes"):
        return True
    if match["when"] and not _VERB_AFTER.match(text, match.end()):
        return match["when"].strip().lower() not in ("of", "as") or day != "sun"
    if match.end() > match.end("day") or day in ("mon", "tue"):
        return True
    before = re.search(r"([^\W\d_]+)[ \n]\Z", text[max(0, match.start() - 16) : match.start()])
    if match["day"][0].isupper() and before and not text[match.start("day") + 1].isupper():
        return True
    stands_alone = bool(re.match(r"[ ]?(?:[-–:.,;!?)&+/]|\n|\Z|\d| not\b| or\b)", text[match.end() :][:5]))
    if day == "sun":
        return stands_alone and not (before and before[1].lower() in ("the", "hot", "of"))
    return stands_alone and not (
        before
        and before[1].lower() in ("he", "she", "they", "i", "we", "who", "just", "and", "then", "was", "were", "is")
    )


def _is_day_of_month(match: re.Match[str]) -> bool:
    rank = re.search(r"(?<!\d)[123](?:st|nd|rd)", match.group())
    if _RANKED.match(match.string, match.end()):
        return False
    return not rank or (
        bool(match["when"] or match["the"])
        and not re.match(r"[ ](?:to|in|and|at)\b", match.string[match.end() : match.end() + 5])
    )


def _is_a_month(match: re.Match[str]) -> bool:
    when, month = (match["when"] or "").strip().lower(), match["month"].lower()
    if month in ("may", "march", "august", "april", "june", "jan"):
        return (
            when in ("in", "since", "until", "till", "during", "by", "from", "of")
            and not re.match(
                r" (?:said|told|is|was|has|rang|the|on|be|not|have)\b", match.string[match.end() : match.end() + 6]
            )
            and not (month in ("may", "march") and match["month"].islower() and when in ("of", "from", "by", "in"))
        )
    return True


def _month_told(match: re.Match[str], concern: date | None) -> str:
    month = month_of(match["month"])
    if not concern:
        return f"{match['when'] or ''}[month]"
    day = date(year_of(None, month, 15, concern), month, 15)
    if (day.year, day.month) == (concern.year, concern.month):
        return f"{match['when'] or 'in '}the month of the concern"
    return told(match["when"], day, concern)


# At the head of a line, as logs have it: "10/2 07.50 up and washed"; a bullet or a bracket may stand before.
DATE_OF_AN_ENTRY = Recogniser(
    key="date_of_an_entry",
    label="[date]",
    pattern=re.compile(
        rf"(?:(?<=\n)|\A)(?P<lead>[ \t>*•\[(]*)(?P<detail>(?:{_SHORT_DAY}(?:day)?[ ]+)?(?P<day>0?[1-9]|[12]\d|"
        r"3[01])[/.]"
        r"(?P<month>0?[1-9]|1[0-2])(?![\d/%]|[.]\d))(?=[ \t:,\-–\])\n])",
        re.IGNORECASE,
    ),
    is_real=lambda match: (
        "." not in match["detail"]
        or bool(re.match(r"[ ]+[0-2]?\d[.:][0-5]\d", match.string[match.end() : match.end() + 8]))
    ),
    wording=_day_told,
)

DATE_WITH_A_STROKE = Recogniser(
    key="date_with_a_stroke",
    label="[date]",
    pattern=re.compile(
        rf"{_NEAR}?(?:{_SHORT_DAY}(?:day)?[ ]+)?(?<![\w/.£])(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|"
        rf"1[0-2]){_NOT_A_SHARE}",
        re.IGNORECASE,
    ),
    is_real=_is_no_share,
    wording=_day_told,
)

WEEK_OF = Recogniser(
    key="week_of",
    label="that week",
    pattern=re.compile(
        rf"\b(?:w/c|wc|w/e|w/b|wb|week (?:commencing|beginning|ending))[.: ]+(?:the )?(?:{_ORDINAL}|"
        rf"\d{{1,2}}(?:[/.]\d{{1,2}})?)\b"
        rf"(?: (?:of )?{_SHORT_MONTH}\w*)?(?: (?:20)?\d\d\b)?",
        re.IGNORECASE,
    ),
)

DAY_SHORTENED = Recogniser(
    key="day_shortened",
    label="that week",
    pattern=re.compile(
        r"(?<![\w\-/@#.])(?P<when>(?:on|by|from|since|until|till|til|last|next|this|for|as|of)[ "
        rf"\n]+)?(?P<day>{_SHORT_DAY})\b(?!['’]s\b|[\-@\w])"
        rf"(?:[ ]+(?:the[ ])?{_ORDINAL}\b|[ ]+(?:am|pm|eve|night|morning|afternoon|morn|aft)\b)*",
        re.IGNORECASE,
    ),
    is_real=_is_a_day,
    wording=lambda match, _: {"by": "within days", "last": "the week before", "next": "the week after"}.get(
        (match["when"] or "").strip().lower(),
        f"{match['when']}that week"
        if (match["when"] or "").strip().lower() in ("from", "since", "until", "till", "til", "for", "as", "of")
        else "that week",
    ),
)


ORDINAL_ALONE = Recogniser(
    key="ordinal_alone",
    label="[date]",
    pattern=re.compile(
        r"(?P<when>\b(?:on|by|from|since|until|till|til|before|after|between|and|to|of|for|due)[ "
        rf"\n]+)?(?P<the>\bthe[ \n]+)?(?<![\w\-/]){_ORDINAL}\b(?![\-/]|[ ]?(?:floor|birthday|century|"
        r"time|edition|anniversary|of the month|grade|year|visit|of (?:the|each|every)|percentile|centile|week|day|"
        r"month|aid|party|dose|row|place|stage|person|class|"
        r"hand|world|quarter|line|street|avenue|fall|attempt|call|letter|draft|meeting|review|shift|round))(?:[ "
        r"](?:inst|ult|ultimo|instant)\b(?:\.(?![ ][A-Z]))?)?",
        re.IGNORECASE,
    ),
    is_real=_is_day_of_month,
    wording=lambda match, _: {
        "between": "between a day soon after", "and": "and a day soon after", "by": "within days", "on": "on a day "
        "soon after",
        "": "a day soon after",
    }.get((match["when"] or "").strip().lower(), f"{match['when']}a day soon after"),
)  # fmt: skip


MONTH_SHORTENED = Recogniser(
    key="month_shortened",
    label="[month]",
    pattern=re.compile(
        rf"{WHEN}\b(?:(?:early|mid|late|last|next|the|this)[ \-])?(?P<month>jan|feb|apr|aug|sept|oct|nov|dec|jun|"
        r"jul|august|april|march|may|june|july)\b(?!['’]s? (?:said|told)|\.\w|[@_])(?:[ ]['’]?\d\d\b(?![:.]\d))?",
        re.IGNORECASE,
    ),
    is_real=_is_a_month,
    wording=_month_told,
)


YESTERDAY = Recogniser(
    key="yesterday",
    label="the day before",
    pattern=re.compile(
        r"\b(?P<day>yesterday|last night)(?: (?:morning|afternoon|evening|night|lunchtime|teatime))?(?:['’]s)?\b",
        re.IGNORECASE,
    ),
    wording=lambda match, _: _AGO[match["day"].lower()] + ("'s" if match.group()[-2:] in ("'s", "’s") else ""),
)

YEAR_SHORTENED = Recogniser(
    key="year_shortened",
    label="[year]",
    pattern=re.compile(
        r"(?P<when>\b(?:in|since|from|until|of|back in|summer|winter|spring|autumn)[ \n]+)['’]\d\ds?\b", re.IGNORECASE
    ),
    wording=lambda match, _: f"{match['when']}an earlier year",
)
