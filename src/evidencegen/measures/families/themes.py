"""Themes: what notes in free text are about, and whether something was done that is shown to work."""

from evidencegen.measures.condition import GIVEN, Policy, at_least, where
from evidencegen.measures.measure import About, Direction, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.concerns_in_words import CONCERNS_IN_WORDS
from evidencegen.measures.views.notes import NOTES
from evidencegen.measures.views.themes import THEMES_VIEW

OF_NOTES = Measure(
    key="themes.notes",
    title="Notes in free text in which a theme was found, and which",
    view=NOTES,
    of=NOTES.unit,
    counted=where(themes=GIVEN),
    dated_by="dated_on",
    by=("source", "service"),
    among="themes",
    each_of=Unit("note with a theme", "notes with a theme"),
    answers=("cqc.learning_culture",),
    rows=(11,),
    why="What people say in their own words shows what matters before anybody has ticked a box.",
    caution=(
        "Themes are found by printed rules in what the person wanted, reviews, feedback, lessons, supervision and "
        "audits. A note may carry several, so the themes add up to more than the notes."
    ),
    direction=Direction.NEITHER,
)
IN_WORDS = Measure(
    key="themes.in_words",
    title="Concerns with no theme recorded, by the themes found in their words",
    view=CONCERNS_IN_WORDS,
    of=Unit("concern with no theme recorded", "concerns with no theme recorded"),
    counted=where(themes_in_words=GIVEN),
    out_of=where(theme_recorded="no"),
    dated_by="raised_on",
    among="themes_in_words",
    each_of=Unit("concern with a theme in its words", "concerns with a theme in their words"),
    answers=("cqc.learning_culture",),
    rows=(11,),
    why="A theme that nobody recorded may stand in the notes all the same.",
    caution="Found by printed rules, and kept apart from what people recorded. A concern may have several themes.",
    direction=Direction.NEITHER,
)
FOLLOWED_THROUGH = Measure(
    key="themes.followed_through",
    title="Themes that led to an action whose effect is shown",
    view=THEMES_VIEW,
    of=Unit("theme that came up often enough", "themes that came up often enough"),
    counted=where(effects_shown=at_least(1)),
    out_of=where(records=at_least(Policy("theme_records", "records"))),
    dated_by="last_on",
    answers=("cqc.learning_culture", "cqc.reg17"),
    rows=(11, 12),
    why="It closes the loop: what people say, what was done about it, and whether that worked.",
    caution=(
        "A concern, supervision or audit answer counts once for a theme, whether recorded or in its words. The "
        "action has to be completed in the period."
    ),
    about=About.RECORDS,
)
