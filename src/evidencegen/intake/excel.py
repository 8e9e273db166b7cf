"""The cells of an Excel workbook, in one look at each sheet's XML."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from evidencegen.intake.excel_sheet import SheetLook
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.unopened import unopened

MOST_UNPACKED = 400 * 1024 * 1024
MOST_MEMBERS = 20_000
TEMPLATE_PROPERTY = "evidencegen-template"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_FORMATS = frozenset((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)))
Attributes = dict[str, str]
END = ""


class Parts:
    """The members of a packed workbook, by name; some programs write `xl\\workbook.xml`, or in capitals."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}

    def __contains__(self, path: str) -> bool:
        return path.lower() in self._names

    def open(self, path: str) -> IO[bytes]:
        """The unpacked bytes of one member, as a stream; KeyError where there is none."""
        return self._archive.open(self._names[path.lower()])


@dataclass(frozen=True)
class UnsafeError(Exception):
    """The XML holds what no honest workbook has."""

    words: str


def read_excel(file: str, packed: IO[bytes]) -> tuple[list[Sheet], str]:
    """The sheets of a workbook in their order, and the register our own blank workbook was for.

    Raises:
        EvidenceError: the file is cut short, unsafe, or no workbook of cells.
    """
    try:
        with ZipFile(packed) as archive:
            _bounded(file, archive)
            return _sheets(file, Parts(archive))
    except UnsafeError as refused:
        raise unopened(
            "file.unsafe", file, refused.words, "open it in Excel, save it under a new name, and use that"
        ) from None
    except (
        BadZipFile,
        expat.ExpatError,
        KeyError,
        ValueError,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
    ):
        raise unopened(
            "file.damaged",
            file,
            "a workbook that is damaged or cut short",
            "open it in Excel, let it repair the file, and save it; or fetch it again from where it came",
        ) from None


def walk(stream: IO[bytes], start: Callable[[str, Attributes], None], end: Callable[[str], None],
         text: Callable[[str], None]) -> None:  # fmt: skip
    """Hand every element of `stream` to the callables by its local name.

    Raises:
        UnsafeError: the XML declares a document type, the way in for entity bombs.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def opened(name: str, attributes: Attributes) -> None:
        start(name.rpartition(":")[2] if ":" in name else name, attributes)

    def closed(name: str) -> None:
        end(name.rpartition(":")[2] if ":" in name else name)

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.ParseFile(stream)


def _no_doctype(*_: object) -> None:
    raise UnsafeError("a document type declaration inside the workbook")


def _bounded(file: str, archive: ZipFile) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED or len(members) > MOST_MEMBERS:
        raise unopened(
            "file.too_large",
            file,
            f"a workbook that unpacks to {unpacked // 1024**2:,} MB in {len(members):,} parts",
            "copy the rows into a new workbook, without pictures and empty formatted rows",
            f"at most {MOST_UNPACKED // 1024**2} MB in {MOST_MEMBERS:,} parts",
        )


def _sheets(file: str, parts: Parts) -> tuple[list[Sheet], str]:
    main = next((t for t, k in _related(parts, "").values() if k == "officeDocument"), "xl/workbook.xml")
    if main not in parts or not main.endswith(".xml") or main.startswith(("word/", "ppt/")):
        raise unopened(
            "file.not_a_workbook",
            file,
            "a file that is packed like a workbook, but holds no sheets that can be read here",
            "open it in the program that made it and save it as an Excel workbook (.xlsx)",
        )
    listed, counts_from_1904 = _listed(parts, main)
    related = _related(parts, main)
    shared = next((t for t, k in related.values() if k == "sharedStrings"), "")
    styles = next((t for t, k in related.values() if k == "styles"), "")
    strings = _strings(parts, shared) if shared in parts else []
    dated = _dated_styles(parts, styles) if styles in parts else frozenset()
    sheets = []
    for name, state, relation in listed:
        target, kind = related.get(relation, ("", ""))
        if kind == "worksheet" and target in parts:
            look = SheetLook(strings, dated, counts_from_1904)
            with parts.open(target) as stream:
                walk(stream, look.start, look.end, look.text)
            sheet = look.sheet(file, name, visible=state == "visible")
            sheets.append(replace(sheet, very_hidden=state == "veryHidden"))
    return sheets, _template(parts) if "docProps/custom.xml" in parts else ""


def _related(parts: Parts, part: str) -> dict[str, tuple[str, str]]:
    """Parts that `part` speaks of, by relation: where each lies and what kind it is."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes["Target"]
            whole = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes["Id"]] = (whole, attributes["Type"].rpartition("/")[2])

    if path in parts:
        _look(parts, path, start)
    return found


def _listed(parts: Parts, main: str) -> tuple[list[tuple[str, str, str]], bool]:
    sheets: list[tuple[str, str, str]] = []
    epoch: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            relation = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id" and ":" in k), "")
            sheets.append((attributes.get("name", ""), attributes.get("state", "visible"), relation))
        elif name == "workbookPr":
            epoch.append(attributes.get("date1904", "0"))

    _look(parts, main, start)
    return sheets, epoch[:1] in (["1"], ["true"])


def _strings(parts: Parts, path: str) -> list[str]:
    strings: list[str] = []
    words: list[str] = []
    inside = {"t": False, "rPh": False}

    def start(name: str, _: Attributes) -> None:
        if name == "si":
            words.clear()
        elif name in inside:
            inside[name] = True

    def end(name: str) -> None:
        if name == "si":
            strings.append(unescaped("".join(words)))
        elif name in inside:
            inside[name] = False

    def text(run: str) -> None:
        if inside["t"] and not inside["rPh"]:
            words.append(run)

    with parts.open(path) as stream:
        walk(stream, start, end, text)
    return strings


def _dated_styles(parts: Parts, path: str) -> frozenset[int]:
    """Numbers of the cell styles that show a day; those that show a time alone are not among them."""
    custom: dict[int, str] = {}
    formats: list[int] = []
    inside = {"cellXfs": False}

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            custom[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "xf" and inside["cellXfs"]:
            formats.append(int(attributes.get("numFmtId", 0)))
        elif name == "cellXfs":
            inside["cellXfs"] = True

    def end(name: str) -> None:
        if name == "cellXfs":
            inside["cellXfs"] = False

    with parts.open(path) as stream:
        walk(stream, start, end, _ignore)
    return frozenset(style for style, number in enumerate(formats) if _shows_a_day(custom.get(number), number))


def _shows_a_day(code: str | None, number: int) -> bool:
    if code is None:
        return number in _DATE_FORMATS
    signs = _QUOTED.sub("", code.split(";")[0]).lower()
    if "general" in signs:
        return False
    return any(s in signs for s in "dy") or ("m" in signs and "h" not in signs and "s" not in signs)


def _template(parts: Parts) -> str:
    words: list[str] = []
    inside = {"ours": False}

    def start(name: str, attributes: Attributes) -> None:
        if name == "property":
            inside["ours"] = attributes.get("name") == TEMPLATE_PROPERTY

    def text(value: str) -> None:
        if inside["ours"]:
            words.append(value)

    with parts.open("docProps/custom.xml") as stream:
        walk(stream, start, _ignore, text)
    return "".join(words).strip()


def unescaped(text: str) -> str:
    """Text with Excel's `_x000D_` for signs that XML cannot hold put back."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _look(parts: Parts, path: str, start: Callable[[str, Attributes], None]) -> None:
    with parts.open(path) as stream:
        walk(stream, start, _ignore, _ignore)


def _ignore(_: str) -> None:
    return None
