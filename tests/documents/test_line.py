"""Words in a row: what is drawn alike is one run, and white space is as a browser shows it."""

from evidencegen.documents.line import Paragraph, Run
from evidencegen.documents.page import read


def lines(body):
    return read(f"<!DOCTYPE html><html><body>{body}</body></html>").parts


def test_a_paragraph_keeps_what_is_bold_raised_and_linked_and_loses_white_space():
    (one,) = lines('<p id="n" class="a b">\n In<b> 75%</b> of\n  them<sup><a href="#note-5">5</a></sup>. </p>')
    assert one == Paragraph(
        (
            Run("In"),
            Run(" 75%", bold=True),
            Run(" of them"),
            Run("5", raised=True, link="note-5"),
            Run("."),
        ),
        frozenset({"a", "b"}),
        "n",
    )


def test_runs_drawn_alike_are_one_and_space_between_runs_stands_once():
    (one,) = lines("<p>a <b>b</b> <b> c </b> <span></span> <i class=x>d<em>e</em></i><br>\n f<br></p>")
    assert one.runs == (
        Run("a "),
        Run("b", bold=True),
        Run(" "),
        Run("c ", bold=True),
        Run("de", italic=True, kinds=frozenset({"x"})),
        Run("\nf"),
    )
    assert one.text == "a b c de\nf"


def test_where_nothing_is_left_there_is_no_paragraph():
    assert lines("<p> <b> </b><br> </p>") == ()


def test_a_space_that_holds_words_together_stays():
    (one,) = lines("<p>&nbsp;9&nbsp;000</p>")
    assert one.text == "\N{NO-BREAK SPACE}9\N{NO-BREAK SPACE}000"
