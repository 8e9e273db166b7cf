"""Waiting for an advocate: how long each step takes, and who waits on the day."""

from evidencegen.measures.condition import GIVEN, at_most, where
from evidencegen.measures.families.advocacy import NOT_TO_BE, WORKING_DAYS_TO_ALLOCATION
from evidencegen.measures.measure import Direction, Exclusion, Measure, Wait
from evidencegen.measures.view import Unit
from evidencegen.measures.views.referrals import REFERRALS

WORKING_DAYS = Unit("working day", "working days")
WEEKDAYS = "Working days are Monday to Friday, bank holidays not taken out."

DAYS_TO_ALLOCATION = Measure(
    key="advocacy.days_to_allocation",
    title="Working days from asking for an advocate until one was allocated",
    view=REFERRALS,
    of=Unit("referral not declined or withdrawn", "referrals not declined or withdrawn"),
    excluded=(
        NOT_TO_BE,
        Exclusion("allocated before it was asked for", where(working_days_to_allocation=at_most(-1)), quality=True),
        Exclusion(
            "met or closed with no day of allocation on record",
            where(passed_over_allocation="yes"),
            quality=True,
        ),
    ),
    counted=where(working_days_to_allocation=GIVEN),
    dated_by="referred_on",
    wait=Wait("working_days_to_allocation", "working_days_so_far", WORKING_DAYS),
    by=("kind", "service"),
    answers=("care_act.s68",),
    rows=(9,),
    why="A share in time hides how long the others waited.",
    caution=f"{WEEKDAYS} No day of allocation means still waiting.",
    direction=Direction.LOWER,
)
DAYS_TO_CONTACT = Measure(
    key="advocacy.days_to_contact",
    title="Working days from asking for an advocate until the person was seen",
    view=REFERRALS,
    of=Unit("referral not declined or withdrawn", "referrals not declined or withdrawn"),
    excluded=(
        NOT_TO_BE,
        Exclusion("seen before it was asked for", where(working_days_to_contact=at_most(-1)), quality=True),
        Exclusion(
            "closed with no day of first contact on record",
            where(passed_over_contact="yes"),
            quality=True,
        ),
    ),
    counted=where(working_days_to_contact=GIVEN),
    dated_by="referred_on",
    wait=Wait("working_days_to_contact", "working_days_so_far", WORKING_DAYS),
    by=("kind", "service"),
    answers=("care_act.s68",),
    rows=(9,),
    why="An advocate on paper speaks for nobody.",
    caution=f"{WEEKDAYS} No day of first contact means still waiting.",
    direction=Direction.LOWER,
)
WAITING = Measure(
    key="advocacy.waiting",
    title="Referrals waiting for an advocate on the day",
    view=REFERRALS,
    of=Unit("referral waiting", "referrals waiting"),
    out_of=where(waiting="yes"),
    count_only=True,
    by=("service",),
    answers=("care_act.s68",),
    rows=(9,),
    why="Each is a person who has nobody to speak up with yet.",
    caution=(
        "Asked for by the day and neither allocated, met, declined, withdrawn nor closed by then, however long ago it "
        "was asked for."
    ),
    direction=Direction.LOWER,
)
WAITING_IN_TIME = Measure(
    key="advocacy.waiting_in_time",
    title="Referrals waiting that are still within the time we look for",
    view=REFERRALS,
    of=Unit("referral waiting", "referrals waiting"),
    counted=where(working_days_waiting=at_most(WORKING_DAYS_TO_ALLOCATION)),
    out_of=where(waiting="yes", referred_on=GIVEN),
    answers=("care_act.s68",),
    rows=(9,),
    why="Those beyond it are the ones to ring about tomorrow.",
    caution=f"{WEEKDAYS} Counted from the day of asking to the day of the figures.",
)
