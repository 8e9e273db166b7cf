"""Each supervision session due or held, with the member of staff it was for."""

import narwhals as nw

from evidencegen.intake.kind import NUMBER, TEXT
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.measures.condition import day_number
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, flag, nothing_like


def _build(views: Views) -> Frame:
    tables = views.tables
    sessions = views.of(SUPERVISION)
    if STAFF.key in tables:
        staff = views.of(STAFF).select("staff", "role", "service", "left_on", "absent_from", "absent_to")
        sessions = sessions.join(staff, on="staff", how="left")
    else:
        blank = (nothing_like("kind").alias(name) for name in ("role", "service"))
        days = (nothing_like("due_on").alias(name) for name in ("left_on", "absent_from", "absent_to"))
        sessions = sessions.with_columns(*blank, *days)
    due = nw.col("due_on")
    away = (
        ~nw.col("absent_from").is_null()
        & (nw.col("absent_from") <= due)
        & (nw.col("absent_to").is_null() | (nw.col("absent_to") >= due))
    )
    left = ~nw.col("left_on").is_null() & (nw.col("left_on") < due)
    return sessions.with_columns(
        (day_number("held_on") - day_number("due_on")).alias("days_late"),
        flag(away).alias("away_when_due"),
        flag(left).alias("left_when_due"),
    )


SESSIONS = View(
    key="sessions",
    unit=Unit("supervision", "supervisions"),
    register=SUPERVISION,
    build=_build,
    derived={
        "days_late": ("supervision.due_on", "supervision.held_on"),
        "away_when_due": ("supervision.due_on",),
        "left_when_due": ("supervision.due_on",),
        "role": ("staff.role",),
        "service": ("staff.service",),
    },
    kinds={"days_late": NUMBER, "away_when_due": FLAG, "left_when_due": FLAG, "role": TEXT, "service": TEXT},
    words={
        "days_late": Words("the time from the day due to the day held", "days"),
        "away_when_due": Words(
            "whether the member of staff was on long-term absence when it was due",
            says={
                "yes": "the member of staff was on long-term absence when it was due",
                "no": "the member of staff was not on long-term absence when it was due",
            },
            blank="where no absence is on record, the member of staff counts as at work",
            also=("staff.absent_from", "staff.absent_to"),
        ),
        "left_when_due": Words(
            "whether the member of staff had left by the day it was due",
            says={
                "yes": "the member of staff had left by the day it was due",
                "no": "the member of staff had not left by the day it was due",
            },
            blank="where no leaving date is on record, the member of staff counts as employed",
            also=("staff.left_on",),
        ),
        "role": Words("the role of the member of staff"),
        "service": Words("the service of the member of staff"),
    },
)
