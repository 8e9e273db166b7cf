"""Ages as forms, lists and referrals have them."""

import re

from evidencegen.release.age_band import OLDEST_AGE, band
from evidencegen.release.recogniser import Recogniser
from evidencegen.release.vocabulary import is_ordinary

# "Antek (7) and Hania (4)": in brackets behind a name, or behind what stands in its place.
AGE_IN_BRACKETS = Recogniser(
    key="age_in_brackets",
    label="[age]",
    pattern=re.compile(r"(?<![\w'’])(?P<who>[A-Z][\w'’\-]+|[\w ]+\]) \((?P<detail>(?P<age>\d{1,3}))\)"),
    is_real=lambda match: (
        int(match["age"]) <= OLDEST_AGE and (match["who"].endswith("]") or not is_ordinary(match["who"].lower()))
    ),
    wording=lambda match, _: band(int(match["age"])),
)

# "Age: 31/10/53 71": of a field that asks for both.
AGE_BESIDE_A_BIRTHDAY = Recogniser(
    key="age_beside_a_birthday",
    label="[age]",
    pattern=re.compile(
        r"\bAge\b[^\n\d]{0,14}"
        r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\[[\w ]+\]|[a-z ]+concern)[ ,(]{1,2}(?P<detail>(?P<age>\d{2,3}))\b",
        re.IGNORECASE,
    ),
    is_real=lambda match: int(match["age"]) <= OLDEST_AGE,
    wording=lambda match, _: band(int(match["age"])),
)

# "Client: F, 84", "M 67", "84F": as triage and referral notes have it.
AGE_AND_SEX = Recogniser(
    key="age_and_sex",
    label="[age]",
    pattern=re.compile(
        r"(?<![\w/.])(?:[MF](?:emale|ale)?[,/ ] ?(?P<detail>(?P<age>1[89]|[2-9]\d|10\d))(?![\w%/:.]\w|[\w%])|"
        r"(?P<detail2>(?P<age2>1[89]|[2-9]\d)[MF])(?![\w]))"
    ),
    wording=lambda match, _: band(int(match["age"] or match["age2"])),
)
