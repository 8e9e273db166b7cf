"""A name or an identifier of the registers, or one that tells by its form what it is."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words
from evidencegen.release.audit import hits_in, masks_for
from evidencegen.release.names import IDENTIFIER
from evidencegen.release.recogniser import Detail, Recogniser
from evidencegen.release.recognisers.national_insurance import NATIONAL_INSURANCE_NUMBER
from evidencegen.release.recognisers.nhs_number import NHS_NUMBER

BY_FORM: tuple[tuple[Recogniser, str], ...] = (
    (NHS_NUMBER, "an NHS number"),
    (NATIONAL_INSURANCE_NUMBER, "a National Insurance number"),
)
_MOBILE = re.compile(r"(?<![\d+])(?:\+44 ?|0)7\d{3} ?\d{3} ?\d{3}(?!\d)")
_OF_AN_OFFICE = re.compile(
    r"\b(?:on[- ]call|duty|office|line|hours|manager|us|service|helpline|team|lead)\b", re.IGNORECASE
)
_OF_A_PLACE = re.compile(
    r"(?:-de-la-|-(?:on|upon|under|in|by)-|[- ](?:Road|Street|Lane|Close|Avenue|Drive|Way|Court|Hill|Parva|Magna|Wharf|"
    r"Park|Green|Hall|Square|Terrace|Gardens|Grove|Crescent|Place|Bridge|Mill|Farm|Village|Common|Fields|Station|"
    r"Heath|Moor|Quay|Dock|Cross|Row|Mews|Parade|Rise|View|Walk|Wood|House|Lodge|Business)\b)"
)
"""What makes a name that of a place, where it stands right behind it."""
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|Sir|Lady|Rev)\.? \Z")
_BORN = re.compile(
    r"\b(?:born(?: on)?|date of birth|d\.?o\.?b\.?)[:\s]+(?P<day>(?:the )?\d{1,2}(?:st|nd|rd|th)?[ /.-](?:of "
    r")?(?:\w+|\d{1,2})[ /.-]\d{2,4})",
    re.IGNORECASE,
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    roll, masks = held.roll.to_be_kept_out, masks_for(held.vouched)
    for paragraph in words.paragraphs:
        told: list[tuple[int, int]] = []
        for spotted in hits_in(paragraph.text, roll, masks) if roll.known else ():
            if _is_a_place(paragraph.text, spotted.start, spotted.end):
                continue
            if not any(a <= spotted.start < b for a, b in told):
                told.append((spotted.start, spotted.end))
                what = "an identifier" if spotted.known.kind == IDENTIFIER else "a name"
                where = str(spotted.known.place)
                why = f"{what} that stands in {where}" if where else f"{what} that the registers hold"
                yield Hit(paragraph, spotted.start, spotted.end, why=why, is_private=True)
        spans = [
            (d.start, d.end, what)
            for one, what in BY_FORM
            for d in one.find(paragraph.text)
            if _has_capitals(paragraph, d)
        ]
        spans += [(*match.span("day"), "a date of birth") for match in _BORN.finditer(paragraph.text)]
        spans += [
            (*match.span(), "a mobile number")
            for match in _MOBILE.finditer(paragraph.text)
            if not _OF_AN_OFFICE.search(paragraph.text, max(0, match.start() - 60), match.start())
        ]
        for start, end, what in spans:
            if not any(a < end and start < b for a, b in told):
                told.append((start, end))
                yield Hit(paragraph, start, end, why=f"{what}: one is enough to tell who somebody is", is_private=True)


def _is_a_place(text: str, start: int, end: int) -> bool:
    """Whether one word of a name, with no title before it, is part of the name of a road or a place."""
    is_one_word = text[start:end].isalpha() and text[start:end].istitle()
    return is_one_word and bool(_OF_A_PLACE.match(text, end)) and not _TITLE.search(text, 0, start)


def _has_capitals(paragraph: Paragraph, detail: Detail) -> bool:
    """Whether the letters of a detail are capitals: "in 2023-24 r" is no National Insurance number."""
    said = paragraph.text[detail.start : detail.end]
    return said == said.upper()


NAMED = Lint(
    key="named",
    title="A name or identifier from the registers",
    why="one name is enough for a person at risk to be recognised",
    suggestion="say who it is by their part in it, such as a senior carer; list a word that may be printed under "
    "`vouched` in the brief",
    severity=Severity.STOP,
    find=_find,
)
