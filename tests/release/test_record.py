from datetime import date

from evidencegen.release.record import Record, address_parts


def test_relatives_of_one_kind_are_told_apart():
    record = Record(relatives=(("Ann Vane", "daughter"), ("Bea Vane", "daughter"), ("Cal Vane", "her son")))
    assert [known.role for known in record.roll.known] == ["their daughter A", "their daughter B", "her son"]


def test_staff_are_carers_by_letter_and_past_eight_simply_staff():
    record = Record(staff=tuple(f"Name{letter} Vane" for letter in "abcdefghi"))
    assert [known.role for known in record.roll.known][0::8] == ["carer A", "a member of staff"]


def test_a_record_is_read_as_the_known_answers_write_it():
    record = Record.from_json(
        {
            "person": {
                "name": "Joy Mensah",
                "preferred_name": "Auntie Joy",
                "address": "77 Sutton Avenue, Derby, DE23 9ZZ",
            },
            "service": {"name": "Peartree Homecare", "address": "Peartree Business Park, Derby"},
            "staff": ["Blessing Owusu"],
            "relatives": [{"name": "Kwabena Mensah", "relation": "husband"}],
            "dates": {"raised": "2024-06-18"},
        }
    )
    assert record.raised == date(2024, 6, 18)
    assert record.person == ("Joy Mensah", "Auntie Joy")
    assert ("Derby", "[place]") in record.sites


def test_every_named_part_of_an_address_tells_where_it_is():
    assert address_parts("Flat 9, Bakers Quay Court, Gloucester GL1 9ZZ") == ("Bakers Quay Court", "Gloucester")
