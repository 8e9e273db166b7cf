"""Word and Excel files as they are, a name planted in one place of each at a time."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from evidencegen.problem import Place
from evidencegen.release.audit import look_again
from evidencegen.release.finished import pages
from evidencegen.release.finished_page import Unread
from evidencegen.release.names import Known, Roll

NAME = "Marek Zielony"
ROLL = Roll((Known(NAME, "a member of staff", Place("staff.xlsx", "Staff", "B2", "Name")),))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
DOCUMENT = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": RELATIONS.format(
        f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    ),
    "word/document.xml": f"<w:document {W}><w:body><w:p><w:r><w:t>The plan was kept in May.</w:t></w:r></w:p>"
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
    "word/fontTable.xml": f'<w:fonts {W}><w:font w:name="Marek"/></w:fonts>',
    "docProps/core.xml": "<cp:coreProperties xmlns:cp='cp' xmlns:dc='dc'><dc:creator>A provider</dc:creator>"
    "</cp:coreProperties>",
}


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(tag: str, inside: str) -> str:
    return f"<w:{tag} {W}><w:p>{inside}</w:p></w:{tag}>"


def png(text: str) -> bytes:
    """The beginning of a PNG that says something, and its end."""
    told = f"Author\0{text}".encode()
    blocks = ((b"tEXt", told), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(len(b).to_bytes(4) + kind + b + bytes(4) for kind, b in blocks)


def workbook(plant: Callable[[openpyxl.Workbook], object] = lambda book: book.active) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Concerns by month", "Closed"])
    sheet.append(["May 2026", 12])
    plant(book)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


IN_WORD: dict[str, dict[str, str | bytes]] = {
    "a paragraph": {"word/document.xml": paragraph("document", run("Told to Zielony"))},
    "a word split over runs": {"word/document.xml": paragraph("document", run("Told to Ziel") + run("ony"))},
    "a name split over lines": {
        "word/document.xml": paragraph("document", "<w:r><w:t>Mrs</w:t><w:br/><w:t>Zielony</w:t></w:r>")
    },
    "a deletion": {
        "word/document.xml": paragraph("document", "<w:del><w:r><w:delText>Zielony</w:delText></w:r></w:del>")
    },
    "the hand of a change": {
        "word/document.xml": paragraph("document", f'<w:ins w:author="{NAME}">{run("x")}</w:ins>')
    },
    "hidden text": {
        "word/document.xml": paragraph("document", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Zielony</w:t></w:r>")
    },
    "a header": {"word/header1.xml": paragraph("hdr", run("Zielony"))},
    "a footer": {"word/footer2.xml": paragraph("ftr", run("Zielony"))},
    "a footnote": {"word/footnotes.xml": paragraph("footnotes", run("Zielony"))},
    "a comment": {"word/comments.xml": paragraph("comment", run("Zielony"))},
    "the hand of a comment": {"word/comments.xml": f'<w:comments {W}><w:comment w:author="{NAME}"/></w:comments>'},
    "a link": {
        "word/_rels/document.xml.rels": RELATIONS.format(
            f'<Relationship Id="r2" Type="{RELATION}/hyperlink" Target="mailto:marek.zielony@example.org"/>'
        )
    },
    "alternative text": {
        "word/document.xml": paragraph("document", f'<w:drawing><x descr="Photo of {NAME}"/></w:drawing>')
    },
    "a text box": {
        "word/document.xml": paragraph(
            "document", f"{run('A')}<w:txbxContent><w:p>{run('Zielony')}</w:p></w:txbxContent>"
        )
    },
    "who made it": {"docProps/core.xml": f"<c xmlns:dc='dc'><dc:creator>{NAME}</dc:creator></c>"},
    "who changed it last": {"docProps/core.xml": f"<c><lastModifiedBy>{NAME}</lastModifiedBy></c>"},
    "its company": {"docProps/app.xml": "<Properties><Company>Zielony</Company></Properties>"},
    "its own property": {
        "docProps/custom.xml": f"<p><property name='Checked by'><lpwstr>{NAME}</lpwstr></property></p>"
    },
    "its own XML": {"customXml/item1.xml": f"<a><b>{NAME}</b></a>"},
    "the name of a picture": {"word/media/marek_zielony.png": png("a chart")},
    "the properties of a picture": {"word/media/image1.png": png(NAME)},
    "a workbook within": {"word/embeddings/sheet1.xlsx": workbook(lambda book: book.active.append([NAME]))},
    "a drawing": {"word/drawing1.vml": f"<v:shape alt={NAME.split()[1]}><br></v:shape>"},
}


def shape(book: openpyxl.Workbook, state: str) -> None:
    sheet = book.create_sheet("Notes")
    sheet.append([NAME])
    sheet.sheet_state = state


def remarked(book: openpyxl.Workbook, text: str, author: str) -> None:
    book.active["A1"].comment = Comment(text, author)


def checked(book: openpyxl.Workbook) -> None:
    check = DataValidation(type="list", formula1='"Zielony,Other"')
    check.add("A1")
    book.active.add_data_validation(check)


def linked(book: openpyxl.Workbook) -> None:
    book.active["A1"].hyperlink = "https://example.org/marek-zielony"


IN_EXCEL: dict[str, Callable[[openpyxl.Workbook], object]] = {
    "a cell": lambda book: book.active.append([NAME]),
    "a hidden sheet": lambda book: shape(book, "hidden"),
    "a sheet hidden from menus": lambda book: shape(book, "veryHidden"),
    "a hidden column": lambda book: (book.active.append([NAME]), book.active.column_dimensions.group("A", hidden=True)),
    "the name of a sheet": lambda book: book.create_sheet("Zielony"),
    "a comment": lambda book: remarked(book, f"ask {NAME}", "A provider"),
    "the hand of a comment": lambda book: remarked(book, "ask", NAME),
    "a defined name": lambda book: book.defined_names.add(DefinedName("Zielony", attr_text="Sheet!$A$1")),
    "a header": lambda book: setattr(book.active.oddHeader.center, "text", "Zielony"),
    "a footer of even pages": lambda book: setattr(book.active.evenFooter.right, "text", NAME),
    "a formula": lambda book: book.active.append(['="Ziel"&"ony"']),
    "a number's format": lambda book: setattr(book.active["B2"], "number_format", '"Zielony" 0'),
    "a list of choices": checked,
    "a link": linked,
    "who made it": lambda book: setattr(book.properties, "creator", NAME),
    "who changed it last": lambda book: setattr(book.properties, "lastModifiedBy", NAME),
    "its keywords": lambda book: setattr(book.properties, "keywords", NAME),
    "its own property": lambda book: book.custom_doc_props.append(StringProperty(name="Checked by", value=NAME)),
    "a title of what is printed": lambda book: setattr(book.active, "title", "Marek"),
}


def packed(parts: dict[str, str | bytes], remark: bytes = b"") -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.comment = remark
        for name, content in parts.items():
            file.writestr(name, content)
    return held.getvalue()


def saved(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("parts", IN_WORD.values(), ids=IN_WORD)
def test_every_corner_of_a_word_document_is_searched(tmp_path, parts):
    problems = look_again(saved(tmp_path, "pack.docx", packed({**DOCUMENT, **parts})), ROLL)
    assert {problem.key for problem in problems} == {"release.named"}
    assert not any({"marek", "zielony"} & set(str(problem).lower().replace("_", " ").split()) for problem in problems)


@pytest.mark.parametrize("plant", IN_EXCEL.values(), ids=IN_EXCEL)
def test_every_corner_of_a_workbook_is_searched(tmp_path, plant):
    problems = look_again(saved(tmp_path, "pack.xlsx", workbook(plant)), ROLL)
    assert {problem.key for problem in problems} == {"release.named"}


def test_files_that_name_nobody_pass(tmp_path):
    assert look_again(saved(tmp_path, "pack.docx", packed(DOCUMENT)), ROLL) == ()
    assert look_again(saved(tmp_path, "pack.xlsx", workbook()), ROLL) == ()
    whole = {"a/pack.docx": packed(DOCUMENT), "a/pack.xlsx": workbook(), "list.json": json.dumps({"rows": 1})}
    assert look_again(saved(tmp_path, "packs.zip", packed(whole)), ROLL) == ()


def test_the_remark_and_the_names_within_a_packed_file_are_searched(tmp_path):
    assert look_again(saved(tmp_path, "a.zip", packed({"list.txt": "x"}, NAME.encode())), ROLL)
    (problem, *_) = look_again(saved(tmp_path, "b.zip", packed({"Marek Zielony/list.txt": "x"})), ROLL)
    assert "Zielony" not in str(problem)
    problems = look_again(saved(tmp_path, "c.zip", packed({"zielony.bin": "x"})), ROLL)
    assert [problem.key for problem in problems] == ["release.named", "release.not_read"]
    assert not any("zielony" in str(problem) for problem in problems)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pack.doc", b"\xd0\xcf\x11\xe0"),
        ("pack.docx", b"\xd0\xcf\x11\xe0"),
        ("pack.docx", packed({**DOCUMENT, "word/vbaProject.bin": b"x"})),
        ("pack.docx", packed({**DOCUMENT, "word/media/image1.emf": b"x"})),
        ("pack.xlsx", packed({"a.bin": b"x"})),
        ("pack", b"words"),
        ("pack.pdf", b"no PDF"),
        ("pack.zip", packed({"in.pdf": b"no PDF"})),
        ("pack.txt", b"PK\x03\x04\0"),
    ],
)
def test_what_cannot_be_searched_is_refused(tmp_path, name, content):
    assert "release.not_read" in {problem.key for problem in look_again(saved(tmp_path, name, content), ROLL)}


def test_files_are_opened_to_a_depth_and_no_further(tmp_path):
    content = packed({"list.txt": NAME})
    for _ in range(3):
        content = packed({"in.zip": content})
    assert look_again(saved(tmp_path, "deep.zip", content), ROLL)[0].key == "release.named"
    told = list(pages(saved(tmp_path, "deeper.zip", packed({"in.zip": content}))))
    assert [piece.why for piece in told if isinstance(piece, Unread)] == ["it lies more than 4 files deep"]


def test_a_workbook_attached_to_a_pdf_is_searched(tmp_path):
    import pypdf

    for name, content in (("pack.xlsx", workbook(IN_EXCEL["who made it"])), ("all.zip", packed({"a.txt": NAME}))):
        writer = pypdf.PdfWriter()
        writer.add_blank_page(99, 99)
        writer.add_attachment(name, content)
        path = tmp_path / "pack.pdf"
        writer.write(path)
        assert [problem.key for problem in look_again(path, ROLL)] == ["release.named"]
