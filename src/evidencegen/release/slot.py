"""Where the layout of a text calls for a name: who speaks, who signs, who is greeted, who was there."""

import re
from collections import Counter
from collections.abc import Iterator

from evidencegen.release.opener import OPENERS, TOLD_OF
from evidencegen.release.sense import reads_as_word
from evidencegen.release.vocabulary import (
    is_doubtful,
    is_given_name,
    is_mostly_a_name,
    is_ordinary,
    sector_terms,
    words_in,
)

_WORD = re.compile(r"(?<![\[\w])[^\W\d_]+(?:['’\-][^\W\d_]+)*(?![\w\]])")
_NAME = r"[^\W\d_][\w'’\-]*\.?"
_SPEAKER = re.compile(
    rf"^(?P<stamp>[ \t>*•\-]*(?:\[[^\]\n]*\]|\(?\d[\d/.:,apm \-]*\)?)?[ ,\-–]*)"
    rf"(?P<who>{_NAME}(?: {_NAME}){{0,2}})(?: ?\([^)\n]*\))?[ ]?[^\w\s:]{{0,2}}:[ \t]",
    re.MULTILINE | re.IGNORECASE,
)
_SIGN_OFF = (
    r"(?:(?:many )?thanks(?: again)?|thank you|thx|thnx|tnx|tx|ta|cheers|regards|wishes|love|all the best|best|"
    r"sincerely|"
    r"faithfully|aye|truly|ever|yours|bye|speak soon|see you(?: soon)?|from|signed|sgd|pp|xx+)"
)
_SIGNED = re.compile(
    rf"\b{_SIGN_OFF}[,.!]?[ ]?(?:[ \n\-–]+)(?P<who>{_NAME}(?: {_NAME}){{0,1}}) ?x{{0,6}}[.!]?[ ]*$",
    re.MULTILINE | re.IGNORECASE,
)
_KISSED = re.compile(rf"(?<!\w)(?P<who>{_NAME}) x{{1,6}}[.!]?[ ]*$", re.MULTILINE | re.IGNORECASE)
_ALONE = re.compile(rf"^[ \t>\-–]*(?P<who>{_NAME})[ ]?x{{0,6}}[.!?,]*[ ]*$", re.MULTILINE)
_CRIED = re.compile(rf"[\"“](?P<who>{_NAME})[!?]+[\"”]")
_THANKED = re.compile(
    r"\b(?:thank you|thanks|well done|good (?:morning|night|evening|afternoon)|goodnight|happy birthday|bless "
    r"you|sorry|bye|"
    rf"night night|see you|love you|miss you|rip|come on),? (?P<who>{_NAME})(?=[ ]?x*[.!?,]*[ ]*(?:$|\n)|[.!?,])",
    re.MULTILINE | re.IGNORECASE,
)
_CALLED_ON = re.compile(
    rf"^(?P<who>{_NAME})(?:,| [-–]) (?=(?:can|could|please|pls|just|did|do|have|has|is|are|what|where|when|who|how|"
    r"any|thanks|thx|i|"
    r"you|we|ok|yes|no|hi|sorry|re|quick|would|will|if|it|this|that|the|he|she|they|me|your|his|her|as|see|call|"
    r"ring|don['’]?t)\b)",
    re.MULTILINE | re.IGNORECASE,
)
_WERE_THERE = re.compile(
    r"^[ \t*\-•]*(?:(?:(?:those |also |staff |people )?present|(?:in )?attend(?:ees|ance|ing|ed)|apologies|apols?|cc|"
    r"copied to)\b[^\S\n]*(?:from)?[:\-–]?|(?:staff(?: on (?:duty|shift))?|on (?:duty|shift)|circulation|distribution|"
    r"members|here)\b[^\S\n]*[:\-–])"
    r"(?P<who>[^\n]*(?:\n(?![^\n]*:)[^\n.]{2,40}(?=\n|\Z))*)",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:^|[.;|]|\s{2,})[ \t*\-•]*(?:(?:full|first|last|preferred|print|service user(?:['’]s)?|resident(?:['’]s)?) )?"
    r"(?:names?|known as|preferred|client|resident|patient|tenant|service user|person|adult|staff|worker|keyworker|"
    r"key worker|"
    r"named nurse|nurse|carer|support worker|manager|team leader|deputy|senior|lead|duty|on call|\w+ by|"
    r"signed|signature|witness(?:es)?|next of kin|nok|"
    r"relative|contact|"
    r"author|referrer|assessor|advocate|social worker|caller|spoke to|driver|perpetrator|source of harm|surname|"
    r"forename|"
    r"chair|minutes|informed|from|to)\b[^:\n]{0,24}[:=][ \t]+(?P<who>[^\n.;|]{2,60})",
    re.MULTILINE | re.IGNORECASE,
)
_SITE_FIELD = re.compile(
    r"(?:^|[.;|]|\s{2,})[ \t*\-•]*(?:agency|provider|company|school|college|employer|surgery|hospital|"
    r"pharmacy|organisation|club|"
    r"day (?:centre|service))(?: name)?[ ]?[:=][ \t]+(?P<who>[A-Z][\w'’&\-]*(?: [A-Z][\w'’&\-]*){0,3})",
    re.MULTILINE | re.IGNORECASE,
)
_ROLES = words_in(
    """
    me us you them he she they we all both staff office manager deputy senior nurse carer worker doctor gp
    police mum mam
    dad nan gran grandad son daughter sister brother wife husband uncle aunt auntie friend neighbour team day
    night nights
    days early late on call duty reply text from to re fw fwd subject sent date time call caller home care
    support social
    on-call advocate person resident tenant service interviewer interviewee question answer q a chair secretary member
    relative family representative driver cook chef cleaner volunteer interpreter advocate officer council bank agency
    action outcome note update everyone everybody group admin system reception key page ward unit bed bay flat room kit
    constable gardener doctor cook bill price job cash holiday wing lodge art ring rider paper page ps
    """
)


def slots(text: str) -> list[tuple[int, int]]:
    """Words that stand where a name is due and that could be one, in no order; some may stand twice."""
    return [*_speakers(text), *_signing(text), *_listed(text), *_placed(text)]


def _could_be_one(word: str, sure: bool) -> bool:
    """Whether a word in such a place is a name: where the place leaves no doubt any word but a role is."""
    plain = word.lower().rstrip(".")
    if plain in _ROLES | TOLD_OF or (plain in OPENERS and plain not in ("may", "will")):
        return False
    if sure:
        return (plain.capitalize() not in sector_terms().capitalised and not word.isupper()) or is_doubtful(plain)
    return is_given_name(plain)


def _words(match: re.Match[str], sure: bool, listed: bool = False) -> Iterator[tuple[int, int]]:
    start = match.start("who")
    for word in _WORD.finditer(match["who"]):
        begin, end = start + word.start(), start + word.end()
        if _could_be_one(word.group(), sure) and (sure or listed or not reads_as_word(match.string, begin, end)):
            yield begin, end


def _speakers(text: str) -> Iterator[tuple[int, int]]:
    found = list(_SPEAKER.finditer(text))
    times = Counter(match["who"].lower() for match in found)
    talk = sum(number > 1 for number in times.values()) > 1
    for match in found:
        head = match["who"].split()[0].lower()
        if head in ("the", "a", "an", "their", "his", "her", "my", "our", "carer"):
            continue
        stamped = bool(re.search(r"[\d\]]", match["stamp"]))
        yield from _words(match, sure=times[match["who"].lower()] > 1 and (talk or stamped), listed=True)
    yield from (span for match in found if len(match["who"].split()) == 1 and is_mostly_a_name(match["who"])
                for span in _words(match, sure=False, listed=True))  # fmt: skip


def _signing(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_SIGNED, _KISSED, _ALONE, _CRIED, _THANKED, _CALLED_ON):
        for match in pattern.finditer(text):
            own_line = pattern is _SIGNED and "\n" in match.group() and match["who"][:1].isupper()
            if pattern is _CALLED_ON and not is_mostly_a_name(match["who"]):
                continue
            yield from _words(match, sure=own_line, listed=pattern is not _CALLED_ON)


def _placed(text: str) -> Iterator[tuple[int, int]]:
    for match in _SITE_FIELD.finditer(text):
        yield from _words(match, sure=True)


def _listed(text: str) -> Iterator[tuple[int, int]]:
    for match in _WERE_THERE.finditer(text):
        yield from _words(match, sure=False, listed=True)
    for match in _FIELD.finditer(text):
        words = _WORD.findall(match["who"])
        whole = len(words) <= 2 and all(word[:1].isupper() and is_ordinary(word) for word in words)
        yield from _words(match, sure=whole and not match["who"].strip().endswith(("]", ")")))
