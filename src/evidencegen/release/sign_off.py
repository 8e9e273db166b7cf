"""Who signed which words, and when: a list to which things are only ever added."""

import os
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import yaml

from evidencegen.problem import EvidenceError, Place, Problem

HEADER = (
    "# Sign-offs of case studies. Written by `evidencegen`; entries are added and none is ever changed.\n"
    "# A sign-off holds for exactly the words whose SHA-256 it names, and for 24 months.\n"
)
_FIELDS = {"signed": ("case", "deed", "by", "day", "text_sha256"), "withdrawn": ("case", "deed", "by", "day", "why")}
_HASH_LENGTH = 64


class Deed(Enum):
    """What a person did: signed a story's exact words, or withdrew the story."""

    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class SignOff:
    """One entry of the list. The signer's name is for the list alone: it is printed in no pack."""

    case: str
    deed: Deed
    by: str = field(repr=False)
    on: date
    text_sha256: str = ""
    why: str = ""


def read_sign_offs(path: Path) -> tuple[SignOff, ...]:
    """Every entry of the list, oldest first; none if nothing has been signed yet.

    Raises:
        EvidenceError: the file is not the list this program writes; the problem names the line.
    """
    if not path.exists():
        return ()
    try:
        source = path.read_text("utf8")
        document = yaml.compose(source, Loader=yaml.SafeLoader)
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


def sign(path: Path, case: str, by: str, on: date, text_sha256: str) -> SignOff:
    """Record that a person signed the words with this hash.

    Raises:
        EvidenceError: the list cannot be read, somebody else is writing to it, or nobody is named.
    """
    return _added(path, SignOff(case, Deed.SIGNED, by.strip(), on, text_sha256=text_sha256))


def withdraw(path: Path, case: str, by: str, on: date, why: str) -> SignOff:
    """Record that a story may no longer be told, and why. A later signature may bring it back.

    Raises:
        EvidenceError: as `sign`.
    """
    return _added(path, SignOff(case, Deed.WITHDRAWN, by.strip(), on, why=why.strip()))


def _added(path: Path, entry: SignOff) -> SignOff:
    """Written beside and renamed, so that no reader ever meets half a list and a failure loses nothing."""
    if not entry.by or (entry.deed is Deed.WITHDRAWN and not entry.why):
        raise EvidenceError((_nameless(path),))
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
            file.write(_written(entry))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return entry


def _written(entry: SignOff) -> str:
    fields: dict[str, Any] = {"case": entry.case, "deed": entry.deed.value, "by": entry.by, "day": entry.on}
    fields |= {"text_sha256": entry.text_sha256} if entry.deed is Deed.SIGNED else {"why": entry.why}
    return "\n" + yaml.safe_dump([fields], sort_keys=False, allow_unicode=True, width=1000)


def _entry(path: Path, node: yaml.Node) -> SignOff:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise _malformed(path, line, "an entry that is no set of fields")
    fields: dict[Any, Any] = yaml.SafeLoader("").construct_mapping(node, deep=True)
    deed = fields.get("deed")
    wanted = _FIELDS.get(deed, ()) if isinstance(deed, str) else ()
    if set(fields) != set(wanted):
        raise _malformed(path, line, "an entry whose fields are not those of a sign-off")
    digest = str(fields.get("text_sha256", ""))
    if (
        type(fields["day"]) is not date
        or not str(fields["by"]).strip()
        or (deed == "signed" and len(digest) != _HASH_LENGTH)
    ):
        raise _malformed(path, line, "an entry whose date, name or hash cannot be read")
    return SignOff(
        case=str(fields["case"]),
        deed=Deed(deed),
        by=str(fields["by"]),
        on=fields["day"],
        text_sha256=digest,
        why=str(fields.get("why", "")),
    )


def _malformed(path: Path, line: int, found: str) -> EvidenceError:
    return EvidenceError(
        (
            Problem(
                key="sign_off.unreadable",
                place=Place(path.name, line=line),
                found=found,
                wanted="case, deed (signed or withdrawn), by, day, and text_sha256 or why",
                why="a story goes out only if it is certain who signed which words",
                mend="put the file back from a copy; `evidencegen sign` writes it, nobody needs to edit it",
            ),
        )
    )


def _nameless(path: Path) -> Problem:
    return Problem(
        key="sign_off.nameless",
        place=Place(path.name),
        found="no name, or no reason for withdrawing",
        wanted="the name of the person who decides, and a reason where a story is withdrawn",
        why="a named person answers for every story that goes out",
        mend="say who decides, and why",
    )


def _busy(path: Path, beside: Path) -> Problem:
    return Problem(
        key="sign_off.busy",
        place=Place(path.name),
        found=f"{beside.name} beside it: somebody is signing at this moment, or a signing was cut off",
        wanted="one signing at a time",
        why="two at once could lose one",
        mend=f"try again; if nobody else is signing, delete {beside.name}",
    )
