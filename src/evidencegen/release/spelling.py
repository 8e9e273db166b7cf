"""Words that no list holds and that are plainly an ordinary word misspelt or made longer."""

import re
from functools import cache

from evidencegen.release.vocabulary import is_doubtful, is_ordinary

_SHORTEST = 7
_SHORTEST_STEM = 5
_VOWELS = "aeiou"
_BEFORE = re.compile(r"(?:un|re|non|mis|over|under|pre|post|multi|inter|micro|co)(?=\w{5})")
_AFTER = ("s", "es", "d", "ed", "ing", "ly", "ness", "less", "able", "ful")
_NO_NAME_ENDS_SO = re.compile(
    r"(?:ed|ing|ly|ions?|ments?|[ae]nces?|[ai]ble|ful|ness|ous|ive|ity|ready|ately|ates?|ibility|ise[ds]?|"
    r"ology|[ae]nt|ency)\Z"
)
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")


@cache
def is_plain_slip(word: str) -> bool:
    """Whether a word in lower case is one slip of the usual kinds away from an ordinary word: "recieved", "allready".

    A letter doubled or not doubled, two letters swapped, one vowel for another; never a letter more, for so "connie"
    would be "connive". Words of less than seven letters are never judged: they are as likely a name.
    """
    plain = _DRAWN_OUT.sub(r"\1", word.lower())
    if plain != word.lower() and _is_sure(plain):
        return True
    if any(_is_sure(derived) for derived in _stems(plain)):
        return True
    return (
        len(plain) >= _SHORTEST
        and bool(_NO_NAME_ENDS_SO.search(plain))
        and any(_is_sure(other) for other in _slips(plain))
    )


def _is_sure(word: str) -> bool:
    return len(word) > 1 and is_ordinary(word) and not is_doubtful(word)


def _stems(word: str) -> set[str]:
    stems = {word.removesuffix(ending) for ending in _AFTER if word.endswith(ending)}
    stems |= {stem + "e" for stem in stems if not word.endswith("s")}
    begun = _BEFORE.match(word)
    if begun:
        stems.add(word[begun.end() :])
    return {stem for stem in stems if len(stem) >= _SHORTEST_STEM and stem != word}


def _slips(word: str) -> set[str]:
    found = set()
    for i in range(1, len(word)):
        before, letter, after = word[:i], word[i], word[i + 1 :]
        if letter == word[i - 1]:
            found.add(before + after)
        found.add(before + letter + letter + after)
        if after:
            found.add(before + after[0] + letter + after[1:])
        if letter in _VOWELS and after:
            found |= {before + vowel + after for vowel in _VOWELS if vowel != letter}
    return found
