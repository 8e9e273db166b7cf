"""Numbers that a text tells twice in the same words, each with the words around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from evidencegen.packs.mention import COUNT, PAIR, PER_CENT, TELLING_APART, stems
from evidencegen.packs.not_counted import counted_only

_NUMBER = re.compile(
    rf"(?<![\w.,£/-])(?<!\d )(?:(?P<pair>{PAIR}|\d+/\d+)|(?P<share>{PER_CENT})|(?P<count>{COUNT}))"
    r"(?![\d%/]|\.\d| \d)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.;!?()\[\]]\s|[.;!?()\[\]]\Z|[()\[\]\n]")
_AFTER = re.compile(r"[,.;!?()\[\]:\n]| [–-] ")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_NAME = re.compile(
    r"\b(?:[A-Z][a-z]+ [A-Z][a-z]+|"
    r"(?:at|in|for|of) (?!Table|Schedule|Section|Slide|Annex|Part|PIR|\w+day\b)[A-Z][a-z]+)"
)
FEWEST_WORDS, FEWEST_TELLING = 4, 2
"""So many words around two numbers are the same, and so many of them carry meaning; of many words, one."""


@dataclass(frozen=True)
class Told:
    """A number of one kind (pair, share or count) in its clause; where, what it says, the words before and behind."""

    start: int
    end: int
    kind: str
    said: str
    before: tuple[str, ...]
    lead: str
    behind: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """Numbers of one thing have it in common."""
        return (self.kind, *(self.behind or self.before[-2:]))

    def repeats(self, other: "Told") -> bool:
        """Whether another value is told of the same thing: in the same words but for what leads in."""
        if self.said == other.said or self.behind != other.behind:
            return False
        pairs = zip(reversed(self.before), reversed(other.before), strict=False)
        same = [one for one, _ in takewhile(lambda both: both[0] == both[1], pairs)]
        words = (*reversed(same), *self.behind)
        telling = len(stems(" ".join(words)))
        if len(words) < FEWEST_WORDS - (self.kind != "count") or telling < (
            FEWEST_TELLING if len(words) < 2 * FEWEST_WORDS - 1 else 1
        ):
            return False
        leads = [" ".join(one.before[: len(one.before) - len(same)]) for one in (self, other)]
        apart = stems(leads[0]) ^ stems(leads[1])
        return not (apart & TELLING_APART or (any(leads) and any(_NAME.search(one.lead) for one in (self, other))))


def told_in(text: str) -> Iterator[Told]:
    """Each number of a sentence with the words of its clause."""
    plain = counted_only(text)
    for match in _NUMBER.finditer(plain):
        first = max((m.end() for m in _BREAK.finditer(plain, 0, match.start())), default=0)
        last = next((m.start() for m in _AFTER.finditer(plain, match.end())), len(plain))
        lead = plain[first : match.start()]
        yield Told(
            match.start(), match.end(), match.lastgroup or "", re.sub(r"\W+", " ", match[0].lower()),
            tuple(_WORD.findall(lead.lower())), lead, tuple(_WORD.findall(plain[match.end() : last].lower())),
        )  # fmt: skip
