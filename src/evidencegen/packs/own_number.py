"""Numbers that a sentence brings along, where each has to come from a figure."""

import re
from collections.abc import Iterator

_FIRST = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: n for n, word in enumerate(_FIRST, 1)}
NOT_COUNTED = "services?|homes?|sites|principles|steps|stages|questions|pages"
"""What everybody can count who reads a document or knows the provider: numbers of these point at nobody."""
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety dozens? hundreds? thousands?"
_COMPOUND = "|".join(_TENS.split()[:8]) + r")[- ](?:" + "|".join(_FIRST[:9])
_WORDS = "|".join([*(word for word in NUMBERS if word != "one"), *_TEENS.split(), *_TENS.split()])
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS = r"(?:(?:working|calendar|full|clear)[ -])?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_PARTS_OF_A_TEXT = (
    "sections?|ss?|regulations?|regs?|articles?|schedules?|parts?|chapters?|paragraphs?|paras?|steps?|notes?|annex|appendix|"
    "pages?|levels?|versions?|clauses?|rules?|forms?|questions?|standards?|rows?|volumes?|lots?|bands?|tiers?|phases?|"
    "grades?|stages?|criteri(?:on|a)|KPIs?|domains?|case\\ stud(?:y|ies)|examples?"
)
_OF_THE_DOCUMENT = "words|characters|tables?|charts?|columns?|shares|ranges|rules|sections|measures|registers"
_GOES_ON = "(?:and|or|to|we|our|it|they|the|for|that|when|because|with|by|as|on|at|after|is|was|has|have)"
_NUMBERED = r"\d+[a-z]?(?:[.(]\w+\)?)*"
_NO_COUNTS = re.compile(
    rf"""
    \b(?:Act|Regulations|Order|Rules|Code|Guidance|Framework|Strategy)\ (?:19|20)\d\d\b
    | \b(?i:{_PARTS_OF_A_TEXT})\.?\ ?{_NUMBERED}(?:(?:,|,?\ and|,?\ or|\ to|–|-)\ ?{_NUMBERED})*
    | \b95%\ (?:range|confidence|interval)
    | \b24/7\b
    | \b\d{{1,2}}(?:[.:]\d\d)?\ ?[ap]\.?m\b | \b(?:at|by|until|before|after|from)\ \d{{1,2}}[.:]\d\d\b(?!\ ?%)
    | \b(?:aged?|ages|under|over)\ \d{{1,3}}(?:s\b|(?:\ (?:to|and|or)\ |–|-)(?:\d{{1,3}}|over|above|older|younger)\b)
    | \baged?\ (?:about\ )?\d{{1,3}}\b
    | \b\d{{2}}(?:\+|\ and\ (?:over|older)|\ or\ (?:over|older))(?!\w)
    | \b[1-4](?::[1-9]|-to-[1-9])\b
    | \b(?:\d+|(?i:one|{_WORDS}))(?:\ (?:to|or|and)\ (?:\d+|(?i:{_WORDS})))?[ -](?i:{_UNITS})\b
    | \b[A-Z]{{2,}}[ -]?\d[\d.:-]*
    | \b\d{{1,2}}\ (?:{_MONTHS})(?:\ (?:19|20)\d\d)?\b
    | \b(?:in|since|from|until|by|before|after|during|of|{_MONTHS})\ (?:19|20)\d\d\b(?!\ (?!{_GOES_ON}\b)[a-z])
    | \b(?:\d+|(?i:{_WORDS}))\ (?:{NOT_COUNTED}|{_OF_THE_DOCUMENT})\b
    | \b0\d{{2,4}}\ ?\d{{3}}\ ?\d{{3,4}}\b
    | \b(?i:call|ring|dial|phone|and|or|on)\ (?:999|101|111|112)\b(?!\ (?!{_GOES_ON}\b|if\b|in\b)[a-z])
    | (?<![\d:])[0-2]\d:[0-5]\d\b(?!:)
    | \b(?i:number\ is(?!\ 0)|number|size|room|flat|bus|ward|plot|route|reference|ref|no\.):?\ \d{{1,9}}[a-z]?\b(?!\ ?%)
    | \b(?:[Ss]he|[Hh]e)\ (?:is|was)\ \d{{1,3}}\b(?=\ (?:and|when|then|now)\b|[,.])
    | \b(?:over|under|turned)\ \d{{2}}\b(?=\ (?:may|can|who|and|or|should|are|have|live|in)\b|[,.;])
    | \b(?:holds?|seats?|sleeps)\ \d+\b | \b\d{{1,2}}[.:]\d\d\ (?:visit|bus|train|call|round|slot)\b
    | \b(?:costs?|fees?|price|charge[sd]?)\b[^.;£]{{0,20}}£[\d,.]+\b
    | \b[A-Z]-\d{{1,4}}\b | \b(?i:case|story|question|section|part)\ \d+\ of\ \d+\b
    | \bseven\ (?:points\ )?in\ a\ row\b
    | \btwo\ of\ three\ (?:points\ )?(?:lie\ )?near\b
    """,
    re.VERBOSE,
)
_NUMBERS = re.compile(
    rf"(?<![A-Za-z_\d])[£]?\d[\d,.]*\d?%?(?: per ?cent)?"
    rf"|\b(?:{_COMPOUND})\b(?: per ?cent)?"
    rf"|\b(?:{_WORDS})\b(?=[ -](?:thirds?|quarters?|[a-z]+))(?!-(?:way|stage|step|tier|part|sided))"
    rf"|\b(?:half|a third|one third|a quarter|one quarter) of\b(?!\ an?\b)|\bone in\b(?= (?:{_WORDS}))",
    re.IGNORECASE,
)


def own_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Each number that a text brings along, and where it begins.

    Years of Acts, sections, steps, days within which something is done, dates, names such as ISO 9001, the words "95%
    range" and the rules of Making Data Count count nothing, and neither do the services, principles and tables that
    everybody can count.
    """
    masked = _NO_COUNTS.sub(lambda match: "\ue001" * len(match[0]), text)
    for match in _NUMBERS.finditer(masked):
        yield match.start(), match[0]
