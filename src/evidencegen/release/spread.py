"""A name takes along what stands beside it: a capital before, a surname or a kind after."""

import re
from collections.abc import Sequence

from evidencegen.release.alias import TITLES
from evidencegen.release.described import KIND_OF
from evidencegen.release.letter import is_short_form
from evidencegen.release.opener import DOING, OPENERS, TOLD_OF, next_word
from evidencegen.release.sense import KIN_OR_WORK, MODALS, STATES, reads_as_word
from evidencegen.release.vocabulary import folded, is_doubtful, is_given_name, words_in
from evidencegen.release.word import Word

_SURNAMES = words_in(
    "young long short law best post green white black gray grey strong blunt wild read good brown bright"
)
_TERMS_AND_SURNAMES = (
    "Good",
    "Head",
    "Kitchen",
    "Foot",
    "Early",
    "Hazard",
    "Pain",
    "Friends",
    "House",
    "Bell",
    "Grade",
)
_ALSO_GIVEN_NAMES = ("Nan",)


def spread(text: str, words: Sequence[Word], denied: list[bool], free: list[bool], in_terms: list[bool]) -> None:
    """A run takes in the capital before it, and the word for its kind after it."""
    for i in range(len(words) - 2, -1, -1):
        before = words[i]
        gap = text[before.end : words[i + 1].start]
        joined = gap in (" ", ". ", " & ") and denied[i + 1]
        joined = joined or (gap == ", " and denied[i + 1] and is_doubtful(before.text))
        listed = i + 2 < len(words) and denied[i + 2] and words[i + 1].text in ("and", "or") and gap == " "
        kin = in_terms[i] and before.text in _ALSO_GIVEN_NAMES and gap == " " and denied[i + 1]
        if (
            in_terms[i + 1]
            and denied[i]
            and gap == " "
            and words[i + 1].text in _TERMS_AND_SURNAMES
            and not before.possessive
        ):
            denied[i + 1] = True
        between = in_terms[i] and gap == " " and denied[i + 1] and i > 0 and denied[i - 1] and before.text.istitle()
        if kin or (between and text[words[i - 1].end : before.start] == " "):
            denied[i] = True
        elif len(before.text) == 1 and is_short_form(text, before):
            continue
        elif (joined or listed) and not denied[i] and free[i] and before.capital and not in_terms[i]:
            denied[i] = _belongs_to_a_name(before)
    for i in range(1, len(words)):
        if denied[i - 1] and not words[i - 1].possessive:
            for j in range(i, _end_of_site(text, words, free, i)):
                denied[j] = True


def spread_without_capitals(
    text: str, words: Sequence[Word], denied: list[bool], free: Sequence[bool], told: Sequence[bool]
) -> None:
    """Where capitals tell nothing, a word that could be a surname goes with the name before it."""
    for i in range(1, len(words)):
        if told[i] or denied[i] or not free[i]:
            continue
        end = words[i].end - 2 * words[i].possessive
        beside = denied[i - 1] and not words[i - 1].possessive
        listed = i > 1 and denied[i - 2] and words[i - 1].plain in ("and", "n", "or") and is_given_name(words[i].plain)
        denied[i] = listed and not reads_as_word(text, words[i].start, end)
        denied[i] = denied[i] or (beside and _goes_along(text, words[i - 1], words[i]))
    for i in range(len(words) - 1):
        pair = (
            text[words[i].end : words[i + 1].start] == " " and free[i] and free[i + 1] and not (told[i] or told[i + 1])
        )
        if pair and is_given_name(words[i].plain) and not reads_as_word(text, words[i].start, words[i].end):
            second, following = words[i + 1].plain, next_word(text, words[i + 1].end)
            surname = second in _SURNAMES and following in DOING | {""}
            if surname or (is_doubtful(second) and second not in DOING | MODALS):
                denied[i] = denied[i + 1] = True
    for i in range(len(words) - 3, -1, -1):
        gap = text[words[i].end : words[i + 2].start].strip(" ").lower()
        if (
            not told[i]
            and free[i]
            and denied[i + 2]
            and gap in ("and", "&", "/", "+", "n")
            and is_given_name(words[i].plain)
        ):
            denied[i] = not reads_as_word(text, words[i].start, words[i].end)


def _goes_along(text: str, name: Word, word: Word) -> bool:
    """Whether a word right after a name is a surname, its first letter, or the next of a list of names."""
    gap, end = text[name.end : word.start], word.end - 2 * word.possessive
    if gap == " " and len(word.text) == 1:
        return word.plain not in "aiuxnw"
    following = next_word(text, end)
    no_surname = word.plain in DOING | OPENERS | STATES | KIN_OR_WORK or word.plain.endswith("ed")
    acted = following in DOING and not no_surname
    ends = following in DOING | {"", "and", "or", "to"} and word.plain not in DOING
    surname = gap == " " and (
        is_given_name(word.plain) or acted or (ends and (is_doubtful(word.plain) or word.plain in _SURNAMES))
    )
    listed = gap in (", ", " & ", "/", "+") and is_given_name(word.plain)
    return (surname or listed) and not reads_as_word(text, word.start, end)


def _end_of_site(text: str, words: Sequence[Word], free: Sequence[bool], start: int) -> int:
    """One past the last of up to three capitals in a row that tell what kind of place it is: "Health Centre"."""
    end = start
    for i in range(start, min(start + 3, len(words))):
        if text[words[i - 1].end : words[i].start] != " " or not free[i] or not words[i].capital:
            break
        if folded(words[i].plain) in KIND_OF:
            end = i + 1
    return end


def _belongs_to_a_name(word: Word) -> bool:
    """Whether a capital right before a name is part of it, or a name beside it."""
    if is_doubtful(word.text) or (word.plain in TITLES and (word.plain not in OPENERS or not word.opens)):
        return True
    return word.plain not in OPENERS | TOLD_OF and not re.search("(?:ly|(?<!s)s)$", word.plain)
