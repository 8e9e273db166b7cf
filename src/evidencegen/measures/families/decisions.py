"""Decisions and partnership: why it was decided, and with whom."""

from evidencegen.measures.condition import BLANK, one_of, where
from evidencegen.measures.families.msp import CONCLUDED
from evidencegen.measures.measure import Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.concerns import CONCERNS

RATIONALE_RECORDED = Measure(
    key="decisions.rationale_recorded",
    title="Reasons for the decision recorded",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(rationale_recorded="yes"),
    dated_by="concluded_on",
    by=("service",),
    answers=("msp.accountability",),
    rows=(7, 17, 22),
    why="A decision without its reasons cannot be reviewed or challenged.",
    caution="Blank and not recorded count as no.",
)
CAPACITY_CONSIDERED = Measure(
    key="decisions.capacity_considered",
    title="Mental capacity considered and recorded",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(capacity_considered="yes"),
    dated_by="concluded_on",
    by=("service",),
    answers=("mca.s1", "sac.sg3a"),
    rows=(7,),
    why="Capacity is assumed, and a doubt about it is looked into for the decision at hand.",
    caution="Blank and not recorded count as no.",
)
FAMILY_INVOLVED = Measure(
    key="partnership.family_involved",
    title="Family or friends involved where the person wanted it",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(family_involved="yes"),
    excluded=(Exclusion("not wanted by the person, or nobody to involve", where(family_involved="not_applicable")),),
    dated_by="concluded_on",
    by=("service",),
    answers=("msp.partnership",),
    rows=(16,),
    why="People are safer with those they trust beside them.",
    caution="Blank and not recorded count as no.",
)
AGENCIES_INVOLVED = Measure(
    key="partnership.agencies_involved",
    title="Other agencies involved",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(agencies_involved="yes"),
    excluded=(Exclusion("no other agency called for", where(agencies_involved="not_applicable")),),
    dated_by="concluded_on",
    by=("service",),
    answers=("msp.partnership",),
    rows=(16,),
    why="Most harm is not ended by one organisation alone.",
    caution="Blank and not recorded count as no.",
)
CAPACITY = Measure(
    key="decisions.capacity",
    title="Whether people had capacity for the decisions, in the four categories of the national return",
    view=CONCERNS,
    of=CONCLUDED,
    dated_by="concluded_on",
    among="capacity",
    answers=("sac.sg3a",),
    rows=(9, 18),
    why="Who could decide for themselves shapes everything that follows.",
    caution="Blank counts as not recorded; the four add up to all concluded concerns.",
    direction=Direction.NEITHER,
)
WITHOUT_CAPACITY = Measure(
    key="decisions.lacked_capacity",
    title="People who lacked capacity",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(capacity="yes"),
    dated_by="concluded_on",
    by=("service",),
    answers=("sac.sg3a",),
    rows=(9, 18),
    why="It says how many people somebody had to speak up with.",
    caution="Don't know, not recorded and blank stay in the base.",
    direction=Direction.NEITHER,
)
LACKED_CAPACITY = Measure(
    key="advocacy.supported_where_lacking_capacity",
    title="People supported where they lacked capacity",
    view=CONCERNS,
    of=Unit(
        "concluded concern where the person lacked capacity", "concluded concerns where the person lacked capacity"
    ),
    counted=where(supported_by=one_of("advocate", "imca", "family", "friend")),
    out_of=where(lacked_capacity="yes"),
    excluded=(Exclusion("support not recorded", where(supported_by=BLANK), quality=True),),
    dated_by="concluded_on",
    answers=("sac.sg3a",),
    rows=(9, 18),
    why="A person who cannot decide still has to be heard.",
    caution="Blank is left out.",
)
