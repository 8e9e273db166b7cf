"""The only gate for words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from evidencegen.catalogue import everything_in
from evidencegen.release import recognisers
from evidencegen.release.alias import TITLES, Strength
from evidencegen.release.capital import NAME, unvouched
from evidencegen.release.names import PERSON, SITE, Known, Roll, Spotted
from evidencegen.release.opener import TITLES_OF_ANYBODY, next_word, reads_as_person
from evidencegen.release.rare import rare_facts
from evidencegen.release.recogniser import Detail, Recogniser, apart
from evidencegen.release.record import NOBODY, Record
from evidencegen.release.vocabulary import folded, is_doubtful, is_ordinary, tidied, vouched, words_in
from evidencegen.release.word import Word, opens_sentence, tells_nothing_by_capitals, words_of
from evidencegen.release.wording import reworded, with_learnt_roles

__all__ = ["Flag", "Quote", "Record", "anonymise", "anonymise_together"]

SURNAME = "surname"
PARTING = "\n\ue000\n"
MOST_PASSES = 6
_TITLES_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})\.?[ \n]+(?:\d{{1,6}}[ \n]+)?)+\Z", re.IGNORECASE
)
_CANNOT_FOLLOW_A_NAME = words_in(
    """
    i you he she it we they the a an this that these those there not be never
    """
)
_BEFORE_A_KIND = (SITE, "name", "place", "address")


@dataclass(frozen=True)
class Flag:
    """Words kept in a quote that a person has to decide about, and why. Offsets are in the quote's text."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True)
class Quote:
    """Words fit to be read outside, with what was put in them and what a person should still look at.

    `replaced` holds, for each detail taken out, its kind and the words put in its place.
    It has no `__html__`: a template escapes it like any other text.
    """

    text: str
    replaced: tuple[tuple[str, str], ...] = ()
    flags: tuple[Flag, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return self.text


def anonymise(text: str, record: Record = NOBODY, roll: Roll = Roll()) -> Quote:  # noqa: B008 - frozen and empty
    """A text in which nobody the registers know is named, and nothing that no rule vouches for is left.

    Names become roles, dates time since the concern, ages and sums bands, identifiers and unvouched capitals
    go. A quote put through again does not change. This reduces the risk that somebody is recognised; it does
    not end it: see the flags.
    """
    return anonymise_together([text], record, roll)[0]


def anonymise_together(texts: Sequence[str], record: Record, roll: Roll) -> tuple[Quote, ...]:
    """Several parts of one story: who is masked in one part is masked in all, under the same role.

    Raises:
        ValueError: the text does not settle, which is a fault of ours; nothing is released.
    """
    whole = PARTING.join(re.sub(r"[ \t\r\f\v\x1c-\x1f\x85\xa0]+", " ", tidied(text)).strip() for text in texts)
    replaced: list[tuple[int, Detail]] = []
    for _ in range(MOST_PASSES):
        details = details_in(whole, record, roll)
        replaced += [(whole.count(PARTING, 0, detail.start), detail) for detail in details]
        after = PARTING.join(part.strip() for part in reworded(whole, details).split(PARTING))
        if after == whole:
            return tuple(
                Quote(part, tuple((d.kind, d.label) for number, d in replaced if number == at), tuple(_flags(part)))
                for at, part in enumerate(whole.split(PARTING))
            )
        whole = after
    raise ValueError("a text does not settle under the anonymising gate")


@cache
def _recognisers() -> tuple[Recogniser, ...]:
    return tuple(everything_in(recognisers, Recogniser).values())


def details_in(text: str, record: Record, roll: Roll) -> list[Detail]:
    """Everything to be taken out of a text, in order and apart, with the words to put there."""
    found = [detail for recogniser in _recognisers() for detail in recogniser.find(text, record.raised)]
    structured = apart(found)
    people = list(_names(text, record, roll))
    taken = apart([*structured, *people])
    spans = [(detail.start, detail.end) for detail in taken]
    denied = unvouched(text, spans, strict=tells_nothing_by_capitals(text.replace(PARTING, " ")))
    denied = [_as_known(detail, record, roll) for detail in denied]
    everything = _joined(text, apart([*taken, *denied]))
    everything = _joined(text, apart([*everything, *_again(text, everything)]))
    return with_learnt_roles(text, everything)


def _names(text: str, record: Record, roll: Roll) -> Iterator[Detail]:
    """Names of the record, then of the roll, in all their forms; near misspellings and cut forms too."""
    has_person = bool(record.person)
    for source in (record.roll, roll):
        spotted_all = (*source.find(text), *source.find_identifiers(text))
        sure = [spotted for spotted in spotted_all if _stands_for_somebody(text, spotted, source is not roll)]
        names = {text[spotted.start : spotted.end] for spotted in sure}
        for spotted in spotted_all:
            if spotted in sure or (text[spotted.start : spotted.end] in names and _may_be_a_name(text, spotted)):
                another = source is roll and has_person and spotted.known.role == "the person"
                role = NAME if spotted.shared else "another person" if another else ""
                yield _detail(text, spotted.start, spotted.end, spotted.known, role, spotted.by_surname)
    for word in words_of(text):
        unknown = not word.capital and not is_ordinary(word.text)
        known = (record.roll.nearly(word.plain) or roll.nearly(word.plain)) if unknown else None
        if known:
            yield _detail(text, word.start, word.end - 2 if word.possessive else word.end, known)


def _detail(text: str, start: int, end: int, known: Known, role: str = "", by_surname: bool = False) -> Detail:
    kind = known.kind
    if kind == PERSON:
        kind = SURNAME if by_surname else kind
        start, end = _whole_word(text, start, end)
        before = _TITLES_BEFORE.search(text, max(0, start - 30), start)
        if before and (
            before.group()[0].isupper() or before.group().split()[0].rstrip(".").lower() in TITLES_OF_ANYBODY | {"miss"}
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


def _stands_for_somebody(text: str, spotted: Spotted, in_story: bool) -> bool:
    """Whether an ordinary word that is also a known name is that name here.

    At the head of a sentence it is, if the name belongs to this story; else only if the words about it say so.
    """
    found = text[spotted.start : spotted.end]
    if spotted.strength is not Strength.WORD:
        return spotted.strength is not Strength.TITLED or found != found.lower() or len(found.split()[0]) < 4
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
    return opens or (
        person and _no_article_before(text, spotted.start) and next_word(text, spotted.end) not in ("be", "not")
    )


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


def _no_article_before(text: str, start: int) -> bool:
    before = re.search(r"([^\W\d_]+)[ \n]\Z", text[max(0, start - 14) : start])
    return not before or before[1].lower() in (
        "when",
        "and",
        "that",
        "but",
        "because",
        "while",
        "if",
        "as",
        "then",
        "with",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
    )


def _as_known(detail: Detail, record: Record, roll: Roll) -> Detail:
    """An unvouched capital that is a misspelt or shortened name of somebody known, under their role."""
    if detail.label != NAME:
        return detail
    for source in (record.roll, roll):
        for token in detail.name.split():
            known = source.nearly(token)
            if known and known.kind == PERSON:
                return replace(detail, kind=PERSON, label=known.role, name=folded(known.text))
    return detail


def _joined(text: str, details: Sequence[Detail]) -> list[Detail]:
    """Names that stand side by side are one person, under the role that says more."""
    joined: list[Detail] = []
    for detail in details:
        last = joined[-1] if joined else None
        named = ("name", PERSON, SURNAME)
        if last and last.kind in named and detail.kind in named and _is_one_name(text, last, detail):
            better = detail if last.label == NAME and detail.kind != SURNAME else last
            joined[-1] = replace(better, start=last.start, end=detail.end)
        elif (
            last
            and detail.kind == "organisation"
            and last.kind in _BEFORE_A_KIND
            and text[last.end : detail.start] == " "
        ):
            joined[-1] = replace(detail, start=last.start)
        elif last and {last.kind, detail.kind} == {"name", SITE} and text[last.end : detail.start] == " ":
            joined[-1] = replace(
                detail if detail.kind == "name" else last, start=last.start, end=detail.end, label=NAME
            )
        else:
            joined.append(detail)
    return joined


def _is_one_name(text: str, last: Detail, detail: Detail) -> bool:
    gap = text[last.end : detail.start]
    initial = gap == ". " and len(re.split(r"\W", text[last.start : last.end])[-1]) == 1
    return gap in (" ", "-", "", "\n", "'", "’") or initial


def _again(text: str, details: Sequence[Detail]) -> Iterator[Detail]:
    """Words once masked as a name, wherever else they stand and in any case."""
    labels: dict[str, Detail] = {}
    for detail in details:
        if detail.kind in ("name", "place"):
            for token in re.findall(r"[^\W\d_]{2,}", detail.name):
                if token not in TITLES:
                    labels.setdefault(token, detail)
    for word in words_of(text):
        mask = labels.get(folded(word.plain))
        end = word.end - 2 if word.possessive else word.end
        if not mask or (not word.capital and not _is_masked_in_lower_case(text, word, end)):
            continue
        if is_ordinary(word.plain) and not is_doubtful(word.plain) and word.opens:
            continue
        yield Detail(word.start, end, "name", mask.label, mask.name)


def _is_masked_in_lower_case(text: str, word: Word, end: int) -> bool:
    if not is_ordinary(word.plain):
        return True
    return is_doubtful(word.plain) and (
        word.opens or (reads_as_person(text, word.start, end) and _no_article_before(text, word.start))
    )


def _flags(text: str) -> Iterator[Flag]:
    """What a person must still decide: rare facts, and kept words that could be names."""
    rare = rare_facts(text)
    for start, end, why in rare:
        yield Flag(start, end, text[start:end], f"a rare fact: {why}")
    terms = vouched(text)
    for word in words_of(text):
        in_term = any(begin <= word.start < end for begin, end in terms)
        if any(begin <= word.start < end for begin, end, _ in rare):
            continue
        if word.capital and word.opens and not in_term and is_doubtful(word.text):
            yield Flag(word.start, word.end, word.text, "an ordinary word that is also a name")
        elif not word.capital and len(word.text) > 2 and not is_ordinary(word.text):
            yield Flag(word.start, word.end, word.text, "a word that no list holds")
