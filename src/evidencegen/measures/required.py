"""The courses that are asked of staff, and the records that answer them, whatever the day."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import narwhals as nw

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import DONE, TRAINING
from evidencegen.measures.best_record import NO_LAST_DAY, Records
from evidencegen.measures.condition import DAY, day_number
from evidencegen.measures.ever import Ever, compared
from evidencegen.measures.layout import by_value, crossed
from evidencegen.measures.view import Frame, normalised

if TYPE_CHECKING:
    from evidencegen.measures.layout import Mask, Numbers

NEVER_RUNS_OUT = 10_000_000.0
EVERY_ROLE = "all"
NEED = ["staff", "course_key"]
METHODS = ("face_to_face", "blended", "e_learning", "workbook")
"""How a course is taught, the most personal first."""


def requirements(required: Frame) -> Frame:
    """Required courses by role, with keys to join on."""
    return (
        required.with_columns(normalised("role").alias("role_key"), normalised("course").alias("course_key"))
        .select("role_key", "course", "course_key", "refresh_months", "grace_weeks", "covers", "origin")
        .rename({"origin": "required_origin"})
    )


def _asked_of(staff: Frame, required: Frame) -> tuple[Frame, Frame]:
    """What the role of each member of staff asks for, and what all of them need, whatever their role asks for."""
    by_role = staff.join(required, on="role_key", how="inner")
    for_all = required.filter(nw.col("role_key") == EVERY_ROLE).drop("role_key")
    by_all = staff.join(for_all, how="cross")
    return by_role.select(*by_all.columns), by_all


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


def record_lasts_to(records: Frame, needs: Frame, *of_need: str) -> Frame:
    """Completions, each with its last valid day and further columns of the need, for the needs they answer."""
    records = records.with_columns(compared(records, "course").alias("course_key"))
    counts = nw.col("status").is_null() | nw.col("status").is_in([*DONE, "exempt"])
    dated = ~nw.col("completed_on").is_null() | ~nw.col("expires_on").is_null() | (nw.col("status") == "exempt")
    kept = records.filter(counts & dated).select(
        *NEED, "completed_on", "expires_on", "valid_months", "status", "method", nw.col("origin").alias("record_origin")
    )
    joined = kept.join(needs.select(*NEED, "refresh_months", *of_need), on=NEED, how="inner")
    own = nw.col("valid_months")
    joined = joined.with_columns(
        nw.when(own.is_null()).then(nw.col("refresh_months")).otherwise(own).alias("months_valid")
    )
    return joined.with_columns(_lasting_to(joined).alias("lasts_to"))


@dataclass(frozen=True)
class Asked:
    """Every course that is asked of anybody who ever was on the staff register, and the records of them.

    `lines` are the courses, one for each person and course; `person` is the row of the staff register that each is
    asked of, `by_role` whether that role asks for it and not all do, and `need` the number of its person and course.
    `grace_ends` is the day number on which a starter's weeks of grace are over, NaN where there are none.
    `answers` are the records that answer a `line`, each with its last valid day; `records` the same as numbers.
    """

    lines: Frame
    person: "Numbers"
    by_role: "Mask"
    need: "Numbers"
    grace_ends: "Numbers"
    answers: Frame
    records: Records

    @property
    def needs(self) -> int:
        """How many different persons and courses there are."""
        return int(self.need.max(initial=-1)) + 1

    def of(self, staff: Frame) -> "tuple[Numbers, Numbers]":
        """The lines that are asked of these rows of the staff register, and where in them the person of each stands.

        What the role of anybody in `staff` asks for goes before what all need.
        """
        from numpy import arange, flatnonzero, full, zeros

        origins = staff.get_column("origin").to_numpy().astype("int64")
        place = full(1 + max(self.person.max(initial=-1), origins.max(initial=-1)), -1)
        place[origins] = arange(len(origins))
        there = place[self.person] >= 0
        by_role = zeros(self.needs, dtype=bool)
        by_role[self.need[there & self.by_role]] = True
        lines = flatnonzero(there & (self.by_role | ~by_role[self.need]))
        return lines, place[self.person[lines]]


def asked_of_all(ever: Ever) -> Asked:
    """The same for all days: made once for the registers."""
    return ever.once(Asked, lambda: _asked(ever))


def _asked(ever: Ever) -> Asked:
    from numpy import arange, unique

    staff = ever.of(STAFF).with_columns(normalised("role").alias("role_key"))
    by_role, by_all = _asked_of(staff, requirements(ever.of(REQUIRED_TRAINING)))
    lines = nw.concat([by_role, by_all])
    lines = lines.with_columns(nw.new_series("line", arange(len(lines)), nw.Int64(), backend=lines.implementation))
    answers = record_lasts_to(ever.of(TRAINING), lines, "line")
    _, need = unique(crossed(*(by_value(lines.get_column(name)) for name in NEED)).cell, return_inverse=True)
    return Asked(
        lines.select("course", "course_key", "refresh_months", "grace_weeks", "covers", "required_origin"),
        _numbers(lines, nw.col("origin")).astype("int64"),
        arange(len(lines)) < len(by_role),
        need,
        _numbers(lines, day_number("started_on") + 7 * nw.col("grace_weeks")),
        answers,
        _records(answers, need),
    )


def _records(found: Frame, need: "Numbers") -> Records:
    from numpy import array, isnan, nan, where

    asked = _numbers(found, nw.col("line")).astype("int64")
    order = need[asked].argsort(kind="stable")
    lasts_to = _numbers(found, nw.col("lasts_to"))
    status, method = (by_value(found.get_column(name)) for name in ("status", "method"))
    exempt = array([word == "exempt" for (word,) in status.labels], dtype=bool)
    taught = array([METHODS.index(word) if word in METHODS else nan for (word,) in method.labels], dtype="float64")
    return Records(
        asked=asked[order],
        need=need[asked][order],
        done=_numbers(found, day_number("completed_on"))[order],
        lasts_to=where(isnan(lasts_to), NO_LAST_DAY, lasts_to)[order],
        exempt=status.picked(exempt)[order],
        origin=_numbers(found, nw.col("record_origin"))[order],
        taught=taught[method.cell][order],
    )


def _numbers(rows: Frame, of: nw.Expr) -> "Numbers":
    """Numbers as floats, blanks as NaN."""
    numbers: Numbers = rows.select(of.cast(nw.Float64()).alias("number")).get_column("number").to_numpy()
    return numbers
