import zlib

import pytest

from evidencegen.release.finished_image import image_pieces, words_of_bytes
from evidencegen.release.finished_page import Page, Unread

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def block(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


def png(*blocks: bytes) -> bytes:
    head = block(b"IHDR", bytes.fromhex("00000001000000010800000000"))
    return SIGNATURE + head + b"".join(blocks) + block(b"IDAT", zlib.compress(b"\0\0")) + block(b"IEND", b"")


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    told = b"".join(bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2) + body for marker, body in segments)
    return b"\xff\xd8" + told + b"\xff\xda\x00\x02" + b"\x12\x34\xff\xd9"


def words(content: bytes) -> str:
    return "\n".join(piece.text for piece in image_pieces("an image", content) if isinstance(piece, Page))


@pytest.mark.parametrize(
    "content",
    [
        png(block(b"tEXt", b"Author\0Grace Okafor")),
        png(block(b"zTXt", b"Author\0\0" + zlib.compress(b"Grace Okafor"))),
        png(block(b"iTXt", b"Author\0\0\0en\0\0Grace Okafor")),
        png(block(b"iTXt", b"Author\0\1\0en\0\0" + zlib.compress(b"Grace Okafor"))),
        png(block(b"eXIf", b"II*\0" + "Grace Okafor".encode("utf-16-le"))),
        png() + b"Grace Okafor",
        jpeg((0xFE, b"Grace Okafor")),
        jpeg((0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0MM\0*Grace Okafor\0")),
        jpeg((0xED, b"Photoshop 3.0\0Grace Okafor")),
        jpeg() + b"Grace Okafor",
    ],
)
def test_what_an_image_carries_beside_its_pixels_is_told(content):
    assert "Grace Okafor" in words(content)


def test_pixels_are_not_taken_for_words():
    pixels = block(b"IDAT", b"Grace Okafor")
    content = SIGNATURE + pixels + block(b"IEND", b"")
    assert "Grace" not in words(content)


@pytest.mark.parametrize("content", [b"GIF89a", b"", SIGNATURE + b"\0\0", b"\xff\xd8\x00", b"\xff\xd8\xff"])
def test_an_image_that_cannot_be_searched_is_told_of(content):
    assert any(isinstance(piece, Unread) for piece in image_pieces("an image", content))


def test_bytes_are_read_in_every_usual_way():
    for encoding in ("utf8", "latin-1", "utf-16-le", "utf-16-be"):
        assert "Zoë" in words_of_bytes("Zoë".encode(encoding))
    assert "Zoë" in words_of_bytes(b"\x01" + "Zoë".encode("utf-16-le"))
