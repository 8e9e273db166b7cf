"""Where a cell stands, in the words its owner sees."""

import re
from collections.abc import Iterable

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


def letters(column: int) -> str:
    """Letters over a column, counted from 1: 1 is A, 27 is AA."""
    words = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        words = chr(ord("A") + rest) + words
    return words


def column_number(words: str) -> int:
    """Number of the column under these letters, counted from 1: AA is 27."""
    number = 0
    for letter in words:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def a1(row: int, column: int) -> str:
    """A cell's address, such as B17 for row 17, column 2."""
    return f"{letters(column)}{row}"


def row_and_column(address: str) -> tuple[int, int]:
    """Row and column, counted from 1, of an address such as B17 or $B$17.

    Raises:
        ValueError: this is not the address of a cell that a sheet can have.
    """
    found = _ADDRESS.fullmatch(address)
    if not found:
        raise ValueError(f"{address} is not the address of a cell")
    row, column = int(found[2]), column_number(found[1])
    if row > LAST_ROW or column > LAST_COLUMN:
        raise ValueError(f"{address} lies outside any sheet")
    return row, column


def listed(things: Iterable[str], at_most: int = 12) -> str:
    """Things in a row for a reader: "H12, H19 and 3 more"."""
    every = list(things)
    if len(every) > at_most:
        return f"{', '.join(every[:at_most])} and {len(every) - at_most:,} more"
    return ", ".join(every)


def ranged(cells: Iterable[str]) -> str:
    """Rows run together and cells in order: "rows 5 to 9, 12" or "cells B3, C7"."""
    every = list(dict.fromkeys(cells))
    if not all(cell.isdigit() for cell in every):
        return f"cells {', '.join(every)}"
    numbers = sorted(int(cell) for cell in every)
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return f"{'row' if len(numbers) == 1 else 'rows'} {', '.join(words)}"
