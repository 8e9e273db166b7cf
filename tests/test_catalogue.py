"""Finds everything on one shelf."""

import sys
from importlib import import_module
from textwrap import dedent

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.register import Register


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A shelf with files on it, by name: `shelf("s1", first="...")`."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def make(name, **files):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("")
        for stem, code in files.items():
            (tmp_path / name / f"{stem}.py").write_text(
                "from evidencegen.intake.register import Register\n" + dedent(code)
            )
        return import_module(name)

    yield make
    for name in set(sys.modules) - before:
        del sys.modules[name]


FALLS = 'FALLS = Register("falls", "Falls log", "one fall", ())\n'
VISITS = 'VISITS = Register("visits", "Visit log", "one visit", ())\n'


def test_what_stands_on_the_shelf_is_found_by_key_in_the_order_of_keys(shelf):
    found = everything_in(shelf("shelf_of_two", later=FALLS, earlier=VISITS), Register)
    assert list(found) == ["falls", "visits"]


def test_one_thing_borrowed_by_a_neighbour_is_one_thing(shelf):
    borrowing = "from shelf_borrowing.falls import FALLS\n" + VISITS
    assert list(everything_in(shelf("shelf_borrowing", falls=FALLS, visits=borrowing), Register)) == ["falls", "visits"]


def test_two_things_under_one_key_do_not_load(shelf):
    with pytest.raises(ValueError, match="two registers are called falls"):
        everything_in(shelf("shelf_of_doubles", one=FALLS, two=FALLS.replace("Falls log", "Trips")), Register)


def test_a_file_that_holds_nothing_of_the_kind_has_no_place_on_the_shelf(shelf):
    with pytest.raises(ValueError, match=r"shelf_of_odds\.notes holds no register"):
        everything_in(shelf("shelf_of_odds", falls=FALLS, notes="NOTE = 'not a register'\n"), Register)


def test_the_registers_are_those_that_stand_on_their_shelf():
    assert list(everything_in(registers, Register)) == [
        "actions", "advocacy", "audits", "case_studies", "practice", "required_training", "safeguarding", "staff",
        "supervision", "training",
    ]  # fmt: skip
