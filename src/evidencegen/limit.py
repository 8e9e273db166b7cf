"""How much of an answer a buyer reads: what counts, by which rule, and where the reading stops."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import Field, field_validator

from evidencegen.settings import Part, near_word

Kind = Literal["question", "headings", "text", "tables", "captions", "charts", "case_studies", "notes"]
"""What a piece of a document is to a buyer who counts it. `question` is all of its head: title, period, question."""
Lasting = Literal["claims", "controls", "figures", "case_studies", "further", "charts", "tables"]
"""Evidence that can go where there is less room. `figures` stand in sentences, `further` ones beside a claim."""
LASTING: tuple[Lasting, ...] = get_args(Lasting)
"""What outlasts what where the brief does not say: the first longest."""
Beyond = Literal["not read", "marks lost", "disqualified"]
BEYOND: dict[str, str] = {
    "": "what lies beyond may not be read",
    "not read": "what lies beyond is not read",
    "marks lost": "marks are lost for what lies beyond",
    "disqualified": "an answer that is longer is not accepted",
}
SET_IN = {"arial": "Arial", "liberation sans": "Arial", "helvetica": "Arial"}
"""Fonts that a buyer may name, and which of ours has letters of the same widths."""
LAST_WORDS = 8
_ROOM = {
    "words": "words",
    "characters": "characters with spaces",
    "characters_without_spaces": "characters without spaces",
}


class Limit(Part):
    """How much the buyer will read, as the buyer states it.

    Everything counts but what is named in `not_counted`. `font` and `size`, in points, are what the answer is set in;
    `table_size` that of its tables; `line_spacing` as Word has it, 1 for single; `margins` in millimetres. `beyond` is
    what happens to an answer that is longer. With `fit`, an answer that is too long is shortened; `keep` names the
    evidence that lasts longest, the most important first.
    """

    pages: int | None = Field(default=None, ge=1)
    words: int | None = Field(default=None, ge=1)
    characters: int | None = Field(default=None, ge=1)
    characters_without_spaces: int | None = Field(default=None, ge=1)
    not_counted: list[Kind] = Field(default_factory=list)
    font: str = ""
    size: float | None = Field(default=None, ge=8, le=16)
    table_size: float | None = Field(default=None, ge=6, le=16)
    line_spacing: float | None = Field(default=None, ge=1, le=2)
    margins: float | None = Field(default=None, ge=12, le=40)
    beyond: Beyond | None = None
    fit: bool = True
    keep: list[Lasting] = Field(default_factory=list)

    @field_validator("not_counted", "keep", mode="before")
    @classmethod
    def _known(cls, value: object, info: object) -> object:
        known = get_args(Kind if getattr(info, "field_name", "") == "not_counted" else Lasting)
        for one in value if isinstance(value, list) else ():
            if one not in known:
                raise ValueError(f"a list of: {', '.join(known)}; not `{one}`{near_word(str(one), known)}")
        return value

    @field_validator("font")
    @classmethod
    def _can_be_set(cls, value: str) -> str:
        if value and value.lower() not in SET_IN:
            raise ValueError(
                "Arial, Helvetica or Liberation Sans, whose letters are of the same widths as those we carry; for any "
                "other, leave `font` out, build the Word document and set it there"
            )
        return SET_IN.get(value.lower(), "")

    def __str__(self) -> str:
        parts = [f"{n:,} {noun}" for n, noun in ((self.pages, "pages"), *self._room()) if n]
        parts += [" ".join(filter(None, (self.font, f"{self.size:g} pt" if self.size else "")))]
        parts += [f"line spacing {self.line_spacing:g}"] if self.line_spacing else []
        parts += [f"margins of {self.margins:g} mm"] if self.margins else []
        return ", ".join(filter(None, parts)) or "none given"

    def _room(self) -> list[tuple[int | None, str]]:
        return [(getattr(self, key), noun) for key, noun in _ROOM.items()]

    @property
    def counted(self) -> bool:
        """Whether words or characters are limited, which can be told from the text alone."""
        return any(n for n, _ in self._room())

    @property
    def what_of_the_rest(self) -> str:
        """What happens to an answer that is longer."""
        return BEYOND[self.beyond or ""]

    def counts(self, kind: str) -> bool:
        """Whether a piece of this kind counts."""
        return kind not in self.not_counted


@dataclass(frozen=True)
class Amount:
    """How much text there is, as Word counts it: what white space parts is a word; ends of lines are no characters.

    A hyphen, a slash or a dash without spaces parts nothing; a dash between spaces is a word. A space that does not
    break is a space.
    """

    words: int = 0
    characters: int = 0
    characters_without_spaces: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(
            self.words + other.words,
            self.characters + other.characters,
            self.characters_without_spaces + other.characters_without_spaces,
        )

    def as_dict(self) -> dict[str, int]:
        """For a manifest."""
        return {key: getattr(self, key) for key in _ROOM}


def amount_of(text: str) -> Amount:
    """How much a text holds. The only counter: every format and every limit counts by it."""
    return Amount(len(text.split()), len(text.replace("\n", "")), len("".join(text.split())))


@dataclass(frozen=True)
class Piece:
    """A line or paragraph of a document as its reader meets it, and the section it stands in, as `2 Our answer`."""

    kind: Kind
    text: str
    section: str = ""


@dataclass(frozen=True)
class Stop:
    """Where the reading stops: in the piece of this place in the document, after these words, in this section.

    Where nothing of the piece is read, the words are the last of what counts before it. `page` where pages are limited.
    """

    piece: int
    after: str
    section: str
    page: int = 0

    def __str__(self) -> str:
        where = f" in section {self.section}" if self.section else ""
        page = f", at the end of page {self.page}" if self.page else ""
        return f"the assessor stops reading after “{self.after}”{where}{page}" if self.after else "nothing is read"


@dataclass(frozen=True)
class Standing:
    """How a document stands to its limit: what of it counts, and where the reading stops if it is too long."""

    limit: Limit
    amount: Amount
    stop: Stop | None = None

    @property
    def over(self) -> bool:
        """Whether more counts than is read."""
        return self.stop is not None

    @property
    def excess(self) -> int:
        """How much counts beyond the limit, in its units, added up over those that are limited."""
        return sum(max(0, used - allowed) for used, allowed, _ in self._each())

    def __str__(self) -> str:
        told = [
            f"{used:,} of the {allowed:,} {noun} allowed"
            if used <= allowed
            else f"{used:,} {noun}, OVER the limit of {allowed:,}: {self.limit.what_of_the_rest}"
            for used, allowed, noun in self._each()
        ]
        left_out = [kind.replace("_", " ") for kind in self.limit.not_counted]
        beside = f" (not counted: {', '.join(left_out)})" if left_out else ""
        return f"{'; '.join(told)}{beside}" if told else ""

    def as_dict(self) -> dict[str, object]:
        """For a manifest: what counts by the buyer's rule, and after which words the reading stops; else nothing."""
        told: dict[str, object] = {}
        if self.limit.counted:
            told["counted"] = self.amount.as_dict()
        if self.stop:
            told["stops"] = {"after": self.stop.after, "section": self.stop.section}
        return told

    def _each(self) -> list[tuple[int, int, str]]:
        used = self.amount.as_dict()
        return [(used[key], room, noun) for key, noun in _ROOM.items() if (room := getattr(self.limit, key))]


def standing(pieces: Sequence[Piece], limit: Limit) -> Standing:
    """What of a document counts under a limit, and where the reading stops if that is too much.

    Pages are no matter of pieces: see `stop_at_page`.
    """
    counted = Amount()
    stop, before, section = None, "", ""
    for at, piece in enumerate(pieces):
        if not limit.counts(piece.kind):
            continue
        if stop is None:
            read = _read(piece.text, counted, limit)
            if read is not None:
                stop = Stop(at, _last_words(read or before), piece.section if read else section)
        counted += amount_of(piece.text)
        before, section = piece.text, piece.section
    return Standing(limit, counted, stop)


def stop_at_page(pages: Sequence[str], limit: Limit, sections: Iterable[str]) -> Stop | None:
    """Where the reading of laid-out pages stops, by their texts and the headings of the sections, in their order."""
    if not limit.pages or len(pages) <= limit.pages:
        return None
    read = " ".join(" ".join(pages[: limit.pages]).split())
    met = [heading for heading in sections if " ".join(heading.split()) in read]
    return Stop(-1, _last_words(pages[limit.pages - 1]), met[-1] if met else "", limit.pages)


def _read(text: str, before: Amount, limit: Limit) -> str | None:
    """What of a piece is read where the limit lies within it; None where the whole piece is."""
    after = before + amount_of(text)
    ends = []
    words = list(re.finditer(r"\S+", text))
    if limit.words and after.words > limit.words:
        ends.append(limit.words - before.words)
    for key in ("characters", "characters_without_spaces"):
        room = getattr(limit, key)
        if room and getattr(after, key) > room:
            left = room - getattr(before, key)
            ends.append(sum(getattr(amount_of(text[: word.end()]), key) <= left for word in words))
    if not ends:
        return None
    whole = max(0, min(ends))
    return text[: words[whole - 1].end()] if whole else ""


def _last_words(text: str) -> str:
    words = text.split()
    return f"{'… ' if len(words) > LAST_WORDS else ''}{' '.join(words[-LAST_WORDS:])}"
