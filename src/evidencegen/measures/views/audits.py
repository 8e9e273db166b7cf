"""Each audit planned, and when it was done."""

import narwhals as nw

from evidencegen.intake.kind import NUMBER
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.measures.condition import day_number, midnight
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, flag
from evidencegen.measures.views.training_needs import day_number_of


def _build(views: Views) -> Frame:
    setting = views.setting
    answers = views.of(AUDITS)
    done = nw.when(nw.col("audited_on") <= midnight(setting.as_at)).then(nw.col("audited_on"))
    each = (
        answers.with_columns(done.alias("done_on"))
        .group_by("audit")
        .agg(
            nw.col("origin").min(),
            nw.col("planned_on").min().alias("first_planned_on"),
            nw.col("done_on").min(),
        )
    )
    rows = answers.drop("audit", "planned_on").join(each, on="origin", how="inner")
    last_day = day_number("planned_on") + setting.policy["audit_window_days"]
    return rows.rename({"first_planned_on": "planned_on"}).with_columns(
        (day_number("done_on") - day_number("planned_on")).alias("days_after_plan"),
        flag(nw.col("done_on").is_null() & (last_day >= day_number_of(setting))).alias("window_open"),
    )


AUDITS_VIEW = View(
    key="audits",
    unit=Unit("audit", "audits"),
    register=AUDITS,
    build=_build,
    derived={
        "days_after_plan": ("audits.planned_on", "audits.audited_on"),
        "window_open": ("audits.planned_on", "audits.audited_on"),
    },
    kinds={"days_after_plan": NUMBER, "window_open": FLAG},
    words={
        "days_after_plan": Words("the time from the day planned to the audit", "days"),
        "window_open": Words(
            "whether there was still time to do the audit",
            says={"yes": "there was still time to do the audit", "no": "the time to do the audit was over"},
            blank="with no day planned there was no time to be over",
        ),
    },
)
