"""NHS numbers: ten digits, mistyped ones too."""

import re

from evidencegen.release.recogniser import Recogniser

# NHS Data Dictionary, attribute NHS NUMBER: ten digits, written 3-3-4. Its check digit is not
# looked at: a mistyped number still leads to somebody.
NHS_NUMBER = Recogniser(
    key="nhs_number",
    label="[NHS number]",
    pattern=re.compile(r"(?<![\d+])\d{3}[ \-‐‑–.]?\d{3}[ \-‐‑–.]?\d{4}(?!\d)"),
)
