"""A measure taken of drawn tables, as at 30 September 2026."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.measures.coder import Coder
from evidencegen.measures.coding import Codebook, Rule, Theme
from evidencegen.measures.condition import Setting
from evidencegen.measures.reading import Reading, take
from evidencegen.measures.view import Views
from evidencegen.period import Period

POLICY = {
    "working_days_to_ask_for_advocate": 5,
    "working_days_to_allocation": 10,
    "review_days": 42,
    "days_to_refer": 1,
    "starter_days": 42,
    "supervision_months": 3,
    "theme_records": 5,
    "audit_window_days": 14,
}
WORDS = {"safe": "Feeling safe", "home": "Staying at home", "money": "Money"}


@pytest.fixture
def told(setting):
    """The usual setting with a codebook of three words: a note with "safe", "home" or "money" has that theme."""
    themes = tuple(Theme(word, title, (Rule((word,)),)) for word, title in WORDS.items())
    return replace(setting, coder=Coder(lambda: Codebook(themes)))


@pytest.fixture
def setting():
    """Twelve months to 30 September 2026, with the usual policy."""
    day = date(2026, 9, 30)
    return Setting(day, Period.months_to(day, 12), POLICY)


@pytest.fixture
def taken(setting):
    """The readings of a measure by group, the whole under "": `taken(ASKED, table, ...)["service=North"]`."""

    def take_of(measure, *tables) -> dict[str, Reading]:
        views = Views({table.register.key: table for table in tables}, setting)
        readings = take(measure, views)
        return {f"{r.group.column}={r.group.value}" if r.group else "": r for r in readings}

    return take_of
