"""The words of a Word document or an Excel workbook: of every part, and of runs that split a word."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate

from evidencegen.release.finished_page import Page, Piece, Unread, Within
from evidencegen.release.finished_text import markup_pieces
from evidencegen.release.vocabulary import words_in

MOST_BYTES = 400_000_000
_RUNS = words_in(
    """
    r t delText ins del moveFrom moveTo hyperlink smartTag sdt sdtContent customXml fldSimple ruby rubyBase dir bdo
    fld oMath span a
    """
)
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "s": " ", "line-break": "\n"}
_PARAGRAPHS = frozenset({"p", "h", "si", "is", "comment", "text"})
_TAKEN_OUT, _PUT_IN = frozenset({"del", "moveFrom", "delText"}), frozenset({"ins", "moveTo"})
_NAMES_OF_FONTS = {"rFonts": ("ascii", "hAnsi", "cs", "eastAsia"), "font": ("name",), "name": ("val",)}
_NO_WORDS = re.compile(r"(?:xmlns.*|rsid.*|typeface|script|patternType|prst|paraId|textId)\Z")
_NUMBER = re.compile(r"-?[\d.]+%?\Z")
_PRINT_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-F]{6}|[A-JL-Z])')
_LETTER_BY_NUMBER = re.compile(r"_x([0-9A-Fa-f]{4})_")
_JOINED_BY_FORMULA = re.compile(r'"\s*&\s*"')


def packed_pieces(called: str, content: bytes) -> Iterator[Piece]:
    """The parts of a packed file, each as a file within it, with the names and remarks it is packed with."""
    try:
        packed = zipfile.ZipFile(BytesIO(content))
        entries = packed.infolist()
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            yield Unread(called, "it unpacks to more than this program searches")
            return
        yield Page(f"the remark of {called}", packed.comment.decode("utf8", "replace"))
        for entry in entries:
            yield Page(f"the name of a part of {called}", re.sub(r"[_./]+", " ", entry.filename))
            yield Page(f"the remark of a part of {called}", entry.comment.decode("utf8", "replace"))
            if not entry.is_dir():
                yield Within(f"{entry.filename} in {called}", entry.filename, packed.read(entry))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError):
        yield Unread(called, "it is packed in a way that cannot be undone, or is locked")


def xml_pieces(called: str, content: bytes) -> Iterator[Piece]:
    """The words of one part: each paragraph, cell and remark with its runs joined; comments; attributes."""
    words = _Words()
    try:
        words.read(content)
    except ExpatError:  # drawings for old programs are often no good XML
        yield from markup_pieces(called, content)
        return
    yield Page(called, "\n".join(words.blocks))
    yield Page(f"what {called} does not show", "\n".join(words.unseen))


class _Words:
    """The text of XML, gathered element by element.

    `runs` holds for each open element that is no run the text directly in it; `paragraphs` for each open
    paragraph all its text in three readings: as it stands, with every change taken on, with every change refused.
    """

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.unseen: list[str] = []
        self._open: list[str] = []
        self._runs: list[list[str]] = [[]]
        self._paragraphs: list[tuple[list[str], list[str], list[str]]] = []

    def read(self, content: bytes) -> None:
        """Take in one part.

        Raises:
            ExpatError: it is no XML.
        """
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self.unseen.append
        parser.ProcessingInstructionHandler = lambda target, data: self.unseen.append(f"{target} {data}")
        parser.Parse(content, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        fonts = _NAMES_OF_FONTS.get(name, ())
        for key, value in attributes.items():
            bare = key if key.startswith("xmlns") else key.rpartition(":")[2]
            if bare not in fonts and not _NO_WORDS.match(bare) and not _NUMBER.match(value):
                self.unseen.append(_by_number(value))
        if name in _BREAKS and not (name == "s" and tag == "s"):
            self._text(_BREAKS[name])
        self._open.append(name)
        if name not in _RUNS:
            self._runs.append([])
        if name in _PARAGRAPHS:
            self._paragraphs.append(([], [], []))

    def _text(self, text: str) -> None:
        self._runs[-1].append(text)
        if self._paragraphs:
            whole, taken_on, refused = self._paragraphs[-1]
            inside = set(self._open)
            whole.append(text)
            if not inside & _TAKEN_OUT:
                taken_on.append(text)
            if not inside & _PUT_IN:
                refused.append(text)

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        self._open.pop()
        readings = []
        if name not in _RUNS:
            readings.append("".join(self._runs.pop()))
        if name in _PARAGRAPHS:
            readings += ["".join(reading) for reading in self._paragraphs.pop()]
        for text in dict.fromkeys(readings):
            if text.strip():
                self.blocks += _as_shown(name, text)


def _as_shown(name: str, text: str) -> list[str]:
    """A block's text; that of a page's head or foot without its codes, that of a formula with its parts joined."""
    text = _by_number(text)
    if name.endswith(("Header", "Footer")):
        return [_PRINT_CODE.sub(" ", text)]
    if name in ("f", "definedName", "formula1", "formula2"):
        return list(dict.fromkeys((text, _JOINED_BY_FORMULA.sub("", text))))
    return [text]


def _by_number(text: str) -> str:
    return _LETTER_BY_NUMBER.sub(lambda match: chr(int(match[1], 16)), text)
