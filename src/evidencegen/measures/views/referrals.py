"""Each referral to an advocate, with how long each step took."""

from evidencegen.intake.kind import NUMBER
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.measures.condition import working_day_number
from evidencegen.measures.view import Frame, Unit, View, Views, Words


def _build(views: Views) -> Frame:
    return views.of(ADVOCACY).with_columns(
        (working_day_number("allocated_on") - working_day_number("referred_on")).alias("working_days_to_allocation"),
        (working_day_number("first_contact_on") - working_day_number("referred_on")).alias("working_days_to_contact"),
    )


REFERRALS = View(
    key="referrals",
    unit=Unit("advocacy referral", "advocacy referrals"),
    register=ADVOCACY,
    build=_build,
    derived={
        "working_days_to_allocation": ("advocacy.referred_on", "advocacy.allocated_on"),
        "working_days_to_contact": ("advocacy.referred_on", "advocacy.first_contact_on"),
    },
    kinds={"working_days_to_allocation": NUMBER, "working_days_to_contact": NUMBER},
    words={
        "working_days_to_allocation": Words("the time from referral to allocation", "working days"),
        "working_days_to_contact": Words("the time from referral to first contact", "working days"),
    },
)
