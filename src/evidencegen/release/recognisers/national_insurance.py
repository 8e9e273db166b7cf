"""National Insurance numbers: two letters, six digits, one letter."""

import re

from evidencegen.release.recogniser import Recogniser

# HMRC, National Insurance Manual NIM39110: prefix, six digits, suffix A to D. Any letters are
# taken here, in any case and with any spaces, since a mistyped number still leads to somebody.
NATIONAL_INSURANCE_NUMBER = Recogniser(
    key="national_insurance_number",
    label="[National Insurance number]",
    pattern=re.compile(r"\b[A-Z]{2}[ \-]?\d{2}[ \-]?\d{2}[ \-]?\d{2}[ \-]?[A-Z]?\b", re.IGNORECASE),
)
