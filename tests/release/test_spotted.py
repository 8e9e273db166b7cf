from evidencegen.release.names import Roll
from evidencegen.release.recogniser import Detail
from evidencegen.release.record import Record
from evidencegen.release.spotted import as_known, known_names, no_article_before

RECORD = Record(person=("Hope Achebe",), staff=("Will Tench", "Ifeoma Eze"))


def found_in(text):
    return sorted({(text[d.start : d.end], d.label) for d in known_names(text, RECORD, Roll())})


def test_a_name_that_is_a_word_is_found_where_there_are_no_capitals():
    assert found_in("will rang hope, she hopes it will be fine") == [("hope", "the person"), ("will", "carer A")]


def test_initials_of_the_record_are_found():
    assert found_in("IE spoke to WT about it") == [("IE", "carer B"), ("WT", "carer A")]


def test_a_name_is_somebody_at_the_end_of_a_message():
    assert found_in("See you at six. thx will x") == [("will", "carer A")]


def test_a_misspelt_name_is_the_one_it_nearly_is():
    assert as_known(Detail(0, 6, "name", "[name]", "ifeomma"), RECORD, Roll()).label == "carer B"


def test_an_article_makes_a_thing_of_a_word():
    assert no_article_before("when hope", 5)
    assert not no_article_before("the hope", 4)
