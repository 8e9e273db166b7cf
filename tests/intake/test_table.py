"""Registers read into tables."""

from datetime import datetime

import narwhals as nw
import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.kind import Form
from evidencegen.intake.register import Register
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine, read_register, read_sources
from evidencegen.problem import HIDDEN, EvidenceError, Severity

DAY = datetime.fromisoformat("2025-03-04")
HEADINGS = ["Staff ID", "Name", "Job title", "Start date", "Works with people"]
BACKENDS = ["pandas", "polars"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_register_becomes_a_table_of_its_own_columns(written, backend):
    rows = [HEADINGS, ["007", "Ann Example", "Carer", DAY, "Yes"], [8, "Bob Example", "Cook", "05/03/2025", "N/A"]]
    table = read_register(STAFF, Source(written(rows)), backend=backend)
    assert set(table.rows.columns) == {*STAFF.column_names, "origin"}
    assert list(table.rows["staff"]) == ["007", "8"]
    assert list(table.rows["works_with_people"]) == ["yes", "not_applicable"]
    assert [str(day)[:10] for day in table.rows["started_on"]] == ["2025-03-04", "2025-03-05"]
    assert list(table.rows["origin"]) == [0, 1]
    assert [str(place) for place in table.places] == [f'register.xlsx, sheet "Sheet1", row {n}' for n in (2, 3)]
    assert table.collected == {"staff", "name", "role", "started_on", "works_with_people"}
    assert [(cell.column, cell.text, cell.row) for cell in table.gated] == [
        ("name", "Ann Example", 0),
        ("name", "Bob Example", 1),
    ]
    assert table.gated[1].place.cell == "B3"


@pytest.mark.parametrize("backend", BACKENDS)
def test_columns_keep_their_type_when_nothing_stands_in_them(written, backend):
    types = {Form.DATE: nw.Datetime("us"), Form.NUMBER: nw.Float64(), Form.MONTHS: nw.Float64()}
    for register in everything_in(registers, Register).values():
        path = written([[column.title for column in register.columns]])
        rows = nw.from_native(read_register(register, Source(path), backend=backend).rows)
        for name, found in rows.schema.items():
            wanted = nw.Int64() if name == "origin" else types.get(register.column(name).kind.form, nw.String())
            assert found == wanted, (register.key, name)


def test_the_same_workbook_makes_the_same_table_in_either_library(written):
    rows = [HEADINGS, ["007", "Ann", "Carer", DAY, None], ["8", "Bob", "Cook", "05/03/2025", "No"]]
    path = written(rows)
    one, other = (nw.from_native(read_register(STAFF, Source(path), backend=b).rows).rows() for b in BACKENDS)
    said = [
        [[None if str(v) in ("None", "nan", "NaT") else str(v) for v in row] for row in rows] for rows in (one, other)
    ]
    assert said[0] == said[1]


def test_several_sheets_make_one_table(written):
    north = written([HEADINGS, ["S1", "Ann Example", "Carer", DAY, "Yes"]], name="north.xlsx")
    south = written([["Payroll No", "Role", "DOJ"], ["S2", "Cook", DAY]], name="south.xlsx")
    table = read_sources(STAFF, (Source(north), Source(south)))
    assert list(table.rows["staff"]) == ["S1", "S2"]
    assert [place.file for place in table.places] == ["north.xlsx", "south.xlsx"]
    assert len(table.accounts) == 2
    assert "works_with_people" in table.collected


def test_a_person_on_two_sheets_is_told_once_with_both_places(written):
    north = written([HEADINGS, ["S1", "Ann Example", "Carer", DAY, "Yes"]], name="north.xlsx")
    south = written([HEADINGS, ["s1", "Ann Example", "Carer", DAY, "Yes"]], name="south.xlsx")
    with pytest.raises(EvidenceError) as told:
        read_sources(STAFF, (Source(north), Source(south)))
    (problem,) = told.value.problems
    assert problem.key == "row.duplicate"
    assert problem.place.file == "south.xlsx"
    assert "north.xlsx" in problem.found
    assert problem.severity is Severity.MEND
    assert [(place.file, place.cell) for place in problem.also] == [("north.xlsx", "2")]
    assert HIDDEN in problem.found


def test_every_problem_of_every_sheet_is_told_at_once(written):
    one = written([["Staff ID", "Role"], ["S1", "Carer"]], name="one.xlsx")
    other = written([HEADINGS, ["S2", "Ann Example", None, "12/3", "perhaps"]], name="other.xlsx")
    with pytest.raises(EvidenceError) as told:
        read_sources(STAFF, (Source(one), Source(other)))
    assert sorted(p.key for p in told.value.problems) == [
        "cell.blank", "cell.not_listed", "cell.unreadable", "heading.missing",
    ]  # fmt: skip


def test_looking_without_raising_gives_the_table_or_the_problems(written):
    table, problems = examine(STAFF, (Source(written([HEADINGS, ["S1", "Ann", "Carer", "12/3", None]])),))
    assert table is None
    assert [p.key for p in problems if p.severity is Severity.MEND] == ["cell.unreadable"]
    table, problems = examine(STAFF, (Source(written([HEADINGS, ["S1", "Ann", "Carer", DAY, None]])),))
    assert (len(table.rows), problems) == (1, ())


def test_several_words_in_one_cell_come_between_bars(drawn):
    table = drawn(SAFEGUARDING, """
        concern | person | raised_on  | abuse                   | asked_about_outcomes
        C1      | P1     | 04/03/2025 | Physical; Emotional     | Asked and expressed
        """)  # fmt: skip
    assert list(table.rows["abuse"]) == ["|physical|psychological|"]


def test_a_personal_column_is_read_into_nothing(written):
    rows = [[*HEADINGS, "NI number", "DOB"], ["S1", "Ann Example", "Carer", DAY, "Yes", "QQ123456C", "01/01/1980"]]
    table = read_register(STAFF, Source(written(rows)))
    kept = f"{table.rows.to_string()} {table.gated} {table.accounts} {table.notes} {[c.text for c in table.gated]}"
    assert "QQ123456C" not in kept
    assert "1980" not in kept


def test_a_status_that_says_not_applicable_is_exempt_and_not_blank(drawn):
    table = drawn(TRAINING, "staff | course | status\nS1 | Fire | N/A\nS2 | Fire |")
    assert table.rows["status"][0] == "exempt"
    assert table.rows["status"].isna().tolist() == [False, True]
