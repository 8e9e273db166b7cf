"""Any other run of three digits or more, or of digits mixed with letters, unless a rule vouches for it."""

import re

from evidencegen.release.recogniser import Recogniser

_UNITS = (
    r"%|per cent|percent|ml|mls|mg|mcg|g|kg|kcal|cm|mm|mmhg|km|miles?|metres?|litres?|l|hours?|hrs?|minutes?|"
    r"mins?|seconds?|days?|nights?|weeks?|months?|"
    r"years?|doses|words|calls|visits|shifts|people|residents|staff|members|records|charts|audits|questions|"
    r"items|pages|times|points|steps|degrees|calories|"
    r"beds|places|homes|hits|views|percentage|adults|concerns|enquiries|referrals|observations|forms|plans|"
    r"reviews|responses|letters"
)
# What may stand: numbers of the law and of guidance, levels, shares, counts with a unit, emergency numbers, hours.
_VOUCHED = re.compile(
    rf"""(?ix) \b(?:sections?|ss?\.?|regulations?|reg\.?|schedule|articles?|paragraphs?|para|
    part|chapter|annex|appendix|table|figure|
    level|grade|stage|version|v|quarter|q|step|domain|standard|principle|iso|bs|en|rule|form|page|slide|year|type|category|band|question|outcome|key|article)
    [ ]?(?:[a-z]?\d+[a-z]?(?:[.]\d+)*)(?:\([0-9a-z]+\))*(?:(?:,|[ ]and|[ ]to|[ ]or)[ ]\d+[a-z]?\b)*
    | \b(?:act|regulations|order|rules|convention)[ ](?:\([^)]*\)[ ])?(?:19|20)\d\d\b | (?<=\)[ ])(?:19|20)\d\d\b
    | \b(?:ng|qs|cg|ph|sc|ta|mpg)[ ]?\d{{1,3}}\b
    | \b\d+(?:\.\d+)?[ ]?(?:{_UNITS})(?![a-z\d])
    | \b\d{{1,3}}(?:,\d{{3}})*[ ]?(?:{_UNITS})(?![a-z\d])
    | \b\d{{1,4}}[ ]out[ ]of[ ]\d{{1,4}}\b | \b\d{{1,4}}[ ]of[ ](?:the[ ])?\d{{1,4}}\b(?!/)
    | \bper[ ]\d{{1,3}}(?:,?000)*\b | \b(?:999|101|111|112|116[ ]123|24/7)\b
    | \b(?:[01]?\d|2[0-3])[.:]?(?:00|30)?[ ]?(?:am|pm)\b | \b(?:[01]\d|2[0-3]):(?:00|30)\b
    | \b\d{{1,2}}(?:st|nd|rd|th)\b | \b(?:in[ ](?:his|her|their|my|your|our)[ ](?:early[ ]|late[ ])?)[2-8]0s\b
    | \b(?:covid-19|news2|s42|s\.42|p\d|d\d|b12|l[1-5]|[xa]x?\d{{1,2}}|2d|3d|h2o|co2|1:1|2:1|1-1|1to1|4x4|w3c|dols\d+)\b
    | \b\d{{1,2}}-(?:hourly|hour|minute|day|week|month|year|bed|bedded|point|step|page|to)\b
    """
)
_RUN = re.compile(r"(?<![\w.])(?=[\w\-/.,:]*\d)[\w]+(?:[\-/.,:][\w]+)*")


def _is_unvouched(match: re.Match[str]) -> bool:
    run = match.group()
    mixed = bool(re.search(r"[^\W\d_]", run))
    longest = max((len(digits) for digits in re.findall(r"\d+", run.replace(",", ""))), default=0)
    if not mixed and longest < 3 and sum(c.isdigit() for c in run) < 6:
        return False
    window = max(0, match.start() - 60), match.end() + 24
    return not any(
        found.start() <= match.start() and match.end() <= found.end()
        for found in _VOUCHED.finditer(match.string, window[0], min(window[1], len(match.string)))
    )


UNVOUCHED_DIGITS = Recogniser(
    key="unvouched_digits",
    label="[number]",
    pattern=_RUN,
    is_real=_is_unvouched,
)
