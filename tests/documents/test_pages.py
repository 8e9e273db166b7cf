"""Each page of each pack reads well: nothing is parted from what it belongs to, and nothing is too small to read."""

from base64 import b64encode

import pytest

from evidencegen.documents.html import render
from evidencegen.drafted import drafts_of, packs
from evidencegen.project import read
from tests.documents.laid_out import LaidOut

PAGE = (
    '<html lang="en-GB"><head><title>x</title><link rel="stylesheet" href="print.css">{}</head><body>{}</body></html>'
)
LINES = "<p>One line.</p>\n" * 34


def faults(body, style=""):
    return LaidOut(PAGE.format(f"<style>{style}</style>" if style else "", body)).faults()


@pytest.mark.parametrize("pack", ["tender", "inspection", "board"])
@pytest.mark.parametrize("provider", ["sample", "tiny", "large"])
def test_no_page_of_a_pack_parts_what_belongs_together(request, provider, pack):
    project = read(request.getfixturevalue(f"{provider}_project"))
    found = [fault for made in drafts_of(project, packs()[pack], None) for fault in LaidOut(render(made)).faults()]
    assert found == []


def test_a_page_as_it_should_be_has_no_fault():
    assert faults(f"<h2>Head</h2>{LINES}") == []


def test_a_heading_that_stands_last_is_found():
    many = f"{LINES}<h2>Head</h2><p style='break-before: page'>Text.</p>{LINES}"
    assert faults(many) == ["page 1: heading `Head` stands last"]


def drawn(size, said="Asked: 75% of 120", alt="Asked: 75% of 120. Values: 90 of 120.", style=""):
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="50pt"><text y="9" style="font: {size}px x">a</text></svg>'
    address = f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
    picture = f'<img alt="{alt}" src="{address}" style="width: 100pt; {style}">'
    return f"<figure style='break-inside: auto'><figcaption>{said}</figcaption>{picture}</figure>"


def test_a_caption_without_its_picture_and_a_remark_without_its_table_are_found():
    assert faults(drawn(8)) == []
    parted = faults(f"{drawn(8, style='break-before: page')}{LINES}")
    assert parted == ["page 1: caption `Asked: 75% of 120` is parted from what it is of"]
    table = "<table><caption>What it is</caption><tr><td>1</td></tr></table>"
    assert faults(table) == []
    after = f"{table}<p class='remark' style='break-before: page'>Of it.</p>{LINES}"
    assert faults(after) == ["page 2: remark `Of it.` is parted from what it is of"]


def test_a_row_that_is_split_is_found():
    row = f"<table><tr style='break-inside: auto'><td>{LINES}{LINES}</td></tr></table>"
    assert [fault.partition(":")[0] for fault in faults(row)] == ["page 1"]
    assert "is split" in faults(row)[0]


def test_a_last_page_with_hardly_anything_is_found():
    assert faults(f"{LINES}<p style='break-before: page'>Left over.</p>") == ["page 2: the last page holds 1 lines"]


def test_type_too_small_to_read_is_found_on_the_page_and_in_a_chart():
    assert faults("<p style='font-size: 7.4pt'>Small.</p>") == ["page 1: 7.4 points: `Small.`"]
    assert faults(drawn(7.4)) == ["page 1: 7.4 points: `a chart`"]
    assert faults(drawn(7.5)) == []


def test_a_chart_without_a_sentence_is_found():
    assert faults(drawn(8, said="Asked")) == ["page 1: a chart says `Asked`"]
    assert faults(drawn(8, alt="")) == ["page 1: a chart says `Asked: 75% of 120`"]
