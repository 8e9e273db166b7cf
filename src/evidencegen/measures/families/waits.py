"""Waiting for an advocate: how long each step takes, and who waits on the day."""

from evidencegen.measures.condition import GIVEN, at_most, where
from evidencegen.measures.families.advocacy import NOT_TO_BE, WORKING_DAYS_TO_ALLOCATION
from evidencegen.measures.measure import Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.referrals import REFERRALS

WEEKDAYS = "Working days are Monday to Friday, bank holidays not taken out."

DAYS_TO_ALLOCATION = Measure(
    key="advocacy.days_to_allocation",
    title="Working days from asking for an advocate until one was allocated",
    view=REFERRALS,
    of=Unit("referral not declined or withdrawn", "referrals not declined or withdrawn"),
    excluded=(
        NOT_TO_BE,
        Exclusion("allocated before it was asked for", where(working_days_to_allocation=at_most(-1)), quality=True),
    ),
    dated_by="referred_on",
    over="working_days_to_allocation",
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
    ),
    dated_by="referred_on",
    over="working_days_to_contact",
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
DAYS_WAITING = Measure(
    key="advocacy.days_waiting",
    title="Working days that referrals have been waiting for an advocate",
    view=REFERRALS,
    of=Unit("referral waiting", "referrals waiting"),
    out_of=where(waiting="yes"),
    over="working_days_waiting",
    answers=("care_act.s68",),
    rows=(9,),
    why="The age of what waits says more than its number.",
    caution=f"{WEEKDAYS} Counted from the day of asking to the day of the figures.",
    direction=Direction.LOWER,
)
