"""An age told as the band it lies in."""

OLDEST_BAND_FROM = 85
OLDEST_AGE = 115


def band(years: int) -> str:
    """The statutory returns' top band is 85 and over: very old people are few enough to be known by their age."""
    if years >= OLDEST_BAND_FROM:
        return "in their late 80s or older"
    if years >= 80:
        return "in their early 80s"
    return "under 18" if years < 18 else "in their teens" if years < 20 else f"in their {years // 10}0s"
