"""The invented provider with which the sentences are read: its figures, and who stands in its registers."""

from datetime import date
from fractions import Fraction

from evidencegen.measures.view import Unit
from evidencegen.packs.lint import Held
from evidencegen.period import Period
from evidencegen.release.figure import Figure, Shown
from evidencegen.release.names import IDENTIFIER, Known, Roll

AS_AT = date(2026, 9, 30)
PERIOD = Period.months_to(AS_AT)
DAYS = Unit("working day", "working days")


def figure(key: str, title: str, counted: int, out_of: int | None, **more: object) -> Figure:
    """A figure of `counted` of `out_of`, or a count alone."""
    share = Fraction(counted, out_of) if out_of else None
    return Figure(
        key, key, title, "", str(PERIOD), PERIOD.iso, AS_AT, Unit("case", "cases"), counted, out_of, share,
        count_only=out_of is None, **more,
    )  # fmt: skip


FIGURES = {
    one.key: one
    for one in (
        figure("msp.asked", "People asked what they wanted to happen", 110, 120),
        figure("msp.expressed", "People who said what they wanted to happen", 96, 120),
        figure("msp.achievement_recorded", "Achievement of the wanted outcome recorded", 90, 96),
        figure("msp.fully_achieved", "Wanted outcomes fully achieved", 60, 90),
        figure("msp.partly_achieved", "Wanted outcomes partly achieved", 21, 90),
        figure("msp.fully_or_partly_achieved", "Wanted outcomes fully or partly achieved", 81, 90),
        figure("risk.reduced_or_removed", "Risk reduced or removed", 88, 104),
        figure(
            "training.safeguarding_current", "Staff with safeguarding adults training current", 171, 190, target=0.95
        ),
        figure("supervision.on_time", "Supervision held by the day it was due", 405, 460),
        figure("supervision.competent", "Competent at their latest attempt", 118, 150),
        figure("advocacy.asked_for", "Advocate asked for where the conditions appeared to be met", 21, 23),
        figure("concerns.raised", "Safeguarding concerns raised", 146, None),
        figure("concerns.raised_next_day", "Concerns raised on the day of what happened, or the day after", 34, 34),
        figure("last_year.asked", "People asked what they wanted to happen, the year before", 78, 104),
        figure(
            "advocacy.days_to_allocation",
            "Working days from asking for an advocate until one was allocated",
            18,
            21,
            waits=Shown(6, 14, "3", DAYS),
        ),
    )
}
ROLL = Roll(
    (
        Known("Doreen Ashby", "the person"),
        Known("Kwame Osei-Tutu", "a member of staff"),
        Known("SG-2041", "[reference]", kind=IDENTIFIER),
        Known("P0317", "[reference]", kind=IDENTIFIER),
    )
)
HELD = Held(AS_AT, FIGURES, ROLL)
ALONE = Held(AS_AT)
