"""Ages, told as bands of ten years with 85 and over at the top."""

import re
from datetime import date

from evidencegen.release.age_band import band
from evidencegen.release.recogniser import Recogniser
from evidencegen.release.vocabulary import words_in

_UNITS = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], range(1, 10), strict=True))
_TEENS = dict(
    zip(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        range(10, 20),
        strict=True,
    )
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TENS_WORDS = "|".join(_TENS)
_IN_WORDS = rf"(?:(?:{_TENS_WORDS})(?:[- ](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)}|a hundred(?: and \w+)?)"
_NUMBER = rf"(?P<age>1[01]\d|[1-9]\d|{_IN_WORDS})"
_ANY_NUMBER = rf"(?P<age>1[01]\d|[1-9]\d?|{_IN_WORDS}|{'|'.join(_UNITS)})"
_PEOPLE = (
    "man|woman|lady|gentleman|person|resident|tenant|mother|father|widow|widower|boy|girl|adult|carer|son|daughter|"
    "male|female|lad|lass|child|bloke|"
    "mum|dad|nan|pensioner|patient|client|granddaughter|grandson"
)
_NOT_A_PERSON = words_in(
    """
    it that this which there score rate figure total average number count time wait limit target answer
    result sum compliance distance step room ward weight
    """
)
# What may follow an age that stands alone: never a unit, never a thing that is counted.
_AFTER_AN_AGE = (
    r"(?=[ ]*(?:[,.;:)\"”!?\n–]|-[ ]|\Z)|[ ](?:and|but|when|with|now|over|at|last|this|on|in|who|for|next|years old|"
    r"yrs?|years of age|so|has|had|"
    r"lives?|lived|uses?|he|she|i|they|we|you|not|because|cos|as|if|though|it|ffs|bless|god|that|then|my|her|his|"
    r"the|a|x|lol|can|"
    r"will|was|is|after|before|since|living|walks?|needs?|likes?|still|today|tomorrow|soon)\b)"
)
_WHOSE = {
    "he": "his",
    "he's": "his",
    "hes": "his",
    "she": "her",
    "she's": "her",
    "shes": "her",
    "i": "my",
    "i'm": "my",
    "im": "my",
}
_DECADES = rf"[1-9]0['’]?s|1[01]0['’]?s|{_TENS_WORDS.replace('y', 'ies')}"


def _years(words: str) -> int:
    """An age in figures or words as a number."""
    words = words.lower()
    if words.isdigit():
        return int(words)
    if words.startswith("a hundred"):
        return 100
    return sum(_UNITS.get(w, 0) + _TEENS.get(w, 0) + _TENS.get(w, 0) for w in re.split(r"[- ]", words.lower()))


def _as_band(match: re.Match[str], _: date | None) -> str:
    told = band(_years(match["age"]))
    who = (match.groupdict().get("who") or "").lower().replace("’", "'")
    return told.replace("their", _WHOSE.get(who, "their"))


def _was_in_band(match: re.Match[str], _: date | None) -> str:
    return f"was {band(_years(match['age']))}"


def _of_decade(match: re.Match[str], _: date | None) -> str:
    decade = (match["decade"] or match["decade2"]).lower()
    whose = match.group().split()[1].lower() if match["decade"] else "their"
    if whose == "the":
        return "many years ago"
    years = int(re.sub(r"\D", "", decade)) if decade[0].isdigit() else _TENS[re.sub("ies$", "y", decade)]
    part = (match["part"] or match["part2"] or "").strip().lower()
    told = "in their 80s or older" if years == 80 else band(years)
    if part and years == 80:
        told = "in their late 80s or older" if part == "late" else "in their early 80s"
    return told.replace("their", whose)


AGE_SAID = Recogniser(
    key="age_said",
    label="[age]",
    pattern=re.compile(
        r"\b(?:aged|age)(?P<colon>(?: (?:at|on|when) [\w ]{2,24})?(?:[:=]| [-–](?= )))?(?: of| about| "
        r"around| approx\.?| only| "
        rf"just| nearly)?\s*{_ANY_NUMBER}\b"
        r"(?: (?:years|yrs?)(?: old)?\b)?(?![:./]\d|%|[ ](?:to|and|or|-) \d|\+|-\d| and over| or over| and above| "
        r"or above)"
        rf"|\b{_ANY_NUMBER.replace('age>', 'plain>')} (?:years|yrs?) (?:old|of age)\b|\b(?P<short>\d{{1,3}}) "
        r"?(?:y/?o|yrs?/?o|yo)\b",
        re.IGNORECASE,
    ),
    is_real=lambda match: bool(
        match["age"] is None or match["age"].isdigit() or match["colon"] or len(match["age"]) > 3
    ),
    wording=lambda match, _: (
        f"{'Age: ' if match['colon'] and match.group()[0].isupper() else 'age: ' if match['colon'] else ''}"
        f"{band(_years(match['age'] or match['plain'] or match['short'] or match['young']))}"
    ),
)

AGE_OF_SOMEBODY = Recogniser(
    key="age_of_somebody",
    label="[age]",
    pattern=re.compile(
        r"(?P<who>\b[\w'’]+|\"|\])[,]? (?:(?:who )?(?:is|was|are|were|am|will be|would be)(?: now| nearly| almost| "
        r"only| just| about| still| getting on for)*|"
        r"nearly|approaching|pushing|rising|coming up|getting on for|coming up to|almost)"
        rf" (?P<detail>{_NUMBER}){_AFTER_AN_AGE}",
        re.IGNORECASE,
    ),
    is_real=lambda match: match["who"].lower() not in _NOT_A_PERSON,
    wording=_as_band,
)

# "he's 36", "im 40", "she is 9": of a pronoun any number may be the age, unless what is counted follows.
AGE_OF_A_PRONOUN = Recogniser(
    key="age_of_a_pronoun",
    label="[age]",
    pattern=re.compile(
        r"\b(?P<who>he|she|i|(?:s?he|i)['’]?[sm]|who|mum|dad|mam|nan|brother|sister|son|daughter|girl|"
        r"boy)(?:(?<=[sm])|['’]s|['’]m| is| was| am)(?: now| nearly| "
        rf"almost| only| just| about)* (?P<detail>{_ANY_NUMBER}){_AFTER_AN_AGE}",
        re.IGNORECASE,
    ),
    is_real=lambda match: (
        bool(
            match["age"].isdigit()
            or len(match["age"]) > 5
            or re.match(r"[ ]*(?:[,.;)\n]|\Z)", match.string[match.end() : match.end() + 3])
        )
        and match["age"].lower() != "one"
    ),
    wording=_as_band,
)

AGE_TURNED = Recogniser(
    key="age_turned",
    label="[age]",
    pattern=re.compile(rf"\b(?:has |just |had )*(?:turned|turns|turning) {_NUMBER}\b(?![:.]\d|%)", re.IGNORECASE),
    wording=_was_in_band,
)

# "At ninety-four she is the last one": an age before the one who has it.
AGE_AT_WHICH = Recogniser(
    key="age_at_which",
    label="[age]",
    pattern=re.compile(
        rf"\bat (?P<detail>{_NUMBER})(?=,? (?P<who>he|she|i|they|you|one|my (?:mum|dad)|mum|dad)\b(?! (?:o'clock|rang|"
        r"called|came|went|said)))",
        re.IGNORECASE,
    ),
    is_real=lambda match: not match["age"].isdigit() or int(match["age"]) > 24,
    wording=_as_band,
)

AGE_BEFORE_NOUN = Recogniser(
    key="age_before_noun",
    label="[age]",
    pattern=re.compile(
        rf"\b{_ANY_NUMBER}(?:[- ]?(?:year|yr)s?-olds?\b(?: (?P<noun>{_PEOPLE})\b)?|[- ]?(?:year|yr)s?[- ]olds? "
        rf"(?P<noun3>{_PEOPLE})\b|[- ](?:year|yr)[- ]old\b)|"
        rf"\b{_ANY_NUMBER.replace('age>', 'age2>')} ?(?:y/?o|yr|yo) (?P<noun2>{_PEOPLE})\b",
        re.IGNORECASE,
    ),
    wording=lambda match, _: (
        f"{match['noun'] or match['noun2'] or match['noun3'] or 'person'} {band(_years(match['age'] or match['age2']))}"
    ),
)

# "a woman of 70", "the age of six".
AGE_OF_A_WOMAN = Recogniser(
    key="age_of_a_woman",
    label="[age]",
    pattern=re.compile(
        rf"\b(?:{_PEOPLE}|lad|girls?|boys?|men|women|the age) (?P<detail>of {_ANY_NUMBER})\b"
        r"(?! (?:the|them|whom|those|his|her|our|these|staff|people))",
        re.IGNORECASE,
    ),
    is_real=lambda match: match["age"].lower() != "one" or match.group().lower().startswith("the age"),
    wording=_as_band,
)

BORN_YEARS_AGO = Recogniser(
    key="born_years_ago",
    label="long ago",
    pattern=re.compile(
        rf"\bborn (?P<detail>(?:nearly |over |almost |about )?{_ANY_NUMBER} years ago)\b", re.IGNORECASE
    ),
)

# "he is over 80", "she must be about 90": of somebody, where no thing that is counted follows.
AGE_ABOUT = Recogniser(
    key="age_about",
    label="[age]",
    pattern=re.compile(
        r"\b(?P<who>[\w'’]+|\]) (?:is|was|am|must be|looks?|looked) (?:well |just |a bit )?"
        r"(?P<detail>(?!under 18)(?:over|under|past|around|about|near|nearer|rising|touching|knocking on|coming on) "
        rf"{_NUMBER}){_AFTER_AN_AGE}",
        re.IGNORECASE,
    ),
    is_real=lambda match: (
        (match["who"].lower() not in _NOT_A_PERSON and match["age"].isdigit() and int(match["age"]) > 15)
        and not match.group().lower().startswith(("temperature", "pulse", "weight", "score", "it"))
    ),
    wording=_as_band,
)

# "now 83", "nearly ninety", "she'd be 96", "78 next birthday": of an age that few things are counted up to.
AGE_IN_PASSING = Recogniser(
    key="age_in_passing",
    label="[age]",
    pattern=re.compile(
        r"\b(?:now|nearly|almost|a young|an old|had been|has been|would be|would have been|['’]d be|['’]d "
        rf"been|was) (?P<detail>{_NUMBER})"
        rf"{_AFTER_AN_AGE}|(?P<detail2>\b{_NUMBER.replace('age>', 'age2>')} (?:next|this) (?:birthday|year|time)|"
        rf"\b{_NUMBER.replace('age>', 'age3>')}[- ]odd(?! \w+s\b)|\b{_NUMBER.replace('age>', 'age4>')} y\.o\.)",
        re.IGNORECASE,
    ),
    is_real=lambda match: 40 <= _years(match["age"] or match["age2"] or match["age3"] or match["age4"]) <= 110,
    wording=lambda match, _: band(_years(match["age"] or match["age2"] or match["age3"] or match["age4"])),
)

AGE_BETWEEN_COMMAS = Recogniser(
    key="age_between_commas",
    label="[age]",
    pattern=re.compile(
        r"(?:[^\W\d_]\w+|\]|”|\"|\)),? ?[,(] ?(?P<detail>(?P<age>1[89]|[2-9]\d|10\d))"
        r"(?=[,)]| (?:lives|lived|who|has|was|is|and)\b)"
    ),
    is_real=lambda match: (
        match.group()[0].isupper()
        or match.group()[:1] in ']”")'
        or bool(
            re.match(
                rf"(?:person|{_PEOPLE}|wife|husband|brother|sister|nan|gran|aunt|uncle|neighbour|f|m)\b", match.group()
            )
        )
    ),
    wording=_as_band,
)

DECADE = Recogniser(
    key="decade",
    label="[age]",
    pattern=re.compile(
        rf"\bin (?:his|her|their|my|our|your|the) (?P<part>early |mid-? ?|late )?(?P<decade>{_DECADES})\b(?! or older)"
        r"|(?<!his )(?<!her )(?<!heir )(?<!my )(?<!the )\b(?P<part2>early |mid-? ?|late "
        rf")(?P<decade2>{_DECADES})(?![\w])(?! or older)",
        re.IGNORECASE,
    ),
    wording=_of_decade,
)

BIRTHDAY = Recogniser(
    key="birthday",
    label="",
    pattern=re.compile(
        r"(?<=\w) (?:\d{1,3}(?:st|nd|rd|th)|\w+tieth|hundredth|(?:twen|thir|for|fif|six|seven|eigh|nine)ty-\w+|"
        r"\w+teenth)(?= (?:birthday|party|do|bash|celebrations?)\b)",
        re.IGNORECASE,
    ),
)
