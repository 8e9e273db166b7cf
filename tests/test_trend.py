"""Whether a figure has changed, asked on the command line."""

import json
from datetime import date

import pytest

from evidencegen.cli import main
from evidencegen.problem import EvidenceError
from evidencegen.project import read
from evidencegen.trend import Asked, trend

BRIEF = "provider: Larkfield Care\nas_at: 2026-09-15\nregisters:\n  safeguarding: log.csv\n"
HEAD = "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes,Date concluded,Service"


def _rows():
    """Fourteen months to September 2026, ten concerns concluded in each; 6 asked, then 7 by turns, then 10."""
    number = 0
    for month in range(14):
        year, of_year = divmod(2025 * 12 + 7 + month, 12)
        asked = 10 if month == 13 else 6 + month % 2
        for one in range(10):
            number += 1
            day = f"05/{of_year + 1:02}/{year}"
            wish = "Asked and expressed" if one < asked else "No"
            yield f"SECRET{number},P{number},{day},Neglect,{wish},{day},{'North' if one < 5 else 'South'}"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trend")
    (folder / "evidence.yaml").write_text(BRIEF)
    (folder / "log.csv").write_text("\n".join([HEAD, *_rows()]))
    return folder


@pytest.fixture
def ran(project, capsys):
    """Exit code, what was printed, and what was complained of, of one trend."""

    def run(*words):
        code = main(["trend", *map(str, words), str(project)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def test_the_title_the_drawing_the_table_and_the_notes_are_told(ran):
    code, told, _ = ran("msp.asked", "--months", "14", "--target", "90", "--fix", "12")
    assert code == 0
    lines = told.splitlines()
    assert " ".join(lines[:2]) == (
        "People asked what they wanted to happen: unusually high in September 2026; unlikely to be chance"
    )
    # 6 and 7 of ten by turns: mean 65%, ranges 10 points, limits 65 -/+ 26.6.
    rows = [line.split() for line in lines]
    assert ["2026-08", "6", "of", "10", "60%", "65%", "38%", "to", "92%"] in rows
    assert ["2026-09*", "10", "of", "10", "100%", "65%", "38%", "to", "92%", "above", "limit:", "improvement"] in rows
    assert "Higher is better here, so this is an improvement." in told
    assert "The target of 90% lies within the limits: chance decides when it is met." in lines
    assert "September 2026 is part of a month, to 15 September 2026." in lines
    assert "Not for release" in " ".join(lines)
    assert max(map(len, lines)) <= 80
    assert "SECRET" not in told


def test_a_program_is_given_the_points(ran):
    code, told, _ = ran("msp.asked", "--months", "14", "--fix", "12", "--json")
    found = json.loads(told)
    assert code == 0
    assert set(found) == {
        "key", "title", "notes", "chart", "method", "variation", "assurance", "target", "release", "points",
    }  # fmt: skip
    assert found["variation"] == "improvement"
    last = found["points"][-1]
    assert (last["first"], last["last"], last["counted"], last["out_of"]) == ("2026-09-01", "2026-09-15", 10, 10)
    assert [last[name] for name in ("value", "mean", "lower", "upper")] == pytest.approx([1.0, 0.65, 0.384, 0.916])
    assert (last["cause"], last["mark"]) == ("Above UCL", "above the upper limit: improvement")


def test_one_part_of_a_breakdown_is_named_in_the_title(ran):
    code, told, _ = ran("msp.asked[service=North]")
    assert code == 0
    assert "People asked what they wanted to happen, North: 100% in each of the 14 months" in " ".join(told.split())


def test_limits_start_anew_where_it_is_asked(ran):
    _, told, _ = ran("msp.asked", "--rebase", "2026-03")
    assert "Mean and limits are taken anew from March 2026." in told


def test_another_day_ends_the_months_elsewhere(ran):
    _, told, _ = ran("msp.asked", "--as-at", "2026-06-30", "--months", "6")
    assert "in the 6 months to June 2026" in " ".join(told.split())


@pytest.mark.parametrize(("name", "start"), [("asked.svg", b"<svg"), ("asked.PNG", b"\x89PNG")])
def test_the_chart_is_written_whole_and_nothing_beside_it(ran, tmp_path, name, start):
    code, told, _ = ran("msp.asked", "--out", tmp_path / name)
    assert code == 0
    assert told.endswith(f"Written: {tmp_path / name}\n")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes().startswith(start)


KEYS = [
    ({"key": "msp.askd"}, "figure.unknown"),
    ({"key": "training.current"}, "figure.not_collected"),
    ({"key": "msp.asked", "months": 5}, "trend.months"),
    ({"key": "msp.asked", "fix": 11}, "trend.fix"),
    ({"key": "msp.asked", "target": 101}, "trend.target"),
    ({"key": "msp.asked", "rebase": (date(2025, 8, 1),)}, "trend.rebase"),
    ({"key": "msp.asked", "as_at": date(2025, 10, 31), "fix": 12}, "trend.no_limits"),
]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["msp.askd"], "did you mean msp.asked"),
        (["zzzzzz"], "list the keys with `evidencegen figures`"),
        (["msp.asked["], "did you mean msp.asked"),
        (["msp.asked[service=Nort]"], "did you mean msp.asked[service=North]"),
        (["training.current"], "there is no staff register in the project"),
        (["msp.asked", "--months", "5"], "from 6 to 60 months"),
        (["msp.asked", "--months", "61"], "from 6 to 60 months"),
        (["msp.asked", "--fix", "11"], "at least 12 months"),
        (["msp.asked", "--target", "101"], "a percentage from 0 to 100"),
        (["concerns.raised", "--target", "-1"], "a number of 0 or more"),
        (["msp.asked", "--rebase", "2025-08"], "a month from 2025-09 to 2026-09"),
        (["msp.asked", "--rebase", "2027-01"], "a month from 2025-09 to 2026-09"),
        (["msp.fully_achieved", "--fix", "12"], "Outcome achieved"),
        (["msp.asked", "--as-at", "2025-10-31", "--rebase", "2025-09"], "leave --rebase and --fix out"),
        (["msp.asked", "--out", "asked.pdf"], "ends with .svg or .png"),
        (["msp.asked", "--out", "asked"], "a name without an ending"),
        (["msp.asked", "--out", "no/such/folder/asked.svg"], "choose another folder"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_the_cure(ran, words, told):
    code, printed, complained = ran(*words)
    assert (code, printed) == (2, "")
    assert told in complained
    assert "Traceback" not in complained


@pytest.mark.parametrize(("words", "key"), KEYS)
def test_each_kind_of_problem_has_a_key(project, words, key):
    with pytest.raises(EvidenceError) as error:
        trend(read(project), Asked(**words))
    assert [problem.key for problem in error.value.problems] == [key]


def test_a_month_that_is_none_is_refused_before_anything_is_read(ran, capsys):
    with pytest.raises(SystemExit) as ended:
        ran("msp.asked", "--rebase", "March")
    assert ended.value.code == 2
    assert "is not a month such as 2026-03" in capsys.readouterr().err
