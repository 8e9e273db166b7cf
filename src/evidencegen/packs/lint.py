"""A text to be linted, what is known of its provider, and what one lint finds in it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import pairwise

from evidencegen.limit import Limit
from evidencegen.release.figure import Figure
from evidencegen.release.names import Roll
from evidencegen.tender import Question

_ENDS = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bvs)(?<!\bMrs)(?<!\be\.g)(?<!\bi\.e)(?<!\bs)(?<!\bss)(?<! "
    r"[A-Z])"
    r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])"
)
_STOPS = re.compile(r"\w[\"'”’)]*[.!?](?=\s|\Z)")
_SPEAKS = re.compile(r"\b(?:We|we|Our|our|I)\b")
FEWEST_WORDS = 4


class Severity(Enum):
    """STOP: no pack is built with these words in it. WARN: somebody should look, and may leave them."""

    STOP = "stop"
    WARN = "warn"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, heading, item or cell of a text.

    `start` is where it begins in the whole text. Where signs were taken out of it, as the stars of Markdown are,
    `places` holds for each of its characters how far from `start` it stands. `under` is the heading above it.
    """

    text: str
    start: int
    number: int = 1
    is_heading: bool = False
    is_cell: bool = False
    under: str = ""
    places: Sequence[int] = field(default=(), repr=False)

    def at(self, character: int) -> int:
        """Where one of its characters stands in the whole text."""
        return self.start + (self.places[character] if self.places else character)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of it begin and end in the whole text."""
        return self.at(start), self.at(max(start, end - 1)) + (end > start)

    @property
    def says_something(self) -> bool:
        """Whether it reads as a sentence: a label in a table has no stop and nobody who says `we`."""
        return len(self.text.split()) >= FEWEST_WORDS and bool(_STOPS.search(self.text) or _SPEAKS.search(self.text))

    @cached_property
    def sentences(self) -> tuple["Sentence", ...]:
        """Its sentences, in order."""
        edges = [0, *(match.end() for match in _ENDS.finditer(self.text)), len(self.text)]
        spans = [(a, b) for a, b in pairwise(edges) if self.text[a:b].strip()]
        return tuple(Sentence(self.text[a:b].rstrip(), a, self) for a, b in spans)

    def sentence_at(self, character: int) -> "Sentence":
        """The sentence in which one of its characters stands."""
        return next(one for one in reversed(self.sentences) if one.start <= character)


@dataclass(frozen=True)
class Sentence:
    """One sentence, and where in its paragraph it begins."""

    text: str
    start: int
    paragraph: Paragraph = field(repr=False)


@dataclass(frozen=True)
class Words:
    """A whole text and its paragraphs, in order."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        """The paragraphs that say something: no headings, and no cells of a table but those with a sentence.

        Buyers ask for answers in the boxes of a form, and a box is a cell.
        """
        return tuple(p for p in self.paragraphs if not p.is_heading and (p.says_something or not p.is_cell))

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of the prose."""
        return (sentence for paragraph in self.prose for sentence in paragraph.sentences)


@dataclass(frozen=True)
class Held:
    """What is known of the provider; `figures` is None, and `roll` empty, where a text is looked at alone.

    `limit` is how much of the text its buyer reads; `questions` are those of a tender that asks several, each with its
    own.
    """

    as_at: date
    figures: Mapping[str, Figure] | None = None
    roll: Roll = field(default_factory=Roll, repr=False)
    vouched: tuple[str, ...] = ()
    limit: Limit | None = None
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Hit:
    """What a lint finds: characters of a paragraph, and what of it is said otherwise than the lint says it."""

    paragraph: Paragraph
    start: int
    end: int
    why: str = ""
    suggestion: str = ""
    severity: Severity | None = None
    is_private: bool = False


Find = Callable[[Words, Held], Iterator[Hit]]


@dataclass(frozen=True)
class Lint:
    """One thing that a careful reader strikes out, declared with its reason and how it is mended."""

    key: str
    title: str
    why: str
    suggestion: str
    severity: Severity
    find: Find


@dataclass(frozen=True)
class Finding:
    """Words that a lint found: characters of the whole text, and the number of their paragraph from 1.

    `text` is masked where it would tell who somebody is.
    """

    rule: str
    severity: Severity
    text: str
    start: int
    end: int
    paragraph: int
    why: str
    suggestion: str

    def as_dict(self) -> dict[str, str | int]:
        """The finding for a program."""
        return {**vars(self), "severity": self.severity.value}


MASK = "[not shown here]"


def finding(lint: Lint, hit: Hit, words: Words) -> Finding:
    """A hit as it is told."""
    start, end = hit.paragraph.span(hit.start, hit.end)
    return Finding(
        lint.key,
        hit.severity or lint.severity,
        MASK if hit.is_private else words.text[start:end],
        start,
        end,
        hit.paragraph.number,
        hit.why or lint.why,
        hit.suggestion or lint.suggestion,
    )
