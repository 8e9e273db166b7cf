"""The two years the sample covers, and working days within them."""

from calendar import monthrange
from datetime import date, timedelta

FIRST = date(2024, 10, 1)
LAST = date(2026, 9, 30)
LAST_YEAR = date(2025, 10, 1)

EASTER = {2025: date(2025, 4, 20), 2026: date(2026, 4, 5)}
FIXED: tuple[tuple[int, int, int], ...] = (
    (2024, 12, 25),
    (2024, 12, 26),
    (2025, 1, 1),
    (2025, 5, 5),
    (2025, 5, 26),
    (2025, 8, 25),
    (2025, 12, 25),
)
FIXED += ((2025, 12, 26), (2026, 1, 1), (2026, 5, 4), (2026, 5, 25), (2026, 8, 31), (2026, 12, 25), (2026, 12, 28))
BANK_HOLIDAYS = frozenset(date(*day) for day in FIXED) | frozenset(
    day + timedelta(days=days) for day in EASTER.values() for days in (-2, 1)
)


def is_working(day: date) -> bool:
    """Whether offices are open in England."""
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def working_from(day: date) -> date:
    """The day itself, or the next working day."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def working_back(day: date) -> date:
    """The day itself, or the working day before it."""
    while not is_working(day):
        day -= timedelta(days=1)
    return day


def after_working(day: date, days: int) -> date:
    """The day so many working days after `day`."""
    for _ in range(days):
        day = working_from(day + timedelta(days=1))
    return day


def later(day: date, days: int) -> date:
    """So many days later, moved on to a working day."""
    return working_from(day + timedelta(days=days))


def past(day: date | None) -> date | None:
    """The day, if it had come by the last day of the sample."""
    return day if day is not None and day <= LAST else None


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or that month's last day."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def how_far(day: date) -> float:
    """How much of the two years had gone by, 0 to 1."""
    return max(0.0, min(1.0, (day - FIRST).days / (LAST - FIRST).days))
