"""The ways in which one name is written, and where any of them stands in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from itertools import pairwise

from evidencegen.release.vocabulary import WORDS, folded, is_doubtful, is_ordinary, words_in

TITLES = words_in(
    """
    mr mrs ms miss mx dr prof professor sir lady lord dame rev reverend pastor father sister brother sr fr
    imam rabbi canon uncle aunt auntie aunty mama baba pani pan nurse cllr councillor judge justice pc dc ds
    ps di dci insp pcso sgt sergeant constable inspector captain major our big little old young
    """
)
_BEFORE_AN_INITIAL = ("mr", "mrs", "ms", "miss", "mx", "dr", "sister", "nurse", "auntie", "uncle")
PARTICLES = words_in(
    """
    ap ab al el de da du di del van von der bin ibn bint ni nic mac ter le la st san
    """
)
TOKEN = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[\s.,'’\-‐‑–_/]{0,4}")


class Strength(Enum):
    """How surely a form means the person: a full name always, a part that is an ordinary word seldom."""

    FULL = "full"
    PART = "part"
    WORD = "word"
    TITLED = "titled"
    INITIALS = "initials"


_ORDER = {strength: number for number, strength in enumerate(Strength)}


@dataclass(frozen=True)
class Alias:
    """One way of writing a name: its words, folded. `given` marks the name a person is called by."""

    tokens: tuple[str, ...] = field(repr=False)
    strength: Strength
    given: bool = False


@dataclass(frozen=True)
class Found:
    """Where an alias stands, the number of the name it belongs to, and of all who are called by it."""

    start: int
    end: int
    strength: Strength
    number: int
    called: tuple[int, ...]


@cache
def short_forms() -> dict[str, tuple[str, ...]]:
    """The familiar forms of a given name: "william" gives "bill", "will", "liam"."""
    forms: dict[str, tuple[str, ...]] = {}
    for line in (WORDS / "short_names.txt").read_text("utf8").splitlines():
        if line and not line.startswith("#"):
            name, _, shorts = line.partition(":")
            forms[name.strip()] = tuple(shorts.split())
    return forms


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(folded(token) for token in TOKEN.findall(text))


def _parts(name: str) -> list[tuple[str, ...]]:
    """The words of a name in spoken order, each as its tokens; titles and brackets left out."""
    name = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", name)
    surname, comma, given = name.partition(",")
    words = f"{given} {surname}".split() if comma and given.strip() else name.replace(",", " ").split()
    parts = [part for part in map(_tokens, words) if part]
    while len(parts) > 1 and parts[0][0] in TITLES:
        parts = parts[1:]
    return parts


def _joined(parts: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(token for part in parts for token in part)


def _strength(tokens: tuple[str, ...]) -> Strength:
    if len(tokens) == 1 and (len(tokens[0]) < 3 or is_ordinary(tokens[0]) or is_doubtful(tokens[0])):
        return Strength.WORD
    return Strength.PART


def aliases(name: str) -> frozenset[Alias]:
    """Every form of a person's name that a register, a letter or a note may use.

    Parts and neighbouring parts, either order, halves of a double name, short forms of the
    given name, initial and surname, given name and initial, title and initial, initials with
    stops, and the name run together.
    """
    parts = _parts(name)
    if not parts:
        return frozenset()
    found = {Alias(part, _strength(part), part == parts[0]) for part in parts if _tells(part)}
    halves = {(half,) for part in parts if len(part) > 1 for half in part if len(half) > 2 and half not in PARTICLES}
    glued = {("".join(part),) for part in parts if len(part) > 1}
    shorts: set[tuple[str, ...]] = {(short,) for short in short_forms().get(parts[0][0], ())}
    found |= {Alias(tokens, _strength(tokens)) for tokens in halves | glued | shorts}
    owned = {(f"{part[0]}s",) for part in parts if len(part) == 1 and len(part[0]) > 3}
    found |= {Alias(tokens, _strength(tokens)) for tokens in owned}
    surname, given = parts[-1], parts[0]
    found |= {Alias((title, part[0][0]), Strength.TITLED) for title in _BEFORE_AN_INITIAL for part in (surname, given)}
    if len(parts) > 1:
        found |= {Alias(tokens, Strength.FULL) for tokens in _full_forms(parts, shorts)}
        found.add(Alias(tuple(part[0][0] for part in (given, surname)), Strength.INITIALS))
        found.add(Alias(tuple(part[0][0] for part in parts), Strength.INITIALS))
    return frozenset(found)


def _tells(part: tuple[str, ...]) -> bool:
    return len(part) > 1 or (len(part[0]) > 1 and part[0] not in PARTICLES)


def _full_forms(parts: list[tuple[str, ...]], shorts: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    surname, given = parts[-1], parts[0]
    initials = _joined([(part[0][0],) for part in parts[:-1]])
    pairs = {left + right for left, right in pairwise(parts)}
    firsts = {given, *shorts}
    return {
        _joined(parts),
        surname + _joined(parts[:-1]),
        *pairs,
        *(first + surname for first in firsts),
        *(surname + first for first in firsts),
        *((*first, surname[0][0]) for first in firsts),
        initials + surname,
        (given[0][0], *surname),
        (*surname, given[0][0]),
        ("".join(given + surname),),
        ("".join(surname + given),),
        ("".join(_joined(parts)),),
    }


def one_slip(left: str, right: str) -> bool:
    """Whether two words differ by one letter put in, left out, changed or moved by one."""
    if abs(len(left) - len(right)) > 1 or left == right:
        return left == right
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return (
        left[at + 1 :] == right[at:]
        or left[at:] == right[at + 1 :]
        or left[at + 1 :] == right[at + 1 :]
        or (left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :])
    )


class Aliases:
    """The aliases of many names, ready to be looked for: one pass over a text, whatever their number."""

    def __init__(self, names: list[frozenset[Alias]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], tuple[Strength, int]]] = {}
        self._called: dict[tuple[str, ...], list[int]] = {}
        self.parts: dict[str, int] = {}
        for number, forms in enumerate(names):
            for form in sorted(forms, key=lambda alias: (alias.tokens, _ORDER[alias.strength])):
                self._by_first.setdefault(form.tokens[0], {}).setdefault(form.tokens, (form.strength, number))
                if form.given:
                    self._called.setdefault(form.tokens, []).append(number)
                if form.strength is Strength.PART and len(form.tokens) == 1:
                    self.parts.setdefault(form.tokens[0], number)
        self._longest = {t: max(map(len, forms)) for t, forms in self._by_first.items()}

    def find(self, text: str) -> Iterator[Found]:
        """Aliases in a text, the longest at each place; words may be parted by up to four marks or spaces."""
        tokens = [(match.start(), match.end(), folded(match.group())) for match in TOKEN.finditer(text)]
        at = 0
        while at < len(tokens):
            hit = self._longest_from(text, tokens, at)
            if hit:
                yield hit[0]
            at += hit[1] if hit else 1

    def _longest_from(self, text: str, tokens: list[tuple[int, int, str]], at: int) -> tuple[Found, int] | None:
        first = tokens[at][2]
        forms = self._by_first.get(first)
        if forms is None:
            return None
        for length in range(min(self._longest[first], len(tokens) - at), 0, -1):
            run = tokens[at : at + length]
            known = forms.get(tuple(token for _, _, token in run))
            letters = (text[start] for start, end, _ in run if end - start == 1)
            if (
                known
                and all(letter == letter.upper() for letter in letters)
                and all(_GAP.fullmatch(text, left[1], right[0]) for left, right in pairwise(run))
            ):
                if known[0] is Strength.TITLED and not _ends_there(text, run[-1][1]):
                    continue
                if known[0] is not Strength.INITIALS or _written_as_initials(text[run[0][0] : run[-1][1] + 1]):
                    called = self._called.get(tuple(token for _, _, token in run), [])
                    number = called[0] if called else known[1]
                    return Found(run[0][0], run[-1][1], known[0], number, tuple(called)), length
        return None


def _ends_there(text: str, end: int) -> bool:
    """Whether a title and an initial are all there is: not "Mr. C. Holroyd", not "Mrs O'Shea"."""
    following = re.match(r"\.?[ \n]([^\W\d_]{2,})|['’](?!s\b)\w", text[end : end + 24])
    return not following or bool(
        following[1] and (following[1][0].islower() or (is_ordinary(following[1]) and not is_doubtful(following[1])))
    )


def _written_as_initials(found: str) -> bool:
    return bool(re.fullmatch(r"(?:[^\W\d_]\.[ ]?)+", found)) and found == found.upper() and found != "U.K."
