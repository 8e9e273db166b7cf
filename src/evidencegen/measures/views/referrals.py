"""Each referral to an advocate, with how long each step took and whether it is waiting still."""

import narwhals as nw

from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.measures.condition import midnight, working_day_number
from evidencegen.measures.view import Frame, Unit, View, Views, flag

ENDED = ("declined", "person_declined", "withdrawn")
WAITING = ("advocacy.allocated_on", "advocacy.decision")


def _build(views: Views) -> Frame:
    today = midnight(views.setting.as_at)
    reached = [~nw.col(name).is_null() & (nw.col(name) <= today) for name in ("allocated_on", "first_contact_on")]
    closed = ~nw.col("closed_on").is_null() & (nw.col("closed_on") <= today)
    ended = ~nw.col("decision").is_null() & nw.col("decision").is_in(list(ENDED))
    waiting = (nw.col("referred_on") <= today) & ~reached[0] & ~reached[1] & ~closed & ~ended
    so_far = working_day_number("today") - working_day_number("referred_on")
    return (
        views.of(ADVOCACY)
        .with_columns(nw.lit(today).alias("today"))
        .with_columns(
            (working_day_number("allocated_on") - working_day_number("referred_on")).alias(
                "working_days_to_allocation"
            ),
            (working_day_number("first_contact_on") - working_day_number("referred_on")).alias(
                "working_days_to_contact"
            ),
            flag(waiting).alias("waiting"),
            nw.when(waiting).then(so_far).otherwise(nw.lit(None)).cast(nw.Float64()).alias("working_days_waiting"),
        )
        .drop("today")
    )


REFERRALS = View(
    key="referrals",
    unit=Unit("advocacy referral", "advocacy referrals"),
    register=ADVOCACY,
    build=_build,
    derived={
        "working_days_to_allocation": ("advocacy.allocated_on",),
        "working_days_to_contact": ("advocacy.first_contact_on",),
        "waiting": WAITING,
        "working_days_waiting": WAITING,
    },
)
