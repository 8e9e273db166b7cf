"""The inspection pack: what a manager can say aloud, and statement by statement what the registers show."""

from dataclasses import dataclass

from evidencegen.packs.charts import ChartPlan, Kind
from evidencegen.packs.pack import Pack, PracticePlan, SectionPlan, TablePlan


@dataclass(frozen=True)
class StatementPlan:
    """One statement of what is looked for: the measures that speak to it, and the parts of practice it takes in.

    `by_service` are those of its measures that its table breaks down by service; `listed` are told part by part, each
    under the key of its measure, in place of a sentence.
    """

    key: str
    title: str
    measures: tuple[str, ...]
    by_service: tuple[str, ...]
    practice: tuple[str, ...] = ()
    listed: tuple[TablePlan, ...] = ()

    @property
    def section(self) -> SectionPlan:
        """The section that tells of it."""
        services = TablePlan(
            "services", f"{self.title}, by service", "service", "Measure", self.by_service, transposed=True, spread=True
        )
        return SectionPlan(
            key=self.key,
            title=self.title,
            template="shared/statement.html.j2",
            needs=(*self.measures, *(table.key for table in self.listed)),
            tables=(services, *self.listed),
            practice=tuple(PracticePlan(code, self.title, ()) for code in self.practice),
        )


STANDING = TablePlan(
    "training.standing",
    "Where required training stands",
    "standing",
    "Standing",
    ("training.standing",),
    one_base=True,
    without_empty=True,
)
STATEMENTS = (
    StatementPlan(
        key="outcomes",
        title="Outcomes that people want",
        measures=(
            "msp.asked",
            "msp.expressed_of_asked",
            "msp.fully_achieved",
            "msp.partly_achieved",
            "msp.not_achieved",
            "msp.felt_safer",
            "msp.felt_listened_to",
        ),
        by_service=(
            "msp.asked",
            "msp.expressed_of_asked",
            "msp.fully_achieved",
            "msp.not_achieved",
            "msp.felt_safer",
            "msp.felt_listened_to",
        ),
        practice=("outcomes",),
    ),
    StatementPlan(
        key="choice",
        title="Choice",
        measures=("msp.involved", "msp.accessible_information", "msp.communication_tool", "msp.understood"),
        by_service=("msp.involved", "msp.accessible_information", "msp.communication_tool", "msp.understood"),
        practice=("choice",),
    ),
    StatementPlan(
        key="control",
        title="Control",
        measures=("msp.own_words", "msp.goals_in_plan", "msp.more_confident"),
        by_service=("msp.own_words", "msp.goals_in_plan", "msp.more_confident"),
        practice=("control",),
    ),
    StatementPlan(
        key="proportionality",
        title="Proportionality",
        measures=(
            "risk.reduced_or_removed",
            "risk.less_restrictive_considered",
            "risk.restriction_used",
            "risk.accepted_by_choice",
        ),
        by_service=("risk.reduced_or_removed", "risk.less_restrictive_considered", "risk.restriction_used"),
        practice=("proportionality",),
    ),
    StatementPlan(
        key="partnership",
        title="Partnership",
        measures=("partnership.family_involved", "partnership.agencies_involved", "risk.referred_in_time"),
        by_service=("partnership.family_involved", "partnership.agencies_involved", "risk.referred_in_time"),
        practice=("partnership",),
    ),
    StatementPlan(
        key="accountability",
        title="Accountability",
        measures=(
            "decisions.rationale_recorded",
            "decisions.capacity_considered",
            "msp.reviewed",
            "msp.reviewed_twice",
        ),
        by_service=(
            "decisions.rationale_recorded",
            "decisions.capacity_considered",
            "msp.reviewed",
            "msp.reviewed_twice",
        ),
        practice=("decisions", "accountability"),
    ),
    StatementPlan(
        key="advocacy",
        title="Advocacy (Care Act 2014, sections 67 and 68)",
        measures=(
            "advocacy.asked_for",
            "advocacy.asked_for_early",
            "advocacy.allocated",
            "advocacy.seen_privately",
            "advocacy.waiting",
        ),
        by_service=(
            "advocacy.asked_for",
            "advocacy.asked_for_early",
            "advocacy.allocated",
            "advocacy.seen_privately",
        ),
        practice=("advocacy",),
    ),
    StatementPlan(
        key="staffing",
        title="Staffing and training",
        measures=(
            "training.current",
            "training.all_required",
            "training.safeguarding_current",
            "training.starters_in_six_weeks",
            "training.renewed_on_time",
            "training.expiring_30",
            "supervision.on_time",
            "supervision.scenario_tested",
            "supervision.competent",
            "supervision.reassessed_on_time",
            "supervision.trained_competent_supervised",
        ),
        by_service=(
            "training.current",
            "training.all_required",
            "training.safeguarding_current",
            "training.renewed_on_time",
            "supervision.on_time",
            "supervision.scenario_tested",
            "supervision.trained_competent_supervised",
        ),
        listed=(STANDING,),
    ),
    StatementPlan(
        key="governance",
        title="Governance and learning",
        measures=(
            "audits.done_on_plan",
            "audits.conformity",
            "audits.outcome_reviewed",
            "supervision.asked_outcome",
            "themes.followed_through",
        ),
        by_service=(
            "audits.done_on_plan",
            "audits.conformity",
            "audits.outcome_reviewed",
            "supervision.asked_outcome",
        ),
    ),
)
ACTIONS = SectionPlan(
    key="actions",
    title="Actions, and whether they worked",
    template="inspection/actions.html.j2",
    needs=(
        "actions.raised",
        "actions.closed_on_time",
        "actions.overdue",
        "actions.date_moved",
        "actions.effect_evidenced",
        "actions.worked",
        "actions.how_late",
        "audits.met_before",
        "audits.met_again",
        "audits.mended",
        "audits.conformity",
        "themes.concerns",
        "actions.by_theme",
    ),
    charts=(
        ChartPlan(
            key="audits.again",
            kind=Kind.SHARES,
            measures=("audits.met_before", "audits.met_again"),
            subject="Audit questions asked again",
            unit="Share of the questions asked at both audits to which the answer was yes",
            labels=("yes at the audit before", "yes at the latest"),
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
            "late",
            "How late the overdue actions are",
            "lateness",
            "How late",
            ("actions.how_late",),
            one_base=True,
        ),
        TablePlan(
            "questions",
            "The audit questions with the lowest share of yes",
            "question",
            "Question",
            ("audits.conformity",),
            lowest=6,
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
NOT_JUDGED = ("msp.partly_achieved", "risk.accepted_by_choice")
"""Told under their statement alone, as neither high nor low is better."""
SUMMARY = SectionPlan(
    key="summary",
    title="What to say, and what to look at first",
    template="inspection/summary.html.j2",
    needs=(
        *(key for statement in STATEMENTS for key in statement.measures if key not in NOT_JUDGED),
        "training.standing",
        "actions.closed_on_time",
        "actions.overdue",
        "actions.effect_evidenced",
        "actions.worked",
        "audits.mended",
    ),
    tables=(STANDING,),
)
FRAMEWORKS = ("cqc_quality", "cqc_evidence", "msp_principles", "pamms")
"""Those whose statements it goes through, in this order."""
ANSWERS_NOTHING_HERE = (
    "decisions.capacity_considered",
    "training.renewed_on_time",
    "training.expiring_30",
    "training.standing",
)
"""Told elsewhere, and asked for by none of these."""
GAPS = SectionPlan(
    key="gaps",
    title="What is asked of us, and what is missing",
    template="inspection/gaps.html.j2",
    needs=tuple(
        dict.fromkeys(
            key
            for plan in (SUMMARY, *(statement.section for statement in STATEMENTS), ACTIONS)
            for key in plan.needs
            if key not in ANSWERS_NOTHING_HERE
        )
    ),
)
NOTES = SectionPlan(key="notes", title="Annex: evidence notes", template="shared/notes.html.j2")

INSPECTION = Pack(
    key="inspection",
    title="Inspection: what our registers show",
    sections=(SUMMARY, *(statement.section for statement in STATEMENTS), EXAMPLES, ACTIONS, GAPS, NOTES),
)
