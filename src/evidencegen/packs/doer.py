"""Whose doing something in a sentence is: the provider's, another's, or nobody's who is named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from evidencegen.packs.saying import US

AUTHORITY = (
    r"(?:councils?|local authorit(?:y|ies)|(?:public |relevant |host |placing )?authorit(?:y|ies)|courts?|coroner|"
    r"ombudsman|"
    r"hospitals?|(?:hospital|NHS|health|foundation) (?:\w+ )?(?:trust|body|bodies|board|team)s?|NHS|ICB|wards?|"
    r"social (?:workers?|work team|services)|commissioners?|decision[- ]makers?|(?:responsible|supervisory) bod(?:y|"
    r"ies)|"
    r"(?:council|authority|social worker|county|borough)['’]s (?:\w+ ){0,3}?(?:team|officer|manager|worker|lead|"
    r"assessor)|"
    r"assessors?|doctors?|GPs?|police|regulators?|CQC|inspectors?|solicitors?|advocacy (?:service|provider)s?|DSAB|"
    r"safeguarding adults boards?|duty (?:team|desk|officer|worker)|adult social care|state|county|borough|you)"
)
"""Those who hold the powers that a provider has not."""
_KIN = (
    r"(?:famil(?:y|ies)|daughters?|sons?|wife|husband|sisters?|brothers?|nieces?|nephews?|mother|father|relatives?|"
    r"neighbours?|friends?|lawyers?|trust)"
)
_OWN = (
    rf"(?:{US}|an? (?:service|team|provider|home)|I|me|us|my \w+(?: \w+)?|learners?|trainees?|deput(?:y|ies)|"
    rf"seniors?|team leaders?|(?:the )?(?:registered )?"
    r"managers?|nurses?|leads?|providers?|head of \w+|quality committee|directors?|supervisors?|colleagues|"
    r"in-?house|"
    r"ourselves)"
)
_NAMED = re.compile(
    rf"\b(?:(?P<another>(?:(?:the|an?|her|his|their) )?(?:\w+ )??(?:{AUTHORITY}|{_KIN}))|(?P<us>{_OWN}))\b".replace(
        " ", r"\ "
    ),
    re.IGNORECASE | re.VERBOSE,
)
_POWERS = re.compile(rf"\b(?:{AUTHORITY})\b", re.IGNORECASE)
_AGENT = re.compile(
    rf"(?:[ ,–-]+(?!by\b)[\w'’-]+){{0,5}}?[ ,]+(?:in-?house|by (?:an? |the |our |its |my |\w+ of (?:our |the )?)?"
    rf"(?:(?P<another>(?:(?!us\b|our\b)\w+ ){{0,2}}?(?:{AUTHORITY}|{_KIN}))|(?P<us>(?:\w+ ){{0,3}}?{_OWN})))\b",
    re.IGNORECASE,
)
_OBLIQUE = re.compile(
    r"\b(?:to|with|from|after|for|about|on|at|by|of|near|rang|told|called|phoned|informed|consulted|emailed|telling|"
    r"ringing|calling|visiting|using)(?: (?:the|our|a|an|her|his|their|its|my))?(?: [\w-]+)? \Z",
    re.IGNORECASE,
)
_ANEW = re.compile(r"(?:,|&|\band\b|\bthen\b|\bbut\b)", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:our|my) (?:own )?\Z", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|they|who|which|that)\b", re.IGNORECASE)
_ASKED_WHO = re.compile(
    r"\b(?:say|know|explain|ask|asked|learn|tell|told|clear|see|understand|decide|of|about|on)\w* "
    r"(?:who|whom|how|when|which \w+) (?:\w+ ){0,2}\Z",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:\b(?:not|never|cannot|nor|neither|rather than|without|instead of|nobody|no one)|n['’]t)\b(?: \w+){0,3}\s*\Z",
    re.IGNORECASE,
)
_BOUND = re.compile(r"[;!?]\s|\.\s+(?=[A-Z\"'“‘])")
_BEGINS = re.compile(r"(?:\A|[,&:–-]|\band|\bthen)\s*\Z", re.IGNORECASE)


class Doer(Enum):
    """Whose doing it is; NOBODY where the sentence names none."""

    US = "us"
    ANOTHER = "another"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Done:
    """Who does it, and from where to where the words go that say so."""

    doer: Doer
    start: int
    end: int


def clause_at(text: str, at: int) -> int:
    """Where the clause begins in which a character stands."""
    return max((match.end() for match in _BOUND.finditer(text, 0, at)), default=0)


def is_negated(text: str, at: int) -> bool:
    """Whether the verb at a place is denied just before it, or only asked about."""
    before = text[clause_at(text, at) : at]
    return bool(_NEGATED.search(before) or _ASKED_WHO.search(before))


def agent_of(text: str, end: int) -> Done | None:
    """Who did it, where "by" and a doer follow a verb."""
    match = _AGENT.match(text, end)
    if match is None:
        return None
    return Done(Doer.ANOTHER if match["another"] else Doer.US, end, match.end())


def subject_of(text: str, begin: int, verb: int) -> Done:
    """Who does what a verb says: the last one named before it since `begin` that is not only spoken to or of."""
    if owned := _OWNED.search(text, begin, verb):
        return Done(Doer.US, owned.start(), verb)
    named: Sequence[re.Match[str]] = list(_NAMED.finditer(text, begin, verb))
    for match in reversed(named):
        between = text[match.end() : verb]
        anew = _ANEW.search(between)
        if anew and _OBLIQUE.search(text[begin : match.start()]) and not _PRONOUN.search(between, anew.end()):
            continue
        return Done(Doer.ANOTHER if match["another"] else Doer.US, match.start(), verb)
    return Done(Doer.NOBODY, verb, verb)


def is_terse(text: str, begin: int, verb: int) -> bool:
    """Whether a note begins with a verb in the past and leaves out who did it."""
    return bool(_BEGINS.search(text[begin:verb]))


def names_another(text: str) -> bool:
    """Whether a text names the council, a court or another who holds such powers."""
    return bool(_POWERS.search(text))
