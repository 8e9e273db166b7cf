"""Whether an ordinary word that could be a name is one, where capitals do not say it."""

import re

from evidencegen.release.opener import DOING, OPENERS, SAYING, follows_title, is_called_so, next_word
from evidencegen.release.vocabulary import is_doubtful, is_given_name, is_mostly_a_name, is_ordinary, words_in

MODALS = frozenset(["will", "may", "can", "might", "would"])
_DETERMINERS = words_in(
    """
    a an the my your his her their our its this these those no any some each every one two three both more much less
    same another such what which whose in's good bad great best little of_the full own real
    """
)
_SUBJECTS = words_in(
    "i you he she it we they who that there which someone anyone everyone nobody somebody people staff to"
)
_PRONOUNS = words_in("i you he she it we they who that there")
_OBJECTS = _DETERMINERS | words_in(
    "you me him us them it that to up down out off there yourself for all how if we i they he she"
)
_VERBS = words_in(
    """
    hope mark bill rob sue wade grant pat drew rose chase cherish treasure tan dare bless wonder skip gamble trace page
    frank herb harry duke ring spark spike star storm tuck buster dot norm scout jinx prosper will buddy
    """
)
_TAKES_SOMEBODY = words_in(
    """
    told tell tells ask asked asks rang ring rings phoned phone ringing phoning called texted text texting emailed email
    messaged message msg msgd informed inform saw see seen met meet thank thanks thx ty contacted contact spoke helped
    help helping supported visited hugged watched heard pushed hit slapped grabbed shouted kicked hurt miss
    misses missed
    love loves loved likes liked trust trusts trusted
    """
)
_BEFORE_SOMEBODY = words_in(
    """
    dear hi hiya hey told tell ask asked rang ring phoned phone texted text emailed messaged informed contacted visited
    """
)
_GREETINGS = words_in(
    "dear hi hiya hello hey helo heya morning afternoon evening thanks thx ta cheers sorry bye night love hallo"
)
_BESIDE = words_in("with from by and for & n plus or but when because while if as then than told so")
KIN_OR_WORK = words_in(
    """
    son daughter brother sister husband wife mum mam dad uncle aunt auntie aunty cousin nephew niece friend neighbour
    grandson granddaughter nurse carer worker manager staff deputy senior cook cleaner driver doctor officer advocate
    pc dc ds ps sgt cllr sw ot cpn dr mr mrs miss ms sir lady lord dame rev fr sr pastor keyworker mate partner
    girlfriend boyfriend stepson housemate tenant resident girl lad lass boy man woman lady gentleman bloke one kid twin
    """
)
_APPOSED = re.compile(rf"\b(?:{'|'.join(sorted(KIN_OR_WORK))})(?:,| [-–])? [(]?\Z", re.IGNORECASE)
_RARELY = ("long", "hung", "song", "win", "pretty", "nice", "red", "blue")
_BULLET = re.compile(r"(?:\A|\n)[ \t]*[-*•>–][ \t]*\Z")
_INTRODUCED = re.compile(
    r"(?:,| [-–])? [(]?(?:the |our |his |her |their |my )?(?:\w+ ){0,2}(?:nurse|carer|worker|manager|officer|son|"
    r"daughter|brother|sister|friend|"
    r"neighbour|advocate|doctor|driver|cleaner|cook|lady|husband|wife|mum|dad|gardener|handyman|chef|plumber|postman|"
    r"volunteer|lodger|vicar|caretaker|warden|deputy|boss)\b"
)
_HERE_IT_IS = re.compile(r"\b(?:this is|its|it['’]s|im|i['’]m|i am) \Z", re.IGNORECASE)
_AUXILIARIES = words_in("did does do has have had is was can could should shall let made")
_SPOKEN_TO = re.compile(
    r"\b(?:spoke|speak|talk(?:ed|s|ing)?|said (?:\w+|it all)|lied|rude|nice|kind|listen(?:ed|s)?|belong(?:s|ed)?|"
    r"sent|gave|given|"
    r"handed|passed|shown|explained|apologised|reported|complained|back|over|next|close|married|engaged|known|"
    r"thanks|things|"
    r"it|him|her|them|that) to[ \n]\Z"
)
_AFTER_A_NAME = words_in("and or with to x xx on in at up i he she they about that from who for when")
STATES = words_in(
    """
    up in out not very back asleep awake home fine quiet tearful upset unwell poorly well happy sad calm settled ok okay
    late off here there gone too also again agitated anxious cross angry bright chatty on at refusing eating walking
    sleeping sitting lying crying shouting x xx xxx
    """
)
_PREVIOUS = re.compile(r"([^\W\d_]+(?:['’][a-z]+)?|&)[ \n]+\Z")


_DOING_IN_CHAT = words_in(
    """
    didnt cant wont doesnt isnt wasnt hasnt hadnt couldnt wouldnt wants needs hit hits push pushes thinks
    thought texts phones helps tells asks loves likes comes goes gets are were love hun mate darling babe dear pet
    """
)
_WORDS_BEFORE_SOMEBODY = (
    OPENERS
    | _BESIDE
    | SAYING
    | _TAKES_SOMEBODY
    | _AUXILIARIES
    | _GREETINGS
    | words_in("like hate want need know call calls called seen where hates re per attn fao via plus w c here n um er")
)
_OWNED = words_in(
    """
    room mum mam dad shift key keys money bag purse phone house flat bed chair meds tablets daughter son brother sister
    husband wife carer plan chart notes file visit call birthday review care social worker dog cat door coat handbag
    wallet card bank legs arm leg hand face back
    """
)


def _is_owner(word: str, following: str) -> bool:
    """Whether a word is a name with the s of an owner and no apostrophe: "graces room"."""
    return word.endswith("s") and is_mostly_a_name(word[:-1]) and is_ordinary(word) and following in _OWNED


def previous_word(text: str, start: int) -> str:
    """The word right before, in lower case; empty if a stop or a comma stands between."""
    match = _PREVIOUS.search(text, max(0, start - 24), start)
    return match[1].lower() if match else ""


def _acts(following: str) -> bool:
    return following in DOING | _DOING_IN_CHAT or (len(following) > 3 and following.endswith("ed"))


def reads_as_word(text: str, start: int, end: int) -> bool:
    """Whether the words about it leave no doubt that what could be a name is the ordinary word here."""
    word = text[start:end].lower()
    previous, following = previous_word(text, start), next_word(text, end)
    if follows_title(text, start):
        return False
    if text[end : end + 2].lower() in ("'s", "’s"):
        return previous in _DETERMINERS
    if _BULLET.search(text, max(0, start - 4), start) and following == "to":
        return False
    if word in MODALS:
        return not _is_followed_by_a_surname(text, end) and _is_modal(previous, following)
    if previous in _BEFORE_SOMEBODY or (previous == "to" and _SPOKEN_TO.search(text, max(0, start - 24), start)):
        return False
    if previous in _DETERMINERS:
        return previous != "no" or not _acts(following)
    if word in _VERBS and _INTRODUCED.match(text, end) and not previous:
        return False
    if word in _VERBS:
        return (previous in _SUBJECTS and previous != "to") or following in _OBJECTS | {"from", "by", "again", "after"}
    return previous in ("i", "we", "they") and not _acts(following)


def _is_modal(previous: str, following: str) -> bool:
    """Whether "will", "may" or "can" stands with a verb: after a subject, or before what is to be done."""
    if previous in _AUXILIARIES or (following.endswith("ing") and following not in ("bring", "sing", "ring", "cling")):
        return False
    if following in ("and", "&") and previous not in _PRONOUNS:
        return False
    if previous in _SUBJECTS | _DETERMINERS or (
        previous.endswith("s") and previous not in ("is", "was", "says", "has", "thanks", "as", "asks", "tells")
    ):
        return True
    return bool(following) and not _acts(following) and following not in _AFTER_A_NAME


def is_somebody(text: str, start: int, end: int, by_layout: bool = False) -> bool:
    """Whether the words about an ordinary word in lower case, that is also a name, take it for somebody.

    `by_layout` says that the text is written without capitals, where a name may also follow "with" or open the line.
    """
    word = text[start:end].lower()
    if by_layout and _is_owner(word, next_word(text, end)):
        return previous_word(text, start) not in _DETERMINERS
    if not is_doubtful(word) or reads_as_word(text, start, end):
        return False
    if follows_title(text, start):
        return True
    if not is_given_name(word):
        return False
    if is_called_so(text, start):
        return True
    previous, following = previous_word(text, start), next_word(text, end)
    if re.match(r"[,)]| [-–] ", text[end : end + 3]) and _APPOSED.search(text, max(0, start - 24), start):
        return True
    if _is_greeted(text, start, previous, following) or (previous in _TAKES_SOMEBODY and word not in ("back", "day")):
        return True
    if previous in KIN_OR_WORK and (_acts(following) or not following or following in STATES | {"and", "to"}):
        return True
    if (
        previous == "to"
        and is_mostly_a_name(word)
        and (word not in _VERBS or _SPOKEN_TO.search(text, max(0, start - 24), start))
    ):
        return True
    if not by_layout:
        return False
    if _is_followed_by_a_surname(text, end):
        return True
    if previous in KIN_OR_WORK or (not previous and _INTRODUCED.match(text, end)):
        return True
    if _HERE_IT_IS.search(text, max(0, start - 10), start) and following in ("from", "here", "and", ""):
        return True
    acts = _acts(following) or following in STATES or text[end : end + 2].lower() in ("'s", "’s")
    acts = acts or following.endswith("ing")
    if acts or (not previous and following in ("from", "and", "next", "who", "with", "to")):
        return True
    beside = word not in _RARELY and (not previous or previous in _WORDS_BEFORE_SOMEBODY)
    return beside and (not following or not _is_a_thing(following) or previous in SAYING)


def _is_a_thing(word: str) -> bool:
    return (
        is_ordinary(word)
        and len(word) > 3
        and word not in ("from", "with", "when", "that", "they", "said", "then", "about")
    )


def _is_greeted(text: str, start: int, previous: str, following: str) -> bool:
    if previous not in _GREETINGS:
        return False
    before = text[max(0, start - 24) : start].rstrip()
    head = before[: len(before) - len(previous)]
    return (
        not head.strip()
        or head[-1:] == "\n"
        or bool(re.search(r"[.!?:,>)\]]\s*\Z", head))
        or previous in ("dear", "hi", "hiya", "hey")
    )


def _is_followed_by_a_surname(text: str, end: int) -> bool:
    match = re.match(r" ([^\W\d_]+)", text[end : end + 24])
    if not match:
        return False
    word = match[1]
    if len(word) == 1:
        return word.lower() not in "aiuxrn&" and not text[end + 2 : end + 4].startswith("/")
    return not is_ordinary(word)
