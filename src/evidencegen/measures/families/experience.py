"""What it was like for the person: safer, listened to, understood, satisfied, more confident."""

from evidencegen.measures.condition import BLANK, one_of, where
from evidencegen.measures.families.msp import CONCLUDED
from evidencegen.measures.measure import Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.concerns import CONCERNS

ANSWERED = Unit("person's answer at the end", "answers people gave at the end")


def _no_answer(column: str) -> tuple[Exclusion, ...]:
    return (
        Exclusion("not asked", where(**{column: "not_asked"})),
        Exclusion("no answer", where(**{column: BLANK}), quality=True),
    )


def _answered(question: Measure, column: str, title: str, *answers: str) -> Measure:
    """How many answered a question, out of everybody who might have been asked it."""
    return Measure(
        key=f"{question.key}_answered",
        title=title,
        view=CONCERNS,
        of=CONCLUDED,
        counted=where(**{column: one_of(*answers)}),
        dated_by="concluded_on",
        by=("service",),
        answers=question.answers,
        rows=question.rows,
        why="The fewer who answered, the less their answers say about the rest.",
        caution="Not asked and blank count as not answered.",
        direction=Direction.NEITHER,
    )


FELT_SAFER = Measure(
    key="msp.felt_safer",
    title="People who felt safer at the end",
    view=CONCERNS,
    of=ANSWERED,
    counted=where(felt_safer="yes"),
    excluded=_no_answer("felt_safer"),
    dated_by="concluded_on",
    by=("service", "group"),
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
    excluded=_no_answer("felt_listened_to"),
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("msp.q4",),
    rows=(10, 11),
    why="Being listened to is an outcome of its own.",
    caution="Partly does not count.",
)
UNDERSTOOD = Measure(
    key="msp.understood",
    title="People who understood what was happening and why",
    view=CONCERNS,
    of=ANSWERED,
    counted=where(understood="yes"),
    excluded=_no_answer("understood"),
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("msp.q5",),
    rows=(10,),
    why="Nobody can take part in what they cannot follow.",
    caution="Partly does not count.",
)
SATISFIED = Measure(
    key="msp.satisfied",
    title="People happy with how it ended",
    view=CONCERNS,
    of=ANSWERED,
    counted=where(satisfied="yes"),
    excluded=_no_answer("satisfied"),
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("msp.q6",),
    rows=(10,),
    why="A concern may be closed and the person still unhappy with what came of it.",
    caution="Partly does not count.",
)
MORE_CONFIDENT = Measure(
    key="msp.more_confident",
    title="People more confident to speak up at review",
    view=CONCERNS,
    of=ANSWERED,
    counted=where(confidence="more"),
    excluded=_no_answer("confidence"),
    dated_by="concluded_on",
    by=("service", "group"),
    answers=("msp.empowerment",),
    rows=(20,),
    why="The best protection is a person who can speak up next time.",
    caution="About the same does not count.",
)
SAFER_ANSWERED = _answered(FELT_SAFER, "felt_safer", "People who said whether they felt safer", "yes", "partly", "no")
LISTENED_TO_ANSWERED = _answered(
    FELT_LISTENED_TO, "felt_listened_to", "People who said whether they felt listened to", "yes", "partly", "no"
)
UNDERSTOOD_ANSWERED = _answered(
    UNDERSTOOD, "understood", "People who said whether they understood what was happening", "yes", "partly", "no"
)
SATISFIED_ANSWERED = _answered(
    SATISFIED, "satisfied", "People who said whether they were happy with how it ended", "yes", "partly", "no"
)
CONFIDENCE_ANSWERED = _answered(
    MORE_CONFIDENT, "confidence", "People who said how confident they were at review", "more", "same", "less"
)
