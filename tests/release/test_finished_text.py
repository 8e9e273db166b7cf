import base64
import json

import pytest

from evidencegen.release.finished_page import Page, Unread, Within
from evidencegen.release.finished_text import decoded, json_pieces, markup_pieces, plain_pieces

NAME = "Grace Okafor"


def words(pieces) -> str:
    return "\n".join(piece.text for piece in pieces if isinstance(piece, Page))


@pytest.mark.parametrize("encoding", ["utf8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_whatever_letters_it_is_written(encoding):
    assert decoded("Zoë Wren".encode(encoding)) == "Zoë Wren"


@pytest.mark.parametrize("reader", [plain_pieces, json_pieces, markup_pieces])
def test_what_is_called_a_text_and_is_none_is_told_of(reader):
    (piece,) = reader("the text", b"PK\x03\x04\0\0")
    assert isinstance(piece, Unread)


@pytest.mark.parametrize(
    "html",
    [
        "<title>Grace Okafor</title>",
        "<p>Grace Oka<b class='x'>for</b>",
        "<p>Grace Oka<!-- no -->for",
        "<p>Grace Oka&#102;or",
        "<!-- Grace Okafor -->",
        "<!DOCTYPE html SYSTEM 'Grace Okafor'>",
        "<?note Grace Okafor?>",
        "<script>var a = 'Grace Okafor'</script>",
        "<style>p::after { content: 'Grace Okafor' }</style>",
        "<img alt='Grace Okafor'>",
        "<p hidden>Grace Okafor</p>",
        "<meta name=author content='Grace Okafor'>",
        "<svg><desc><![CDATA[Grace Okafor]]></desc></svg>",
        "<p data-who='Grace Okafor'>",
    ],
)
def test_every_corner_of_html_is_told(html):
    assert NAME in words(markup_pieces("the text", html.encode()))


def test_the_line_of_a_drawing_is_no_text():
    assert "M0 0" not in words(markup_pieces("the text", b"<svg><path d='M0 0 L9 9'/></svg>"))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("data:text/plain;base64," + base64.b64encode(NAME.encode()).decode(), "file.txt"),
        ("data:,Grace%20Okafor", "file.txt"),
        ("data:image/svg+xml;charset=utf-8,Grace%20Okafor", "file.svg"),
        ("data:font/woff2,Grace%20Okafor", "font.ttf"),
    ],
)
def test_a_file_within_html_is_handed_on(address, name):
    for html in (f'<img src="{address}">', f"<style>p {{ background: url({address}) }}</style>"):
        within = [piece for piece in markup_pieces("the text", html.encode()) if isinstance(piece, Within)]
        assert [(piece.name, piece.content) for piece in within] == [(name, NAME.encode())]


def test_json_is_told_by_its_keys_and_strings_and_numbers_are_counts():
    text = words(json_pieces("the text", json.dumps({"a": [{NAME: 1042}]}).encode()))
    assert NAME in text
    assert "1042" not in text
    assert NAME in words(json_pieces("the text", b'{"a": 1}\n{"b": "Grace \\u004fkafor"}\n'))
    assert NAME in words(json_pieces("the text", b"{ Grace Okafor"))
