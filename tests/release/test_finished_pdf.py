"""PDF files made by hand with pypdf, each with a name in one place that no printed page need show."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from evidencegen.release.finished_page import Page, Unread, Within
from evidencegen.release.finished_pdf import attached, page_texts, pdf_pieces

NAME = "Grace Okafor"


def entries(**things: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in things.items()})


def stream(content: bytes, **things: object) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content)
    made.update(entries(**things))
    return made


def drawn(writer: pypdf.PdfWriter, commands: bytes) -> None:
    page = writer.pages[0]
    font = entries(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica"))
    page[NameObject("/Resources")] = entries(Font=entries(F1=font))
    page[NameObject("/Contents")] = writer._add_object(stream(commands))


def remark(writer: pypdf.PdfWriter, **things: object) -> None:
    corner = ArrayObject(NumberObject(n) for n in (0, 0, 9, 9))
    note = entries(Type=NameObject("/Annot"), Subtype=NameObject("/Text"), Rect=corner, **things)
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


def in_root(writer: pypdf.PdfWriter, **things: object) -> None:
    writer.root_object.update(entries(**things))


TEXT = TextStringObject(NAME)
XMP = f"<x:xmpmeta><rdf:li>{NAME}</rdf:li></x:xmpmeta>".encode()
PLANTED: dict[str, Callable[[pypdf.PdfWriter], object]] = {
    "shown": lambda w: drawn(w, b"BT /F1 9 Tf 9 9 Td (Grace Okafor) Tj ET"),
    "invisible": lambda w: drawn(w, b"BT /F1 9 Tf 3 Tr 9 9 Td (Grace Okafor) Tj ET"),
    "white": lambda w: drawn(w, b"BT /F1 9 Tf 1 1 1 rg 9 9 Td (Grace Okafor) Tj ET"),
    "off the page": lambda w: drawn(w, b"BT /F1 9 Tf 9000 9000 Td (Grace Okafor) Tj ET"),
    "kerned off the page": lambda w: drawn(w, b"BT /F1 9 Tf 9000 9000 Td [(Grace Oka)-20(for)] TJ ET"),
    "in a layer that is off": lambda w: drawn(w, b"/OC /M BDC BT /F1 9 Tf (Grace Okafor) Tj ET EMC"),
    "said in place of marks": lambda w: drawn(w, b"/Span <</ActualText (Grace Okafor)>> BDC EMC"),
    "said in wide letters": lambda w: drawn(
        w, b"/Span <</Alt <FEFF" + NAME.encode("utf-16-be").hex().encode() + b">>> BDC EMC"
    ),
    "escaped": lambda w: drawn(w, rb"/Span <</ActualText (Grace \117kafor)>> BDC EMC"),
    "properties": lambda w: w.add_metadata({"/Keywords": NAME}),
    "own property": lambda w: w.add_metadata({"/Checked": NAME}),
    "bookmark": lambda w: w.add_outline_item(title=NAME, page_number=0),
    "remark": lambda w: remark(w, Contents=TEXT),
    "author of a remark": lambda w: remark(w, T=TEXT),
    "link": lambda w: remark(w, A=entries(S=NameObject("/URI"), URI=TEXT)),
    "field": lambda w: in_root(w, AcroForm=entries(Fields=ArrayObject([entries(V=TEXT)]))),
    "layer": lambda w: w._add_object(entries(Type=NameObject("/OCG"), Name=TEXT)),
    "script": lambda w: in_root(
        w, OpenAction=entries(S=NameObject("/JavaScript"), JS=TextStringObject(f"app.alert('{NAME}')"))
    ),
    "a script in a stream": lambda w: w._add_object(stream(b"app.alert((Grace Okafor))")),
    "metadata": lambda w: in_root(w, Metadata=w._add_object(stream(XMP, Type=NameObject("/Metadata")))),
    "metadata of a page": lambda w: w.pages[0].update(
        entries(Metadata=w._add_object(stream(XMP, Type=NameObject("/Metadata"))))
    ),
    "alternative text": lambda w: w._add_object(entries(S=NameObject("/Figure"), P=w.root_object, Alt=TEXT)),
    "an object nothing leads to": lambda w: w._add_object(ArrayObject([TEXT])),
    "bytes": lambda w: w._add_object(ArrayObject([ByteStringObject(NAME.encode())])),
}


def made(tmp_path: Path, plant: Callable[[pypdf.PdfWriter], object]) -> Path:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    plant(writer)
    path = tmp_path / "pack.pdf"
    writer.write(path)
    return path


@pytest.mark.parametrize("plant", PLANTED.values(), ids=PLANTED)
def test_every_corner_is_told(tmp_path, plant):
    told = [piece.text for piece in pdf_pieces(made(tmp_path, plant)) if isinstance(piece, Page)]
    assert any(NAME in text for text in told)


def test_an_attachment_is_handed_on_with_its_name_wherever_it_hangs(tmp_path):
    def by_a_remark(writer: pypdf.PdfWriter) -> None:
        held = writer._add_object(stream(b"words", Type=NameObject("/EmbeddedFile")))
        remark(writer, FS=entries(F=TextStringObject("note.txt"), EF=entries(F=held)))

    for plant in (lambda w: w.add_attachment("note.txt", b"words"), by_a_remark):
        within = [piece for piece in pdf_pieces(made(tmp_path, plant)) if isinstance(piece, Within)]
        assert [(piece.name, piece.content) for piece in within] == [("note.txt", b"words")]


def nothing(writer: pypdf.PdfWriter) -> None:
    """A clean file."""


def unread(path: Path) -> list[str]:
    return [piece.why for piece in pdf_pieces(path) if isinstance(piece, Unread)]


def test_a_file_that_cannot_be_searched_is_told_of(tmp_path):
    assert unread(made(tmp_path, nothing)) == []
    assert unread(made(tmp_path, lambda w: w.encrypt("", "owner"))) == ["it is locked"]
    path = made(tmp_path, nothing)
    path.write_bytes(path.read_bytes() + path.read_bytes())
    assert "an earlier state" in unread(path)[0]
    path.write_bytes(b"%PDF-1.7 and nothing else")
    assert len(unread(path)) == 1


def test_one_attachment_is_found_by_its_name_and_pages_by_their_order(tmp_path):
    path = made(tmp_path, lambda w: w.add_attachment("manifest.json", b"{}"))
    assert attached(path, "manifest.json") == b"{}"
    with pytest.raises(ValueError, match="other"):
        attached(path, "other")
    assert page_texts(made(tmp_path, PLANTED["shown"])) == [NAME]
