"""The tables of a finished PDF, read through its tags."""

from datetime import date

import pytest

from evidencegen.documents.formats.pdf import write
from evidencegen.documents.tagged_tables import tagged_tables

PAGE = """
<html lang="en-GB"><head><title>T</title></head><body><h1>T</h1><p>Not in a table: 7.</p>
<table><thead><tr><th>Service</th><th>Concerns</th></tr></thead>
<tbody><tr><th>North <sup>1</sup></th><td><b>60%</b> <span>about 15 of 25</span></td></tr>
<tr><th>West</th><td>[c]</td></tr></tbody></table>
<p>Between.</p>
<table><tbody><tr><th>A</th><td>3</td></tr></tbody></table></body></html>
"""


def test_cells_are_read_in_their_rows(tmp_path):
    write(PAGE, tmp_path / "t.pdf", title="T", dated=date(2026, 9, 30))
    first, second = tagged_tables(tmp_path / "t.pdf")
    assert (first.page, first.rows) == (
        1,
        (("Service", "Concerns"), ("North 1", "60% about 15 of 25"), ("West", "[c]")),
    )
    assert second.rows == (("A", "3"),)


def test_what_is_no_pdf_is_an_error(tmp_path):
    (tmp_path / "t.pdf").write_text("no PDF")
    with pytest.raises(ValueError):
        tagged_tables(tmp_path / "t.pdf")


def test_a_pdf_without_tags_has_no_tables(tmp_path):
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "blank.pdf")
    assert tagged_tables(tmp_path / "blank.pdf") == ()
