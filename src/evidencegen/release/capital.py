"""Capitals that nobody vouches for, taken out whatever they are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidencegen.release.alias import PARTICLES, TITLES
from evidencegen.release.opener import (
    DOING,
    OPENERS,
    SAYING,
    TOLD_OF,
    follows_title,
    is_called_so,
    is_somebody_at_the_head,
    next_word,
    reads_as_person,
)
from evidencegen.release.recogniser import Detail
from evidencegen.release.vocabulary import folded, is_doubtful, is_ordinary, vouched
from evidencegen.release.word import Word, words_of

NAME, PLACE = "[name]", "[place]"

_ROLE_OF_TITLE = {
    **dict.fromkeys(("pc", "dc", "ds", "ps", "di", "pcso", "sgt", "sergeant", "constable"), "police officer"),
    **dict.fromkeys(("dr", "prof", "professor"), "doctor"),
    **dict.fromkeys(("pastor", "rev", "reverend", "imam", "rabbi", "canon"), "faith leader"),
    **dict.fromkeys(("judge", "justice"), "judge"),
    **dict.fromkeys(("cllr", "councillor"), "councillor"),
    **dict.fromkeys(("nurse", "sr"), "nurse"),
}
_KINDS = {
    "hospital": "hospital hospitals infirmary hospice",
    "GP surgery": "surgery practice medical",
    "bank": "bank society barclays natwest lloyds santander hsbc nationwide monzo",
    "pharmacy": "pharmacy chemist boots",
    "place of worship": "church chapel abbey cathedral mosque masjid temple gurdwara synagogue assembly minster",
    "college": "college school academy university",
    "street": "street road lane avenue close drive terrace crescent row way drove gardens mews",
    "shop": "tesco asda sainsburys morrisons aldi lidl iceland waitrose argos primark poundland wilko market",
    "café": "costa starbucks greggs mcdonalds nandos wetherspoons cafe café",
    "pub": "arms inn tavern",
    "court": "court courts",
    "club": "club rovers united athletic albion wanderers fc rfc rangers",
    "newspaper": "gazette echo chronicle herald courier argus mercury",
    "police": "police constabulary",
    "ward": "ward unit",
    "centre": "centre hub",
    "provider": "care homecare homes housing healthcare staffing agency",
    "building": "house lodge hall manor grange tower towers cottage villa",
    "council": "council borough",
    "station": "station",
    "park": "park",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_AFTER_PLACE = frozenset(["in", "near", "outside", "around", "towards", "beyond", "across", "at"])
_LETTER_VOUCHED = re.compile(
    r"\b(?:appendix|annex|level|grade|stage|part|category|band|vitamin|hepatitis|table|figure|type|group|carer|"
    r"keyworker|worker|nurse|"
    r"member of staff|their \w+|option|section|schedule|plan|influenza|to|and|coded|graded|rated|codes?) \Z"
    r"|\b[A-E],? (?:or |and )?\Z",
    re.IGNORECASE,
)
# Days and feasts that the recognisers let stand: "each Friday", "Christmas, Eid and Diwali are planned for".
_CALENDAR = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|christmas|easter|eid|ramadan|diwali|hanukkah|passover|"
    r"vaisakhi|advent|"
    r"january|february|july|september|october|november|december)\Z"
)
_SPEECH_OF = re.compile(
    r"^(?:welsh|english|scottish|irish|polish|urdu|punjabi|hindi|gujarati|bengali|sylheti|tamil|telugu|"
    r"malayalam|kannada|marathi|nepali|pashto|dari|farsi|"
    r"persian|arabic|kurdish|turkish|somali|swahili|yoruba|igbo|hausa|twi|akan|shona|zulu|xhosa|afrikaans|"
    r"amharic|tigrinya|french|german|spanish|"
    r"kenyan|ugandan|african|caribbean|american|moroccan|cuban|black|asian|white|muslim|hindu|sikh|jewish|"
    r"christian|catholic|windrush|roma|"
    r"italian|portuguese|romanian|bulgarian|hungarian|czech|slovak|lithuanian|latvian|estonian|russian|"
    r"ukrainian|greek|albanian|serbian|croatian|"
    r"mandarin|cantonese|hakka|chinese|vietnamese|thai|tagalog|filipino|korean|japanese|malay|sinhala|romani|"
    r"yiddish|hebrew|patois|krio|"
    r"[a-z]{3,}(?:ian|ese|ish|ani|nian|aian|aican|egian|ican))$"
)


@dataclass(frozen=True)
class Run:
    """Words in a row that go out together."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        last = self.words[-1]
        return last.end - 2 if last.possessive else last.end


def unvouched(text: str, taken: Sequence[tuple[int, int]], strict: bool = False) -> list[Detail]:
    """Everything with a capital that no list vouches for, grouped, with what it seems to be.

    `taken` is what has been found already, in order. In strict mode, for text whose capitals say nothing, a
    word must be ordinary English to stay, whatever its case.
    """
    words = words_of(text)
    in_terms = _inside(words, vouched(text))
    in_taken = _inside(words, taken)
    free = [
        not done and not _CALENDAR.match(word.plain) and not _touches_digits(text, word)
        for done, word in zip(in_taken, words, strict=True)
    ]
    denied = [
        free[i] and not in_terms[i] and (_is_denied_strictly(text, word) if strict else _is_denied(text, word))
        for i, word in enumerate(words)
    ]
    _spread(text, words, denied, free, in_terms)
    return [_described(text, run) for run in _runs(text, words, denied)]


def _touches_digits(text: str, word: Word) -> bool:
    return text[word.start - 1 : word.start].isdigit() or text[word.end : word.end + 1].isdigit()


def _inside(words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> list[bool]:
    """For each word, whether it touches one of the spans."""
    ordered = sorted(spans)
    inside, at = [], 0
    for word in words:
        while at < len(ordered) and ordered[at][1] <= word.start:
            at += 1
        inside.append(at < len(ordered) and ordered[at][0] < word.end)
    return inside


def _is_denied(text: str, word: Word) -> bool:
    if not word.capital:
        return follows_title(text, word.start) and (not is_ordinary(word.text) or is_doubtful(word.text))
    if word.plain in ("i", "i'm", "i'd", "i've", "i'll", "i’m", "i’d", "i’ve", "i’ll"):
        return False
    if len(word.plain) > 1 and word.text.isupper() and word.plain in OPENERS:
        return False
    if len(word.plain) == 1:
        return not (word.text == "A" and word.opens) and not _LETTER_VOUCHED.search(
            text, max(0, word.start - 24), word.start
        )
    if is_called_so(text, word.start) or follows_title(text, word.start):
        return True
    after_letter = re.search(r"\b[A-Z]\.[ \n]\Z", text[max(0, word.start - 4) : word.start])
    if not word.opens and not (after_letter and word.plain in OPENERS):
        return True
    if not is_ordinary(word.text):
        return True
    return is_somebody_at_the_head(text, word)


def _is_denied_strictly(text: str, word: Word) -> bool:
    plain = word.plain
    if len(plain) == 1:
        return plain not in ("a", "i", "s", "t")
    if not is_ordinary(plain):
        return True
    return is_doubtful(plain) and reads_as_person(text, word.start, word.end - 2 if word.possessive else word.end)


def _spread(text: str, words: Sequence[Word], denied: list[bool], free: list[bool], in_terms: list[bool]) -> None:
    """A run takes in the capital before it, and the word for its kind after it."""
    for i in range(len(words) - 2, -1, -1):
        before = words[i]
        gap = text[before.end : words[i + 1].start]
        joined = gap in (" ", ". ", " & ") and denied[i + 1]
        joined = joined or (gap == ", " and denied[i + 1] and is_doubtful(before.text))
        listed = i + 2 < len(words) and denied[i + 2] and words[i + 1].text in ("and", "or") and gap == " "
        if (joined or listed) and not denied[i] and free[i] and before.capital and not in_terms[i]:
            denied[i] = _belongs_to_a_name(before)
    for i in range(1, len(words)):
        if denied[i - 1] and not words[i - 1].possessive:
            for j in range(i, _end_of_site(text, words, free, i)):
                denied[j] = True


def _end_of_site(text: str, words: Sequence[Word], free: Sequence[bool], start: int) -> int:
    """One past the last of up to three capitals in a row that tell what kind of place it is: "Health Centre"."""
    end = start
    for i in range(start, min(start + 3, len(words))):
        if text[words[i - 1].end : words[i].start] != " " or not free[i] or not words[i].capital:
            break
        if folded(words[i].plain) in _KIND_OF:
            end = i + 1
    return end


def _belongs_to_a_name(word: Word) -> bool:
    """Whether a capital right before a name is part of it, or a name beside it."""
    if is_doubtful(word.text) or (word.plain in TITLES and (word.plain not in OPENERS or not word.opens)):
        return True
    return word.plain not in OPENERS | TOLD_OF and not re.search("(?:ly|(?<!s)s)$", word.plain)


def _runs(text: str, words: Sequence[Word], denied: Sequence[bool]) -> list[Run]:
    runs: list[list[Word]] = []
    for i, word in enumerate(words):
        if denied[i]:
            gap = text[runs[-1][-1].end : word.start] if runs else ""
            particle = gap.strip() in PARTICLES and gap != gap.strip()
            joins = runs and not runs[-1][-1].possessive and (gap in (" ", "-", " & ", "\n") or particle)
            initial = runs and gap in (". ", ".") and (len(runs[-1][-1].text) == 1 or runs[-1][-1].plain in TITLES)
            if joins or initial:
                runs[-1].append(word)
            else:
                runs.append([word])
    return [Run(tuple(run)) for run in runs]


def _described(text: str, run: Run) -> Detail:
    """What a run seems to be, from its last word and the words about it."""
    plain = [folded(word.plain) for word in run.words]
    end = run.end
    if (
        len(run.words[-1].text) == 1
        and text[end : end + 1] == "."
        and not re.match(r"\.[ \n]+[A-Z]|\.\Z", text[end : end + 3])
    ):
        end += 1
    name = " ".join(plain)
    title = next((_ROLE_OF_TITLE[word] for word in plain[:2] if word in _ROLE_OF_TITLE), "")
    if title and len(plain) > 1:
        return Detail(run.start, end, "name", _with_article(text, run.start, title), name)
    kind = _KIND_OF.get(plain[-1], "")
    if kind and plain[0] not in TITLES:
        return Detail(run.start, end, "organisation", _with_article(text, run.start, kind), name)
    if len(plain) == 1 and _SPEECH_OF.match(plain[0].partition("-")[0]):
        return Detail(run.start, end, "background", _background(text, run), name)
    before = re.search(r"([^\W\d_]+)[ \n]\Z", text[max(0, run.start - 14) : run.start])
    if (
        before
        and before[1].lower() in _AFTER_PLACE
        and next_word(text, end) not in SAYING
        and not run.words[-1].possessive
    ):
        return Detail(run.start, end, "place", PLACE, name)
    return Detail(run.start, end, "name", NAME, name)


def _with_article(text: str, start: int, noun: str) -> str:
    article = "the " if noun in ("police", "council") else "a "
    determined = re.search(
        r"\b(?:the|a|an|his|her|their|our|my|your|this|that|another|local)[ \n]\Z",
        text[max(0, start - 9) : start],
        re.IGNORECASE,
    )
    return noun if determined else article + noun


def _background(text: str, run: Run) -> str:
    word = run.words[-1].text
    if "-" in word:
        return "same-language"
    before = re.search(r"([^\W\d_]+)[ \n]\Z", text[max(0, run.start - 12) : run.start])
    if before and before[1].lower() in ("in", "speaks", "spoke", "speak", "speaking"):
        return "their own language"
    following = next_word(text, run.end)
    if following and following not in OPENERS | DOING:
        return ""
    listed = text[run.end : run.end + 1] == "," or text[max(0, run.start - 2) : run.start] == ", "
    return "[background]" if listed else "their own language"
