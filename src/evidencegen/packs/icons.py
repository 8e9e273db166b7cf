"""What a chart of months says of variation and of its target, each as a small drawing."""

from typing import Any

from evidencegen.measures.history import Assurance, Variation

BLUE, ORANGE, PURPLE, GREY = "#0f5fa8", "#b35000", "#6b3fa0", "#5c6468"
COLOURS = {
    Variation.COMMON: GREY,
    Variation.IMPROVEMENT: BLUE,
    Variation.CONCERN: ORANGE,
    Variation.HIGHER: PURPLE,
    Variation.LOWER: PURPLE,
}
SHAPES = {
    Variation.COMMON: "o",
    Variation.IMPROVEMENT: "D",
    Variation.CONCERN: "s",
    Variation.HIGHER: "^",
    Variation.LOWER: "v",
}
VARIES = {
    Variation.COMMON: "chance alone",
    Variation.IMPROVEMENT: "improvement",
    Variation.CONCERN: "concern",
    Variation.HIGHER: "higher",
    Variation.LOWER: "lower",
}
ASSURES = {
    Assurance.MEETS: "meets target",
    Assurance.FAILS: "misses target",
    Assurance.HIT_OR_MISS: "hit or miss",
}
WAVE = ([-0.62, -0.37, -0.12, 0.12, 0.37, 0.62], [-0.05, 0.22, -0.22, 0.22, -0.22, 0.05])
CLIMB = ([-0.6, -0.25, 0.1, 0.42], [-0.42, -0.22, 0.0, 0.34])


def draw_variation(axes: Any, variation: Variation, side: int) -> None:
    """The icon on axes of its own, from -1 to 1 either way: filled for improvement, a heavy ring for concern.

    Dashed rings are neither good nor bad, thin grey ones chance alone; `side` is 1 where the points run high.
    """
    colour = COLOURS[variation]
    improved = variation is Variation.IMPROVEMENT
    dashed = variation in (Variation.HIGHER, Variation.LOWER)
    width = {Variation.COMMON: 1.0, Variation.CONCERN: 3.0}.get(variation, 1.6)
    _ring(axes, colour, width, filled=improved, dashed=dashed)
    ink = "white" if improved else colour
    if not side:
        axes.plot(*WAVE, color=ink, linewidth=1.2, marker="o", markersize=2.6)
        return
    xs, ys = CLIMB[0], [side * y for y in CLIMB[1]]
    axes.plot(xs, ys, color=ink, linewidth=1.3, marker="o", markersize=2.6)
    arrow = {"arrowstyle": "-|>", "color": ink, "linewidth": 1.3, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 7}
    axes.annotate("", (0.62, side * 0.6), (xs[-1], ys[-1]), arrowprops=arrow)
    axes.text(-0.35, side * 0.42, "H" if side > 0 else "L", color=ink, fontsize=8, fontweight="bold", **MIDDLE)


def draw_assurance(axes: Any, assurance: Assurance) -> None:
    """The icon on axes of its own: the target as a dashed line, and where the months lie to it.

    Filled with a tick where it is met, a heavy ring with a cross where it is missed, a thin one with a question
    mark where chance decides.
    """
    meets, fails = assurance is Assurance.MEETS, assurance is Assurance.FAILS
    colour = BLUE if meets else ORANGE if fails else GREY
    _ring(axes, colour, 3.0 if fails else 1.0, filled=meets, dashed=False)
    ink = "white" if meets else colour
    axes.plot([-0.66, 0.66], [-0.38, -0.38], color=ink, linewidth=1.0, linestyle=(0, (2.5, 1.5)))
    if meets:
        axes.plot([-0.32, -0.08, 0.36], [0.16, -0.1, 0.48], color=ink, linewidth=2.0)
    elif fails:
        for rise in (1, -1):
            axes.plot([-0.26, 0.26], [0.2 - 0.26 * rise, 0.2 + 0.26 * rise], color=ink, linewidth=2.0)
    else:
        axes.text(0, 0.2, "?", color=ink, fontsize=11, fontweight="bold", **MIDDLE)


MIDDLE = {"ha": "center", "va": "center_baseline"}


def _ring(axes: Any, colour: str, width: float, *, filled: bool, dashed: bool) -> None:
    from matplotlib.patches import Circle

    face = colour if filled else "white"
    style = (0, (2.2, 1.4)) if dashed else "solid"
    axes.add_patch(Circle((0, 0), 0.9, facecolor=face, edgecolor=colour, linewidth=width, linestyle=style))
    axes.set_xlim(-1.05, 1.05)
    axes.set_ylim(-1.05, 1.05)
    axes.set_axis_off()
