"""UK postcodes, whole, in any case and with or without the space."""

import re

from evidencegen.release.recogniser import Recogniser

# BS 7666 / Royal Mail PAF Programmers' Guide: outward code, then a digit and two letters.
POSTCODE = Recogniser(
    key="postcode",
    label="[postcode]",
    pattern=re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]?[ \-]{0,2}\d[A-Z]{2})\b", re.IGNORECASE),
)
