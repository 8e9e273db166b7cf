"""Risk and proportion: what happened to the risk, and how lightly it was dealt with."""

from evidencegen.measures.condition import BLANK, GIVEN, Policy, any_of, at_most, one_of, where
from evidencegen.measures.families.msp import CONCLUDED
from evidencegen.measures.measure import Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.concerns import CONCERNS

NO_RISK_RESULT = (
    Exclusion("no risk identified", where(risk_outcome="no_risk")),
    Exclusion(
        "outcome not recorded",
        any_of(where(risk_outcome=BLANK), where(risk_outcome="not_recorded")),
        quality=True,
    ),
)

REDUCED_OR_REMOVED = Measure(
    key="risk.reduced_or_removed",
    title="Risk reduced or removed",
    view=CONCERNS,
    of=Unit("concluded concern with a risk outcome", "concluded concerns with a risk outcome"),
    counted=where(risk_outcome=one_of("reduced", "removed")),
    excluded=NO_RISK_RESULT,
    dated_by="concluded_on",
    by=("service", "group", "control_or_exploitation"),
    answers=("sac.sg2e", "msp.q3"),
    rows=(10, 21, 22),
    why="Safety matters beside wishes; both are shown.",
    caution="Blank is left out.",
)
REMAINED_BY_CHOICE = Measure(
    key="risk.accepted_by_choice",
    title="Risk that remained because the person chose it, informed",
    view=CONCERNS,
    of=Unit("concern where the risk remained", "concerns where the risk remained"),
    counted=where(risk_by_choice="yes"),
    out_of=where(risk_outcome="remained"),
    dated_by="concluded_on",
    answers=("sac.sg2e", "msp.proportionality"),
    rows=(15,),
    why="A person may choose to live with a risk; that choice has to be on record.",
    caution="Blank counts as not the person's choice.",
    direction=Direction.NEITHER,
)
LESS_RESTRICTIVE = Measure(
    key="risk.less_restrictive_considered",
    title="Less restrictive options considered",
    view=CONCERNS,
    of=Unit("concluded concern with a restriction", "concluded concerns with a restriction"),
    counted=where(least_restrictive="yes"),
    out_of=where(restriction_used="yes"),
    dated_by="concluded_on",
    by=("service",),
    answers=("msp.proportionality", "mca.s1"),
    rows=(15,),
    why="A restriction is the last thing tried, not the first.",
    caution="Blank counts as not considered.",
)
RESTRICTION_USED = Measure(
    key="risk.restriction_used",
    title="Concerns answered with a restriction",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(restriction_used="yes"),
    excluded=(
        Exclusion(
            "not recorded",
            any_of(where(restriction_used=BLANK), where(restriction_used="not_recorded")),
            quality=True,
        ),
    ),
    dated_by="concluded_on",
    by=("service",),
    answers=("msp.proportionality",),
    rows=(15,),
    why="It shows whether restriction is the exception.",
    caution="Blank and not recorded are left out.",
    direction=Direction.LOWER,
)
HIGH_RISK = Measure(
    key="risk.high_risk",
    title="High-risk features recorded",
    view=CONCERNS,
    of=CONCERNS.unit,
    counted=where(high_risk=GIVEN),
    dated_by="raised_on",
    among="high_risk",
    each_of=Unit("concern with this recorded", "concerns with this recorded"),
    answers=("msp.protection",),
    rows=(21,),
    why="Coercion and exploitation call for more care in hearing the person, not less.",
    caution="Blank counts as not recorded, never as none.",
    direction=Direction.NEITHER,
)
ABUSE = Measure(
    key="risk.abuse",
    title="Kinds of abuse or neglect in concerns",
    view=CONCERNS,
    of=CONCERNS.unit,
    counted=where(abuse=GIVEN),
    dated_by="raised_on",
    among="abuse",
    each_of=Unit("concern with a kind recorded", "concerns with a kind recorded"),
    answers=("sac.sg2a",),
    rows=(10,),
    why="What people come to harm by decides what training and audits have to look at.",
    caution="One concern may hold several kinds. The national collection counts enquiries, not concerns.",
    direction=Direction.NEITHER,
)
SOURCE = Measure(
    key="risk.source",
    title="Who the risk came from",
    view=CONCERNS,
    of=CONCERNS.unit,
    counted=where(source_of_risk=GIVEN),
    dated_by="raised_on",
    among="source_of_risk",
    each_of=Unit("concern with the source recorded", "concerns with the source recorded"),
    answers=("sac.sg2b_source",),
    rows=(10,),
    why="A service has to see how often the risk came from within.",
    caution="Blank counts as not recorded. The national collection counts enquiries, not concerns.",
    direction=Direction.NEITHER,
)
REFERRED_IN_TIME = Measure(
    key="risk.referred_in_time",
    title="Concerns sent to the council in the time our policy sets",
    view=CONCERNS,
    of=Unit("concern sent to the council", "concerns sent to the council"),
    counted=where(days_to_refer=at_most(Policy("days_to_refer", "days"))),
    out_of=where(referred_on=GIVEN),
    dated_by="raised_on",
    by=("service",),
    answers=("msp.protection",),
    rows=(7,),
    why="The council cannot act on what it has not been told.",
    caution="Calendar days from the day the concern was raised.",
)
