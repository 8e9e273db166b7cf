"""Texts that somebody wrote, read into paragraphs."""

import pytest
from docx import Document
from docx.oxml import parse_xml

from evidencegen.documents.read_words import read_words, words_of_page, words_of_text
from evidencegen.problem import EvidenceError


def test_plain_text_is_parted_by_empty_lines_and_items():
    words = words_of_text("1 Safeguarding\n\nOne line\ngoes on.\n\n- first\n- second\n")
    assert [(p.text, p.is_heading, p.number) for p in words.paragraphs] == [
        ("1 Safeguarding", True, 1),
        ("One line goes on.", False, 2),
        ("first", False, 3),
        ("second", False, 4),
    ]


def test_signs_of_markdown_are_no_words_and_every_place_is_that_of_the_file():
    text = "# Head\n\nWe asked **93%** of _17_ people, see [the table](x.md).\n\n```\n99% of 7\n```\n"
    words = words_of_text(text, markdown=True)
    heading, told = words.paragraphs
    assert (heading.text, heading.is_heading) == ("Head", True)
    assert told.text == "We asked 93% of 17 people, see the table."
    assert told.under.endswith("Head")
    at = told.text.index("17")
    start, end = told.span(at, at + 2)
    assert text[start:end] == "17"


def test_a_page_shows_no_styles_and_no_notes():
    page = (
        "<head><title>T</title><style>p {}</style></head><h2>Head</h2><p>It was 93%<sup><a href='#note-1'>1</a></sup> of"
        " <b>17</b>.</p><table><tr><td>5 of 9</td></tr></table><p id='note-1'>1 Definition</p><script>x</script>"
    )
    words = words_of_page(page)
    assert [(p.text, p.is_heading, p.is_cell) for p in words.paragraphs] == [
        ("Head", True, False),
        ("It was 93% of 17.", False, False),
        ("5 of 9", False, True),
    ]
    assert all(words.text[p.start : p.start + len(p.text)] == p.text for p in words.paragraphs)


def test_a_word_document_with_headings_tables_and_changes(tmp_path):
    document = Document()
    document.add_heading("Head", level=2)
    paragraph = document.add_paragraph("We asked ")
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph._p.append(parse_xml(f"<w:ins {namespace}><w:r><w:t>93%</w:t></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:del {namespace}><w:r><w:delText>90%</w:delText></w:r></w:del>"))
    paragraph.add_run(" of 17.")
    document.add_table(1, 1).cell(0, 0).text = "5 of 9"
    document.save(str(tmp_path / "a.docx"))
    words = read_words(tmp_path / "a.docx")
    assert [(p.text, p.is_heading, p.is_cell) for p in words.paragraphs] == [
        ("Head", True, False),
        ("We asked 93% of 17.", False, False),
        ("5 of 9", False, True),
    ]


def test_ends_of_lines_are_counted_as_one_character_each(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffOne.\r\n\r\nTwo.".encode())
    words = read_words(path)
    assert words.text == "One.\n\nTwo."
    assert [p.start for p in words.paragraphs] == [0, 6]


@pytest.mark.parametrize(("name", "content"), [("a.pdf", b""), ("a.docx", b"no zip"), ("a.txt", b"\x00\x01\x02\x00")])
def test_what_cannot_be_read_is_said(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(EvidenceError) as refused:
        read_words(tmp_path / name)
    assert refused.value.problems[0].key == "lint.unreadable"


@pytest.mark.parametrize("name", ["missing.txt", "missing.docx", "missing.html"])
def test_a_file_that_is_not_there_is_called_that(tmp_path, name):
    with pytest.raises(EvidenceError) as refused:
        read_words(tmp_path / name)
    assert refused.value.problems[0].found == "no such file"


@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", " \n"), ("a.md", "```\ncode\n```"), ("a.html", "<img src='x'>")]
)
def test_a_document_without_words_is_not_called_free_of_faults(tmp_path, name, content):
    (tmp_path / name).write_text(content)
    with pytest.raises(EvidenceError) as refused:
        read_words(tmp_path / name)
    assert refused.value.problems[0].found == "no words: it is empty, or they are in pictures"
