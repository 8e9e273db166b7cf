"""Who decided, answered and signed what, and when: a list to which things are only ever added."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from evidencegen.problem import EvidenceError, Place, Problem

SIGN_OFFS = "sign_offs.yaml"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
HEADER = (
    "# Case studies: what was decided about words, how the questions were answered, and who signed. Written by\n"
    "# `evidencegen case`; entries are added and none is ever changed. A signature holds for exactly the words,\n"
    "# decisions and answers whose SHA-256 it names, and for 24 months. For people inside only.\n"
)
_HASH_LENGTH = 64
MONTHS_A_SIGNATURE_HOLDS = 24


class Deed(Enum):
    """What a person did: signed a story's exact words, or withdrew the story."""

    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


class Choice(Enum):
    """What becomes of words that a person had to decide about."""

    REMOVE = "remove"
    GENERALISE = "generalise"
    KEEP = "keep"


@dataclass(frozen=True)
class SignOff:
    """A signature or a withdrawal. The signer's name is for the list alone: it is printed in no pack.

    `text_sha256` is of the words released, `story_sha256` of the story as its author wrote it, and
    `review_sha256` of both with every decision and answer; the last two are empty in a signature made before
    there were any.
    """

    case: str
    deed: Deed
    by: str = field(repr=False)
    on: date
    text_sha256: str = ""
    story_sha256: str = ""
    review_sha256: str = ""
    why: str = ""


@dataclass(frozen=True)
class Decided:
    """What becomes of some words that the gate kept.

    It holds for the `words` that begin `at` letters into the `part` of the story whose text, as the gate
    left it, has this SHA-256. `said` is what stands in their place, or why they are kept.
    """

    case: str
    by: str = field(repr=False)
    on: date
    part: str
    words: str = field(repr=False)
    at: int
    part_sha256: str
    choice: Choice
    said: str = field(default="", repr=False)


@dataclass(frozen=True)
class Answered:
    """What somebody answered to a question about a story, as it read with this SHA-256."""

    case: str
    by: str = field(repr=False)
    on: date
    question: str
    answer: str = field(repr=False)
    text_sha256: str


Entry: TypeAlias = SignOff | Decided | Answered

_ALWAYS = ("case", "deed", "by", "day")
_HASHES = ("text_sha256", "story_sha256", "review_sha256", "part_sha256")
_ABOUT_WORDS = (*_ALWAYS, "part", "words", "at", "part_sha256", "decision")
_FIELDS = {
    "signed": (*_ALWAYS, "text_sha256", "story_sha256", "review_sha256"),
    "signed without decisions": (*_ALWAYS, "text_sha256"),
    "withdrawn": (*_ALWAYS, "why"),
    "remove": _ABOUT_WORDS,
    "generalise": (*_ABOUT_WORDS, "instead"),
    "keep": (*_ABOUT_WORDS, "why"),
    "answered": (*_ALWAYS, "question", "answer", "text_sha256"),
}


def read_sign_offs(path: Path) -> tuple[Entry, ...]:
    """Every entry of the list, oldest first; none if nothing has been decided or signed yet.

    Raises:
        EvidenceError: the file is not the list this program writes; the problem names the line.
    """
    if not path.exists():
        return ()
    try:
        source = path.read_text("utf8")
        document = yaml.compose(source, Loader=_LOADER)
    except UnicodeDecodeError as error:
        raise _malformed(path, 1, "letters that are not UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _malformed(path, mark.line + 1 if mark else 1, "text that is not YAML") from error
    if document is None:
        return ()
    if not isinstance(document, yaml.SequenceNode):
        raise _malformed(path, 1, "something other than a list")
    return tuple(_entry(path, node) for node in document.value)


def add(path: Path, entry: Entry) -> None:
    """Add an entry. Written beside and renamed: no reader ever meets half a list, and a failure loses nothing.

    Raises:
        EvidenceError: the list cannot be read, somebody else is writing to it, or nobody is named.
    """
    refuse_if_incomplete(path, entry)
    read_sign_offs(path)
    beside = path.with_name(f"{path.name}.new")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError as error:
        raise EvidenceError((_busy(path, beside),)) from error
    try:
        with os.fdopen(handle, "w", encoding="utf8") as file:
            before = path.read_text("utf8") if path.exists() else HEADER
            file.write(before if before.endswith("\n") else before + "\n")
            fields = _fields(entry)
            plain = all(str(value).isprintable() for value in fields.values())  # YAML folds lines at rare signs
            file.write("\n" + yaml.safe_dump([fields], sort_keys=False, allow_unicode=plain, width=1000))
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def refuse_if_incomplete(path: Path, entry: Entry) -> None:
    """Refuse an entry in which nobody is named, or something that has to be said is not.

    Raises:
        EvidenceError: it is incomplete, or holds what no file can keep.
    """
    if not all(str(value).strip() and _can_be_kept(str(value)) for value in _fields(entry).values()):
        raise EvidenceError((_nameless(path),))


def _can_be_kept(text: str) -> bool:
    """Whether a text is letters throughout: a command line may hand over bytes that are none."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _fields(entry: Entry) -> dict[str, Any]:
    """An entry as it is written, in the order in which it is read aloud."""
    deed = entry.deed.value if isinstance(entry, SignOff) else "decided" if isinstance(entry, Decided) else "answered"
    fields: dict[str, Any] = {"case": entry.case, "deed": deed, "by": entry.by.strip(), "day": entry.on}
    if isinstance(entry, Decided):
        fields |= {"part": entry.part, "words": entry.words, "at": entry.at}
        fields |= {"part_sha256": entry.part_sha256, "decision": entry.choice.value}
        said = {Choice.GENERALISE: "instead", Choice.KEEP: "why"}.get(entry.choice)
        return fields | ({said: entry.said.strip()} if said else {})
    if isinstance(entry, Answered):
        return fields | {"question": entry.question, "answer": entry.answer.strip(), "text_sha256": entry.text_sha256}
    if entry.deed is Deed.WITHDRAWN:
        return fields | {"why": entry.why.strip()}
    return fields | {name: getattr(entry, name) for name in _FIELDS["signed"] if name not in _ALWAYS}


def _entry(path: Path, node: yaml.Node) -> Entry:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise _malformed(path, line, "an entry that is no set of fields")
    fields: dict[Any, Any] = yaml.SafeLoader("").construct_mapping(node, deep=True)
    deed = fields.get("deed")
    kind = fields.get("decision") if deed == "decided" else deed
    allowed = [names for key, names in _FIELDS.items() if isinstance(kind, str) and key.partition(" ")[0] == kind]
    if set(fields) not in map(set, allowed) or (deed == "decided") != ("decision" in fields):
        raise _malformed(path, line, "an entry whose fields are not those of a sign-off")
    if (
        type(fields["day"]) is not date
        or type(fields.get("at", 0)) is not int
        or not str(fields["by"]).strip()
        or not all(_can_be_kept(str(value)) for value in fields.values())
        or any(len(str(fields[name])) != _HASH_LENGTH for name in _HASHES if name in fields)
    ):
        raise _malformed(path, line, "an entry whose date, name, place or hash cannot be read")
    return _read(str(deed), fields)


def _read(deed: str, fields: Mapping[str, Any]) -> Entry:
    case, by, on = str(fields["case"]), str(fields["by"]), fields["day"]
    told = {name: str(value) for name, value in fields.items()}
    if deed == "decided":
        said = told.get("instead", told.get("why", ""))
        where = (told["part"], told["words"], fields["at"], told["part_sha256"])
        return Decided(case, by, on, *where, Choice(told["decision"]), said)
    if deed == "answered":
        return Answered(case, by, on, told["question"], told["answer"], told["text_sha256"])
    hashes = {name: told.get(name, "") for name in _HASHES[:3]}
    return SignOff(case, Deed(deed), by, on, why=told.get("why", ""), **hashes)


def _malformed(path: Path, line: int, found: str) -> EvidenceError:
    return EvidenceError(
        (
            Problem(
                key="sign_off.unreadable",
                place=Place(path.name, line=line),
                found=found,
                wanted="case, deed (decided, answered, signed or withdrawn), by, day, and what belongs to the deed",
                why="a story goes out only if it is certain who signed which words",
                mend="put the file back from a copy; `evidencegen case` writes it, nobody needs to edit it",
            ),
        )
    )


def _nameless(path: Path) -> Problem:
    return Problem(
        key="sign_off.nameless",
        place=Place(path.name),
        found="no name, no answer or no reason, or signs that are no letters",
        wanted="the name of the person who decides, and in words what they answer, put in or decide by",
        why="a named person answers for every story that goes out",
        mend="say who decides, and why",
    )


def _busy(path: Path, beside: Path) -> Problem:
    return Problem(
        key="sign_off.busy",
        place=Place(path.name),
        found=f"{beside.name} beside it: somebody is deciding or signing at this moment, or was cut off",
        wanted="one at a time",
        why="two at once could lose one",
        mend=f"try again; if nobody else is at it, delete {beside.name}",
    )
