"""The themes of notes handed in, and what the notes that no rule matched have in common."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evidencegen.json_lines import read_lines
from evidencegen.measures.coding import Codebook
from evidencegen.measures.phrase import words_of

AT_LEAST = 3
LONGEST = 4
_PLAIN = frozenset(
    re.findall(
        r"\S+",
        """a about after again all also am an and any are as at back be because been before being but by can
        could day days did do does doing done down each for from get go had has have having he her
        hers him his how i if in into is it its just last like made make me more most much my new
        next no not now of off on one only or other our out over own said same say says see she
        should since so some still than that the their them then there these they this those through
        time to today too two up us very was we week well went were what when where which while who
        will with would yes yet you your n't didn't doesn't don't isn't wasn't""",
    )
)


@dataclass(frozen=True)
class Note:
    """One note as it was handed in: its id of any JSON kind, and its text."""

    id: Any
    text: str


@dataclass(frozen=True)
class Shared:
    """A phrase that several uncoded notes share, and their ids in order."""

    phrase: str
    ids: tuple[Any, ...]


def read_notes(content: bytes, name: str = "standard input") -> list[Note]:
    """Notes from JSON lines, each with "id" and "text"; blank lines are passed over.

    Raises:
        EvidenceError: lines that are not such notes, each named; then no note is given at all.
    """
    return read_lines(
        content,
        _note,
        needs=("id", "text"),
        wanted='one note on each line, such as {"id": 1, "text": "She feels safe at home."}',
        why="no note is labelled until every line can be read, so that none is missed unseen",
        key="note.unreadable",
        name=name,
    )


def _note(entry: dict[str, Any]) -> Note:
    if not isinstance(entry["text"], str):
        raise ValueError('a "text" that is not text')
    return Note(entry["id"], entry["text"])


def labels(codebook: Codebook, note: Note) -> dict[str, Any]:
    """A note's themes in order, and for each where its words stand: [start, end], counted in the text's letters."""
    found = codebook.code(note.text)
    quotes = {theme: [list(span) for span in spans] for theme, spans in found.items()}
    return {"id": note.id, "themes": list(found), "quotes": quotes}


def uncoded(codebook: Codebook, notes: Iterable[Note]) -> list[Note]:
    """The notes that no rule matched."""
    return [note for note in notes if not codebook.code(note.text)]


def shared_phrases(notes: Sequence[Note], at_least: int = AT_LEAST) -> list[Shared]:
    """Phrases of up to four words that stand in several notes, those in the most notes first.

    A phrase begins and ends with a word that says something ("hand hygiene", not "of the"). Of phrases that stand
    in the same notes only the longest is given. Plain counting, because a reader can check it against the notes;
    clusters found by a model would change from one run, or one note, to the next.
    """
    holders: dict[tuple[str, ...], dict[int, None]] = {}
    for place, note in enumerate(notes):
        for phrase in _phrases(note.text):
            holders.setdefault(phrase, {})[place] = None
    longest: dict[tuple[int, ...], tuple[str, ...]] = {}
    for phrase, held in sorted(holders.items(), key=lambda item: (-len(item[0]), item[0])):
        if len(held) >= at_least:
            longest.setdefault(tuple(held), phrase)
    ordered = sorted(longest.items(), key=lambda item: (-len(item[0]), -len(item[1]), item[1]))
    return [Shared(" ".join(phrase), tuple(notes[place].id for place in held)) for held, phrase in ordered]


def _phrases(text: str) -> Iterator[tuple[str, ...]]:
    words = words_of(text, {})
    for first, (word, _) in enumerate(words.forms):
        if not _says_something(word):
            continue
        for last in range(first, min(first + LONGEST, len(words))):
            if words.clauses[last] != words.clauses[first]:
                break
            if _says_something(words.forms[last][0]):
                yield tuple(form for form, _ in words.forms[first : last + 1])


def _says_something(word: str) -> bool:
    return len(word) > 2 and word not in _PLAIN and not any(letter.isdigit() for letter in word)


def uncoded_in_words(codebook: Codebook, notes: Sequence[Note]) -> str:
    """Which notes no rule matched and what they share: ids and phrases alone, never a note's text."""
    without = uncoded(codebook, notes)
    noun = "note" if len(notes) == 1 else "notes"
    lines = [f"{len(without):,} of {len(notes):,} {noun} matched no rule."]
    groups = shared_phrases(without)
    lines += [f'"{group.phrase}", {len(group.ids):,} notes: {_listed(group.ids)}' for group in groups]
    if without and not groups:
        lines.append(f"No phrase stands in {AT_LEAST} of them or more.")
    grouped = {json.dumps(number, sort_keys=True) for group in groups for number in group.ids}
    rest = [note.id for note in without if json.dumps(note.id, sort_keys=True) not in grouped]
    if rest:
        lines.append(f"{'The others' if groups else 'They are'}: {_listed(rest)}")
    if groups:
        lines.append("Phrases may hold names. Not for release: for people inside the organisation.")
    return "\n".join(lines)


def _listed(ids: Iterable[Any]) -> str:
    return ", ".join(one if isinstance(one, str) else json.dumps(one) for one in ids)
