import pytest

from evidencegen.release.alias import Aliases, Strength, aliases, one_slip


def found_in(name, text):
    return [text[hit.start : hit.end] for hit in Aliases([aliases(name)]).find(text)]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Grace Okafor", "OKAFOR, Grace (Mrs)", ["OKAFOR, Grace"]),
        ("Grace Okafor", "grace okafor's key", ["grace okafor"]),
        ("Grace Okafor", "G. Okafor and Grace O. met", ["G. Okafor", "Grace O"]),
        ("Grace Okafor", "Mrs O. rang", ["Mrs O"]),
        ("Grace Okafor", "signed G.O. today", ["G.O"]),
        ("Grace Okafor", "graceokafor", ["graceokafor"]),
        ("Grace Okafor", "e.g. to go on", []),
        ("Tomasz Wiśniewski", "Wisniewski", ["Wisniewski"]),
        ("Megan Prosser-Jones", "Mrs Prosser, Ms Jones", ["Prosser", "Jones"]),
        ("Mary O'Shea", "Mrs O’Shea", ["O’Shea"]),
        ("Mary O'Shea", "Mrs O. Smith", []),  # somebody else
        ("Mary O'Shea", "Mrs O'Dowd", []),
        ("Pelham, Ruth", "Ruth Pelham", ["Ruth Pelham"]),
        ("Robert Lyle", "Bob", ["Bob"]),
        ("Arthur Vane", "Mr Vane, a mayor", ["Vane"]),  # not "Vane, A"
        ("Okafor", "an okafor", ["okafor"]),
        ("Gethin ap Rhys", "Gethin ap Rhys", ["Gethin ap Rhys"]),
    ],
)
def test_a_name_is_found_in_every_form(name, text, found):
    assert found_in(name, text) == found


def test_a_name_that_is_a_word_says_so():
    strengths = {form.tokens: form.strength for form in aliases("Will May")}
    assert strengths[("will",)] is strengths[("may",)] is Strength.WORD
    assert strengths[("will", "may")] is Strength.FULL


def test_a_name_parted_by_a_line_break_is_found():
    assert found_in("Grace Okafor", "to Grace\n  Okafor and") == ["Grace\n  Okafor"]


def test_an_alias_does_not_show_itself():
    assert "okafor" not in repr(aliases("Grace Okafor"))


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        ("kowalsky", "kowalski", True),
        ("joesph", "joseph", True),
        ("bamgboshe", "bamgbose", True),
        ("daniel", "denial", False),
    ],
)
def test_one_slip_of_the_pen(left, right, slip):
    assert one_slip(left, right) is slip
