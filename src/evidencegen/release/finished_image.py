"""The words that an image carries beside what it shows: who took it, where, and what it is of."""

import re
import zlib
from collections.abc import Iterator

from evidencegen.release.finished_page import Page, Piece, Unread

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_PNG_WORDS = (b"tEXt", b"zTXt", b"iTXt", b"eXIf")
_MARKERS_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
_START_OF_PIXELS, _COMMENT = 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
_MOST_WORDS = 4_000_000


def image_pieces(called: str, content: bytes) -> Iterator[Piece]:
    """The metadata of a PNG or a JPEG, each block as words; any other image is told of as unread."""
    try:
        if content.startswith(PNG):
            blocks = list(_png_blocks(content))
        elif content.startswith(JPEG):
            blocks = list(_jpeg_blocks(content))
        else:
            yield Unread(called, "it is an image of a kind that this program cannot search for words")
            return
    except (ValueError, IndexError, zlib.error):
        yield Unread(called, "it is an image that cannot be read to its end")
        return
    for block in blocks:
        yield Page(f"the properties of {called}", words_of_bytes(block))


def words_of_bytes(block: bytes) -> str:
    """What a block of bytes says, read in turn as UTF-8, as Latin letters and as two bytes a letter."""
    ways = (
        block.decode("utf8", "replace"),
        block.decode("latin-1"),
        block.decode("utf-16-le", "replace"),
        block[1:].decode("utf-16-le", "replace"),
        block.decode("utf-16-be", "replace"),
    )
    return "\n".join(re.sub(r"[\x00-\x08\x0b-\x1f\ufffd]+", "\n", way) for way in ways)


def _png_blocks(content: bytes) -> Iterator[bytes]:
    at = len(PNG)
    while at + 8 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        block = content[at + 8 : at + 8 + length]
        if kind in _PNG_WORDS:
            yield block
            yield from _packed_words(kind, block)
        at += 12 + length
        if kind == b"IEND":
            yield content[at:]  # what follows the image is shown by nothing
            return
    raise ValueError(at)


def _packed_words(kind: bytes, block: bytes) -> Iterator[bytes]:
    """The packed text of a zTXt block, or of an iTXt block that is packed."""
    keyword, _, rest = block.partition(b"\0")
    if kind == b"iTXt" and rest[:1] == b"\1":
        packed = rest[2:].split(b"\0", 2)[2]
    elif kind == b"zTXt":
        packed = rest[1:]
    else:
        return
    yield keyword
    yield zlib.decompressobj().decompress(packed, _MOST_WORDS)


def _jpeg_blocks(content: bytes) -> Iterator[bytes]:
    at = len(JPEG)
    while content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF or marker in _MARKERS_WITHOUT_LENGTH:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4])
        if marker == _COMMENT or marker in _APPLICATION:
            yield content[at + 4 : at + 2 + length]
        if marker == _START_OF_PIXELS:
            yield content[content.rfind(b"\xff\xd9") + 2 :] if b"\xff\xd9" in content else b""
            return
        at += 2 + length
    raise ValueError(at)
