"""Ways to break a file: its bytes, the XML packed in it, its text. Each takes a source of chance and gives new bytes."""

import io
import random
import re
import zipfile
from collections.abc import Callable

HOSTILE = (
    "", " ", "-1", "0", "1", "2147483648", "99999999999999999999", "1e309", "-1e309", "nan", "0x10", "1.5", "٣", "true", "abc",
    "A0", "XFE1", "XFD1048577", "ZZZZZZ9", "A1:XFD1048576", "A:A", "B2:A1", "💥", "_x0000_", "_xD800_", "../../x.xml",
    "/xl/worksheets/sheet1.xml", "e", "s", "d", "inlineStr", "2025-13-45T99:99:99", "9" * 400, "&#38;", "5" * 20 + ":1",
)  # fmt: skip
ENCODINGS = ("UTF-16", "utf-7", "latin-1", "bogus", "ebcdic-cp-us", "UTF-8' standalone='yes")
PIECES_OF_TEXT = (
    '"', '""', "'", ",", ";", "\t", "|", "\r", "\n", "\r\n", "\0", "\ufeff", "\u2028", "\x1a", "\x0c", "=1+1", "sep=,\n",
    '"' * 1001, "," * 5000, "\n" * 5000, "é" * 200_000, "\U0001f4a5", "\x85", "😀",
)  # fmt: skip
TEXT_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp037", "utf-7")
_ATTRIBUTE = re.compile(rb'="([^"<>]*)"')
_CONTENT = re.compile(rb">([^<>]+)<")
_TAG = re.compile(rb"<[^<>]+>")
_ELEMENT = re.compile(
    rb"<(c|row|v|f|t|si|sheet|xf|mergeCell|Relationship|table:table-row|table:table-cell|text:p)\b[^<>]*?(?:/>|>.*?</\1>)",
    re.DOTALL,
)
Chance = random.Random


def bytes_broken(chance: Chance, raw: bytes) -> bytes:
    """Bytes changed, cut short, moved, doubled or overwritten, as a bad disk or a broken download would."""
    content = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if not content:
            break
        at = chance.randrange(len(content))
        length = min(chance.choice((1, 4, 40, 400)), len(content) - at)
        match chance.randrange(6):
            case 0:
                content[at] ^= 1 << chance.randrange(8)
            case 1:
                content[at : at + length] = chance.randbytes(length)
            case 2:
                del content[at : at + length]
            case 3:
                content[at:at] = content[at : at + length]
            case 4:
                content[at : at + length] = b"\0" * length
            case _:
                to = chance.randrange(len(content))
                content[to:to] = content[at : at + length]
    return bytes(content[: chance.randrange(len(content) + 1)] if chance.random() < 0.15 else content)


def xml_broken(chance: Chance, raw: bytes) -> bytes:
    """A packed workbook whose parts say what they should not, packed again so that its checksums hold."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        parts = [n for n, (name, _) in enumerate(members) if name.endswith((".xml", ".rels", ".bin"))]
        if not parts:
            break
        sheets = [n for n in parts if re.search("sheet|sharedStrings|content", members[n][0])]
        at = chance.choice(sheets if sheets and chance.random() < 0.6 else parts)
        name, content = members[at]
        match chance.randrange(12):
            case 0:
                members.pop(at)
            case 1:
                members.append((name, chance.choice(members)[1]))
            case 2:
                members[at] = (chance.choice((name.upper(), name.replace("/", "\\"), "x/" + name)), content)
            case 3:
                members[at] = (name, bytes_broken(chance, content))
            case _ if name.endswith(".bin"):
                members[at] = (name, bytes_broken(chance, content))
            case _:
                members[at] = (name, chance.choice(PART_BREAKERS)(chance, content))
    return _packed(members)


def _packed(members: list[tuple[str, bytes]]) -> bytes:
    import warnings

    box = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        warnings.simplefilter("ignore")  # two members of one name are meant
        for name, content in members:
            archive.writestr(name, content)
    return box.getvalue()


def _put(
    chance: Chance, pattern: re.Pattern[bytes], content: bytes, group: int, words: Callable[[bytes], bytes]
) -> bytes:
    """One to eight of the places that `pattern` finds, with `words` in their stead."""
    found = list(pattern.finditer(content))
    for one in sorted(chance.sample(found, min(len(found), chance.choice((1, 1, 2, 8)))), key=lambda f: -f.start()):
        content = content[: one.start(group)] + words(one[group]) + content[one.end(group) :]
    return content


def attribute_replaced(chance: Chance, content: bytes) -> bytes:
    """Numbers below nought, past all bounds or no numbers, addresses outside the sheet, unknown types."""
    return _put(chance, _ATTRIBUTE, content, 1, lambda _: chance.choice(HOSTILE).replace("&#38;", "&amp;").encode())


def content_replaced(chance: Chance, content: bytes) -> bytes:
    """The same in place of what stands between two tags."""
    return _put(chance, _CONTENT, content, 1, lambda _: chance.choice(HOSTILE).encode())


def tag_dropped(chance: Chance, content: bytes) -> bytes:
    """A tag that closes without opening, or the other way."""
    return _put(chance, _TAG, content, 0, lambda _: b"")


def element_repeated(chance: Chance, content: bytes) -> bytes:
    """The same cell, row, merge or sheet several times."""
    return _put(chance, _ELEMENT, content, 0, lambda one: one * chance.choice((2, 3, 200)))


def element_dropped(chance: Chance, content: bytes) -> bytes:
    """A cell, a value, a style or a relation gone."""
    return _put(chance, _ELEMENT, content, 0, lambda _: b"")


def attribute_dropped(chance: Chance, content: bytes) -> bytes:
    """An attribute gone."""
    return _put(chance, re.compile(rb'\s[\w:]+="[^"<>]*"'), content, 0, lambda _: b"")


def nested_deep(chance: Chance, content: bytes) -> bytes:
    """Elements within elements, thousands deep."""
    tag = chance.choice((b"c", b"row", b"si", b"t", b"is", b"x"))
    depth = chance.choice((50, 5_000))
    return _put(chance, _ELEMENT, content, 0, lambda one: b"<" + tag + b">" * depth if depth < 60 else
                (b"<%b>" % tag) * depth + one + (b"</%b>" % tag) * depth)  # fmt: skip


def encoding_declared(chance: Chance, content: bytes) -> bytes:
    """A declaration of another encoding than the part has."""
    body = re.sub(rb"^\s*<\?xml.*?\?>", b"", content, flags=re.DOTALL)
    return f"<?xml version='1.0' encoding='{chance.choice(ENCODINGS)}'?>".encode() + body


def doctype_put_in(chance: Chance, content: bytes) -> bytes:
    """A document type, with an entity that would be fetched or multiplied."""
    doctype = chance.choice(
        (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', b'<!DOCTYPE x SYSTEM "x.dtd">')
    )
    return re.sub(rb"^(\s*<\?xml.*?\?>)?", lambda head: head[0] + doctype, content, count=1, flags=re.DOTALL)


PART_BREAKERS = (
    attribute_replaced, attribute_replaced, attribute_replaced, content_replaced, content_replaced, tag_dropped,
    element_repeated, element_dropped, attribute_dropped, nested_deep, encoding_declared, doctype_put_in,
)  # fmt: skip


def header_broken(chance: Chance, raw: bytes) -> bytes:
    """A list of the packed parts that lies about them: sizes, ways of packing, places, flags."""
    content = bytearray(raw)
    marks = [m.start() for m in re.finditer(rb"PK\x01\x02|PK\x03\x04|PK\x05\x06", raw)]
    for at in chance.sample(marks, min(len(marks), chance.choice((1, 2, 6)))):
        offset = at + chance.randrange(4, 46)
        if offset + 4 <= len(content):
            content[offset : offset + 4] = chance.choice((b"\xff" * 4, b"\0" * 4, b"\x0c\0\0\0", chance.randbytes(4)))
    return bytes(content)


def text_broken(chance: Chance, raw: bytes) -> bytes:
    """Quotation marks, separators, line ends and signs of control where nobody expects them."""
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = raw.decode(encoding, "replace")
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(PIECES_OF_TEXT) + text[at + chance.choice((0, 0, 1, 20)) :]
    return text.encode(chance.choice((encoding, encoding, *TEXT_ENCODINGS)), "replace")


BREAKERS = {
    "PK": (bytes_broken, xml_broken, xml_broken, xml_broken, xml_broken, header_broken),
    "text": (bytes_broken, text_broken, text_broken),
    "other": (bytes_broken,),
}


def mutant(raw: bytes, chance: Chance) -> bytes:
    """`raw`, broken in one of the ways that suit what it is."""
    kind = "PK" if raw.startswith(b"PK\x03\x04") else "other" if raw.startswith(b"\xd0\xcf\x11\xe0") else "text"
    return chance.choice(BREAKERS[kind])(chance, raw)
