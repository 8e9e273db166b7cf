"""Months drawn as Making Data Count draws them: points, mean, limits, target, special causes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import pairwise
from typing import Any

from evidencegen.measures.change import Change, ChartKind
from evidencegen.measures.history import Strength, Variation
from evidencegen.packs.caveat import NOT_FOR_RELEASE, alternative, method, notes
from evidencegen.packs.charts import DARK, FAMILY, GREY, INCHES_WIDE, SETTINGS, TEXT, as_svg, with_our_fonts
from evidencegen.packs.finding import amount, meaning, month, title
from evidencegen.packs.icons import ASSURES, COLOURS, SHAPES, VARIES, draw_assurance, draw_variation
from evidencegen.packs.lettering import width, wrapped
from evidencegen.packs.scale import axis, reach_of

ALONE = f"{FAMILY}, 'Liberation Sans', Arial, Helvetica, sans-serif"
INK, LIMIT, TARGET = "#1a1a1a", "#8a9398", "#a3123a"
SMALL, HEADED, FINE = TEXT - 1, TEXT + 2.5, TEXT - 1
LEFT, PLOT, ICON, TIE = 0.52, 2.15, 0.46, 0.2
LINE = 1 / 72
DOTS_AN_INCH = 200


@dataclass(frozen=True)
class Beside:
    """A label beside the last point, at the height of what it names."""

    words: str
    height: float
    colour: str
    bold: bool = False


def as_picture(change: Change) -> str:
    """The chart as SVG whose text is text, with its title and its values in words for whoever does not see it."""
    from matplotlib import rc_context

    with_our_fonts()
    with rc_context(SETTINGS):
        svg = as_svg(_sheet(change)).replace(FAMILY, ALONE)
    head, end, rest = svg.partition(">")
    told = f"<title>{escape(title(change))}</title><desc>{escape(alternative(change))}</desc>"
    return f'{head} role="img" aria-label="{escape(title(change))}"{end}{told}{rest}'


def as_pixels(change: Change) -> bytes:
    """The same as PNG, 200 dots an inch, its words in the file's description."""
    from matplotlib import rc_context

    with_our_fonts()
    out = BytesIO()
    with rc_context(SETTINGS):
        words = {"Software": None, "Title": title(change), "Description": alternative(change)}
        _sheet(change).savefig(out, format="png", dpi=DOTS_AN_INCH, facecolor="white", metadata=words)
    return out.getvalue()


def _sheet(change: Change) -> Any:
    from matplotlib.figure import Figure as Sheet

    icons = icons_of(change)
    head = wrapped(title(change), HEADED, INCHES_WIDE - 0.16 - (ICON + 0.3) * len(icons), bold=True)
    foot = wrapped(" ".join(notes(change)), SMALL, INCHES_WIDE - 0.16)
    rules = wrapped(f"{method(change)} {NOT_FOR_RELEASE}", FINE, INCHES_WIDE - 0.16)
    top = max(len(head) * HEADED * 1.25 * LINE + 0.18, ICON + 0.28 if icons else 0) + 0.14
    key = key_of(change)
    below = 0.42 + (0.2 if key else 0) + (len(foot) * SMALL * 1.3 + len(rules) * FINE * 1.3) * LINE + 0.16
    high = top + (PLOT if change.points else 0.1) + below
    sheet = Sheet(figsize=(INCHES_WIDE, high), facecolor="white", dpi=DOTS_AN_INCH)
    sheet.text(
        0.08 / INCHES_WIDE, 1 - 0.08 / high, "\n".join(head), fontsize=HEADED, **TOP, fontweight="bold", color=INK
    )
    under = 0.1 + len(head) * HEADED * 1.25 * LINE
    sheet.text(0.08 / INCHES_WIDE, 1 - under / high, unit_of(change), fontsize=SMALL, **TOP, color=GREY)
    _draw_icons(sheet, icons, high)
    if change.points:
        labels = labels_of(change)
        wide = INCHES_WIDE - LEFT - TIE - 0.1 - max(width(label.words, SMALL, bold=label.bold) for label in labels)
        axes = sheet.add_axes((LEFT / INCHES_WIDE, below / high, wide / INCHES_WIDE, PLOT / high))
        draw_months(axes, change)
        draw_labels(axes, labels, wide, PLOT)
    text_at = below - 0.42
    if key:
        draw_key(sheet, key, (text_at - 0.02) / high, high)
        text_at -= 0.2
    sheet.text(0.08 / INCHES_WIDE, text_at / high, "\n".join(foot), fontsize=SMALL, color=INK, **TOP)
    text_at -= len(foot) * SMALL * 1.3 * LINE + 0.06
    sheet.text(0.08 / INCHES_WIDE, text_at / high, "\n".join(rules), fontsize=FINE, color=GREY, **TOP)
    return sheet


TOP: dict[str, Any] = {"va": "top", "ha": "left", "linespacing": 1.2}


def key_of(change: Change) -> list[Variation]:
    """The meanings that occur, where there is more than chance among them."""
    found = [v for v in Variation if v in {meaning(change, at) for at in range(len(change.points))}]
    return found if len(found) > 1 or Variation.COMMON not in found else []


def unit_of(change: Change) -> str:
    """What the axis counts."""
    of = change.of
    when = "each month" if change.measure.dated_by else "on each month's last day"
    if change.kind is ChartKind.ROLLING:
        when = "each point the twelve months to it"
    return f"Number of {of}, {when}" if change.measure.count_only else f"Share of {of}, {when}"


def icons_of(change: Change) -> list[Any]:
    """What is drawn in the corner: variation where there are limits, assurance where there is a target as well."""
    if not change.has_limits or change.xmr is None:
        return []
    variation, side = meaning(change, change.last), change.cause(change.last).side
    icons: list[Any] = [(VARIES[variation], lambda axes: draw_variation(axes, variation, side))]
    assurance = change.xmr.assurance
    if assurance:
        icons.append((ASSURES[assurance], lambda axes: draw_assurance(axes, assurance)))
    return icons


def _draw_icons(sheet: Any, icons: Sequence[Any], high: float) -> None:
    for place, (words, draw) in enumerate(reversed(icons)):
        left = INCHES_WIDE - 0.2 - ICON - place * (ICON + 0.3)
        draw(sheet.add_axes((left / INCHES_WIDE, 1 - (ICON + 0.06) / high, ICON / INCHES_WIDE, ICON / high)))
        at = ((left + ICON / 2) / INCHES_WIDE, 1 - (ICON + 0.09) / high)
        sheet.text(*at, words, fontsize=FINE, ha="center", va="top", color=GREY)


def draw_months(axes: Any, change: Change) -> None:
    count = len(change.points)
    low, high, steps = axis(change)
    axes.set_xlim(-0.5, max(count - 0.5, 1.5))
    axes.set_ylim(low, high)
    axes.set_yticks(steps, [amount(change, step) for step in steps])
    axes.tick_params(axis="y", length=0, labelsize=SMALL, labelcolor=GREY)
    axes.grid(axis="y", color="#e6eaeb", linewidth=0.6)
    axes.set_axisbelow(True)
    _months(axes, change)
    _limits(axes, change)
    if change.target is not None:
        axes.axhline(change.target, color=TARGET, linewidth=1.1, linestyle=(0, (6, 2, 1, 2)))
    _points(axes, change)


def _months(axes: Any, change: Change) -> None:
    """A tick a month; names as often as they can be read, and the year under the first and each January."""
    count = len(change.points)
    every = 1 if count <= 15 else 3 if count <= 36 else 6
    months = [point.month for point in change.points]
    named = [at for at, day in enumerate(months) if (day.month - 1) % every == 0]
    words, year = [], 0
    for at in named:
        words.append(f"{month(change, at)[:3]}\n{months[at].year if months[at].year != year else ' '}")
        year = months[at].year
    axes.set_xticks(named, words)
    axes.set_xticks(range(count), minor=True)
    axes.tick_params(axis="x", which="major", length=4, labelsize=SMALL, labelcolor=GREY)
    axes.tick_params(axis="x", which="minor", length=2, color=GREY)


def _groups(change: Change) -> Iterator[tuple[int, int]]:
    yield from pairwise((*change.starts, len(change.points)))


def _limits(axes: Any, change: Change) -> None:
    """Mean and limits, group by group, each with its step."""
    if change.xmr is None:
        return
    dashes = "solid" if change.kind is ChartKind.P else (0, (4, 2.5))
    for start, end in _groups(change):
        at = [start - 0.5, *range(start, end), end - 0.5]
        inner = [start, *range(start, end), end - 1]
        if start:
            axes.axvline(start - 0.5, color=GREY, linewidth=0.7, linestyle=(0, (1, 2)))
        if change.xmr.strengths[start] is not Strength.RUN_CHART:
            axes.plot(at, [change.xmr.mean[i] for i in inner], color=GREY, linewidth=1.0)
        if change.xmr.shows_limits(start):
            filled = [i for i in range(start, end) if change.points[i].value is not None]
            for which in (0, 1):
                height = [reach_of(change, i)[which] for i in filled]
                place = ([start - 0.5, *filled, end - 0.5], [height[0], *height, height[-1]])
                axes.plot(*place, color=LIMIT, linewidth=0.9, linestyle=dashes, drawstyle="steps-mid")


def labels_of(change: Change) -> list[Beside]:
    """What stands beside the last point."""
    return [*_limit_labels(change), *_other_labels(change)]


def _limit_labels(change: Change) -> Iterator[Beside]:
    last = change.last
    if change.xmr is None or change.xmr.strength is Strength.RUN_CHART:
        return
    mean = change.xmr.mean[last]
    yield Beside(f"mean {amount(change, mean)}", mean, GREY)
    if reach := reach_of(change, last):
        trial = "trial limit" if change.xmr.strength is Strength.TRIAL else "limit"
        yield Beside(f"upper {trial} {amount(change, reach[1])}", reach[1], GREY)
        yield Beside(f"lower {trial} {amount(change, reach[0])}", reach[0], GREY)


def _other_labels(change: Change) -> Iterator[Beside]:
    if change.target is not None:
        yield Beside(f"target {amount(change, change.target)}", change.target, TARGET)
    value = change.points[change.last].value or 0.0
    yield Beside(f"{month(change, change.last)[:3]} {amount(change, value)}", value, DARK, bold=True)


def _points(axes: Any, change: Change) -> None:
    """The points joined, the line open at a gap and at a new start, each marked by shape and colour."""
    nothing = float("nan")
    count = len(change.points)
    values = [nothing if p.value is None else p.value for p in change.points]
    for start, end in _groups(change):
        axes.plot(range(start, end), values[start:end], color=DARK, linewidth=1.2)
    for variation in Variation:
        at = [i for i in range(count) if change.points[i].value is not None and meaning(change, i) is variation]
        usual = variation is Variation.COMMON
        size = (3.6 if count <= 36 else 2.8) if usual else (6.2 if count <= 36 else 5.0)
        colour = DARK if usual else COLOURS[variation]
        edge = {} if usual else {"markeredgecolor": "white", "markeredgewidth": 0.7}
        if at:
            style = {"color": colour, "markersize": size, "linestyle": "none", "clip_on": False, "zorder": 4 - usual}
            axes.plot(at, [values[i] for i in at], marker=SHAPES[variation], **style, **edge)


def draw_labels(axes: Any, labels: Sequence[Beside], wide: float, tall: float) -> None:
    """Labels to the right of the plot, pushed apart until none lies on another, each tied to its height."""
    (low, high), (left, at) = axes.get_ylim(), axes.get_xlim()
    apart = (high - low) * (SMALL * 1.3 * LINE) / tall
    ordered = sorted(labels, key=lambda label: label.height)
    heights = [label.height for label in ordered]
    for _ in range(50):
        for i, (below, above) in enumerate(pairwise(heights)):
            if above - below < apart - 1e-12:
                middle = (above + below) / 2
                heights[i], heights[i + 1] = middle - apart / 2, middle + apart / 2
    for label, height in zip(ordered, heights, strict=True):
        weight = "bold" if label.bold else "normal"
        tie = {"arrowstyle": "-", "color": label.colour, "linewidth": 0.5, "shrinkA": 0, "shrinkB": 0}
        words = {"fontsize": SMALL, "color": label.colour, "fontweight": weight, "va": "center"}
        axes.annotate(
            label.words,
            (at, label.height),
            xytext=(at + (at - left) * TIE / wide, height),
            annotation_clip=False,
            arrowprops=tie | {"relpos": (0, 0.5)},
            **words,
        )


def draw_key(sheet: Any, key: Sequence[Variation], at: float, high: float) -> None:
    """Each shape that occurs with its word beside it."""
    from matplotlib.lines import Line2D

    left = LEFT
    for variation in key:
        colour = DARK if variation is Variation.COMMON else COLOURS[variation]
        place = ([left / INCHES_WIDE], [at - 0.05 / high])
        size = 3.6 if variation is Variation.COMMON else 5.6
        sheet.add_artist(Line2D(*place, marker=SHAPES[variation], color=colour, markersize=size, linestyle="none"))
        words = KEYED[variation]
        sheet.text((left + 0.1) / INCHES_WIDE, at - 0.05 / high, words, fontsize=SMALL, color=GREY, va="center")
        left += 0.32 + width(words, SMALL)


KEYED = {
    Variation.COMMON: "may be chance",
    Variation.IMPROVEMENT: "unlikely to be chance: improvement",
    Variation.CONCERN: "unlikely to be chance: concern",
    Variation.HIGHER: "unlikely to be chance: higher",
    Variation.LOWER: "unlikely to be chance: lower",
}
