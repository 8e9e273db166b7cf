"""A case study before it is signed: original beside release, and what to decide and to answer."""

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap
from typing import Any

from evidencegen import casebook
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project
from evidencegen.release.case_study import CaseStudy
from evidencegen.release.intruder import QUESTIONS
from evidencegen.release.kept import CAPITAL, FLAG, NUMBER, Mark
from evidencegen.release.sign_off import Answered, Choice, Decided
from evidencegen.shipped import shipped

PAGE, STYLES = "case_review.html.j2", "case_review.css"
INSIDE = "For people inside only: the original names people at risk. Keep it where the register is kept; never send it."
RISK = "Taking words out reduces the risk of recognition. It does not end it: read the release as a stranger would."
NOTHING_LEFT = "(nothing is left of this part)"
NARROWEST, WIDEST, AROUND = 60, 200, 60
IN_WORDS = {FLAG: "flag", CAPITAL: "kept capital", NUMBER: "kept number"}


@dataclass(frozen=True)
class Piece:
    """Some words of a release, and the number of the mark they belong to; 0 for those between."""

    text: str
    number: int = 0
    is_open: bool = False


@dataclass(frozen=True)
class PartReviewed:
    """One part of the story: as written, as released, and what in it is numbered."""

    key: str
    original: str = field(repr=False)
    pieces: tuple[Piece, ...] = field(repr=False)
    marks: tuple[Mark, ...]
    strays: tuple[str, ...]

    @property
    def released(self) -> str:
        """The words released."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def title(self) -> str:
        """The part in words."""
        return self.key.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Review:
    """Everything that the person who signs should look at. It holds personal details."""

    case: str
    parts: tuple[PartReviewed, ...]
    told: CaseStudy = field(repr=False)
    obstacles: tuple[str, ...]
    to_know: tuple[str, ...] = ()

    @property
    def told_as(self) -> str:
        """What a pack tells beside the words."""
        return (
            f"A pack tells beside it: {self.told.service_type.replace('_', ' ') or 'no service type'}, reference "
            f"{self.case}, outcome {self.told.outcome_achieved.replace('_', ' ') or 'not recorded'}."
        )

    @property
    def questions(self) -> tuple[tuple[str, str, Answered | None], ...]:
        """Each question by its name, in full, with its answer about the words as they now are."""
        return tuple((key, asked, self.told.answers.get(key)) for key, asked in QUESTIONS.items())

    def as_dict(self) -> dict[str, Any]:
        """For a program of people inside."""
        return {
            "case": self.case,
            "inside_only": INSIDE,
            "told_beside_it": {"service_type": self.told.service_type, "outcome": self.told.outcome_achieved},
            "parts": [
                {
                    "part": one.key,
                    "original": one.original,
                    "release": one.released,
                    "numbered": [_mark_as_dict(mark) for mark in one.marks],
                    "after_decisions": list(one.strays),
                }
                for one in self.parts
            ],
            "questions": [
                {"question": key, "asked": asked, "answer": _answer_as_dict(given)}
                for key, asked, given in self.questions
            ],
            "to_know": list(self.to_know),
            "text_sha256": self.told.text_sha256,
            "in_the_way_of_a_tender": list(self.obstacles),
        }


def review(project: Project, case: str) -> Review:
    """One story with all that has to be looked at before it is signed.

    Raises:
        EvidenceError: there is no such story, or the list of sign-offs cannot be read.
    """
    stands = casebook.stand(project, case)
    told = stands.story
    parts = [
        PartReviewed(
            key,
            original,
            tuple(_pieces(told, key)),
            tuple(mark for mark in told.marks if mark.part == key),
            tuple(told.strays.get(key, ())),
        )
        for key, original in casebook.as_written(project, case).items()
    ]
    return Review(told.case, tuple(parts), told, casebook.in_the_way(project, told), casebook.to_know(stands))


def lines(found: Review, width: int = 0) -> list[str]:
    """The review as a terminal shows it, as wide as the terminal unless told otherwise."""
    width = min(max(width or shutil.get_terminal_size((100, 24)).columns, NARROWEST), WIDEST)
    told = [f"{found.case}: original and release"]
    told += [line for words in (INSIDE, RISK, found.told_as) for line in wrap(words, width)]
    for part in found.parts:
        told += ["", part.title.upper(), *_side_by_side(part, width)]
        told += [line for mark in part.marks for line in _hung(f"{mark.number:4}  ", _mark_in_words(mark), width)]
        told += [line for stray in part.strays for line in _hung("   !  ", stray, width)]
    told += ["", "QUESTIONS, each to be answered about exactly the words above"]
    for key, asked, given in found.questions:
        told += _hung("  ", f"{key}: {asked}", width)
        told += _hung("      ", answer_in_words(given), width)
    told += ["", *(line for one in closing(found) for line in wrap(one, width, subsequent_indent="  "))]
    return told


def closing(found: Review) -> Iterator[str]:
    """What is left to do, and what stands in the way."""
    undecided = ", ".join(str(mark.number) for mark in found.told.undecided)
    unanswered = ", ".join(found.told.unanswered)
    yield f"Numbers to decide: {undecided or 'none'}. Questions to answer: {unanswered or 'none'}."
    yield from found.to_know
    yield f"SHA-256 of the text: {found.told.text_sha256}"
    yield from (f"In the way of a tender: {obstacle}" for obstacle in found.obstacles)


def around(told: CaseStudy, number: int) -> str:
    """The released words about those with this number, where they stood if they were cut."""
    part = next(mark.part for mark in told.marks if mark.number == number)
    if part not in told.parts:
        return NOTHING_LEFT
    text, (start, end) = told.parts[part].text, told.spans[number]
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    first = text.find(" ", first, start) + 1 if first else 0
    last = max(text.rfind(" ", end, last), end) if last < len(text) else last
    return f"{'...' if first else ''}{text[first:last]}{'...' if last < len(text) else ''}"


def decision_in_words(mark: Mark) -> str:
    """What was decided, by whom and when."""
    if mark.decided:
        return _decided(mark.decided)
    if mark.earlier:
        return f"not decided; before this part changed it was {_decided(mark.earlier)}"
    return "not decided" if mark.is_open else ""


def _decided(one: Decided) -> str:
    said = {
        Choice.REMOVE: "removed",
        Choice.GENERALISE: f'generalised to "{one.said}"',
        Choice.KEEP: f"kept because {one.said}",
    }
    return f"{said[one.choice]} ({one.by}, {one.on.isoformat()})"


def answer_in_words(given: Answered | None) -> str:
    """The answer, by whom and when."""
    return f"{given.answer} ({given.by}, {given.on.isoformat()})" if given else "not answered"


def write(found: Review, out: Path) -> None:
    """Write the review as one page that needs nothing beside it, readable by its owner alone.

    Raises:
        EvidenceError: the file cannot be written.
    """
    beside = out.with_name(f".{out.name}.part")
    try:
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(page(found))
        beside.replace(out)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise EvidenceError((_cannot_write(error),)) from None


def page(found: Review) -> str:
    """The review as one page of HTML."""
    from evidencegen.documents.html import environment

    styles = (shipped("report_templates") / STYLES).read_text(encoding="utf-8").partition("*/")[2].strip()
    return (
        environment()
        .get_template(PAGE)
        .render(
            review=found,
            styles=styles,
            inside=INSIDE,
            risk=RISK,
            nothing_left=NOTHING_LEFT,
            kinds=IN_WORDS,
            decided=decision_in_words,
            answered=answer_in_words,
            closing=list(closing(found)),
        )
    )


def _pieces(told: CaseStudy, key: str) -> Iterator[Piece]:
    """The released words of a part, cut where what is numbered stands."""
    text = told.parts[key].text if key in told.parts else ""
    at = 0
    for mark in told.marks:
        start, end = told.spans.get(mark.number, (0, 0))
        if mark.part == key and start < end:
            yield Piece(text[at:start])
            yield Piece(text[start:end], mark.number, mark.is_open)
            at = end
    yield Piece(text[at:])


def _side_by_side(part: PartReviewed, width: int) -> Iterator[str]:
    column = (width - 3) // 2
    released = "".join(f"{piece.text}{{{piece.number}}}" if piece.number else piece.text for piece in part.pieces)
    columns = [_wrapped(text, column) for text in (part.original, released or NOTHING_LEFT)]
    for left, right in zip_longest(["ORIGINAL, inside only", *columns[0]], ["RELEASE", *columns[1]], fillvalue=""):
        yield f"{left:{column}} | {right}".rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    """Lines no wider than this; what a terminal could take for a command is shown as a blank."""
    return [
        line
        for paragraph in text.splitlines()
        for line in wrap("".join(c if c.isprintable() else " " for c in paragraph), width) or [""]
    ]


def _hung(head: str, text: str, width: int) -> list[str]:
    return wrap(text, width, initial_indent=head, subsequent_indent=" " * len(head))


def _mark_in_words(mark: Mark) -> str:
    words = f'{IN_WORDS[mark.kind]}: "{mark.text}"'
    why = f" ({mark.why})" if mark.kind == FLAG else ""
    decision = decision_in_words(mark)
    return words + why + (f": {decision}" if decision else "")


def _mark_as_dict(mark: Mark) -> dict[str, Any]:
    decided = {"decided": mark.decided, "decided_before_the_part_changed": mark.earlier}
    found = {"number": mark.number, "kind": mark.kind, "words": mark.text, "why": mark.why, "to_decide": mark.is_open}
    return found | {name: _decision_as_dict(one) for name, one in decided.items()}


def _decision_as_dict(one: Decided | None) -> Mapping[str, str] | None:
    return {"decision": one.choice.value, "said": one.said, "by": one.by, "day": one.on.isoformat()} if one else None


def _answer_as_dict(given: Answered | None) -> Mapping[str, str] | None:
    return {"words": given.answer, "by": given.by, "day": given.on.isoformat()} if given else None


def _cannot_write(error: OSError) -> Problem:
    return Problem(
        key="case.cannot_write",
        place=Place("the page of the review"),
        found=error.strerror or type(error).__name__,
        wanted="a file in a folder that you may write to",
        why="the page was not written",
        mend="give another name with --html",
    )
