"""Vehicle registration marks."""

import re

from evidencegen.release.recogniser import Recogniser

# DVLA INF104: current (AB12 CDE), prefix (A123 BCD) and suffix (ABC 123D) styles.
VEHICLE_REGISTRATION = Recogniser(
    key="vehicle_registration",
    label="[vehicle registration]",
    pattern=re.compile(
        r"\b(?:[A-Z]{2}\d{2}[ \-]?[A-Z]{3}|[A-Z]\d{1,3}[ \-]?[A-Z]{3}|[A-Z]{3}[ \-]?\d{1,3}[A-Z])\b",
        re.IGNORECASE,
    ),
    is_real=lambda match: match.group()[:3].lower() not in ("act", "and", "the", "for", "age"),
)
