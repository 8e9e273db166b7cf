"""Counts and percentages that a document prints and no figure of it carries."""

import pytest

from evidencegen.documents.printed import Document
from evidencegen.documents.printed_office import Stored
from evidencegen.documents.strays import strays
from evidencegen.documents.tagged_tables import TaggedTable
from tests.documents.test_printed import FIGURE, manifest


def document(page, others=()):
    """One page beside a figure of 38%, about 45 of 120, with a range and a target."""
    figure = FIGURE | {"low": 30, "high": 46, "target": 90}
    return Document("a.pdf", manifest(figures=[figure]), (page,), (), others)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("about 45 of 120 people", []),
        ("about 45 of\n120 people. Page 3 of 8", []),
        ("3 of 12 people", ["3 of 12"]),
        ("43 of 118 people", ["43 of 118"]),
        ("40 of 60 people", []),
        ("version 1.3 of 2026", []),
        ("3 out of 12 people", ["3 out of 12"]),
        ("Two of the 41 did not.", ["Two of the 41"]),
        ("about 3 of our 41 people", ["about 3 of our 41"]),
        ("3/41 people, on 03/04/2026, open 24/7", ["3/41"]),
        ("two of the three, in one of our 3 services", []),
        ("38% (about 45 of 120)", []),
        ("38% of concerns (about 45 of 120)", []),
        ("36% of concerns (about 45 of 120)", ["36% of concerns (about 45 of 120)", "36%"]),
        ("between 30% and 46%; our target is 90%; 0% 25% 50% 75% 100%", []),
        ("95% range 30% to 46%", []),
        ("and 37% said so", ["37%"]),
        ("thirty, or 37.5 per cent", ["37.5 per cent"]),
    ],
)
def test_a_count_that_no_figure_carries_is_found_where_it_is_small_or_not_rounded(page, found):
    assert [stray.words for stray in strays(document(page))] == found


# 45 and 120 are carried by the figure; 3 is small and 118 is not rounded.
def test_a_count_alone_in_a_cell_is_found_too():
    rows = (("North", "about 45"), ("South", "3"), ("West", "[c]"), ("East", "118"), ("Hill", "about 45 [p]"))
    document = Document("a.pdf", manifest(), ("",), (TaggedTable(2, rows),))
    assert [(stray.where, stray.words) for stray in strays(document)] == [("on page 2", "3"), ("on page 2", "118")]


# 45 of 120 is 38%, as the figure says; 40% beside it is somebody's own.
@pytest.mark.parametrize(("share", "found"), [("38%", []), ("40%", ["40% beside 45 of 120"])])
def test_a_percentage_beside_the_counts_of_another_is_found(share, found):
    table = TaggedTable(1, (("Asked", share, "about 45 of 120"),))
    told = Document("a.pdf", manifest(), ("",), (table,))
    assert [stray.words for stray in strays(told)] == found


def test_what_no_page_shows_is_looked_at_too():
    beside = (("in the alternative text", "A chart: 3 of 12 people."), ("in the bookmarks", "Asked: 38%"))
    assert [(s.where, s.words) for s in strays(document("", beside))] == [("in the alternative text", "3 of 12")]


def test_of_a_document_without_a_manifest_nothing_is_said():
    assert list(strays(Document("a.pdf", {}, ("3 of 12, 37%",)))) == []


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"counted": 43}, ["msp.asked: 43 of 120"]),
        ({"counted": 3}, ["msp.asked: 3 of 120"]),
        ({"counted": None, "mark": "[c]", "out_of": None}, ["msp.asked: 38"]),
        ({"counted": 3, "about": "records"}, []),
        ({"waiting": "3"}, ["msp.asked: 45 of 120 of 3"]),
        ({"waiting": "[c]"}, []),
        ({}, []),
    ],
)
def test_a_manifest_that_breaks_its_own_rule_is_found(changed, found):
    told = manifest(figures=[FIGURE | changed])
    assert [stray.words for stray in strays(Document("a.json", told))] == found


def test_what_the_buyer_wrote_is_no_count_of_ours():
    head = TaggedTable(1, (("Question", "Lot 2 of 3: say how you safeguard."),))
    document = Document("a.pdf", manifest(), ("Lot 2 of 3: say how. In 4 of 9 cases.",), (head,))
    assert [stray.words for stray in strays(document)] == ["4 of 9"]
    scored = TaggedTable(1, (("Criterion", "Weighting"), ("At least 71% say so", "7%")))
    document = Document("a.pdf", manifest(), ("At least 71% say so 7% and 72% do.",), (scored,))
    assert [stray.words for stray in strays(document)] == ["72%"]


# 45, 120 and 38% are the figure's; 6 days, 9 days and 15 are of how long things took; 45 of 600 is 7.5, halves up 8.
@pytest.mark.parametrize(
    ("number", "is_share", "found"),
    [
        (45, False, []),
        (120, False, []),
        (6, False, []),
        (9, False, []),
        (15, False, []),
        (8, False, []),
        (44, False, ["44"]),
        (60, False, ["60"]),
        (45.2, False, ["45.2"]),
        (0.38, True, []),
        (0.3, True, []),
        (0.375, True, ["37.5%"]),
        (0.25, True, ["25%"]),
        (1250, False, ["1,250"]),
    ],
)
def test_a_number_that_a_cell_stores_is_a_figures_to_its_last_digit(number, is_share, found):
    told = {"low": 30, "high": 46, "median": 6, "ninetieth": 9, "waiting": "about 15", "per_hundred_of": 600}
    stored = (Stored('on the sheet "Table_1", cell B6', number, is_share),)
    document = Document("a.xlsx", manifest(figures=[FIGURE | told]), numbers=stored)
    assert [stray.words for stray in strays(document)] == found
    assert {stray.where for stray in strays(document)} <= {'on the sheet "Table_1", cell B6'}


# Of exact counts, 1 of 398 is 0.25%, shown beside 5 of 400: whole it is 0, and it is printed as "under 1%".
@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("under 1% (5 of 400)", []),
        ("over 99% (395 of 400)", []),
        ("1% (5 of 400)", ["1% (5 of 400)", "1%"]),
        ("under 2%", ["2%"]),
    ],
)
def test_a_share_that_is_nearly_none_or_nearly_all_is_one_of_a_figure(page, found):
    figures = [
        FIGURE | {"counted": 5, "out_of": 400, "per_cent": 0},
        FIGURE | {"counted": 395, "out_of": 400, "per_cent": 100},
    ]
    told = Document("a.pdf", manifest(figures=figures), (page,))
    assert [stray.words for stray in strays(told)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Question: what of the 3 of 12 people who left?", []),
        ("Question\nWhat of the 3 of 12 people who left?", []),
        ("Criterion: Weighting\nAt least 71% say so: Weighting: 7%", []),
        ("Questions were asked of 3 of 12 people.", ["3 of 12"]),
        ("We asked: 3 of 12.", ["3 of 12"]),
    ],
)
def test_the_buyers_own_words_in_plain_text_are_passed_over(text, found):
    told = Document("a.txt", manifest(), (), (), (("in the text", text),))
    assert [stray.words for stray in strays(told)] == found
