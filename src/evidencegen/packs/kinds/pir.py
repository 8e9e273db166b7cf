"""The Provider Information Return: an answer of at most 500 words to each thing that it asks about safeguarding."""

from evidencegen.limit import Limit
from evidencegen.packs.pack import Pack, PracticePlan, SectionPlan

LIMIT = Limit(words=500, not_counted=["question", "notes"])
"""What the return takes: an answer alone, without the table above it and the annex that says where figures are from."""
SAFEGUARDING = SectionPlan(
    key="safeguarding",
    title="How people are kept safe",
    template="pir/safeguarding.html.j2",
    needs=(
        "msp.asked",
        "msp.own_words",
        "msp.fully_achieved",
        "msp.partly_achieved",
        "msp.not_achieved",
        "msp.reviewed",
        "msp.felt_safer",
        "risk.reduced_or_removed",
        "advocacy.asked_for",
        "advocacy.seen_privately",
    ),
    practice=(
        PracticePlan("outcomes", "Finding out what the person wants", ()),
        PracticePlan("advocacy", "Access to an advocate", ()),
    ),
)
STAFF = SectionPlan(
    key="staff",
    title="How staff are trained and supported",
    template="pir/staff.html.j2",
    needs=(
        "training.all_required",
        "training.safeguarding_current",
        "training.starters_in_six_weeks",
        "supervision.on_time",
        "supervision.asked_outcome",
        "supervision.scenario_tested",
        "supervision.competent",
        "supervision.trained_competent_supervised",
    ),
)
IMPROVEMENT = SectionPlan(
    key="improvement",
    title="What was learnt and improved",
    template="pir/improvement.html.j2",
    needs=(
        "audits.conformity",
        "audits.outcome_reviewed",
        "audits.mended",
        "actions.raised",
        "actions.closed_on_time",
        "actions.overdue",
        "actions.effect_evidenced",
        "actions.worked",
    ),
)
NOTES = SectionPlan(key="notes", title="Annex: evidence notes", template="shared/notes.html.j2")

PIR = Pack(
    key="pir",
    title="Provider Information Return: safeguarding",
    sections=(SAFEGUARDING, STAFF, IMPROVEMENT, NOTES),
    audience="external",
)
