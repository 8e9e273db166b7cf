"""Words beyond the limit."""

import pytest

from evidencegen.documents.read_words import words_of_page
from evidencegen.limit import Limit
from evidencegen.packs.lint import Held
from evidencegen.packs.lints.over_limit import OVER_LIMIT
from evidencegen.tender import Question
from tests.packs.lints.finding_it import found, told
from tests.packs.lints.provider import AS_AT


def test_the_rest_of_the_paragraph_in_which_the_reader_stops_is_found():
    held = Held(AS_AT, limit=Limit(words=3))
    assert found(OVER_LIMIT, "One two three four five.\n\nSix.", held) == ["four five."]
    assert told(OVER_LIMIT, "One two three four.", held) == [
        (
            "stop",
            "4 words, OVER the limit of 3: what lies beyond may not be read; the assessor stops reading after “One two three”",
        )
    ]


def test_where_nothing_more_of_a_paragraph_is_read_all_of_it_is():
    assert found(OVER_LIMIT, "One two three.\n\nFour five.", Held(AS_AT, limit=Limit(words=3))) == ["Four five."]


def test_within_it_without_one_or_by_what_does_not_count_nothing_is():
    assert found(OVER_LIMIT, "One two.", Held(AS_AT, limit=Limit(words=2))) == []
    assert found(OVER_LIMIT, "One two.", Held(AS_AT, limit=Limit(pages=1))) == []
    assert found(OVER_LIMIT, "# One\n\nTwo.", Held(AS_AT, limit=Limit(words=1, not_counted=["headings"]))) == []
    assert found(OVER_LIMIT, "One two.") == []


ASKED = (
    Question(key="msp", question="How do you make safeguarding personal?", limit=Limit(words=10)),
    Question(key="staff", question="How are staff trained?", limit=Limit(words=4, not_counted=["question"])),
    Question(key="cost", question="What does it cost?", limit=Limit(pages=1)),
)
LIST = "How do you make safeguarding personal?\n\nHow are staff trained?\n\n"
FIRST = "# 1. How do you make Safeguarding Personal?\n\nWe ask them. "  # 7 words as a heading, then 3
SECOND = "# Question 2 (5%): How are staff trained?\n\nEach year, all of us. "  # 7 and 5
THIRD = "# What does it cost?\n\nLittle and a lot besides that nobody counts."


def of_several(text):
    return found(OVER_LIMIT, text, Held(AS_AT, questions=ASKED))


# By hand, question by question: the rest of the paragraph in which the reading stops. The first question begins with
# its number where it is a line of plain text, and not where it is a heading of Markdown.
@pytest.mark.parametrize(
    ("text", "stops"),
    [
        (f"{FIRST}\n\n{SECOND}\n\n{THIRD}", ["us."]),
        (f"{FIRST}More.\n\n{SECOND}\n\n{THIRD}", ["More.", "us."]),
        (f"{LIST}{FIRST}\n\n{SECOND}\n\n{THIRD}", ["us."]),
        (f"{FIRST}One two.\n\n{THIRD}", []),  # the second may stand in it, worded otherwise
        (f"{FIRST}\n\n# Training\n\nEach year, all of us.", ["Training"]),  # a warning alone, see below
        (f"{FIRST}\n\n# Question 2\n\nEach year, all of us.", []),
        (SECOND, ["us."]),
        (SECOND.replace("\n\n", " ") + "We test it too, every time.", []),  # the answer follows on the same line
        ("# What we do\n\nEach year, all of us, and a good deal more than four words.", []),
    ],
)
def test_of_several_questions_each_answer_has_its_own_limit_where_its_question_is_found(text, stops):
    assert of_several(text) == stops


def test_the_question_that_is_too_long_is_named():
    ((_, why),) = told(OVER_LIMIT, SECOND, Held(AS_AT, questions=ASKED))
    assert why == (
        "question `staff`: 5 words, OVER the limit of 4: what lies beyond may not be read (not counted: question); "
        "the assessor stops reading after “Each year, all of”"
    )


def test_where_another_question_may_follow_it_is_no_more_than_a_warning():
    held = Held(AS_AT, questions=ASKED)
    ((severity, why),) = told(OVER_LIMIT, f"{FIRST}\n\n# Training\n\nEach year, all of us.", held)
    assert severity == "warn"
    assert why.startswith("if all that follows answers question `msp`: 16 words, OVER the limit of 10")
    assert [severity for severity, _ in told(OVER_LIMIT, f"{FIRST}More.\n\n{SECOND}\n\n{THIRD}", held)] == [
        "stop",
        "stop",
    ]


OURS = """<h1>The evidence</h1><table><tr><th>Question</th><td>How are staff trained?</td></tr><tr><th>Terms</th><td>
limit 4 words</td></tr></table><h2>1 Our answer</h2><p>Each year.{}</p><h2>Where each criterion is answered</h2>
<table><tr><td>Staff</td><td>1.1</td></tr></table><h2>Annex: evidence notes</h2><p>A good deal more, of figures.</p>"""


@pytest.mark.parametrize("several", [True, False])
@pytest.mark.parametrize(("more", "stops"), [("", []), (" All of us.", ["year. All of us."])])
def test_of_a_document_as_we_build_it_neither_the_head_nor_the_annex_is_counted_where_the_buyer_counts_none(
    several, more, stops
):
    # By hand: the heading `1 Our answer` is three words and `Each year.` two: five in all; of four, `Each` is the last.
    rule = Limit(words=5 if not more else 4, not_counted=["question", "notes"])
    asked = ASKED[0], ASKED[1].model_copy(update={"limit": rule}), ASKED[2]
    held = Held(AS_AT, questions=asked) if several else Held(AS_AT, limit=rule)
    words = words_of_page(OURS.format(more))
    hits = list(OVER_LIMIT.find(words, held))
    assert [hit.paragraph.text[hit.start : hit.end] for hit in hits] == stops
    assert [hit.severity for hit in hits] == [None] * len(stops)
