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
    r"(?:\w+ )?to|owing to|following|through|down to|on account of|on the back of|attribut\w+ (?:\w+ )?to|credited to|"
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
    rf"install|switch|redesign|creat|recruit|work|focus|ask|commit|listen|retrain|coach|brief|pilot|trial|taught|"
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
    r"\b(?:do not claim|cannot say|cannot tell|may have|might have|not know whether|too early|do not say|hope|aim|"
    r"intend|expect|would|will)\b",
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
