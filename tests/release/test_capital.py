import pytest

from evidencegen.release.capital import unvouched


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Kyle came.", [("Kyle", "[name]")]),
        ("with Ms D. Featherstonehaugh again", [("Ms D. Featherstonehaugh", "[name]")]),
        ("by DC Llinos Wyn on", [("DC Llinos Wyn", "a police officer")]),
        ("at Oaklands Health Centre we", [("Oaklands Health Centre", "a centre")]),
        ("told Sussex Police", [("Sussex Police", "the police")]),
        ("his son in Patagonia", [("Patagonia", "[place]")]),
        ("held in Welsh, which", [("Welsh", "their own language")]),
        ("Dean Hollis came", [("Dean Hollis", "[name]")]),
        ("mr hope lives here", [("mr hope", "[name]")]),
        ("he is known as Spud now", [("Spud", "[name]")]),
        ("the Registered Manager and the CQC", []),
        ("Staff said so. I'm glad, and I rang.", []),
        ("Mercy was kind", [("Mercy", "[name]")]),
        ("Summer menus offer drinks", []),
        ("each Friday, and at Christmas", []),
        ("NG189 and QS200", []),  # left to the digits
        ("Appendix B and level D, graded A, B or C", []),
    ],
)
def test_capitals_nobody_vouches_for(text, found):
    assert [(text[d.start : d.end], d.label) for d in unvouched(text, [])] == found


def test_what_is_found_already_is_left_alone():
    assert unvouched("Then Kyle came.", [(5, 9)]) == []


def test_without_capitals_a_word_must_be_ordinary_whatever_its_case():
    text = "then kyle came with bill and bill said so, the bill was paid"
    assert [text[d.start : d.end] for d in unvouched(text, [])] == ["kyle", "bill", "bill"]
