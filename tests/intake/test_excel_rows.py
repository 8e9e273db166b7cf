"""Rows taken many at a time: whatever the XML, the sheet is the one that a walk tag by tag gives."""

from itertools import pairwise
from random import Random
from xml.parsers.expat import ExpatError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.intake.address import letters
from evidencegen.intake.bounds import Allowance
from evidencegen.intake.excel_rows import PlainRows, read_rows
from evidencegen.intake.excel_sheet import SheetLook
from evidencegen.intake.excel_value import NOT_CALCULATED, References, Styles
from evidencegen.intake.excel_xml import Walk
from evidencegen.intake.sheet import Fault, Percent

REFERENCES = References(
    texts=("Rose Court", None, "left", "007"),
    struck_texts=frozenset({2}),
    styles=Styles(days=frozenset({1}), percents=frozenset({2}), coloured=frozenset({3, 4}), struck=frozenset({4})),
)
UNREADABLE = "cannot be read"


def sheet_of(rows, before="", after="", prefix=""):
    """The XML of a sheet; `rows` are written with no prefix."""
    xml = f"<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    return xml.replace("</", "<\1").replace("<", f"<{prefix}").replace(f"<{prefix}\1", f"</{prefix}") if prefix else xml


def many_at_a_time(xml, at=(1000,)):
    """The sheet as `read_rows` takes it, fed in pieces cut at these places."""
    raw = xml if isinstance(xml, bytes) else xml.encode()
    places = [0, *sorted(at), len(raw)]
    chunks = [raw[a:b] for a, b in pairwise(places)]
    try:
        return read_rows(chunks, REFERENCES, Allowance(0)).sheet("a.xlsx", "S", visible=True)
    except (ExpatError, ValueError, KeyError):
        return UNREADABLE


def tag_by_tag(xml):
    look = SheetLook(REFERENCES, Allowance(0))
    try:
        Walk(look.start, look.end, look.text, look.allowance).feed(xml.encode(), last=True)
        return look.sheet("a.xlsx", "S", visible=True)
    except (ExpatError, ValueError, KeyError):
        return UNREADABLE


def order_of(sheet):
    return sheet if sheet == UNREADABLE else [(row, list(cells)) for row, cells in sheet.rows.items()]


def typed(sheet):
    """The class of each value: 1, 1.0 and True are equal, and not the same."""
    return sheet if sheet == UNREADABLE else [type(v) for cells in sheet.rows.values() for v in cells.values()]


@pytest.fixture
def walked(monkeypatch):
    """Counts the stretches that `PlainRows` left to the walk."""
    left = []
    take = PlainRows.take

    def watched(rows, waiting):
        rest, goes_on = take(rows, waiting)
        left.extend([waiting] * (rest == waiting and not goes_on))
        return rest, goes_on

    monkeypatch.setattr(PlainRows, "take", watched)
    return left


PLAIN = {
    "shared text": ('<c r="A5" t="s"><v>0</v></c>', {1: "Rose Court"}),
    "a blank shared text is nothing": ('<c r="A5" t="s"><v>1</v></c><c r="B5"><v>2</v></c>', {2: 2}),
    "a shared text that is missing": ('<c r="A5" t="s"><v>9</v></c>', {1: Fault("cell.damaged", "a cell whose text is missing from the workbook")}),
    "before the first shared text": ('<c r="A5" t="s"><v>-1</v></c>', {1: Fault("cell.damaged", "a cell whose text is missing from the workbook")}),
    "whole numbers and others": ('<c r="A5"><v>7</v></c><c r="B5"><v>7.5</v></c><c r="C5"><v>-2E3</v></c>', {1: 7, 2: 7.5, 3: -2000}),
    "a number that is none": ('<c r="A5"><v>1,5</v></c>', {1: Fault("cell.damaged", "a cell whose number is damaged")}),
    "a number without end": ('<c r="A5"><v>1E999</v></c>', {1: Fault("cell.damaged", "a cell whose number is damaged")}),
    "a percentage": ('<c r="A5" s="2"><v>0.87</v></c>', {1: Percent(0.87)}),
    "an error": ('<c r="A5" t="e"><v>#REF!</v></c>', {1: Fault("cell.error", "#REF!")}),
    "yes and no": ('<c r="A5" t="b"><v>1</v></c><c r="B5" t="b"><v>0</v></c>', {1: True, 2: False}),
    "a formula and its value": ('<c r="A5" t="str"><f>B5&amp;"x"</f><v>x</v></c>', {1: "x"}),
    "a formula never worked out": ('<c r="A5"><f t="shared" si="0"/></c><c r="B5"><f>C5</f><v/></c>', {1: NOT_CALCULATED, 2: NOT_CALCULATED}),
    "a formula whose value is nothing": ('<c r="A5" t="str"><f>B5</f><v></v></c><c r="B5"><v>1</v></c>', {2: 1}),
    "text in the cell itself": ('<c r="A5" t="inlineStr"><is><t xml:space="preserve"> a &lt; b&#10;</t></is></c>', {1: " a < b\n"}),
    "a line end that XML cannot hold": ('<c r="A5" t="str"><v>a_x000D_b</v></c>', {1: "a\rb"}),
    "a style numbered like the row": ('<c r="A5" s="5" t="str"><v>he said 5"</v></c>', {1: 'he said 5"'}),
    "attributes in another order": ('<c r="A5" t="s" s="1" cm="1"><v>3</v></c>', {1: "007"}),
}  # fmt: skip


@pytest.mark.parametrize("case", PLAIN)
def test_cells_of_the_usual_kind_are_taken_together_and_read_alike(case, walked):
    cells, expected = PLAIN[case]
    xml = sheet_of(f'<row r="5">{cells}</row>')
    sheet = many_at_a_time(xml)
    assert sheet.rows == {5: expected}
    assert typed(sheet) == [type(value) for value in expected.values()]
    assert sheet == tag_by_tag(xml)
    assert walked == []


UNUSUAL = {
    "no addresses": '<row><c><v>1</v></c></row>',
    "rows out of order": '<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    "one row twice": '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>',
    "cells out of order": '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
    "a cell of another row": '<row r="2"><c r="A3"><v>1</v></c></row>',
    "single quotation marks": "<row r='2'><c r='A2'><v>1</v></c></row>",
    "style before address": '<row r="2"><c s="1" r="A2"><v>45720</v></c></row>',
    "runs of text": '<row r="2"><c r="A2" t="inlineStr"><is><r><rPr><strike/></rPr><t>a</t></r><rPh><t>b</t></rPh></is></c></row>',
    "a comment around a row": '<row r="2"><c r="A2"><v>1</v></c></row><!-- <row r="3"><c r="A3"><v>1</v></c></row> -->',
    "CDATA": '<row r="2"><c r="A2" t="str"><v><![CDATA[</v></row>]]></v></c></row>',
    "spaces between tags": '<row r="2">\n <c r="A2">\n <v>1</v>\n</c> </row>',
    "an unknown tag": '<row r="2"><c r="A2"><v>1</v><extLst/></c></row>',
}  # fmt: skip


@pytest.mark.parametrize("case", UNUSUAL)
def test_anything_else_is_left_to_the_walk(case, walked):
    xml = sheet_of(UNUSUAL[case])
    assert many_at_a_time(xml) == tag_by_tag(xml) != UNREADABLE
    assert len(walked) == 1


def test_rows_before_the_first_unusual_one_are_not_taken_twice():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ><c r="A2"><v>2</v></c></row>'
    xml = sheet_of(rows + "<row><c><v>3</v></c></row>")
    sheet = many_at_a_time(xml, at=(xml.index('<row r="2"') + 12,))
    assert sheet.rows == {1: {1: 1}, 2: {1: 2}, 3: {1: 3}}


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_what_stands_around_the_rows_is_seen_too(prefix, walked):
    xml = sheet_of(
        '<row r="1" hidden="1" ht="5"><c r="A1"><v>1</v></c><c r="B1" s="3"/></row><row r="2" hidden="1"/>'
        '<row r="4"><c r="A4" s="4"><v>2</v></c></row>',
        '<cols><col min="2" max="3" hidden="1"/></cols>', '<mergeCells><mergeCell ref="A1:A4"/></mergeCells>', prefix,
    )  # fmt: skip
    sheet = many_at_a_time(xml, at=(90, 200))
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merged) == ({1}, {2, 3}, ((1, 1, 4, 1),))
    assert (sheet.marks.coloured, sheet.marks.blank_coloured, sheet.marks.struck) == ({4: 1}, {1: 1}, {4: 1})
    assert sheet == tag_by_tag(xml)
    assert walked == []


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_xml_in_another_encoding_goes_tag_by_tag(encoding):
    xml = f'<?xml version="1.0" encoding="{encoding}"?>' + sheet_of(
        '<row r="1"><c r="A1" t="str"><v>café</v></c></row>'
    )
    assert many_at_a_time(xml.encode(encoding)).rows == {1: {1: "café"}}


WORDS = ["", "0", "1", "2", "3", "7", "45720", "0.5", "-1", "1E3", "007", "9" * 17, " 1 ", "a", "1_0", "true", "nan", "#N/A",
         "a &amp; b", "&#x41;", "&#10;", "&lt;v>", "_x000D_", "  ", "é", '5"', "&nbsp;", "<v>", "]]>"]  # fmt: skip
KINDS = ["", "", ' t="n"', ' t="s"', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="inlineStr"', ' t="z"']
STYLES = ["", "", ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"', ' s="99"', ' s="x"']
FORMULAS = ["", "", "<f>A1</f>", "<f/>", '<f t="shared" si="0"/>', "<f>1&amp;2</f>", "<f>1&2</f>"]
ODD = ["<is><r><t>{w}</t></r><rPh><t>x</t></rPh></is>", "<v>{w}</v>{f}", " {f}<v>{w}</v>"]
INNER = ["{f}<v>{w}</v>"] * 6 + ["", "{f}", "{f}<v/>", "<is><t>{w}</t></is>"]
DAMAGE = ["", "\1", "<", ">", "/", '"', "5", "&", "\2", "\0", "<v>", "</v>", "<!--", "é", "\r", "\uffff", "]]>"]


def sheet_by_chance(seed):
    """The XML of a sheet: every other one of the usual kind throughout, the others with something odd in them."""
    chance = Random(seed)
    pick, is_odd = chance.choice, seed % 2
    row, rows = 0, []
    for _ in range(chance.randint(1, 6)):
        row = pick([row + 1, row + 1, row + 9] + [max(row - 1, 1), row or 1] * is_odd)
        column, cells = 0, []
        for _ in range(chance.randint(0, 5)):
            column += pick([1, 1, 1, 2, 26] + [0] * is_odd)
            formula = pick(FORMULAS if is_odd else FORMULAS[:-1])
            inner = pick(INNER + ODD * is_odd).format(f=formula, w=pick(WORDS if is_odd else WORDS[:-3]))
            where = pick([f' r="{letters(column or 1)}{row}"'] * 9 + ["", f' r="A{row + 1}"'] * is_odd)
            style, kind = pick(STYLES if is_odd else STYLES[:-1]), pick(KINDS if is_odd else KINDS[:-1])
            marks = pick([where + style + kind, where + kind + style] + [style + where + kind] * is_odd)
            cells.append(f"<c{marks}>{inner}</c>" if inner else f"<c{marks}/>")
        head = pick([f' r="{row}"', f' r="{row}" spans="1:4"', f' r="{row}" hidden="1"'] + [""] * is_odd)
        rows.append(f"<row{head}>{''.join(cells)}</row>" if cells else f"<row{head}/>")
        rows += pick([[], [], ["\n"]] + [["<!-- x -->"]] * is_odd)
    return sheet_of("".join(rows), prefix=pick(["", "", "x:"]))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.integers(0, 2**32), st.lists(st.integers(20, 900), max_size=4))
def test_whatever_the_sheet_it_is_the_one_that_a_walk_gives(seed, at):
    xml = sheet_by_chance(seed)
    taken, walked = many_at_a_time(xml, at), tag_by_tag(xml)
    assert taken == walked
    assert (order_of(taken), typed(taken)) == (order_of(walked), typed(walked))


def test_half_of_those_sheets_need_no_walk(walked):
    for seed in range(0, 200, 2):
        assert many_at_a_time(sheet_by_chance(seed)) != UNREADABLE
    assert walked == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.integers(0, 2**32), st.integers(0), st.sampled_from(DAMAGE))
def test_damage_to_one_sign_is_judged_as_a_walk_judges_it(seed, place, sign):
    xml = sheet_by_chance(seed)
    place %= len(xml)
    damaged = xml[:place] + sign + xml[place + 1 :]
    assert many_at_a_time(damaged) == tag_by_tag(damaged)


@pytest.mark.parametrize(
    "cell",
    ['<c r="B4"></v>1<v></c>', '<c r="B4"><v>1</v></c></v>', '<c r="B4"><v>1</c>', '<c r="B4"><v>1<v></c>', '<c r="B"><v>1</v></c>',
     '<c r="B" s="14"><v>1</v></c>', '<c r="B" s="1"><v>14"</v></c>'],
)  # fmt: skip
def test_tags_that_do_not_match_and_addresses_that_are_none_are_damage(cell):
    rows = "".join(f'<row r="{n}"><c r="B{n}"{style}><v>1</v></c></row>' for n, style in ((1, ""), (2, ' s="1"')))
    xml = sheet_of(f'{rows}<row r="4">{cell}</row>')
    assert many_at_a_time(xml) == tag_by_tag(xml) == UNREADABLE
