"""Each referral to an advocate, with how long each step took."""

import narwhals as nw

from evidencegen.intake.kind import NUMBER
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.measures.condition import midnight, working_day_number
from evidencegen.measures.view import Frame, Unit, View, Views, Words


def _build(views: Views) -> Frame:
    today = nw.lit(midnight(views.setting.as_at)).alias("today")
    return (
        views.of(ADVOCACY)
        .with_columns(today)
        .with_columns(
            (working_day_number("allocated_on") - working_day_number("referred_on")).alias(
                "working_days_to_allocation"
            ),
            (working_day_number("first_contact_on") - working_day_number("referred_on")).alias(
                "working_days_to_contact"
            ),
            (working_day_number("today") - working_day_number("referred_on")).alias("working_days_so_far"),
        )
    )


REFERRALS = View(
    key="referrals",
    unit=Unit("advocacy referral", "advocacy referrals"),
    register=ADVOCACY,
    build=_build,
    derived={
        "working_days_to_allocation": ("advocacy.referred_on", "advocacy.allocated_on"),
        "working_days_so_far": ("advocacy.referred_on",),
        "working_days_to_contact": ("advocacy.referred_on", "advocacy.first_contact_on"),
    },
    kinds=dict.fromkeys(("working_days_to_allocation", "working_days_so_far", "working_days_to_contact"), NUMBER),
    words={
        "working_days_to_allocation": Words("the time from referral to allocation", "working days"),
        "working_days_so_far": Words("the time from referral to the day", "working days"),
        "working_days_to_contact": Words("the time from referral to first contact", "working days"),
    },
)
