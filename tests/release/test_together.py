from evidencegen.release.recogniser import Detail
from evidencegen.release.together import again, by_initials, joined


def name(text, found, label="[name]", kind="name"):
    start = text.index(found)
    return Detail(start, start + len(found), kind, label, found.lower())


def test_names_side_by_side_are_one_person():
    text = "Amir Vance came"
    assert [(d.start, d.end) for d in joined(text, [name(text, "Amir"), name(text, "Vance")])] == [(0, 10)]


def test_two_people_of_the_register_side_by_side_are_two():
    text = "present amir grace"
    people = [name(text, "amir", "carer A", "person"), name(text, "grace", "carer B", "person")]
    assert joined(text, people) == people


def test_a_name_at_the_end_of_a_message_is_not_joined_to_the_next_speaker():
    text = "from Bootle\nMags: ok"
    assert len(joined(text, [name(text, "Bootle"), name(text, "Mags")])) == 2


def test_who_is_masked_once_is_masked_again():
    text = "Tomek came. Then tomek left."
    assert [text[d.start : d.end] for d in again(text, [name(text, "Tomek")])] == ["Tomek", "tomek"]


def test_initials_of_a_name_in_full_are_masked():
    text = "Tess Okoro came. TO spoke."
    assert [text[d.start : d.end] for d in by_initials(text, [name(text, "Tess Okoro")])] == ["TO"]
