"""What a cell may hold, and how it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from evidencegen.intake.words import key, plain


class Form(Enum):
    """The shapes a cell's value can take once read."""

    TEXT = "text"
    NAME = "name"
    PROSE = "prose"
    DATE = "date"
    NUMBER = "number"
    MONTHS = "months"
    ONE = "one"
    MANY = "many"


@dataclass(frozen=True)
class Kind:
    """What a cell may hold: its form, what to ask for, and the words allowed.

    `codes` maps each code to the words people write for it; the first is the title to print. `asked`
    maps a word that may mean several of them to those it may mean: it is asked about, never guessed.
    A `per_cent` number may be written 87%, and is then 87.
    """

    form: Form
    wanted: str
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    per_cent: bool = False

    def title(self, code: str) -> str:
        """The words to print for a code, such as "Fully achieved" for `fully`."""
        return self.codes[code][0]

    def asking(self, *words: str, between: tuple[str, ...]) -> "Kind":
        """The same list, asking which of the codes is meant `between` which any of `words` leaves it open."""
        return replace(self, asked={**self.asked, **dict.fromkeys(words, between)})


TEXT = Kind(Form.TEXT, "some words")
NAME = Kind(Form.NAME, "a name (read for the anonymising gate alone)")
PROSE = Kind(
    Form.PROSE, "some sentences (read for their themes and by the anonymising gate, never printed as they are)"
)
DATE = Kind(Form.DATE, "a date, such as 28/02/2025")
NUMBER = Kind(Form.NUMBER, "a number, such as 12")
AMOUNT = Kind(Form.NUMBER, "a number, such as 12 or 87%", per_cent=True)
MONTHS = Kind(Form.MONTHS, 'a number of months, such as 12, or "never" where it does not run out')


def choice(**codes: tuple[str, ...]) -> Kind:
    """One word of a fixed list: `choice(fully=("Fully achieved", "Fully"))`."""
    return Kind(Form.ONE, f"one of: {_titles(codes)}", codes)


def choices(**codes: tuple[str, ...]) -> Kind:
    """Any number of words of a fixed list in one cell, parted by `;` or `,`."""
    return Kind(Form.MANY, f"one or more of: {_titles(codes)}, parted by semicolons", codes)


def spoken(text: str) -> str:
    """What a word of a list is compared by: its `key`, or the bare signs of a word such as "?"."""
    return key(text) or plain(text)


def codes_by_word(kind: Kind) -> dict[str, str]:
    """The code for each word of a list, by what it is compared by; words to be asked about are not among them."""
    by_word = {spoken(word): code for code, words in kind.codes.items() for word in words}
    asked = set(map(spoken, kind.asked))
    for code in kind.codes:
        if (word := spoken(code.replace("_", " "))) not in asked:
            by_word.setdefault(word, code)
    return by_word


def _titles(codes: Mapping[str, tuple[str, ...]]) -> str:
    return ", ".join(words[0] for words in codes.values())


NOT_RECORDED = ("Not recorded", "NR", "Don't know", "Not known", "Unknown")
NOT_APPLICABLE = ("Not applicable", "N/A", "NA", "Not required")
YES = ("Yes", "Y", "True", "✓", "✔", "☑")
NO = ("No", "N", "False", "✗", "✘")
YES_NO = choice(yes=YES, no=NO, not_applicable=NOT_APPLICABLE, not_recorded=NOT_RECORDED).asking(
    "X", "1", "0", "☒", between=("yes", "no")
)
