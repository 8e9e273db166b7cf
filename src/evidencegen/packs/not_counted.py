"""Numbers in a text that count nothing of a provider: days, times, references, ages, money, terms."""

import re
from functools import lru_cache

MASK = "\ue001"
"""One for each sign of a number that counts nothing."""
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun|Wednes)(?:day)?s?"
_AND = r"(?:,?\ (?:and|or|to)\ |,\ |\ ?[&–/-]\ ?)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DAYS = rf"""
    (?<![\w.])(?:[0-3]?\d([/.-])[01]?\d\1(?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d)(?![\w/])
    | \b\d{{1,2}}(?:st|nd|rd|th)\b
    | (?<![\w.,/])(?:{_DAY}{_AND})*{_DAY}\ (?:day\ of\ )?{_MONTH} |
      \b{_MONTH}\ {_DAY}(?:{_AND}{_DAY})*(?![\w%])(?!\ [a-z]+s\b)
    | \b(?:{_WEEKDAY}|on|of|by|until|till|since|dated|due)\ [0-3]?\d/[01]?\d(?![\w/])
    | \b{_WEEKDAY}\ {_DAY}\b
    | (?<![\d.,£/-])(?:1[6-9]|20)\d\d(?![\d/%]|[.,]\d|\ (?:of|out|people|staff|[a-z]+s)\b|\ ?per)
    | \b(?:FY|Q|H|P|wk|w/c)\ ?\d+(?:[-/]\d\d)?\b | \b(?:19|20)\d\d\ ?[-–/]\ ?(?:(?:19|20)\d\d|\d\d)\b
"""
_TIMES = r"""
    \b\d{1,2}(?:[.:]\d\d)?\ ?(?:[ap]\.?m\b|noon\b|o['’]clock\b) | (?<![\d:.])[0-2]?\d:[0-5]\d(?![:\d])
    | (?<![\d.,])(?:[01]\d|2[0-3])\.(?:00|15|30|45)(?![\d%]|\ ?per)
    | \b(?:at|until|till|before|after)\ (?:1?\d|2[0-4])(?:[.:]\d\d)?(?=[,.;)](?!\d)|\ (?:and|to|until|or|sharp)\b|$)
    | \b(?:0\d|1\d|2[0-3])[0-5]\d\ ?(?:hrs|hours)\b | \b24/7\b
    | \b(?:open|staffed|available|answered|manned|reached)\b[^.;\d]{0,25}\d{1,2}\ (?:to|until|
      and)\ \d{1,2}\b(?!\ [a-z]+s\b)
"""
_REFERENCES = r"""
    (?<![\w£])\+?(?:44|0)\d{2,4}[\ -]?\d{3}[\ -]?\d{3,4}\b
    | \b[A-Z]{1,2}\d{1,2}[A-Z]?\ \d(?:[A-Z]{2})?\b
    | (?<![\w£])(?=[\w/.-]*\d)(?![\d.,]+(?:k|m|bn|million)\b)(?=[\d/.-]*[A-Za-z])\w+(?:[/.-]\w+)*
    | \b[A-Z]{2,}[\ -]?\d[\w.:/-]* | (?:\b\d+,\ )+\d+,?\ (?:and|or|&)\ \d+[a-z]\b | \b\d{4}/[A-Z]\ \d+-\d+ |
      \b\d+(?:\.\d+){2,}\b | \b\d+(?:/\d+){2,}
    | (?<!['’])\b(?:section|s|ss|regulation|reg|article|clause|paragraph|para|policy|procedure|version|edition|
      issue)s?\.?\ \d+[\w.()]*
      (?:(?:,\ |,?\ (?:and|or|to|&)\ |[–-])\d+[\w.()]*)*
    | \bp{1,2}\.\ ?\d+(?:[–-]\d+)? | \#\d+
    | \b(?:999|101|111|112)\b(?=[,.;)]|\ (?:if|in|and|or|for|first|straight|call)\b|$)
"""
_AGES = r"""
    \b(?:(?:aged?|ages|age\ of|turn(?:ed|s|ing)|until)\ (?:about\ |over\ |under\ )?\d{1,3}s?|(?:under|over|
      above|below)[-\ ]\d\ds?)
      (?:\ ?(?:to|and|or|–|-)\ ?\d{1,3})?\b(?!\ ?%|\ [a-z]+s\b|\ people|\ staff)
    | \b\d{2}(?:\+|\ (?:and|or|years)\ (?:over|older|above|under|younger|upwards)\b)
    | (?<![\d.,£])\d{1,3}\ ?[–-]\ ?\d{1,3}(?![\d%]|\ ?per|\ (?:people|staff|residents|concerns))
    | \b\d\d0?s\b | \b\d{1,3}-(?:\ (?:and|to|or)\ \d+-)?(?:year|bed|hour|day|week|month|point|page|strong|step|
      seat|place)[\w-]*
"""
_MONEY = r"""
    (?:£|GBP\ ?)\d(?:[\d,.]*\d)?(?:\ ?(?:bn\b|m\b|k\b|million|billion|thousand))?
    | \b\d+p\b(?=\ (?:a|per|an)\b)
"""
_SIZES = r"""
    \b\d[\d,.]*\ ?(?:kg|mg|mcg|g|ml|mm|cm|m|km|mph|miles?|lbs?|stone|°C?|degrees|litres?|metres?|inches|inch|
      feet|ft|watts?|
      kW|[GM]B|amps?|volts?|pt|tablets?|puffs?|cal(?:orie)?s?|sq)\b
    | (?<!\w)\d+(?:\ ?[:+]\ ?\d+)+\b | \b\d+-to-\d+\b | \b(?:one|two|three|four)[-\ ]to[-\ ](?:one|two|three|
      four|five|six|eight|ten)\b
    | \b\d+\ ?[x×](?=\ ) | (?<!\w)[x×]\ ?\d+\b | \b(?:SWL|Arial|size|font)\ \d+
"""
_TERMS = r"""
    \b(?:capped|cap|limited|indexed|uplift(?:ed)?|increase\ of\ up|deposit|retention|weight(?:ed|ing)?|VAT|
      interest|discount|
      service\ credits?|liability|indemnity|penalt(?:y|ies))\b[^.;%\d]{0,30}\d[\d.]*\ ?(?:%|per\ ?cent)
    | \d[\d.]*\ ?(?:%|per\ ?cent)\ (?:VAT|(?:of|on)\ (?:the\ |its\ |our\ )?(?:\w+\ )?(?:[Cc]harges?|price|fees?|
      contract|
      marks?|score|cost|value|weighting|evaluation|invoice|salary|pay))\b
    | \b(?:[Pp]rice|[Qq]uality|[Ss]ocial\ value)\ \d{1,3}\ ?%(?=[^.;]*\b(?:evaluation|weight\w*|marks?|award)\b)
    | \b(?:code|[Vv][Aa][Tt]\ number|account|PIN|number)\ (?:is|was|of)\ \d[\d\ ]*\d\b(?!\ ?%)
    | \b(?i:page|case|story|question|part|section|slide|visit|week|day|step|item)\ \d+\ of\ \d+\b
    | \bscale\b[^.;]*?\d+[^.;\d]*\d+ | \b[1-5]\ out\ of\ 5\b(?=[^.;]*\b(?:hygiene|rating|stars?)\b)
    | \b(?:lift|hoist|minibus|bus|van|room|hall|table|car)\ (?:carries|takes|seats|holds|sleeps)\ \d+
    | \b(?:ratio|pass\ mark|threshold)\b[^.;\d]{0,25}\d+(?:\ (?:to|of|out\ of)\ (?:the\ )?\d+)?
    | \b\d+\ (?:out\ )?of\ (?:the\ )?\d+\ (?:points|marks|questions|standards|statements|principles|steps|
      domains|criteria)\b
    | \bone\ of\ (?:the\ |our\ |its\ )?\d+(?!\ ?%)
    | \b\d+\ (?:words|characters|pages|slides|questions|steps|standards|modules|principles|criteria|points|
      marks|domains|
      quality\ statements|statements|stages|sections|lots|columns|rows|tables|limbs|categories|bedrooms|beds|places|
      seats|rooms|floors|copies\ of\ this)\b
"""
_NOT_COUNTED = re.compile("|".join((_DAYS, _TIMES, _REFERENCES, _AGES, _MONEY, _SIZES, _TERMS)), re.VERBOSE)
_NUMBER = r"\d+[a-z]?(?:\.\d+)*"
_LABELLED = re.compile(
    rf"(?P<word>(?<!['’])\b(?:[A-Za-z]+|(?:No|no|ref|Ref|para|ext|fig|app)\.)) (?P<numbers>{_NUMBER}(?:(?:, |"
    rf" and | or | to | & |, and | ?[–-] ?){_NUMBER})*)"
    rf"(?![\d%]|[.,]\d| ?per ?cent|/\d| (?:out )?of (?:the |our )?\d)(?P<behind> [a-z'’-]+)?"
)
_LABEL = re.compile(
    r"(?:sections?|regulations?|articles?|schedules?|parts?|chapters?|paragraphs?|steps?|notes?|annex|appendix|"
    r"pages?|"
    r"levels?|versions?|clauses?|rules?|forms?|questions?|standards?|rows?|volumes?|lots?|bands?|tiers?|phases?|"
    r"grades?|"
    r"stages?|criteri(?:on|a)|KPIs?|domains?|stud(?:y|ies)|examples?|rooms?|wards?|flats?|units?|plots?|routes?|bus|"
    r"modules?|scenarios?|points?|slides?|tables?|figures?|charts?|weeks?|months?|days?|years?|issues?|editions?|"
    r"policy|policies|extension|ext|number|no|nos|ref|reference|item|action|principle|statement|key|category|"
    r"type|size|"
    r"font|model|schemes?|bay|door|line|code|ticket|invoice|order|box|file|folder|floor|zone|area|team|group|cohort|"
    r"round|draft|visit|objective|priority|outcome|requirement|quarter|period|option|method|task|shift|week|"
    r"addendum|answer|response|element|component|measure|indicator|test|exercise|session|unit|class)\Z",
    re.IGNORECASE,
)
"""Nouns that a number names one of."""
_NO_NAME = re.compile(
    r"(?:the|our|a|an|all|these|those|this|that|of|to|from|in|on|at|by|for|with|and|or|but|than|as|about|around|"
    r"nearly|"
    r"almost|over|under|some|only|just|another|other|further|least|most|every|per|about|is|are|was|were|be|been|"
    r"has|have|had|"
    r"we|they|it|i|he|she|own|who|whom|which|among|fully|partly|full|part|none|not|were|took|made|held|gave|put|"
    r"ran|saw|left|had|met|set|got|kept|sent|won|lost|found|"
    r"employ|support|hold|run|train|deliver|make|take|see|give|now|so|far|still|also|then|out|up|down|"
    r"between|after|before|since|until|last|next|first|average|averages|averaging|mean|total|totals|numbering|"
    r"roughly|approximately|some|more|fewer|less|numbers?|reached|exactly|there|where|when|of|respectively|"
    r"\w+ed|\w+ing)\Z",
    re.IGNORECASE,
)
"""Words that stand before a number without naming one thing."""
_VERB = re.compile(
    r" (?:is|was|has|covers?|applies|says|asks|comes|sets|gives|looks|lists|explains|describes|requires|opens|closes|"
    r"begins|starts|ends|shows|tells|needs|does|goes|this|us|as|its|his|plus|falls|deals|contains|includes|"
    r"concerns)\Z"
)
_PLURAL = re.compile(r" (?:[a-z-]+s|people|staff|men|women|children|near|new|more|other|different|full|part|\w+ing)\Z")
_DECIMAL = re.compile(
    r"(?<![\d.,£])\d+\.\d+(?!\d|[.,]\d| ?%| ?per ?cent| (?:out of|hours?|days?|weeks?|minutes?|min|months?|"
    r"years?|times|"
    r"million|thousand|points? (?:higher|lower|up|down|more)|[a-z-]+s)\b)"
)
_SCORED = re.compile(r"\b(?:averag\w+|mean|median|scor\w+|rat(?:e|ed|ing|es)|stars?)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def counted_only(text: str) -> str:
    """A text of the same length, with each number masked that is no count, share or average."""
    text = _NOT_COUNTED.sub(lambda match: MASK * len(match[0]), text)
    text = _LABELLED.sub(_masked_label, text)
    if _SCORED.search(text):
        return text
    return _DECIMAL.sub(lambda match: MASK * len(match[0]), text)


def _masked_label(match: re.Match[str]) -> str:
    """The number masked where the word before it names one thing by it: room 14, Arial 11, extension 2207."""
    word, behind = match["word"], match["behind"] or ""
    is_label = _LABEL.match(word) is not None or (
        _NO_NAME.match(word) is None and (_VERB.match(behind) is not None or not _PLURAL.match(behind))
    )
    if not is_label:
        return match[0]
    start, end = (at - match.start() for at in match.span("numbers"))
    if "," in match["numbers"] and _PLURAL.match(behind):
        end = start + match["numbers"].index(",")
    return match[0][:start] + MASK * (end - start) + match[0][end:]
