"""Quality audits: what was found when somebody looked."""

from evidencegen.measures.condition import GIVEN, Policy, at_most, one_of, where
from evidencegen.measures.measure import About, Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.answers import ANSWERS
from evidencegen.measures.views.audits import AUDITS_VIEW
from evidencegen.measures.views.re_audits import RE_AUDITS

APPLIES = Exclusion("question did not apply", where(answer="not_applicable"))
GIVEN_ANSWER = Unit("audit answer", "audit answers")

CONFORMITY = Measure(
    key="audits.conformity",
    title="Audit questions answered yes",
    view=ANSWERS,
    of=GIVEN_ANSWER,
    counted=where(answer="yes"),
    excluded=(APPLIES,),
    dated_by="audited_on",
    by=("question", "tests", "service"),
    answers=("cqc.reg17",),
    rows=(12, 22, 23),
    why="Questions are pooled, so that a short audit weighs no more than a long one.",
    caution="Partly counts as not met. Percentages of audits are never averaged.",
    about=About.RECORDS,
)
OUTCOME_REVIEWED = Measure(
    key="audits.outcome_reviewed",
    title="Audits that found the outcome reviewed with the person",
    view=ANSWERS,
    of=GIVEN_ANSWER,
    counted=where(answer="yes"),
    out_of=where(tests="outcome_review"),
    excluded=(APPLIES,),
    dated_by="audited_on",
    by=("service",),
    answers=("cqc.reg17",),
    rows=(23,),
    why="It asks what changed for the person, not whether a form was sent.",
    caution="Partly counts as not met.",
    about=About.RECORDS,
)
DID_NOT_APPLY = Measure(
    key="audits.not_applicable",
    title="Audit questions that did not apply",
    view=ANSWERS,
    of=GIVEN_ANSWER,
    counted=where(answer="not_applicable"),
    dated_by="audited_on",
    by=("question", "service"),
    answers=("cqc.reg17",),
    rows=(12, 23),
    why="They are left out of every share of yes, so their own share is shown.",
    caution="A question that seldom applies tests little; one that is waved through tests nothing.",
    about=About.RECORDS,
    direction=Direction.NEITHER,
)
DONE_ON_PLAN = Measure(
    key="audits.done_on_plan",
    title="Audits done by the day planned, or soon after",
    view=AUDITS_VIEW,
    of=Unit("audit planned", "audits planned"),
    counted=where(days_after_plan=at_most(Policy("audit_window_days", "days"))),
    out_of=where(planned_on=GIVEN),
    excluded=(Exclusion("not done, and the days allowed are not over", where(window_open="yes")),),
    dated_by="planned_on",
    by=("service",),
    answers=("cqc.reg17",),
    rows=(12,),
    why="An audit that slips finds things late.",
    caution="Days after the day planned; an audit done before it counts. Planned and not done counts as not done.",
    about=About.RECORDS,
)
AGAIN = Unit("audit question asked again", "audit questions asked again")
NOT_COMPARED = (
    Exclusion("the question did not apply then or now", where(did_not_apply="yes")),
    Exclusion("another version of the audit tool", where(other_version="yes")),
    Exclusion("version of the audit tool not recorded", where(version_unknown="yes"), quality=True),
)
MENDED = Measure(
    key="audits.mended",
    title="Questions not met at the audit before and met at the next",
    view=RE_AUDITS,
    of=Unit("audit question not met before and asked again", "audit questions not met before and asked again"),
    counted=where(answer="yes"),
    out_of=where(answer_before=one_of("no", "partly")),
    excluded=NOT_COMPARED,
    dated_by="audited_on",
    by=("service", "tests"),
    answers=("cqc.reg17", "cqc.learning_culture"),
    rows=(12, 23),
    why="A finding is closed when the next audit no longer finds it.",
    caution="The same question at the same service, in the same version of the tool; partly counts as not met.",
    about=About.RECORDS,
)
CHANGE = Measure(
    key="audits.change",
    title="Audit questions answered better, the same or worse than the time before",
    view=RE_AUDITS,
    of=AGAIN,
    excluded=NOT_COMPARED,
    dated_by="audited_on",
    among="change",
    answers=("cqc.reg17", "cqc.learning_culture"),
    rows=(12, 23),
    why="Getting better in one place while slipping in another is no progress.",
    caution="No, partly and yes, in that order. A question met both times is the same.",
    about=About.RECORDS,
    direction=Direction.NEITHER,
)
MET_BEFORE = Measure(
    key="audits.met_before",
    title="Questions asked again: yes at the audit before",
    view=RE_AUDITS,
    of=AGAIN,
    counted=where(answer_before="yes"),
    excluded=NOT_COMPARED,
    dated_by="audited_on",
    by=("service", "tests"),
    answers=("cqc.reg17",),
    rows=(12, 23),
    why="Where they stood before; the same answers again are beside it.",
    caution="Dated by the later audit, so that both shares are of the same questions.",
    about=About.RECORDS,
    direction=Direction.NEITHER,
)
MET_AGAIN = Measure(
    key="audits.met_again",
    title="Questions asked again: yes at the latest audit",
    view=RE_AUDITS,
    of=AGAIN,
    counted=where(answer="yes"),
    excluded=NOT_COMPARED,
    dated_by="audited_on",
    by=("service", "tests"),
    answers=("cqc.reg17",),
    rows=(12, 23),
    why="Less the share before, it is the change in percentage points.",
    caution="Of the same questions as the share before. Partly counts as not met.",
    about=About.RECORDS,
)
