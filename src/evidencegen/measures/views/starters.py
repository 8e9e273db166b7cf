"""Each member of staff who started long enough ago to have had the first safeguarding course."""

import narwhals as nw

from evidencegen.intake.kind import NUMBER
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import DONE, TRAINING
from evidencegen.measures.condition import day_number
from evidencegen.measures.ever import compared
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, flag, normalised
from evidencegen.measures.views.training_needs import day_number_of


def _build(views: Views) -> Frame:
    setting = views.setting
    safeguarding = (
        views.of(REQUIRED_TRAINING)
        .filter(nw.col("covers").str.contains("|safeguarding|", literal=True) & ~nw.col("covers").is_null())
        .select(normalised("course").alias("course_key"))
        .unique("course_key")
    )
    records = views.of(TRAINING)
    first = (
        records.with_columns(compared(records, "course").alias("course_key"))
        .filter(nw.col("status").is_null() | nw.col("status").is_in(list(DONE)))
        .join(safeguarding, on="course_key", how="inner")
        .group_by("staff")
        .agg(nw.col("completed_on").min().alias("first_done_on"))
    )
    left = nw.col("left_on")
    days = setting.policy["starter_days"]
    rows = views.of(STAFF).join(first, on="staff", how="left")
    return rows.filter(day_number("started_on") + days <= day_number_of(setting)).with_columns(
        flag(~left.is_null() & (day_number("left_on") < day_number("started_on") + days)).alias("left_early"),
        (day_number("first_done_on") - day_number("started_on")).alias("days_to_safeguarding"),
    )


STARTERS = View(
    key="starters",
    unit=Unit("starter", "starters"),
    register=STAFF,
    build=_build,
    needs=(REQUIRED_TRAINING, TRAINING),
    derived={
        "left_early": ("staff.left_on",),
        "days_to_safeguarding": ("staff.started_on", "training.completed_on", "required_training.covers"),
    },
    kinds={"left_early": FLAG, "days_to_safeguarding": NUMBER},
    words={
        "left_early": Words(
            "whether the starter left before the time was up",
            says={"yes": "the starter left before the time was up", "no": "the starter stayed until the time was up"},
            blank="where no leaving date is on record, the starter counts as employed",
        ),
        "days_to_safeguarding": Words("the time from starting to safeguarding training", "days"),
    },
    persons=True,
)
