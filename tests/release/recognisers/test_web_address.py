import pytest

from evidencegen.release.recognisers import web_address


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("WEB_ADDRESS", "on https://music.example.com/u/jaz00.", ["https://music.example.com/u/jaz00"]),
        ("WEB_ADDRESS", "instagram.com/jakey_b.0192 was", ["instagram.com/jakey_b.0192"]),
        ("WEB_ADDRESS", "the end.In the morning", []),
        ("HANDLE", "Messages on @summerx were saved", ["@summerx"]),
        ("HANDLE", "twelve @ noon", []),
        ("WHAT3WORDS", "at ///pillow.brisk.lantern", ["///pillow.brisk.lantern"]),
        ("WHAT3WORDS", "and/or the person", []),
    ],
)
def test_web_address(kind, text, found):
    recogniser = getattr(web_address, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
