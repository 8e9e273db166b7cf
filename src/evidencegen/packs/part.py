"""Counts and percentages that a text ties to a whole it tells before, in its sentence or the next."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evidencegen.packs.mention import COUNT, PER_CENT, decimals_of, number_of, per_cent_of, rounded
from evidencegen.packs.not_counted import counted_only

_THEM = r"(?:whom|which|these|those|them)"
_NUMBER = re.compile(
    rf"(?<![\w.,/£-])(?:(?P<share>{PER_CENT})|(?P<count>{COUNT})(?! ?%|/\d| per ?cent))(?![\d%]|\.\d)"
    r"(?![ -](?:(?:working|calendar|full) )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b)",
    re.IGNORECASE,
)
_OF_BEFORE = re.compile(
    r"(?:\A|[.;:(,] ?|\n|\b(?:and|but) )(?:of|among|out of)(?: (?:the|our|all|these|those))* \Z", re.IGNORECASE
)
_OF_THEM_BETWEEN = re.compile(rf"\b(?:of|among) {_THEM},? (?:only |just )?\Z", re.IGNORECASE)
_OF_THEM_BEHIND = re.compile(rf" (?:[a-z]+ )?of {_THEM}\b(?! {COUNT})", re.IGNORECASE)
_RATE = r"(?:[a-z]+ )?(?:rate|share|completion|attendance|uptake|response|turnout|proportion)"
_BESIDE = re.compile(
    rf"[^.;:]*?(?:[;,] ?| ?[–-] |\. )(?:and |with |but |where )?(?:(?:an? |the )?{_RATE}:? ?)?"
    rf"(?:of |at |was |is |stood at |came to |that is )?\Z",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r" (?:[a-z]+ )?\((?:or |i\.e\. |that is )?\Z", re.IGNORECASE)
_BEHIND_BRACKETS = re.compile(rf"\) of (?:the |our |these |those )?({COUNT})\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r" (?:out )?of (?!(?:them|these|those|whom|which)\b)", re.IGNORECASE)
_IS_OF = re.compile(r" ?(?:[a-z]+ )?(?:out )?(?:of )?(?:(?:the|our|all|these|those) )*", re.IGNORECASE)
_LISTED = re.compile(rf"[^.;:]*?{PER_CENT}", re.IGNORECASE)
FEWEST = 5
"""A rate beside a smaller number is not tied to it: two homes, three rates."""
_SENTENCE = re.compile(r"[.!?]\s")


@dataclass(frozen=True)
class Part:
    """A count or a percentage, and how many there are of what it is a part of; where both stand."""

    start: int
    end: int
    whole: int
    count: int | None = None
    per_cent: Decimal | None = None


def parts_in(text: str) -> Iterator[Part]:
    """Each part that is tied to a whole by "of whom", "of them", "of the 23", or as a rate told right behind it."""
    plain = counted_only(text)
    found = list(_NUMBER.finditer(plain))
    opened: re.Match[str] | None = None
    for whole, part in itertools.pairwise(found):
        between, behind = plain[whole.end() : part.start()], plain[part.end() :]
        if opened is not None and _SENTENCE.search(plain, opened.end(), part.start()):
            opened = None
        if whole["count"] and _OF_BEFORE.search(plain[: whole.start()]) and "," in between:
            opened = whole
        if _IS_OF.fullmatch(between) or re.match(r" (?:out )?of (?:the |our |th[eo]se )?\d", behind, re.IGNORECASE):
            continue
        one = opened if opened is not None and not _SENTENCE.search(between) else None
        if one is None and whole["count"] and _is_tied(plain, between, whole, part):
            one = whole
        if one is not None:
            yield _part(one, part)
    yield from _in_brackets(plain, found)


def _is_tied(plain: str, between: str, whole: re.Match[str], part: re.Match[str]) -> bool:
    if len(_SENTENCE.findall(between)) > 1:
        return False
    if _OF_THEM_BETWEEN.search(between) or _OF_THEM_BEHIND.match(plain, part.end()):
        return True
    if not part["share"] or number_of(whole["count"]) < FEWEST or _LISTED.match(plain, part.end()):
        return False
    return bool(_BESIDE.match(between)) and not _OF_OTHERS.match(plain, part.end())


def _part(whole: re.Match[str], part: re.Match[str]) -> Part:
    return Part(
        whole.start(), part.end(), number_of(whole["count"]),
        number_of(part["count"]) if part["count"] else None, per_cent_of(part["share"]) if part["share"] else None,
    )  # fmt: skip


def _in_brackets(plain: str, found: Sequence[re.Match[str]]) -> Iterator[Part]:
    """A count with its percentage in brackets, of the whole right behind or told right before."""
    for at, (count, share) in enumerate(itertools.pairwise(found)):
        if not (count["count"] and share["share"] and _IN_BRACKETS.match(plain[count.end() : share.start()])) or (
            plain[share.end() : share.end() + 1] != ")"
        ):
            continue
        behind = _BEHIND_BRACKETS.match(plain, share.end())
        before = found[at - 1] if at else None
        if behind:
            whole, start = number_of(behind[1]), count.start()
        elif before and before["count"] and len(_SENTENCE.findall(plain[before.end() : count.start()])) < 2:
            whole, start = number_of(before["count"]), before.start()
        else:
            continue
        if whole >= number_of(count["count"]):
            yield Part(start, share.end(), whole, number_of(count["count"]), per_cent_of(share["share"]))


def is_possible(text: str, part: Part) -> bool:
    """Whether a percentage is that of its count and whole, of some count of it, or of any two counts told."""
    if part.per_cent is None:
        return part.count is None or part.count <= part.whole
    decimals = decimals_of(part.per_cent)
    counts = [number_of(m["count"]) for m in _NUMBER.finditer(counted_only(text)) if m["count"]]
    if any(n > 0 and k <= n and rounded(k, n, decimals) == part.per_cent for k in counts for n in counts):
        return True
    if part.count is not None or not part.whole:
        return False
    near = int(part.per_cent * part.whole / 100)
    return any(rounded(k, part.whole, decimals) == part.per_cent for k in range(near, near + 2))
