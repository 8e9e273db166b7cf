"""A provider's own colour, font and size: what is allowed, and what becomes of our styles."""

import pytest
from pydantic import ValidationError

from evidencegen.brief import read_brief
from evidencegen.limit import Limit
from evidencegen.look import ACCENT, Look, contrast, mixed, pale
from evidencegen.problem import EvidenceError
from evidencegen.shipped import shipped

BRIEF = "provider: Larkfield Care\nas_at: 2026-09-30\nregisters: {staff: staff.xlsx}\n"


@pytest.mark.parametrize(
    ("colour", "on_white"),
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#ff0000", 4.0), ("#0000ff", 8.59)],
)
def test_contrast_is_that_of_published_examples(colour, on_white):
    """WebAIM's contrast checker gives these."""
    assert contrast(colour) == pytest.approx(on_white, abs=0.006)


def test_a_colour_is_mixed_with_white():
    assert mixed("#000000", 0.2) == "#cccccc"
    assert mixed("#ff0000", 0.5) == "#ff8080"
    assert mixed("#123456", 0) == "#ffffff"


def test_text_can_be_read_on_the_ground_mixed_from_its_colour():
    assert pale("#1d4d5c") == "#eff3f4"
    assert pale("#767676") == "#ffffff"
    for colour in ("#b30000", "#006b3c", "#6b3fa0", "#757575", "#0b0b0b"):
        assert contrast(colour, pale(colour)) >= 4.5
        assert contrast("#5c6468", pale(colour)) >= 4.5


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('colour: "#ff0000"', "text in this one on white has a contrast of 4.0:1, and 4.5:1 is the least"),
        ("colour: teal", "a colour in six digits"),
        ('colour: "#123"', "a colour in six digits"),
        ("font: Comic Sans MS", "Arial or Liberation Sans"),
        ("font_size: 10", "11 or 12, which buyers ask for"),
        ("color: x", "did you mean `colour`?"),
    ],
)
def test_what_is_not_allowed_is_refused_with_its_line_and_what_is(tmp_path, line, told):
    (tmp_path / "evidence.yaml").write_text(f"{BRIEF}look:\n  logo: logo.svg\n  {line}\n")
    with pytest.raises(EvidenceError) as refused:
        read_brief(tmp_path)
    (problem,) = refused.value.problems
    assert problem.place.line == 6
    assert told in problem.wanted


def test_a_look_is_read_and_ours_stands_where_none_is_given(tmp_path):
    (tmp_path / "evidence.yaml").write_text(f'{BRIEF}look: {{colour: "#6B3FA0", font: Arial, font_size: 12}}\n')
    brief = read_brief(tmp_path)
    assert (brief.look.colour, brief.look.font_size, brief.templates) == ("#6b3fa0", 12, "templates")
    assert not brief.look.is_ours
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    assert read_brief(tmp_path).look == Look(colour=ACCENT)
    assert read_brief(tmp_path).look.is_ours


@pytest.mark.parametrize("name", ["print.css", "screen.css"])
def test_nothing_of_our_colour_is_left_in_styles_painted_in_another(name):
    css = (shipped("report_templates") / name).read_text(encoding="utf-8")
    assert ACCENT in css
    painted = Look(colour="#6b3fa0").styled(css)
    assert not any(ours in painted for ours in ("#1d4d5c", "#c9dade", "#eef3f4"))
    assert painted.count("#6b3fa0") == css.count(ACCENT)
    assert Look().styled(css) == css


def test_a_larger_size_makes_every_size_in_points_larger_and_leaves_margins():
    css = "body { font: 11pt/14.3pt A; margin: 2pt; } p { font-size: 5.5pt; line-height: 22pt; padding: 11pt; }"
    assert Look(font_size=12).styled(css) == (
        "body { font: 12pt/15.6pt A; margin: 2pt; } p { font-size: 6pt; line-height: 24pt; padding: 11pt; }"
    )


def test_a_size_that_is_no_number_is_refused():
    with pytest.raises(ValidationError):
        Look(font_size="large")


def test_a_buyer_may_ask_for_another_size_and_for_one_of_tables():
    assert Look().for_buyer(Limit()) == (Look(), "")
    look, css = Look().for_buyer(Limit(size=12))
    assert (look.font_size, look.styled("p { font-size: 11pt; }")) == (12, "p { font-size: 12pt; }")
    assert css.endswith("{ font-size: 12pt !important; line-height: 15.24pt !important; }\n")
    look, css = Look().for_buyer(Limit(table_size=10))
    assert look == Look()
    assert css.startswith("main table") and "font-size: 10pt" in css
    # Single spacing of Arial is 0.905 + 0.212 + 0.033 of its size, by its font file: 1.5 times 1.149 is 1.724.
    look, css = Look().for_buyer(Limit(line_spacing=1.5, margins=25))
    assert look == Look()
    assert "{ line-height: 1.724 !important; }\n@page { margin: 25mm; }\n" in css
