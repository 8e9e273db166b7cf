"""A drawing as pixels: its size, its colours, and the same bytes each time."""

from io import BytesIO

import pytest
from PIL import Image

from evidencegen.documents.pixels import pixels

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="36pt" viewBox="0 0 72 36"><rect x="36" width="36" height="36" fill="#1d4d5c"/></svg>'


def test_each_drawing_is_a_picture_of_its_own_size():
    first, second = pixels([SQUARE.format("72pt").encode(), SQUARE.format("144pt").replace("36pt", "72pt").encode()])
    assert [Image.open(BytesIO(one)).size for one in (first, second)] == [(200, 100), (400, 200)]


def test_what_is_drawn_stands_on_white_and_nothing_is_said_of_the_program():
    (one,) = pixels([SQUARE.format("72pt").encode()])
    picture = Image.open(BytesIO(one))
    assert (picture.getpixel((20, 50)), picture.getpixel((150, 50))) == ((255, 255, 255), (0x1D, 0x4D, 0x5C))
    assert set(picture.info) == {"dpi"}
    assert picture.info["dpi"] == pytest.approx((200, 200), abs=0.1)


def test_the_same_drawing_gives_the_same_bytes_and_no_drawing_gives_none():
    drawing = SQUARE.format("72pt").encode()
    assert pixels([drawing, drawing]) == pixels([drawing]) * 2
    assert pixels([]) == []


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ('viewBox="0 0 72 36"', (200, 100)),
        ('width="100%" viewBox="0,0,144,36"', (400, 100)),
        ("width='25.4mm' height='1in'", (200, 200)),
        ('width="72" height="36" viewBox="0 0 72 36"', (200, 100)),
        ("", (834, 417)),
    ],
)
def test_a_drawing_is_as_large_as_it_says_in_whatever_way(said, size):
    (one,) = pixels([f'<svg xmlns="http://www.w3.org/2000/svg" {said}/>'.encode()])
    assert Image.open(BytesIO(one)).size == pytest.approx(size, abs=1)


def test_its_words_are_set_in_the_fonts_of_the_packs():
    words = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt"><text x="4" y="24" font-family="{}">Wi</text></svg>'
    ours, other = pixels([words.format(name).encode() for name in ("Evidence Sans", "monospace")])
    assert ours != other
