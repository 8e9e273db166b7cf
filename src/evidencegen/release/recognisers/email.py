"""E-mail addresses, also when the signs are spelt out."""

import re

from evidencegen.release.recogniser import Recogniser

# RFC 5321, section 4.1.2, widened for "(at)" and "(dot)", by which people hide an address.
_AT = r"(?:@|\s?[(\[{]\s?at\s?[)\]}]\s?|\s+at\s+(?=[\w\-]+\s+dot\s))"
_DOT = r"(?:\.|\s?[(\[{]\s?dot\s?[)\]}]\s?|\s+dot\s+)"

EMAIL = Recogniser(
    key="email",
    label="[e-mail address]",
    pattern=re.compile(rf"\b[\w.+\-']+(?:{_DOT}[\w+\-']+)*{_AT}[\w\-]+(?:{_DOT}[\w\-]+)+", re.IGNORECASE),
)
