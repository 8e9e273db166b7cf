"""Quality audits: what was found when somebody looked."""

from evidencegen.measures.condition import where
from evidencegen.measures.measure import About, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.answers import ANSWERS

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
