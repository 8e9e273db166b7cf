"""What words that go out seem to be: a person, a place, a language, a kind of organisation."""

import re
from dataclasses import dataclass

from evidencegen.release.alias import TITLES
from evidencegen.release.opener import DOING, OPENERS, SAYING, next_word
from evidencegen.release.recogniser import Detail
from evidencegen.release.vocabulary import folded
from evidencegen.release.word import Word

NAME, PLACE = "[name]", "[place]"
_PREDICATES = ("is", "was", "am", "are", "were", "being", "born", "religion", "faith", "proud")
_ROLE_OF_TITLE = {
    **dict.fromkeys(
        ("pc", "dc", "ds", "ps", "di", "pcso", "sgt", "sergeant", "constable", "insp", "dci", "inspector"),
        "police officer",
    ),
    **dict.fromkeys(("dr", "prof", "professor"), "doctor"),
    **dict.fromkeys(("pastor", "rev", "reverend", "imam", "rabbi", "canon"), "faith leader"),
    **dict.fromkeys(("judge", "justice"), "judge"),
    **dict.fromkeys(("cllr", "councillor"), "councillor"),
    **dict.fromkeys(("nurse", "sr"), "nurse"),
}
_TITLE_BEFORE = re.compile(
    r"(?<![\w\-])(?:mr|mrs|ms|mx|dr|pc|dc|ds|di|pcso|sgt|cllr|rev|prof|(?<!i )(?<!you )(?<!they )(?<!we "
    r")(?<!to )(?<!would )(?<!will )(?<!['’]d )(?<!['’]ll )(?<!t )miss)\.?[ "
    r"\n]\Z",
    re.IGNORECASE,
)
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
KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_AFTER_PLACE = frozenset(["in", "near", "outside", "around", "towards", "beyond", "across", "at"])
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


def described(text: str, run: Run) -> Detail:
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
    kind = KIND_OF.get(plain[-1], "")
    if kind and plain[0] not in TITLES:
        return Detail(run.start, end, "organisation", _with_article(text, run.start, kind), name)
    if len(plain) == 1 and _SPEECH_OF.match(plain[0].partition("-")[0]):
        return Detail(run.start, end, "background", _background(text, run), name)
    start = _with_title(text, run.start)
    before = re.search(r"([^\W\d_]+)[ \n]\Z", text[max(0, run.start - 14) : run.start])
    if start < run.start:
        return _titled(text, start, run, name)
    if (
        before
        and before[1].lower() in _AFTER_PLACE
        and next_word(text, end) not in SAYING
        and not run.words[-1].possessive
    ):
        return Detail(run.start, end, "place", PLACE, name)
    return Detail(run.start, end, "name", NAME, name)


def _with_title(text: str, start: int) -> int:
    """Where a title written without a capital begins before a name; the name's own start if there is none."""
    before = _TITLE_BEFORE.search(text, max(0, start - 12), start)
    return before.start() if before else start


def _titled(text: str, start: int, run: Run, name: str) -> Detail:
    title = re.split(r"\W", text[start : run.start])[0].lower()
    role = _ROLE_OF_TITLE.get(title, "")
    return Detail(start, run.end, "name", _with_article(text, start, role) if role else NAME, name)


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
    if text[max(0, run.start - 2) : run.start] == ": " or (before and before[1].lower() in _PREDICATES):
        return "[background]"
    following = next_word(text, run.end)
    if following and following not in OPENERS | DOING:
        return ""
    listed = text[run.end : run.end + 1] == "," or text[max(0, run.start - 2) : run.start] == ", "
    return "[background]" if listed else "their own language"
