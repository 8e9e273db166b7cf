"""A page of HTML is read back as its reader sees it."""

from base64 import b64encode

import pytest

from evidencegen.documents.printed_page import printed_page

DRAWING = b64encode(b"<svg><style>p{}</style><text>together 75%</text><text>3 of 12</text></svg>").decode()
CARRIED = b64encode(b'{"a": 1}').decode()
PAGE = f"""<html><head><title>Pack</title><meta name="author" content="Larkfield Care"><style>p {{ width: 33% }}</style></head>
<body><p>Asked in <b>75%</b><sup><a href="#note-1">1</a></sup> of 120.</p><p>Next</p>
<table><tr><th>Service</th><th>Concerns<sup><a href="#note-2">2</a></sup></th></tr><tr><th>North</th><td><b>75%</b>
<span>90 of 120</span></td></tr></table>
<img src="data:image/svg+xml;base64,{DRAWING}" alt="Values: 9 of 10">
<a download="manifest.json" href="data:application/json;base64,{CARRIED}">What went in</a></body></html>"""


@pytest.fixture
def read(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    return printed_page(path)


def test_words_are_read_block_by_block_without_the_numbers_of_notes_and_styles(read):
    lines = [line for line in (" ".join(part.split()) for part in read.text.splitlines()) if line]
    assert lines == [
        "Pack",
        "Asked in 75% of 120.",
        "Next",
        "Service",
        "Concerns",
        "North",
        "75%",
        "90 of 120",
        "What went in",
    ]


def test_tables_pictures_and_properties_are_read(read):
    (table,) = read.tables
    assert table.rows == (("Service", "Concerns"), ("North", "75% 90 of 120"))
    told = {where: " ".join(words.split()) for where, words in read.others}
    assert told == {
        "in the document's properties": "Larkfield Care",
        "in the alternative text": "Values: 9 of 10",
        "in a picture": "together 75% 3 of 12",
    }


def test_the_manifest_within_is_found_and_none_where_there_is_none(read, tmp_path):
    assert read.manifest == b'{"a": 1}'
    (tmp_path / "b.html").write_text("<p>x</p>")
    assert printed_page(tmp_path / "b.html").manifest == b""
