"""Names that the registers hold: where they stand in a text, and whether they mean somebody there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidencegen.release.alias import TITLES, Strength
from evidencegen.release.described import NAME
from evidencegen.release.initials import initialled, initials_of
from evidencegen.release.names import PERSON, Known, Roll, Spotted
from evidencegen.release.opener import DOING, OPENERS, TITLES_OF_ANYBODY, follows_title, next_word, reads_as_person
from evidencegen.release.recogniser import Detail
from evidencegen.release.record import Record
from evidencegen.release.sense import MODALS, is_somebody, reads_as_word
from evidencegen.release.slot import slots
from evidencegen.release.stretch import Capitals, Stretches
from evidencegen.release.vocabulary import folded, is_given_name, is_ordinary, vouched, words_in
from evidencegen.release.word import opens_sentence, words_of

SURNAME = "surname"
_TITLES_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})\.?[ \n]+(?:\d{{1,6}}[ \n]+)?)+\Z", re.IGNORECASE
)
_MISSES = re.compile(
    r"(?:\b(?:i|you|we|they|he|she|to|will|would|really|might|not)|['’](?:d|ll|t))[ \n]miss[ \n]\Z", re.IGNORECASE
)
_BEFORE_SOMEBODY = words_in("when and that but because while if as then with mr mrs ms miss dr")
_CANNOT_FOLLOW_A_NAME = words_in(
    """
    i you he she it we they the a an this that these those there not be never
    """
)


def known_names(text: str, record: Record, roll: Roll) -> Iterator[Detail]:
    """Names of the record, then of the roll, in all their forms; near misspellings, cut forms and initials too."""
    words = words_of(text)
    about = _About(text, Stretches(text, words), tuple(sorted(slots(text))))
    for source in (record.roll, roll):
        spotted_all = (*source.find(text), *source.find_identifiers(text))
        sure = [spotted for spotted in spotted_all if _stands_for_somebody(about, spotted, source is not roll)]
        names = {text[spotted.start : spotted.end] for spotted in sure}
        for spotted in spotted_all:
            if spotted in sure or (text[spotted.start : spotted.end] in names and _may_be_a_name(text, spotted)):
                another = source is roll and bool(record.person) and spotted.known.role == "the person"
                role = NAME if spotted.shared else "another person" if another else ""
                yield _detail(text, spotted.start, spotted.end, spotted.known, role, spotted.by_surname)
    for word in words:
        unknown = not word.capital and not is_ordinary(word.text)
        known = (record.roll.nearly(word.plain) or roll.nearly(word.plain)) if unknown else None
        if known:
            yield _detail(text, word.start, word.end - 2 if word.possessive else word.end, known)
    yield from initialled(text, _people_by_initials(record))


def _people_by_initials(record: Record) -> dict[str, Detail]:
    """Whose initials are whose in this story; of two with the same ones the first named."""
    people: dict[str, Detail] = {}
    for known in record.roll.named:
        if known.kind == PERSON:
            for letters in initials_of([known.text]):
                people.setdefault(letters, Detail(0, 0, PERSON, known.role, folded(known.text)))
    return people


def _detail(text: str, start: int, end: int, known: Known, role: str = "", by_surname: bool = False) -> Detail:
    kind = known.kind
    if kind == PERSON:
        kind = SURNAME if by_surname else kind
        start, end = _whole_word(text, start, end)
        before = _TITLES_BEFORE.search(text, max(0, start - 30), start)
        if before and (
            before.group()[0].isupper()
            or (
                not _MISSES.search(text, max(0, start - 30), start)
                and before.group().split()[0].rstrip(".").lower() in TITLES_OF_ANYBODY | {"miss"}
            )
        ):
            start = before.start()
        if (text[end : end + 1] == "." and re.fullmatch(r"(?:[^\W\d_]\.[ ]?)+[^\W\d_]", text[start:end])) or (
            text[end : end + 1] == "."
            and len(text[start:end].rsplit(maxsplit=1)[-1]) == 1
            and not re.match(r"\.(?:[ \n]+[A-Z]|\Z)", text[end : end + 3])
        ):
            end += 1
    return Detail(start, end, kind, role or known.role, folded(known.text))


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """A name with whatever is joined to it by a hyphen: half of a double name is the whole of it."""
    before = re.search(r"(?:[^\W\d_]+[-‐‑])+\Z", text[max(0, start - 30) : start])
    after = re.match(r"(?:[-‐‑][^\W\d_]+)+", text[end : end + 30])
    return start - len(before.group()) if before else start, end + len(after.group()) if after else end


@dataclass(frozen=True)
class _About:
    """A text, what its capitals tell, and where in it a name is due."""

    text: str
    stretches: Stretches
    due: tuple[tuple[int, int], ...]

    def is_due(self, start: int, end: int) -> bool:
        return any(begin < end and start < until for begin, until in self.due)


def _stands_for_somebody(about: _About, spotted: Spotted, in_story: bool) -> bool:
    """Whether an ordinary word that is also a known name is that name here.

    At the head of a sentence it is, if the name belongs to this story; where capitals tell nothing it is too, unless
    the words about it say it is not; else only if they say so.
    """
    text = about.text
    found = text[spotted.start : spotted.end]
    if spotted.strength is not Strength.WORD:
        return spotted.strength is not Strength.TITLED or found != found.lower() or len(found.split()[0]) < 4
    if about.is_due(spotted.start, spotted.end):
        return True
    capitals = about.stretches.at(spotted.start)
    if capitals is Capitals.ALL or (capitals is Capitals.NONE and found == found.lower()):
        return _is_somebody_without_capitals(text, spotted, in_story)
    opens = opens_sentence(text, spotted.start)
    if all(word[0].isupper() for word in found.split()):
        if found.lower() in ("i", "a"):
            return False
        if opens and not in_story:
            return reads_as_person(text, spotted.start, spotted.end)
        unlikely = found.lower() in ("will", "may", "can", "mark")
        refused = opens and unlikely and next_word(text, spotted.end) in _CANNOT_FOLLOW_A_NAME
        return not refused and not _is_in_a_term(text, spotted)
    if len(found) < 2:
        return False
    person = reads_as_person(text, spotted.start, spotted.end)
    return (
        opens
        or is_somebody(text, spotted.start, spotted.end)
        or (person and no_article_before(text, spotted.start) and next_word(text, spotted.end) not in ("be", "not"))
    )


def _is_somebody_without_capitals(text: str, spotted: Spotted, in_story: bool) -> bool:
    found = text[spotted.start : spotted.end].lower()
    if len(found) < 2 or reads_as_word(text, spotted.start, spotted.end):
        return False
    if found in OPENERS and found not in MODALS:
        return next_word(text, spotted.end) in DOING or follows_title(text, spotted.start)
    if not in_story:
        return is_somebody(text, spotted.start, spotted.end, by_layout=True)
    named = is_given_name(found) or not spotted.by_surname or not is_ordinary(found)
    return named or reads_as_person(text, spotted.start, spotted.end) or _is_in_a_list(text, spotted)


def _is_in_a_list(text: str, spotted: Spotted) -> bool:
    return bool(
        re.search(r"(?:,|\band|&|\n)[ ]?\Z", text[max(0, spotted.start - 5) : spotted.start])
    ) and not next_word(text, spotted.end)


def _may_be_a_name(text: str, spotted: Spotted) -> bool:
    """Whether a word that is a name elsewhere in the text can be one here: a capital, and no "you" after it."""
    return text[spotted.start].isupper() and next_word(text, spotted.end) not in _CANNOT_FOLLOW_A_NAME


def _is_in_a_term(text: str, spotted: Spotted) -> bool:
    """Whether a name stands within a term of several words that the sector vouches for: "Age UK", "Lewy body"."""
    start = max(0, spotted.start - 60)
    terms = vouched(text[start : spotted.end + 60])
    return any(
        a + start <= spotted.start and spotted.end <= b + start and b - a > len(spotted.known.text) for a, b in terms
    )


def no_article_before(text: str, start: int) -> bool:
    """Whether nothing stands before that makes a thing of it: a word such as "when" or "with", or the head of a "
    "piece."""
    before = re.search(r"([^\W\d_]+)[ \n]\Z", text[max(0, start - 14) : start])
    return not before or before[1].lower() in _BEFORE_SOMEBODY


def as_known(detail: Detail, record: Record, roll: Roll) -> Detail:
    """An unvouched capital that is a misspelt or shortened name of somebody known, under their role."""
    if detail.label != NAME:
        return detail
    for source in (record.roll, roll):
        for token in detail.name.split():
            known = source.nearly(token)
            if known and known.kind == PERSON:
                return replace(detail, kind=PERSON, label=known.role, name=folded(known.text))
    return detail
