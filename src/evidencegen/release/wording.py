"""What is put in the place of what is taken out, so that the sentence still reads."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidencegen.release.described import NAME
from evidencegen.release.opener import DOING, OPENERS, next_word
from evidencegen.release.recogniser import Detail
from evidencegen.release.vocabulary import is_ordinary, words_in
from evidencegen.release.word import opens_sentence, quotations

KIN = (
    "husband|wife|partner|ex-wife|ex-husband|son|daughter|brother|sister|mother|father|mum|mam|dad|nan|nana|"
    "gran|grandmother|grandfather|grandson|"
    "granddaughter|grandad|uncle|aunt|auntie|nephew|niece|cousin|stepson|stepdaughter|daughter-in-law|"
    "son-in-law|sister-in-law|brother-in-law|"
    "mother-in-law|father-in-law|friend|girlfriend|boyfriend|fiancé|fiancée|neighbour"
)
WORK = (
    "advocate|social worker|solicitor|solicitor's clerk|interpreter|pharmacist|dentist|doctor|gp|consultant|"
    "psychiatrist|psychologist|physiotherapist|"
    "physio|occupational therapist|speech and language therapist|therapist|ot|nurse|district nurse|night nurse|"
    "community nurse|ward manager|chiropodist|"
    "podiatrist|optician|police officer|detective|officer|inspector|coroner|judge|magistrate|administrator|"
    "hairdresser|driver|cleaner|cook|chef|gardener|"
    "handyman|volunteer|visitor|resident|tenant|housemate|landlord|teacher|tutor|chaplain|vicar|priest|imam|"
    "pastor|keyworker|manager|registered manager|home manager|"
    "deputy|deputy manager|team leader|regional manager|senior|supervisor|night worker|enquiry officer|enquiry "
    "lead|housing officer|visiting officer|"
    "quality officer|fraud lead|best interests assessor|assessor|commissioner|idva|isva|imca|cpn|on-call "
    "manager|employer|boss|scammer|keyworker|engineer|"
    "paramedic|counsellor|receptionist|plumber|builder|trader|caretaker|warden"
)
ANY_CARER = "carer|care worker|support worker|worker|agency carer|relief carer"
_NOUNS = re.compile(rf"\b(?P<noun>{KIN}|{WORK}|{ANY_CARER})(?P<comma>,)?[ \n]\Z", re.IGNORECASE)
_LEARNT = re.compile(rf"(?:{WORK})\Z", re.IGNORECASE)
_GENERAL = re.compile(rf"(?:{ANY_CARER})\Z", re.IGNORECASE)
_CLOSES = re.compile(r"[.;:)?!”\"]|,|[ \n]\(|\Z")
_PLACES = words_in(
    """
    meeting centre market station police surgery practice clinic hospital church chapel temple mosque cricket
    football club day health college school ward unit cafe pub shop chemist pharmacy library park road bus
    council estate
    """
)
_NO_NOUN = words_in("back up out off away again now today here there too also home alone together instead")
_OF_A_THING = ("name", "place", "organisation")
_OF_TIME = ("yesterday", "day_shortened", "week_of", "weekday", "last_weekday")
_PEOPLE = ("name", "person", "surname")
_ADDRESSED = re.compile(
    r"(?:\b(?:dear|hello|hiya|hey|name is|name's|i['’]?m|i am|call me|calls me|called me)[ \n]|(?:\A|\n|[.!?:] )hi )\Z",
    re.IGNORECASE,
)
_SAID_ALREADY = {
    " later": re.compile(r"\b(?:days?|weeks?|months?|years?) later(?P<rest>,? )\Z", re.IGNORECASE),
    "the day of the concern": re.compile(r"\bconcern(?P<rest> )\Z", re.IGNORECASE),
}
_LETTERED = re.compile(r"(.*) ([A-H])\Z")


def with_learnt_roles(text: str, details: Sequence[Detail]) -> list[Detail]:
    """Names that the text itself explains ("the solicitor, …") stand as that wherever they come again.

    A role that two people share is learnt for neither.
    """
    nouns: dict[str, str] = {}
    for detail in details:
        match = _before(text, detail)
        if match and detail.label == NAME and _LEARNT.match(match["noun"]):
            nouns.setdefault(detail.name, match["noun"].lower())
    shared = {noun for noun in nouns.values() if list(nouns.values()).count(noun) > 1}
    return [
        replace(detail, label=f"the {noun}")
        if detail.label == NAME and (noun := _noun_for(detail.name, nouns, shared))
        else detail
        for detail in details
    ]


def _noun_for(name: str, nouns: dict[str, str], shared: set[str]) -> str:
    for known, noun in nouns.items():
        same = name and (name == known or set(name.split()) <= set(known.split()))
        if same and noun not in shared:
            return noun if noun not in ("gp", "ot", "idva", "isva", "imca", "cpn") else noun.upper()
    return ""


def _before(text: str, detail: Detail) -> re.Match[str] | None:
    if detail.kind not in _PEOPLE:
        return None
    return _NOUNS.search(text, max(0, detail.start - 40), detail.start)


def reworded(text: str, details: Sequence[Detail]) -> str:
    """The text with each detail's words in its place.

    A name that only repeats what stands before it goes without trace: "her daughter, Ann, rang" is "her daughter
    rang". Within somebody's own words the change shows in square brackets. `details` are in order and apart.
    """
    spoken = quotations(text)
    pieces, at = [], 0
    for detail in details:
        start, end, words = _placed(text, detail)
        in_speech = any(begin < detail.start and detail.end < until for begin, until in spoken)
        if in_speech and words and not words.startswith("["):
            lead = re.match(r"(?:on|in|by|at|within|from|since|about)? ?", words)
            words = f"[{words}]" if lead else words
        if _is_shouted(text, detail):
            words = words.upper()
        start = max(start, at)
        pieces += [text[at:start], words]
        at = end
    return _mended("".join([*pieces, text[at:]]))


def _is_shouted(text: str, detail: Detail) -> bool:
    """Whether a detail and the words about it are written in capitals: what stands in its place is too."""
    before = re.findall(r"[^\W\d_]{2,}", text[max(0, detail.start - 24) : detail.start].rpartition("\n")[2])[-2:]
    after = re.findall(r"[^\W\d_]{2,}", text[detail.end : detail.end + 24].partition("\n")[0])[:2]
    own = text[detail.start : detail.end]
    about = before + after
    loud = sum(word.isupper() for word in about) * 4 >= len(about) * 3
    return bool(about) and own == own.upper() and loud and (len(about) > 2 or any(len(word) > 3 for word in about))


def _placed(text: str, detail: Detail) -> tuple[int, int, str]:
    """From where to where a detail is cut, and the words put there."""
    words, start, end = detail.label, detail.start, detail.end
    match = _before(text, detail)
    closing = _CLOSES.match(text, end)
    lettered = _LETTERED.match(words)
    if match and match["comma"] and closing and not (lettered and _GENERAL.match(match["noun"])):
        return start - 2, end + (1 if text[end : end + 1] == "," else 0), ""
    if (
        match
        and not match["comma"]
        and opens_sentence(text, match.start("noun"))
        and not (lettered and _GENERAL.match(match["noun"]))
    ):
        return match.start("noun"), end, f"The {match['noun'][0].lower()}{match['noun'][1:]}"
    if match and not match["comma"]:
        if lettered and _GENERAL.match(match["noun"]):
            return start, end, lettered[2]
        return start - 1, end, ""
    if not words:
        return start, end + (1 if text[end : end + 1] == " " else 0), ""
    return _as_it_reads(text, detail)


def _as_it_reads(text: str, detail: Detail) -> tuple[int, int, str]:
    """The same where no noun before it tells who it is: with the article and the capital that it wants here."""
    words, start, end = detail.label, detail.start, detail.end
    before = text[max(0, start - 14) : start]
    for ending, said_before in _SAID_ALREADY.items():
        if words.endswith(ending) and (said := said_before.search(text, max(0, start - 40), start)):
            return said.start("rest"), end, ""
    if (
        detail.kind in _PEOPLE
        and words.startswith(("the ", "a ", "their ", "her ", "his "))
        and _ADDRESSED.search(before)
    ):
        return start, end, NAME
    if detail.kind in _OF_A_THING and (noun := _noun_after(text, end)):
        determined = re.search(r"\b(?:the|a|an|his|her|their|our|my|many|some)[ \n]\Z", before, re.IGNORECASE)
        if determined:
            return start, end + 1, ""
        if noun in _PLACES:
            words = "a"
    of_time = detail.kind in _OF_TIME or words.endswith((" later", " before the concern"))
    determiners = "the|a|an" if of_time else "the|a|an|his|her|their|our|my"
    if words.startswith(("the ", "a ", "an ", "her ", "his ", "their ")) and re.search(
        rf"\b(?:{determiners})[ \n]\Z", before, re.IGNORECASE
    ):
        words = words.partition(" ")[2]
    if words[0].islower() and opens_sentence(text, start) and not re.search(r"(?:: |\()\Z", before):
        words = words[0].upper() + words[1:]
    return start, end, words


def _noun_after(text: str, end: int) -> str:
    """The plain word that what goes out was only telling more of: "the Graiseley day centre"."""
    word = next_word(text, end)
    part_of_speech = word in OPENERS | DOING | _NO_NOUN or word.endswith(("ed", "ly", "ing"))
    tells = word in _PLACES or (word and not part_of_speech and is_ordinary(word))
    return word if tells and text[end + 1 : end + 2].islower() else ""


def _mended(text: str) -> str:
    """Without the spaces and articles that a cut leaves doubled."""
    text = re.sub(r"(?<=\S)[ ]{2,}(?=\S)", " ", text)
    text = re.sub(r"\[(name|NAME)\](['’])\[(?:name|NAME)\](?!\w)", r"[\1]\2s", text)
    text = re.sub(r"[ ]+(?=[,.;:?!)](?:\s|\Z))", "", text)
    return re.sub(r"\b([Tt]he) (?:the|a) (?=\w)", r"\1 ", text)
