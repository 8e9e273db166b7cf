"""Each test in practice that was not yet passed, with the next attempt at it."""

import narwhals as nw

from evidencegen.intake.kind import NUMBER, TEXT
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.measures.condition import day_number, midnight
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, flag
from evidencegen.measures.views.sessions import SESSIONS
from evidencegen.measures.views.training_needs import day_number_of

AGAIN = ("supervision.reassess_by", "supervision.held_on", "supervision.result")


def _build(views: Views) -> Frame:
    today = midnight(views.setting.as_at)
    held = views.rows(SESSIONS).filter(~nw.col("result").is_null() & (nw.col("held_on") <= today))
    topic = nw.when(nw.col("topic").is_null()).then(nw.lit("")).otherwise(nw.col("topic"))
    held = held.with_columns(
        topic.alias("topic_key"),
        nw.col("attempt").fill_null(1.0).alias("attempt_no"),
        day_number("held_on").alias("day"),
    )
    wanting = held.filter(nw.col("result") != "competent")
    later = held.select(
        "staff",
        "topic_key",
        nw.col("day").alias("next_day"),
        nw.col("attempt_no").alias("next_attempt"),
    )
    follows = (nw.col("next_day") > nw.col("day")) | (
        (nw.col("next_day") == nw.col("day")) & (nw.col("next_attempt") > nw.col("attempt_no"))
    )
    following = (
        wanting.select("origin", "staff", "topic_key", "day", "attempt_no")
        .join(later, on=["staff", "topic_key"], how="inner")
        .filter(follows)
        .group_by("origin")
        .agg(nw.col("next_day").min())
    )
    rows = wanting.join(following, on="origin", how="left")
    by = day_number("reassess_by")
    gone = ~nw.col("left_on").is_null() & (nw.col("left_on") < nw.col("reassess_by"))
    away = (
        ~nw.col("absent_from").is_null()
        & (nw.col("absent_from") <= nw.col("reassess_by"))
        & (nw.col("absent_to").is_null() | (nw.col("absent_to") >= nw.col("reassess_by")))
    )
    return rows.with_columns(
        (nw.col("next_day") - by).alias("days_after_reassess_by"),
        flag(nw.col("next_day").is_null() & (by >= day_number_of(views.setting))).alias("not_due_yet"),
        flag(gone).alias("left_by_then"),
        flag(away).alias("away_then"),
    )


REASSESSMENTS = View(
    key="reassessments",
    unit=Unit("test not yet passed", "tests not yet passed"),
    register=SUPERVISION,
    build=_build,
    derived={
        "days_after_reassess_by": AGAIN,
        "not_due_yet": AGAIN,
        "left_by_then": (*AGAIN, "staff.left_on"),
        "away_then": (*AGAIN, "staff.staff"),
        "service": ("staff.service",),
    },
    kinds={
        "days_after_reassess_by": NUMBER,
        "not_due_yet": FLAG,
        "left_by_then": FLAG,
        "away_then": FLAG,
        "service": TEXT,
    },
    words={
        "days_after_reassess_by": Words("the time from the day to reassess by to the next attempt", "days"),
        "not_due_yet": Words(
            "whether the day to reassess by is still to come",
            says={"yes": "the day to reassess by is still to come", "no": "the day to reassess by has come"},
            blank='with no "Reassess by" there is no day to come',
        ),
        "left_by_then": Words(
            "whether the member of staff had left",
            says={"yes": "the member of staff had left by then", "no": "the member of staff had not left by then"},
            blank='with no "Leaving date" the member of staff had not left',
        ),
        "away_then": Words(
            "whether the member of staff was away",
            says={"yes": "the member of staff was on long-term absence then", "no": "the member of staff was at work"},
            blank="with no first day of absence the member of staff was at work",
        ),
        "service": Words("the service of the member of staff"),
    },
    needs=(STAFF,),
)
