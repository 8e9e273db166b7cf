"""What cell styles show."""

from openpyxl.styles import Font, PatternFill

from evidencegen.intake.excel import read_excel

CELLS = {
    "A1": {}, "B1": {"number_format": "dd/mm/yyyy"}, "C1": {"number_format": "0.0%"}, "D1": {"number_format": '0 "%"'},
    "E1": {"fill": PatternFill("solid", fgColor="FFFF0000")}, "F1": {"fill": PatternFill("solid", fgColor="FFFFFFFF")},
    "G1": {"fill": PatternFill("gray125")}, "H1": {"font": Font(strike=True)}, "I1": {"number_format": "9%;[Red]-9%"},
}  # fmt: skip


def test_styles_are_told_apart_by_what_they_show(written):
    def change(book):
        for address, style in CELLS.items():
            for name, value in style.items():
                setattr(book["Sheet1"][address], name, value)

    with written([[45720] * len(CELLS)], change=change).open("rb") as file:
        (sheet,) = read_excel("a.xlsx", file).sheets
    kinds = [type(value).__name__ for value in sheet.rows[1].values()]
    assert kinds == ["int", "datetime", "Percent", "int", "int", "int", "int", "int", "Percent"]
    assert (sheet.marks.coloured, sheet.marks.struck) == ({1: 1}, {1: 1})
