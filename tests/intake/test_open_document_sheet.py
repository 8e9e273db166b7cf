"""One table of an OpenDocument spreadsheet, element by element."""

from datetime import datetime

import pytest

from evidencegen.intake.bounds import Allowance
from evidencegen.intake.excel_value import NOT_CALCULATED
from evidencegen.intake.open_document_sheet import TableLook
from evidencegen.intake.sheet import Fault, Percent

DAMAGED = Fault("cell.damaged", "a cell whose number is damaged")


def look_at(*rows, columns=()):
    """The sheet of these rows: each its own attributes, then (attributes, text) for each of its cells."""
    look = TableLook("Staff", True, set(), set(), Allowance(100))
    for attributes in columns:
        look.start("table:table-column", attributes)
    for attributes, *cells in rows:
        look.start("table:table-row", attributes)
        for inside, text in cells:
            look.open_cell(inside)
            if text is not None:
                look.paragraph(text)
            look.close_cell()
        look.end("table:table-row")
    return look.sheet("a.ods")


def typed(kind, value="", more=None):
    name = {"float": "value", "percentage": "value", "currency": "value"}.get(kind, f"{kind}-value")
    return {"office:value-type": kind, **({f"office:{name}": value} if value else {}), **(more or {})}


FORMULA = {"table:formula": "of:=[.A1]"}
X = (typed("string"), "x")


@pytest.mark.parametrize(
    ("attributes", "text", "value"),
    [
        (typed("string"), "007", "007"),
        (typed("string"), "  ", None),
        ({}, "no kind told", "no kind told"),
        ({}, None, None),
        (typed("float", "7"), "7.00", 7),
        (typed("float", "37.5"), "37.50", 37.5),
        (typed("float", "seven"), "7", DAMAGED),
        (typed("float", "inf"), "7", DAMAGED),
        (typed("currency", "12.4"), "£12.40", 12.4),
        (typed("percentage", "0.87"), "87%", Percent(0.87)),
        (typed("boolean", "true"), "TRUE", True),
        (typed("boolean", "false"), "FALSE", False),
        (typed("date", "2025-03-04"), "04/03/25", datetime.fromisoformat("2025-03-04")),
        (typed("date", "2025-03-04T10:30:00"), "04/03/25", datetime.fromisoformat("2025-03-04T10:30")),
        (typed("date", "2025-02-31"), "31/02/2025", "31/02/2025"),
        (typed("time", "PT06H00M00S"), "06:00", 0.25),
        (typed("time", "PT36H00M00S"), "36:00", 1.5),
        (typed("time", "soon"), None, DAMAGED),
        (typed("string", more={"calcext:value-type": "error"}), "#REF!", Fault("cell.error", "#REF!")),
        (typed("float", "0", FORMULA), "Err:502", Fault("cell.error", "Err:502")),
        (typed("float", "0", FORMULA), "#DIV/0!", Fault("cell.error", "#DIV/0!")),
        (typed("string"), "#12 bus", "#12 bus"),
        (FORMULA, None, NOT_CALCULATED),
        (typed("float", more=FORMULA), None, NOT_CALCULATED),
        (typed("string", more=FORMULA), "", None),
    ],
)
def test_a_cell_is_read_by_its_kind(attributes, text, value):
    sheet = look_at(({}, (attributes, text)))
    assert sheet.rows == ({} if value is None else {1: {1: value}})
    assert value is None or type(sheet.rows[1][1]) is type(value)


def test_what_is_repeated_and_empty_costs_nothing_and_moves_what_follows():
    sheet = look_at(
        ({"table:number-rows-repeated": "1000"}, ({"table:number-columns-repeated": "16384"}, None)),
        ({}, ({"table:number-columns-repeated": "2"}, None), X),
        ({"table:number-rows-repeated": "1047575"}, ({"table:number-columns-repeated": "16384"}, None)),
    )
    assert sheet.rows == {1001: {3: "x"}}


def test_what_is_repeated_and_filled_stands_there_as_often():
    twice = (typed("string", more={"table:number-columns-repeated": "2"}), "x")
    sheet = look_at(({"table:number-rows-repeated": "3"}, twice), ({}, X))
    assert sheet.rows == {1: {1: "x", 2: "x"}, 2: {1: "x", 2: "x"}, 3: {1: "x", 2: "x"}, 4: {1: "x"}}


def test_hidden_and_filtered_rows_and_hidden_columns_are_marked():
    sheet = look_at(
        ({}, X),
        ({"table:visibility": "filter", "table:number-rows-repeated": "2"}, X),
        ({"table:visibility": "collapse"}, X),
        ({"table:visibility": "collapse"}, ({}, None)),
        columns=({}, {"table:visibility": "collapse", "table:number-columns-repeated": "2"}, {}),
    )
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2, 3, 4}, {2, 3})


def test_merged_cells_are_filled_downwards_and_what_lies_beneath_is_kept():
    merged = (typed("string", more={"table:number-rows-spanned": "3"}), "Ann Example")
    sheet = look_at(({}, merged, X), ({}, ({}, None), X), ({}, (typed("string"), "beneath"), X))
    assert sheet.merged == ((1, 1, 3, 1),)
    assert [sheet.rows[row][1] for row in (1, 2, 3)] == ["Ann Example", "Ann Example", "beneath"]
    assert list(sheet.beneath_merges()) == [(3, 1)]
