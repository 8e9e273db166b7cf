"""Making Safeguarding Personal: was the person asked, heard, and did they get what they wanted."""

from evidencegen.measures.condition import BLANK, GIVEN, Policy, any_of, at_most, one_of, where
from evidencegen.measures.measure import Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.concerns import CONCERNS

CONCLUDED = Unit("concluded concern", "concluded concerns")
WITH_A_PLAN = Unit("concluded concern with a plan", "concluded concerns with a plan")
EXPRESSED = Unit("concern with outcomes the person expressed", "concerns with outcomes the person expressed")
REVIEW_DAYS = Policy("review_days", "days")


def _does_not_apply(column: str) -> tuple[Exclusion, ...]:
    return (Exclusion("not applicable", where(**{column: "not_applicable"})),)


CONCERNS_RAISED = Measure(
    key="concerns.raised",
    title="Safeguarding concerns raised",
    view=CONCERNS,
    of=CONCERNS.unit,
    count_only=True,
    dated_by="raised_on",
    by=("service", "group"),
    answers=("sac.sg1f",),
    rows=(10,),
    why="The size of the year's work, behind every share that follows.",
    caution="A person with three concerns counts three times.",
    direction=Direction.NEITHER,
)
PEOPLE = Measure(
    key="concerns.people",
    title="People the concerns were about",
    view=CONCERNS,
    of=Unit("person", "people"),
    count_only=True,
    per="person",
    dated_by="raised_on",
    answers=("sac.sg1a",),
    rows=(10,),
    why="Concerns are not people: one person may be the subject of several.",
    caution="A person with three concerns counts once.",
    direction=Direction.NEITHER,
)
ASKED = Measure(
    key="msp.asked",
    title="People asked what they wanted to happen",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(asked_outcomes=one_of("expressed", "none_expressed")),
    dated_by="concluded_on",
    by=("service", "group", "control_or_exploitation"),
    answers=("sac.sg4a", "msp.q1"),
    rows=(5, 10, 19, 21, 22),
    why="Nothing is personal about safeguarding until the person has been asked.",
    caution="Not recorded and don't know stay in the base and count as not asked.",
    sensitivity=Exclusion(
        "not recorded, or nobody knows whether the person was asked",
        where(asked_outcomes=one_of("not_recorded", "dont_know")),
        quality=True,
    ),
)
EXPRESSED_OUTCOMES = Measure(
    key="msp.expressed",
    title="People who said what they wanted to happen",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(asked_outcomes="expressed"),
    dated_by="concluded_on",
    answers=("sac.sg4a", "msp.q1"),
    rows=(10,),
    why="Being asked well enough to answer.",
    caution="Out of all concluded concerns, those not asked included.",
    direction=Direction.NEITHER,
)
EXPRESSED_OF_ASKED = Measure(
    key="msp.expressed_of_asked",
    title="People asked who said what they wanted to happen",
    view=CONCERNS,
    of=Unit("concluded concern where the person was asked", "concluded concerns where the person was asked"),
    counted=where(asked_outcomes="expressed"),
    out_of=where(asked_outcomes=one_of("expressed", "none_expressed")),
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("sac.sg4a", "msp.q1"),
    rows=(10,),
    why="Where few who are asked say what they want, how they are asked may be the reason.",
    caution="Those not asked are out of scope; read it beside the share asked.",
)
_ACHIEVEMENT_BASE = where(asked_outcomes="expressed")
_NO_ACHIEVEMENT = (
    Exclusion("still open", where(outcome_achieved="ongoing")),
    Exclusion(
        "not recorded",
        any_of(where(outcome_achieved=BLANK), where(outcome_achieved="not_recorded")),
        quality=True,
    ),
)
FULLY_ACHIEVED = Measure(
    key="msp.fully_achieved",
    title="Wanted outcomes fully achieved",
    view=CONCERNS,
    of=EXPRESSED,
    counted=where(outcome_achieved="fully"),
    out_of=_ACHIEVEMENT_BASE,
    excluded=_NO_ACHIEVEMENT,
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("sac.sg4a", "msp.q2"),
    rows=(10, 22),
    why="Whether the person got what they asked for.",
    caution="Blank is left out.",
)
FULLY_OR_PARTLY_ACHIEVED = Measure(
    key="msp.fully_or_partly_achieved",
    title="Wanted outcomes fully or partly achieved",
    view=CONCERNS,
    of=EXPRESSED,
    counted=where(outcome_achieved=one_of("fully", "partly")),
    out_of=_ACHIEVEMENT_BASE,
    excluded=_NO_ACHIEVEMENT,
    dated_by="concluded_on",
    by=("service",),
    answers=("sac.sg4a", "msp.q2"),
    rows=(10,),
    why="Never printed without the share fully achieved beside it.",
    caution="Blank is left out.",
)
PARTLY_ACHIEVED = Measure(
    key="msp.partly_achieved",
    title="Wanted outcomes partly achieved",
    view=CONCERNS,
    of=EXPRESSED,
    counted=where(outcome_achieved="partly"),
    out_of=_ACHIEVEMENT_BASE,
    excluded=_NO_ACHIEVEMENT,
    dated_by="concluded_on",
    by=("service",),
    answers=("sac.sg4a", "msp.q2"),
    rows=(10,),
    why="Half of what a person wanted is not all of it.",
    caution="Blank is left out.",
    direction=Direction.NEITHER,
)
NOT_ACHIEVED = Measure(
    key="msp.not_achieved",
    title="Wanted outcomes not achieved",
    view=CONCERNS,
    of=EXPRESSED,
    counted=where(outcome_achieved="not_achieved"),
    out_of=_ACHIEVEMENT_BASE,
    excluded=_NO_ACHIEVEMENT,
    dated_by="concluded_on",
    by=("service",),
    answers=("sac.sg4a", "msp.q2"),
    rows=(10,),
    why="What did not work is evidence too.",
    caution="Blank is left out.",
    direction=Direction.LOWER,
)
ACHIEVEMENT_RECORDED = Measure(
    key="msp.achievement_recorded",
    title="Achievement of the wanted outcome recorded",
    view=CONCERNS,
    of=EXPRESSED,
    counted=where(outcome_achieved=one_of("fully", "partly", "not_achieved")),
    out_of=_ACHIEVEMENT_BASE,
    dated_by="concluded_on",
    by=("service",),
    answers=("sac.sg4a",),
    rows=(10,),
    why="A share of outcomes achieved is worth what its recording is worth.",
    caution="Blank, ongoing and not recorded count as not recorded.",
)
REVIEWED = Measure(
    key="msp.reviewed",
    title="Plans reviewed with the person in time",
    view=CONCERNS,
    of=WITH_A_PLAN,
    counted=any_of(where(days_to_first_review=at_most(REVIEW_DAYS)), where(days_to_second_review=at_most(REVIEW_DAYS))),
    out_of=where(plan_on=GIVEN),
    dated_by="concluded_on",
    by=("service",),
    answers=("msp.accountability",),
    rows=(7, 8),
    why="A plan nobody goes back to protects nobody.",
    caution="A plan with no review on record counts as not reviewed.",
)
REVIEWED_TWICE = Measure(
    key="msp.reviewed_twice",
    title="Plans reviewed twice, at about two and six weeks",
    view=CONCERNS,
    of=WITH_A_PLAN,
    counted=where(days_to_first_review=at_most(21), days_to_second_review=at_most(56)),
    out_of=where(plan_on=GIVEN),
    dated_by="concluded_on",
    by=("service",),
    answers=("msp.accountability",),
    rows=(7, 8),
    why="Two weeks shows whether the plan started, six whether it holds.",
    caution="No review on record counts as none held.",
)
OWN_WORDS = Measure(
    key="msp.own_words",
    title="Wishes recorded in the person's own words",
    view=CONCERNS,
    of=EXPRESSED,
    counted=where(own_words="yes"),
    out_of=_ACHIEVEMENT_BASE,
    dated_by="concluded_on",
    by=("service",),
    answers=("msp.control",),
    rows=(14, 17),
    why="Own words keep the goal from being rewritten by somebody else.",
    caution="Blank and not recorded count as no.",
)
GOALS_IN_PLAN = Measure(
    key="msp.goals_in_plan",
    title="The person's goals and preferences in the plan",
    view=CONCERNS,
    of=WITH_A_PLAN,
    counted=where(goals_in_plan="yes"),
    out_of=where(plan_on=GIVEN),
    excluded=_does_not_apply("goals_in_plan"),
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("msp.control",),
    rows=(14,),
    why="Control means the plan is built on what the person wants.",
    caution="Blank and not recorded count as no.",
)
INVOLVED = Measure(
    key="msp.involved",
    title="People involved in the decisions",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(involved="yes"),
    excluded=_does_not_apply("involved"),
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("msp.choice",),
    rows=(13, 22),
    why="Choice starts with being in the room.",
    caution="Blank and not recorded count as no.",
)
ACCESSIBLE_INFORMATION = Measure(
    key="msp.accessible_information",
    title="Information given in a form the person can use",
    view=CONCERNS,
    of=CONCLUDED,
    counted=where(accessible_information="yes"),
    excluded=_does_not_apply("accessible_information"),
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("msp.choice", "ais"),
    rows=(13, 20),
    why="Nobody can choose from what they cannot read or follow.",
    caution="Blank and not recorded count as no.",
)
COMMUNICATION_TOOL = Measure(
    key="msp.communication_tool",
    title="A communication tool used where one was called for",
    view=CONCERNS,
    of=Unit("concluded concern where one was called for", "concluded concerns where one was called for"),
    counted=where(communication_tool="yes"),
    excluded=_does_not_apply("communication_tool"),
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("msp.choice",),
    rows=(20,),
    why="Talking Mats, symbols or an interpreter let people speak for themselves.",
    caution="Not applicable means none was called for; blank counts as no.",
)
RECORDED_BARRIERS = Measure(
    key="msp.barriers",
    title="Barriers to being heard that were recorded",
    view=CONCERNS,
    of=CONCERNS.unit,
    counted=where(barriers=GIVEN),
    dated_by="raised_on",
    among="barriers",
    each_of=Unit("concern with barriers recorded", "concerns with barriers recorded"),
    answers=("care_act.s68",),
    rows=(19,),
    why="A barrier that is named can be planned around.",
    caution="Blank counts as not recorded, never as no barrier.",
    direction=Direction.NEITHER,
)
