"""Which cell styles show a day or a percent sign, are coloured, or strike text through."""

from evidencegen.intake.bounds import MOST_STYLES, TooLargeError
from evidencegen.intake.excel_value import Styles
from evidencegen.intake.excel_xml import Attributes, Parts, walk
from evidencegen.intake.number_format import Shown, shown_by

_NO_FILLS = ("", "none", "gray125")
_WHITE_INDEXED = ("1", "9")


class _StylesLook:
    """Takes the elements of the part that holds the styles."""

    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.styles: list[tuple[int, int, int]] = []
        self.fills: list[bool] = []
        self.strikes: list[bool] = []
        self._within = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element opens."""
        if name in ("fonts", "fills", "cellXfs", "dxfs", "cellStyleXfs"):
            self._within = name
        elif name == "numFmt" and self._within != "dxfs":
            self.formats[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif name == "xf" and self._within == "cellXfs":
            self.styles.append(tuple(_number(attributes, key) for key in ("numFmtId", "fillId", "fontId")))  # type: ignore[arg-type]
            if len(self.styles) > MOST_STYLES:
                raise TooLargeError(f"a workbook with more than {MOST_STYLES:,} cell styles")
        elif name == "font" and self._within == "fonts":
            self.strikes.append(False)
        elif name == "strike" and self._within == "fonts" and self.strikes:
            self.strikes[-1] = attributes.get("val") not in ("0", "false")
        elif self._within == "fills":
            self._fill(name, attributes)

    def end(self, name: str) -> None:
        """An element closes."""
        if name == self._within:
            self._within = ""

    def _fill(self, name: str, attributes: Attributes) -> None:
        if name == "fill":
            self.fills.append(False)
        elif name == "patternFill" and self.fills:
            self.fills[-1] = attributes.get("patternType", "") not in _NO_FILLS
        elif name == "gradientFill" and self.fills:
            self.fills[-1] = True
        elif name == "fgColor" and self.fills and _is_white(attributes):
            self.fills[-1] = False


def read_styles(parts: Parts, path: str) -> Styles:
    """The styles that the part at `path` declares, by what matters here."""
    look = _StylesLook()
    walk(parts, path, look.start, look.end)
    shown = {number: shown_by(number, look.formats.get(number)) for number, _, _ in look.styles}
    numbered = list(enumerate(look.styles))
    return Styles(
        frozenset(style for style, (number, _, _) in numbered if shown[number] is Shown.DAY),
        frozenset(style for style, (number, _, _) in numbered if shown[number] is Shown.PERCENT),
        frozenset(style for style, (_, fill, _) in numbered if fill < len(look.fills) and look.fills[fill]),
        frozenset(style for style, (_, _, font) in numbered if font < len(look.strikes) and look.strikes[font]),
    )


def _number(attributes: Attributes, key: str) -> int:
    written = attributes.get(key, "0")
    return int(written) if written.isdecimal() and len(written) < 9 else 0


def _is_white(attributes: Attributes) -> bool:
    """Whether a fill looks like none: white, or the background of the theme."""
    if "rgb" in attributes:
        return attributes["rgb"].upper().endswith("FFFFFF")
    if "theme" in attributes:
        return attributes["theme"] == "0" and attributes.get("tint", "0") in ("0", "0.0")
    return attributes.get("indexed") in _WHITE_INDEXED
