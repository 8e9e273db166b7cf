"""The XML of one sheet."""

import pytest

from evidencegen.intake.bounds import Allowance, TooLargeError
from evidencegen.intake.excel_sheet import SheetLook
from evidencegen.intake.excel_value import NOT_CALCULATED, References, Styles
from evidencegen.intake.excel_xml import Walk
from evidencegen.intake.sheet import Fault

STYLES = Styles(days=frozenset({1}), percents=frozenset({2}), coloured=frozenset({3}), struck=frozenset({4}))


def taken(rows, rest="", strings=("shared",), after=""):
    """The sheet that this XML makes."""
    allowance = Allowance(0)
    look = SheetLook(References(strings, styles=STYLES), allowance)
    xml = f'<worksheet xmlns="m">{rest}<sheetData>{rows}</sheetData>{after}</worksheet>'
    Walk(look.start, look.end, look.text, allowance).feed(xml.encode(), last=True)
    return look.sheet("a.xlsx", "S", visible=True)


def test_cells_of_every_type_are_read():
    sheet = taken(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>'
        '<c r="C1"><v>7</v></c><c r="D1"><v>7.5</v></c><c r="E1" s="1"><v>45720</v></c><c r="F1" t="b"><v>1</v></c>'
        '<c r="G1" t="str"><f>A1</f><v>worked out</v></c><c r="H1" t="d"><v>2025-03-04T00:00:00</v></c></row>'
    )
    assert [str(v) for v in sheet.rows[1].values()] == [
        "shared", "inline", "7", "7.5", "2025-03-04 00:00:00", "True", "worked out", "2025-03-04 00:00:00",
    ]  # fmt: skip


def test_an_error_is_an_error_and_never_blank():
    assert taken('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>').rows[1][1] == Fault("cell.error", "#REF!")


def test_a_formula_without_a_value_is_told_from_one_whose_value_is_nothing():
    sheet = taken(
        '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v/></c><c r="C1" t="str"><f>D1</f><v></v></c></row>'
    )
    assert sheet.rows[1] == {1: NOT_CALCULATED, 2: NOT_CALCULATED}


def test_one_damaged_cell_costs_that_cell_alone():
    sheet = taken('<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1"><v>x</v></c><c r="C1"><v>3</v></c></row>')
    assert [sheet.rows[1][1].key, sheet.rows[1][2].key, sheet.rows[1][3]] == ["cell.damaged", "cell.damaged", 3]


def test_cells_without_addresses_follow_one_another():
    assert taken("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>").rows == {
        1: {1: 1, 2: 2},
        2: {1: 3},
    }


def test_rows_out_of_order_keep_their_numbers():
    sheet = taken('<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>')
    assert list(sheet.rows) == [2, 5]


def test_a_cell_in_the_last_corner_of_the_sheet_is_one_cell():
    assert taken('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>').rows == {1048576: {16384: 1}}


def test_spaces_alone_are_no_value():
    assert taken('<row r="1"><c r="A1" t="str"><v>  </v></c></row>').rows == {}


def test_a_date_that_the_calendar_of_excel_lacks_stays_a_number():
    assert taken('<row r="1"><c r="A1" s="1"><v>20250304</v></c></row>').rows[1][1] == 20250304


def test_hidden_rows_and_columns_are_known():
    sheet = taken(
        '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"/>',
        '<cols><col min="2" max="3" hidden="1"/></cols>',
    )
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1}, {2, 3})


def test_percentages_colours_and_strike_through_are_kept_apart_from_values():
    sheet = taken(
        '<row r="1"><c r="A1" s="2"><v>0.5</v></c><c r="B1" s="3"><v>1</v></c><c r="C1" s="3"/><c r="D1" s="4"><v>1</v></c>'
        '<c r="E1" t="inlineStr"><is><r><rPr><strike/></rPr><t>left</t></r></is></c></row><row r="2"><c r="A2" s="3"/></row>'
    )
    assert sheet.rows == {1: {1: 0.5, 2: 1, 4: 1, 5: "left"}}
    assert (sheet.marks.coloured, sheet.marks.blank_coloured, sheet.marks.struck) == ({1: 1}, {1: 1}, {1: 2})


def test_how_asian_signs_are_spoken_is_no_part_of_a_text():
    sheet = taken(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh><r><t>c</t></r></is></c></row>'
    )
    assert sheet.rows == {1: {1: "ac"}}


def test_hidden_columns_beyond_the_last_are_none():
    sheet = taken("", '<cols><col min="16384" max="999999999" hidden="1"/><col min="0" max="1" hidden="true"/></cols>')
    assert sheet.hidden_columns == {1, 16384}


def test_merged_cells_beyond_all_measure_are_refused():
    merged = '<mergeCell ref="A1:B1"/>' * 100_001
    with pytest.raises(TooLargeError, match="merged"):
        taken("", after=f"<mergeCells>{merged}</mergeCells>")


def test_one_endless_text_is_refused():
    pieces = "<t>x</t>" * 20_000
    with pytest.raises(TooLargeError, match="text"):
        taken(f'<row r="1"><c r="A1" t="inlineStr"><is>{pieces}</is></c></row>')
