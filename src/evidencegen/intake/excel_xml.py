"""The parts of a packed workbook and their XML, taken in as they stream past, within bounds."""

import re
from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from evidencegen.intake.bounds import MOST_IN_ONE_TAG, MOST_MEMBERS, MOST_WITHIN, Allowance, TooLargeError

CHUNK = 256 * 1024
Attributes = dict[str, str]
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
ATTRIBUTES = r'((?: [A-Za-z][\w:.]*="[^"<&\x00-\x1f]*")*)'
_SIGNS = r"[^<&\x00-\x08\x0b-\x1f]*"
PLAIN_WORDS = rf"{_SIGNS}(?:&(?:amp|lt|gt|quot|apos|#(?:9|10|13|34|38|39|60|62|160)|#x[9AaDd]);{_SIGNS})*"
_ATTRIBUTE = re.compile(r' ([^=]+)="([^"]*)"')
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f<]")
_OTHER_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?!(?i:utf-8)[\"'])")
_STRANGE = (
    (b"\0", b"\0"), (b"\1", b"\1"), (b"\2", b"\2"), (b"\3", b"\3"), (b"!", b"<!"), (b"?", b"<?"), (b"]", b"]]>"),
    (b"\xef", b"\xef\xbf\xbe"), (b"\xef", b"\xef\xbf\xbf"),
)  # fmt: skip


class UnsafeError(Exception):
    """The XML holds what no honest workbook has; the words say what."""


class NotPlainError(Exception):
    """The XML is not of the usual kind: only a parser can judge it."""


class Parts:
    """The members of a packed workbook, by name; some programs write `xl\\workbook.xml`, or in capitals."""

    def __init__(self, archive: ZipFile, allowance: Allowance) -> None:
        self._archive = archive
        self._members = {m.filename.replace("\\", "/").lower(): m for m in archive.infolist()}
        self.allowance = allowance
        allowance.refuse_declared(sum(member.file_size for member in self._members.values()))

    def __contains__(self, path: str) -> bool:
        return path.lower() in self._members

    @property
    def names(self) -> tuple[str, ...]:
        """Every member, in small letters."""
        return tuple(self._members)

    def open(self, path: str) -> IO[bytes]:
        """The unpacked bytes of one member, all of them counted at once; KeyError where there is none."""
        member = self._member(path)
        self.allowance.unpack(member.file_size)
        return self._archive.open(member)

    def chunks(self, path: str) -> Iterator[bytes]:
        """The unpacked bytes of one member, counted as they come; KeyError where there is none."""
        with self._archive.open(self._member(path)) as stream:
            while chunk := stream.read(CHUNK):
                self.allowance.unpack(len(chunk))
                yield chunk

    def _member(self, path: str) -> ZipInfo:
        member = self._members[path.lower()]
        if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadZipFile("packed in a way that no spreadsheet program uses")
        return member


class Walk:
    """Hands every element of one XML part to the callables, as its bytes are fed in.

    Names are passed as they stand, with a prefix if they have one.
    """

    def __init__(self, start: Callable[[str, Attributes], None], end: Callable[[str], None],
                 text: Callable[[str], None], allowance: Allowance) -> None:  # fmt: skip
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end
        self._parser.CharacterDataHandler = text
        self._parser.StartDoctypeDeclHandler = _no_doctype
        self._allowance = allowance
        self._fed = self._depth = 0

    def feed(self, chunk: bytes, last: bool = False) -> None:
        """The next bytes of the part.

        Raises:
            UnsafeError: the XML declares a document type, the way in for entity bombs.
            TooLargeError: one tag is longer than any sheet could need, or there are too many.
            ExpatError: the XML is damaged.
        """
        self._allowance.walk(chunk.count(b"<"))
        self._parser.Parse(chunk, last)
        self._fed += len(chunk)
        if b"\0" not in chunk:
            self._depth += chunk.count(b"<") - 2 * chunk.count(b"</") - chunk.count(b"/>") - chunk.count(b"<!")
            if self._depth > MOST_WITHIN:
                raise TooLargeError(f"a workbook with more than {MOST_WITHIN:,} tags one within another")
        if not last and self._fed - self._parser.CurrentByteIndex > MOST_IN_ONE_TAG:
            raise TooLargeError("a workbook with one tag longer than a whole register")


def walk(parts: Parts, path: str, start: Callable[[str, Attributes], None],
         end: Callable[[str], None] | None = None, text: Callable[[str], None] | None = None) -> None:  # fmt: skip
    """Hand every element of one part to the callables by its local name.

    Raises:
        UnsafeError, TooLargeError, ExpatError: as `Walk.feed`.
    """

    def opened(name: str, attributes: Attributes) -> None:
        start(local(name), attributes)

    def closed(name: str) -> None:
        if end:
            end(local(name))

    through = Walk(opened, closed, text or _ignore, parts.allowance)
    for chunk in parts.chunks(path):
        through.feed(chunk)
    through.feed(b"", last=True)


def local(name: str) -> str:
    """An element's name without its prefix."""
    return name.rpartition(":")[2]


def unescaped(text: str) -> str:
    """Text with Excel's `_x000D_` for signs that XML cannot hold put back, where a text may hold them."""
    return _ESCAPE.sub(_put_back, text) if "_x" in text else text


def _put_back(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    kept = number < 0x20 and number not in (9, 10, 13)
    return found[0] if kept or 0xD800 <= number < 0xE000 or number >= 0xFFFE else chr(number)


def is_usual(head: bytes) -> bool:
    """Whether the XML before the rows, or the texts, declares nothing that changes how they are to be read."""
    return b"<!" not in head and head.count(b"<?") <= 1 and not _OTHER_ENCODING.search(head)


def is_strange(stretch: bytes) -> bool:
    """Whether a stretch of XML holds comments, instructions, or signs that XML does not allow."""
    return any(rare in stretch and sign in stretch for rare, sign in _STRANGE)


def plain_text(words: str) -> str:
    """Text as XML writes it, with its entities put back.

    Raises:
        NotPlainError: it holds what only a parser can judge.
    """
    if _NOT_IN_TEXT.search(words):
        raise NotPlainError
    return _ENTITY.sub(_entity, words) if "&" in words else words


def is_itself(words: str) -> bool:
    """Whether text as XML writes it, and as Excel does, stands for nothing but itself."""
    return "&" not in words and "_x" not in words and not _NOT_IN_TEXT.search(words)


def attributes_of(written: str) -> Attributes:
    """What stands in a tag that `ATTRIBUTES` matched.

    Raises:
        NotPlainError: one of them stands there twice.
    """
    pairs = _ATTRIBUTE.findall(written)
    attributes = dict(pairs)
    if len(attributes) != len(pairs):
        raise NotPlainError
    return attributes


def _entity(found: re.Match[str]) -> str:
    named, decimal, hexadecimal = found.groups()
    if named:
        return _NAMED[named]
    if not decimal and not hexadecimal:
        raise NotPlainError
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if not (number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE):
        raise NotPlainError
    return chr(number)


def refuse_many_parts(archive: IO[bytes]) -> None:
    """Count the members that a packed file lists: each takes memory before any can be looked at.

    Raises:
        TooLargeError: there are more than any workbook has.
    """
    listed = 0
    archive.seek(0)
    while block := archive.read(1024**2):
        listed += block.count(b"PK\x01\x02")
    archive.seek(0)
    if listed > MOST_MEMBERS:
        raise TooLargeError(f"a workbook in more than {MOST_MEMBERS:,} parts")


def _no_doctype(*_: object) -> None:
    raise UnsafeError("a document type declaration inside the workbook")


def _ignore(_: str) -> None:
    return None
