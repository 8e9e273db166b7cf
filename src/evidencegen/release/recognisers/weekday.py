"""Days of the week, feasts and holidays."""

import re
from datetime import date

from evidencegen.release.recogniser import Recogniser

_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = r"(?: (?:morning|afternoon|evening|night|lunchtime|teatime)s?)?"
_FEAST = (
    r"christmas(?: (?:day|eve|week))?|boxing day|new year['’]?s? (?:day|eve)|new year|easter(?: (?:sunday|"
    r"monday|week|weekend))?|"
    r"good friday|palm sunday|whit(?:sun| monday)|ash wednesday|shrove tuesday|pancake day|(?-i:Lent|Advent)|"
    r"pentecost|eid(?:[ -]al[ -]\w+)?|"
    r"ramadan|diwali|vaisakhi|(?-i:Holi)|navratri|hanukkah|passover|purim|yom kippur|rosh hashanah|chinese new year|"
    r"lunar new year|"
    r"bonfire night|guy fawkes(?: night)?|hallowe['’]?en|valentine['’]?s day|mother['’]?s day|mothering sunday|"
    r"father['’]?s day|"
    r"st\.? (?:george|david|andrew|patrick|stephen|piran|swithin)['’]?s day|burns night|hogmanay|remembrance "
    r"(?:sunday|day)|"
    r"armistice day|may day|midsummer(?:['’]?s (?:day|eve))?|harvest festival|thanksgiving"
)


def _week_told(match: re.Match[str], _: date | None) -> str:
    when = (match["when"] or "").strip().lower()
    if match["many"]:
        return "once a week"
    words = {"on": "that week", "by": "within days", "": "that week"}.get(when, f"{when} that week")
    return "the week after" if match["after"] else words


# "each Friday" and "the first Thursday of the month" are how a service runs, and stay.
WEEKDAY = Recogniser(
    key="weekday",
    label="that week",
    pattern=re.compile(
        rf"(?<!each )(?<!every )(?<!first )(?<!second )(?<!third )(?<!last )(?<!\ba )(?:\b(?P<when>on|by|from|"
        rf"since|until|before|to)[ \n]+)?"
        rf"(?:the[ ](?:following[ ]|next[ ])?|last[ ]|next[ ]|that[ ]|this[ ]|following[ ])?\b{_DAY}"
        rf"(?P<many>s| (?:morning|afternoon|evening|night)s)?{_PART}(?P<after>[ ]after)?\b(?! (?:to|and) {_DAY})"
        r"(?! (?:club|group|session|class|"
        r"lunch|meeting|handover|handovers|visit|visits|market|rota|dinner|tea|roast|pool)\b)",
        re.IGNORECASE,
    ),
    is_real=lambda match: (
        bool(not match["many"] or match["when"])
        and not re.search(
            r"(?:each|every) \w+day(?:,| and| or| to)? \Z",
            match.string[max(0, match.start() - 24) : match.start()],
            re.IGNORECASE,
        )
    ),
    wording=_week_told,
)

LAST_WEEKDAY = Recogniser(
    key="last_weekday",
    label="the week before",
    pattern=re.compile(
        rf"\blast {_DAY}\b(?! of\b)(?! in\b){_PART}|\b(?:on[ ])?{_DAY} last\b(?! (?:week|month|year|night))",
        re.IGNORECASE,
    ),
)

FEAST = Recogniser(
    key="feast",
    label="a holiday",
    pattern=re.compile(
        rf"(?<=\b)(?P<when>(?:on|over|by|since|before|after|at|of|until|from|between|during|for|this|last|"
        rf"and)[ \n]+)(?:the[ ])?(?:{_FEAST})(?:[ ](?:19|20)\d\d)?\b",
        re.IGNORECASE,
    ),
    wording=lambda match, _: (
        f"{match['when']}a holiday" if match["when"].strip().lower() not in ("this", "last") else "around a holiday"
    ),
)

# A feast that is one day of the year is that day, with or without a word before it.
DAY_OF_A_FEAST = Recogniser(
    key="day_of_a_feast",
    label="a holiday",
    pattern=re.compile(
        r"\b(?:easter (?:sunday|monday)|good friday|boxing day|christmas (?:day|eve)|new year['’]?s (?:day|eve)|"
        r"palm sunday|"
        r"whit (?:sunday|monday)|bank holiday monday|ash wednesday|shrove tuesday|pancake day|mothering sunday|"
        r"remembrance sunday|maundy thursday|pentecost sunday)\b(?! (?:lunch|dinner|service|party|menu|rota|cover|"
        r"activities))",
        re.IGNORECASE,
    ),
)
