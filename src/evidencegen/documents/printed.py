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
from evidencegen.release.finished_pdf import attached, page_texts
from evidencegen.release.outsider import HIDDEN
from evidencegen.release.printed_figure import Printed

ATTACHED = "manifest.json"
LIMITS = ("smallest_shown", "base", "nought_hidden")
FIGURE_KEYS = (
    "key", "title", "group", "column", "code", "parts", "about", "period", "as_at", "counted", "out_of", "per_cent",
    "mark",
)  # fmt: skip
_PAIR = re.compile(r"(?<![\w.,])(about )?(\d[\d,]*) of (\d[\d,]*)(?![\w%])")
_ALONE = re.compile(r"(?:about )?(\d[\d,]*)")
BUYERS_WORDS = frozenset({"Question", "Asked by", "Terms"})
"""Rows of the table at the head of a tender that repeat what the buyer wrote."""
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

    @property
    def says(self) -> str:
        """What it tells and under which rule: alike in a PDF and in the manifest beside it."""
        return json.dumps([self.manifest["made"], self.manifest["figures"]], sort_keys=True)

    def printed(self) -> Iterator[Printed]:
        """Every figure, with the rule it was made under."""
        exact = self.manifest["made"]["profile"]["share_of_exact"]
        for figure in self.manifest["figures"]:
            yield Printed(self.name, figure, self.rules[figure["about"]], exact)


@dataclass(frozen=True)
class Stray:
    """A count that a page prints and no figure carries, or that a figure carries and the rule forbids (page 0)."""

    document: str
    page: int
    words: str

    @property
    def where(self) -> str:
        """Where it stands, in words."""
        return f"on page {self.page}" if self.page else "in the manifest"


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
        told.setdefault(one.says, one)
    names = [one.name for one in told.values()]
    return tuple(
        replace(one, name=f"{one.name} ({n})") if names.count(one.name) > 1 else one
        for n, one in enumerate(told.values(), 1)
    )


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
        _ = made["share_of_exact"], [made[who][limit] for who in ("people", "records") for limit in LIMITS]
        if not made["for_release"]:
            raise EvidenceError((_unreadable(path, "a document for people inside, in which nothing is hidden"),))
        for figure in figures:
            _ = [figure[key] for key in FIGURE_KEYS]
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
    """Counts such as `3 of 12`, or alone in a cell, that no figure carries and that are small or not rounded.

    The buyer's own words, which nobody here can change, are passed over.
    """
    rule = document.rules["people"]
    figures = document.manifest["figures"]
    pairs = {(f["counted"], f["out_of"]) for f in figures}
    carried = {n for pair in pairs for n in pair if n is not None}

    def is_bare(*counts: int) -> bool:
        return any(0 < n < rule["smallest_shown"] or n % rule["base"] for n in counts)

    for figure in figures:
        told = [n for n in (figure["counted"], figure["out_of"]) if n is not None]
        left_over = figure["mark"] == HIDDEN and figure["per_cent"] is not None
        if figure["about"] != "records" and (is_bare(*told) or left_over):
            yield Stray(document.name, 0, f"{figure['key']}: {' of '.join(map(str, told)) or figure['per_cent']}")
    rows = (row for table in document.tables for row in table.rows if row)
    asked = " ".join(" ".join(row) for row in rows if row[0] in BUYERS_WORDS)
    for number, page in enumerate(document.pages, 1):
        for match in _PAIR.finditer(_PAGE.sub("", " ".join(page.split()))):
            pair = _number(match[2]), _number(match[3])
            if pair not in pairs and is_bare(*pair) and match.group() not in asked:
                yield Stray(document.name, number, match.group())
    for table in document.tables:
        for words in (cell for row in table.rows for cell in row[1:]):
            if (alone := _ALONE.fullmatch(words)) and (number := _number(alone[1])) not in carried and is_bare(number):
                yield Stray(document.name, table.page, words)


def _number(words: str) -> int:
    return int(words.replace(",", ""))
