"""Each referral to an advocate, with how long each step took and whether it is waiting still."""

import narwhals as nw

from evidencegen.intake.kind import NUMBER
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.measures.condition import midnight, working_day_number
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, flag

DAYS = ("working_days_to_allocation", "working_days_to_contact", "working_days_so_far", "working_days_waiting")
ENDED = ("declined", "person_declined", "withdrawn")
WAITING = ("advocacy.allocated_on", "advocacy.decision")


def _build(views: Views) -> Frame:
    today = midnight(views.setting.as_at)
    reached = [~nw.col(name).is_null() & (nw.col(name) <= today) for name in ("allocated_on", "first_contact_on")]
    closed = ~nw.col("closed_on").is_null() & (nw.col("closed_on") <= today)
    ended = ~nw.col("decision").is_null() & nw.col("decision").is_in(list(ENDED))
    waiting = (nw.col("referred_on") <= today) & ~reached[0] & ~reached[1] & ~closed & ~ended
    rows = views.of(ADVOCACY).with_columns(nw.lit(today).alias("today"))
    allocated, contacted, so_far = (
        working_day_number(rows.get_column(name)) - working_day_number(rows.get_column("referred_on"))
        for name in ("allocated_on", "first_contact_on", "today")
    )
    rows = rows.drop("today").with_columns(
        allocated.alias("working_days_to_allocation"),
        contacted.alias("working_days_to_contact"),
        so_far.alias("working_days_so_far"),
        flag(waiting).alias("waiting"),
        flag(nw.col("allocated_on").is_null() & (closed | reached[1])).alias("passed_over_allocation"),
        flag(nw.col("first_contact_on").is_null() & closed).alias("passed_over_contact"),
    )
    waited = nw.when(nw.col("waiting") == "yes").then(nw.col("working_days_so_far")).otherwise(nw.lit(None))
    return rows.with_columns(waited.cast(nw.Float64()).alias("working_days_waiting"))


REFERRALS = View(
    key="referrals",
    unit=Unit("advocacy referral", "advocacy referrals"),
    register=ADVOCACY,
    build=_build,
    derived={
        "working_days_to_allocation": ("advocacy.referred_on", "advocacy.allocated_on"),
        "working_days_to_contact": ("advocacy.referred_on", "advocacy.first_contact_on"),
        "working_days_so_far": ("advocacy.referred_on",),
        "waiting": WAITING,
        "passed_over_allocation": ("advocacy.allocated_on",),
        "passed_over_contact": ("advocacy.first_contact_on",),
        "working_days_waiting": WAITING,
    },
    kinds={
        **dict.fromkeys(DAYS, NUMBER),
        "waiting": FLAG,
        "passed_over_allocation": FLAG,
        "passed_over_contact": FLAG,
    },
    words={
        "working_days_to_allocation": Words("the time from referral to allocation", "working days"),
        "working_days_to_contact": Words("the time from referral to first contact", "working days"),
        "working_days_so_far": Words("the time from referral to the day of the figures", "working days"),
        "waiting": Words(
            "whether the referral is waiting for an advocate",
            says={"yes": "the referral is waiting for an advocate", "no": "the referral is not waiting"},
            blank="with no decision, no advocate and no end on record the referral is waiting",
        ),
        "passed_over_allocation": Words(
            "whether a later step is on record with no day of allocation",
            says={
                "yes": "the person was met or the referral closed, with no day of allocation on record",
                "no": "the day of allocation is on record, or nothing later is",
            },
            blank="with neither a first contact nor an end on record nothing was passed over",
            also=("advocacy.first_contact_on", "advocacy.closed_on"),
        ),
        "passed_over_contact": Words(
            "whether the referral was closed with no day of first contact",
            says={
                "yes": "the referral was closed with no day of first contact on record",
                "no": "the day of first contact is on record, or the referral is open",
            },
            blank="with no end on record nothing was passed over",
            also=("advocacy.closed_on",),
        ),
        "working_days_waiting": Words("the time waited so far", "working days"),
    },
)
