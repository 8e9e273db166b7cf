"""The cells of a binary Excel workbook (.xlsb), record by record."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from struct import unpack_from

from evidencegen.intake.binary_sheet import SheetRecords, Style, records, wide
from evidencegen.intake.excel import related_to
from evidencegen.intake.excel_xml import Parts
from evidencegen.intake.number_format import shown_by
from evidencegen.intake.sheet import Sheet

PROPERTIES, SHEET = 153, 156
VERY_HIDDEN = 2
TEXT = 19
FONT, FORMAT, FILL, STYLE = 43, 44, 45, 47
STYLES_BEGIN, STYLES_END = 617, 618
COMMENT = 635
_INDEXED, _RGB, _THEME = 1, 2, 3
_STRUCK = 0x08


def read_binary_excel(file: str, parts: Parts) -> list[Sheet]:
    """The sheets of a workbook in their order.

    Raises:
        TooLargeError: it holds more than any register does.
        ValueError, KeyError, IndexError, EOFError, struct.error: it is damaged.
    """
    main = next((t for t, k in related_to(parts, "").values() if k == "officeDocument"), "xl/workbook.bin")
    related = related_to(parts, main)
    by_kind = {kind: target for target, kind in related.values()}
    listed, counts_from_1904 = _listed(parts, main)
    shared, styled = by_kind.get("sharedStrings", ""), by_kind.get("styles", "")
    strings = _strings(parts, shared) if shared in parts else []
    styles = _styles(parts, styled) if styled in parts else []
    sheets = []
    for name, state, relation in listed:
        target, kind = related.get(relation, ("", ""))
        if kind == "worksheet" and target in parts:
            look = SheetRecords(strings, styles, counts_from_1904, parts.allowance)
            with parts.open(target) as stream:
                look.take(stream)
            sheet = look.sheet(file, name, visible=state == 0, noted=_comments(parts, target))
            sheets.append(replace(sheet, very_hidden=state == VERY_HIDDEN))
    return sheets


def _read(parts: Parts, path: str) -> Iterator[tuple[int, bytes]]:
    with parts.open(path) as stream:
        yield from records(stream)


def _listed(parts: Parts, main: str) -> tuple[list[tuple[str, int, str]], bool]:
    """Name, state (0 is visible) and relation of each sheet, and whether days are counted from 1904."""
    sheets, counts_from_1904 = [], False
    for kind, data in _read(parts, main):
        if kind == PROPERTIES:
            counts_from_1904 = bool(data[0] & 1)
        elif kind == SHEET:
            relation, end = wide(data, 8)
            sheets.append((wide(data, end)[0], int(unpack_from("<I", data)[0]), relation))
    return sheets, counts_from_1904


def _strings(parts: Parts, path: str) -> list[str]:
    strings = []
    for kind, data in _read(parts, path):
        if kind == TEXT:
            text, _ = wide(data, 1)
            parts.allowance.add(steps=1, letters=len(text))
            strings.append(text)
    return strings


def _styles(parts: Parts, path: str) -> list[Style]:
    """The cell styles, by number."""
    codes: dict[int, str] = {}
    struck: list[bool] = []
    coloured: list[bool] = []
    styles: list[Style] = []
    inside = False
    for kind, data in _read(parts, path):
        if kind == FORMAT:
            codes[unpack_from("<H", data)[0]] = wide(data, 2)[0]
        elif kind == FONT:
            struck.append(bool(data[2] & _STRUCK))
        elif kind == FILL:
            coloured.append(_seen(data))
        elif kind in (STYLES_BEGIN, STYLES_END):
            inside = kind == STYLES_BEGIN
        elif kind == STYLE and inside:
            _, number, font, fill = unpack_from("<4H", data)
            shown = shown_by(number, codes.get(number))
            styles.append(Style(shown, font < len(struck) and struck[font], fill < len(coloured) and coloured[fill]))
    return styles


def _seen(fill: bytes) -> bool:
    """Whether a fill has a colour other than white."""
    pattern, kind, index = unpack_from("<IBB", fill)
    if not pattern or pattern == 17:
        return False
    white = {_INDEXED: index in (9, 64), _RGB: fill[8:11] == b"\xff\xff\xff", _THEME: index == 0}
    return not white.get(kind >> 1, True)


def _comments(parts: Parts, sheet: str) -> Counter[int]:
    """How many notes the sheet has, by row."""
    path = next((t for t, k in related_to(parts, sheet).values() if k == "comments"), "")
    notes = _read(parts, path) if path in parts else iter(())
    return Counter(int(unpack_from("<I", data, 4)[0]) + 1 for kind, data in notes if kind == COMMENT)
