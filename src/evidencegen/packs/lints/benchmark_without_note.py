"""A published figure set beside the provider's own, with no word on what is not alike."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words
from evidencegen.packs.saying import is_claimed

_WHERE = (
    r"(?:national|England|English|UK|regional|county|sector|industry|local authority|council|borough|statutory|peer|"
    r"CQC|state of care|market|provider|benchmark|"
    r"similar providers?['’]?|other providers?['’]?|comparator|NHS England|NHS Digital|Skills for Care|ADASS|LGA|"
    r"ONS|DHSC|"
    r"safeguarding adults collection|SAC)(?:['’]s)?"
)
_WHAT = (
    r"(?:averages?|figures?|means?|rates?|benchmarks?|medians?|results?|norms?|percentages?|levels?|performance|data|"
    r"statistics|quartile|decile|picture|standard|share|total|number)"
)
_PLACE = (
    r"(?:England|UK|country|nation|region|county|sector|industry|borough|area|field|market|city|North|South|East|West|"
    r"Midlands|league|under|over|superior|favourably|par|low|high|nothing like|as \w+ as|\w+est\b|class)"
)
_ELSEWHERE = (
    r"(?:(?:most|many|all|some|three quarters of) (?:\w+ )?|(?:similar|other|comparable|neighbouring|rival|competing|"
    r"nearby|fellow|like) |our |the rest of the |in (?:most|many) )+(?:providers?|services?|homes?|organisations?|"
    r"councils?|authorities|agencies|peers?|competitors?|rivals?|neighbours?|counterparts|charities|companies|"
    r"sector|county|"
    r"region|country|field)"
)
_COMPARED = r"(?:\w{3,}er|more|less|worse)"
_BEATS = r"(?:outperform|outstrip|outshin|surpass|exceed|beat|out-?pac|lead|top|overtak)(?:e?s|ed|ing|e)?"
_BENCHMARK = re.compile(
    rf"\b(?:(?:above|below|{_COMPARED} than|ahead of|{_BEATS}|compared (?:with|to)|against|versus|in line with|"
    rf"close to|"
    rf"matches|the|than) )?(?:the )?{_WHERE}(?: \w+)? {_WHAT}\b"
    rf"|\b(?:compared (?:with|to)|against|versus|than) \d+(?:\.\d+)? ?(?:%|per ?cent) (?:across|in|for|throughout|of) "
    rf"(?:the )?(?:other )?{_PLACE}\w*"
    rf"|\b(?:nationally|regionally|across England|(?:across|in|for) (?:the )?(?:England|country|UK|sector|region|"
    rf"county|"
    rf"industry) as a whole|across the (?:country|sector|region|county|industry)|elsewhere in the \w+)\b"
    rf"|\b(?:{_BEATS}|(?:{_COMPARED}(?: \w+){{0,3}}? than)|ahead of|compared (?:with|to)|against|unlike|than|"
    rf"above|below) "
    rf"(?:in |at |for |with )?(?:those of |that of |those in |what )?(?:{_ELSEWHERE}|elsewhere|the (?:council|"
    rf"local authority|"
    rf"{_PLACE})|England|others)\b(?! (?:asked|told|said|decided|wrote))"
    rf"|\b(?:other|most|similar|neighbouring|comparable|rival) (?:providers?|homes?|councils?|services|agencies)"
    rf"(?: \w+){{0,5}}? (?:manages?|reach(?:es)?|reports?|achieves?|has|have|scores?|averages?|stands?|gets?) "
    rf"(?:only |just |about )?\d"
    rf"|\b(?:among|amongst|one of) the (?:best|highest|lowest|top|strongest|safest|leading)(?: \w+){{0,4}} (?:in|"
    rf"across|of|"
    rf"for|nationally)\b"
    rf"|\b(?:top|upper|best|highest|first|bottom|lowest) (?:\w+ )?(?:quartile|decile|quarter|third|ten|five|"
    rf"\d+%?|ranked|"
    rf"performing|performer)(?: \w+){{0,3}} ?(?:nationally|{_PLACE}|providers|councils|authorities|homes)\w*"
    rf"|\b(?:highest|lowest|best|safest|top|leading)(?: \w+){{0,3}} in the (?:whole )?{_PLACE}\b"
    rf"|\b(?:top|upper|bottom|first) (?:quartile|decile)\b|\b(?:half|twice|double) that (?:of|in|"
    rf"for) (?:the )?(?:{_WHERE}|{_PLACE})"
    rf"|\b(?:seldom|rarely|hardly ever|not often|never) (?:attained|matched|seen|reached|equalled|achieved|"
    rf"bettered) (?:by|in|at|"
    rf"among) {_ELSEWHERE}|\bthan (?:\w+ ){{0,3}}?(?:anywhere else|elsewhere|any other)\b"
    rf"|\bno (?:comparable|similar|other) (?:providers?|homes?|services?|organisations?)\b"
    rf"|\bleague tables?\b|\b(?:twice|half|double|three times|ahead of) (?:that of )?(?:the )?{_WHERE}(?: \w+)? {_WHAT}"
    rf"|\b(?:the|a|this|national|published) benchmark\b(?! (?:set|is set))"
    rf"|\bEngland(?: as a whole)? (?:at|is|was|stands|stood|as) ",
    re.IGNORECASE,
)
_OTHERS = (
    rf"(?:(?:the |an? )?{_WHERE}(?: \w+)?(?: {_WHAT})?|{_ELSEWHERE}|(?:similar|like)[- ](?:sized )?(?:homes|services|"
    rf"providers)|the (?:incumbent|competition|rest|norm|average|{_PLACE})|England|nationally|elsewhere|(?:typical|"
    rf"usual|"
    rf"normal|average|common) (?:in|across|for) (?:the )?(?:{_PLACE}|adult social care|social care))"
)
"""Those with whom a provider compares itself."""
_BESIDE = (
    rf"(?:(?!other|rather|either){_COMPARED}(?: \w+){{0,3}}? than|(?:above|below|under|ahead of|in excess of|"
    rf"set against|set beside|compar\w+ (?:well|"
    rf"favourably) (?:with|to)|short of|"
    rf"superior to|inferior to|"
    rf"on a par with|compared (?:with|to)|against|versus|unlike|nothing like as \w+ as|not as \w+ as|half as \w+ as|"
    rf"twice as \w+ as|as \w+ as|{_BEATS}))"
)
"""How it sets itself beside them."""
_BESIDE_OTHERS = re.compile(
    rf"\b{_BESIDE} (?:(?:is|are|what|that|those|of|the|in|at|rate|figures?|level|prevailing|found|seen|usual) ){{0,5}}?"
    rf"{_OTHERS}\b(?! (?:asked|told|said|decided|wrote))"
    rf"|\b(?:among|amongst|one of) the (?:\w+[- ])?(?:best|highest|lowest|top|strongest|safest|leading|most|fewest|"
    rf"shortest)"
    rf"(?:[- ]\w+){{0,4}} (?:in|across|of|for|nationally)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d ?(?:%|per ?cent\b)|\b\d+ of \d|\bper ?cent\b|\b(?:lower|higher|better|worse|above|below|beats?|outperform\w*|"
    r"sooner|faster|safer|twice|half|double|ahead|best|top|highest|lowest|leading|fewer|more|less|exceed\w*|surpass\w*|"
    r"outstrip\w*|in line with|league|under|over|superior|par|low|high|nothing like|as \w+ as|\w+est\b|\w+er than)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|never|cannot|any|without|nor|whether)(?: \w+){0,3} \Z", re.IGNORECASE)
_NOTE = re.compile(
    r"\b(?:not (?:directly )?(?:alike|comparable|the same)|cannot (?:be )?(?:directly )?compar\w+|not be compared|"
    r"differ(?:s|ent|ently|ence)?|"
    r"whereas|while ours|and ours|ours (?:counts?|of|is of)|counts? (?:enquiries|people|councils?|only)|is of "
    r"enquiries|are of enquiries|"
    r"unlike|not like for like|like with like|caution|care is needed|covers? (?:only|all|councils?))\b",
    re.IGNORECASE,
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    prose = words.prose
    for at, paragraph in enumerate(prose):
        told = " ".join(p.text for p in prose[at : at + 2])
        if _NOTE.search(told):
            continue
        for sentence in paragraph.sentences:
            matches = (m for one in (_BENCHMARK, _BESIDE_OTHERS) for m in one.finditer(sentence.text))
            match = next((m for m in matches if _is_set_beside(sentence.text, m)), None)
            if match:
                start = sentence.start + match.start()
                yield Hit(paragraph, start, start + len(match[0]))


def _is_set_beside(text: str, match: re.Match[str]) -> bool:
    """Whether the provider sets a number of its own beside that of others, or claims to be better."""
    if not _NUMBER.search(text) or _DENIED.search(text, max(0, match.start() - 30), match.start()):
        return False
    return is_claimed(text, match.start())


BENCHMARK = Lint(
    key="benchmark_without_note",
    title="A benchmark without its note",
    why="published figures count other things, such as the enquiries of councils, so the two are not alike",
    suggestion="say beside it whose figure it is, of which period, and what is not alike",
    severity=Severity.WARN,
    find=_find,
)
