"""What one cell of an Excel sheet says, from the words in its XML and the style it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from evidencegen.intake.dates import day_numbered
from evidencegen.intake.excel_xml import unescaped
from evidencegen.intake.number_format import DAMAGED_NUMBER
from evidencegen.intake.sheet import Fault, Percent, Value

NOT_CALCULATED = Fault("cell.not_calculated", "a formula whose value was never worked out and saved")
TEXT_MISSING = Fault("cell.damaged", "a cell whose text is missing from the workbook")


@dataclass(frozen=True)
class Styles:
    """Numbers of the cell styles that show a day (a time alone does not count) or a percent sign, that fill
    the cell with a colour, and that strike its text through.
    """

    days: frozenset[int] = frozenset()
    percents: frozenset[int] = frozenset()
    coloured: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()


@dataclass(frozen=True)
class References:
    """What the cells of a workbook refer to by number.

    `texts` are the shared texts, None for a blank one; `struck_texts` numbers those with words struck through.
    """

    texts: Sequence[str | None] = ()
    struck_texts: frozenset[int] = frozenset()
    styles: Styles = Styles()
    counts_from_1904: bool = False

    @cached_property
    def has_blank_texts(self) -> bool:
        """Whether any shared text is blank."""
        return None in self.texts

    def strikes(self, kind: str, words: str) -> bool:
        """Whether a cell refers to a shared text that is struck through."""
        return kind == "s" and words.isdecimal() and int(words) in self.struck_texts


def value_of(words: str, kind: str, style: int, has_formula: bool, references: References) -> Value | None:
    """The value of a cell, or None where it holds nothing. `kind` is its attribute `t`, "n" if it has none."""
    if not words:
        return NOT_CALCULATED if has_formula and kind != "str" else None
    if kind == "s":
        return _shared(words, references.texts)
    if kind in ("str", "inlineStr"):
        return unescaped(words) if words.strip() else None
    if kind == "e":
        return Fault("cell.error", words)
    if kind == "b":
        return words in ("1", "true")
    if kind == "d":
        return _iso(words)
    return _number(words, style, references)


def _shared(words: str, texts: Sequence[str | None]) -> Value | None:
    try:
        return texts[int(words)] if "-" not in words else TEXT_MISSING
    except (ValueError, IndexError):
        return TEXT_MISSING


def _number(words: str, style: int, references: References) -> Value:
    try:
        number = float(words)
        whole = int(number)
    except (ValueError, OverflowError):
        return DAMAGED_NUMBER
    if "_" in words:
        return DAMAGED_NUMBER
    if style in references.styles.days and (day := day_numbered(number, references.counts_from_1904)):
        return day
    if style in references.styles.percents:
        return Percent(number)
    return whole if whole == number else number


def _iso(words: str) -> Value:
    try:
        return datetime.fromisoformat(words.rstrip("Z")).replace(tzinfo=None)
    except ValueError:
        return words
