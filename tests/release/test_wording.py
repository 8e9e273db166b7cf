from datetime import date

import pytest

from evidencegen.release.quote import anonymise
from evidencegen.release.recogniser import Detail
from evidencegen.release.record import Record
from evidencegen.release.wording import reworded, with_learnt_roles


def named(text, name, label="[name]", kind="name"):
    start = text.index(name)
    return Detail(start, start + len(name), kind, label, name.lower())


@pytest.mark.parametrize(
    ("text", "name", "label", "told"),
    [
        ("His daughter Megan found it.", "Megan", "their daughter", "His daughter found it."),
        ("Her mum, Yetunde, was told.", "Yetunde", "their mother", "Her mum was told."),
        ("A neighbour, Keith at home, rang.", "Keith", "[name]", "A neighbour, [name] at home, rang."),
        ("District nurse Ann Ray left.", "Ann Ray", "[name]", "The district nurse left."),
        ("Her carer Dawn rang.", "Dawn", "carer A", "Her carer A rang."),
        ("Dawn rang.", "Dawn", "carer A", "Carer A rang."),
        ("three pictures: Kev, a pizza", "Kev", "carer B", "three pictures: carer B, a pizza"),
        ('She said, "Chidi shops."', "Chidi", "their grandson", 'She said, "[Their grandson] shops."'),
    ],
)
def test_the_sentence_still_reads(text, name, label, told):
    assert reworded(text, [named(text, name, label)]) == told


def test_a_role_the_text_explains_is_kept_for_later():
    text = "The solicitor, Ann Ray, came. Ray agreed."
    details = [named(text, "Ann Ray"), Detail(30, 33, "name", "[name]", "ray")]
    assert [detail.label for detail in with_learnt_roles(text, details)] == ["the solicitor", "the solicitor"]


def test_a_length_of_time_keeps_its_article_after_a_pronoun():
    told = Record(raised=date(2026, 5, 18))
    assert anonymise("It was read with her on 21 May 2026.", told).text == "It was read with her a few days later."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Six weeks later, on 29 June 2026, she was well.", "Six weeks later, she was well."),
        ("He thought of the concern of 18 May 2026 again.", "He thought of the concern again."),
        ("On 18 May 2026 she rang.", "On the day of the concern she rang."),
    ],
)
def test_what_the_sentence_says_already_is_not_said_twice(text, told):
    assert anonymise(text, Record(raised=date(2026, 5, 18))).text == told


def test_somebody_tells_of_their_own_age():
    assert anonymise("I am fifty-six and I live here.").text == "I am in my 50s and I live here."
