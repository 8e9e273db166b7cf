"""Which file and sheet a register is kept in, and its owner's own words for headings and cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from evidencegen.intake.kind import codes_by_word, spoken
from evidencegen.intake.register import Column
from evidencegen.intake.words import did_you_mean


@dataclass(frozen=True)
class Source:
    """One sheet to read, as the brief names it.

    `sheet` and `heading_row` may be left to be found. `cells` says what the cells of a
    training matrix hold, `completed_on` or `expires_on`: it is asked for, never guessed.
    `columns` gives the owner's headings for a column by its name here, and goes before
    every word the register knows; `values` gives, by column, the code that each of the owner's own
    words in its cells stands for. `as_at` is the day the figures are for, where it is known: dates long
    after it are doubted.
    """

    path: Path
    sheet: str | None = None
    heading_row: int | None = None
    cells: str | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    as_at: date | None = None


def as_codes(column: Column, words: Mapping[str, str]) -> dict[str, str]:
    """The code for each of the owner's own words, which may be given by its code or by any word of the list.

    Raises:
        KeyError: `wrong_words` has something to say about them.
    """
    codes = codes_by_word(column.kind)
    return {word: codes[spoken(given)] for word, given in words.items()}


def wrong_words(column: Column, words: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the owner's own words for a column's list: the word, what was found, and what is wanted."""
    codes = codes_by_word(column.kind)
    known = [*map(column.kind.title, column.kind.codes), *column.kind.codes]
    seen: dict[str, str] = {}
    for word, given in words.items():
        if not isinstance(given, str):
            continue
        code = codes.get(spoken(given), "")
        if not code:
            near = did_you_mean(given, known)
            wanted = ", ".join(f"`{code}` ({column.kind.title(code)})" for code in column.kind.codes)
            asked = f" (did you mean `{near}`?)" if near else ""
            yield word, f"`{given}` as what `{word}` means", f"one of: {wanted}{asked}"
        elif seen.setdefault(spoken(word), code) != code:
            yield word, f"`{word}`, which is `{seen[spoken(word)]}` elsewhere", "one meaning for one word"
