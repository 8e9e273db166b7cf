"""Finished documents, read back: what their manifests carry, their pages, and their tables."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeGuard

from evidencegen.documents.format import CARRIED
from evidencegen.documents.manifest import FORMAT
from evidencegen.documents.printed_page import printed_page
from evidencegen.documents.tagged_tables import TaggedTable, tagged_tables
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.finished_page import Page, Piece
from evidencegen.release.finished_pdf import attached, not_opened, page_texts, pdf_pieces
from evidencegen.release.printed_figure import Printed

READ_BACK = (".pdf", ".html")
"""What is read back whole, with its pages and tables; of any other document, the manifest beside it is."""
LIMITS = ("smallest_shown", "base", "nought_hidden")
BESIDE_THE_TEXT = ("the alternative text", "the bookmarks", "the document's properties", "the document's metadata")
FIGURE_KEYS = (
    "key", "title", "group", "column", "code", "parts", "about", "period", "as_at", "counted", "out_of", "per_cent",
    "mark",
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """A finished document: its manifest, and the text of each page and the tables where it has pages.

    The manifest of one that another program made is empty. `others` are alternative texts, bookmarks and properties,
    each with the words for where it stands.
    """

    name: str
    manifest: dict[str, Any]
    pages: tuple[str, ...] = ()
    tables: tuple[TaggedTable, ...] = ()
    others: tuple[tuple[str, str], ...] = ()

    @property
    def figures(self) -> list[dict[str, Any]]:
        """Every figure as the manifest carries it."""
        return list(self.manifest.get("figures", ()))

    @property
    def rules(self) -> dict[str, dict[str, Any]]:
        """How counts of people, and of records, were blurred."""
        profile = self.manifest["made"]["profile"]
        return {"people": profile["people"], "staff": profile["people"], "records": profile["records"]}

    @property
    def says(self) -> str:
        """What it tells and under which rule: alike in a PDF and in the manifest beside it."""
        if not self.manifest:
            return json.dumps([self.pages, self.others])
        return json.dumps([self.manifest["made"], self.figures], sort_keys=True)

    def printed(self) -> Iterator[Printed]:
        """Every figure, with the rule it was made under."""
        for figure in self.figures:
            exact = self.manifest["made"]["profile"]["share_of_exact"]
            yield Printed(self.name, figure, self.rules[figure["about"]], exact)


def documents_at(paths: Iterable[Path]) -> tuple[Document, ...]:
    """The documents at these paths: PDFs, pages of HTML, manifests, or folders of them. Those that tell the same of
    the same pack, as a PDF and its manifest do, count once.

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
    paths = sorted(p for p in folder.iterdir() if p.suffix.lower() == ".pdf" or _is_manifest(p) or _is_ours(p))
    if not paths:
        raise EvidenceError((_unreadable(folder, "a folder without a PDF or a manifest"),))
    return [replace(_document(path), name=f"{folder.name}/{path.name}") for path in paths]


def _is_manifest(path: Path) -> bool:
    if path.suffix.lower() != ".json":
        return False
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and content.get("format") == FORMAT


def _is_ours(path: Path) -> bool:
    """Whether it is a page of HTML that carries a manifest."""
    try:
        return path.suffix.lower() == ".html" and bool(printed_page(path).manifest)
    except (OSError, ValueError):
        return False


def _document(path: Path) -> Document:
    read = {".pdf": _printed, ".html": _page}.get(path.suffix.lower())
    try:
        return read(path) if read else Document(path.name, _manifest(path, path.read_bytes()))
    except OSError as error:
        raise EvidenceError((_unreadable(path, error.strerror or type(error).__name__),)) from None
    except (ValueError, KeyError, TypeError):
        raise EvidenceError((_unreadable(path, "no manifest in it"),)) from None


def _printed(path: Path) -> Document:
    """A PDF with its manifest; or without one, but with tables to read."""
    if why := not_opened(path):
        raise EvidenceError((_unreadable(path, why),))
    tables, texts = tagged_tables(path), tuple(page_texts(path))
    others = tuple((f"in {one.called}", one.text) for one in pdf_pieces(path) if _is_beside_the_text(one))
    try:
        content = attached(path, CARRIED)
    except ValueError:
        if not tables:
            raise EvidenceError((_unreadable(path, "neither a manifest nor a table marked as one"),)) from None
        return Document(path.name, {}, texts, tables, others)
    return Document(path.name, _manifest(path, content), texts, tables, others)


def _page(path: Path) -> Document:
    """A page of HTML with its manifest, as one page."""
    page = printed_page(path)
    return Document(path.name, _manifest(path, page.manifest), (page.text,), tuple(page.tables), tuple(page.others))


def _is_beside_the_text(one: Piece) -> TypeGuard[Page]:
    return isinstance(one, Page) and one.called in BESIDE_THE_TEXT


def _manifest(path: Path, content: bytes) -> dict[str, Any]:
    """A manifest in which everything stands that an attack needs."""
    manifest: dict[str, Any] = json.loads(content)
    if manifest["format"] != FORMAT:
        raise ValueError(manifest["format"])
    made = manifest["made"]["profile"]
    _ = made["share_of_exact"], [made[who][limit] for who in ("people", "records") for limit in LIMITS]
    if not made["for_release"]:
        raise EvidenceError((_unreadable(path, "a document for people inside, in which nothing is hidden"),))
    for figure in manifest["figures"]:
        _ = [figure[key] for key in FIGURE_KEYS]
    return manifest


def _unreadable(path: Path, found: str) -> Problem:
    return Problem(
        key="audit.unreadable",
        place=Place(path.name),
        found=found,
        wanted="a pack for release: a PDF or HTML that evidencegen has built, its manifest.json, or a folder of these; "
        "or any PDF with tables that are marked as tables",
        why="the audit reads the figures of finished documents, and how they were blurred, from the documents alone",
        mend="name the finished file, or the folder it was built into",
    )
