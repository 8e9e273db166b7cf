"""The improvement plan: where actions come from, dates that moved, and how late what is late is."""

from evidencegen.measures.condition import GIVEN, where
from evidencegen.measures.families.improvement import CLOSED_ON_TIME
from evidencegen.measures.measure import About, Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.actions import ACTIONS_VIEW

RAISED = Measure(
    key="actions.raised",
    title="Improvement actions raised",
    view=ACTIONS_VIEW,
    of=ACTIONS_VIEW.unit,
    count_only=True,
    dated_by="raised_on",
    by=("source", "service"),
    answers=("cqc.reg17", "cqc.learning_culture"),
    rows=(12,),
    why="A plan fed from one source alone hears one voice.",
    caution="Cancelled actions among them. Volume is not quality and is never a target.",
    about=About.RECORDS,
    direction=Direction.NEITHER,
)
DATE_MOVED = Measure(
    key="actions.date_moved",
    title="Actions whose due date was put back",
    view=ACTIONS_VIEW,
    of=CLOSED_ON_TIME.of,
    counted=where(moved="yes"),
    excluded=(Exclusion("cancelled", where(standing="cancelled")),),
    dated_by="first_due",
    by=("service",),
    answers=("cqc.reg17",),
    rows=(12,),
    why="The same actions as those judged by their first date.",
    caution="No first due date on record counts as never moved.",
    about=About.RECORDS,
    direction=Direction.LOWER,
)
HOW_LATE = Measure(
    key="actions.how_late",
    title="How late the overdue actions are",
    view=ACTIONS_VIEW,
    of=Unit("open action", "open actions"),
    counted=where(lateness=GIVEN),
    out_of=where(standing="open"),
    among="lateness",
    each_of=Unit("overdue action", "overdue actions"),
    answers=("cqc.reg17",),
    rows=(12,),
    why="A week late and a year late are not the same failing.",
    caution="Days from the due date in force to the day of the figures; due on the day is not late.",
    about=About.RECORDS,
    direction=Direction.NEITHER,
)
