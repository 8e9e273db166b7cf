"""What a board is told, from a small project worked by hand."""

import json
from dataclasses import replace
from datetime import date

import pytest

from evidencegen.build import build
from evidencegen.drafted import drafts_of, pack_of
from evidencegen.measures.view import Unit
from evidencegen.problem import EvidenceError
from evidencegen.project import read
from evidencegen.project_board import _aim
from evidencegen.release.figure import Figure

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
targets: {msp.asked: 70}
registers:
  safeguarding: log.csv
"""
HEAD = "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes,Date concluded,Desired outcome"


def rows():
    """Fourteen months to September 2026, ten concerns concluded in each; 6 asked, then 7 by turns, then 10."""
    number = 0
    for month in range(14):
        year, of_year = divmod(2025 * 12 + 7 + month, 12)
        asked = 10 if month == 13 else 6 + month % 2
        for one in range(10):
            number += 1
            day = f"05/{of_year + 1:02}/{year}"
            wish = "Asked and expressed,{},to stay at home" if one < asked else "No,{},"
            yield f"SECRET{number},P{number},{day},Neglect,{wish.format(day)}"


@pytest.fixture
def board(tmp_path):
    """What the board is told, the brief with this added: `board('packs: ...', log=rows)`."""

    def make(more="", log=None):
        (tmp_path / "evidence.yaml").write_text(BRIEF + more)
        (tmp_path / "log.csv").write_text("\n".join([HEAD, *(rows() if log is None else log)]) + "\n")
        project = read(tmp_path)
        kind = pack_of("board")
        project = replace(project, brief=project.brief.for_pack(kind.key, kind.audience))
        (draft,) = drafts_of(project, kind, None)
        return draft.beside

    return make


CHARTS = "packs:\n  board:\n    charts: [{}]\n"


def test_the_charts_that_the_brief_names_are_drawn_in_its_order(board):
    made = board(CHARTS.format("msp.asked, concerns.raised"))
    assert [one.key for one in made.charts] == ["msp.asked", "concerns.raised"]
    asked = made.charts[0].as_dict()
    # By turns 6 and 7 of ten to August, then 10 of ten.
    assert asked["months"][0] == "2025-08"
    assert asked["counted"] == [6, 7] * 6 + [6, 10]
    assert asked["out_of"] == [10] * 14
    assert asked["target"] == 0.7
    assert made.better == (made.charts[0],)
    assert made.better[0].title.endswith("unusually high in September 2026; unlikely to be chance")


def test_the_usual_charts_leave_out_what_is_not_collected_and_say_why(board):
    made = board()
    assert [one.key for one in made.charts] == ["concerns.raised", "msp.asked"]
    assert ("Required training current", "there is no staff register in the project") in made.undrawn


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("msp.aksed", "no figure has this key"),
        ("advocacy.days_to_contact", "a figure of how long things took, or for each hundred"),
        ("training.current", "there is no staff register in the project"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_told_with_the_line_of_the_brief(board, key, found):
    with pytest.raises(EvidenceError) as refused:
        board(CHARTS.format(f"msp.asked, {key}"))
    (problem,) = refused.value.problems
    assert (problem.key, problem.place.file, problem.place.line) == ("brief.chart", "evidence.yaml", 8)
    assert problem.found == f"`{key}`: {found}"


def test_every_chart_that_cannot_be_drawn_is_told_at_once(board):
    with pytest.raises(EvidenceError) as refused:
        board(CHARTS.format("one, two"))
    assert len(refused.value.problems) == 2


@pytest.mark.parametrize("audience", ["external", "strict", "exact", "sac"])
def test_what_leaves_the_house_has_no_chart_and_no_exact_count(board, audience):
    made = board(f"packs:\n  board:\n    audience: {audience}\n    charts: [msp.asked]\n    decided: [Ask sooner.]\n")
    assert made.leaves
    assert (made.charts, made.crossings, made.themes, made.seen, made.again) == ((), (), (), (), ())
    assert [str(one.said) for one in made.decided] == ["Ask sooner."]


def test_a_target_crossed_in_the_month_is_told_with_both_figures(board):
    made = board()
    # Twelve months to August: six of 6 and six of 7 of ten, 78 of 120 are 65%. To September: 10 in place of a 7, 81 of
    # 120, which is 68%. The target is 70%, so nothing is crossed.
    assert made.crossings == ()
    assert [(one.now.counts, one.target) for one in made.short] == [("81 of 120", "70%")]
    (crossed,) = board("packs: {board: {months: 2}}\n").crossings
    # Two months to August: 7 and 6 of ten, 65%; to September: 6 and 10 of ten, 80%.
    assert (crossed.before.counts, crossed.now.counts, crossed.target, crossed.day_before) == (
        "13 of 20",
        "16 of 20",
        "70%",
        "31 August 2026",
    )
    assert crossed.is_better
    assert board("packs: {board: {months: 2}}\n").short == ()


def test_themes_are_counted_from_the_words_of_both_periods(board):
    made = board()
    (home,) = [one for one in made.themes if one.notes]
    # October 2025 to September 2026: six months of 6 wishes, five of 7 and one of 10, 81 in all. Before them 6 in August
    # and 7 in September 2025.
    assert (home.title, home.notes, home.notes_before) == ("Staying at or returning to chosen home", 81, 13)
    assert not made.has_plan
    assert home.gap == ""
    assert not made.before_is_whole


def test_the_notes_of_the_check_are_counted_by_what_they_mean_and_hold_no_value(board):
    log = [*rows(), "SECRET900,P1,05/09/2026,Neglect,No,,", "SECRET901,P1,05/09/2026,Neglect,No,,"]
    (seen,) = board(log=log).seen
    assert (seen.where, seen.means, seen.places) == (
        "log.csv",
        "One concern that was written down twice would be counted twice",
        2,
    )


def test_only_what_the_sections_tell_is_worked_out(board):
    made = board("packs: {board: {sections: [themes]}}\n")
    assert (made.charts, made.crossings, made.seen) == ((), (), ())
    assert made.themes


def test_every_number_of_a_chart_is_in_the_manifest(tmp_path):
    (tmp_path / "evidence.yaml").write_text(BRIEF + CHARTS.format("msp.asked"))
    (tmp_path / "log.csv").write_text("\n".join([HEAD, *rows()]) + "\n")
    build(tmp_path, pack="board", out=tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "board.manifest.json").read_text())
    (series,) = manifest["beside"]["series"]
    assert series["key"] == "msp.asked"
    assert series["counted"] == [6, 7] * 6 + [6, 10]
    assert len(manifest["beside_sha256"]) == 64
    assert "SECRET" not in json.dumps(manifest)


def test_one_or_two_months_are_no_chart_and_a_note_on_what_leaves_is_none_of_the_workbooks(board):
    log = list(rows())[-20:]
    made = board("policy: {people_supported: 9}\n" + CHARTS.format("msp.asked"), log=log)
    assert made.charts == ()
    assert made.undrawn == (
        ("People asked what they wanted to happen", "there is something to count in one or two months alone"),
    )
    assert made.seen == ()


def test_a_target_that_may_not_be_passed_is_told_as_one():
    aimed = {
        "key": "k",
        "measure": "k",
        "title": "t",
        "definition": "",
        "period": "",
        "span": "",
        "as_at": date(2026, 9, 30),
    }
    of = Unit("concern", "concerns")
    assert _aim(Figure(**aimed, of=of, target=0.1, lower_is_better=True)) == "at most 10%"
    assert _aim(Figure(**aimed, of=of, target=0.9)) == "90%"
