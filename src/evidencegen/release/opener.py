"""Whether a word at the head of a sentence is somebody: there, a capital says nothing."""

import re

from evidencegen.release.vocabulary import is_doubtful, words_in
from evidencegen.release.word import Word

SAYING = words_in(
    """
    said says told tells asked asks rang phoned texted replied laughed smiled shouted cried whispered
    explained admitted agreed answered added thought thinks wanted wants knew hoped feared noticed
    remembered nodded
    """
)
DOING = SAYING | words_in(
    """
    is was has had does did lives lived sat went came saw felt wrote called visited visits moved likes liked
    loves loved works worked took gave chose made found met left stayed keeps kept goes comes fell died hid
    spoke helped helps enjoys heard never also still now then always could would led ran drove held brought
    bought taught put set got read began drew ate drank fed paid sold sent stood understood woke wore won lost
    cut hurt sang slept runs leads writes says checks makes takes gives looks sits sees knows needs feels uses
    chairs audits manages trains supports speaks rings calls shares moves stays walks eats drinks sleeps cooks
    plays sings paints reads hates misses drives remembers
    """
)
_OF_A_PERSON = SAYING | words_in(
    "visits visited lives lived moved sat went came wrote called laughed slept cooked drove"
)
TITLES_OF_ANYBODY = frozenset(["mr", "mrs", "ms", "mx", "dr", "prof", "professor"])
_RANKS = words_in("pc dc pcso sgt cllr rev revd insp dci dcs")
_MISSED = re.compile(
    r"(?:\b(?:i|you|we|they|he|she|to|will|would|really|never|not|and|may|might|did|do|a|near|dont|didnt)|"
    r"['’](?:d|ll|t))[ \n]"
    r"(?:really |still |do )?miss[ \n]\Z|(?:\A|[.\n] ?)miss \Z",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?<![\w\-])(\w+)\.?[ \n]\Z")
OPENERS = words_in(
    """
    a an the this that these those he she they we it i you his her their our its my your who what when where
    why how which while if as at by for from in into of off on onto out over to up with without within about
    above after against along among around before behind below beside besides between beyond but despite
    down during except inside like near outside past since through throughout toward towards under until
    upon via and or nor so yet because although though unless whereas whether once both each every either
    neither no not none all any some many most more few several another other such one two three four five
    six seven eight nine ten dear both again also even only then there here now today yesterday tomorrow
    tonight later afterwards meanwhile eventually finally first next last alone together still just never
    always often sometimes soon thanks thank please let did do does has have had is was are were am be been
    being can could should would shall might must sorry yes hello well tell told ask asked give take make
    made see saw get got keep kept said says born raised opened closed police staff social support district
    community care senior deputy service manager nurse doctor advocate solicitor carer worker officer
    resident neighbour sister brother mother father son daughter wife husband aunt uncle niece nephew cousin
    friend mum dad gran nan grandad mam her
    """
)
TOLD_OF = words_in(
    """
    staff police people management everyone everybody nobody somebody someone anyone others mum dad nan gran
    mam family both
    """
)
_NEVER_BEFORE_A_VERB = words_in("an the at from on in of my our your their its with for")
_OWNERS = words_in(
    """
    person people resident tenant service provider home council police trust bank hospital women men children child
    adult everybody nobody world country government month week year morning evening night day company organisation
    charity partner grandmother grandfather grandson granddaughter parent parents auntie uncle lady gentleman man woman
    worker authority commissioner coroner inspector regulator landlord driver visitor keyworker housemate team board
    summer winter spring autumn sunday
    """
)
_LABEL = re.compile(
    r"\b(?:contacts?|names?|by|author|lead|witness|witnesses|signed|caller|tel|present|attended)\b[^.:\n]{0,12}: \Z",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:called|named|nicknamed|known(?: to \w+)? as|name of|name is|name was|name['’]?s|my name|calls "
    r"(?:him|her|them)|aka|goes by|went by)"
    r"[ \n][\"“‘(]?\Z"
)

_AS_THINGS_DO = re.compile(r"[ \n](?:went missing|came (?:back|through|in|to light))\b")


def follows_title(text: str, start: int) -> bool:
    """Whether Mr, Mrs, Ms or Dr stands before what starts here, or the rank of a police officer or councillor."""
    before = _BEFORE.search(text, max(0, start - 14), start)
    if before is not None and before[1].isupper() and text[start : start + 1].islower():
        return False  # "the MS clinic"
    if before is not None and before[1].lower() == "miss":
        return not _MISSED.search(text, max(0, start - 20), start)
    return before is not None and before[1].lower() in TITLES_OF_ANYBODY | _RANKS


def next_word(text: str, end: int) -> str:
    """The word right after, in lower case; empty if a stop comes first."""
    match = re.match(r"[ \n]([^\W\d_]+)", text[end : end + 24])
    return match[1].lower() if match else ""


def reads_as_person(text: str, start: int, end: int) -> bool:
    """Whether the words about it take it for somebody: a title, a possessive, a verb of saying or doing."""
    possessive = text[end : end + 2].lower() in ("'s", "’s")
    following = next_word(text, end)
    acts = following in DOING or (len(following) > 3 and following.endswith("ed"))
    return possessive or acts or follows_title(text, start) or text[end : end + 5] == ", who"


def is_called_so(text: str, start: int) -> bool:
    """Whether the words before say that a name follows: "known as", "a man called"."""
    return bool(_CALLED.search(text, max(0, start - 30), start) or _LABEL.search(text, max(0, start - 30), start))


def is_somebody_at_the_head(text: str, word: Word) -> bool:
    """Whether an ordinary word at the head of a sentence is a name all the same.

    A word that is also a name is one before a verb of a person, and after a colon; any word is that is no
    plural and no part of speech that may own or speak, if it owns something or says something.
    """
    end = word.end - 2 if word.possessive else word.end
    if is_doubtful(word.text):
        return reads_as_person(text, word.start, end) or text[max(0, word.start - 2) : word.start] == ": "
    following = next_word(text, end)
    if _AS_THINGS_DO.match(text, end):
        return False
    if word.plain in _NEVER_BEFORE_A_VERB and (word.possessive or following in SAYING):
        return True
    if word.possessive:
        return word.plain not in OPENERS | TOLD_OF | _OWNERS
    able = word.plain not in OPENERS | TOLD_OF and not re.search("(?:(?<!s)s|ly|ing|ed)$", word.plain)
    return able and following in _OF_A_PERSON
