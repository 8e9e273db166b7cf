"""Each course that each member of staff must keep up, and where it stands on the day.

Follows the training box of the dictionary: the record with the latest resulting expiry
counts, older ones are superseded; an expiry on the day itself is current; a completion
with no expiry and no policy cannot be evidenced. A record with an expiry alone counts on every
day up to it: nobody can tell since when.
"""

import narwhals as nw

from evidencegen.intake.kind import NUMBER, TEXT, choice
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import DONE, TRAINING
from evidencegen.measures.condition import DAY, Setting, day_number, midnight
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, compared, flag, normalised

NEVER_RUNS_OUT = 10_000_000.0
EVERY_ROLE = "all"
NEED = ["staff", "course_key"]
METHODS = ("face_to_face", "blended", "e_learning", "workbook")
"""How a course is taught, the most personal first."""
STANDING = choice(
    current=("Current",),
    expired=("Expired",),
    never=("Never done",),
    cannot_be_evidenced=("Cannot be evidenced",),
)
ABSENT = Words(
    "whether the member of staff is on long-term absence",
    says={
        "yes": "the member of staff is on long-term absence",
        "no": "the member of staff is not on long-term absence",
    },
    blank="where no absence is on record, the member of staff counts as at work",
    also=("staff.absent_from", "staff.absent_to"),
)


def staff_employed(views: Views) -> Frame:
    """Staff employed on the day, with whether they are on long-term absence."""
    today = midnight(views.setting.as_at)
    staff = views.of(STAFF)
    employed = nw.col("left_on").is_null() | (nw.col("left_on") >= today)
    away = ~nw.col("absent_from").is_null() & (nw.col("absent_to").is_null() | (nw.col("absent_to") >= today))
    return staff.filter(employed).with_columns(flag(away).alias("absent"), normalised("role").alias("role_key"))


def requirements(views: Views) -> Frame:
    """Required courses by role, with keys to join on."""
    return (
        views.of(REQUIRED_TRAINING)
        .with_columns(normalised("role").alias("role_key"), normalised("course").alias("course_key"))
        .select("role_key", "course", "course_key", "refresh_months", "grace_weeks", "covers", "origin")
        .rename({"origin": "required_origin"})
    )


def needs_of(staff: Frame, required: Frame) -> Frame:
    """One row for each member of staff and course; what a role asks for goes before what all need."""
    by_role = staff.join(required, on="role_key", how="inner")
    for_all = required.filter(nw.col("role_key") == EVERY_ROLE).drop("role_key")
    by_all = staff.join(for_all, how="cross").join(by_role.select(*NEED), on=NEED, how="anti")
    return nw.concat([by_role.select(*by_all.columns), by_all])


def _lasting_to(needs: Frame) -> nw.Expr:
    """Day number of a record's last valid day: as written, or worked out from the months it lasts."""
    months = nw.col("months_valid")
    lengths = needs.filter(~months.is_null()).get_column("months_valid").unique().to_list()
    worked_out = nw.when(months == 0).then(nw.lit(NEVER_RUNS_OUT))
    for length in sorted(float(n) for n in lengths if n):
        last_day = nw.col("completed_on").dt.offset_by(f"{int(length)}mo").dt.timestamp("ms") / DAY - 1
        worked_out = worked_out.when(months == length).then(last_day)
    derived = worked_out.otherwise(nw.lit(None)).cast(nw.Float64())
    return nw.when(~nw.col("expires_on").is_null()).then(day_number("expires_on")).otherwise(derived)


def record_lasts_to(views: Views, needs: Frame) -> Frame:
    """Completions, each with its last valid day, for the needs they answer."""
    records = views.of(TRAINING)
    records = records.with_columns(compared(records, "course").alias("course_key"))
    counts = nw.col("status").is_null() | nw.col("status").is_in([*DONE, "exempt"])
    dated = ~nw.col("completed_on").is_null() | ~nw.col("expires_on").is_null() | (nw.col("status") == "exempt")
    kept = records.filter(counts & dated).select(
        *NEED, "completed_on", "expires_on", "valid_months", "status", "method", nw.col("origin").alias("record_origin")
    )
    joined = kept.join(needs.select(*NEED, "refresh_months"), on=NEED, how="inner")
    own = nw.col("valid_months")
    joined = joined.with_columns(
        nw.when(own.is_null()).then(nw.col("refresh_months")).otherwise(own).alias("months_valid")
    )
    return joined.with_columns(_lasting_to(joined).alias("lasts_to"))


def _best(records: Frame) -> Frame:
    """For each need the record that lasts longest, and whether any says the person is exempt."""
    exempt = ~nw.col("status").is_null() & (nw.col("status") == "exempt")
    ranked = records.with_columns(
        nw.when(nw.col("lasts_to").is_null()).then(nw.lit(-1.0)).otherwise(nw.col("lasts_to")).alias("rank"),
        nw.when(exempt).then(nw.lit(1)).otherwise(nw.lit(0)).alias("exempt"),
        nw.when(exempt).then(nw.lit(0)).otherwise(nw.lit(1)).alias("completion"),
        nw.when(~nw.col("method").is_null()).then(nw.col("record_origin")).alias("method_origin"),
        _taught(nw.col("method"), nw.lit(None)).cast(nw.Float64()).alias("taught"),
    )
    whole = ranked.group_by(*NEED).agg(
        nw.col("rank").max(),
        nw.col("exempt").max(),
        nw.col("completion").max(),
        nw.col("completed_on").min().alias("first_completed_on"),
    )
    origins = ranked.group_by(*NEED, "rank").agg(
        nw.col("record_origin").min(), nw.col("taught").max(), nw.col("method_origin").min()
    )
    method = nw.when(nw.col("taught") == 0).then(nw.lit(METHODS[0]))
    for number, name in enumerate(METHODS[1:], start=1):
        method = method.when(nw.col("taught") == number).then(nw.lit(name))
    told = method.otherwise(nw.lit(None)).cast(nw.String()).alias("method")
    return whole.join(origins.with_columns(told), on=[*NEED, "rank"], how="left")


def _taught(method: nw.Expr, otherwise: nw.Expr) -> nw.Expr:
    """A method as a number: of two on record for one course, the less personal counts."""
    number = nw.when(method == METHODS[0]).then(nw.lit(0))
    for n, name in enumerate(METHODS[1:], start=1):
        number = number.when(method == name).then(nw.lit(n))
    return number.otherwise(otherwise)


def _standing(setting: Setting) -> nw.Expr:
    today = day_number_of(setting)
    rank = nw.col("rank")
    grace_ends = day_number("started_on") + 7 * nw.col("grace_weeks")
    in_grace = ~nw.col("grace_weeks").is_null() & (grace_ends > today)
    return (
        nw.when(rank >= today)
        .then(nw.lit("current"))
        .when(nw.col("exempt") == 1)
        .then(nw.lit("exempt"))
        .when(in_grace)
        .then(nw.lit("in_grace"))
        .when(rank >= 0)
        .then(nw.lit("expired"))
        .when(nw.col("completion") == 1)
        .then(nw.lit("cannot_be_evidenced"))
        .otherwise(nw.lit("never"))
    )


def day_number_of(setting: Setting) -> float:
    """The as-at day as whole days since 1 January 1970."""
    return float(setting.as_at.toordinal() - 719_163)


def build_needs(views: Views) -> Frame:
    """The view's rows: see the module's own words for the rules."""
    needs = needs_of(staff_employed(views), requirements(views))
    best = _best(record_lasts_to(views, needs))
    rows = needs.join(best, on=NEED, how="left").with_columns(
        _standing(views.setting).alias("standing"),
        flag(nw.col("completion").fill_null(0) == 1).alias("ever_completed"),
    )
    runs_out = (nw.col("standing") == "current") & (nw.col("rank") < NEVER_RUNS_OUT)
    left = (
        nw.when(runs_out).then(nw.col("rank") - day_number_of(views.setting)).otherwise(nw.lit(None)).cast(nw.Float64())
    )
    return rows.with_columns(left.alias("days_left"))


TRAINING_NEEDS = View(
    key="training_needs",
    unit=Unit("required course record", "required course records"),
    register=STAFF,
    build=build_needs,
    needs=(REQUIRED_TRAINING, TRAINING),
    derived={
        "standing": ("training.",),
        "days_left": ("training.",),
        "ever_completed": ("training.completed_on",),
        "method": ("training.method",),
        "course": ("required_training.course",),
        "covers": ("required_training.covers",),
        "absent": ("staff.staff",),
    },
    also={"record_origin": TRAINING, "method_origin": TRAINING, "required_origin": REQUIRED_TRAINING},
    kinds={
        "standing": STANDING,
        "days_left": NUMBER,
        "course": TEXT,
        "covers": REQUIRED_TRAINING.column("covers").kind,
        "absent": FLAG,
        "method": TRAINING.column("method").kind,
        "ever_completed": FLAG,
    },
    words={
        "standing": Words(
            "where the course stands",
            says={
                "current": "the course is current",
                "expired": "the course has run out",
                "never": "the course was never done",
                "cannot_be_evidenced": "it cannot be shown that the course is current",
                "exempt": "the member of staff is exempt from the course",
                "in_grace": "the course is within the time allowed to starters",
            },
            blank=(
                "a course with no completion on record was never done; a completion with no expiry and no policy on "
                "how long it lasts cannot be evidenced"
            ),
        ),
        "days_left": Words("the time until the course runs out", "days"),
        "course": Words("the course"),
        "covers": Words("the subjects of the course"),
        "absent": ABSENT,
        "method": Words("how the course was taught"),
        "ever_completed": Words(
            "whether the course was ever completed",
            says={"yes": "the course was completed at some time", "no": "the course was never completed"},
            blank="with no completion on record the course was never completed",
        ),
    },
)
