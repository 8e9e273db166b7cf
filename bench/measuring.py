"""All measures on registers far larger than any provider keeps: pandas, Polars and DuckDB, a process each."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HEADING = "## All measures on very large registers"
LIBRARIES = ("pandas", "polars", "duckdb")
CONCERNS, STAFF, COURSES = 1_000_000, 200_000, 20
SERVICES, MONTHS = 40, 24
AS_AT = date(2026, 9, 30)
SEED = 20260930

SECTION = """\
{heading}

{concerns:,} concerns, {staff:,} staff with {courses} courses each ({needs:,} training records), drawn with a
fixed seed in {services} services and {months} months, each library in a process of its own. `whole` is every
measure that these registers carry, without parts; `by service and month` is every one of them that is dated, in
every service and every month ({cells:,} figures), from one look at each thing counted. One run of each; peak
memory of the process, tables included. Drawing the tables is not timed. Beside the seconds that passed stand the
processor's own (user) seconds, of all its cores. The three give the same numbers: {same}.
{machine}

| table | whole, seconds | of the processor | by service and month, seconds | of the processor | peak memory, MB |
| --- | --- | --- | --- | --- | --- |
{rows}

A DuckDB table is fetched from the database once for each register, as pandas; the measures are then taken over that.
Measures of how things stand on a day, such as training, have no month of their own: a series of them is one `whole`
for each month's end.
"""
SHARED = "The machine was shared with other work at the time, so the seconds that passed are too many."
ALONE = "Nothing else ran on the machine."


@dataclass(frozen=True)
class Timed:
    """One library's run: seconds for all, seconds for every service and month, MB, and what was found.

    Seconds are those that passed, then those of the processor.
    """

    whole: tuple[float, float]
    cells: tuple[float, float]
    megabytes: float
    found: dict[str, Any] = field(repr=False)


def section() -> str:
    """The section of the page, from one run of each library."""
    shared = os.getloadavg()[0] > 0.5
    timed = {library: _timed(library) for library in LIBRARIES}
    first = timed[LIBRARIES[0]].found
    same = all(run.found == first for run in timed.values())
    rows = [
        f"| {key} | {' | '.join(f'{one:.1f}' for one in (*run.whole, *run.cells))} | {run.megabytes:,.0f} |"
        for key, run in timed.items()
    ]
    return SECTION.format(
        heading=HEADING, concerns=CONCERNS, staff=STAFF, courses=COURSES, needs=STAFF * COURSES, services=SERVICES,
        months=MONTHS, cells=first["cells"], same="yes" if same else "NO",
        machine=SHARED if shared else ALONE, rows="\n".join(rows),
    )  # fmt: skip


def _timed(library: str) -> Timed:
    words = [sys.executable, __file__, library]
    found = subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT)
    told = json.loads(found.stdout)
    print(f"{library}: {told['whole']}, {told['each']}, {told['megabytes']:.0f} MB, {told['sum']}", file=sys.stderr)
    return Timed(tuple(told.pop("whole")), tuple(told.pop("each")), told.pop("megabytes"), told)


def _drawn() -> dict[str, Any]:
    """The registers as pandas frames, every column that they have, the same at every run."""
    import numpy as np
    import pandas as pd

    from evidencegen.brief import registers
    from evidencegen.intake.kind import Form

    rng = np.random.default_rng(SEED)
    days = pd.date_range(end=pd.Timestamp(AS_AT), periods=MONTHS * 30)

    def frame(key: str, rows: int, **given: Any) -> Any:
        columns: dict[str, Any] = {}
        for column in registers()[key].columns:
            name, kind = column.name, column.kind
            if name not in registers()[key].column_names:
                continue
            if name in given:
                columns[name] = given[name]
            elif kind.form in (Form.ONE, Form.MANY):
                codes = [f"|{code}|" if kind.form is Form.MANY else code for code in kind.codes]
                columns[name] = rng.choice(np.array([*codes, None], dtype=object), rows)
            elif kind.form is Form.DATE:
                columns[name] = rng.choice(days.to_numpy(), rows)
            elif kind.form in (Form.NUMBER, Form.MONTHS):
                columns[name] = rng.integers(0, 5, rows).astype(float)
            else:
                columns[name] = np.full(rows, None, dtype=object)
        return pd.DataFrame(columns | {"origin": np.arange(rows)})

    def words(stem: str, number: int) -> Any:
        return np.array([f"{stem}{n}" for n in range(number)], dtype=object)

    services, who = words("Service ", SERVICES), words("P", 300_000)
    refs, staff = words("S", CONCERNS), words("E", STAFF)
    courses, need = words("Course ", COURSES), np.repeat(staff, COURSES)
    raised = rng.choice(days.to_numpy(), CONCERNS)
    later = np.timedelta64(1, "D") * rng.integers(1, 90, CONCERNS)
    blanks = np.full(STAFF, np.datetime64("NaT", "us"))
    return {
        "safeguarding": frame(
            "safeguarding", CONCERNS, concern=refs, person=rng.choice(who, CONCERNS), raised_on=raised,
            service=rng.choice(services, CONCERNS), concluded_on=raised + later,
        ),
        "staff": frame(
            "staff", STAFF, staff=staff, role=rng.choice(words("Role ", 8), STAFF), service=rng.choice(services, STAFF),
            started_on=np.full(STAFF, np.datetime64("2020-01-01", "us")), left_on=blanks, absent_from=blanks,
            absent_to=blanks,
        ),
        "required_training": frame(
            "required_training", COURSES, role=np.full(COURSES, "all", dtype=object), course=courses,
            refresh_months=np.full(COURSES, 12.0), grace_weeks=np.full(COURSES, 6.0),
        ),
        "training": frame(
            "training", STAFF * COURSES, staff=need, course=np.tile(courses, STAFF),
            status=np.full(STAFF * COURSES, None, dtype=object),
            expires_on=np.full(STAFF * COURSES, np.datetime64("NaT", "us")),
            valid_months=np.full(STAFF * COURSES, np.nan),
        ),
    }  # fmt: skip


def _carried(drawn: dict[str, Any], library: str) -> dict[str, Any]:
    if library == "polars":
        import polars

        def series(column: Any) -> Any:
            if column.dtype.kind == "M":
                return polars.Series(column.to_numpy().astype("datetime64[us]"))
            if column.dtype.kind in "iuf":
                return polars.Series(column.to_numpy(), nan_to_null=True)
            return polars.Series([cell if isinstance(cell, str) else None for cell in column], dtype=polars.String)

        return {key: polars.DataFrame({n: series(frame[n]) for n in frame}) for key, frame in drawn.items()}
    if library == "duckdb":
        import duckdb

        database = duckdb.connect()
        tables = {}
        for key, frame in drawn.items():
            database.register("rows", frame)
            database.execute(f'create table "{key}" as select * from rows')  # noqa: S608 - our own keys
            database.unregister("rows")
            tables[key] = database.table(key)
        return tables
    return drawn


def main(library: str) -> None:
    """Take every measure that the drawn registers carry, and print seconds, memory and what was found, as JSON."""
    import resource

    from evidencegen.brief import registers
    from evidencegen.catalogue import everything_in
    from evidencegen.intake.table import Table
    from evidencegen.measures import families
    from evidencegen.measures.condition import Setting
    from evidencegen.measures.measure import Measure
    from evidencegen.measures.reading import take
    from evidencegen.measures.tally import tally
    from evidencegen.measures.view import Views
    from evidencegen.period import Period

    drawn = _carried(_drawn(), library)
    known = registers()
    tables = {key: Table(known[key], rows, (), known[key].column_names) for key, rows in drawn.items()}
    policy = {
        "working_days_to_ask_for_advocate": 5, "working_days_to_allocation": 10, "review_days": 42, "days_to_refer": 1,
        "starter_days": 42, "supervision_months": 3, "theme_records": 5,
    }  # fmt: skip
    setting = Setting(AS_AT, Period.months_to(AS_AT, MONTHS), policy)
    every = everything_in(families, Measure).values()

    started = _clocks()
    views = Views(tables, setting)
    readings = {one.key: take(one, views, ())[0] for one in every}
    whole = _since(started)
    carried = [one for one in every if not readings[one.key].absent]

    started = _clocks()
    views, cells = Views(tables, setting), {}
    for one in carried:
        if one.dated_by and "service" in one.view.columns and not one.wait:
            for label, found in tally(one, views, ("service",), monthly=True).items():
                cells[" ".join((one.key, *label))] = [found.counted, found.out_of, *found.excluded]
    each = _since(started)

    counts = {one.key: [readings[one.key].counted, readings[one.key].out_of] for one in carried}
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1_000_000
    checked = _digest(cells)
    told = {"whole": whole, "each": each, "megabytes": megabytes, "cells": len(cells), "sum": checked, "found": counts}
    print(json.dumps(told))


def _clocks() -> tuple[float, float]:
    return perf_counter(), os.times().user


def _since(started: tuple[float, float]) -> tuple[float, float]:
    passed, user = _clocks()
    return passed - started[0], user - started[1]


def _digest(cells: dict[str, list[int]]) -> str:
    from hashlib import sha256

    return sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    if sys.argv[1:]:
        main(sys.argv[1])
    else:
        print(section())
