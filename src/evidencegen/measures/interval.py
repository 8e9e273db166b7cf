"""How far a proportion, rate or mean could be off."""

from math import isfinite, sqrt
from statistics import NormalDist
from typing import NamedTuple


class Interval(NamedTuple):
    """Two proportions, low then high, each from 0 to 1."""

    low: float
    high: float


def wilson(counted: float, out_of: float, confidence: float = 0.95) -> Interval:
    """Range in which the underlying proportion plausibly lies.

    Holds up for the small counts a single service has, and near 0 and 1, where
    the textbook plus-or-minus interval runs past the ends.

    Args:
        counted: rows that met the condition; 0 <= counted <= out_of. Not whole where rows carry weights.
        out_of: rows that could have met it; at least 1.
        confidence: how sure to be, as a proportion: 0.95, never 95 or 0.05.

    Returns:
        Proportions, not per cents. `wilson(0, 10)` is about (0.00, 0.28). The lower end is
        exactly 0 where nothing was counted, the upper exactly 1 where all was.

    Raises:
        ValueError: a count is impossible, or confidence is below 0.9 or not below 1.

    References:
        Wilson EB (1927), J Am Stat Assoc 22:209-212.
        Newcombe RG (1998), Statistics in Medicine 17:857-872, method 3.
    """
    if not all(isinstance(n, (int, float)) and isfinite(n) for n in (counted, out_of)) or not (
        0 <= counted <= out_of and out_of >= 1
    ):
        raise ValueError(f"{counted} out of {out_of} is not a proportion")
    if not 0.9 <= confidence < 1:
        raise ValueError(f"confidence is a proportion such as 0.95, not {confidence}")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    centre = 2 * counted + z * z
    reach = z * sqrt(z * z + 4 * counted * (1 - counted / out_of))
    scale = 2 * (out_of + z * z)
    low = 0.0 if counted == 0 else (centre - reach) / scale
    high = 1.0 if counted == out_of else (centre + reach) / scale
    return Interval(low, high)
