"""Case studies: whose consent stands, and whether they were picked for their endings."""

from evidencegen.measures.condition import GIVEN, includes, one_of, where
from evidencegen.measures.measure import Direction, Measure
from evidencegen.measures.views.stories import STORIES

CONSENTED = Measure(
    key="stories.consented",
    title="Case studies with consent that covers a tender",
    view=STORIES,
    of=STORIES.unit,
    counted=where(
        consent=one_of("yes", "best_interests", "family"), consent_on=GIVEN, consent_covers=includes("tender")
    ),
    by=("consent",),
    answers=("msp.empowerment",),
    rows=(8,),
    why="A story belongs to the person it is about.",
    caution=(
        "Consent is the first of several things that a story needs: `evidencegen case list` tells the rest, such as "
        "the sign-off of its exact text."
    ),
)
OUTCOMES = Measure(
    key="stories.outcomes",
    title="How the case studies ended",
    view=STORIES,
    of=STORIES.unit,
    among="outcome_achieved",
    each_of=STORIES.unit,
    answers=("sac.sg4a",),
    rows=(8, 27),
    why="Stories that all end well, beside concerns that do not, were picked for their endings.",
    caution="To be read beside the outcomes of all concerns: fully, partly and not achieved.",
    direction=Direction.NEITHER,
)
