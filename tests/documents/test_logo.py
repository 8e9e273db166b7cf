"""A logo is a picture of its kind, within bounds, that runs and fetches nothing."""

from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from evidencegen.documents.logo import WrongLogo, logo_at

SHAPES = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">{}</svg>'
)
PLAIN = SHAPES.format(
    '<defs><linearGradient id="a"><stop/></linearGradient></defs><style>.b { fill: url(#a) }</style>'
    '<path d="M0 0h9" fill="url(#a)"/><use xlink:href="#a"/>'
)


def png(wide=20, high=10):
    out = BytesIO()
    Image.new("RGBA", (wide, high)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"), [("logo.svg", PLAIN.encode(), "svg+xml"), ("a/logo.PNG", png(), "png")]
)
def test_a_picture_becomes_a_data_address_of_its_very_bytes(tmp_path, name, content, kind):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    head, _, body = logo_at(tmp_path, name).partition(",")
    assert head == f"data:image/{kind};base64"
    assert b64decode(body) == content


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<script>alert(1)</script>", "<script> in it"),
        ("<foreignObject/>", "<foreignObject> in it"),
        ('<image href="a.png"/>', "<image> in it"),
        ("<text>Larkfield</text>", "<text> in it"),
        ('<a xlink:href="https://example.org"/>', "<a> in it"),
        ("<animate/>", "<animate> in it"),
        ('<path onclick="x()"/>', "`onclick`, which runs a script"),
        ('<use href="other.svg#a"/>', "an address that leads out of the file"),
        ('<use xlink:href="https://example.org/a.svg#a"/>', "an address that leads out of the file"),
        ('<path fill="url(https://example.org/a)"/>', "`fill`, which fetches something"),
        ("<path style=\"fill: url( 'a.svg#b' )\"/>", "`style`, which fetches something"),
        ("<style>@import 'a.css';</style>", "styles that fetch something"),
        ("<style>.a { fill: u/**/rl(a.png) }</style>", "styles that fetch something"),
        ("<style>.a { fill: u\\72l(a.png) }</style>", "styles that fetch something"),
        ("<g>", "a file that is no whole SVG"),
    ],
)
def test_an_svg_that_holds_more_than_shapes_is_refused(tmp_path, inside, found):
    (tmp_path / "logo.svg").write_text(SHAPES.format(inside))
    with pytest.raises(WrongLogo) as refused:
        logo_at(tmp_path, "logo.svg")
    assert refused.value.found.startswith(found)


def test_letters_are_to_be_turned_into_paths(tmp_path):
    (tmp_path / "logo.svg").write_text(SHAPES.format("<text>a</text>"))
    with pytest.raises(WrongLogo, match="letters turned into paths"):
        logo_at(tmp_path, "logo.svg")


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("logo.svg", b"<html/>", "a file that is no SVG"),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + PLAIN.encode(), "an entity declared in it"),
        ("logo.svg", png(), "a file that is no whole SVG"),
        ("logo.png", PLAIN.encode(), "a file that is no whole PNG"),
        ("logo.png", png()[:40], "a file that is no whole PNG"),
        ("logo.png", png(4001, 2), "4,001 by 2 pixels"),
        ("logo.png", b"\0" * 300_001, "a file of 300,001 bytes"),
        ("logo.gif", b"GIF89a", "a file ending in .gif"),
        ("logo", b"", "a file ending in nothing"),
        ("../logo.svg", PLAIN.encode(), "a file outside the project folder"),
        ("gone.svg", None, "no such file"),
    ],
)
def test_what_is_no_such_picture_is_refused(tmp_path, name, content, found):
    folder = tmp_path / "project"
    folder.mkdir()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(WrongLogo) as refused:
        logo_at(folder, name)
    assert refused.value.found.startswith(found)
