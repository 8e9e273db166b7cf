"""How a command is told to the command line, and the options that several commands share."""

import argparse
from datetime import date
from pathlib import Path
from typing import TypeAlias

from evidencegen.period import Period

EXIT_CODES = (
    "Exit codes: 0 done; 1 a fault of ours; 2 workbooks or brief to mend; 3 a gate refused; 4 words to strike out."
)
MOST_MONTHS = 120
Parsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def command(parsers: Parsers, name: str, words: str, example: str) -> argparse.ArgumentParser:
    """A command with its help, its example and what its exit codes mean."""
    return parsers.add_parser(
        name,
        help=f"{words}  e.g. {example}",
        description=words[0].upper() + words[1:] + ".",
        epilog=f"Example: {example}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def folder(parser: argparse.ArgumentParser) -> None:
    """The project folder."""
    parser.add_argument("folder", metavar="DIR", nargs="?", type=Path, default=Path(), help="the project folder (here)")


def as_at(parser: argparse.ArgumentParser) -> None:
    """Another day than the brief's."""
    parser.add_argument("--as-at", type=day, metavar="DATE", help="another day than the brief's, such as 2026-03-31")


def period(parser: argparse.ArgumentParser) -> None:
    """Another day or period than the brief's."""
    as_at(parser)
    over = parser.add_mutually_exclusive_group()
    over.add_argument("--months", type=months, metavar="N", help="how many months up to the day (as the brief says)")
    over.add_argument("--period", type=span, metavar="PERIOD", help="such as 2025-04/2026-03, or 2026-03 for a month")


def as_json(parser: argparse.ArgumentParser) -> None:
    """JSON in place of words."""
    parser.add_argument("--json", action="store_true", help="print JSON for a program to read")


def day(text: str) -> date:
    """A day as it is typed."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-09-30") from None


def months(text: str) -> int:
    """A number of months as it is typed."""
    if not (text.isdecimal() and 1 <= int(text) <= MOST_MONTHS):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of months from 1 to {MOST_MONTHS}")
    return int(text)


def span(text: str) -> Period:
    """A period as it is typed."""
    try:
        return Period.of(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a period such as 2025-04/2026-03") from None


def month(text: str) -> date:
    """A month as it is typed: its first day."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a month such as 2026-03") from None
