"""Each improvement action, with where it stands on the day."""

import narwhals as nw

from evidencegen.intake.kind import DATE, NUMBER, choice
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.measures.condition import day_number
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, flag
from evidencegen.measures.views.training_needs import day_number_of

LATENESS = choice(
    days_1_to_30=("Up to 30 days late",),
    days_31_to_90=("31 to 90 days late",),
    over_90_days=("Over 90 days late",),
)


def _build(views: Views) -> Frame:
    done = ~nw.col("completed_on").is_null()
    cancelled = ~nw.col("status").is_null() & (nw.col("status") == "cancelled")
    effect = ~nw.col("effect_after").is_null() | ~nw.col("verified_on").is_null()
    first_due = nw.when(nw.col("first_due_on").is_null()).then(nw.col("due_on")).otherwise(nw.col("first_due_on"))
    return (
        views.of(ACTIONS)
        .with_columns(
            first_due.alias("first_due"),
            nw.when(cancelled)
            .then(nw.lit("cancelled"))
            .when(done)
            .then(nw.lit("completed"))
            .otherwise(nw.lit("open"))
            .alias("standing"),
            flag(effect).alias("effect_evidenced"),
        )
        .with_columns(
            (day_number("completed_on") - day_number("first_due")).alias("days_late"),
            flag(nw.col("due_on") > nw.col("first_due")).alias("moved"),
            _lateness(day_number_of(views.setting)).alias("lateness"),
        )
    )


def _lateness(today: float) -> nw.Expr:
    """How late an open action is on the day; blank where it is not."""
    days = today - day_number("due_on")
    late = (nw.col("standing") == "open") & (days > 0)
    words = nw.when(days > 90).then(nw.lit("over_90_days")).when(days > 30).then(nw.lit("days_31_to_90"))
    band = words.otherwise(nw.lit("days_1_to_30"))
    return nw.when(late).then(band).otherwise(nw.lit(None)).cast(nw.String())


ACTIONS_VIEW = View(
    key="actions",
    unit=Unit("action", "actions"),
    register=ACTIONS,
    build=_build,
    derived={
        "first_due": ("actions.due_on",),
        "standing": ("actions.completed_on",),
        "days_late": ("actions.completed_on", "actions.due_on"),
        "effect_evidenced": ("actions.verified_on",),
        "moved": ("actions.first_due_on", "actions.due_on"),
        "lateness": ("actions.completed_on", "actions.due_on"),
    },
    kinds={
        "first_due": DATE,
        "standing": choice(open=("Open",), completed=("Completed",), cancelled=("Cancelled",)),
        "days_late": NUMBER,
        "effect_evidenced": FLAG,
        "moved": FLAG,
        "lateness": LATENESS,
    },
    words={
        "first_due": Words("the day first set", also=("actions.first_due_on",)),
        "standing": Words(
            "where the action stands",
            says={
                "open": "the action is open",
                "completed": "the action is completed",
                "cancelled": "the action is cancelled",
            },
            blank="an action without a date of completion is open, whatever its status, unless it is cancelled",
            also=("actions.status",),
        ),
        "days_late": Words("the time from the day first set to completion", "days", also=("actions.first_due_on",)),
        "effect_evidenced": Words(
            "evidence of the effect",
            says={"yes": "the effect was measured or verified", "no": "the effect is not evidenced"},
            blank='with neither "After" nor "Date verified" the effect is not evidenced',
            also=("actions.effect_after",),
        ),
        "moved": Words(
            "whether the due date was moved",
            says={"yes": "the due date was moved", "no": "the due date was not moved"},
            blank="with no day first set on record the due date was not moved",
        ),
        "lateness": Words("how late the action is", blank="an action that is not late is not in it"),
    },
)
