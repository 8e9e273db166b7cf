from datetime import date

from evidencegen.release.intruder import QUESTIONS, answers_of
from evidencegen.release.sign_off import Answered


def answered(question, answer="No.", text="a" * 64):
    return Answered("CS-01", "Orla Vane", date(2026, 5, 1), question, answer, text)


def test_the_last_answer_counts_and_answers_come_in_the_order_of_the_questions():
    late = answered("neighbour", "Perhaps.")
    found = answers_of([answered("buyer"), answered("neighbour"), late], "a" * 64)
    assert found == {"neighbour": late, "buyer": answered("buyer")}
    assert list(found) == ["neighbour", "buyer"]


def test_an_answer_about_other_words_or_to_no_question_of_ours_does_not_count():
    assert answers_of([answered("neighbour", text="b" * 64), answered("weather")], "a" * 64) == {}


def test_every_question_is_one_plain_question():
    assert list(QUESTIONS) == ["neighbour", "relative", "staff", "journalist", "combination", "buyer"]
    assert all(asked.endswith("?") and asked.count("?") == 1 for asked in QUESTIONS.values())
