import re
from datetime import date

from evidencegen.catalogue import everything_in
from evidencegen.release import recognisers
from evidencegen.release.recogniser import Detail, Recogniser


def test_only_the_group_called_detail_is_taken_out():
    badge = Recogniser("badge", "[badge]", re.compile(r"badge (?P<detail>\d+)"))
    assert list(badge.find("her badge 77 broke")) == [Detail(10, 12, "badge", "[badge]")]


def test_wording_is_handed_the_day_of_the_concern():
    year = Recogniser("year", "", re.compile(r"\d{4}"), wording=lambda m, day: f"{int(m.group()) - day.year} years")
    assert [d.label for d in year.find("in 2027", date(2024, 1, 1))] == ["3 years"]


def test_every_file_on_the_shelf_holds_recognisers_under_keys_of_their_own():
    found = everything_in(recognisers, Recogniser)
    assert len(found) > 30
    assert all(key == recogniser.key for key, recogniser in found.items())
