"""Training matrices."""

import pytest

from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import read_register
from evidencegen.problem import HIDDEN, EvidenceError, Severity

MATRIX = """
    Staff ID | Name        | Role  | Fire       | First aid       | Compliance % | NI number
    S1       | Ann Example | Carer | 04/03/2025 | Booked 12/05/26 | 50%          | QQ123456C
    S2       | Bob Example | Cook  | N/A        |                 | 0%           | QQ123456C
    S3       | Cat Example | Carer | -          |                 | 0%           | QQ123456C
    Total    |             |       | 1          | 0               | 17%          |
"""


def problems_of(drawn, drawing, cells="completed_on"):
    with pytest.raises(EvidenceError) as told:
        drawn(TRAINING, drawing, cells=cells)
    return {p.key: p for p in told.value.problems}


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_each_filled_cell_of_a_matrix_is_one_record_of_a_course(drawn, backend):
    table = drawn(TRAINING, MATRIX, cells="completed_on", backend=backend)
    assert list(table.rows["staff"]) == ["S1", "S1", "S2"]
    assert list(table.rows["course"]) == ["Fire", "First aid", "Fire"]
    assert str(table.rows["completed_on"][0])[:10] == "2025-03-04"
    assert list(table.rows["status"])[1:] == ["booked", "exempt"]
    assert [(p.cell, p.column) for p in table.places] == [("D2", "Fire"), ("E2", "First aid"), ("D3", "Fire")]
    assert table.collected == {"staff", "name", "course", "completed_on", "status"}


def test_a_person_is_named_once_and_also_without_any_course(drawn):
    table = drawn(TRAINING, MATRIX, cells="completed_on")
    assert [(cell.text, cell.row) for cell in table.gated] == [
        ("Ann Example", 0),
        ("Bob Example", 2),
        ("Cat Example", -1),
    ]


def test_the_account_of_a_matrix_counts_people_and_says_what_is_no_course(drawn):
    (account,) = drawn(TRAINING, MATRIX, cells="completed_on").accounts
    assert account.balances
    assert str(account) == (
        "Training record: 4 rows read; 3 used; 1 total (row 5). Columns used 4 of 7. Not used: "
        "Role (unknown column, not used), Compliance % (sub-total column), NI number (personal, never read)."
    )


def test_a_matrix_of_expiry_dates_gives_expiry_dates(drawn):
    table = drawn(TRAINING, MATRIX, cells="expires_on")
    assert str(table.rows["expires_on"][0])[:10] == "2025-03-04"
    assert table.rows["completed_on"].isna().all()


def test_what_the_dates_mean_is_asked_and_never_guessed(drawn):
    told = problems_of(drawn, MATRIX, cells=None)
    assert list(told) == ["matrix.cells_not_declared"]
    assert "`cells: completed_on`" in told["matrix.cells_not_declared"].mend


def test_a_tick_has_no_date(drawn):
    told = problems_of(drawn, "Staff ID | Name | Fire | First aid\nS1 | Ann | ✓ | 04/03/2025\nS2 | Bob | Y | Completed")
    ticked = told["matrix.tick_without_date"]
    assert ticked.found == '"✓", in 3 cells: C2, C3, D3'
    assert [place.cell for place in (ticked.place, *ticked.also)] == ["C2", "C3", "D3"]
    assert ticked.severity is Severity.MEND


@pytest.mark.parametrize("cell", ["12/3", "Mar-25", "31/02/2025", "ask her", "04/03/28 - 04/03/25", "no"])
def test_everything_else_in_a_matrix_stops_the_build(drawn, cell):
    told = problems_of(drawn, f"Staff ID | Name | Fire\nS1 | Ann | 04/03/2025\nS2 | Bob | {cell}")
    assert told["cell.unreadable"].place.cell == "C3"
    assert told["cell.unreadable"].place.column == "Fire"


def test_how_often_to_refresh_is_no_part_of_a_courses_name(drawn):
    table = drawn(
        TRAINING,
        "Staff ID | Fire (annual) | Safeguarding (L2) | MCA (every 3 years)\nS1 | 04/03/2025 | 04/03/2025 | 04/03/2025",
        cells="completed_on",
    )
    assert list(table.rows["course"]) == ["Fire", "Safeguarding (L2)", "MCA"]
    (note,) = table.notes
    assert note.key == "matrix.refresh_in_heading"
    assert '"Fire (annual)" (B1), "MCA (every 3 years)" (D1)' in note.found


def test_a_column_of_names_is_no_course_and_none_of_them_is_shown(drawn):
    table = drawn(
        TRAINING, "Staff ID | Buddy | Fire\nS1 | Ann Example | 04/03/2025\nS2 | Bob Example |", cells="completed_on"
    )
    assert list(table.rows["course"]) == ["Fire"]
    assert "Buddy (no date in it, so not a course)" in str(table.accounts[0])


def test_a_person_with_two_rows_is_told_and_not_named(drawn):
    told = problems_of(drawn, "Staff ID | Name | Fire\nS1 | Ann | 04/03/2025\ns1 | Ann | 05/03/2025")
    assert told["row.duplicate"].found == f"the same as in row 2: {HIDDEN}"
    assert told["row.duplicate"].severity is Severity.MEND
    assert [place.cell for place in told["row.duplicate"].also] == ["A2"]


def test_a_row_of_dates_for_nobody_stops_the_build(drawn):
    told = problems_of(
        drawn, "Staff ID | Name | Fire | First aid\nS1 | Ann | 04/03/2025 |\n | Bob | 04/03/2025 | 04/03/2025"
    )
    assert told["cell.blank"].place.cell == "A3"


def test_one_course_in_two_columns_stops_the_build(drawn):
    assert "heading.twice" in problems_of(drawn, "Staff ID | Fire | fire (annual)\nS1 | 04/03/2025 | 04/03/2025")


def test_a_list_that_lacks_its_course_is_told_as_a_list(drawn):
    told = problems_of(drawn, "Staff ID | Date completed | Qualification\nS1 | 04/03/2025 | Fire", cells=None)
    assert list(told) == ["heading.missing"]
    assert "`cells: completed_on`" in told["heading.missing"].mend


def test_a_matrix_with_titles_groups_and_merged_headings_is_read(written):
    rows = [
        ["Training matrix, Rose House"],
        [],
        ["Staff ID", "Name", "Mandatory", None, "Specialist"],
        [None, None, "Fire", "First aid", "Dementia"],
        ["S1", "Ann Example", "04/03/2025", None, "05/03/2025"],
        [],
        ["* dates as on the certificate, all sites"],
    ]

    def change(book):
        for merged in ("A1:E1", "A3:A4", "B3:B4", "C3:D3"):
            book["Sheet1"].merge_cells(merged)

    table = read_register(TRAINING, Source(written(rows, change=change), cells="completed_on"))
    assert list(table.rows["course"]) == ["Fire", "Dementia"]
    assert [p.cell for p in table.places] == ["C5", "E5"]
    assert table.accounts[0].balances


def test_a_matrix_of_names_alone_lacks_its_staff_numbers(drawn):
    told = problems_of(drawn, "Name | Fire\nAnn Example | 04/03/2025\nBob Example | 04/03/2025")
    assert told["heading.missing"].place.column == "Staff ID"
    assert "Example" not in "".join(map(str, told.values()))


BLOCKS = """
    Rose House
    Staff ID | Name        | Fire       |            |       | First aid  |            |      | MCA                     | Compliance %
             |             | Completed  | Expiry     | Cert  | Completed  | Expiry     | Cert |                         |
    S1       | Ann Example | 04/03/2025 | 03/03/2026 | C-123 | N/A        |            |      | 12/03/2025 (e-learning) | 50%
    S2       | Bob Example | Booked 12/05/26 |       |       | 04/03/2024 | 03/03/2027 | Yes  | Exp 01/02/25            | 50%
    Daisy Lodge
    Staff ID | Name        | Fire       |            |       | First aid  |            |      | MCA                     | Compliance %
             |             | Completed  | Expiry     | Cert  | Completed  | Expiry     | Cert |                         |
    S3       | Cat Example | 05/03/2025 |            |       | mat leave  |            |      | 04/03/2025 – 03/03/2026 | 0%
"""


def days(column):
    return [str(day)[:10] for day in column]


def test_three_columns_for_each_course_make_one_record(drawn):
    table = drawn(TRAINING, BLOCKS, cells="completed_on")
    rows = table.rows
    assert list(rows["staff"]) == ["S1"] * 3 + ["S2"] * 3 + ["S3"] * 3
    assert list(rows["course"]) == ["Fire", "First aid", "MCA"] * 3
    assert days(rows["completed_on"]) == [
        "2025-03-04", "NaT", "2025-03-12", "NaT", "2024-03-04", "NaT", "2025-03-05", "NaT", "2025-03-04",
    ]  # fmt: skip
    assert days(rows["expires_on"]) == [
        "2026-03-03", "NaT", "NaT", "NaT", "2027-03-03", "2025-02-01", "NaT", "NaT", "2026-03-03",
    ]  # fmt: skip
    assert [status for status in rows["status"] if isinstance(status, str)] == ["exempt", "booked", "absent"]
    assert rows["method"][2] == "e_learning"
    assert [p.cell for p in table.places] == ["C4", "F4", "I4", "C5", "F5", "I5", "C9", "F9", "I9"]


def test_site_names_and_both_rows_of_repeated_headings_are_left_out_and_said(drawn):
    (account,) = drawn(TRAINING, BLOCKS, cells="completed_on").accounts
    assert account.balances
    assert str(account).startswith(
        "Training record: 6 rows read; 3 used; 1 title (row 6); 2 repeated headings (row 7, row 8). "
        "Columns used 7 of 10. Not used: Fire - Cert (needed by no figure), First aid - Cert (needed by no figure), "
        "Compliance % (sub-total column). Two rows of headings were read together"
    )


def test_where_every_heading_tells_what_it_holds_nothing_is_asked(drawn):
    table = drawn(
        TRAINING,
        "Staff ID | Fire - Date completed | Fire - Expiry\nS1 | 04/03/2025 | 03/03/2026\nS2 | | 01/05/2026",
    )
    assert list(table.rows["course"]) == ["Fire", "Fire"]
    assert days(table.rows["completed_on"]) == ["2025-03-04", "NaT"]
    assert days(table.rows["expires_on"]) == ["2026-03-03", "2026-05-01"]
    assert [p.cell for p in table.places] == ["B2", "C3"]


def test_a_problem_stands_at_the_cell_it_is_about_whichever_part_that_is(drawn):
    told = problems_of(
        drawn, "Staff ID | Fire - Completed | Fire - Expiry\nS1 | 04/03/2025 | 12/3\nS2 | 04/03/2025 | 03/03/2026"
    )
    assert told["cell.unreadable"].place.cell == "C2"
    assert told["cell.unreadable"].place.column == "Fire - Expiry"


def test_two_cells_of_one_course_that_say_different_things_are_not_chosen_between(drawn):
    told = problems_of(
        drawn, "Staff ID | Fire - Completed | Fire - Expiry\nS1 | Booked 12/05/26 | N/A\nS2 | 04/03/2025 | 03/03/2026"
    )
    assert list(told) == ["matrix.cells_disagree"]
    assert told["matrix.cells_disagree"].place.cell == "C2"


def test_a_word_that_gives_an_expiry_is_believed_whatever_the_other_cells_hold(drawn):
    for cells in ("completed_on", "expires_on"):
        table = drawn(TRAINING, "Staff ID | Fire\nS1 | Expires 01/02/2025\nS2 | 04/03/2024", cells=cells)
        assert days(table.rows["expires_on"])[0] == "2025-02-01"
        assert days(table.rows["completed_on"])[0] == "NaT"


def test_an_expiry_written_under_completed_is_to_be_mended(drawn):
    told = problems_of(
        drawn, "Staff ID | Fire - Completed | Fire - Expiry\nS1 | Exp 01/02/25 | 03/03/2026\nS2 | 04/03/2025 |"
    )
    assert told["cell.unreadable"].place.cell == "B2"
    assert "Exp 01/02/25" in told["cell.unreadable"].found


def test_a_row_with_one_cell_alone_may_be_a_site_and_is_told(drawn):
    table = drawn(
        TRAINING, "Staff ID | Name | Fire\nRose House\nS1 | Ann | 04/03/2025\nS2 | Bob |", cells="completed_on"
    )
    assert list(table.rows["staff"]) == ["S1"]
    assert [(note.key, note.place.cell) for note in table.notes] == [("matrix.row_without_course", "2")]
