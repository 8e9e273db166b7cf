"""The cells of an OpenDocument spreadsheet (.ods), in one look at its XML."""

from io import BytesIO
from typing import IO
from xml.parsers import expat

from evidencegen.intake.bounds import Allowance
from evidencegen.intake.excel_xml import Parts
from evidencegen.intake.open_document_sheet import CELLS, TableLook
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.unopened import damaged, unsafe

Attributes = dict[str, str]
_NOT_OF_THE_CELL = ("draw:", "dr3d:", "office:annotation", "office:event-listeners", "text:ruby-text", "text:tracked",
                    "table:dde", "table:tracked", "table:shapes", "office:binary-data")  # fmt: skip
_PIECE = 1 << 16
_STEPS_OF_TWO_TAGS = 3
_LONGEST_TAG = 1 << 18
_DEEPEST = 100_000
_WHITE = ("transparent", "#ffffff")


def read_open_document(file: str, parts: Parts) -> list[Sheet]:
    """The sheets of a packed document in their order.

    Raises:
        EvidenceError: the document declares a document type.
        TooLargeError: it holds more than any register does.
        KeyError, ValueError, expat.ExpatError, zlib.error: it is damaged.
    """
    look = DocumentLook(file, parts.allowance)
    for path in ("styles.xml", "content.xml"):
        if path in parts or path == "content.xml":
            with parts.open(path) as stream:
                look.take(stream)
    return look.sheets


def is_flat_document(raw: bytes) -> bool:
    """Whether the file is a spreadsheet of this kind, kept as one XML file."""
    start = raw[:4096]
    return start.lstrip().startswith(b"<?xml") and b"office:document" in start and b"opendocument.spreadsheet" in start


def read_flat_document(file: str, raw: bytes) -> list[Sheet]:
    """The sheets of a document kept as one XML file (.fods).

    Raises:
        EvidenceError: as above, or the XML is damaged.
    """
    look = DocumentLook(file, Allowance(len(raw)))
    try:
        look.take(BytesIO(raw))
    except (ValueError, expat.ExpatError):
        raise damaged(file) from None
    return look.sheets


class DocumentLook:
    """Takes the XML of a document and keeps its sheets, in `sheets`."""

    def __init__(self, file: str, bounds: Allowance) -> None:
        self.sheets: list[Sheet] = []
        self._file = file
        self._bounds = bounds
        self._style = ""
        self._coloured: set[str] = set()
        self._struck: set[str] = set()
        self._hidden: set[str] = set()
        self._table: TableLook | None = None
        self._passed_over = self._characters = 0
        self._words: list[str] | None = None

    def take(self, stream: IO[bytes]) -> None:
        """One part of the document, piece by piece."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        within_a_tag, so_long, deep = False, 0, 0
        while piece := stream.read(_PIECE):
            last, so_long = piece.rfind(b"<"), so_long + len(piece)
            if last >= 0 or b">" in piece:
                within_a_tag, so_long = last > piece.rfind(b">"), 0
            if within_a_tag and so_long > _LONGEST_TAG:
                raise ValueError("an element without end")
            ends = piece.count(b"</")
            deep += piece.count(b"<") - piece.count(b"/>") - 2 * ends
            if deep > _DEEPEST:
                raise ValueError("elements within elements without end")
            parser.Parse(piece, False)
            self._bounds.add(steps=_STEPS_OF_TWO_TAGS * piece.count(b"<") // 2, letters=self._characters)
            self._characters = 0
        parser.Parse(b"", True)

    def _refuse_doctype(self, *_: object) -> None:
        raise unsafe(self._file, "a document type declaration inside the workbook")

    def _start(self, name: str, attributes: Attributes) -> None:
        if name in CELLS and self._table is not None and not self._passed_over:
            self._table.open_cell(attributes)
        elif name == "text:p" and self._table is not None and not self._passed_over:
            self._words = []
        elif self._passed_over or name.startswith(_NOT_OF_THE_CELL) or (self._table and name == "table:table"):
            self._passed_over += 1
            if name == "office:annotation" and self._passed_over == 1 and self._table:
                self._table.note()
        elif self._table is None:
            self._outside(name, attributes)
        elif self._words is not None:
            self._words.append(_white(name, attributes))
        else:
            self._table.start(name, attributes)

    def _outside(self, name: str, attributes: Attributes) -> None:
        """An element that stands in no table: styles, and the tables themselves."""
        if name == "table:table":
            style = attributes.get("table:style-name", "")
            hidden = style in self._hidden or attributes.get("table:display") == "false"
            self._table = TableLook(attributes.get("table:name", ""), not hidden, self._coloured, self._struck,
                                    self._bounds)  # fmt: skip
        elif name == "style:style":
            self._style = attributes.get("style:name", "")
            parent = attributes.get("style:parent-style-name")
            for marked in (self._coloured, self._struck):
                (marked.add if parent in marked else marked.discard)(self._style)
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden.add(self._style)
        elif name == "style:table-cell-properties" and (colour := attributes.get("fo:background-color")):
            (self._coloured.discard if colour.lower() in _WHITE else self._coloured.add)(self._style)
        elif name == "style:text-properties" and (line := attributes.get("style:text-line-through-style")):
            (self._struck.discard if line == "none" else self._struck.add)(self._style)

    def _text(self, words: str) -> None:
        if self._words is not None and not self._passed_over:
            self._words.append(words)
            self._characters += len(words)

    def _end(self, name: str) -> None:
        if self._passed_over:
            self._passed_over -= 1
        elif self._table is None:
            if name == "style:style":
                self._style = ""
        elif name in CELLS:
            self._table.close_cell()
        elif name == "text:p":
            self._table.paragraph("".join(self._words or ()))
            self._words = None
        elif name == "table:table":
            if not self._table.of_another_file:
                self.sheets.append(self._table.sheet(self._file))
            self._table = None
        elif self._words is None:
            self._table.end(name)


def _white(name: str, attributes: Attributes) -> str:
    """What stands for space within a paragraph."""
    if name == "text:s":
        return " " * min(int(attributes.get("text:c", 1)), 1000)
    return {"text:tab": "\t", "text:line-break": "\n"}.get(name, "")
