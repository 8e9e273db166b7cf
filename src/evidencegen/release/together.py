"""Names side by side are one person, and who is masked once is masked everywhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidencegen.release.alias import TITLES
from evidencegen.release.described import NAME
from evidencegen.release.initials import initialled, initials_of
from evidencegen.release.names import PERSON, SITE
from evidencegen.release.opener import reads_as_person
from evidencegen.release.recogniser import Detail
from evidencegen.release.sense import is_somebody, reads_as_word
from evidencegen.release.spotted import SURNAME, no_article_before
from evidencegen.release.vocabulary import folded, is_doubtful, is_ordinary
from evidencegen.release.word import Word, words_of

_WRAPPED_FROM = 55
_BEFORE_A_KIND = (SITE, "name", "place", "address")


def joined(text: str, details: Sequence[Detail]) -> list[Detail]:
    """Names that stand side by side are one person, under the role that says more."""
    together: list[Detail] = []
    for detail in details:
        last = together[-1] if together else None
        named = ("name", PERSON, SURNAME)
        if last and last.kind in named and detail.kind in named and _is_one_name(text, last, detail):
            better = detail if last.label == NAME and detail.kind != SURNAME else last
            together[-1] = replace(better, start=last.start, end=detail.end)
        elif (
            last
            and detail.kind == "organisation"
            and last.kind in _BEFORE_A_KIND
            and text[last.end : detail.start] == " "
        ):
            together[-1] = replace(detail, start=last.start)
        elif last and {last.kind, detail.kind} == {"name", SITE} and text[last.end : detail.start] == " ":
            together[-1] = replace(
                detail if detail.kind == "name" else last, start=last.start, end=detail.end, label=NAME
            )
        else:
            together.append(detail)
    return together


def _is_one_name(text: str, last: Detail, detail: Detail) -> bool:
    gap = text[last.end : detail.start]
    letter = len(re.split(r"\W", text[last.start : last.end])[-1]) == 1
    initial = gap == ". " and letter and detail.kind != PERSON
    if gap == "\n":
        return last.kind != PERSON and detail.kind != PERSON and _goes_on(text, last.end, detail.end)
    apart = gap == " " and last.kind == detail.kind == PERSON and last.name != detail.name
    return not apart and (gap in (" ", "-", "", "'", "’") or initial)


def _goes_on(text: str, line_end: int, end: int) -> bool:
    """Whether a line that ends in a name goes on with the next one: it is a long line, and no new speaker begins."""
    line_start = text.rfind("\n", 0, line_end) + 1
    return line_end - line_start >= _WRAPPED_FROM and not re.match(r"[^\n]{0,30}:|[ ]*(?:\n|\Z)", text[end : end + 40])


def again(text: str, details: Sequence[Detail]) -> Iterator[Detail]:
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
    if reads_as_word(text, word.start, end):
        return False
    return is_doubtful(word.plain) and (
        word.opens
        or is_somebody(text, word.start, end)
        or (reads_as_person(text, word.start, end) and no_article_before(text, word.start))
    )


def by_initials(text: str, details: Sequence[Detail]) -> Iterator[Detail]:
    """Initials of names that the text itself gives in full, wherever they stand."""
    named = [d for d in details if d.kind in ("name", PERSON, "organisation") and len(d.name.split()) > 1]
    people: dict[str, Detail] = {}
    for detail in named:
        spoken = text[detail.start : detail.end]
        told = [word for word in spoken.split() if word.lower().rstrip(".") not in TITLES]
        for letters in initials_of([" ".join(told)]):
            people.setdefault(letters, detail)
    yield from initialled(text, people)
