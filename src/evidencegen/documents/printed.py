"""The figures of finished documents, read back: what manifests carry, and what pages print."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evidencegen.documents.manifest import FORMAT
from evidencegen.documents.tagged_tables import TaggedTable, tagged_tables
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.audit import attached, page_texts
from evidencegen.release.outsider import Printed

ATTACHED = "manifest.json"
_PAIR = re.compile(r"(?<![\w.,])(about )?(\d[\d,]*) of (\d[\d,]*)(?![\w%])")
_ALONE = re.compile(r"(?:about )?(\d[\d,]*)")
_PAGE = re.compile(r"Page \d+ of \d+")


@dataclass(frozen=True)
class Document:
    """A finished document: its manifest, and the text of each page and the tables where it has pages."""

    name: str
    manifest: dict[str, Any]
    pages: tuple[str, ...] = ()
    tables: tuple[TaggedTable, ...] = ()

    @property
    def rules(self) -> dict[str, dict[str, Any]]:
        """How counts of people, and of records, were blurred."""
        profile = self.manifest["made"]["profile"]
        return {"people": profile["people"], "staff": profile["people"], "records": profile["records"]}

    def printed(self) -> Iterator[Printed]:
        """Every figure, with the rule it was made under."""
        exact = self.manifest["made"]["profile"]["share_of_exact"]
        for figure in self.manifest["figures"]:
            yield Printed(self.name, figure, self.rules[figure["about"]], exact)


@dataclass(frozen=True)
class Stray:
    """A count that a page prints and that no figure of the document carries."""

    document: str
    page: int
    words: str


def documents_at(paths: Iterable[Path]) -> tuple[Document, ...]:
    """The documents at these paths: PDFs, manifests, or folders of them. A manifest beside its own PDF counts once.

    Raises:
        EvidenceError: a file cannot be read, carries no manifest, or is not for release; or nothing is there.
    """
    found: list[Document] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found += _in_folder(path) if path.is_dir() else [_document(path)]
        except EvidenceError as error:
            problems += error.problems
    if problems:
        raise EvidenceError(tuple(problems))
    told: dict[str, Document] = {}
    for one in sorted(found, key=lambda one: (not one.pages, one.name)):
        told.setdefault(json.dumps([one.manifest["made"], one.manifest["figures"]], sort_keys=True), one)
    return tuple(told.values())


def _in_folder(folder: Path) -> list[Document]:
    """The documents of a folder, called by its name as well, since packs of several months are called alike."""
    paths = sorted(p for p in folder.iterdir() if p.suffix.lower() == ".pdf" or _is_manifest(p))
    if not paths:
        raise EvidenceError((_unreadable(folder, "a folder without a PDF or a manifest.json"),))
    return [replace(_document(path), name=f"{folder.name}/{path.name}") for path in paths]


def _is_manifest(path: Path) -> bool:
    if path.suffix.lower() != ".json":
        return False
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and content.get("format") == FORMAT


def _document(path: Path) -> Document:
    try:
        if path.suffix.lower() == ".pdf":
            manifest, pages, tables = json.loads(attached(path, ATTACHED)), tuple(page_texts(path)), tagged_tables(path)
        else:
            manifest, pages, tables = json.loads(path.read_bytes()), (), ()
        if manifest["format"] != FORMAT:
            raise ValueError(manifest["format"])
        made, figures = manifest["made"]["profile"], manifest["figures"]
        if not made["for_release"]:
            raise EvidenceError((_unreadable(path, "a document for people inside, in which nothing is hidden"),))
        for figure in figures:
            _ = figure["key"], figure["parts"], figure["about"], figure["counted"], figure["out_of"], figure["mark"]
    except OSError as error:
        raise EvidenceError((_unreadable(path, error.strerror or type(error).__name__),)) from None
    except (ValueError, KeyError, TypeError):
        raise EvidenceError((_unreadable(path, "no manifest in it"),)) from None
    return Document(path.name, manifest, pages, tables)


def _unreadable(path: Path, found: str) -> Problem:
    return Problem(
        key="audit.unreadable",
        place=Place(path.name),
        found=found,
        wanted="a pack for release: a PDF that evidencegen has built, its manifest.json, or a folder of these",
        why="the audit reads the figures of finished documents, and how they were blurred, from the documents alone",
        mend="name the finished file, or the folder it was built into",
    )


def strays(document: Document) -> Iterator[Stray]:
    """Counts such as `3 of 12`, or alone in a cell, that no figure carries and that are small or not rounded."""
    rule = document.rules["people"]
    pairs = {(f["counted"], f["out_of"]) for f in document.manifest["figures"]}
    carried = {n for pair in pairs for n in pair if n is not None}

    def is_stray(*counts: int) -> bool:
        small_or_rough = any(0 < n < rule["smallest_shown"] or n % rule["base"] for n in counts)
        return small_or_rough and not {*counts} <= carried

    for number, page in enumerate(document.pages, 1):
        for match in _PAIR.finditer(_PAGE.sub("", " ".join(page.split()))):
            if is_stray(*map(_number, match.group(2, 3))):
                yield Stray(document.name, number, match.group())
    for table in document.tables:
        for words in (cell for row in table.rows for cell in row[1:]):
            if (alone := _ALONE.fullmatch(words)) and is_stray(_number(alone[1])):
                yield Stray(document.name, table.page, words)


def _number(words: str) -> int:
    return int(words.replace(",", ""))
