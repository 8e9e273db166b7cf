"""Rare facts: a reader who knows the place could tell who it was, though nothing is named."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from evidencegen.release.vocabulary import WORDS, is_ordinary, sector_terms

SELDOM_SAID = "words seldom said of somebody"
_ONES = r"(?:first|last|only|oldest|youngest|biggest|tallest|longest|earliest|sole|single)"
_KIN = (
    r"(?:children|sons|daughters|grandchildren|great-grandchildren|brothers|sisters|siblings|wives|husbands|dogs|"
    r"cats|horses)"
)
_COUNT = (
    r"(?:\d+|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty)"
)
_WORK = (
    r"(?:mayor|mayoress|councillor|mp|magistrate|headmaster|headmistress|headteacher|head ?teacher|signalman|"
    r"footballer|boxer|jockey|wrestler|olympian|olympic|"
    r"paralympic|paralympian|veteran|soldier|sailor|paratrooper|commando|army|navy|naval|raf|wren|spitfire|"
    r"bishop|vicar|priest|nun|monk|imam|rabbi|"
    r"pilot|captain|lighthouse|lifeboat|miner|pitman|collier|steelworker|shipbuilder|shipyard|blacksmith|"
    r"farrier|thatcher|cooper|weaver|lacemaker|"
    r"gamekeeper|shepherd|trawlerman|fisherman|fishwife|coxswain|bargee|circus|acrobat|dancer|ballet|ballerina|"
    r"singer|musician|trumpet|trumpeter|trombonist|"
    r"violinist|organist|choirmaster|conductor|actor|actress|author|poet|novelist|sculptor|painter|professor|"
    r"surgeon|midwife|matron|judge|barrister|"
    r"detective|ambassador|diplomat|knighted|knighthood|champion|chess|inventor|bell-?ringer|town crier|"
    r"beekeeper|clockmaker|watchmaker|gravedigger|undertaker|"
    r"milkman|milkwoman|postmaster|postmistress|coalman|drayman|bus driver|lollipop|train driver|stationmaster|"
    r"ghost-?walk|falconer|puppeteer|bandmaster|"
    r"bandleader|wicket|umpire|referee|goalkeeper|marathon|racing driver|taxidermist|tattooist|magician|"
    r"ventriloquist|clairvoyant|evacuee|refugee)"
)
_FAME = (
    r"(?:news(?:paper)?s?|television|telly|tv|radio|documentary|gazette|headlines?|viral|famous|well[- ]known|"
    r"celebrity|award|medals?|trophy|lottery|jackpot|"
    r"record holder|guinness|plaque|statue|portrait|book about|film about|facebook page|front page|centenary|"
    r"telegram|palace garden|mbe|obe|cbe|bem|"
    r"george cross|george medal|victoria cross|military cross)"
)
_EVENT = (
    r"(?:flood(?:s|ed|ing)?|explosion|earthquake|train crash|rail crash|plane crash|bombing|blitz|disaster|mill "
    r"fire|house fire|shipwreck|shooting|stabbing|"
    r"murder(?:ed)?|manslaughter|hostage|riot|inquest|heart transplant|lung transplant|liver transplant|"
    r"conjoined|triplets?|quadruplets?|twins?|amput\w+|guide dog|"
    r"glass eye|wooden leg|holocaust|kindertransport|windrush|d-day|dunkirk|falklands|suez|cup final|world cup|"
    r"commonwealth games|the queen|the king|golden wedding|"
    r"diamond wedding|platinum wedding|oil rig|scaffolding|container ship|orphanage|borstal|asylum|workhouse)"
)

# Superlatives and firsts; fame; unusual work; many kin; events a town remembers; things only one person has.
RARE = (
    (
        re.compile(
            rf"\b(?:the|our|its|his|her|their|as) {_ONES}(?: ever)? (?!time\b|thing\b|step\b|day\b|week\b|"
            rf"month\b|year\b|few\b|night\b|two\b|three\b|review\b|visit\b|call\b|meeting\b|of the month|one "
            rf"to\b)[\w'’\-]+(?: [\w'’\-]+){{0,6}}",
            re.IGNORECASE,
        ),
        "a superlative or a first",
    ),
    (
        re.compile(r"\bone of the (?:first|last|few|only)\b(?: [\w'’\-]+){0,5}", re.IGNORECASE),
        "a superlative or a first",
    ),
    (
        re.compile(
            r"\b(?:nobody|no one|no-one) else in\b(?: [\w'’\-]+){0,5}|\bthe whole (?:town|village|street|"
            r"estate) (?:knew|knows|remembers)",
            re.IGNORECASE,
        ),
        "known to a whole place",
    ),
    (
        re.compile(
            rf"\b(?:in|on|made|by|won|holds?|awarded|given|received|appeared in|featured in|was|is) (?:an? |the |"
            rf"its |local |his |her |their |evening |national )*{_FAME}\b(?: [\w'’\-]+){{0,4}}",
            re.IGNORECASE,
        ),
        "fame, an award or the news",
    ),
    (re.compile(r"\bunder (?:his|her|their) own name\b", re.IGNORECASE), "fame, an award or the news"),
    (
        re.compile(
            rf"\b(?:was|is|been|former|retired|ex-?|as|once|a|an|the|first|who|resident|apprentice) (?:an? |the |"
            rf"former |retired |\[\w+\] |apprentice |local |resident )*(?:[\w'’\-]+ ){{0,2}}?{_WORK}\b(?: "
            rf"[\w'’\-]+){{0,4}}",
            re.IGNORECASE,
        ),
        "unusual work or standing",
    ),
    (
        re.compile(
            r"\b(?:former|retired|ex-)\s?(?!\bcarer\b|\bstaff\b|\btenant\b)[\w'’\-]+(?: [\w'’\-]+){0,3}", re.IGNORECASE
        ),
        "unusual work or standing",
    ),
    (
        re.compile(
            rf"\bfor (?:nearly |over |more than |almost )?(?:{_COUNT}|forty|fifty|sixty|seventy|\w+) (?:years|"
            rf"decades)\b(?! (?:now|in a row))|\b\w+ decades\b",
            re.IGNORECASE,
        ),
        "a long and countable life",
    ),
    (re.compile(rf"\b{_COUNT} (?:of (?:his|her|their) )?{_KIN}\b", re.IGNORECASE), "how many kin or animals"),
    (re.compile(rf"\b{_EVENT}\b", re.IGNORECASE), "an event that a place remembers"),
    (
        re.compile(
            r"\b(?:his|her|their) (?:late |first |second |dead )?(?:wife|husband|partner|son|daughter|brother|"
            r"sister|mother|father|mum|dad|twin)(?: [\w\[\]]+)? (?:died|was killed|drowned|passed away)\b",
            re.IGNORECASE,
        ),
        "a death in the family",
    ),
    (
        re.compile(
            r"\b(?:brass plate|nameplate|season ticket|named after|tattoo of|parrot|mobility scooter painted|"
            r"life-?size|collection of|plays the \w+|speaks \w+ languages|won the)\b(?: [\w'’\-]+){0,3}",
            re.IGNORECASE,
        ),
        "something only one person has or does",
    ),
    (re.compile(r"\bnumber \d+ (?:bus|tram|train)\b(?: [\w'’\-]+){0,3}", re.IGNORECASE), "unusual work or standing"),
)


_WORK_OF_HIS = "unusual work or standing"
_BEFORE_WORK = (
    r"(?:was|were|is|am|i'm|been|be|as|became|becoming|once|a|an|the|first|last|former|ex|retired|master|for|with|"
    r"drive|"
    r"drove|fly|flew|work\w*|train\w*|of|on)[ -](?:[\w'’\-]+ ){0,3}?"
)
_OF_SOMEBODY = re.compile(r"\b(?:he|she|i|his|her|my|who|they|person)\b", re.IGNORECASE)
_NAMED_THING = re.compile(r"\b(?:the|a|an) \[name\]")
_ENDINGS = ("ing", "ed", "es", "s", "ly")
_ENDS = re.compile(r"[.!?;]+[\"”’)]*(?=\s|\Z)|\n")
_FARTHEST = 170


@cache
def _lives() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The ways of words/rare_facts.txt in which lives are told, each with its reason."""
    told: dict[str, list[str]] = {}
    for line in (WORDS / "rare_facts.txt").read_text("utf8").splitlines():
        if line.startswith("= "):
            ways = told.setdefault(line[2:], [])
        elif line and not line.startswith("#"):
            ways += line.split(" | ")
    return tuple(
        (
            re.compile(
                rf"(?<!\w){_BEFORE_WORK if why == _WORK_OF_HIS else ''}(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE
            ),
            why,
        )
        for why, ways in told.items()
    )


def rare_facts(text: str) -> list[tuple[int, int, str]]:
    """Where a text tells something that few people share, in the words that tell it, and why. Overlaps are one."""
    patterns = (*RARE, *_lives())
    return _apart((*match.span(), why) for pattern, why in patterns for match in pattern.finditer(text))


def rare_sentences(text: str) -> list[tuple[int, int, str]]:
    """Every sentence that tells a rare fact, or tells of somebody in words that records of care seldom need.

    Overlaps are one. Of a long sentence the part about the telling words is given, from word to word.
    """
    told = (*rare_facts(text), *seldom_said(text))
    return _apart((*_widened(text, start, end), why) for start, end, why in told)


def _apart(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    apart: list[tuple[int, int, str]] = []
    for start, end, why in sorted(found):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]), apart[-1][2])
        else:
            apart.append((start, end, why))
    return apart


@cache
def _is_everyday(word: str) -> bool:
    """Whether records of care use a word, or one it is made from, every day; what no list holds is none of ours."""
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    known = _everyday() | sector_terms().ordinary
    return not is_ordinary(word) or any(w in known or f"{w}e" in known for w in (word, *stems) if len(w) > 2)


@cache
def _everyday() -> frozenset[str]:
    return frozenset((WORDS / "everyday.txt").read_text("utf8").split("\n"))


def seldom_said(text: str) -> Iterator[tuple[int, int, str]]:
    """Sentences that tell of a person in words that records of care seldom need."""
    at = 0
    for end in [*(match.end() for match in _ENDS.finditer(text)), len(text)]:
        sentence = text[at:end]
        if _OF_SOMEBODY.search(sentence):
            bare = re.sub(r"\[[^\]]*\]", " ", sentence)
            words = re.finditer(r"(?<![\w'’])[a-z]{4,}(?![\w'’])", bare)
            if _NAMED_THING.search(sentence) or not all(_is_everyday(word.group()) for word in words):
                start = at + len(sentence) - len(sentence.lstrip())
                yield (*_widened(text, start, start + 1), SELDOM_SAID)
        at = end


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """From the head of the sentence to its stop, at most some 170 letters to either side."""
    before = max(0, start - _FARTHEST)
    stops = [match.end() for match in _ENDS.finditer(text, before, start)]
    begin = stops[-1] if stops else before
    if not stops and before:
        begin = text.find(" ", before, start) + 1 or start
    stop = _ENDS.search(text, end, min(len(text), end + _FARTHEST))
    last = stop.start() if stop else min(len(text), end + _FARTHEST)
    if not stop and last < len(text):
        last = max(end, text.rfind(" ", end, last))
    while begin < start and not text[begin].isalnum() and text[begin] not in '["“':
        begin += 1
    return begin, max(end, last)
