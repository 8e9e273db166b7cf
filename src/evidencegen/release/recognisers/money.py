"""Sums of money, told as bands."""

import re
from datetime import date

from evidencegen.release.recogniser import Recogniser

_BANDS = (
    (100, "less than a hundred pounds"),
    (1_000, "several hundred pounds"),
    (10_000, "several thousand pounds"),
    (100_000, "tens of thousands of pounds"),
)


def _band(match: re.Match[str], _: date | None) -> str:
    """An exact sum can be known to a bank, a court or a neighbour; its size is what the story needs."""
    pounds = float(match["sum"].replace(",", "").replace(" ", "") or 0)
    pounds *= {"k": 1_000, "m": 1_000_000, "thousand": 1_000, "million": 1_000_000}.get(
        (match["times"] or "").lower(), 1
    )
    return next((words for limit, words in _BANDS if pounds < limit), "more than a hundred thousand pounds")


MONEY = Recogniser(
    key="money",
    label="some money",
    pattern=re.compile(r"[£€$]\s?(?P<sum>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<times>k|m|thousand|million)\b)?", re.IGNORECASE),
    wording=_band,
)

MONEY_IN_WORDS = Recogniser(
    key="money_in_words",
    label="some money",
    pattern=re.compile(
        r"\b(?P<sum>\d[\d,]*(?:\.\d+)?)\s?(?P<times>k|thousand|million)?\s?(?:pounds|quid|GBP)\b", re.IGNORECASE
    ),
    wording=_band,
)
