import pytest

from evidencegen.problem import Place
from evidencegen.release.names import IDENTIFIER, SITE, Known, Roll, named_people


def test_everybody_the_registers_name_is_on_the_roll(roll):
    roles = {known.text: known.role for known in roll.named}
    assert roles["Beverley Hall"] == roles["Ifeoma Eze-Nwosu"] == "a member of staff"
    assert roles["Grace Okafor"] == "the person"
    assert roles["Chidi Okafor"] == "a relative"
    assert roles["Will May"] == "the advocate"
    assert roles["Rowan House"] in ("the home", "the service")


def test_prose_is_not_taken_for_a_name(roll):
    assert "To go home" not in {known.text for known in roll.known}


def test_identifiers_hold_a_digit_and_at_least_three_characters(roll):
    codes = {known.text for known in roll.known if known.kind == IDENTIFIER}
    assert {"S-014", "SG-2025-014", "SU-0042", "AD-9"} <= codes
    assert "7" not in codes


@pytest.mark.parametrize("written", ["SG/2025/014", "sg 2025 014", "SG2025014", "SG-2025‑014"])
def test_an_identifier_is_found_however_it_is_written(roll, written):
    assert [s.known.text for s in roll.find_identifiers(f"see {written}.")] == ["SG-2025-014"]


def test_the_roll_hides_names(roll):
    assert "Okafor" not in repr(roll)


def test_named_people_come_with_the_role_the_writer_gave_them():
    people = named_people("Tom Oakes = her grandson; Bev Hall = a care worker;\nRowan House = the home", Place("x"))
    assert [(k.text, k.role, k.kind == SITE) for k in people] == [
        ("Tom Oakes", "her grandson", False),
        ("Bev Hall", "a care worker", False),
        ("Rowan House", "the home", True),
    ]


def test_a_name_two_people_are_called_by_belongs_to_neither():
    roll = Roll((Known("Mark Dyson", "carer A"), Known("Mark Bairstow", "their son")))
    assert [spotted.shared for spotted in roll.find("Mark rang")] == [True]


def test_a_pack_may_name_the_providers_own_services(tables):
    kept_out = Roll.of({"case_studies": tables["case_studies"]}).to_be_kept_out
    assert "Grace Okafor" in {known.text for known in kept_out.known}
    assert not any(known.role == "the service" for known in kept_out.known)
