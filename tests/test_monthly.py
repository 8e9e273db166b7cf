"""The month's report with nobody looking on: built once, kept, told, and never half there."""

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from evidencegen import monthly, run_log
from evidencegen.brief import NAME
from evidencegen.monthly import AGAIN, BUILT, NOT_BUILT, UNCHANGED, run
from evidencegen.problem import EvidenceError, GateRefused, Place, Problem
from evidencegen.run_lock import only_run

TODAY, NOW = date(2026, 10, 1), datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
BRIEF = """\
provider: Larkfield Care
as_at: 2026-03-31
registers:
  staff: staff.csv
"""
INSIDE = {"people": {"smallest_shown": 0, "base": 1, "smallest_base": 10}, "for_release": False}


@pytest.fixture
def folder(tmp_path):
    """A project folder with a space in its name."""
    made = tmp_path / "our evidence"
    made.mkdir()
    (made / NAME).write_text(BRIEF)
    (made / "staff.csv").write_text("Staff ID\nS1\n")
    return made


@pytest.fixture
def asked(monkeypatch):
    """Builds stood in for by one that writes how many lines the workbook has, and what each was asked for."""
    calls = []

    def build(folder, *, pack, formats, out, as_at, read_on, earlier, say):
        calls.append({"pack": pack, "as_at": as_at, "read_on": read_on, "earlier": earlier, "formats": formats})
        out.mkdir(parents=True)
        for form in formats:
            (out / f"board.{form}").write_text((folder / "staff.csv").read_text())
        rows = (folder / "staff.csv").read_text().strip().count("\n")
        told = {
            "format": "evidencegen-manifest/1",
            "made": {"as_at": as_at.isoformat(), "profile": INSIDE},
            "figures": [{"key": "staff", "about": "people", "counted": rows}],
        }
        (out / "board.manifest.json").write_text(json.dumps(told))

    monkeypatch.setattr(monthly, "build", build)
    return calls


def _run(folder, *, today=TODAY, month=None):
    return run(folder, today=today, now=NOW, month=month)


def _log(folder):
    return run_log.entries(folder / "output" / "board" / "runs.jsonl")


def _there(folder):
    return sorted(p.name for p in (folder / "output" / "board").iterdir() if p.is_dir())


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 10, 1), date(2026, 9, 30)),
        (date(2026, 10, 31), date(2026, 9, 30)),
        (date(2027, 1, 1), date(2026, 12, 31)),
        (date(2028, 3, 15), date(2028, 2, 29)),
    ],
)
def test_the_report_is_of_the_last_month_that_is_over(folder, asked, today, last):
    done = _run(folder, today=today)
    assert (done.outcome, done.month, done.exit_code) == (BUILT, last, 0)
    assert (asked[0]["as_at"], asked[0]["read_on"], asked[0]["pack"]) == (last, today, "board")
    assert _there(folder) == [f"{last:%Y-%m}"]


def test_another_month_may_be_asked_for_unless_it_is_not_over(folder, asked):
    assert _run(folder, month=date(2026, 8, 1)).month == date(2026, 8, 31)
    done = _run(folder, month=date(2026, 10, 1))
    assert (done.outcome, done.exit_code) == (NOT_BUILT, 2)
    assert [p.key for p in done.problems] == ["monthly.not_over"]
    assert _run(folder, month=date(2026, 9, 1), today=date(2026, 9, 30)).exit_code == 2
    assert len(asked) == 1


def test_a_second_run_does_nothing_and_says_so(folder, asked):
    first = _run(folder)
    before = {path: path.read_bytes() for path in first.edition.folder.iterdir()}
    done = _run(folder)
    assert (done.outcome, done.exit_code, len(asked)) == (UNCHANGED, 0, 1)
    assert "nothing that it is made from has changed" in done.why
    assert {path: path.read_bytes() for path in first.edition.folder.iterdir()} == before
    assert [line["outcome"] for line in _log(folder)] == [BUILT, UNCHANGED]


def test_a_corrected_workbook_makes_a_second_edition_beside_the_first(folder, asked):
    first = _run(folder)
    (folder / "staff.csv").write_text("Staff ID\nS1\nS2\n")
    done = _run(folder)
    assert (done.outcome, done.why, done.exit_code) == (AGAIN, "changed since: staff.csv", 0)
    assert _there(folder) == ["2026-09", "2026-09-edition-2"]
    assert (first.edition.folder / "board.pdf").read_text() == "Staff ID\nS1\n"
    assert first.edition.damaged() == []
    assert asked[1]["earlier"] == ["output/board/2026-09/board.manifest.json"]
    assert _run(folder).outcome == UNCHANGED
    assert len(asked) == 2


def test_a_workbook_whose_change_alters_nothing_that_is_told_makes_no_edition(folder, asked):
    _run(folder)
    (folder / "staff.csv").write_text("Staff ID\nS9\n")
    done = _run(folder)
    assert (done.outcome, done.why) == (UNCHANGED, "changed since: staff.csv; nothing that the report tells has")
    assert _there(folder) == ["2026-09"]
    assert len(asked) == 2


def test_a_change_of_the_brief_makes_an_edition_unless_it_is_of_the_delivery_or_of_its_day(folder, asked):
    _run(folder)
    (folder / "papers").mkdir()
    (folder / NAME).write_text(BRIEF.replace("03-31", "06-30") + "deliver:\n  folder: papers\n")
    done = _run(folder)
    assert (done.outcome, len(asked), [str(one) for one in done.sent]) == (
        UNCHANGED,
        1,
        ["2026-09: delivered to the folder"],
    )
    (folder / NAME).write_text(BRIEF.replace("Larkfield", "Millfield"))
    assert (_run(folder).why, len(asked)) == (f"changed since: {NAME}", 2)


def test_words_codebook_and_format_count_as_what_it_is_made_from(folder, asked):
    _run(folder)
    (folder / "templates" / "board").mkdir(parents=True)
    (folder / "templates" / "board" / "summary.txt").write_text("Words of our own.\n")
    assert _run(folder).why == "changed since: templates/board/summary.txt"
    (folder / "templates" / "board" / "summary.txt").unlink()
    assert _run(folder).why == "changed since: templates/board/summary.txt"
    (folder / NAME).write_text(BRIEF + "deliver:\n  formats: pdf,docx\n")
    done = _run(folder)
    assert (done.why, done.edition.name) == ("changed since: formats", "2026-09-edition-4")
    assert sorted(done.edition.files) == ["board.docx", "board.manifest.json", "board.pdf"]


def test_a_report_that_somebody_altered_is_built_again_and_theirs_stays(folder, asked):
    first = _run(folder)
    (first.edition.folder / "board.pdf").write_text("altered")
    done = _run(folder)
    assert (done.outcome, done.why) == (AGAIN, "board.pdf not as written")
    assert (first.edition.folder / "board.pdf").read_text() == "altered"
    assert done.edition.name == "2026-09-edition-2"


def test_months_before_are_handed_on_unless_the_brief_names_its_own(folder, asked):
    for month in (7, 8):
        _run(folder, month=date(2026, month, 1))
    _run(folder)
    names = [f"output/board/{month}/board.manifest.json" for month in ("2026-07", "2026-08")]
    assert [call["earlier"] for call in asked] == [[], names[:1], names]
    (folder / "mine.json").write_text("{}")
    (folder / NAME).write_text(BRIEF + "packs:\n  board:\n    earlier: [mine.json]\n")
    _run(folder)
    assert asked[3]["earlier"] == []


def test_where_the_report_leaves_the_house_months_before_count_whatever_the_brief_names(folder, asked, monkeypatch):
    """Its readers hold them all: figures of two months may not give away together what each of them hides."""
    left = INSIDE | {"for_release": True}
    monkeypatch.setitem(globals(), "INSIDE", left)
    (folder / "tender.json").write_text("{}")
    (folder / NAME).write_text(BRIEF + "earlier: [tender.json]\npacks:\n  board:\n    audience: external\n")
    _run(folder, month=date(2026, 8, 1))
    (folder / "staff.csv").write_text("Staff ID\nS1\nS2\n")
    _run(folder, month=date(2026, 8, 1))
    _run(folder)
    names = [f"output/board/{name}/board.manifest.json" for name in ("2026-08", "2026-08-edition-2")]
    assert [call["earlier"] for call in asked] == [[], names[:1], names]


def test_a_line_of_the_log_says_what_was_done_with_which_files(folder, asked):
    done = _run(folder)
    (line,) = _log(folder)
    assert line["when"] == "2026-10-01T06:00:00+00:00"
    assert (line["month"], line["outcome"], line["edition"], line["exit_code"]) == ("2026-09", BUILT, "2026-09", 0)
    assert {each["file"]: each["sha256"] for each in line["files"]} == done.edition.files
    assert (line["delivery"], line["problems"]) == ([], [])


def test_the_log_is_bounded(folder, asked, monkeypatch):
    monkeypatch.setattr(run_log, "MOST_RUNS", 3)
    for _ in range(5):
        _run(folder)
    assert [line["outcome"] for line in _log(folder)] == [UNCHANGED] * 3


@pytest.mark.parametrize(("kind", "code"), [(EvidenceError, 2), (GateRefused, 3)])
def test_what_a_build_refuses_is_one_line_and_in_the_log_without_what_was_found(folder, monkeypatch, kind, code):
    problems = tuple(
        Problem("cell.unreadable", Place("staff.csv", cell=f"B{n}"), "Oakes\nTom", "a date", "why", "mend")
        for n in (2, 3)
    )

    def build(*_, out, **__):
        out.mkdir(parents=True)
        (out / "half.pdf").write_text("half")
        raise kind(problems)

    monkeypatch.setattr(monthly, "build", build)
    done = _run(folder)
    assert (done.outcome, done.exit_code) == (NOT_BUILT, code)
    assert done.line == "staff.csv, cell B2: wanted a date (and 1 more)"
    assert _there(folder) == []
    (line,) = _log(folder)
    assert line["problems"] == [{"key": "cell.unreadable", "file": "staff.csv", "cell": cell} for cell in ("B2", "B3")]
    assert "Oakes" not in json.dumps(line)


def test_a_fault_of_ours_is_one_line_and_the_log_says_where(folder, monkeypatch):
    def build(*_, **__):
        raise KeyError("Tom Oakes")

    monkeypatch.setattr(monthly, "build", build)
    done = _run(folder)
    assert (done.outcome, done.exit_code) == (NOT_BUILT, 1)
    assert done.line == "KeyError: a fault in evidencegen, not in your workbooks; the log of runs says where"
    assert "test_monthly.py:" in _log(folder)[0]["why"]
    assert "Oakes" not in json.dumps(_log(folder))


def test_a_run_that_is_stopped_by_hand_is_in_the_log(folder, monkeypatch):
    def build(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(monthly, "build", build)
    with pytest.raises(KeyboardInterrupt):
        _run(folder)
    assert [(line["outcome"], line["exit_code"]) for line in _log(folder)] == [("stopped", 130)]
    assert _there(folder) == []


def test_while_another_run_is_at_work_nothing_is_done(folder, asked):
    board = folder / "output" / "board"
    board.mkdir(parents=True)
    half = board / ".building-of-the-other"
    half.mkdir()
    with only_run(board / ".lock", "2026-10-01T05:59:00+01:00"):
        done = _run(folder)
    assert (done.outcome, done.exit_code, asked) == (NOT_BUILT, 2, [])
    assert "another run at work" in done.line
    assert "\n" not in done.line
    assert half.exists()
    assert [line["problems"][0]["key"] for line in _log(folder)] == ["monthly.at_work"]
    assert _run(folder).outcome == BUILT
    assert not half.exists()


def test_a_report_that_could_not_be_delivered_stays_and_the_next_run_delivers_it_without_building(folder, asked):
    (folder / NAME).write_text(BRIEF + "deliver:\n  folder: papers\n")
    done = _run(folder)
    assert (done.outcome, done.exit_code, _there(folder)) == (BUILT, 2, ["2026-09"])
    assert done.line.startswith("built, not delivered: evidence.yaml, line 6: found no such folder")
    assert _log(folder)[0]["delivery"] == [{"edition": "2026-09", "way": "folder", "reached": 0, "failed": 1}]
    assert [p["key"] for p in _log(folder)[0]["problems"]] == ["delivery.no_folder"]
    (folder / "papers").mkdir()
    done = _run(folder)
    assert (done.outcome, done.exit_code, len(asked)) == (UNCHANGED, 0, 1)
    assert (folder / "papers" / "2026-09" / "board.pdf").exists()
    assert [line["exit_code"] for line in _log(folder)] == [2, 0]


def test_where_it_cannot_be_told_what_was_delivered_the_report_stays_and_nothing_is_sent(folder, asked):
    (folder / "papers").mkdir()
    (folder / "output" / "board" / "deliveries.jsonl").mkdir(parents=True)
    (folder / NAME).write_text(BRIEF + "deliver:\n  folder: papers\n")
    done = _run(folder)
    assert (done.outcome, done.exit_code) == (BUILT, 2)
    assert done.line.startswith("built, not delivered: deliveries.jsonl: found Is a directory")
    assert list((folder / "papers").iterdir()) == []


def test_a_folder_without_a_brief_is_left_as_it_is(tmp_path):
    with pytest.raises(EvidenceError) as refused:
        _run(tmp_path)
    assert [p.key for p in refused.value.problems] == ["brief.missing"]
    assert list(tmp_path.iterdir()) == []


def test_a_brief_that_cannot_be_read_is_in_the_log(folder):
    (folder / NAME).write_text("provider: [\n")
    done = _run(folder)
    assert (done.outcome, done.exit_code, "\n" in done.line) == (NOT_BUILT, 2, False)
    assert _log(folder)[0]["problems"][0]["key"] == "brief.not_yaml"


def test_an_address_of_the_brief_is_in_neither_line_nor_log(folder):
    email = "deliver:\n  email:\n    host: mail.example\n    from: a@b.example\n    to: Ann Sample <ann@b.example>\n"
    (folder / NAME).write_text(BRIEF + email)
    done = _run(folder)
    assert done.line == "evidence.yaml, line 9: wanted a bare address, such as reports@provider.example"
    assert "ann@" not in json.dumps(_log(folder))


def test_where_nothing_can_be_written_one_line_says_so(folder, asked):
    (folder / "output").write_text("a file in the way")
    done = _run(folder)
    assert (done.outcome, done.exit_code, asked) == (NOT_BUILT, 2, [])
    assert done.line.startswith("board: found ")
    assert "\n" not in done.line


def test_a_log_that_cannot_be_written_fails_the_run_and_leaves_the_report(folder, asked):
    (folder / "output" / "board" / "runs.jsonl").mkdir(parents=True)
    done = _run(folder)
    assert (done.outcome, done.exit_code) == (BUILT, 2)
    assert done.line.startswith("built, but runs.jsonl: found ")
    assert (folder / "output" / "board" / "2026-09" / "board.pdf").exists()


def test_the_sample_month_by_month_with_what_came_out_otherwise(sample_project, tmp_path):
    """The whole walk: a report for August as it stood, then September's beside it."""
    folder = tmp_path / "care evidence"
    shutil.copytree(sample_project, folder)
    brief = (folder / NAME).read_text()
    first = brief.index("packs:\n  board:")
    (folder / NAME).write_text(brief[:first] + "packs:\n  board:\n    sections: [summary, restated]\n")
    august = _run(folder, month=date(2026, 8, 1))
    assert (august.outcome, august.exit_code) == (BUILT, 0)
    manifest = json.loads((august.edition.folder / "board.manifest.json").read_text())
    assert manifest["made"]["as_at"] == "2026-08-31"
    assert manifest["made"]["period"] == "September 2025 to August 2026"
    september = _run(folder)
    assert (september.outcome, september.exit_code) == (BUILT, 0)
    told = json.loads((september.edition.folder / "board.manifest.json").read_text())
    (again,) = told["beside"]["restated"]
    assert again["of"] == "31 August 2026 (September 2025 to August 2026)"
    assert again["looked_at"] > 0
    earlier = [entry["file"] for entry in told["inputs"] if entry["what"] == "earlier"]
    assert earlier == ["output/board/2026-08/board.manifest.json"]
    assert Path(september.edition.folder, "board.pdf").read_bytes().startswith(b"%PDF")
    assert _run(folder).outcome == UNCHANGED
