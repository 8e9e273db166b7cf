"""The finished document, read back and searched for names."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from evidencegen.problem import GateRefused, Place, Problem
from evidencegen.release.alias import TITLES, Strength
from evidencegen.release.finished import pages
from evidencegen.release.finished_page import Unread
from evidencegen.release.names import IDENTIFIER, Roll, Spotted
from evidencegen.release.vocabulary import is_ordinary, sector_terms, tidied, words_in

MASK = "\ue001"
_HASH = re.compile(r"\b[0-9a-f]{32,128}\b")
_MONTH_OR_DAY = words_in(
    """
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday easter christmas
    """
)
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[\u00ad\-‐]\n\s*(?=[a-z])")
_ID_BEFORE = re.compile(
    r"(?:\b(?:id|ids|ref|reference|no|number|staff|employee|payroll|person|resident|client)\b[.:#]?|#)[ \n]*\Z",
    re.IGNORECASE,
)


def look_again(path: Path, roll: Roll, vouched: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Every place in a finished file where a name or identifier of the registers stands.

    Reads PDF, DOCX, XLSX, HTML, SVG, JSON and plain text, with all that nobody sees in them and every file
    within them, and the file's own name; what it cannot read is a problem too. Looks across line breaks, runs,
    hyphenation, ligatures, accents and case. `vouched` are words that may appear: the provider, its services,
    job titles; the sector's own terms are vouched for already. A part of a name that is an ordinary word counts
    only with a title or with a capital in mid-sentence. No problem ever holds the name: it names the page, and
    the register's cell that holds it.
    """
    kept_out, masks = roll.to_be_kept_out, masks_for(vouched)
    problems: dict[tuple[str, str], Problem] = {}

    def unnamed(words: str, otherwise: str = "a part whose own name names somebody") -> str:
        """What a place is called, unless that would itself tell the name."""
        return otherwise if any(hits_in(re.sub(r"[_./]+", " ", words), kept_out, masks)) else words

    place = unnamed(path.name, "the file whose own name names somebody")
    for page in pages(path):
        if isinstance(page, Unread):
            problems[page.called, ""] = _not_read(place, unnamed(page.called), page.why)
            continue
        for spotted in hits_in(page.text, kept_out, masks):
            key = page.called, str(spotted.known.place)
            if key not in problems:
                problems[key] = _problem(place, unnamed(page.called), spotted)
    return tuple(problems.values())


def refuse_if_named(path: Path, roll: Roll, vouched: Iterable[str] = ()) -> None:
    """Delete a finished file that names anybody, or that could not be searched to its end, and say so.

    Raises:
        GateRefused: a name or identifier was found, or something could not be read; the file is gone.
    """
    problems = look_again(path, roll, vouched)
    if problems:
        path.unlink()
        raise GateRefused(problems)


def _not_read(place: str, called: str, why: str) -> Problem:
    return Problem(
        key="release.not_read",
        place=Place(place),
        found=f"{called}: {why}",
        wanted="a file of which every word can be searched for names",
        why="what cannot be searched is not known to name nobody; the file has been deleted",
        mend="leave that part out, or hand it over as PDF, Word, Excel, HTML, PNG, JPEG or plain text",
    )


def _problem(place: str, called: str, spotted: Spotted) -> Problem:
    what = "an identifier" if spotted.known.kind == IDENTIFIER else "a name"
    return Problem(
        key="release.named",
        place=Place(place),
        found=f"on {called}, {what} that stands in {spotted.known.place}",
        wanted="no name or identifier that the registers hold",
        why="one name is enough for a person at risk to be recognised; the file has been deleted",
        mend="take the name out of the brief, the statement or the story it came from; if the word may be printed, "
        "list it under `vouched` in the brief",
    )


def masks_for(vouched: Iterable[str]) -> re.Pattern[str]:
    """What finds words that may appear, whatever white space parts them."""
    words = sorted({word.strip() for word in vouched if word.strip()}, key=lambda word: (-len(word), word))
    spaced = (r"\s+".join(re.escape(part) for part in word.split()) for word in words)
    alternatives = "|".join(spaced) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def hits_in(text: str, roll: Roll, masks: re.Pattern[str]) -> Iterator[Spotted]:
    """Names and identifiers of a roll in a text that nobody wrote about one person. `masks` finds what may appear."""
    plain = tidied(
        text.replace("\u00ad\n", "").replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi")
    )
    for version in dict.fromkeys((plain, _HYPHENATED.sub("", plain))):
        masked = _HASH.sub(_blank, masks.sub(_blank, version))
        masked = sector_terms().pattern.sub(
            lambda match: _blank(match) if " " in match.group() else match.group(), masked
        )
        for spotted in roll.find(masked):
            if _counts(masked, spotted):
                yield spotted
        for spotted in roll.find_identifiers(masked):
            if not spotted.known.is_plain_number or _ID_BEFORE.search(
                masked, max(0, spotted.start - 16), spotted.start
            ):
                yield spotted


def _blank(match: re.Match[str]) -> str:
    return MASK * len(match.group())


def _counts(text: str, spotted: Spotted) -> bool:
    """Whether a form that is found means the person, in prose that nobody wrote about them."""
    found = text[spotted.start : spotted.end]
    if spotted.strength is Strength.PART:
        return True
    if spotted.strength is Strength.TITLED:
        return found[0].isupper() and found[-1].isupper()
    if spotted.strength is Strength.FULL:
        return found != found.lower() or not all(is_ordinary(word) for word in re.findall(r"[^\W\d_]+", found))
    if spotted.strength is Strength.INITIALS:
        return False
    return _titled(text, spotted.start) or _in_mid_sentence(text, spotted.start, found)


def _titled(text: str, start: int) -> bool:
    before = re.search(r"([^\W\d_]+)\.?\s+\Z", text[max(0, start - 14) : start])
    return before is not None and before[1].lower() in TITLES - {
        "big",
        "our",
        "little",
        "old",
        "young",
        "nurse",
        "sister",
        "brother",
    }


def _in_mid_sentence(text: str, start: int, found: str) -> bool:
    """A capital after a plain word of the same line, and no capital after it, as a heading would have."""
    if not all(word[0].isupper() and word[1:].islower() for word in found.split()) or found.lower() in _MONTH_OR_DAY:
        return False
    before = re.search(r"(?:^|[^\w.])([a-z]{2,},?) \Z", text[max(0, start - 24) : start])
    heading = re.match(r" [A-Z]", text[start + len(found) : start + len(found) + 2])
    return before is not None and not heading and before[1] not in ("the", "a", "an", "of")
