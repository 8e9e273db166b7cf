"""A percentage that no whole number of its base gives: "93% of 17"."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words
from evidencegen.packs.mention import COUNT, PER_CENT, decimals_of, is_rough, number_of, per_cent_of, rounded
from evidencegen.packs.not_counted import counted_only
from evidencegen.packs.part import is_possible, parts_in
from evidencegen.packs.saying import PEOPLE, RECORDS

_OF = re.compile(
    rf"(?<![\w.,])(?P<p>{PER_CENT}) (?:out )?of (?:(?:the|our|all|these|those|\w+ing|a total of) ){{0,2}}"
    rf"(?P<n>{COUNT})(?! ?(?:%|per ?cent))\b(?! (?:or|to) \d)(?! (?:months|weeks|days|years|hours))",
    re.IGNORECASE,
)
_BASE_BESIDE = re.compile(
    rf"(?<![\w.,])(?P<p>{PER_CENT})[^.;%()]{{0,60}}\((?:n ?= ?|base:? ?(?:of )?)(?P<n>{COUNT})\)", re.IGNORECASE
)
_PAIR_BESIDE = re.compile(
    rf"(?<![\w.,])(?P<p>{PER_CENT})[^.;%()]{{0,90}}[(\[](?:i\.e\. )?(?P<c>{COUNT})(?: \w+)?(?: out)? of (?:the |our "
    rf")?(?P<n>{COUNT})"
    rf"(?: [a-z]+){{0,3}}[)\]]",
    re.IGNORECASE,
)
_PAIR_FIRST = re.compile(
    rf"(?<![\w.,])(?P<c>{COUNT})(?: \w+)?(?: out)? (?:of|in) (?:the |our )?(?P<n>{COUNT})(?: [a-z]+){{0,6}},? ?"
    rf"(?:[(\[–-] ?|, |or |that is,? |which is |being )+(?P<p>{PER_CENT})",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    rf"\b(?:Out of|Of|Among)(?: the| our| these| those| all)* (?P<n>{COUNT}) (?:[A-Za-z-]+ ){{0,6}}[A-Za-z-]+,"
    rf"(?P<between>[^.;%]{{0,60}}?)(?<![\w.,])(?P<p>{PER_CENT})(?! of (?!(?:them|these|those)\b))"
)
_OF_THE_SO_MANY = re.compile(
    rf"\b(?:of|among|from|for) (?:the|our|these|those|all) (?P<n>{COUNT}) (?:[a-z-]+ ){{1,6}}?"
    rf"(?:was|were|is|are|stood at|reached|came to|has been) (?P<p>{PER_CENT})",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    rf"(?<![\w.,/])(?P<n>{COUNT}) (?:[a-z-]+ ){{0,3}}?(?P<noun>(?:{PEOPLE}|{RECORDS}))\b[^.;%]{{0,80}}?(?:[,;.] ?| )"
    rf"(?:and |of whom )?(?P<p>{PER_CENT}) of (?:them|these|those|whom|which)\b",
    re.IGNORECASE,
)
_MORE_THAN_ALL = re.compile(
    r"(?<![\w.,])(?P<p>(?:1\d[1-9]|1[1-9]\d|10[1-9]|[2-9]\d\d)(?:\.\d+)? ?(?:%|per ?cent))(?P<of> of (?:all |our |"
    r"the )?[a-z]+)",
    re.IGNORECASE,
)
_FROM_A_BASE = re.compile(
    rf"\b(?:from a base of|out of a total of|with a base of|on a base of|base(?:d on| of)?:?) (?P<n>{COUNT})"
    rf"(?: [a-z]+)*,? [^.;%\d]{{0,30}}(?P<p>{PER_CENT})"
    rf"|(?P<q>{PER_CENT}) \((?P<c>{COUNT}) [a-z]+(?: [a-z]+)?, (?P<m>{COUNT}) [a-z]+\)",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(r"\b(?:target|goal|aim|threshold|national\w*|England|benchmark|against|than)\b", re.IGNORECASE)
PATTERNS = (
    _PAIR_BESIDE, _PAIR_FIRST, _OF, _BASE_BESIDE, _OF_SO_MANY, _OF_THE_SO_MANY, _OF_THEM, _MORE_THAN_ALL, _FROM_A_BASE
)  # fmt: skip


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for paragraph in words.paragraphs:
        told: set[int] = set()
        for pattern in PATTERNS:
            for match in pattern.finditer(counted_only(paragraph.text)):
                at = max(match.start("p"), match.start("q") if "q" in match.groupdict() else -1)
                if at in told or is_rough(paragraph.text, match.start()):
                    continue
                told.add(at)
                if is_rough(paragraph.text, at):
                    continue
                if why := _wrong(match):
                    yield Hit(paragraph, match.start(), match.end(), why=why)
        for part in parts_in(paragraph.text):
            at = paragraph.text.rfind(" ", 0, part.end) + 1
            is_new = not any(part.start <= one < part.end for one in told)
            if part.per_cent is None or not is_new or is_rough(paragraph.text, at) or is_possible(paragraph.text, part):
                continue
            if not _ANOTHERS.search(paragraph.text[part.start : part.end]):
                why = f"{part.per_cent}% is no share of {part.whole}"
                yield Hit(paragraph, part.start, part.end, why=why)


def _wrong(match: re.Match[str]) -> str:
    """Why the percentage cannot be right; empty where it can."""
    groups = match.groupdict()
    per_cent = per_cent_of(groups["p"] or groups["q"])
    if "n" not in groups:
        return "a part cannot be more than all"
    base, decimals = number_of(groups["n"] or groups["m"]), decimals_of(per_cent)
    if not base:
        return "nothing is a share of none"
    if groups.get("c"):
        counted = number_of(groups["c"])
        right = rounded(counted, base, decimals)
        return "" if right == per_cent or counted > base else f"{counted} of {base} is {right}%"
    below = int(per_cent * base / 100)
    near = [(k, rounded(k, base, decimals)) for k in (below, below + 1) if 0 <= k <= base]
    if any(rounded(k, base, decimals) == per_cent for k in range(max(0, below - 1), min(base, below + 2) + 1)):
        return ""
    return f"no whole number of {base} is {per_cent}%: " + ", ".join(f"{k} is {share}%" for k, share in near)


IMPOSSIBLE = Lint(
    key="impossible_percentage",
    title="A percentage impossible for its base",
    why="no whole number of the base is this percentage",
    suggestion="print the counts, and the percentage that they give with halves rounded up",
    severity=Severity.STOP,
    find=_find,
)
