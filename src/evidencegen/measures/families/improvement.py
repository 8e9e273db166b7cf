"""Learning: what themes came up, what was done, and whether it worked."""

from evidencegen.measures.condition import BLANK, GIVEN, Day, any_of, at_most, before, one_of, where
from evidencegen.measures.measure import About, Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.actions import ACTIONS_VIEW
from evidencegen.measures.views.concerns import CONCERNS

COMPLETED = Unit("completed action", "completed actions")

THEMES = Measure(
    key="themes.concerns",
    title="What mattered to people, by theme recorded",
    view=CONCERNS,
    of=CONCERNS.unit,
    counted=where(themes=GIVEN),
    dated_by="raised_on",
    among="themes",
    each_of=Unit("concern with a theme recorded", "concerns with a theme recorded"),
    answers=("cqc.learning_culture",),
    rows=(11,),
    why="What people say they want shows where practice has to change.",
    caution="A concern may carry several themes. Concerns with none recorded are not in the base of any theme.",
    direction=Direction.NEITHER,
)
CLOSED_ON_TIME = Measure(
    key="actions.closed_on_time",
    title="Actions completed by the day first set",
    view=ACTIONS_VIEW,
    of=Unit("action due", "actions due"),
    counted=where(days_late=at_most(0)),
    excluded=(Exclusion("cancelled", where(standing="cancelled")),),
    dated_by="first_due",
    by=("service", "source"),
    answers=("cqc.reg17",),
    rows=(12,),
    why="A date that moves is a promise that moved.",
    caution="The first due date counts, however often it was moved; not completed counts as late.",
    about=About.RECORDS,
)
OVERDUE = Measure(
    key="actions.overdue",
    title="Open actions past their due date",
    view=ACTIONS_VIEW,
    of=Unit("open action", "open actions"),
    counted=where(due_on=before(Day.AS_AT)),
    out_of=where(standing="open"),
    by=("service", "source"),
    answers=("cqc.reg17",),
    rows=(12,),
    why="What is late now.",
    caution=(
        "An action due on the day is not yet overdue. Marked completed without a date counts as open. "
        "Dates moved and actions cancelled count as they stand now."
    ),
    about=About.RECORDS,
    direction=Direction.LOWER,
)
EFFECT_EVIDENCED = Measure(
    key="actions.effect_evidenced",
    title="Completed actions with evidence of their effect",
    view=ACTIONS_VIEW,
    of=COMPLETED,
    counted=where(effect_evidenced="yes"),
    out_of=where(standing="completed"),
    dated_by="completed_on",
    among="themes",
    each_of=Unit("action with evidence of its effect", "actions with evidence of their effect"),
    answers=("cqc.reg17",),
    rows=(11, 12),
    why="Done is not the same as worked.",
    caution="A measure taken afterwards, or a check by a person on a given day.",
    about=About.RECORDS,
)
WORKED = Measure(
    key="actions.worked",
    title="Actions found to have worked",
    view=ACTIONS_VIEW,
    of=Unit("completed action with a verdict", "completed actions with a verdict"),
    counted=where(worked="yes"),
    out_of=where(standing="completed"),
    excluded=(Exclusion("no verdict yet", any_of(where(worked=BLANK), where(worked=one_of("too_early")))),),
    dated_by="completed_on",
    answers=("cqc.reg17",),
    rows=(11, 12),
    why="Some actions do not work; saying so is what learning looks like.",
    caution="Partly worked does not count.",
    about=About.RECORDS,
)
BY_THEME = Measure(
    key="actions.by_theme",
    title="Actions raised, by theme",
    view=ACTIONS_VIEW,
    of=Unit("action raised", "actions raised"),
    counted=where(themes=GIVEN),
    dated_by="raised_on",
    among="themes",
    each_of=Unit("action with a theme recorded", "actions with a theme recorded"),
    answers=("cqc.reg17",),
    rows=(11, 12),
    why="Each theme should lead to something being done.",
    caution="Blank counts as no theme recorded.",
    about=About.RECORDS,
    direction=Direction.NEITHER,
)
