"""Fully and partly achieved told as one number, without the number that were fully achieved."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words
from evidencegen.packs.mention import WORDS, mentions

_FULLY = r"(?:fully|wholly|completely|entirely|totally|full|in full|in whole|in their entirety|whole|all|altogether)"
_PARTLY = (
    r"(?:partly|partial|partially|in part|part[- ]achieved|to (?:some|an?|a (?:\w+)) (?:extent|degree|measure)|"
    r"(?:at least )?in part|mostly|largely|"
    r"substantially|some way|part)"
)
_DONE = (
    r"(?:achieved|achieve(?:ments?|s)?|met|fulfilled|realised|reached|obtained|attained|successful|granted|satisfied|"
    r"delivered)"
)
_JOIN = r",? ?(?:and/or|or|and|/|&|plus|as well as|together with|added to) ?(?:(?:at least|those|outcomes|the ones) )?"
_MERGED = re.compile(
    rf"\b(?:{_DONE},? )?\(?(?:(?:either |both |those |whether )?{_FULLY}(?:[- ]{_DONE})?{_JOIN}{_PARTLY}(?:[- "
    rf"]{_DONE})?"
    rf"|{_PARTLY}(?:[- ]{_DONE})?{_JOIN}{_FULLY}(?:[- ]{_DONE})?"
    rf"|(?:full|complete|total) {_DONE}?(?:and|or|/|plus) ?(?:partial|part) (?:achievement|success|outcomes?|results?)"
    rf"|{_FULLY} ?\+ ?{_PARTLY}|includ(?:ing|es?) (?:those |the )?{_PARTLY}(?:[- ]{_DONE})?"
    rf"|{_DONE} to (?:some|one|any) (?:degree|extent) or (?:other|another)|{_DONE} to some (?:degree|extent)"
    rf"|at least {_PARTLY}(?: {_DONE}| of (?:what|the|their|his|her))?|at least (?:some|part) of"
    rf"|{_DONE},? (?:or|and) (?:{_DONE} )?{_PARTLY}"
    rf"|(?:full|complete) (?:and|or|/) {_PARTLY}"
    rf"|{_DONE} (?:at least|either) {_PARTLY}(?: or {_FULLY})?"
    rf"|some or all (?:of )?(?:that|what|the|their|his|her)|(?:all|everything),? or (?:at least )?(?:some|part|"
    rf"most)(?: of)?)",
    re.IGNORECASE,
)
_FULLY_ALONE = re.compile(rf"\b{_FULLY}\b", re.IGNORECASE)
_PARTED = re.compile(
    rf"\d[^.;,]*\b{_FULLY}\b[^.;]*\d[^.;,]*\b{_PARTLY}|\b{_FULLY}[^.;]*\d[^.;]*\b{_PARTLY}[^.;]*\d", re.IGNORECASE
)
_NUMBER = re.compile(rf"\d|{WORDS}", re.IGNORECASE)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    prose = words.prose
    for at, paragraph in enumerate(prose):
        for match in _MERGED.finditer(paragraph.text):
            sentence = next((s for s in paragraph.sentences if s.start + len(s.text) >= match.end()), None)
            if sentence is None or not _NUMBER.search(sentence.text) or _PARTED.search(sentence.text):
                continue
            beside = (p.text for p in prose[max(0, at - 1) : at + 2] if p.under == paragraph.under)
            rest = _MERGED.sub("", ". ".join(beside))
            if not any(list(mentions(part)) for part in _clauses_with_fully(rest)):
                yield Hit(paragraph, match.start(), match.end())


def _clauses_with_fully(text: str) -> Iterator[str]:
    yield from (
        part for part in re.split(r"[.;]|,? and |,? of (?:which|these|whom)", text) if _FULLY_ALONE.search(part)
    )


PARTLY = Lint(
    key="partly_without_fully",
    title="Fully and partly achieved told as one",
    why="the sum flatters: nobody can see how many outcomes were fully achieved",
    suggestion="print the share fully achieved beside it, and first",
    severity=Severity.STOP,
    find=_find,
)
