"""Initials of people whom a record or a text names in full, such as ML of a Maureen Lightfoot."""

import re
from collections.abc import Iterable, Iterator, Mapping

from evidencegen.release.opener import DOING, next_word
from evidencegen.release.recogniser import Detail
from evidencegen.release.vocabulary import folded, vouched, words_in

_SHORT = re.compile(r"(?<![\w&/.\-])(?:[A-Z]{2,4}|(?:[A-Z]\.? ?){1,2}[A-Z]\.?)(?![\w&/])")
_SHORT_IN_LOWER_CASE = re.compile(r"(?<![\w&/.\-'’])[a-z]{2,3}(?![\w&/'’.\-])")
_WORDS = words_in(
    """
    am an as at be by do go he hi if in is it me my no of oh ok on or pa pm so to up us we gp ot dn cpn she the and for
    mum dad nan all one two was his her
    """
)
_DOES = re.compile(r"(?:['’]s\b| ?[-–:] | (?:to|will|would|was|is|has|had|did)\b)")
_NOT_A_NAME_BEFORE = re.compile(
    r"\b(?:the|a|an|our|my|his|her|their|any|no|per|via|in|of|for|on)[ \n]\Z", re.IGNORECASE
)


def initials_of(names: Iterable[str]) -> Iterator[str]:
    """The initials of names, in capitals: "Ana-Maria Popescu" is AP and AMP, "Dr Tom van Dyk" TD and TVD."""
    for name in names:
        words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name)
        if len(words) < 2:
            continue
        yield folded(words[0])[0].upper() + folded(words[-1])[0].upper()
        yield "".join(folded(part)[0].upper() for word in words for part in word.split("-"))


def initialled(text: str, people: Mapping[str, Detail]) -> Iterator[Detail]:
    """Initials in a text that are those of somebody in `people`, which holds a detail of theirs by initials.

    A term of the sector, such as OT, is somebody only in brackets after a name, or where it acts and no article
    stands before.
    """
    if not people:
        return
    terms = vouched(text)
    for match in _SHORT.finditer(text):
        found = people.get(re.sub(r"[^A-Z]", "", match.group()))
        end = match.end() - (1 if match.group().endswith(".") and not match.group()[:-1].count(".") else 0)
        if (
            found
            and not (_is_term(match, terms) and not _acts(text, match.start(), end))
            and not _is_shouted(text, match)
        ):
            yield Detail(match.start(), end, found.kind, found.label, found.name)
    for match in _SHORT_IN_LOWER_CASE.finditer(text):
        found = people.get(match.group().upper())
        if found and _acts(text, *match.span()) and match.group() not in _WORDS:
            yield Detail(*match.span(), found.kind, found.label, found.name)


def _is_term(match: re.Match[str], terms: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end for start, end in terms)


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether the words about it are all in capitals, so that TO may be the word "to"."""
    about = re.findall(r"[^\W\d_]{3,}", text[max(0, match.start() - 24) : match.end() + 24])
    loud = bool(about) and sum(word.isupper() for word in about) * 2 > len(about)
    return loud and match.group().lower() in _WORDS


def _acts(text: str, start: int, end: int) -> bool:
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True
    if text[end : end + 1] == ":" or (text[start - 2 : start] == ": " and text[end : end + 1] in ("", "\n", ".", ",")):
        return True
    if _NOT_A_NAME_BEFORE.search(text, max(0, start - 8), start):
        return False
    opens = start == 0 or text[:start].rstrip(" ")[-1:] in "\n.-•*:;,"
    following = next_word(text, end)
    acts = following in DOING or (len(following) > 3 and following.endswith("ed"))
    return acts or (opens and bool(_DOES.match(text, end)))
