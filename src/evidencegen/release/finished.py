"""A finished file taken apart, whatever its kind, until every word in it can be searched."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from evidencegen.release.finished_image import image_pieces
from evidencegen.release.finished_office import packed_pieces, xml_pieces
from evidencegen.release.finished_page import Page, Piece, Unread, Within
from evidencegen.release.finished_pdf import pdf_pieces
from evidencegen.release.finished_text import json_pieces, markup_pieces, plain_pieces

DEEPEST = 4


def _one_by_one(called: str, content: bytes) -> Iterator[Piece]:
    """A PDF within another file: it is read from a file of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "within.pdf"
        path.write_bytes(content)
        for piece in pdf_pieces(path):
            place = piece.called if piece.called == called else f"{piece.called} of {called}"
            if isinstance(piece, Page):
                yield Page(place, piece.text)
            elif isinstance(piece, Within):
                yield Within(place, piece.name, piece.content)
            else:
                yield Unread(place, piece.why)


def _shapes(called: str, content: bytes) -> Iterator[Piece]:
    """A font: shapes of letters, and no words of ours."""
    yield from ()


_Reader = Callable[[str, bytes], Iterator[Piece]]
_KINDS: Mapping[_Reader, str] = {
    plain_pieces: "txt csv tsv md markdown yaml yml css js ics log mimetype",
    json_pieces: "json jsonl ndjson",
    markup_pieces: "html htm xhtml svg",
    xml_pieces: "xml rels vml xmp rdf",
    packed_pieces: "docx xlsx pptx dotx xltx odt ods zip",
    image_pieces: "png jpg jpeg",
    _one_by_one: "pdf",
    _shapes: "ttf otf woff woff2 odttf",
}
_READERS = {suffix: reader for reader, suffixes in _KINDS.items() for suffix in suffixes.split()}


def pages(path: Path) -> Iterator[Page | Unread]:
    """Every piece of text in a finished file, its own name first, and whatever in it could not be read."""
    yield Page("the name of the file", re.sub(r"[_.]+", " ", path.name))
    if path.suffix.lower() == ".pdf":
        for piece in pdf_pieces(path):
            yield from _opened(piece, 1)
    else:
        yield from _opened(Within("the text", path.name, path.read_bytes()), 0)


def _opened(piece: Piece, depth: int) -> Iterator[Page | Unread]:
    """A piece as it is, or all that lies in the file that it is."""
    if not isinstance(piece, Within):
        yield piece
        return
    reader = _READERS.get(re.split(r"[./]", piece.name.lower())[-1])
    if reader is None:
        yield Unread(piece.called, "it is of a kind that this program cannot search")
    elif depth > DEEPEST:
        yield Unread(piece.called, f"it lies more than {DEEPEST} files deep")
    else:
        for inner in reader(piece.called, piece.content):
            yield from _opened(inner, depth + 1)
