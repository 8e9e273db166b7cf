"""The board pack: what changed, what was decided, and what needs a decision now, month by month."""

from evidencegen.packs.pack import Pack, SectionPlan, TablePlan

MOST_NAMED = 10
"""Services and courses named one by one; the rest are told in a line."""
SUMMARY = SectionPlan(
    key="summary",
    title="What changed, and what was decided",
    template="board/summary.html.j2",
    needs=("concerns.raised", "msp.asked", "training.current", "actions.overdue"),
)
CHARTS = SectionPlan(key="charts", title="Month by month", template="board/charts.html.j2")
THEMES = SectionPlan(
    key="themes",
    title="Themes, actions and their effect",
    template="board/themes.html.j2",
    needs=("themes.concerns", "actions.by_theme", "actions.effect_evidenced", "actions.worked"),
    tables=(
        TablePlan(
            "themes",
            "What mattered to people, what was done about it, and whether the effect is shown",
            "themes",
            "Theme",
            ("themes.concerns", "actions.by_theme", "actions.effect_evidenced"),
            headings=("Concerns", "Actions raised", "Completed, effect shown"),
            one_base=True,
            without_empty=True,
            largest_first=True,
        ),
    ),
)
ACTIONS = SectionPlan(
    key="actions",
    title="Overdue actions",
    template="board/actions.html.j2",
    needs=("actions.overdue", "actions.how_late", "actions.closed_on_time", "actions.date_moved"),
    tables=(
        TablePlan(
            "actions.how_late",
            "How late they are",
            "lateness",
            "How late",
            ("actions.how_late",),
            headings=("Of those overdue",),
            one_base=True,
            last_first=True,
        ),
        TablePlan(
            "actions.by_service",
            "Actions overdue, closed on time and put back, by service",
            "service",
            "Service",
            ("actions.overdue", "actions.closed_on_time", "actions.date_moved"),
            headings=("Overdue, of those open", "Completed by the day first set", "Due date put back"),
            worst_first=True,
            most=MOST_NAMED,
        ),
        TablePlan(
            "actions.by_source",
            "Actions overdue, by where the need was found",
            "source",
            "Source",
            ("actions.overdue", "actions.closed_on_time"),
            headings=("Overdue, of those open", "Completed by the day first set"),
            worst_first=True,
        ),
    ),
)
FALLING_DUE = ("training.expiring_30", "training.expiring_60", "training.expiring_90")
TRAINING = SectionPlan(
    key="training",
    title="Training falling due",
    template="board/training.html.j2",
    needs=("training.standing", *FALLING_DUE, "training.current"),
    tables=(
        TablePlan(
            "training.standing",
            "Where required training stands",
            "standing",
            "Standing",
            ("training.standing",),
            one_base=True,
            without_empty=True,
        ),
        TablePlan(
            "training.due_by_service",
            "Current training that runs out, by service",
            "service",
            "Service",
            FALLING_DUE,
            headings=("Within 30 days", "Within 60 days", "Within 90 days"),
            worst_first=True,
            most=MOST_NAMED,
        ),
        TablePlan(
            "training.due_by_course",
            "Current training that runs out, by course",
            "course",
            "Course",
            FALLING_DUE,
            headings=("Within 30 days", "Within 60 days", "Within 90 days"),
            worst_first=True,
            most=MOST_NAMED,
        ),
    ),
)
FILLED = tuple(
    f"quality.{register}_filled"
    for register in (
        "safeguarding",
        "advocacy",
        "staff",
        "required_training",
        "training",
        "supervision",
        "audits",
        "actions",
    )
)
IN_TIME = (
    "concerns.raised_next_day",
    "msp.achievement_recorded",
    "supervision.on_time",
    "audits.done_on_plan",
)
QUALITY = SectionPlan(
    key="quality",
    title="How far the figures can be relied on",
    template="board/quality.html.j2",
    needs=(*FILLED, *IN_TIME),
    tables=(
        TablePlan(
            "quality.safeguarding",
            "Columns of the safeguarding log least often filled in",
            "column",
            "Column",
            ("quality.safeguarding_filled",),
            lowest=6,
        ),
    ),
)
RESTATED = SectionPlan(key="restated", title="Figures restated", template="board/restated.html.j2")
NOTES = SectionPlan(key="notes", title="Annex: evidence notes", template="shared/notes.html.j2")

BOARD = Pack(
    key="board",
    title="Safeguarding and quality: report to the board",
    sections=(SUMMARY, CHARTS, THEMES, ACTIONS, TRAINING, QUALITY, RESTATED, NOTES),
    audience="internal",
)
