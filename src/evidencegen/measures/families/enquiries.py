"""Concerns and the council: how soon they were raised, and what became of those that were sent."""

from evidencegen.measures.condition import BLANK, GIVEN, at_most, one_of, where
from evidencegen.measures.measure import Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.concerns import CONCERNS

SENT = Unit("concern the council decided on", "concerns the council decided on")

LED_TO_ENQUIRY = Measure(
    key="concerns.led_to_enquiry",
    title="Concerns sent to the council that led to an enquiry",
    view=CONCERNS,
    of=SENT,
    counted=where(la_decision=one_of("section_42", "other_enquiry")),
    out_of=where(referred_on=GIVEN),
    excluded=(
        Exclusion("the council's decision is awaited", where(la_decision="awaiting")),
        Exclusion("the council's decision is not on record", where(la_decision=BLANK), quality=True),
    ),
    dated_by="raised_on",
    by=("service",),
    answers=("sac.conversion",),
    rows=(10,),
    why="It shows whether what is sent to the council is what the council is there for.",
    caution=(
        "Section 42 enquiries and other enquiries together. A provider's share cannot be set beside a council's, "
        "which counts concerns from everybody."
    ),
    direction=Direction.NEITHER,
)
COUNCIL_DECISION = Measure(
    key="concerns.council_decision",
    title="What the council decided on concerns sent to it",
    view=CONCERNS,
    of=Unit("concern sent to the council", "concerns sent to the council"),
    counted=where(la_decision=GIVEN),
    out_of=where(referred_on=GIVEN),
    dated_by="raised_on",
    among="la_decision",
    each_of=Unit("concern with a decision recorded", "concerns with a decision recorded"),
    answers=("sac.conversion",),
    rows=(10,),
    why="No further action is an answer, and so is a decision that is still awaited.",
    caution="Blank counts as not recorded, never as no further action.",
    direction=Direction.NEITHER,
)
RAISED_NEXT_DAY = Measure(
    key="concerns.raised_next_day",
    title="Concerns raised on the day of what happened, or the day after",
    view=CONCERNS,
    of=Unit("concern with the day of what happened", "concerns with the day of what happened"),
    counted=where(days_to_raise=at_most(1)),
    excluded=(
        Exclusion("day of what happened not recorded", where(occurred_on=BLANK), quality=True),
        Exclusion("raised before it is said to have happened", where(days_to_raise=at_most(-1)), quality=True),
    ),
    dated_by="raised_on",
    by=("service",),
    answers=("msp.protection",),
    rows=(7,),
    why="A concern that is written down late is acted on late.",
    caution="Calendar days. Harm that went on for some time is dated by the day the log gives.",
)
