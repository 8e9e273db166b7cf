"""Bank details: sort codes, account and card numbers, IBANs."""

import re

from evidencegen.release.recogniser import Recogniser

SORT_CODE_SAID = Recogniser(
    key="sort_code_said",
    label="[bank details]",
    pattern=re.compile(r"\bsort(?:[ -]code)?(?: is| was|:)? (?P<detail>\d\d[ \-–]?\d\d[ \-–]?\d\d)\b", re.IGNORECASE),
)

SORT_CODE = Recogniser(
    key="sort_code",
    label="[bank details]",
    pattern=re.compile(r"\b\d{2}[\-–]\d{2}[\-–]\d{2}(?:\s*/\s*\d{6,10})?\b"),
)

# ISO 13616 for IBANs; ISO/IEC 7812 for cards: 13 to 19 digits, most often in fours. No check digit gates.
ACCOUNT = Recogniser(
    key="account",
    label="[bank details]",
    pattern=re.compile(
        r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b|\b\d{4}(?:[ \-]?\d{4}){2,3}(?:[ \-]?\d{1,3})?\b"
        r"|(?i:\b(?:account|a/c|acc|acct)(?:\s+(?:no|number))?\.?:?\s+(?P<detail>\d[\d \-]{4,12}\d)\b)"
    ),
)
