"""Each training record that ran out, and whether it had been renewed by then."""

import narwhals as nw

from evidencegen.intake.kind import DATE, TEXT
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.condition import DAY, day_number, midnight
from evidencegen.measures.required import NEED, NEVER_RUNS_OUT, asked_of_all
from evidencegen.measures.view import FLAG, Frame, NotCollected, Unit, View, Views, Words, flag

LATEST_ONLY = "the training record holds only the latest date of each course, so past renewals cannot be seen"


def _build(views: Views) -> Frame:
    staff, asked = views.of(STAFF), asked_of_all(views.ever)
    lines, persons = asked.of(staff)
    needs = staff[persons].with_columns(*asked.lines[lines].iter_columns())
    done = nw.col("completed_on") <= midnight(views.setting.as_at)
    records = asked.answers.filter(nw.col("line").is_in(lines.tolist()) & ~nw.col("completed_on").is_null() & done)
    records = records.unique([*NEED, "completed_on"], keep="first", order_by=["record_origin"])
    held = records.group_by(*NEED).agg(nw.len().alias("held"))
    if not (held.get_column("held") > 1).any():
        raise NotCollected(LATEST_ONLY)
    completions = records.select(*NEED, day_number("completed_on").alias("next_done"))
    expiries = records.select(*NEED, "record_origin", "lasts_to", day_number("completed_on").alias("done"))
    later = (
        expiries.join(completions, on=NEED, how="inner")
        .filter(nw.col("next_done") > nw.col("done"))
        .group_by("record_origin")
        .agg(nw.col("next_done").min())
    )
    rows = needs.join(expiries, on=NEED, how="inner").join(later, on="record_origin", how="left")
    runs_out = rows.filter(~nw.col("lasts_to").is_null()).filter(nw.col("lasts_to") < NEVER_RUNS_OUT)
    renewed = nw.col("next_done").fill_null(NEVER_RUNS_OUT) <= nw.col("lasts_to")
    ran_out_on = (nw.col("lasts_to") * DAY).cast(nw.Int64()).cast(nw.Datetime("ms"))
    dated = runs_out.with_columns(ran_out_on.alias("ran_out_on"), flag(renewed).alias("renewed_in_time"))
    employed = (nw.col("started_on") <= nw.col("ran_out_on")) & (
        nw.col("left_on").is_null() | (nw.col("left_on") >= nw.col("ran_out_on"))
    )
    return dated.filter(employed)


RENEWALS = View(
    key="renewals",
    unit=Unit("training record that ran out", "training records that ran out"),
    register=STAFF,
    build=_build,
    needs=(REQUIRED_TRAINING, TRAINING),
    derived={
        "renewed_in_time": ("training.completed_on",),
        "ran_out_on": ("training.completed_on",),
        "course": ("required_training.course",),
    },
    also={"record_origin": TRAINING},
    kinds={"renewed_in_time": FLAG, "ran_out_on": DATE, "course": TEXT},
    words={
        "renewed_in_time": Words(
            "whether the course was renewed in time",
            says={
                "yes": "the course was renewed by the day it ran out",
                "no": "the course was not renewed by the day it ran out",
            },
            blank="a course with no later completion on record counts as not renewed",
        ),
        "ran_out_on": Words("the day the record ran out"),
        "course": Words("the course"),
    },
)
