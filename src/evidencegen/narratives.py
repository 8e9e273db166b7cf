"""Narratives handed in, each with the record of its case, and what of them may be read outside."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evidencegen.json_lines import read_lines
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.names import Roll, named_people
from evidencegen.release.quote import anonymise, sentences_flagged
from evidencegen.release.record import NOBODY, Record
from evidencegen.release.second_opinion import SecondOpinion

NO_NAMES = Roll()
WANTED = (
    'one narrative on each line, such as {"id": 1, "text": "Joy rang.", "record": {"person": {"name": "Joy Vane"}}}'
)


@dataclass(frozen=True)
class Narrative:
    """One narrative as it was handed in: its id of any JSON kind, its text, and who is who in it."""

    id: Any
    text: str = field(repr=False)
    record: Record = NOBODY


def read_narratives(content: bytes, name: str = "standard input") -> list[Narrative]:
    """Narratives from JSON lines, each with "id" and "text" and perhaps a "record"; blank lines are passed over.

    Raises:
        EvidenceError: lines that are not such narratives, each named, without a word of them; then none is given.
    """
    return read_lines(
        content,
        _narrative,
        needs=("id", "text"),
        wanted=WANTED,
        why="no narrative is written before every line can be read: a record read in part leaves people named",
        key="narrative.unreadable",
        name=name,
    )


def _narrative(entry: dict[str, Any]) -> Narrative:
    if not isinstance(entry["text"], str):
        raise ValueError('a "text" that is not text')
    return Narrative(entry["id"], entry["text"], Record.from_json(entry.get("record")))


def read_names(path: Path) -> Roll:
    """Names from a text file, one a line; "Tom Oakes = her grandson" gives a role as well.

    Raises:
        EvidenceError: the file cannot be read, or a line of it holds no name.
    """
    try:
        content = path.read_bytes()
    except OSError:
        raise EvidenceError((_problem(Place(str(path)), "no file that can be opened"),)) from None
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise EvidenceError((_problem(Place(str(path)), "letters that are not UTF-8"),)) from None
    nameless = [
        number for number, line in enumerate(lines, start=1) if line.strip() and not any(map(str.isalpha, line))
    ]
    coded = [number for number, line in enumerate(lines, start=1) if line.lstrip()[:1] in ("{", "[", '"')]
    problems = [_problem(Place(str(path), line=number), "a line without a name") for number in nameless]
    problems += [_problem(Place(str(path), line=number), "a line of JSON or CSV") for number in coded]
    if problems:
        raise EvidenceError(tuple(problems))
    known = {one.text.casefold(): one for line in lines for one in named_people(line, Place(str(path)))}
    return Roll(tuple(known.values()))


def _problem(place: Place, found: str) -> Problem:
    return Problem(
        "names.unreadable",
        place,
        found,
        'a text file in UTF-8 with one name on each line, alone or as "Tom Oakes = her grandson"',
        "a name that is not read is a name that may be left in a text",
        "correct the file and run the command again",
    )


def second_opinion(path: Path | None = None) -> SecondOpinion | None:
    """The tagger of a file; without one, the tagger that is shipped, or none where what runs it is not installed.

    Raises:
        EvidenceError: the file is no such tagger, or what runs it is not installed.
    """
    try:
        return SecondOpinion.open(path) if path else SecondOpinion.open()
    except ModuleNotFoundError:
        if path is None:
            return None
        found, mend = "nothing to run it with", "run: pip install evidencegen[tagger]"
    except (OSError, ValueError):
        found, mend = "no tagger", "name a file that `python -m tools.train_second_opinion` has written"
    raise EvidenceError(
        (
            Problem(
                "second_opinion.unreadable",
                Place(str(path)),
                found,
                "a tagger of names as this program trains them",
                "a second opinion that is asked for and not had would leave names that it should find",
                mend,
            ),
        )
    ) from None


def released(narrative: Narrative, roll: Roll = NO_NAMES, opinion: SecondOpinion | None = None) -> dict[str, Any]:
    """A narrative's words fit to be read outside, what a person must still decide, and what was put in.

    Flags stand where the text written here says; `replaced` tells kinds and roles, never what was taken out.
    """
    quote = anonymise(narrative.text, narrative.record, roll, opinion)
    return {
        "id": narrative.id,
        "text": quote.text,
        "flags": [{"start": f.start, "end": f.end, "text": f.text, "why": f.why} for f in sentences_flagged(quote)],
        "replaced": [{"kind": kind, "role": role} for kind, role in quote.replaced],
    }
