"""Each training record that ran out in the period, and whether it had been renewed by then."""

import narwhals as nw

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.condition import Setting, day_number
from evidencegen.measures.view import Frame, NotCollected, Tables, Unit, View, flag, normalised, rows_of
from evidencegen.measures.views.training_needs import NEED, needs_of, record_lasts_to, requirements

LATEST_ONLY = "the training record holds only the latest date of each course, so past renewals cannot be seen"


def _build(tables: Tables, setting: Setting) -> Frame:
    staff = rows_of(tables, STAFF).with_columns(normalised("role").alias("role_key"))
    needs = needs_of(staff, requirements(tables))
    records = record_lasts_to(tables, needs, setting).filter(~nw.col("completed_on").is_null())
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
    first, last = (float(d.toordinal() - 719_163) for d in (setting.period.first, setting.period.last))
    employed = (day_number("started_on") <= nw.col("lasts_to")) & (
        nw.col("left_on").is_null() | (day_number("left_on") >= nw.col("lasts_to"))
    )
    ran_out = (nw.col("lasts_to") >= first) & (nw.col("lasts_to") <= last)
    renewed = ~nw.col("next_done").is_null() & (nw.col("next_done") <= nw.col("lasts_to"))
    return rows.filter(ran_out & employed).with_columns(flag(renewed).alias("renewed_in_time"))


RENEWALS = View(
    key="renewals",
    unit=Unit("training record that ran out", "training records that ran out"),
    register=STAFF,
    build=_build,
    needs=(REQUIRED_TRAINING, TRAINING),
    derived={"renewed_in_time": ("training.completed_on",), "course": ("required_training.course",)},
    also={"record_origin": TRAINING},
)
