"""The tender pack: an answer to one question, and the evidence behind it."""

from evidencegen.packs.charts import ChartPlan, Kind
from evidencegen.packs.pack import Pack, PracticePlan, SectionPlan, TablePlan

SUMMARY = SectionPlan(
    key="summary",
    title="Our answer",
    template="tender/summary.html.j2",
    needs=(
        "msp.asked",
        "advocacy.asked_for",
        "msp.fully_achieved",
        "supervision.trained_competent_supervised",
        "msp.own_words",
        "msp.reviewed",
        "msp.felt_safer",
        "msp.not_achieved",
    ),
)
TRAINING = SectionPlan(
    key="training",
    title="Training and competence",
    template="tender/training.html.j2",
    needs=(
        "training.current",
        "training.all_required",
        "training.safeguarding_current",
        "training.starters_in_six_weeks",
        "training.standing",
        "training.content",
        "training.renewed_on_time",
        "training.expiring_30",
        "training.expiring_60",
        "training.expiring_90",
        "supervision.scenario_tested",
        "supervision.competent",
        "supervision.on_time",
        "supervision.asked_outcome",
        "supervision.trained_competent_supervised",
    ),
    charts=(
        ChartPlan(
            key="training.by_course",
            kind=Kind.RANGES,
            measures=("training.current",),
            subject="Required training current, by course",
            unit="Share of required course records that are current",
            column="course",
            one="course",
            many="courses",
        ),
    ),
    tables=(
        TablePlan("training.by_role", "Required training current, by role", "role", "Role", ("training.current",)),
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
            "training.content",
            "Staff current in a course that covers the subject",
            "content",
            "Subject covered",
            ("training.content",),
            one_base=True,
            without_empty=True,
        ),
    ),
)
PROCESS_PARTS = (
    PracticePlan("outcomes", "Finding out what the person wants", ("msp.asked",)),
    PracticePlan(
        "advocacy",
        "Access to an advocate",
        ("advocacy.asked_for", "advocacy.asked_for_early", "advocacy.seen_privately"),
    ),
    PracticePlan(
        "decisions",
        "Decisions and reviews",
        ("decisions.capacity_considered", "msp.reviewed", "msp.reviewed_twice"),
    ),
)
PRINCIPLE_PARTS = (
    PracticePlan("choice", "Choice", ("msp.involved", "msp.accessible_information", "msp.communication_tool")),
    PracticePlan("control", "Control", ("msp.own_words", "msp.goals_in_plan", "msp.more_confident")),
    PracticePlan(
        "proportionality",
        "Proportionality",
        ("risk.less_restrictive_considered", "risk.accepted_by_choice"),
    ),
    PracticePlan("partnership", "Partnership", ("partnership.family_involved", "partnership.agencies_involved")),
    PracticePlan("accountability", "Accountability", ("decisions.rationale_recorded",)),
)
PRACTICE = (*PROCESS_PARTS, *PRINCIPLE_PARTS)
PROCESS = SectionPlan(
    key="process",
    title="How we work, and what shows it",
    template="tender/process.html.j2",
    needs=tuple(dict.fromkeys(key for part in PROCESS_PARTS for key in part.needs)),
    practice=PROCESS_PARTS,
)
PRINCIPLES = SectionPlan(
    key="principles",
    title="The five principles in our practice",
    template="tender/principles.html.j2",
    needs=tuple(key for part in PRINCIPLE_PARTS for key in part.needs),
    practice=PRINCIPLE_PARTS,
)
VOICES = SectionPlan(
    key="voices",
    title="Who finds it harder to be heard, and situations of high risk",
    template="tender/voices.html.j2",
    needs=("msp.barriers", "msp.asked", "risk.high_risk", "risk.reduced_or_removed"),
    tables=(
        TablePlan(
            "barriers",
            "Barriers to being heard",
            "barriers",
            "Barrier on record",
            ("msp.barriers",),
            one_base=True,
            largest_first=True,
        ),
        TablePlan("asked.by_group", "Asked what they wanted to happen", "group", "Group", ("msp.asked",)),
        TablePlan(
            "high_risk",
            "Signs of high risk",
            "high_risk",
            "Sign on record",
            ("risk.high_risk",),
            one_base=True,
            largest_first=True,
        ),
        TablePlan(
            "control",
            "Where coercion, exploitation, domestic abuse or modern slavery is on record, and where it is not",
            "control_or_exploitation",
            "On record",
            ("msp.asked", "risk.reduced_or_removed"),
            headings=("Asked what they wanted", "Risk reduced or removed"),
        ),
    ),
)
EXAMPLES = SectionPlan(
    key="examples",
    title="Examples from practice",
    template="shared/examples.html.j2",
    needs=("msp.fully_achieved", "msp.partly_achieved", "msp.not_achieved"),
    stories=True,
)
OUTCOMES = SectionPlan(
    key="outcomes",
    title="What people wanted, and what came of it",
    template="tender/outcomes.html.j2",
    needs=(
        "concerns.raised",
        "concerns.people",
        "msp.fully_achieved",
        "msp.partly_achieved",
        "msp.not_achieved",
        "msp.felt_safer",
        "msp.felt_listened_to",
        "risk.reduced_or_removed",
        "advocacy.referrals",
        "advocacy.allocated",
        "advocacy.made_a_difference",
        "advocacy.supported_where_lacking_capacity",
        "advocacy.by_asker",
        "advocacy.by_reason",
    ),
    charts=(
        ChartPlan(
            key="outcomes.achieved",
            kind=Kind.SHARES,
            measures=("msp.fully_achieved", "msp.partly_achieved", "msp.not_achieved"),
            subject="What people wanted",
            unit="Share of concerns where the person said what they wanted and the result is on record",
            labels=("fully achieved", "partly achieved", "not achieved"),
        ),
    ),
    tables=(
        TablePlan(
            "advocacy.kinds",
            "Referrals by kind of advocacy",
            "kind",
            "Kind",
            ("advocacy.referrals",),
            without_empty=True,
        ),
        TablePlan(
            "advocacy.reasons",
            "What an advocate was asked for",
            "reason",
            "Reason",
            ("advocacy.by_reason",),
            one_base=True,
            without_empty=True,
            largest_first=True,
        ),
        TablePlan(
            "advocacy.askers",
            "Who asked for the advocate",
            "asked_by",
            "Asked by",
            ("advocacy.by_asker",),
            one_base=True,
            without_empty=True,
            largest_first=True,
        ),
    ),
)
GOVERNANCE = SectionPlan(
    key="governance",
    title="What we learned, and what we changed",
    template="tender/governance.html.j2",
    needs=(
        "themes.concerns",
        "actions.by_theme",
        "actions.effect_evidenced",
        "actions.worked",
        "actions.closed_on_time",
        "actions.overdue",
        "audits.outcome_reviewed",
        "audits.conformity",
        "msp.asked",
        "msp.reviewed",
        "msp.fully_achieved",
        "decisions.rationale_recorded",
        "training.safeguarding_current",
        "supervision.asked_outcome",
    ),
    charts=(
        ChartPlan(
            key="audits.tests",
            kind=Kind.RANGES,
            measures=("audits.conformity",),
            subject="Audit answers that were yes, by what the question tests",
            unit="Share of audit answers",
            column="tests",
            one="kind of question",
            many="kinds of question",
        ),
    ),
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
        TablePlan(
            "audits.questions",
            "The audit questions with the lowest share of yes",
            "question",
            "Question",
            ("audits.conformity",),
            lowest=6,
        ),
        TablePlan(
            "services",
            "The same measures, service by service",
            "service",
            "Measure",
            (
                "msp.asked",
                "msp.reviewed",
                "msp.fully_achieved",
                "decisions.rationale_recorded",
                "training.safeguarding_current",
                "supervision.asked_outcome",
                "audits.outcome_reviewed",
                "actions.closed_on_time",
            ),
            transposed=True,
            spread=True,
        ),
    ),
)
NOTES = SectionPlan(key="notes", title="Annex: evidence notes", template="shared/notes.html.j2")

TENDER = Pack(
    key="tender",
    title="Making Safeguarding Personal: the evidence",
    sections=(SUMMARY, PROCESS, PRINCIPLES, TRAINING, VOICES, OUTCOMES, EXAMPLES, GOVERNANCE, NOTES),
)
