"""The points of a chart of months alone, low, for a page that sets title and notes in its own type."""

from collections.abc import Sequence
from typing import Any

from evidencegen.measures.change import Change
from evidencegen.packs.charts import GREY, INCHES_WIDE, SETTINGS, as_svg, with_our_fonts
from evidencegen.packs.lettering import width
from evidencegen.packs.trend_chart import (
    DOTS_AN_INCH,
    FINE,
    ICON,
    LEFT,
    SMALL,
    TIE,
    TOP,
    draw_key,
    draw_labels,
    draw_months,
    icons_of,
    key_of,
    labels_of,
    unit_of,
)

TALL, OVER, UNDER, KEYED = 1.42, 0.24, 0.4, 0.2


def as_plot(change: Change) -> str:
    """The chart as SVG in the pack's own font: what the axis counts, icons, points, limits, target and key.

    The change has a point.
    """
    from matplotlib import rc_context

    with_our_fonts()
    with rc_context(SETTINGS):
        return as_svg(_sheet(change))


def _sheet(change: Change) -> Any:
    from matplotlib.figure import Figure as Sheet

    icons, key, labels = icons_of(change), key_of(change), labels_of(change)
    below = UNDER + (KEYED if key else 0)
    high = OVER + TALL + below
    sheet = Sheet(figsize=(INCHES_WIDE, high), dpi=DOTS_AN_INCH)
    sheet.text(0.02 / INCHES_WIDE, 1 - 0.03 / high, unit_of(change), fontsize=SMALL, **TOP, color=GREY)
    room = max(width(label.words, SMALL, bold=label.bold) for label in labels) + (ICON + 0.5 if icons else 0)
    wide = INCHES_WIDE - LEFT - TIE - 0.1 - room
    axes = sheet.add_axes((LEFT / INCHES_WIDE, below / high, wide / INCHES_WIDE, TALL / high))
    draw_months(axes, change)
    draw_labels(axes, labels, wide, TALL)
    if key:
        draw_key(sheet, key, 0.18 / high, high)
    _draw_icons(sheet, icons, high)
    return sheet


def _draw_icons(sheet: Any, icons: Sequence[Any], high: float) -> None:
    """One under the other, along the right edge."""
    left = INCHES_WIDE - 0.24 - ICON
    for place, (words, draw) in enumerate(icons):
        down = 0.08 + place * (ICON + 0.3)
        draw(sheet.add_axes((left / INCHES_WIDE, 1 - (down + ICON) / high, ICON / INCHES_WIDE, ICON / high)))
        at = ((left + ICON / 2) / INCHES_WIDE, 1 - (down + ICON + 0.03) / high)
        sheet.text(*at, words, fontsize=FINE, ha="center", va="top", color=GREY)
