"""The icons can be told apart without colour."""

import pytest
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from evidencegen.measures.history import Assurance, Variation
from evidencegen.packs.icons import ASSURES, COLOURS, SHAPES, VARIES, draw_assurance, draw_variation


def _ring(draw):
    """Whether the ring is filled, how heavy it is, whether it is dashed, and the letters inside."""
    axes = Figure().add_axes((0, 0, 1, 1))
    draw(axes)
    (ring,) = (patch for patch in axes.patches if isinstance(patch, Circle))
    filled = tuple(ring.get_facecolor()[:3]) != (1.0, 1.0, 1.0)
    letters = "".join(text.get_text() for text in axes.texts)
    return filled, ring.get_linewidth(), ring.get_linestyle() != "solid", letters


SIDED = [(v, s) for v in Variation for s in (1, -1) if v is not Variation.COMMON]


def test_each_variation_looks_its_own_without_colour():
    drawn = [_ring(lambda axes, v=v, s=s: draw_variation(axes, v, s)) for v, s in [(Variation.COMMON, 0), *SIDED]]
    kinds = {
        (variation, side): ring for (variation, side), ring in zip([(Variation.COMMON, 0), *SIDED], drawn, strict=True)
    }
    assert [ring[0] for ring in drawn].count(True) == 2
    assert all(ring[3] == {1: "H", -1: "L", 0: ""}[side] for (_, side), ring in kinds.items())
    looks = {variation: ring[:3] for (variation, _), ring in kinds.items()}
    assert len({looks[v] for v in (Variation.COMMON, Variation.IMPROVEMENT, Variation.CONCERN, Variation.HIGHER)}) == 4


def test_each_assurance_looks_its_own_without_colour():
    looks = [_ring(lambda axes, a=a: draw_assurance(axes, a)) for a in Assurance]
    assert len(set(looks)) == 3
    assert [look[3] for look in looks].count("?") == 1


@pytest.mark.parametrize("variation", Variation)
def test_every_variation_has_a_shape_a_colour_that_reads_on_white_and_words(variation):
    assert VARIES[variation]
    assert len(set(SHAPES.values())) == len(Variation)
    # WCAG 2.2: relative luminance, and a contrast of 4.5 to 1 for words.
    channels = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(COLOURS[variation])]
    luminance = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    assert 1.05 / (luminance + 0.05) >= 4.5


def test_every_assurance_has_words():
    assert set(ASSURES) == set(Assurance)
    assert len(set(ASSURES.values())) == 3
