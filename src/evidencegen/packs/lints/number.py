"""A number with no figure behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evidencegen.packs.carried import Carried, Standing
from evidencegen.packs.dated import days_said
from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words
from evidencegen.packs.mention import WORDS, Mention, in_words, mentions, number_of, rounded, stems
from evidencegen.packs.not_counted import counted_only
from evidencegen.packs.own_number import own_numbers

_OF_DATA = re.compile(
    r" (?:\w+ )?(?:people|persons|residents|tenants|clients|service users|staff|carers|workers|employees|concerns|"
    r"enquiries|complaints|compliments|incidents|falls|referrals|actions|families|relatives|cases|reviews|alerts)\b",
    re.IGNORECASE,
)
_PART_OF_A_TIME = re.compile(r"\b(?:first|second|other|latter|one|last) \Z")
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_FRACTIONS = re.compile(
    rf"\b(?:(?P<over>an?|one|two|three|four|five|six|seven|eight|nine)[ -]"
    rf"(?P<under>{'|'.join(list(_PARTS)[1:])})s?\b(?= of\b(?! an?\b)|(?<=s)\b(?![ ]*\()|-)"
    r"|(?P<half>half of)\b(?! an?\b))",
    re.IGNORECASE,
)
_UNIT = r"(?:seconds?|secs?|s|minutes?|mins?|hours?|hrs?|(?:working )?days?|weeks?|months?|years?)"
_TIMES = re.compile(
    rf"(?<![\w.,£])(?P<n>\d[\d,]*(?:\.\d+)?|(?:{WORDS}[- ])?(?:hundred|thousand)s?|"
    rf"{WORDS})[ -]?{_UNIT}\b(?P<more> (?:and )?\d+ ?{_UNIT}\b)?"
    r"(?P<given> of\b)?",
    re.IGNORECASE,
)
_AVERAGED = re.compile(r"\b(?:averag\w+|mean|median|typical(?:ly)?)\b", re.IGNORECASE)
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
_MEANT = re.compile(
    r"\b(?:must|shall|should|will|would|may|plan to|plans to|aim(?:s|ing)? (?:to|for)|at least|minimum of|need to|"
    r"needs to|required to|want to|hope to|intend to)\b(?![^.;]*\b(?:that|because)\b)[^.;:]*\Z",
    re.IGNORECASE,
)
"""What is to be, not what was counted."""
_PUBLISHED = re.compile(
    r"\b(?:National(?:ly)?|DHSC|Skills for Care|NHS (?:England|Digital)|ADASS|ONS|LGA|[Oo]fficial statistics|SAC|"
    r"State of Care|in England|across England|census)\b"
)
_OURS = re.compile(r"\b(?:we|our|ours|us|the Provider['’]?s?|here)\b", re.IGNORECASE)
_OF_METHOD = re.compile(
    r"\b(?:round(?:ed|ing|s)?\b[^.;]*\bnearest|to the nearest|suppress(?:ed|ion)|counts? (?:under|below|of fewer)|"
    r"confidence (?:interval|limit)s?|95% range|weight(?:ed|ings?|s)\b|award criteria|sigma|control (?:chart|limit)s?|"
    r"scale (?:of|from|runs))",
    re.IGNORECASE,
)
"""How numbers are worked out, shown or scored, not what was counted."""
_SET_BESIDE = re.compile(
    rf"\b(?:{_ANOTHERS}|compared|against|average|ours|councils?[’']s?|comparable)\b", re.IGNORECASE
)
FEWEST_WORDS = 2
"""A paragraph with fewer telling words does not say what its number is of."""
NEAR = 45
"""Characters within which a base or a source is that of a number."""
WAITING = stems("wait waited within allocated allocation advocate days")
SMALL, SMALL_IN_DIGITS = 12, 4
"""Numbers in words, and in digits, up to these are data only beside what a register counts."""
ALONE = "nothing beside it says what it is out of or where it comes from, so nobody can check it"
OF_OTHER_THINGS = "only figures of other things are this number, so the registers do not bear it out for this one"


@dataclass(frozen=True)
class _Said:
    """A number that a text says of data: where, as a percentage, a share in words, or a count; or a time, as none."""

    start: int
    end: int
    per_cent: Decimal | None = None
    share: Fraction | None = None
    count: int | None = None
    is_of_data: bool = False


def _find(words: Words, held: Held) -> Iterator[Hit]:
    carried = Carried(held.figures.values()) if held.figures is not None else None
    for paragraph in words.paragraphs:
        if not paragraph.is_heading:
            yield from _in(paragraph, carried)


def _in(paragraph: Paragraph, carried: Carried | None) -> Iterator[Hit]:
    about, text = stems(f"{paragraph.text} {paragraph.under}"), paragraph.text
    pairs = [one for one in mentions(text) if one.counted is not None]
    sure: set[Decimal] = set()
    for one in pairs if carried else ():
        standing = _of_pair(carried, one, about) if carried else Standing.BY_NONE
        yield from _told(standing, paragraph, one.start, one.end)
        if standing is Standing.CARRIED and one.counted is not None and one.out_of:
            sure.add(rounded(one.counted, one.out_of, 0))
    for said in _numbers(text):
        if any(one.start <= said.start < one.end for one in pairs):
            continue
        if carried is None:
            if not _is_based(text, said.start):
                yield Hit(paragraph, said.start, said.end, why=ALONE, severity=Severity.WARN)
        elif said.per_cent not in sure and not _is_anothers(text, said.start, said.end):
            yield from _told(_standing(carried, said, about), paragraph, said.start, said.end)


def _of_pair(carried: Carried, one: Mention, about: frozenset[str]) -> Standing:
    """Whether a figure carries so many of so many; "nine in ten" is a share, however many there were."""
    if one.is_in_so_many and one.counted is not None and one.out_of:
        return _standing(carried, _Said(one.start, one.end, share=Fraction(one.counted, one.out_of)), about)
    return carried.pair(one, about)


def _numbers(text: str) -> Iterator[_Said]:
    """Percentages, fractions, averages of times and counts, no pairs of counts among them."""
    plain = counted_only(text)
    taken = [*days_said(text)]
    for one in mentions(text):
        if one.per_cent is not None and not any(a <= one.start < b for a, b in taken):
            taken.append((one.start, one.end))
            yield _Said(one.start, one.end, per_cent=one.per_cent)
    for match in _FRACTIONS.finditer(plain):
        taken.append(match.span())
        if not (match["half"] and _PART_OF_A_TIME.search(text[: match.start()])):
            over = in_words(match["over"] or "") or 1
            yield _Said(*match.span(), share=Fraction(over, _PARTS[(match["under"] or "half").lower()]))
    for match in _TIMES.finditer(plain):
        if "." in match["n"]:
            taken.append(match.span())
        n = None if match["more"] else _whole(match["n"])
        if (match["given"] and (n is None or n > SMALL)) or _AVERAGED.search(_clause(text, match.start())):
            taken.append(match.span())
            yield _Said(*match.span(), count=n, is_of_data=True)
    for start, said in own_numbers(plain):
        end = start + len(said.rstrip(".,"))
        if not any(a < end and start < b for a, b in taken) and _counts(text, start, end):
            of_data = _OF_DATA.match(text, end) is not None and in_words(text[start:end]) not in range(1, SMALL + 1)
            yield _Said(start, end, count=_whole(text[start:end]), is_of_data=of_data)


def _whole(said: str) -> int | None:
    """A number in digits or words, where it is a whole one."""
    return number_of(said) if said.replace(",", "").isdigit() or in_words(said) else None


def _clause(text: str, at: int) -> str:
    """The part of a sentence around a place, between stops and semicolons."""
    first = max((m.end() for m in re.finditer(r"[.;!?] ", text[:at])), default=0)
    last = re.search(r"[.;!?](?: |\Z)", text[at:])
    return text[first : at + last.start() if last else len(text)]


def _counts(text: str, start: int, end: int) -> bool:
    """Whether a number is of anything that a register counts: small ones stand beside it, others need not."""
    said = text[start:end].lower()
    if said == "hundred" and re.search(r"\b(?:in a|in every|per) \Z", text[:start]):
        return False
    is_small = 0 < in_words(said) <= SMALL or (said.isdigit() and int(said) <= SMALL_IN_DIGITS)
    return not is_small or _OF_DATA.match(text, end) is not None


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
    """Whether a number is a target, meant to be, or somebody else's, which other lints look at; or 100%."""
    if re.match(r"(?:100 ?%|(?:100|(?:a |one )?hundred) per ?cent)", text[start:], re.IGNORECASE):
        return True
    sentence, before = _clause(text, start), text[:start]
    if _OF_METHOD.search(sentence):
        return True
    if _PUBLISHED.search(sentence) and not _OURS.search(_clause(before, len(before))):
        return True
    return bool(_ANOTHERS_BEFORE.search(before) or _ANOTHERS_BEHIND.match(text, end) or _MEANT.search(before))


def _standing(carried: Carried, said: _Said, about: frozenset[str]) -> Standing:
    """Whether a figure carries it; half, and nine in ten, wait as long as a median and a ninetieth say."""
    share = said.share if said.share is not None else said.per_cent and Fraction(said.per_cent) / 100
    if share in (Fraction(1, 2), Fraction(9, 10)) and carried.waits and about & WAITING:
        return Standing.CARRIED
    if said.per_cent is not None:
        return carried.share(said.per_cent, about)
    if said.share is not None:
        return carried.nearly(said.share, about)
    if said.count is not None:
        return carried.count(said.count, about, is_of_data=said.is_of_data)
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
