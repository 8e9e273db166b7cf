"""Finished documents, read back: what their manifests carry, their pages, and their tables."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeGuard

from evidencegen.documents.format import CARRIED
from evidencegen.documents.manifest import FORMAT, hash_of
from evidencegen.documents.printed_office import PrintedOffice, Stored, printed_word, printed_workbook
from evidencegen.documents.printed_page import printed_page
from evidencegen.documents.tagged_tables import TaggedTable, tagged_tables
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.finished_page import Page, Piece
from evidencegen.release.finished_pdf import attached, not_opened, page_texts, pdf_pieces
from evidencegen.release.finished_text import decoded
from evidencegen.release.printed_figure import Printed

PAGES = (".html", ".htm")
OFFICE: Mapping[str, Callable[[Path], PrintedOffice]] = {".docx": printed_word, ".xlsx": printed_workbook}
READ_BACK = (".pdf", *PAGES, *OFFICE, ".txt")
"""What is read back whole; of any other document, the manifest beside it is."""
NO_MANIFEST_NO_TABLE = "neither a manifest nor a table marked as one"

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
    and all words of a document without pages, each with the words for where it stands; `numbers` are those that the
    cells of a workbook store.
    """

    name: str
    manifest: dict[str, Any]
    pages: tuple[str, ...] = ()
    tables: tuple[TaggedTable, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    numbers: tuple[Stored, ...] = ()

    @property
    def holds_words(self) -> bool:
        """Whether it is a document that can be read, and not a manifest alone."""
        return bool(self.pages or self.tables or self.others)

    @property
    def is_for_release(self) -> bool:
        """Whether it may leave the house; one of another program is taken to."""
        return not self.manifest or bool(self.manifest["made"]["profile"]["for_release"])

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
        """What it tells and under which rule: alike in every format of one pack, and in the manifest beside them."""
        if not self.manifest:
            return json.dumps([self.pages, self.others, [table.rows for table in self.tables]])
        return json.dumps([self.manifest["made"], self.figures], sort_keys=True)

    def printed(self) -> Iterator[Printed]:
        """Every figure, with the rule it was made under."""
        for figure in self.figures:
            exact = self.manifest["made"]["profile"]["share_of_exact"]
            yield Printed(self.name, figure, self.rules[figure["about"]], exact)


@dataclass(frozen=True)
class ReadBack:
    """The documents that were read, and the files of folders that were not, each with the reason in a line."""

    documents: tuple[Document, ...]
    passed_over: tuple[str, ...] = ()


def documents_at(paths: Iterable[Path]) -> tuple[Document, ...]:
    """The documents at these paths, as `read_back` has them."""
    return read_back(paths).documents


def read_back(paths: Iterable[Path]) -> ReadBack:
    """The documents at these paths: packs in any format, manifests, or folders of them.

    The same file twice counts once, and so does a manifest beside a document that it is of. Of a folder, documents
    for people inside and files that are no packs are passed over; named by hand they are refused.

    Raises:
        EvidenceError: a file cannot be read, carries no manifest, has been changed since it was built, or is not for
            release; or nothing is there.
    """
    found: list[Document] = []
    passed_over: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            if path.is_dir():
                found += _in_folder(path, passed_over)
            else:
                found.append(_for_release(path, _document(path)))
        except EvidenceError as error:
            problems += error.problems
    if problems:
        raise EvidenceError(tuple(problems))
    return ReadBack(told_once(found), tuple(passed_over))


def told_once(found: Iterable[Document]) -> tuple[Document, ...]:
    """Each document once, those with pages first, and no two of one name."""
    told: dict[tuple[object, ...], Document] = {}
    for one in sorted(found, key=lambda one: (not one.pages, not one.holds_words, one.name)):
        told.setdefault((one.says, one.pages, one.tables, one.others, one.numbers), one)
    written = {one.says for one in told.values() if one.holds_words}
    kept = [one for one in told.values() if one.holds_words or one.says not in written]
    names = [one.name for one in kept]
    return tuple(
        replace(one, name=f"{one.name} ({n})") if names.count(one.name) > 1 else one for n, one in enumerate(kept, 1)
    )


def _in_folder(folder: Path, passed_over: list[str]) -> list[Document]:
    """The documents of a folder, called by its name as well, since packs of several months are called alike."""
    documents, inside = [], False
    for path in sorted(p for p in folder.iterdir() if p.suffix.lower() in READ_BACK or _is_manifest(p)):
        name = f"{folder.name}/{path.name}"
        if path.suffix.lower() not in (".pdf", ".json") and not _is_ours(path):
            passed_over.append(f"{name}: passed over, since no manifest says that it is a pack")
            continue
        document = replace(_document(path), name=name)
        if document.is_for_release:
            documents.append(document)
        else:
            inside = True
            passed_over.append(f"{name}: passed over, since it is for people inside, and nothing in it is hidden")
    if not documents:
        found = "nothing but documents for people inside" if inside else "a folder without a pack or a manifest"
        raise EvidenceError((_unreadable(folder, found),))
    return documents


def _is_manifest(path: Path) -> bool:
    if path.suffix.lower() != ".json":
        return False
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and content.get("format") == FORMAT


def _is_ours(path: Path) -> bool:
    """Whether a manifest lies beside a file, or within a page of HTML, and says that it is a pack."""
    try:
        return bool(_beside(path)) or (path.suffix.lower() in PAGES and bool(printed_page(path).manifest))
    except (OSError, ValueError):
        return False


def _for_release(path: Path, document: Document) -> Document:
    if not document.is_for_release:
        raise EvidenceError((_unreadable(path, "a document for people inside, in which nothing is hidden"),))
    return document


def _document(path: Path) -> Document:
    suffix = path.suffix.lower()
    try:
        carried = _beside(path) if suffix in READ_BACK else b""
        if suffix == ".pdf":
            return _printed(path, carried)
        if suffix in PAGES:
            page = printed_page(path)
            return _read(
                path,
                page.manifest or carried,
                Document(path.name, {}, (page.text,), tuple(page.tables), tuple(page.others)),
            )
        if suffix in OFFICE:
            told = OFFICE[suffix](path)
            return _read(path, carried, Document(path.name, {}, (), told.tables, told.texts, told.numbers))
        if suffix == ".txt":
            return _read(path, carried, Document(path.name, {}, (), (), _paragraphs(path)))
        return Document(path.name, _manifest(path.read_bytes()))
    except OSError as error:
        raise EvidenceError((_unreadable(path, error.strerror or type(error).__name__),)) from None
    except (ValueError, KeyError, TypeError):
        raise EvidenceError((_unreadable(path, "no manifest in it"),)) from None


def _beside(path: Path) -> bytes:
    """The manifest that lies beside a document and names it; empty where none does.

    Raises:
        EvidenceError: the document is no longer what the manifest says was written.
    """
    manifest = path.with_name(f"{path.stem}.{CARRIED}")
    if not _is_manifest(manifest):
        return b""
    content = manifest.read_bytes()
    written = {one["file"]: one["sha256"] for one in json.loads(content).get("written", ())}
    if path.name not in written:
        return b""
    if written[path.name] != hash_of(path.read_bytes()):
        raise EvidenceError((_changed(path, manifest),))
    return content


def _read(path: Path, carried: bytes, document: Document) -> Document:
    """A document with the manifest that it or the file beside it carries; or without one, but with tables to read."""
    if not carried and not document.tables:
        raise EvidenceError((_unreadable(path, NO_MANIFEST_NO_TABLE),))
    return replace(document, manifest=_manifest(carried)) if carried else document


def _paragraphs(path: Path) -> tuple[tuple[str, str], ...]:
    """Plain text, paragraph by paragraph."""
    text = decoded(path.read_bytes())
    if text is None:
        raise ValueError("no text")
    return tuple(("in the text", part) for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip())


def _printed(path: Path, beside: bytes) -> Document:
    """A PDF with the manifest in it, or the one beside it; or without one, but with tables to read."""
    if why := not_opened(path):
        raise EvidenceError((_unreadable(path, why),))
    others = tuple((f"in {one.called}", one.text) for one in pdf_pieces(path) if _is_beside_the_text(one))
    document = Document(path.name, {}, tuple(page_texts(path)), tagged_tables(path), others)
    try:
        carried = attached(path, CARRIED)
    except ValueError:
        carried = beside
    return _read(path, carried, document)


def _is_beside_the_text(one: Piece) -> TypeGuard[Page]:
    return isinstance(one, Page) and one.called in BESIDE_THE_TEXT


def _manifest(content: bytes) -> dict[str, Any]:
    """A manifest in which everything stands that an attack needs."""
    manifest: dict[str, Any] = json.loads(content)
    if manifest["format"] != FORMAT:
        raise ValueError(manifest["format"])
    made = manifest["made"]["profile"]
    _ = made["share_of_exact"], [made[who][limit] for who in ("people", "records") for limit in LIMITS]
    _ = made["for_release"]
    for figure in manifest["figures"]:
        _ = [figure[key] for key in FIGURE_KEYS]
    return manifest


def _unreadable(path: Path, found: str) -> Problem:
    return Problem(
        key="audit.unreadable",
        place=Place(path.name),
        found=found,
        wanted="a pack for release that evidencegen has built, with its manifest beside it or within, or a folder of "
        "these; or any PDF, Word document, workbook or page of HTML with tables that are marked as tables",
        why="the audit reads the figures of finished documents, and how they were blurred, from the documents alone",
        mend="name the finished file, or the folder it was built into",
    )


def _changed(path: Path, manifest: Path) -> Problem:
    return Problem(
        key="audit.changed",
        place=Place(path.name),
        found=f"a file that has been changed since it was built: its hash is not the one in {manifest.name}",
        wanted="the file as it was built",
        why="what its manifest says of its figures holds for the file that was built, and for no other",
        mend="build it again; or, to attack it by its tables alone, name a copy in a folder without the manifest",
    )
