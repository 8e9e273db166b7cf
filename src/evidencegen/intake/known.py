"""The words by which a register's columns go."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from evidencegen.intake.register import Register
from evidencegen.intake.words import key, plain

_NOTE = re.compile(
    r"\s*[(\[](?:[dmyh/.\- ]+|optional|required|mandatory|months|if .*|e\.?g\.? .*|see .*|please .*|y/n|yes/no)[)\]]$"
    r"|\s+d{1,2}[/.-]m{1,3}[/.-]y{2,4}$"
)


@dataclass(frozen=True)
class Known:
    """The words by which one register's columns go, the owner's own before all others."""

    own: Mapping[str, str]
    literal: frozenset[str]
    usual: Mapping[str, str]

    def column(self, heading: str) -> str:
        """Name of the column a heading stands for, or nothing."""
        if heading in self.literal:
            return heading
        whole, bare = spellings(heading)
        return next((name for w in (whole, bare) if (name := self.own.get(w) or self.usual.get(w))), "")


def known_words(register: Register, own: Mapping[str, tuple[str, ...]]) -> Known:
    """Every heading `register` knows, and the owner's.

    A heading from `also` goes before a name of our own: "Action" may head one column and
    `action` name another.
    """
    usual: dict[str, str] = {}
    for column in register.columns:
        for words in column.also:
            usual.setdefault(key(words), column.name)
    for column in register.columns:
        usual.setdefault(key(column.name.replace("_", " ")), column.name)
    ours = {key(words): name for name, several in own.items() for words in several}
    return Known(ours, frozenset(c.name for c in register.columns), usual)


@lru_cache(maxsize=20_000)
def spellings(heading: str) -> tuple[str, str]:
    """The key of a heading, whole and without its note; kept, since every register asks for those of the same cells."""
    return key(heading), key(without_note(heading))


def without_note(heading: str) -> str:
    """A heading without a trailing note such as "(DD/MM/YY)" or "(optional)"."""
    return _NOTE.sub("", plain(heading))
