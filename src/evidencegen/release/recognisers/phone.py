"""Telephone numbers: British ones, and any run of nine to fifteen digits."""

import re

from evidencegen.release.recogniser import Recogniser

# Ofcom, National Telephone Numbering Plan: 0 and nine or ten digits, or +44; ITU-T E.164: at most
# fifteen digits.
PHONE = Recogniser(
    key="phone",
    label="[phone number]",
    pattern=re.compile(
        r"(?<![\w/])(?:\+\d{1,3}|\(0\d{2,5}\)|0)[\d() .\-‐‑–]{7,17}\d(?:\s?(?:ext|x|extension)\.?\s?\d{1,5})?(?![\w/])",
        re.IGNORECASE,
    ),
    is_real=lambda match: 9 <= sum(character.isdigit() for character in match.group()) <= 20,
)

# "oh seven seven double oh nine": a number as it is said.
PHONE_IN_WORDS = Recogniser(
    key="phone_in_words",
    label="[phone number]",
    pattern=re.compile(
        r"\b(?:(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|hundred|double|treble|"
        r"triple)\b[ ,\-]*){6,20}(?<=\w)",
        re.IGNORECASE,
    ),
)

LONG_RUN = Recogniser(
    key="long_run",
    label="[number]",
    pattern=re.compile(r"(?<![\w/])\d(?:[ \-‐‑–.]?\d){8,18}(?![\w/])"),
)
