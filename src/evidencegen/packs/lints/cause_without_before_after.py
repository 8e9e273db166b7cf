"""A change put down to what the provider did, without what it was before and after."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words
from evidencegen.packs.mention import mentions

_OURS = (
    r"(?:training|programmes?|approach|polic(?:y|ies)|procedures?|forms?|supervision|sessions?|champions?|leads?|"
    r"model|systems?|"
    r"initiatives?|works?|team|framework|project|scheme|pathway|routes?|tools?|audits?|changes?|testing|review|"
    r"workshops?|course|process|"
    r"investment|efforts?|interventions?|practice|culture|meetings?|service|huddles?|coaching|action|induction|"
    r"handovers?|checks?|walk-?arounds?|strategy|leadership|commitment|mentoring|sampling)"
)
_BETTER = (
    r"(?:improv\w+|reduc\w+|increas\w+|decreas\w+|fell|fall(?:en)?|rose|risen|fewer|more|less|better|safer|sooner|"
    r"faster|higher|lower|halved|doubled|"
    r"greater|drop(?:ped)?|cut|raised|reduction|improvement|drop|fall|rise|increase|decrease|stronger|came down|come "
    r"down|went (?:up|down)|gone (?:up|down)|declin\w+|"
    r"shorter|quicker|grew|grown|eased|feel (?:safer|listened))"
)
_CAUSED = re.compile(
    rf"\b(?:as a (?:direct )?result of|thanks to|because of|due to|owing to|following|through|down to|on account of) "
    rf"(?P<a>(?:our|"
    rf"the|this|these|a) (?:\w+ ){{0,3}}?{_OURS})\b"
    rf"|\b(?P<b>{_OURS}) (?:\w+ly )?(?:(?:has|have|had) )?(?:\w+ly )?(?:led to|resulted in|means that|meant that|"
    rf"brought about|driven?|drove|caused|produced|delivered|"
    rf"ensured|improved|reduced|increased|cut|halved|raised) (?:\w+ ){{0,3}}?(?:\w+)",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"\b(?:improved?|reduced|increased|cut|halved|raised)\b", re.IGNORECASE)
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
            match = _CAUSED.search(sentence.text)
            if not match or _NOT_CLAIMED.search(sentence.text):
                continue
            rest = sentence.text if _ITSELF.search(match[0]) else sentence.text.replace(match["a"] or "", "")
            if _BETTER_WORD.search(rest):
                start = sentence.start + match.start()
                yield Hit(paragraph, start, start + len(match[0]))


CAUSE = Lint(
    key="cause_without_before_after",
    title="Cause claimed without before and after",
    why="that one thing came after another does not show that it came of it",
    suggestion="give the figure before and after with both periods, say what else changed, or say what was done and "
    "no more",
    severity=Severity.WARN,
    find=_find,
)
