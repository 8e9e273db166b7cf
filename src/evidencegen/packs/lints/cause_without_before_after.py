"""A change put down to what the provider did, without what it was before and after."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words
from evidencegen.packs.mention import mentions
from evidencegen.packs.saying import OUR_WORK, PEOPLE, is_claimed

_BETTER = (
    r"(?:improv\w+|reduc\w+|increas\w+|decreas\w+|fell|fall(?:en|ing)?|rose|ris(?:en|ing)|rise|fewer|more|less|"
    r"better|safer|"
    r"sooner|faster|higher|lower|halv(?:ed|ing)|doubled|trebled|tripled|greater|drop(?:ped|s)?|cut|raised|stronger|"
    r"came down|come down|went (?:up|down)|gone (?:up|down)|is (?:up|down)|are (?:up|down)|was (?:up|down)|"
    r"declin\w+|shorter|"
    r"quicker|grew|grown|growing|eased|feel (?:safer|listened)|transform\w+|strengthen\w+|happier|calmer|confident|"
    r"eliminat\w+|prevent\w+|turn(?:ed)? (?:\w+ )?around|success|gains?|progress|climb\w*|plummet\w*|shrunk|lifted|"
    r"boost\w*|enhanc\w+|rarer?|virtually no|stopped|disappear\w*|(?:driven|drove|brought|brings|pushed|kept) "
    r"(?:\w+ )?(?:down|up))"
)
_BECAUSE = (
    r"(?:as a (?:direct )?(?:result|consequence) of|a (?:direct )?(?:result|consequence|product) of|thanks to|"
    r"because of|due "
    r"(?:\w+ )?to|owing to|following|(?<!been )(?<!go )(?<!went )through|down to|on account of|on the back of|"
    r"attribut\w+ (?:\w+ )?to|credited to|"
    r"stem\w* from|result\w* from|driven by|brought about by|caused by|achieved (?:by|through)|by virtue of|"
    r"explained by|"
    r"since|after|with the help of|reflects?|(?<!compared )(?<!began )(?<!agreed )with(?= our| the new| better| more))"
)
_CAUSES = (
    r"(?:led to|leads to|result(?:ed|s|ing) in|means that|meant that|mean that|brought(?: about| down)?|driven?|drove|"
    r"drives|caused|causes|produced|produces|delivered|delivers|ensured|improved?|improves|reduced?|reduces|increased?|"
    r"increases|cut|cuts|halved|raised|transformed|strengthened|lifted|boosted|enhanced|prevented|made|makes|has "
    r"paid off|"
    r"turned|eliminated|shortened|created|creates|enabled|enables|helped|helps|given|gave|works|worked|lowered|doubled)"
)
_CAUSED = re.compile(
    rf"\b{_BECAUSE} (?P<a>(?:(?:our|the|this|these|a|an|that|its|better|new|more|stronger|regular|weekly|"
    rf"improved|joint) )+"
    rf"(?:[\w'’-]+ ){{0,4}}?{OUR_WORK})\b"
    rf"|\b(?P<b>(?<!led )(?<!of ){OUR_WORK}(?: of (?:\w+ ){{1,3}}?\w+)?) (?:\w+ly )?(?:(?:has|have|had) "
    rf")?(?:\w+ly |also |all )?"
    rf"{_CAUSES}\b(?: \w+)?"
    rf"|\b(?:since|after|because|now that) (?P<c>(?:we|our \w+|the (?:home|service|team)) (?:\w+ly |first |have |has )?"
    rf"(?:introduc|launch|start|invest|adopt|brought in|chang|mov|appoint|rolled out|set up|put in|train|began|"
    rf"implement|"
    rf"install|fitt|open|arriv|switch|redesign|creat|recruit|work|focus|ask|commit|listen|retrain|coach|brief|"
    rf"pilot|trial|taught|"
    rf"add|extend|doubl|met)\w*(?: [\w'’-]+){{0,3}})"
    rf"|\bby (?P<d>(?:introduc|launch|start|invest|adopt|bring|chang|mov|appoint|roll|sett|putt|train|implement|"
    rf"install|"
    rf"switch|redesign|creat|us|hold|provid|focus)ing [^,.;]{{3,50}}?),? (?:we|our|the (?:home|service|team))\b"
    rf"|\b(?P<f>(?:(?:our|the new|this new|a new) (?!{PEOPLE}\b)(?:(?!tenants|residents|people|families)[\w'’-]+ "
    rf"){{1,5}}?|"
    rf"(?:introducing|adopting|launching|using|having|bringing in) (?:[\w'’-]+ ){{1,5}}?))(?:\w+ly )?(?:has |"
    rf"have |had )"
    rf"(?:\w+ly )?{_CAUSES}\b(?: \w+)?"
    rf"|\bwe (?:have )?(?:\w+ly )?(?:reduced?|cut|halved|improved?|lowered|increased?|eliminated|prevented|doubled)"
    rf" (?:(?!\d)[\w'’-]+ ){{1,6}}?(?:by|through) (?P<g>\w+ing|our|the|a|new|better|more)\b"
    rf"|\b(?P<e>the (?:impact|effect|benefit|success) of (?:our|the|this) (?:[\w-]+ ){{0,3}}?{OUR_WORK})",
    re.IGNORECASE,
)
_OUTCOME = (
    r"(?:errors?|falls|incidents?|complaints?|delays?|waits?|absences?|turnover|injur(?:y|ies)|infections?|"
    r"admissions?|referrals?|medicines|mistakes|restraints?|sores|damage|grievances?|vacancies|sickness|bruis(?:es|"
    r"ing)|"
    r"how (?:staff|people|residents|teams|carers|we)|practice|confidence|reporting|recording|quality|morale|times?|"
    r"retention|outcomes|safety|standards|awareness|disputes|notifications?|calls|visits)"
)
"""What a provider counts and wants to see less or more of."""
_MARK = (
    r"(?:because of|thanks to|due to|as a (?:direct )?(?:result|consequence)|owing to|on account of|by reason of|"
    r"in consequence of|by virtue of|(?:is|are|was|were|come|came|put|puts) (?:\w+ )?down to"
    r"(?! (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b)|attributable to|"
    r"brought about by|(?:direct )?result of|is why|led to|leads to|leading to|resulted in|results in|resulting in|"
    r"had the effect of|has the effect of|credit(?:ed)? (?:\w+ ){0,5}?(?:to|with)|product of|(?:impact|effect) of|"
    r"produced|the reason|explains? (?:the|this|our|why)|(?:lies?|lay) behind|pa(?:ys|id) off|"
    r"mean(?:s|t)?(?= (?:that )?(?:\w+ )?(?:fewer|more|less|better|safer|quicker|faster|calmer|sooner)\b))"
)
"""What says that one thing came of another."""
_MADE = (
    rf"(?!(?:{PEOPLE}|we|they|it|he|she|who|councils?|that|which|i|you|to|and|not|is|are|was|were|be|been|has|have|had|"
    rf"also|\w+ly)\b)[\w'’-]+ (?:\w+ly )?(?:(?:has|have|had) (?:\w+ly |also )?)?(?:(?:cut|halved|reduced|improved|"
    rf"transformed|lowered|raised|lifted|boosted|shortened|sharpened|slashed|strengthened|eliminated|prevented|ended|"
    rf"doubled|trimmed|diminished) (?:the |our )?(?:[\w-]+ ){{0,3}}?{_OUTCOME}|made (?:[\w'’-]+ ){{1,4}}?(?:better|"
    rf"safer|"
    rf"calmer|quicker|faster|happier|more \w+)|(?:brought|driven|kept|pushed|drove) (?:[\w'’-]+ ){{1,4}}?(?:down|up))"
)
"""A thing that made something else better."""
_MARKED = re.compile(
    rf"\b{_MARK}\b|→|=(?= (?:fewer|more|less|better|safer|quicker|calmer))|=>|\b(?P<made>{_MADE})\b", re.IGNORECASE
)
_CAUSE_BEHIND = re.compile(
    r"(?:\bof|\bto|\bby|\bwith)\Z(?<!led to)(?<!leads to)(?<!effect of)(?<!impact of)", re.IGNORECASE
)
_OF_ONE = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
"""What tells that a sentence is the story of one person, in which nothing is measured."""
_BEYOND_US = re.compile(
    r"\b(?:lift|repairs?|weather|heat\w*|snow|illness|sickness|flu|covid|pandemic|outbreak|norovirus|strikes?|"
    r"council\w*|"
    r"hospital|leavers?|vacanc\w+|closures?|law|death|roadworks|refit\w*|refurb\w*|diet|holidays?|shortages?|"
    r"winter|summer|inflation|transport|traffic|maternity|landlord)\b",
    re.IGNORECASE,
)
"""Causes that a provider does not count as its own work."""
_CHANGED = re.compile(
    rf"\b(?:{_BETTER}|down|up|abat\w+|diminish\w*|swifter|rarer|earlier|less|smoother|clearer|settled|less often)\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\b(?:improv|reduc|increas|cut|halv|rais|transform|strength|lift|boost|enhanc|prevent|eliminat|shorten|lower|"
    r"doubl|paid off)\w*",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(r"\b(?:improved|increased|reduced|halved|doubled|grown)((?: \w+)?)\Z", re.IGNORECASE)
_OBJECT = re.compile(
    r" (?!(?:since|because|after|and|but|by|in|from|to|over|this|last|with|as|at|for|on|when|too|also|steadily|"
    r"year|every|"
    r"each|again|here|there|a lot|greatly|much)\b)[a-z]",
    re.IGNORECASE,
)
"""What is improved stands behind; where nothing does, a thing improved of itself."""
_BETTER_WORD = re.compile(rf"\b{_BETTER}\b", re.IGNORECASE)
_BEFORE_AND_AFTER = re.compile(
    r"\bfrom (?:about |over )?[\d£][^.;]{0,40}?\bto (?:about |over )?[\d£]|\bbefore\b[^.]*\bafter\b|"
    r"\bafter\b[^.]*\bbefore\b|\bup from\b|\bdown from\b|"
    r"\bcompared (?:with|to) \d",
    re.IGNORECASE,
)
_NOT_CLAIMED = re.compile(
    r"\b(?:not (?:yet )?(?:be )?(?:attribut\w+|credit\w+|put down)|do not claim|cannot say|cannot tell|may have|"
    r"might have|not know whether|too early|do not say|hope|aim|"
    r"intend|expect|(?<!i )would(?! say)|will)\b",
    re.IGNORECASE,
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for paragraph in words.prose:
        two_values = len({(m.per_cent, m.counted, m.out_of) for m in mentions(paragraph.text)}) > 1
        if _BEFORE_AND_AFTER.search(paragraph.text) and two_values:
            continue
        if re.search(r"\bfrom \d[\d,]* (?:\w+ ){0,2}to \d", paragraph.text):
            continue
        for sentence in paragraph.sentences:
            if match := next((m for m in _CAUSED.finditer(sentence.text) if _is_claimed(sentence.text, m)), None):
                start = sentence.start + match.start()
                yield Hit(paragraph, start, start + len(match[0]))
            elif match := next((m for m in _MARKED.finditer(sentence.text) if _is_marked(sentence.text, m)), None):
                start = sentence.start + match.start()
                yield Hit(paragraph, start, sentence.start + len(sentence.text))


def _is_marked(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence sets a change for the better beside words that say what it came of."""
    before, behind = text[: match.start()], text[match.end() :]
    is_cause_behind = bool(_CAUSE_BEHIND.search(match[0]))
    if _NOT_CLAIMED.search(text) or _OF_ONE.search(text) or not is_claimed(text, match.start()):
        return False
    if _BEYOND_US.search(behind if is_cause_behind else before) and not match[0].endswith(("result", "consequence")):
        return False
    if match["made"]:
        return True
    is_both = is_cause_behind or match[0].endswith(("result", "consequence"))
    return bool(_CHANGED.search(before + behind if is_both else behind))


def _is_claimed(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence says that something became better by what was done."""
    if _NOT_CLAIMED.search(text) or not is_claimed(text, match.start()):
        return False
    done = next((part for part in match.groups() if part), "")
    of_itself = _OF_ITSELF.search(match[0])
    if of_itself and not _OBJECT.match(text, match.end() - len(of_itself[1])):
        return False
    is_itself = (match["b"] or match["f"]) and _ITSELF.search(match[0], len(done))
    return bool(is_itself or _BETTER_WORD.search(text.replace(done, "")))


CAUSE = Lint(
    key="cause_without_before_after",
    title="Cause claimed without before and after",
    why="that one thing came after another does not show that it came of it",
    suggestion="give the figure before and after with both periods, say what else changed, or say what was done and "
    "no more",
    severity=Severity.WARN,
    find=_find,
)
