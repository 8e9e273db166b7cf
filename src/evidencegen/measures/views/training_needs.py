"""Each course that each member of staff must keep up, and where it stands on the day.

Follows the training box of the dictionary: the record with the latest resulting expiry
counts, older ones are superseded; an expiry on the day itself is current; a completion
with no expiry and no policy cannot be evidenced. A record with an expiry alone counts on every
day up to it: nobody can tell since when.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import narwhals as nw

from evidencegen.intake.kind import NUMBER, TEXT, choice
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.best_record import Best
from evidencegen.measures.condition import Setting, midnight
from evidencegen.measures.required import METHODS, NEVER_RUNS_OUT, asked_of_all
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words

if TYPE_CHECKING:
    from evidencegen.measures.layout import Numbers

STANDS = ("current", "exempt", "in_grace", "expired", "cannot_be_evidenced", "never")
"""Where a course may stand, the first that holds."""
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
    today, staff = midnight(views.setting.as_at), views.of(STAFF)
    left, away_from, away_to = (staff.get_column(name) for name in ("left_on", "absent_from", "absent_to"))
    employed = left.is_null() | (left >= today).fill_null(False)
    away = ~away_from.is_null() & (away_to.is_null() | (away_to >= today).fill_null(False))
    absent = nw.when(away).then(nw.lit("yes")).otherwise(nw.lit("no"))
    return staff.with_columns(absent.alias("absent")).filter(employed)


def day_number_of(setting: Setting) -> float:
    """The as-at day as whole days since 1 January 1970."""
    return float(setting.as_at.toordinal() - 719_163)


def build_needs(views: Views) -> Frame:
    """The view's rows: see the module's own words for the rules."""
    staff, asked, today = staff_employed(views), asked_of_all(views.ever), day_number_of(views.setting)
    lines, persons = asked.of(staff)
    best = asked.records.best(today, lines, asked.needs)
    return staff[persons].with_columns(
        *asked.lines[lines].iter_columns(),
        *_columns(best.of(asked.need[lines]), asked.grace_ends[lines], today, staff),
    )


def _columns(best: Best, grace_ends: "Numbers", today: float, like: Frame) -> Iterator[nw.Series[Any]]:
    """What is worked out of the records, one entry for each row."""
    from numpy import isnan, nan, select, where

    number = {name: n for n, name in enumerate(STANDS)}
    rules = (
        (best.lasts_to >= today, "current"),
        (best.exempt == 1, "exempt"),
        (grace_ends > today, "in_grace"),
        (best.lasts_to >= 0, "expired"),
        (best.completed == 1, "cannot_be_evidenced"),
    )
    stands = select([rule for rule, _ in rules], [number[name] for _, name in rules], number["never"])
    runs_out = (stands == number["current"]) & (best.lasts_to < NEVER_RUNS_OUT)
    taught = where(isnan(best.taught), len(METHODS), best.taught).astype("int64")
    for name, words, cells in (
        ("standing", STANDS, stands),
        ("ever_completed", ("no", "yes"), (best.completed == 1).astype("int64")),
        ("method", (*METHODS, None), taught),
    ):
        yield nw.new_series(name, list(words), nw.String(), backend=like.implementation)[cells]
    for name, numbers in (
        ("days_left", where(runs_out, best.lasts_to - today, nan)),
        ("record_origin", best.origin),
        ("method_origin", best.taught_origin),
    ):
        blank_is_nan = like.implementation.is_pandas()
        cells = numbers if blank_is_nan else [None if number != number else number for number in numbers.tolist()]
        yield nw.new_series(name, cells, nw.Float64(), backend=like.implementation)


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
