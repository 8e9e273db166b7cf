"""A number with no figure behind it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from evidencegen.packs.carried import Carried, Standing
from evidencegen.packs.dated import days_said
from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words
from evidencegen.packs.mention import in_words, mentions, number_of, per_cent_of, rounded, stems
from evidencegen.packs.own_number import own_numbers

_OF_DATA = (
    r"(?:\w+ )?(?:people|persons|residents|tenants|clients|service users|staff|carers|workers|employees|concerns|"
    r"enquiries|complaints|compliments|incidents|falls|referrals|actions|families|relatives|cases|reviews|alerts)\b"
)
_HOUR = r"\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?"
_HOURS = re.compile(
    rf"\b(?:open|staffed|available|answered|manned|reached)\b[^.;]{{0,25}}?(?P<hours>{_HOUR} (?:to|until|and) {_HOUR})",
    re.IGNORECASE,
)
_PART_OF_A_TIME = re.compile(r"\b(?:first|second|other|latter|one|last) \Z")
_FRACTIONS = re.compile(
    r"\b(?:two[ -]thirds|three[ -]quarters|(?:a|one|two|three|four)[ -](?:fifth|tenth)s?(?= of))\b", re.IGNORECASE
)
_AMOUNTS = re.compile(r"(?<![\w.,£])(\d[\d,]*) (?:hours|days) of [a-z]")
"""Time that is given, not the time within which something is done."""
_SHARES = {
    "half": Fraction(1, 2),
    "two thirds": Fraction(2, 3),
    "third": Fraction(1, 3),
    "three quarters": Fraction(3, 4),
    "quarter": Fraction(1, 4),
    "four fifths": Fraction(4, 5),
    "three fifths": Fraction(3, 5),
    "two fifths": Fraction(2, 5),
    "fifth": Fraction(1, 5),
    "tenth": Fraction(1, 10),
}
_SOURCED = re.compile(r"\((?:source|see|table|note|figure|from)\b[^()]*\)|\[\d+\]", re.IGNORECASE)
_BASED = re.compile(r"\(?\b(?:n ?=|base:?)|\bof (?:the |our |these |those )?\d|\bout of\b", re.IGNORECASE)
_ANOTHERS = (
    r"(?:national(?:ly)?|England|published|benchmark|regional|sector|county|target|goal|aim|threshold|"
    r"standard|usual|typical|elsewhere)"
)
_ANOTHERS_BEFORE = re.compile(
    rf"(?:\b{_ANOTHERS}\b[^.;,%]{{0,40}}(?:, )?|\b(?:against|versus|(?<!more )(?<!less )(?<!fewer )than|compared "
    rf"(?:with|to)) )\Z",
    re.IGNORECASE,
)
_ANOTHERS_BEHIND = re.compile(rf"(?:%|[^.;,%\d]){{0,32}}\b{_ANOTHERS}\b", re.IGNORECASE)
_SET_BESIDE = re.compile(
    rf"\b(?:{_ANOTHERS}|compared|against|average|ours|councils?[’']s?|comparable)\b", re.IGNORECASE
)
FEWEST_WORDS = 2
"""A paragraph with fewer telling words does not say what its number is of."""
NEAR = 45
"""Characters within which a base or a source is that of a number."""
WAITING = stems("wait waited within allocated advocate days")
SMALL = 12
"""Numbers in words up to this are data only beside what a register counts."""
ALONE = "nothing beside it says what it is out of or where it comes from, so nobody can check it"
OF_OTHER_THINGS = "only figures of other things are this number, so the registers do not bear it out for this one"


def _find(words: Words, held: Held) -> Iterator[Hit]:
    carried = Carried(held.figures.values()) if held.figures is not None else None
    for paragraph in words.paragraphs:
        if not paragraph.is_heading:
            yield from _in(paragraph, carried)


def _in(paragraph: Paragraph, carried: Carried | None) -> Iterator[Hit]:
    about = stems(f"{paragraph.text} {paragraph.under}")
    text = paragraph.text
    pairs = [one for one in mentions(text) if one.counted is not None]
    for one in pairs if carried else ():
        yield from _told(carried.pair(one, about), paragraph, one.start, one.end) if carried else ()
    sure = {
        rounded(one.counted, one.out_of, 0)
        for one in pairs
        if carried and one.counted is not None and one.out_of and carried.pair(one, about) is Standing.CARRIED
    }
    passed = [*((one.start, one.end) for one in pairs), *days_said(text)]
    passed += [match.span("hours") for match in _HOURS.finditer(text)]
    amounts = [(m.start(), m[1]) for m in _AMOUNTS.finditer(text)]
    fractions = [(m.start(), m[0].replace("-", " ")) for m in _FRACTIONS.finditer(text)]
    for start, said in (*own_numbers(text), *fractions, *amounts):
        end = start + len(said.rstrip(".,"))
        if any(a <= start < b for a, b in passed) or not _counts_something(text, start, said):
            continue
        if carried is not None:
            plain = said.lower().rstrip(".,")
            if not _is_anothers(text, start, end) and not (plain.endswith("%") and per_cent_of(plain) in sure):
                of_data = re.match(rf" {_OF_DATA}", text[end:]) is not None and in_words(plain) not in range(
                    1, SMALL + 1
                )
                yield from _told(_standing(carried, plain, about, is_of_data=of_data), paragraph, start, end)
        elif not _is_based(text, start):
            yield Hit(paragraph, start, end, why=ALONE, severity=Severity.WARN)


def _told(standing: Standing, paragraph: Paragraph, start: int, end: int) -> Iterator[Hit]:
    if standing is Standing.BY_NONE:
        yield Hit(paragraph, start, end)
    elif standing is Standing.OF_OTHER_THINGS and _says_what(paragraph):
        yield Hit(paragraph, start, end, why=OF_OTHER_THINGS, severity=Severity.WARN)


def _says_what(paragraph: Paragraph) -> bool:
    """Whether a paragraph plainly says what its numbers are of, and sets them beside nobody else's."""
    words = stems(paragraph.text)
    return not paragraph.is_cell and len(words) >= FEWEST_WORDS and not _SET_BESIDE.search(paragraph.text)


def _is_anothers(text: str, start: int, end: int) -> bool:
    """Whether a number is a target or somebody else's, which another lint looks at; or 100%, as an absolute word."""
    if text[start:end].startswith("100%") or re.match(r"hundred per ?cent", text[start:], re.IGNORECASE):
        return True
    return bool(_ANOTHERS_BEFORE.search(text[:start]) or _ANOTHERS_BEHIND.match(text, end))


def _counts_something(text: str, start: int, said: str) -> bool:
    """Whether a number in words is of anything that a register counts; one in digits is."""
    plain = said.lower()
    if plain == "half of" and _PART_OF_A_TIME.search(text[:start]):
        return False
    if plain == "hundred" and re.search(r"\b(?:in a|in every|per) \Z", text[:start]):
        return False
    if 0 < in_words(plain) <= SMALL:
        return bool(re.match(rf" {_OF_DATA}", text[start + len(said) :]))
    return True


def _standing(carried: Carried, plain: str, about: frozenset[str], *, is_of_data: bool) -> Standing:
    if plain.endswith(("%", "per cent", "percent")) and not plain.startswith("£"):
        return carried.share(per_cent_of(plain), about)
    if share := next((n for word, n in _SHARES.items() if word in plain), None):
        by_definition = carried.waits and plain.startswith("half") and about & WAITING
        return Standing.CARRIED if by_definition else carried.nearly(share, about)
    if plain == "one in":
        return Standing.CARRIED
    if in_words(plain) or plain.replace(",", "").isdigit():
        return carried.count(number_of(plain), about, is_of_data=is_of_data)
    return Standing.BY_NONE


def _is_based(text: str, start: int) -> bool:
    """Whether the words around a number, in its sentence, tell what it is out of, or where it comes from."""
    first, last = text.rfind(". ", 0, start) + 1, text.find(". ", start)
    sentence = text[max(first, start - NEAR) : min(last if last > 0 else len(text), start + NEAR)]
    return bool(_BASED.search(sentence) or _SOURCED.search(sentence))


NUMBER = Lint(
    key="number",
    title="A number with no figure behind it",
    why="no figure that the registers give is this number, so nobody could trace it to rows",
    suggestion="print the figure instead (`evidencegen figures` lists them), or leave the number out",
    severity=Severity.STOP,
    find=_find,
)
