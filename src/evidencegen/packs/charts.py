"""A picture of figures, titled with what it shows."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from io import StringIO
from itertools import groupby
from textwrap import shorten
from typing import Any

from evidencegen.look import ACCENT, TINT
from evidencegen.release.figure import Figure, Mark
from evidencegen.shipped import shipped

FAMILY, MEASURED_WITH = "Evidence Sans", "Liberation Sans"
DARK, GREY = ACCENT, "#5c6468"
INCHES_WIDE = 6.77
INCHES_A_ROW = 0.168
TEXT = 8.5
SETTINGS: dict[Any, Any] = {
    "font.family": [MEASURED_WITH],
    "font.size": TEXT,
    "svg.fonttype": "none",
    "svg.hashsalt": "evidencegen",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.edgecolor": GREY,
    "text.color": "#1a1a1a",
    "xtick.color": GREY,
    "axes.labelcolor": GREY,
}


class Kind(Enum):
    """What a chart compares."""

    RANGES = "parts of a breakdown, each a share with its 95% range"
    SHARES = "shares of one base, measure by measure"


@dataclass(frozen=True)
class ChartPlan:
    """Which figures a chart draws, and the words it is titled with.

    `one` and `many` name the parts, as in "course" and "courses"; `labels` name the measures of a
    chart of shares; `unit` stands on the axis.
    """

    key: str
    kind: Kind
    measures: tuple[str, ...]
    subject: str
    unit: str
    column: str = ""
    one: str = ""
    many: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A drawn chart, or the reason there is none: then `svg` is empty and `title` says why."""

    key: str
    title: str
    alt: str
    svg: str
    remarks: tuple[str, ...]
    wholes: tuple[Figure, ...]
    parts: tuple[Figure, ...]

    @property
    def address(self) -> str:
        """The picture as a data address, for an image."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode()).decode()}"


def parts(figures: Mapping[str, Figure], measure: str, column: str) -> tuple[Figure, ...]:
    """The parts of one breakdown, in the order of the figures."""
    return tuple(f for f in figures.values() if f.measure == measure and f.column == column)


def chart(plan: ChartPlan, figures: Mapping[str, Figure]) -> Chart:
    """Draw what may be drawn; say what is not drawn, and why."""
    wholes = tuple(figures[key] for key in plan.measures)
    if plan.kind is Kind.SHARES:
        candidates, label_of = wholes, dict(zip(wholes, plan.labels, strict=True))
    else:
        candidates = parts(figures, plan.measures[0], plan.column)
        label_of = {f: f.group for f in candidates}
    drawn = [f for f in candidates if f.share is not None]
    if plan.kind is Kind.SHARES and wholes[0] not in drawn:
        drawn = []
    if not drawn:
        return Chart(plan.key, _why_none(plan, wholes, candidates), "", "", (), wholes, candidates)
    if plan.kind is not Kind.SHARES:
        drawn.sort(key=lambda f: (-(f.share or 0), f.group))
    title = _title(plan, drawn, label_of)
    remarks = tuple(_remarks(plan, drawn, [f for f in candidates if f not in drawn], label_of))
    values = "; ".join(_value(f, label_of[f], plan.kind) for f in drawn)
    alt = " ".join((f"{title}.", f"Values: {values}.", *remarks))
    return Chart(plan.key, title, alt, _draw(plan, drawn, wholes, label_of), remarks, wholes, candidates)


def _title(plan: ChartPlan, drawn: Sequence[Figure], label_of: Mapping[Figure, str]) -> str:
    """What the chart shows, in words that hold for ties, one part, and any values."""
    if plan.kind is Kind.SHARES:
        return f"{plan.subject}: " + "; ".join(f"{label_of[f]} {f.amount}" for f in drawn)
    tied = [list(group) for _, group in groupby(drawn, key=lambda f: f.amount)]
    first, last = tied[0], tied[-1]
    top = first[0].amount
    if len(drawn) == 1:
        return f"{plan.subject}: {drawn[0].group}, {top}"
    if len(tied) == 1:
        return f"{plan.subject}: {top} for each {plan.one} drawn"
    return f"{plan.subject}: from {last[0].amount} ({_names(last, plan)}) to {top} ({_names(first, plan)})"


def _names(figures: Sequence[Figure], plan: ChartPlan) -> str:
    if len(figures) > 3:
        return f"{len(figures)} {plan.many}"
    *first, last = sorted(f.group for f in figures)
    return f"{', '.join(first)} and {last}" if first else last


def _value(figure: Figure, label: str, kind: Kind) -> str:
    reach = f", 95% range {figure.range}" if kind is Kind.RANGES and figure.range else ""
    return f"{label} {figure.amount} ({figure.counts}){reach}"


def _remarks(
    plan: ChartPlan, drawn: Sequence[Figure], left: Sequence[Figure], label_of: Mapping[Figure, str]
) -> Iterable[str]:
    """One sentence for each reason that something is not drawn."""
    if plan.kind is Kind.RANGES and len(drawn) > 1:
        yield "Lines show the 95% range; where two of them overlap, the difference may be chance."
    if small := [f for f in left if f.mark is None]:
        listed = ", ".join(f"{label_of[f]} ({f.counts})" for f in small)
        yield f"Not drawn, because the base is too small for a percentage: {listed}."
    for mark in Mark:
        if marked := [label_of[f] for f in left if f.mark is mark]:
            yield f"Not drawn {mark.value}: {', '.join(marked)}."


def _why_none(plan: ChartPlan, wholes: Sequence[Figure], candidates: Sequence[Figure]) -> str:
    """The sentence that stands where the chart would be."""
    comma = "," if "," in plan.subject else ""
    start = f"No chart of {plan.subject[0].lower()}{plan.subject[1:]}{comma} is drawn"
    absent = [f for f in wholes if f.mark and f.mark is not Mark.SUPPRESSED]
    if len(absent) == len(wholes) and len({f.absence for f in absent}) == 1:
        return f"{start}: {absent[0].absence}."
    if any(f.mark is Mark.SUPPRESSED for f in candidates):
        return f"{start}: the numbers are so small that people might be recognised, or too small for a percentage."
    if not candidates:
        return f"{start}: there is nothing of the kind on record."
    return f"{start}: the numbers are too small for a percentage."


@cache
def with_our_fonts() -> None:
    """Let matplotlib measure text with the fonts that the pack is set in."""
    from matplotlib.font_manager import fontManager

    for path in sorted((shipped("report_templates") / "fonts").glob("*.ttf")):
        fontManager.addfont(str(path))


def _draw(plan: ChartPlan, drawn: Sequence[Figure], wholes: Sequence[Figure], label_of: Mapping[Figure, str]) -> str:
    from matplotlib import rc_context
    from matplotlib.figure import Figure as Sheet

    with_our_fonts()
    wide, right = INCHES_WIDE, 0.6
    labels = [shorten(label_of[f][:1].upper() + label_of[f][1:], 48, placeholder=" ...") for f in drawn]
    left = 0.12 + 0.066 * max(map(len, labels))
    overall = wholes[0] if plan.kind is Kind.RANGES and wholes[0].share is not None and len(drawn) > 1 else None
    head = 0.18 if overall else 0.02
    high = INCHES_A_ROW * len(labels) + 0.38 + head
    with rc_context(SETTINGS):
        sheet = Sheet(figsize=(wide, high))
        axes = sheet.add_axes((left / wide, 0.38 / high, 1 - (left + right) / wide, 1 - (0.38 + head) / high))
        axes.set_ylim(len(drawn) - 0.5, -0.5)
        axes.set_yticks(range(len(drawn)), labels)
        axes.tick_params(axis="y", length=0, labelcolor="#1a1a1a")
        axes.tick_params(axis="x", length=2.5, labelsize=TEXT - 0.5)
        _marks(axes, plan, drawn, overall)
        axes.set_xlabel(plan.unit, fontsize=TEXT - 0.5)
        return as_svg(sheet)


def _marks(axes: Any, plan: ChartPlan, drawn: Sequence[Figure], overall: Figure | None) -> None:
    """Dots with their ranges, or bars; each with its value beside it."""
    for row, f in enumerate(drawn):
        end = 100 * float(f.share or 0)
        if plan.kind is Kind.RANGES and f.interval:
            axes.axhline(row, color=TINT, linewidth=0.6, zorder=0)
            reach = [100 * f.interval.low, 100 * f.interval.high]
            axes.plot(reach, [row, row], color=DARK, linewidth=1.4, clip_on=False)
            axes.plot([end], [row], "o", color=DARK, markersize=5.5, clip_on=False)
            end = 100.0
        else:
            colour = DARK if f.amount == drawn[0].amount else TINT
            axes.barh([row], [end], height=0.6, color=colour, edgecolor=DARK, linewidth=0.7)
        axes.annotate(f.amount, (end, row), xytext=(5, 0), textcoords="offset points", va="center", fontweight="bold")
    axes.set_xlim(0, 100)
    axes.set_xticks([0, 25, 50, 75, 100], ["0%", "25%", "50%", "75%", "100%"])
    if overall and overall.share is not None:
        whole = float(100 * overall.share)
        axes.axvline(whole, color=GREY, linewidth=0.8, linestyle=(0, (3, 2)), zorder=0)
        place = {"xytext": (0, 3), "textcoords": "offset points", "ha": "center", "fontsize": TEXT - 0.5, "color": GREY}
        axes.annotate(f"together {overall.amount}", (whole, -0.5), **place)


def as_svg(sheet: Any) -> str:
    """The drawing as SVG whose text is text, in the pack's own font."""
    out = StringIO()
    sheet.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    svg = out.getvalue().replace(f"'{MEASURED_WITH}'", FAMILY)
    return svg[svg.index("<svg") :]
