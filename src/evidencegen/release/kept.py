"""What the gate kept and a person has to look at, numbered, and what was decided about it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evidencegen.release.as_written import hash_of
from evidencegen.release.quote import Quote
from evidencegen.release.sign_off import Choice, Decided
from evidencegen.release.vocabulary import vouched
from evidencegen.release.word import opens_sentence, words_of

FLAG, CAPITAL, NUMBER = "flag", "capital", "number"

_ONES = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:y|ies)|dozen|hundred|thousand|million"
)
_NUMBER = re.compile(
    rf"(?:£|\b[^\W\d_]{{1,3}})?\d+(?:[.,:/]\d+)*(?:%|[^\W\d_]{{1,3}}\b)?|"
    rf"\b(?:{_ONES})(?:s\b|(?:[ -](?:and )?(?:{_ONES}|one))*\b)",
    re.IGNORECASE,
)
_MYSELF = re.compile(r"I(?:['’](?:m|d|ve|ll|s))?")
_PAUSE = re.compile(r"\A[.,;:!?]?[ ]*")
_CLOSES = tuple(",.;:!?)]”")


@dataclass(frozen=True)
class Mark:
    """Words of one part, as the gate left it, that a person should look at; a flag also needs a decision.

    Offsets are in the part's text before any decision, and `number` counts through the whole story, so that
    a number stays with its words whatever is decided. `earlier` is what was last decided about the same words
    while the part read otherwise: it no longer holds.
    """

    number: int
    part: str
    kind: str
    start: int
    end: int
    text: str = field(repr=False)
    why: str
    part_sha256: str
    decided: Decided | None = None
    earlier: Decided | None = None

    @property
    def is_open(self) -> bool:
        """Whether a decision is wanted and there is none: of a flag, and of words once cut or made general."""
        once = self.earlier is not None and self.earlier.choice is not Choice.KEEP
        return self.decided is None and (self.kind == FLAG or once)

    @property
    def changes_the_text(self) -> bool:
        """Whether the words are cut or others put in their place."""
        return self.decided is not None and self.decided.choice is not Choice.KEEP


@dataclass(frozen=True)
class Edited:
    """A part with its decisions carried out, and where each mark's words, or those in their place, now stand."""

    text: str
    spans: Mapping[int, tuple[int, int]]


def marks_of(parts: Mapping[str, Quote], decided: Sequence[Decided]) -> tuple[Mark, ...]:
    """Every flag, kept capital and kept number, in the order of the story, each with its last decision.

    A decision holds only for a part that reads as it did when it was made.
    """
    last = {(one.part, one.part_sha256, one.at, one.words): one for one in decided}
    hashes = {part: hash_of(quote.text) for part, quote in parts.items()}
    earlier = {(one.part, one.words): one for one in decided if one.part_sha256 != hashes.get(one.part)}
    marks: list[Mark] = []
    for part, quote in parts.items():
        for start, end, kind, why in sorted(_kept(quote)):
            text = quote.text[start:end]
            decision = last.get((part, hashes[part], start, text))
            before = None if decision else earlier.get((part, text))
            marks.append(Mark(len(marks) + 1, part, kind, start, end, text, why, hashes[part], decision, before))
    return tuple(marks)


def carried_out(text: str, marks: Sequence[Mark]) -> Edited:
    """The text of a part with words cut, or others in their place, as was decided."""
    made, at, spans, heads = "", 0, {}, False
    for mark in marks:
        between, words = text[at : mark.start], _words_now(mark)
        made += _as_head(between) if heads else between
        heads = (heads and not between) or (mark.changes_the_text and opens_sentence(text, mark.start))
        at = mark.end
        if heads and not words:
            at = mark.end + len(text[at:]) - len(_PAUSE.sub("", text[at:], count=1))
        elif not words and text[at : at + 1] == " " and made.endswith((" ", "\n")):
            at += 1
        elif not words and text[at : at + 1] in ("", *_CLOSES):
            made = made.rstrip(" ")
        words = _as_head(words) if heads else words
        spans[mark.number] = (len(made), len(made) + len(words))
        made += words
        heads = heads and not words
    rest = text[at:]
    return Edited((made + (_as_head(rest) if heads else rest)).rstrip(" "), spans)


def _words_now(mark: Mark) -> str:
    """What stands in the place of its words."""
    if mark.decided and mark.decided.choice is not Choice.KEEP:
        return mark.decided.said if mark.decided.choice is Choice.GENERALISE else ""
    return mark.text


def strays(edited: Edited, marks: Sequence[Mark], after: Quote) -> tuple[str, ...]:
    """Words of an edited part that the gate, asked again, takes out or flags and nobody was asked about."""
    if after.text != edited.text:
        return ("the gate takes words out of what was put in, or of what is left",)
    asked = [edited.spans[mark.number] for mark in marks if mark.kind == FLAG and not mark.changes_the_text]
    new = [f for f in after.flags if not any(start < f.end and f.start < end for start, end in asked)]
    return tuple(f"the gate flags words that were put in, or what is left: {flag.why}" for flag in new)


def _as_head(words: str) -> str:
    return words[:1].upper() + words[1:]


def _kept(quote: Quote) -> Iterator[tuple[int, int, str, str]]:
    """Flags; capitals within a sentence and vouched terms; numbers. No word twice, and none that the gate put there."""
    text = quote.text
    taken = [(flag.start, flag.end) for flag in quote.flags]
    yield from ((flag.start, flag.end, FLAG, flag.why) for flag in quote.flags)
    for label in {label for _, label in quote.replaced if label}:
        taken += [match.span() for match in re.finditer(re.escape(label), text, re.IGNORECASE)]
    terms = [(*span, CAPITAL, "a term of the sector") for span in vouched(text)]
    numbers = [(*match.span(), NUMBER, "a number") for match in _NUMBER.finditer(text)]
    capitals = [
        (word.start, word.end, CAPITAL, "a capital within a sentence")
        for word in words_of(text)
        if word.capital and not word.opens and not _MYSELF.fullmatch(word.text)
    ]
    for start, end, kind, why in (*terms, *numbers, *capitals):
        is_capital = text[start:end] != text[start:end].lower()
        if (is_capital or kind == NUMBER) and not any(first < end and start < last for first, last in taken):
            taken.append((start, end))
            yield start, end, kind, why
