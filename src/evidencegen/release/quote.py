"""The only gate for words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from evidencegen.catalogue import everything_in
from evidencegen.release import recognisers
from evidencegen.release.capital import unvouched
from evidencegen.release.names import Roll
from evidencegen.release.rare import rare_facts, rare_sentences
from evidencegen.release.recogniser import Detail, Recogniser, apart
from evidencegen.release.record import NOBODY, Record
from evidencegen.release.second_opinion import SecondOpinion
from evidencegen.release.spotted import as_known, known_names
from evidencegen.release.together import again, by_initials, joined
from evidencegen.release.vocabulary import is_doubtful, is_ordinary, tidied, vouched
from evidencegen.release.word import words_of
from evidencegen.release.wording import reworded, with_learnt_roles

__all__ = ["Flag", "Quote", "Record", "anonymise", "anonymise_together"]

PARTING = "\n\ue000\n"
MOST_PASSES = 6


@dataclass(frozen=True)
class Flag:
    """Words kept in a quote that a person has to decide about, and why. Offsets are in the quote's text."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True)
class Quote:
    """Words fit to be read outside, with what was put in them and what a person should still look at.

    `replaced` holds, for each detail taken out, its kind and the words put in its place.
    It has no `__html__`: a template escapes it like any other text.
    """

    text: str
    replaced: tuple[tuple[str, str], ...] = ()
    flags: tuple[Flag, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return self.text


def anonymise(
    text: str,
    record: Record = NOBODY,
    roll: Roll = Roll(),  # noqa: B008 - frozen and empty
    opinion: SecondOpinion | None = None,
) -> Quote:
    """A text in which nobody the registers know is named, and nothing that no rule vouches for is left.

    Names become roles, dates time since the concern, ages and sums bands, identifiers and unvouched capitals
    go. A quote put through again does not change. This reduces the risk that somebody is recognised; it does
    not end it: see the flags.
    """
    return anonymise_together([text], record, roll, opinion)[0]


def anonymise_together(
    texts: Sequence[str], record: Record, roll: Roll, opinion: SecondOpinion | None = None
) -> tuple[Quote, ...]:
    """Several parts of one story: who is masked in one part is masked in all, under the same role.

    What a second opinion takes for a name goes too; it is asked once, of the words as they came.

    Raises:
        ValueError: the text does not settle, which is a fault of ours; nothing is released.
    """
    whole = PARTING.join(re.sub(r"[ \t\r\f\v\x1c-\x1f\x85\xa0]+", " ", tidied(text)).strip() for text in texts)
    replaced: list[tuple[int, Detail]] = []
    doubted = tuple(opinion.find(whole)) if opinion else ()
    for _ in range(MOST_PASSES):
        details, doubted = details_in(whole, record, roll, doubted), ()
        replaced += [(whole.count(PARTING, 0, detail.start), detail) for detail in details]
        after = PARTING.join(part.strip() for part in reworded(whole, details).split(PARTING))
        if after == whole:
            return tuple(
                Quote(
                    part,
                    tuple((d.kind, d.label) for number, d in replaced if number == at),
                    tuple(_flags(part, rare_facts(part))),
                )
                for at, part in enumerate(whole.split(PARTING))
            )
        whole = after
    raise ValueError("a text does not settle under the anonymising gate")


@cache
def _recognisers() -> tuple[Recogniser, ...]:
    return tuple(everything_in(recognisers, Recogniser).values())


def details_in(text: str, record: Record, roll: Roll, doubted: Sequence[Detail] = ()) -> list[Detail]:
    """Everything to be taken out of a text, in order and apart, with the words to put there.

    `doubted` are words that a second opinion takes for names; they go where no rule has said otherwise.
    """
    found = [detail for recogniser in _recognisers() for detail in recogniser.find(text, record.raised)]
    structured = apart(found)
    people = list(known_names(text, record, roll))
    taken = apart([*structured, *people])
    spans = [(detail.start, detail.end) for detail in taken]
    denied = unvouched(text, spans)
    denied = [as_known(detail, record, roll) for detail in denied]
    taken = [*taken, *denied]
    taken += [d for d in doubted if not any(d.start < other.end and other.start < d.end for other in taken)]
    everything = joined(text, apart(taken))
    everything = joined(text, apart([*everything, *again(text, everything), *by_initials(text, everything)]))
    return with_learnt_roles(text, everything)


def sentences_flagged(quote: Quote) -> tuple[Flag, ...]:
    """The flags of a quote, with the sentences that tell a rare fact, or could, in place of the telling words alone.

    For a reader who has nothing of ours beside the text: the whole sentence is to be decided.
    """
    return tuple(_flags(quote.text, rare_sentences(quote.text)))


def _flags(text: str, rare: Sequence[tuple[int, int, str]]) -> Iterator[Flag]:
    """What a person must still decide: rare facts, and kept words that could be names."""
    for start, end, why in rare:
        yield Flag(start, end, text[start:end], f"a rare fact: {why}")
    terms = vouched(text)
    for word in words_of(text):
        in_term = any(begin <= word.start < end for begin, end in terms)
        if any(begin <= word.start < end for begin, end, _ in rare):
            continue
        if word.capital and word.opens and not in_term and is_doubtful(word.text):
            yield Flag(word.start, word.end, word.text, "an ordinary word that is also a name")
        elif not word.capital and len(word.text) > 2 and not is_ordinary(word.text):
            yield Flag(word.start, word.end, word.text, "a word that no list holds")
