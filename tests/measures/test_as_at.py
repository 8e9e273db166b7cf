"""The rows of a register as they were on a day."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import narwhals as nw
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from evidencegen.brief import read_brief
from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.kind import Form
from evidencegen.intake.register import Register
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.table import Table, read_sources
from evidencegen.measures import families
from evidencegen.measures.as_at import as_at
from evidencegen.measures.condition import Setting
from evidencegen.measures.families.improvement import CLOSED_ON_TIME, OVERDUE
from evidencegen.measures.families.supervision import ON_TIME, TRAINED_COMPETENT_SUPERVISED
from evidencegen.measures.families.training import ALL_REQUIRED, CURRENT
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import take, traced
from evidencegen.measures.view import Views
from evidencegen.period import Period, add_months
from evidencegen.problem import Place
from evidencegen.shipped import shipped

REGISTERS = everything_in(registers, Register)
MEASURES = everything_in(families, Measure)
DAY_BY_DAY = timedelta(days=1)

# Written out by hand, a second time: the day that makes a row, and for each cell that was not there from the start the
# day from which it was. "Always" are the days that are set beforehand.
KNOWN = {
    "staff": ("started_on", {"left_on": "left_on", "absent_from": "absent_from", "absent_to": "absent_from"}),
    "training": ("completed_on", {}),
    "supervision": (
        "",
        dict.fromkeys(["held_on", "topic", "result", "attempt", "assessor", "reassess_by", "asked_outcome"], "held_on"),
    ),
    "safeguarding": (
        "raised_on",
        {
            "occurred_on": "occurred_on",
            "referred_on": "referred_on",
            "la_decision": "referred_on",
            "plan_on": "plan_on",
            "goals_in_plan": "plan_on",
            "first_review_on": "first_review_on",
            "second_review_on": "second_review_on",
            "concluded_on": "concluded_on",
            "outcome_achieved": "concluded_on",
            "risk_outcome": "concluded_on",
            "risk_by_choice": "concluded_on",
            "felt_safer": "concluded_on",
            "felt_listened_to": "concluded_on",
            "understood": "concluded_on",
            "satisfied": "concluded_on",
            "confidence": "concluded_on",
        },
    ),
    "advocacy": (
        "referred_on",
        {
            "decided_on": "decided_on",
            "decision": "decided_on",
            "allocated_on": "allocated_on",
            "first_contact_on": "first_contact_on",
            "seen_privately": "first_contact_on",
            "closed_on": "closed_on",
            "outcome": "closed_on",
        },
    ),
    "audits": ("", dict.fromkeys(("audited_on", "answer", "records_sampled", "independent", "action"), "audited_on")),
    "actions": (
        "raised_on",
        {
            "completed_on": "completed_on",
            "verified_on": "verified_on",
            "effect_after": "verified_on",
            "worked": "verified_on",
        },
    ),
    "case_studies": ("", {"raised_on": "raised_on"}),
    "required_training": ("", {}),
    "practice": ("", {"reviewed_on": "reviewed_on"}),
}
PROSE_KNOWN = {
    "safeguarding": dict.fromkeys(["review_notes", "feedback", "lessons"], "concluded_on"),
    "supervision": {"reflection": "held_on"},
}
ALWAYS = {
    "training": ["expires_on"],
    "supervision": ["due_on"],
    "safeguarding": ["planning_meeting_on"],
    "audits": ["planned_on"],
    "actions": ["due_on", "first_due_on"],
    "case_studies": ["consent_on"],
}
CASES = [(key, name, day) for key, (_, cells) in KNOWN.items() for name, day in cells.items()]


def table(register, rows, places=None, backend="polars"):
    """A table of rows, each a cell by the name of its column; what is not named is blank."""
    types = {Form.DATE: nw.Datetime("us"), Form.NUMBER: nw.Float64(), Form.MONTHS: nw.Float64()}
    names = sorted(register.column_names)
    schema = {name: types.get(register.column(name).kind.form, nw.String()) for name in names}
    columns = {name: [_moment(row.get(name)) for row in rows] for name in names}
    cells = nw.from_dict(
        {**columns, "origin": list(range(len(rows)))}, {**schema, "origin": nw.Int64()}, backend=backend
    )
    places = places or [Place("drawn", register.key, str(n)) for n in range(len(rows))]
    return Table(register, cells.to_native(), tuple(places), frozenset(names))


def _moment(value):
    return datetime.combine(value, time()) if type(value) is date else value


def as_kept_on(day, register, rows, places):
    """The rows that a careful owner had written down by the end of the day, row by row, cell by cell."""
    begins, cells = KNOWN[register.key]
    kept, stand = [], []
    for row, place in zip(rows, places, strict=True):
        if begins and row.get(begins) is not None and row[begins] > day:
            continue
        now = dict(row)
        for name, known_from in cells.items():
            if row.get(known_from) is not None and row[known_from] > day:
                now[name] = None
        kept.append(now)
        stand.append(place)
    return kept, stand


def prose_kept_on(day, full):
    """The cells of prose that a careful owner had written down by the end of the day, in the rows that were kept."""
    begins, known = KNOWN[full.register.key][0], PROSE_KNOWN.get(full.register.key, {})
    rows = rows_of(full)
    kept = [n for n, row in enumerate(rows) if not (begins and row[begins] is not None and row[begins] > day)]
    numbers = {old: new for new, old in enumerate(kept)}
    for cell in full.gated:
        later = rows[cell.row][known[cell.column]] if cell.column in known else None
        if cell.row in numbers and not (later is not None and later > day):
            yield replace(cell, row=numbers[cell.row])


def read(tables, setting, measures):
    """The views, and the readings of some measures."""
    views = Views({one.register.key: one for one in tables}, setting)
    return views, [reading for measure in measures for reading in take(measure, views)]


def seen(tables, setting):
    """What every reading of every measure comes to, and where each row of each whole reading stands."""
    views, readings = read(tables, setting, MEASURES.values())
    figures = {r.key: (r.counted, r.out_of, r.excluded, r.absent) for r in readings}
    return figures, {r.key: sorted(map(repr, traced(r, views))) for r in readings if not r.group}


def rows_of(one):
    """A table's rows in plain Python, blanks as None."""
    rows = nw.from_native(one.rows, eager_only=True).drop("origin").iter_rows(named=True)
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def _plain(value):
    if value is None or value != value:
        return None
    return value.date() if hasattr(value, "hour") else value


@pytest.mark.parametrize("key", KNOWN)
def test_every_day_of_every_register_is_told_here(key):
    begins, cells = KNOWN[key]
    days = {c.name for c in REGISTERS[key].columns if c.kind.form is Form.DATE}
    assert days == ({begins} - {""}) | (cells.keys() & days) | set(ALWAYS.get(key, []))
    assert REGISTERS.keys() == KNOWN.keys()


def test_every_column_of_prose_says_from_when_it_is_known():
    told = {key: {c.name: c.known_from for c in r.columns if c.kind.form is Form.PROSE} for key, r in REGISTERS.items()}
    assert {
        key: {n: d for n, d in days.items() if d} for key, days in told.items() if any(days.values())
    } == PROSE_KNOWN


@pytest.mark.parametrize("backend", ["pandas", "polars"])
@pytest.mark.parametrize(("key", "name", "known_from"), CASES, ids=[f"{key}.{name}" for key, name, _ in CASES])
def test_a_cell_is_blank_the_day_before_it_was_known_and_there_on_the_day_itself(key, name, known_from, backend):
    register = REGISTERS[key]
    day, long_ago = date(2026, 3, 31), date(2026, 1, 1)
    begun = {KNOWN[key][0]: long_ago} if KNOWN[key][0] else {}
    cell = {Form.DATE: day, Form.NUMBER: 1.0}.get(register.column(name).kind.form, "x")
    rows = nw.from_native(table(register, [{**begun, known_from: day, name: cell}], backend=backend).rows)

    def on(asked):
        (row,) = as_at(rows, register, asked).select(name, "origin").iter_rows(named=True)
        return _plain(row[name]), row["origin"]

    assert on(day) == on(day + DAY_BY_DAY) == (cell, 0)
    assert on(day - DAY_BY_DAY) == (None, 0)


@pytest.mark.parametrize("backend", ["pandas", "polars"])
@pytest.mark.parametrize("key", [key for key, (begins, _) in KNOWN.items() if begins])
def test_a_row_is_not_there_before_the_day_that_makes_it(key, backend):
    register, begins, day = REGISTERS[key], KNOWN[key][0], date(2026, 3, 31)
    rows = [{begins: day}, {begins: day - DAY_BY_DAY}, {begins: None}, {begins: day + DAY_BY_DAY}]
    cells = nw.from_native(table(register, rows, backend=backend).rows)
    there = [as_at(cells, register, day + n * DAY_BY_DAY).get_column("origin").to_list() for n in (-2, -1, 0, 1)]
    # The third row has no such day, so nobody can tell.
    assert there == [[2], [1, 2], [0, 1, 2], [0, 1, 2, 3]]


@pytest.mark.parametrize("backend", ["pandas", "polars"])
@pytest.mark.parametrize(("key", "name"), [(key, name) for key, names in ALWAYS.items() for name in names])
def test_a_day_that_is_set_beforehand_is_known_before_it_comes(key, name, backend):
    register, day = REGISTERS[key], date(2026, 3, 31)
    rows = nw.from_native(table(register, [{name: day}], backend=backend).rows)
    kept = as_at(rows, register, date(2020, 1, 1))
    assert [_plain(cell) for cell in kept.get_column(name).to_list()] == [day]


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_a_cell_with_no_day_to_be_known_from_stays(backend):
    rows = [{"raised_on": date(2026, 1, 1), "worked": "yes"}, {"raised_on": date(2026, 1, 1), "status": "cancelled"}]
    cells = nw.from_native(table(ACTIONS, [*rows, {"raised_on": date(2026, 9, 1)}], backend=backend).rows)
    kept = as_at(cells, ACTIONS, date(2026, 3, 31))
    assert [tuple(map(_plain, row)) for row in kept.select("worked", "status", "origin").iter_rows()] == [
        ("yes", None, 0),
        (None, "cancelled", 1),
    ]


def test_where_no_day_lies_ahead_the_rows_are_those_given():
    rows = nw.from_native(table(ACTIONS, [{"raised_on": date(2026, 3, 31), "due_on": date(2026, 9, 1)}]).rows)
    assert as_at(rows, ACTIONS, date(2026, 3, 31)) is rows
    assert as_at(rows, ACTIONS, date(2026, 3, 30)) is not rows


WORDS = {
    "staff": ["E1", "E2", "E3"],
    "person": ["P1", "P2"],
    "concern": ["S1", "S2"],
    "service": ["North", "South"],
    "role": ["Carer", "Cook"],
    "course": ["Moving", "Safeguarding"],
}
REQUIRED = [
    {"role": "All", "course": "Safeguarding", "refresh_months": 12.0, "grace_weeks": 6.0, "covers": "|safeguarding|"},
    {"role": "Carer", "course": "Moving", "refresh_months": 24.0},
]
DRAWN = ("staff", "training", "supervision", "safeguarding", "advocacy", "audits", "actions")
AROUND = st.sampled_from([-1, 0, 1]) | st.integers(-420, 90)


def _cells(column, day):
    """What may stand in a column, days lying mostly before the day of the figures and some after it."""
    form, codes = column.kind.form, list(column.kind.codes)
    one = {
        Form.DATE: AROUND.map(lambda n: day + timedelta(days=n)),
        Form.NUMBER: st.sampled_from([1.0, 2.0]),
        Form.MONTHS: st.sampled_from([0.0, 6.0, 12.0]),
        Form.TEXT: st.sampled_from(WORDS.get(column.name, ["x", "y"])),
        Form.ONE: st.sampled_from(codes or [""]),
        Form.MANY: st.sampled_from([f"|{code}|" for code in codes] or [""]),
    }[form]
    return one if column.required or column.name == "status" else st.none() | one


@st.composite
def kept_registers(draw):
    """A day, and the rows of every register that has days in it."""
    day = date(2026, 3, 31) + timedelta(days=draw(st.integers(-40, 40)))
    rows = {}
    for key in DRAWN:
        columns = [c for c in REGISTERS[key].columns if c.name in REGISTERS[key].column_names]
        row = st.fixed_dictionaries({c.name: _cells(c, day) for c in columns})
        rows[key] = draw(st.lists(row, max_size=4))
    for number, row in enumerate(rows["staff"]):
        row["staff"] = f"E{number}"
    return day, rows


@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # making a failing example smaller takes minutes here
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(kept=kept_registers())
@example(kept=(date(2026, 3, 31), {key: [] for key in DRAWN}))
def test_figures_for_a_day_are_those_of_workbooks_in_which_nothing_later_stands(kept):
    day, rows = kept
    setting = Setting(day, Period.months_to(day, 12), read_brief(shipped("sample_data")).policy.model_dump())
    full, cut = [], []
    for key in DRAWN:
        places = [Place("drawn", key, str(n)) for n in range(len(rows[key]))]
        full.append(table(REGISTERS[key], rows[key], places))
        cut.append(table(REGISTERS[key], *as_kept_on(day, REGISTERS[key], rows[key], places)))
    required = table(REQUIRED_TRAINING, REQUIRED)
    assert seen([*full, required], setting) == seen([*cut, required], setting)


@pytest.fixture(scope="module")
def sample():
    """The sample's brief and tables."""
    folder = shipped("sample_data")
    brief = read_brief(folder)
    sources = brief.sources(folder).items()
    return brief, [read_sources(REGISTERS[key], several, backend="polars") for key, several in sources]


MONTH_ENDS = [add_months(date(2026, 10, 1), -n) - DAY_BY_DAY for n in range(24)]


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_the_sample_gives_for_each_month_end_what_workbooks_of_that_day_would_have(sample, day):
    brief, tables = sample
    cut = [table(t.register, *as_kept_on(day, t.register, rows_of(t), t.places)) for t in tables]
    cut = [
        replace(new, collected=old.collected, gated=tuple(prose_kept_on(day, old)))
        for new, old in zip(cut, tables, strict=True)
    ]
    assert seen(tables, brief.setting(day)) == seen(cut, brief.setting(day))


# Nothing that was raised, held or concluded in a year can be undone, and no session held late turns out in time.
SAME_IN_HINDSIGHT = (
    "concerns.raised",
    "concerns.people",
    "msp.asked",
    "advocacy.referrals",
    "audits.conformity",
    "supervision.asked_outcome",
    "supervision.on_time",
)
# Of what was raised in a year, more and more is sent on, seen and closed.
MORE_IN_HINDSIGHT = ("risk.referred_in_time", "advocacy.seen_privately", "advocacy.made_a_difference")


@pytest.mark.parametrize("day", MONTH_ENDS[3::3], ids=str)
def test_what_happened_in_a_year_that_is_over_is_the_same_in_hindsight(sample, day):
    brief, tables = sample
    then = brief.setting(day)
    measures = [MEASURES[name] for name in MEASURES if MEASURES[name].key in {*SAME_IN_HINDSIGHT, *MORE_IN_HINDSIGHT}]
    now, later = (
        {r.key: r for r in read(tables, setting, measures)[1] if not r.group}
        for setting in (then, replace(then, as_at=brief.as_at))
    )
    assert len(now) == len(SAME_IN_HINDSIGHT) + len(MORE_IN_HINDSIGHT)
    for key in SAME_IN_HINDSIGHT:
        assert (now[key].counted, now[key].out_of) == (later[key].counted, later[key].out_of)
    for key in MORE_IN_HINDSIGHT:
        assert _base(now[key]) <= _base(later[key])


def _base(reading):
    """Every row of the period that the measure is about, those left out included."""
    return reading.out_of + sum(n for _, n in reading.excluded)


PEOPLE = """
staff | role  | started_on | left_on    | absent_from | absent_to
E1    | Carer | 01/02/2020 |            |             |
E2    | Carer | 01/02/2020 | 30/06/2026 |             |
E3    | Carer | 01/06/2026 |            |             |
E4    | Carer | 01/02/2020 |            | 01/06/2026  | 31/08/2026
"""
COURSES = """
role  | course | refresh_months
Carer | Moving | 12
"""
RECORDS = """
staff | course | completed_on | expires_on
E1    | Moving | 01/05/2025   |
E1    | Moving | 20/07/2026   |
E2    | Moving | 01/06/2026   |
E3    | Moving | 01/06/2026   | 31/12/2026
E4    | Moving |              | 30/09/2026
"""
PLAN = """
action | raised_on  | source | due_on     | first_due_on | completed_on | status
A1     | 01/03/2026 | audit  | 30/04/2026 |              | 15/06/2026   | completed
A2     | 01/03/2026 | audit  | 30/06/2026 | 31/05/2026   |              | open
A3     | 01/06/2026 | audit  | 30/06/2026 |              | 01/07/2026   | completed
A4     | 01/03/2026 | audit  | 30/04/2026 |              |              | cancelled
"""


@pytest.mark.parametrize(
    ("day", "current", "all_required", "overdue", "on_time"),
    [
        # 31 May: E1, E2 and E4 employed, E4 not yet absent. E1's record ran out on 30 April, E2's is still to come, E4's
        # is known by its expiry alone. A1 is open past 30 April and A2 was given until 30 June; A3 is not raised yet.
        # First due by the day: A1 (30 April) and A2 (31 May), neither completed.
        (date(2026, 5, 31), (1, 3), (1, 3), (1, 2), (0, 2)),
        # 30 June: E3 has started, E2's last day, E4 absent since 1 June. E2 and E3 are current, E1 is not. A1 is done,
        # A2 and A3 fall due this very day. First due by the day: A1 (late), A2 and A3 (not completed).
        (date(2026, 6, 30), (2, 3), (2, 3), (0, 2), (0, 3)),
        # 1 October: E1 renewed on 20 July, E2 left, E3 current, E4 back and out of date since the day before.
        # A2 is open past 30 June; A3 was done a day late.
        (date(2026, 10, 1), (2, 3), (2, 3), (1, 1), (0, 3)),
    ],
)
@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_three_days_by_hand(drawn, setting, backend, day, current, all_required, overdue, on_time):
    drawings = [(STAFF, PEOPLE), (REQUIRED_TRAINING, COURSES), (TRAINING, RECORDS), (ACTIONS, PLAN)]
    tables = {register.key: drawn(register, drawing, backend=backend) for register, drawing in drawings}
    views = Views(tables, replace(setting, as_at=day, period=Period.months_to(day, 12)))

    def whole(measure):
        reading = take(measure, views)[0]
        return reading.counted, reading.out_of

    assert (whole(CURRENT), whole(ALL_REQUIRED)) == (current, all_required)
    assert (whole(OVERDUE), whole(CLOSED_ON_TIME)) == (overdue, on_time)


SESSIONS = """
staff | due_on     | held_on    | kind | topic | result    | attempt
E1    | 31/05/2026 | 10/06/2026 | 1:1  | MSP   | Competent | 1
E2    | 31/05/2026 | 31/05/2026 | 1:1  | MSP   | Not yet   | 1
E2    | 30/06/2026 | 15/06/2026 | 1:1  | MSP   | Competent | 2
"""


@pytest.mark.parametrize(
    ("day", "on_time", "all_three"),
    [
        # 31 May: E2 was on time and E1 has not been seen; E2 is not yet competent. E1, E2, E4 employed.
        (date(2026, 5, 31), (1, 2), (0, 3)),
        # 30 June: E1 was seen late, E2 early and by now competent: both have passed, yet only E2's Moving is current
        # (E1's ran out), and E3 has not been tested. E4 is absent.
        (date(2026, 6, 30), (2, 3), (1, 3)),
    ],
)
def test_a_session_counts_from_the_day_it_was_held(drawn, setting, day, on_time, all_three):
    courses = "role | course | refresh_months | covers\nCarer | Moving | 12 | Safeguarding adults"
    drawings = [(STAFF, PEOPLE), (REQUIRED_TRAINING, courses), (TRAINING, RECORDS), (SUPERVISION, SESSIONS)]
    tables = {register.key: drawn(register, drawing) for register, drawing in drawings}
    views = Views(tables, replace(setting, as_at=day, period=Period.months_to(day, 12)))
    readings = [take(measure, views)[0] for measure in (ON_TIME, TRAINED_COMPETENT_SUPERVISED)]
    assert [(r.counted, r.out_of) for r in readings] == [on_time, all_three]
