"""How wide words are set in our font, and the lines they fill."""

from functools import cache
from typing import Any

from evidencegen.packs.charts import SETTINGS, with_our_fonts

SPARE = 1.04


@cache
def _font(bold: bool) -> Any:
    from matplotlib.font_manager import FontProperties, fontManager
    from matplotlib.ft2font import FT2Font

    with_our_fonts()
    face = FontProperties(family=SETTINGS["font.family"], weight="bold" if bold else "normal")
    font = FT2Font(fontManager.findfont(face))
    font.set_size(100, 72)
    return font


def width(words: str, size: float, *, bold: bool = False) -> float:
    """How wide words are set, in inches, with a little to spare for a renderer that hints its letters."""
    font = _font(bold)
    font.set_text(words)
    return float(font.get_width_height()[0] / 64 * size / 100 / 72 * SPARE)


def wrapped(words: str, size: float, wide: float, *, bold: bool = False) -> list[str]:
    """Words in lines that fit."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
