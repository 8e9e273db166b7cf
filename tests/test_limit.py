"""Words, characters and pages are counted as buyers count them, against numbers worked out by hand."""

import pytest
from pydantic import ValidationError

from evidencegen.limit import Amount, Limit, Piece, amount_of, standing, stop_at_page

# Words, characters with spaces, characters without: counted by hand.
COUNTED = [
    ("", 0, 0, 0),
    ("We ask.", 2, 7, 6),
    ("A well-being review", 3, 19, 17),
    ("2.1 We ask.", 3, 11, 9),  # the number of a paragraph, where it is typed
    ("family and/or friends", 3, 21, 19),
    ("2025\u201326 and 9\u201312", 3, 16, 14),
    ("asked \u2013 and heard", 4, 17, 14),
    ("1,250 people", 2, 12, 11),
    ("75% of 12", 3, 9, 7),
    ("see https://example.org/a-b?c=d", 2, 31, 30),
    ("10\u00a0days", 2, 7, 6),
    ("9 of 12[3], [c]", 4, 15, 12),
    ("\u201cI want tea,\u201d she said", 5, 22, 18),
    ("one\ntwo", 2, 6, 6),
]


@pytest.mark.parametrize(("text", "words", "characters", "without"), COUNTED)
def test_a_text_is_counted_as_by_hand(text, words, characters, without):
    assert amount_of(text) == Amount(words, characters, without)


ANSWER = (
    Piece("question", "How do you ask?"),  # 4 words, 15 characters, 12 without spaces
    Piece("headings", "1 Our answer", "1 Our answer"),  # 3, 12, 10
    Piece("text", "We ask each person on day one.", "1 Our answer"),  # 7, 30, 24
    Piece("captions", "Asked by year", "1 Our answer"),  # 3, 13, 11
    Piece("tables", "2026: 9 of 12", "1 Our answer"),  # 4, 13, 10
    Piece("charts", "Nine of twelve", "1 Our answer"),  # 3, 14, 12
    Piece("headings", "2 An example", "2 An example"),  # 3, 12, 10
    Piece("case_studies", "She wanted tea. She got it.", "2 An example"),  # 6, 27, 22
    Piece("notes", "[1] Asked: by the day.", "Annex"),  # 5, 22, 18
)
# In all: 38 words, 158 characters, 129 without spaces.
RULES = [
    ({"words": 38}, (38, 158, 129), None),
    ({"words": 37}, (38, 158, 129), ("[1] Asked: by the", "Annex")),
    ({"words": 33}, (38, 158, 129), ("She wanted tea. She got it.", "2 An example")),
    ({"words": 9}, (38, 158, 129), ("We ask", "1 Our answer")),
    ({"words": 4}, (38, 158, 129), ("How do you ask?", "")),
    ({"words": 9, "not_counted": ["question"]}, (34, 143, 117), ("We ask each person on day", "1 Our answer")),
    ({"words": 28, "not_counted": ["question", "headings"]}, (28, 119, 97), None),
    ({"words": 27, "not_counted": ["question", "headings"]}, (28, 119, 97), ("[1] Asked: by the", "Annex")),
    ({"words": 20, "not_counted": ["notes", "case_studies"]}, (27, 109, 89), ("2026: 9 of", "1 Our answer")),
    (
        {"words": 13, "not_counted": ["question", "tables", "captions", "charts", "notes", "headings"]},
        (13, 57, 46),
        None,
    ),
    ({"characters": 158}, (38, 158, 129), None),
    ({"characters": 157}, (38, 158, 129), ("[1] Asked: by the", "Annex")),
    ({"characters": 33}, (38, 158, 129), ("We ask", "1 Our answer")),
    ({"characters": 32}, (38, 158, 129), ("We", "1 Our answer")),
    ({"characters_without_spaces": 129}, (38, 158, 129), None),
    ({"characters_without_spaces": 27}, (38, 158, 129), ("We ask", "1 Our answer")),
    ({"characters_without_spaces": 26}, (38, 158, 129), ("We", "1 Our answer")),
    ({"words": 9, "characters": 32}, (38, 158, 129), ("We", "1 Our answer")),
    ({"pages": 1}, (38, 158, 129), None),
]


PORTAL = (
    Piece("headings", "Safeguarding: our answer"),  # 3 words, 24 characters, 22 without spaces
    Piece("text", "In 2025\u201326 we asked 1,250 people and/or families."),  # 8, 49, 42
    Piece("text", "75% \u2013 well above half \u2013 agreed: see https://fen.example/a-b."),  # 9, 60, 52
    Piece("notes", "[1] Within 10\u00a0days."),  # 4, 19, 16
)
# In all: 24 words, 152 characters, 132 without spaces.
SECOND = "In 2025\u201326 we asked 1,250 people and/or families."
RULES_OF_A_PORTAL = [
    ({"words": 24}, (24, 152, 132), None),
    ({"words": 23}, (24, 152, 132), "[1] Within 10"),
    ({"words": 20, "not_counted": ["notes"]}, (20, 133, 116), None),
    ({"words": 19, "not_counted": ["notes"]}, (20, 133, 116), "75% \u2013 well above half \u2013 agreed: see"),
    ({"words": 12}, (24, 152, 132), "75%"),
    ({"words": 11}, (24, 152, 132), SECOND),
    ({"words": 2}, (24, 152, 132), "Safeguarding: our"),
    ({"characters": 152}, (24, 152, 132), None),
    ({"characters": 151}, (24, 152, 132), "[1] Within 10"),
    ({"characters": 76}, (24, 152, 132), "75%"),
    ({"characters": 75}, (24, 152, 132), SECOND),
    ({"characters_without_spaces": 132}, (24, 152, 132), None),
    ({"characters_without_spaces": 67}, (24, 152, 132), "75%"),
    (
        {"characters_without_spaces": 68, "not_counted": ["headings"]},
        (21, 128, 110),
        "75% \u2013 well above half \u2013 agreed:",
    ),
]


@pytest.mark.parametrize(("rule", "amount", "after"), RULES_OF_A_PORTAL)
def test_a_text_for_a_portal_under_a_rule_is_counted_as_by_hand(rule, amount, after):
    held = standing(PORTAL, Limit.model_validate(rule))
    assert held.amount == Amount(*amount)
    assert (held.stop.after if held.stop else None) == after


@pytest.mark.parametrize(("rule", "amount", "stop"), RULES)
def test_an_answer_under_a_rule_is_counted_as_by_hand(rule, amount, stop):
    held = standing(ANSWER, Limit.model_validate(rule))
    assert held.amount == Amount(*amount)
    assert held.over is (stop is not None)
    if stop:
        assert (held.stop.after, held.stop.section) == stop


def test_what_is_told_of_it_says_how_much_and_what_becomes_of_the_rest():
    within = standing(ANSWER, Limit(words=40, not_counted=["case_studies"]))
    assert (str(within), within.excess) == ("32 of the 40 words allowed (not counted: case studies)", 0)
    over = standing(ANSWER, Limit(words=9, beyond="disqualified"))
    assert str(over) == "38 words, OVER the limit of 9: an answer that is longer is not accepted"
    assert str(over.stop) == "the assessor stops reading after “We ask” in section 1 Our answer"
    assert over.excess == 29
    assert over.as_dict() == {
        "counted": {"words": 38, "characters": 158, "characters_without_spaces": 129},
        "stops": {"after": "We ask", "section": "1 Our answer"},
    }
    assert standing(ANSWER, Limit(pages=3)).as_dict() == {}
    assert str(standing((Piece("text", "internationalisation"),), Limit(characters=5)).stop) == "nothing is read"


def test_long_last_words_are_told_by_the_last_eight():
    held = standing((Piece("text", "one two three four five six seven eight nine ten"),), Limit(words=9))
    assert held.stop.after == "… two three four five six seven eight nine"


def test_pages_stop_at_the_end_of_the_last_one_read():
    pages = ("1 Our answer\nWe ask.", "2 How we\nwork\nEach time.", "3 Training\nAll of them.")
    headings = ["1 Our answer", "2 How we work", "3 Training"]
    assert stop_at_page(pages, Limit(pages=3), headings) is None
    stop = stop_at_page(pages, Limit(pages=2), headings)
    assert str(stop) == (
        "the assessor stops reading after “2 How we work Each time.” in section 2 How we work, at the end of page 2"
    )


def test_a_limit_reads_as_the_buyer_put_it():
    assert str(Limit(pages=12)) == "12 pages"
    assert str(Limit(pages=2, words=1500, font="arial", size=11)) == "2 pages, 1,500 words, Arial 11 pt"
    assert str(Limit(characters=5000)) == "5,000 characters with spaces"
    assert str(Limit()) == "none given"
    set_so = Limit(pages=4, font="Arial", size=11, line_spacing=1.5, margins=20)
    assert str(set_so) == "4 pages, Arial 11 pt, line spacing 1.5, margins of 20 mm"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"words": 0}, "greater than or equal to 1"),
        ({"not_counted": ["tabels"]}, r"not `tabels` \(did you mean `tables`\?\)"),
        ({"keep": ["claim"]}, r"not `claim` \(did you mean `claims`\?\)"),
        ({"font": "Calibri"}, "for any other, leave `font` out"),
        ({"size": 30}, "less than or equal to 16"),
        ({"line_spacing": 0.9}, "greater than or equal to 1"),
        ({"margins": 5}, "greater than or equal to 12"),
        ({"beyond": "shredded"}, "'not read', 'marks lost' or 'disqualified'"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused(wrong, told):
    with pytest.raises(ValidationError, match=told):
        Limit.model_validate(wrong)
