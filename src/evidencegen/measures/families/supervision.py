"""Supervision and practice: held when due, tested on real situations, about the person's outcome."""

from evidencegen.measures.condition import BLANK, GIVEN, at_least, at_most, one_of, where
from evidencegen.measures.families.training import AWAY, STAFF_IN_SCOPE
from evidencegen.measures.measure import About, Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.reassessments import REASSESSMENTS
from evidencegen.measures.views.sessions import SESSIONS
from evidencegen.measures.views.staff_standing import SCENARIOS, STAFF_STANDING

IS_SUPERVISION = one_of("one_to_one", "group")
TESTED = Unit("member of staff tested", "members of staff tested")

ON_TIME = Measure(
    key="supervision.on_time",
    title="Supervision held by the day it was due",
    view=SESSIONS,
    of=Unit("supervision due", "supervisions due"),
    counted=where(days_late=at_most(0)),
    out_of=where(kind=IS_SUPERVISION, due_on=GIVEN),
    excluded=(
        Exclusion("on long-term absence when it was due", where(away_when_due="yes")),
        Exclusion("had left by the day it was due", where(left_when_due="yes")),
    ),
    dated_by="due_on",
    by=("service", "role"),
    answers=("cqc.reg18",),
    rows=(22,),
    why="Supervision that slips is the first thing to go when a service is under strain.",
    caution="A session due and not held counts as not on time.",
    about=About.STAFF,
)
ASKED_OUTCOME = Measure(
    key="supervision.asked_outcome",
    title="Supervisions that asked: did we achieve the person's outcome?",
    view=SESSIONS,
    of=Unit("supervision held", "supervisions held"),
    counted=where(asked_outcome="yes"),
    out_of=where(kind=IS_SUPERVISION, held_on=GIVEN),
    excluded=(Exclusion("role does not work with people", where(asked_outcome="not_applicable")),),
    dated_by="held_on",
    by=("service",),
    answers=("cqc.reg17",),
    rows=(24, 22),
    why="It turns supervision from tasks done to outcomes reached.",
    caution="Blank and not recorded count as not asked.",
    about=About.STAFF,
)
SCENARIO_TESTED = Measure(
    key="supervision.scenario_tested",
    title="Staff tested on a safeguarding or advocacy scenario in the year",
    view=STAFF_STANDING,
    of=STAFF_IN_SCOPE,
    counted=where(scenario_tested="yes"),
    excluded=(AWAY,),
    by=("service", "role"),
    answers=("cqc.reg18", "cqc.evidence.observation"),
    rows=(3,),
    why="A scenario shows what a certificate cannot.",
    caution="Twelve months to the day; a scenario with no result on record does not count.",
    about=About.STAFF,
)
COMPETENT = Measure(
    key="supervision.competent",
    title="Competent at their latest attempt",
    view=STAFF_STANDING,
    of=TESTED,
    counted=where(latest_result="competent"),
    out_of=where(scenario_tested="yes"),
    excluded=(AWAY,),
    answers=("cqc.reg18", "cqc.evidence.observation"),
    rows=(3,),
    why="The latest attempt shows what staff can do now.",
    caution="Where two tests were held on one day with the same attempt number, the weaker result counts.",
)
COMPETENT_FIRST_TIME = Measure(
    key="supervision.competent_first_time",
    title="Competent at the first attempt",
    view=SESSIONS,
    of=Unit("first attempt at a scenario", "first attempts at a scenario"),
    counted=where(result="competent"),
    out_of=where(topic=one_of(*SCENARIOS), result=GIVEN),
    excluded=(
        Exclusion("a second or later attempt", where(attempt=at_least(2))),
        Exclusion("not recorded which attempt it was", where(attempt=BLANK), quality=True),
    ),
    dated_by="held_on",
    answers=("cqc.reg18",),
    rows=(3,),
    why="It shows what training alone had given, before anybody was put right.",
    caution="Attempts at safeguarding and advocacy scenarios; one member of staff may have several.",
)
REASSESSED_ON_TIME = Measure(
    key="supervision.reassessed_on_time",
    title="Staff not yet competent who were tried again by the day set",
    view=REASSESSMENTS,
    of=Unit("test not yet passed and due again", "tests not yet passed and due again"),
    counted=where(days_after_reassess_by=at_most(0)),
    excluded=(
        Exclusion("the day set had not yet come", where(not_due_yet="yes")),
        Exclusion("had left by the day set", where(left_by_then="yes")),
        Exclusion("on long-term absence on the day set", where(away_then="yes")),
        Exclusion("no day was set", where(reassess_by=BLANK), quality=True),
    ),
    dated_by="held_on",
    answers=("cqc.reg18", "cqc.evidence.observation"),
    rows=(3,),
    why="A gap that was found and left is worse than one nobody has found.",
    caution="The next attempt at the same scenario, whatever came of it; none on record counts as not on time.",
)
HELD = Measure(
    key="supervision.held",
    title="Supervisions, observations and assessments held",
    view=SESSIONS,
    of=Unit("session held", "sessions held"),
    out_of=where(held_on=GIVEN),
    count_only=True,
    dated_by="held_on",
    by=("kind", "service"),
    answers=("cqc.reg18",),
    rows=(24,),
    why="Practice that is watched is known; practice that is talked about is told.",
    caution="Volume is not quality. A session with no day on which it was held is not counted.",
    about=About.STAFF,
    direction=Direction.NEITHER,
)
TRAINED_COMPETENT_SUPERVISED = Measure(
    key="supervision.trained_competent_supervised",
    title="Staff trained and competent and supervised",
    view=STAFF_STANDING,
    of=STAFF_IN_SCOPE,
    counted=where(safeguarding_current="yes", latest_result="competent", supervised="yes"),
    excluded=(AWAY,),
    by=("service",),
    answers=("cqc.reg18",),
    rows=(3, 22),
    why="Three registers have to agree about the same member of staff.",
    caution="Safeguarding training current, competent at the latest scenario, and a recent supervision held.",
    about=About.STAFF,
)
