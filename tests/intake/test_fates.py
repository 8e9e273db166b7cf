"""What became of each filled cell of a sheet, and the account made from it."""

from collections import Counter
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.intake.account import (
    ABOVE,
    BENEATH,
    BLANK,
    EXAMPLE,
    FOOTNOTE,
    HIDDEN_SHEET,
    NO_HEADING,
    OTHER_SHEET,
    PERSONAL,
    REPEATED,
    SECOND_TABLE,
    STRAY,
    SUB_TOTAL,
    TITLE,
    TOTAL,
    UNKNOWN,
    UNREAD,
)
from evidencegen.intake.fates import USED
from evidencegen.intake.gather import gather_sheet
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Sheet, filled_down
from evidencegen.intake.source import Source
from evidencegen.intake.workbook import Workbook

DAY = datetime.fromisoformat("2025-03-04")
HEADS = ["Staff ID", "Role", "Start date", "NI number", "Compliance %", "Shoe size"]
RECORD = ["S1", "Carer", DAY, "QQ123456C", 0.9, 7]


def sheet_of(rows, merged=(), name="S", **more):
    cells = {r: {c: v for c, v in enumerate(row, 1) if v is not None} for r, row in enumerate(rows, 1)}
    return filled_down(Sheet("a.xlsx", name, {r: row for r, row in cells.items() if row}, merged=merged, **more))


def gathered(sheet, *others, register=STAFF, cells=None):
    workbook = Workbook("a.xlsx", (sheet, *others))
    return gather_sheet(register, Source("a.xlsx", cells=cells), workbook, sheet)


MESS = [
    ["Staff of Rose House", None, None, "as at March"],  # 1: title
    HEADS,
    RECORD,
    ["S2", "Cook", "31/02/2025", None, None, None, "tall"],  # 4: no such day; G has no heading
    ["S3", "-", DAY, None, None, None, None, None, None, "x"],  # 5: a stray cell in J
    ["EXAMPLE - not read", "Carer", DAY],
    ["North"],
    HEADS[:3],
    ["S4", "Cook", DAY],
    ["-", None, None, "-"],
    ["Total", 3],
    [],
    ["* bank staff are not listed"],
    [],
    ["Grade", "Number"],
    ["Senior", 2],
]


def test_every_cell_has_the_fate_its_owner_would_give_it():
    """Drawn by hand: one letter for each filled cell of `MESS`, row by row."""
    letters = {
        "u": USED, "a": ABOVE, "p": PERSONAL, "s": SUB_TOTAL, "k": UNKNOWN, "n": NO_HEADING, "x": STRAY, "e": EXAMPLE,
        "t": TITLE, "r": REPEATED, "b": BLANK, "+": TOTAL, "f": FOOTNOTE, "2": SECOND_TABLE, "!": UNREAD,
    }  # fmt: skip
    drawn = ["aa", "uuupsk", "uuupsk", "uu!n", "uuux", "eee", "t", "rrr", "uuu", "bb", "++", "f", "22", "22"]
    found, _ = gathered(sheet_of(MESS))
    assert [fate for _, fate in found.fates] == [letters[letter] for row in drawn for letter in row]
    # 3 headings, 3 of row 3, 2 of row 4, 3 each of rows 5 and 9
    assert found.account.cells_used == 14
    assert found.account.cells == sum(map(len, drawn)) == 41
    assert found.account.balances


def test_the_account_says_where_each_of_them_is():
    found, _ = gathered(sheet_of(MESS), sheet_of([["x"]], name="Old", visible=False), sheet_of([["x", 1]], name="Rota"))
    assert {(u.reason, u.cells, u.where) for u in found.account.unused} == {
        (ABOVE, 2, "row 1"), (PERSONAL, 2, "NI number"), (SUB_TOTAL, 2, "Compliance %"), (UNKNOWN, 2, "Shoe size"),
        (UNREAD, 1, "C4"), (NO_HEADING, 1, "column G"), (STRAY, 1, "J5"), (EXAMPLE, 3, "row 6"), (TITLE, 1, "row 7"),
        (REPEATED, 3, "row 8"), (BLANK, 2, ""), (TOTAL, 2, "row 11"), (FOOTNOTE, 1, "A13"), (SECOND_TABLE, 4, "A15:B16"),
        (HIDDEN_SHEET, 1, "Old"), (OTHER_SHEET, 2, "Rota"),
    }  # fmt: skip
    # rows 3 to 16: 3, 4, 5 and 9 used; 10, 12 and 14 are blank
    assert str(found.account) == (
        "Staff register: 14 rows read; 4 used; 3 blank; 1 example row (row 6); 1 title (row 7); "
        "1 repeated heading (row 8); 1 total (row 11); 1 footnote (A13); 2 with nothing but a second table (A15:B16). "
        "Columns used 3 of 8. Not used: NI number (personal, never read), Compliance % (sub-total column), "
        "Shoe size (unknown column, not used), column G (no heading), J5 (stray cell), A15:B16 (second table), "
        'C4 (could not be read), sheet "Old" (hidden sheet), sheet "Rota" (other sheet).'
    )


def test_a_value_under_a_merged_cell_is_told_as_that_unless_it_is_used():
    rows = [["Our staff", "hidden"], HEADS[:3], ["S1", "Carer", DAY, "x"], ["S2", "Cook", DAY]]
    found, _ = gathered(sheet_of(rows, merged=((1, 1, 1, 3), (3, 1, 4, 1))))
    fates = dict(found.fates)
    assert (fates[1, 1], fates[1, 2]) == (ABOVE, BENEATH)
    assert fates[4, 1] == USED
    assert found.account.balances


def test_a_cell_filled_from_a_merge_is_no_cell_of_the_workbook():
    rows = [HEADS[:3], ["S1", "Carer", DAY], [None, "Cook", DAY]]
    found, _ = gathered(sheet_of(rows, merged=((2, 1, 3, 1),)))
    assert (3, 1) not in dict(found.fates)
    assert (found.account.cells, found.account.cells_used) == (8, 8)


def test_a_sheet_of_a_hundred_thousand_cells_in_one_shape_is_counted_by_shape():
    rows = {1: dict(enumerate(HEADS, 1)), **{r: dict(enumerate(RECORD, 1)) for r in range(2, 20_002)}}
    rows = {r: cells | {1: f"S{r}"} if r > 1 else cells for r, cells in rows.items()}
    found, _ = gathered(Sheet("a.xlsx", "S", rows))
    assert found.account.cells_used == 3 * 20_001
    assert [u.cells for u in found.account.unused] == [20_001] * 3
    assert found.account.balances


# Messy sheets: pieces that managers put on one sheet, in any order, under headings or without.
WORDS = st.sampled_from(
    ["S1", "S2", "Carer", "-", "Total", "* a note on all this", "04/03/2025", "12/3", "N/A", "Booked", "Staff ID", "✓"]
)
VALUES = st.none() | WORDS | st.integers(0, 50_000) | st.just(DAY) | st.floats(0, 1)
ANY_ROW = st.lists(VALUES, max_size=9)
PIECES = st.sampled_from(
    [
        [RECORD] * 3, [RECORD[:3], [None, "Cook", DAY]], [["Total", 3, None, None, "90%"]], [["Rose House"], HEADS],
        [[]], [[], []], [["* bank staff are left out"]], [["EXAMPLE - x", "Carer", DAY]], [["-", "-"]],
        [[], ["Grade", "Number"], ["Senior", 3], ["Junior", 9]], [["Role", "Staff ID"], ["Cook", "S8"]],
        [[*RECORD, None, None, "P", "Permanent"], [*RECORD, None, None, "B", "Bank"]], [[None] * 8 + ["A", "Agency"]],
        [[None] * 12 + ["far"]], [["S1", "Cook", "31/02/2025"]], [HEADS], [["Title", None, "of the sheet"]],
    ]
)  # fmt: skip
MESSY = st.lists(PIECES | ANY_ROW.map(lambda row: [row]), max_size=8).map(lambda pieces: [r for p in pieces for r in p])
HEADED = st.tuples(st.lists(ANY_ROW, max_size=2), MESSY).map(lambda parts: [*parts[0], HEADS, *parts[1]])
MERGES = st.lists(
    st.tuples(st.integers(1, 12), st.integers(1, 9), st.integers(0, 4), st.integers(0, 3)), max_size=3
).map(lambda several: tuple((top, left, top + deep, left + wide) for top, left, deep, wide in several))


@settings(max_examples=400, deadline=None)
@given(
    MESSY | HEADED,
    MESSY,
    MERGES,
    st.frozensets(st.integers(1, 12), max_size=3),
    st.sampled_from([STAFF, TRAINING]),
    st.sampled_from([None, "completed_on", "expires_on"]),
)
def test_the_cells_of_any_messy_sheet_are_parted_into_used_and_unused_once_each(
    rows, others, merged, hidden, register, cells
):
    sheet = sheet_of(rows, merged, hidden_rows=hidden, hidden_columns=hidden)
    other = sheet_of(others, name="Old", visible=False)
    found, problems = gathered(sheet, other, register=register, cells=cells)
    if found is None:
        assert problems
        return
    typed = {(r, c) for r, row in enumerate(rows, 1) for c, v in enumerate(row, 1) if v is not None}
    told = list(found.fates)
    assert [cell for cell, _ in told] == sorted(typed)
    assert all(fate for _, fate in told)
    counts = Counter(fate for _, fate in told)
    account = found.account
    assert account.cells_used == counts.pop(USED, 0)
    by_reason = Counter()
    for part in account.unused:
        by_reason[part.reason] += part.cells
    assert by_reason.pop(HIDDEN_SHEET, 0) == other.cells
    assert by_reason == counts
    assert account.cells == len(typed) + other.cells
    assert account.balances
