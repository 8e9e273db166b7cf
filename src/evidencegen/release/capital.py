"""Capitals that nobody vouches for, taken out whatever they are."""

import re
from collections.abc import Iterable, Sequence

from evidencegen.release.alias import PARTICLES, TITLES
from evidencegen.release.described import Run, described
from evidencegen.release.letter import is_short_form, is_vouched
from evidencegen.release.opener import (
    DOING,
    OPENERS,
    SAYING,
    follows_title,
    is_called_so,
    is_somebody_at_the_head,
    next_word,
    reads_as_person,
)
from evidencegen.release.recogniser import Detail
from evidencegen.release.sense import MODALS, STATES, is_somebody, previous_word, reads_as_word
from evidencegen.release.slot import slots
from evidencegen.release.spelling import is_plain_slip
from evidencegen.release.spread import spread, spread_without_capitals
from evidencegen.release.stretch import Capitals, Stretches
from evidencegen.release.vocabulary import (
    is_doubtful,
    is_mostly_a_name,
    is_ordinary,
    vouched,
    words_in,
)
from evidencegen.release.word import Word, words_of

_OF_MYSELF = words_in("i i'm i'd i've i'll i’m i’d i’ve i’ll im ive id ill")
_BEFORE_A_NOUN = words_in("in at on up was is has had to with and not by for from will would did does")
_POSTS = (
    "GP",
    "OT",
    "SW",
    "DN",
    "PA",
    "PC",
    "DC",
    "PS",
    "DS",
    "RN",
    "CM",
    "TL",
    "RM",
    "LA",
    "HR",
    "MP",
    "QA",
    "IT",
    "DR",
    "CQ",
)
_OWNERS = ("my", "her", "his", "our", "their", "your")
_SHORTEST_WORDS = words_in("a i u r x n s t w d m o y am pm ok hi oh ah go us ta no if")
_ABBREVIATED = re.compile(r"\b(?:[ap]\.m|e\.g|i\.e|[wncbsatru]/[a-z]|d\.o\.b|n\.b|p\.s|f/u)\b", re.IGNORECASE)

# Days and feasts that the recognisers let stand: "each Friday", "Christmas, Eid and Diwali are planned for".
_CALENDAR = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|christmas|easter|eid|ramadan|diwali|hanukkah|passover|"
    r"vaisakhi|advent|"
    r"january|february|july|september|october|november|december)\Z"
)


def unvouched(text: str, taken: Sequence[tuple[int, int]]) -> list[Detail]:
    """Every word that no list vouches for, grouped, with what it seems to be.

    `taken` is what has been found already, in order. A capital must be vouched for where capitals tell something; a
    word must be ordinary English, whatever its case; where capitals tell nothing, a word that could be a name goes by
    the words about it. A word that stands where a name is due goes if it could be one.
    """
    words = words_of(text)
    stretches = Stretches(text, words)
    in_terms, in_taken = _inside(words, vouched(text)), _inside(words, taken)
    due = _inside(words, slots(text))
    free = [
        not done and not _CALENDAR.match(word.plain) and not _touches_digits(text, word)
        for done, word in zip(in_taken, words, strict=True)
    ]
    denied = [
        free[i] and (due[i] or _is_denied_here(text, word, stretches.at(word.start), in_terms[i]))
        for i, word in enumerate(words)
    ]
    told = [stretches.at(word.start) is Capitals.TELL for word in words]
    spread(text, words, denied, [f and t for f, t in zip(free, told, strict=True)], in_terms)
    spread_without_capitals(text, words, denied, free, told)
    return [described(text, run) for run in _runs(text, words, denied)]


def _is_denied_here(text: str, word: Word, capitals: Capitals, in_term: bool) -> bool:
    """Whether a word goes, by what the capitals of its stretch tell."""
    if in_term and len(word.text) == 2 and word.text.isupper() and word.text not in _POSTS:
        return next_word(text, word.end) in SAYING and previous_word(text, word.start) not in ("the", "a", "an", "our")
    if in_term:
        return word.capital and follows_title(text, word.start) and "\n" not in text[word.start - 1 : word.start]
    if capitals is Capitals.ALL or (capitals is Capitals.NONE and not word.capital):
        return _is_denied_strictly(text, word)
    return _is_denied(text, word)


def _touches_digits(text: str, word: Word) -> bool:
    return text[word.start - 1 : word.start].isdigit() or text[word.end : word.end + 1].isdigit()


def _inside(words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> list[bool]:
    """For each word, whether it touches one of the spans."""
    ordered = sorted(spans)
    inside, at = [], 0
    for word in words:
        while at < len(ordered) and ordered[at][1] <= word.start:
            at += 1
        inside.append(at < len(ordered) and ordered[at][0] < word.end)
    return inside


def _is_denied(text: str, word: Word) -> bool:
    if not word.capital:
        return len(word.text) > 1 and _is_denied_in_lower_case(text, word, by_layout=False)
    if word.plain in _OF_MYSELF or (word.plain in ("nana", "nanna") and previous_word(text, word.start) in _OWNERS):
        return False
    if word.text.isupper() and 1 < len(word.plain) < 3:
        return word.plain not in OPENERS | _SHORTEST_WORDS
    if len(word.plain) > 1 and word.text.isupper() and word.plain in OPENERS:
        return False
    if len(word.plain) == 1:
        if is_short_form(text, word):
            return False
        article = word.text == "A" and word.opens and next_word(text, word.end) not in DOING | _BEFORE_A_NOUN
        return not article and not is_vouched(text, word)
    if is_called_so(text, word.start) or follows_title(text, word.start):
        return True
    after_letter = re.search(r"\b[A-Z]\.[ \n]\Z", text[max(0, word.start - 4) : word.start])
    tells = word.plain in OPENERS or (is_ordinary(word.text) and re.search("(?:ed|ing|ly)$", word.plain))
    if not word.opens and not (after_letter and tells):
        return True
    if not is_ordinary(word.text):
        return not is_plain_slip(word.plain)
    return is_somebody_at_the_head(text, word) or _is_mostly_a_name_here(text, word)


def _is_mostly_a_name_here(text: str, word: Word) -> bool:
    """Whether a word at the head that is more often a name is one: "Mark will do it", but not "Will you?"."""
    end = word.end - 2 * word.possessive
    if not is_mostly_a_name(word.text) or reads_as_word(text, word.start, end):
        return False
    if re.match(r", [a-z]+(?:,| and)", text[end : end + 24]):
        return False
    following = next_word(text, end)
    return word.plain not in MODALS or following in DOING or following in STATES or following.endswith("ed")


def _is_denied_strictly(text: str, word: Word) -> bool:
    if len(word.plain) == 1:
        if is_short_form(text, word):
            return False
        joined = text[word.start - 1 : word.start] in ("/", ".") or text[word.end : word.end + 1] in ("/", ".")
        return word.plain not in _SHORTEST_WORDS and not (
            joined and _ABBREVIATED.search(text, max(0, word.start - 4), word.end + 4)
        )
    return _is_denied_in_lower_case(text, word, by_layout=True)


def _is_denied_in_lower_case(text: str, word: Word, by_layout: bool) -> bool:
    if follows_title(text, word.start) and (is_doubtful(word.text) or word.plain not in DOING | OPENERS):
        return True
    if not is_ordinary(word.text):
        return not is_plain_slip(word.plain)
    end = word.end - 2 if word.possessive else word.end
    if is_somebody(text, word.start, end, by_layout):
        return True
    return (
        by_layout
        and is_doubtful(word.plain)
        and reads_as_person(text, word.start, end)
        and not reads_as_word(text, word.start, end)
    )


def _runs(text: str, words: Sequence[Word], denied: Sequence[bool]) -> list[Run]:
    runs: list[list[Word]] = []
    for i, word in enumerate(words):
        if denied[i]:
            gap = text[runs[-1][-1].end : word.start] if runs else ""
            particle = gap.strip() in PARTICLES and gap != gap.strip()
            joins = runs and not runs[-1][-1].possessive and (gap in (" ", "-", " & ") or particle)
            initial = runs and gap in (". ", ".") and (len(runs[-1][-1].text) == 1 or runs[-1][-1].plain in TITLES)
            if joins or initial:
                runs[-1].append(word)
            else:
                runs.append([word])
    return [Run(tuple(run)) for run in runs]
