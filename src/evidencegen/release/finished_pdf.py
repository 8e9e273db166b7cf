"""The words of a PDF: its pages, and every string and stream that no page shows."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evidencegen.release.finished_image import image_pieces
from evidencegen.release.finished_page import Page, Piece, Unread, Within
from evidencegen.release.finished_text import markup_pieces

_FONT_PROGRAM = ("/Type1C", "/CIDFontType0C", "/OpenType")
_LITERAL = re.compile(rb"\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_SHOWN = re.compile(rb"\[(?:[^\[\]()]|\((?:\\.|[^\\()])*\))*\]\s*TJ|\((?:\\.|[^\\()])*\)", re.DOTALL)
_WIDE = re.compile(rb"<(FEFF[0-9A-F\s]*)>", re.IGNORECASE)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\n", b"t": b"\t", b"b": b"", b"f": b"", b"\n": b""}


def pdf_pieces(path: Path) -> Iterator[Piece]:
    """Pages, also where one runs on into the next; then every object of the file, whether anything leads to it or not.

    Properties, bookmarks, alternative text, remarks on pages, fields, layers, scripts, metadata of the whole and
    of any part, attachments, and the metadata of images.
    """
    import pypdf  # read only where a PDF is

    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted:
            yield Unread("the file", "it is locked")
            return
        if path.read_bytes().count(b"%%EOF") > 1:
            yield Unread("the file", "an earlier state of it lies within it, which no page shows")
            return
        yield from _page_pieces(path)
        told: dict[str, list[str]] = {"the document's properties": list(_strings(reader.metadata or {}))}
        for number in _numbers(reader):
            thing = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
            yield from _object_pieces(thing)
            told.setdefault(_called(thing), []).extend(_strings(thing))
        yield from (Page(called, "\n".join(texts)) for called, texts in told.items())
    except (pypdf.errors.PyPdfError, ValueError, LookupError, RuntimeError, TypeError, AttributeError) as error:
        yield Unread("the file", f"it is no PDF that can be read to its end ({type(error).__name__})")


def attached(path: Path, name: str) -> bytes:
    """The one attachment of this name that a PDF carries.

    Raises:
        ValueError: it is no PDF, or carries none of this name.
    """
    import pypdf

    try:
        (content,) = pypdf.PdfReader(path, strict=True).attachments[name]
    except (pypdf.errors.PyPdfError, KeyError) as error:
        raise ValueError(name) from error
    return bytes(content)


def not_opened(path: Path) -> str:
    """Why a PDF cannot be opened, in plain words; nothing where it can.

    Raises:
        OSError: there is no such file, or it may not be read.
    """
    import pypdfium2

    try:
        pypdfium2.PdfDocument(path.read_bytes()).close()
    except pypdfium2.PdfiumError as error:
        return "a PDF locked with a password" if "password" in str(error).lower() else "a file that is no whole PDF"
    return ""


def page_texts(path: Path) -> list[str]:
    """The text of each page, by pdfium: thirty times as fast as pypdf, and another program's eyes."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        found = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x02", "-") for text in found]


def _page_pieces(path: Path) -> Iterator[Page]:
    texts = page_texts(path)
    for number, text in enumerate(texts, 1):
        yield Page(f"page {number}", text)
    for number, (upper, lower) in enumerate(itertools.pairwise(texts), 1):
        yield Page(f"pages {number} and {number + 1}", f"{upper[-200:]}\n{lower[:200]}")


def _numbers(reader: Any) -> list[int]:
    """The number of every object, those packed together too."""
    lone = {number for numbers in reader.xref.values() for number in numbers}
    return sorted((lone | set(reader.xref_objStm)) - {0})


def _object_pieces(thing: Any) -> Iterator[Piece]:
    import pypdf

    if isinstance(thing, pypdf.generic.StreamObject):
        yield from _stream_pieces(thing)
    for part in _dictionaries(thing):
        if "/EF" in part:
            yield from _attachment_pieces(part)


def _called(thing: Any) -> str:
    """What a reader of the file calls the strings of one object."""
    keys = thing.keys() if isinstance(thing, dict) else ()
    if "/Title" in keys and "/Parent" in keys:
        return "the bookmarks"
    if "/S" in keys and "/P" in keys:
        return "the alternative text"
    if "/Subtype" in keys and "/Rect" in keys:
        return "a remark, link or field on a page"
    if {"/Producer", "/Creator", "/Author", "/CreationDate"} & set(keys):
        return "the document's properties"
    if "/EF" in keys:
        return "the name of an attachment"
    return "what no page shows"


def _dictionaries(thing: Any) -> Iterator[Any]:
    """The dictionaries directly in an object, itself among them, without following references."""
    if isinstance(thing, dict):
        yield thing
    for inner in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ():
        if isinstance(inner, dict | list):
            yield from _dictionaries(inner)


def _strings(thing: Any) -> Iterator[str]:
    """The strings directly in an object; no names of the format's own, no references, no fingerprint."""
    import pypdf

    if isinstance(thing, bytes):
        yield thing.decode("utf8", "replace")
        yield thing.decode("latin-1")
    elif isinstance(thing, str) and not isinstance(thing, pypdf.generic.NameObject):
        yield re.sub(r"[_.]+", " ", thing) if re.fullmatch(r"\S+", thing) else thing
        yield thing
    elif isinstance(thing, dict):
        for key in thing:
            if key != "/ID":
                yield from _strings(thing.raw_get(key) if hasattr(thing, "raw_get") else thing[key])
    elif isinstance(thing, list):
        for inner in list.__iter__(thing):
            yield from _strings(inner)


def _attachment_pieces(entry: Any) -> Iterator[Piece]:
    name = str(entry.get("/UF") or entry.get("/F") or "")
    for stream in {id(s): s for s in (s.get_object() for s in entry["/EF"].get_object().values())}.values():
        yield Within(f"the attachment {name}", name, bytes(stream.get_data()))


def _stream_pieces(stream: Any) -> Iterator[Piece]:
    kind, subtype = stream.get("/Type"), stream.get("/Subtype")
    if kind in ("/XRef", "/ObjStm", "/EmbeddedFile"):
        return  # an embedded file is read where its name is
    if subtype == "/Image":
        if "/DCTDecode" in str(stream.get("/Filter")):
            yield from image_pieces("an image", bytes(stream.get_data()))
        elif "/JPXDecode" in str(stream.get("/Filter")):
            yield Unread("an image", "it is an image of a kind that this program cannot search for words")
        return
    if "/Length1" in stream or subtype in _FONT_PROGRAM or "/N" in stream:
        return  # letters' shapes, or colours
    content = bytes(stream.get_data())
    if kind == "/Metadata":
        yield from markup_pieces("the document's metadata", content)
        return
    yield Page("what no page shows", "\n".join(_strings_of_stream(content)))


def _strings_of_stream(content: bytes) -> Iterator[str]:
    """Strings written in the commands of a page or in a script, those that one command shows joined."""
    for shown in _SHOWN.findall(content):
        yield _text_of(b"".join(_ESCAPED.sub(_unescaped, literal) for literal in _LITERAL.findall(shown)))
    for digits in _WIDE.findall(content):
        plain = b"".join(digits.split())
        yield bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode()).decode("utf-16", "replace")


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 8) % 256]) if match[1].isdigit() else _ESCAPES.get(match[1], match[1])


def _text_of(string: bytes) -> str:
    return string.decode("utf-16", "replace") if string.startswith(b"\xfe\xff") else string.decode("latin-1")
