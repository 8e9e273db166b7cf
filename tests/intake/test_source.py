"""What the brief says about one sheet."""

from pathlib import Path

from evidencegen.intake.source import Source


def test_a_file_alone_is_enough():
    source = Source(Path("staff.xlsx"))
    assert (source.sheet, source.heading_row, source.cells, source.columns) == (None, None, None, {})
