"""Each member of staff employed on the day: trained, tested in practice, and supervised."""

import narwhals as nw

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.condition import midnight
from evidencegen.measures.layout import by_value
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, flag, nothing_like
from evidencegen.measures.views.training_needs import ABSENT, TRAINING_NEEDS, staff_employed
from evidencegen.period import Period, add_months

CONTENT = tuple(REQUIRED_TRAINING.column("covers").kind.codes)
SCENARIOS = ("msp", "advocacy")
SUPERVISIONS = ("one_to_one", "group")


def _trained(needs: Frame) -> Frame:
    """For each member of staff: whether every required course is current, and which content is."""
    from numpy import array

    counts = ~nw.col("standing").is_in(["exempt", "in_grace"])
    lacking = nw.when(counts & (nw.col("standing") != "current")).then(nw.lit(1)).otherwise(nw.lit(0))
    covers = by_value(needs.get_column("covers"))
    current = (needs.get_column("standing") == "current").to_numpy().astype(bool)
    columns = []
    for content in CONTENT:
        covering = array([f"|{content}|" in (word or "") for (word,) in covers.labels], dtype=bool)
        had = (covers.picked(covering) & current).astype("int64")
        columns.append(nw.new_series(f"has_{content}", had, nw.Int64(), backend=needs.implementation))
    has = [nw.col(f"has_{content}").max() for content in CONTENT]
    whole = needs.with_columns(lacking.alias("lacking"), *columns).group_by("staff").agg(nw.col("lacking").sum(), *has)
    parts = [
        nw.when(nw.col(f"has_{content}") == 1).then(nw.lit(f"{content}|")).otherwise(nw.lit("")) for content in CONTENT
    ]
    return whole.select(
        "staff",
        flag(nw.col("lacking") == 0).alias("all_required"),
        flag(nw.col("has_safeguarding") == 1).alias("safeguarding_current"),
        nw.concat_str(nw.lit("|"), *parts).alias("content"),
    )


def _tested(sessions: Frame) -> Frame:
    """The latest scenario result of each member of staff, from sessions of the year."""
    sessions = sessions.select("origin", "staff", "held_on", "topic", "result", "attempt")
    tests = sessions.filter(nw.col("topic").is_in(list(SCENARIOS)) & ~nw.col("result").is_null())
    latest = tests.group_by("staff").agg(nw.col("held_on").max(), nw.len().alias("tests"))
    results = tests.join(latest, on=["staff", "held_on"], how="inner")
    attempt = nw.when(nw.col("attempt").is_null()).then(nw.lit(1.0)).otherwise(nw.col("attempt"))
    results = results.with_columns(attempt.alias("attempt"))
    last = results.group_by("staff").agg(nw.col("attempt").max())
    return (
        results.join(last, on=["staff", "attempt"], how="inner")
        .group_by("staff")
        .agg(nw.col("result").max().alias("latest_result"), nw.col("origin").min().alias("session_origin"))
    )


def _build(views: Views) -> Frame:
    tables, setting = views.tables, views.setting
    staff = staff_employed(views).join(_trained(views.rows(TRAINING_NEEDS)), on="staff", how="left")
    if SUPERVISION.key not in tables:
        blanks = (nothing_like("role").alias(name) for name in ("latest_result", "scenario_tested", "supervised"))
        return staff.with_columns(*blanks, nothing_like("origin").alias("session_origin"))
    year = Period.months_to(setting.as_at, 12)
    recent = add_months(setting.as_at, -setting.policy["supervision_months"])
    held = views.of(SUPERVISION).filter(nw.col("held_on") >= midnight(year.first))
    supervised = held.filter(nw.col("kind").is_in(list(SUPERVISIONS)) & (nw.col("held_on") > midnight(recent))).select(
        "staff"
    )
    supervised = supervised.unique("staff").with_columns(nw.lit("yes").alias("supervised"))
    joined = staff.join(_tested(held), on="staff", how="left").join(supervised, on="staff", how="left")
    return joined.with_columns(
        flag(~nw.col("latest_result").is_null()).alias("scenario_tested"),
        flag(~nw.col("supervised").is_null()).alias("supervised"),
    )


STAFF_STANDING = View(
    key="staff_standing",
    unit=Unit("member of staff", "members of staff"),
    register=STAFF,
    build=_build,
    needs=(REQUIRED_TRAINING, TRAINING),
    derived={
        "absent": ("staff.staff",),
        "all_required": ("training.",),
        "safeguarding_current": ("required_training.covers",),
        "content": ("required_training.covers",),
        "scenario_tested": ("supervision.topic", "supervision.result"),
        "latest_result": ("supervision.topic", "supervision.result"),
        "supervised": ("supervision.held_on",),
    },
    also={"session_origin": SUPERVISION},
    kinds={
        **dict.fromkeys(("absent", "all_required", "safeguarding_current", "scenario_tested", "supervised"), FLAG),
        "content": REQUIRED_TRAINING.column("covers").kind,
        "latest_result": SUPERVISION.column("result").kind,
    },
    words={
        "absent": ABSENT,
        "all_required": Words(
            "whether every required course is current",
            says={"yes": "every required course is current", "no": "a required course is not current"},
            blank="a required course with no completion on record is not current",
        ),
        "safeguarding_current": Words(
            "whether training in safeguarding adults is current",
            says={
                "yes": "safeguarding training is current",
                "no": "safeguarding training is not current",
            },
            blank="with no completion on record the training is not current",
            also=("training.",),
        ),
        "content": Words("the subjects of the courses that are current"),
        "scenario_tested": Words(
            "whether there was a test on a safeguarding or advocacy scenario in the year",
            says={
                "yes": "a scenario was tested in the year",
                "no": "no scenario was tested in the year",
            },
            blank="a scenario without a result is no test",
        ),
        "latest_result": Words("the latest scenario result"),
        "supervised": Words(
            "whether a recent supervision was held",
            says={"yes": "a supervision was held recently", "no": "no supervision was held recently"},
            blank="a supervision without the date it was held does not count",
        ),
    },
    persons=True,
)
