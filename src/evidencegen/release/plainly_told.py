"""Where a story plainly says more of somebody than fits five people, for whoever signs it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from evidencegen.release.crowd import Crowd
from evidencegen.release.vocabulary import words_in

_GENDER = words_in(
    """
    she her hers herself woman lady girl mum mother grandmother aunt niece widow wife
    he him his himself man gentleman boy dad father grandfather uncle nephew widower husband
    """
)
_AGE = re.compile(
    r"\b(?:\d{2,3} years old|aged \d{2,3}|in (?:his|her|their) (?:early |mid |mid-|late )?\d0s|"
    r"(?:in )?(?:(?:his|her|their) )?(?:early |mid |mid-|late )?"
    r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|teenager|elderly|pensioner|young "
    r"(?:man|woman|person|adult)|old(?:er)? (?:man|woman|person|lady|gentleman))\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Christmas|Easter|Ramadan|Diwali|(?:in|this|that|last|all|the) (?:spring|summer|autumn|winter))\b"
)
_SERVICE = re.compile(
    r"\b(?:care homes?|nursing homes?|residential (?:care|home)|home care|domiciliary|supported living|extra care|"
    r"day (?:centre|service)|respite|shared lives|hospice|lives? alone|own flat)\b",
    re.IGNORECASE,
)
_SOURCE = words_in(
    """
    son daughter grandson granddaughter nephew niece brother sister cousin husband wife partner ex-partner neighbour
    neighbours friend friends housemate lodger stranger caller agency
    """
)
_ABUSE: Mapping[str, frozenset[str]] = {
    kind: words_in(words)
    for kind, words in {
        "financial": "money bank card cash purse wallet benefit benefits pension stolen theft pounds rent loan will",
        "physical": "bruise bruises bruised slapped hit punched pushed kicked grabbed restrained",
        "sexual": "sexual sexually rape raped touched indecent",
        "psychological": "shouted shouting threatened threats bullied bullying humiliated",
        "domestic": "domestic husband wife partner ex-partner",
        "discriminatory": "racist racism homophobic slur slurs discrimination",
        "organisational": "rota staffing understaffed",
        "neglect": "neglect missed pressure sore sores unwashed dehydrated hungry",
        "self_neglect": "self-neglect hoarding hoarded squalor",
        "sexual_exploitation": "exploited exploitation grooming",
        "modern_slavery": "cuckooing cuckooed slavery trafficked unpaid",
    }.items()
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def plainly_told(texts: Iterable[str], crowd: Crowd) -> tuple[str, ...]:
    """What the released words plainly say and would not fit five people, or of which nobody could count whom it fits.

    Each with the words that say it. Only plain words are looked for: a story can say a thing in other words.
    """
    text = "\n".join(texts)
    words = list(dict.fromkeys(word.lower() for word in _WORD.findall(text)))
    may = crowd.rung.told if crowd.rung else {}
    found = dict(_told(text, words))
    return tuple(
        f"it says {what} ({', '.join(said[:4])}), {_why(what in crowd.uncounted)}"
        for what, said in found.items()
        if said and (what not in may or "broad" in may[what] or what in crowd.uncounted)
    )


def _why(uncounted: bool) -> str:
    if uncounted:
        return "which the concern register does not hold, so nobody could count whom it fits"
    return "and fewer than five people fit that together with the rest"


def _told(text: str, words: list[str]) -> Iterator[tuple[str, list[str]]]:
    yield "the gender", [word for word in words if word in _GENDER]
    yield "the age", list(dict.fromkeys(_AGE.findall(text)))
    yield "where the harm came from", [word for word in words if word in _SOURCE]
    yield "when it was", list(dict.fromkeys(_WHEN.findall(text)))
    yield "the kind of service", list(dict.fromkeys(_SERVICE.findall(text)))
    yield "the kind of abuse", [word for word in words if any(word in told for told in _ABUSE.values())]
