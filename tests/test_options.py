"""How a command is told to the command line, and the options that several commands share."""

import argparse
from datetime import date

import pytest

from evidencegen import options
from evidencegen.period import Period


@pytest.mark.parametrize(
    ("read", "typed", "meant"),
    [
        (options.day, "2026-03-31", date(2026, 3, 31)),
        (options.month, "2026-03", date(2026, 3, 1)),
        (options.months, "24", 24),
        (options.span, "2025-04/2026-03", Period(date(2025, 4, 1), date(2026, 3, 31))),
    ],
)
def test_what_is_typed_is_read_as_it_is_meant(read, typed, meant):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("read", "typed"),
    [(options.day, "31/03/2026"), (options.month, "March"), (options.months, "0"), (options.span, "2026-13")],
)
def test_what_cannot_be_read_is_refused_with_an_example(read, typed):
    with pytest.raises(argparse.ArgumentTypeError, match=r"is not a"):
        read(typed)


def test_a_command_has_an_example_and_says_what_its_exit_codes_mean():
    parser = options.command(argparse.ArgumentParser().add_subparsers(), "greet", "say hello", "greet Ann")
    told = parser.format_help()
    assert "Say hello." in told
    assert "Example: greet Ann" in told
    assert "3 a gate refused" in told
