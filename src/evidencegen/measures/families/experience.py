"""What it was like for the person: safer, listened to, more confident."""

from evidencegen.measures.condition import BLANK, any_of, where
from evidencegen.measures.measure import Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.concerns import CONCERNS

ANSWERED = Unit("person's answer at the end", "answers people gave at the end")
FELT_SAFER = Measure(
    key="msp.felt_safer",
    title="People who felt safer at the end",
    view=CONCERNS,
    of=ANSWERED,
    counted=where(felt_safer="yes"),
    excluded=(Exclusion("no answer on record", any_of(where(felt_safer=BLANK), where(felt_safer="not_asked"))),),
    dated_by="concluded_on",
    answers=("msp.q7",),
    rows=(10,),
    why="The person is the judge of whether safeguarding made them safer.",
    caution="Partly safer does not count.",
)
FELT_LISTENED_TO = Measure(
    key="msp.felt_listened_to",
    title="People who felt listened to",
    view=CONCERNS,
    of=ANSWERED,
    counted=where(felt_listened_to="yes"),
    excluded=(
        Exclusion("no answer on record", any_of(where(felt_listened_to=BLANK), where(felt_listened_to="not_asked"))),
    ),
    dated_by="concluded_on",
    answers=("msp.q4",),
    rows=(10, 11),
    why="Being listened to is an outcome of its own.",
    caution="Partly does not count.",
)
MORE_CONFIDENT = Measure(
    key="msp.more_confident",
    title="People more confident to speak up at review",
    view=CONCERNS,
    of=ANSWERED,
    counted=where(confidence="more"),
    excluded=(Exclusion("no answer on record", any_of(where(confidence=BLANK), where(confidence="not_asked"))),),
    dated_by="concluded_on",
    answers=("msp.empowerment",),
    rows=(20,),
    why="The best protection is a person who can speak up next time.",
    caution="About the same does not count.",
)
