"""The command line, over the files above."""

import json
import subprocess
import sys

import openpyxl
import pytest

from evidencegen import __version__
from evidencegen.cli import main

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.xlsx
  staff: staff.xlsx
  case_studies: stories.xlsx
tender:
  question: How do you safeguard adults?
"""
LOG = [
    [
        "Concern ID",
        "Service user ID",
        "Date raised",
        "Type of abuse",
        "Asked about outcomes",
        "Date concluded",
        "Service",
    ],
    *(
        [f"S{n}", f"P{n}", "01/06/2026", "Neglect", "Asked and expressed" if n <= 23 else "No", "30/06/2026", "North"]
        for n in range(1, 31)
    ),
]
STAFF = [["Staff ID", "Job title", "Start date"], ["E1", "Carer", "01/02/2024"], ["E2", "Senior", "01/02/2024"]]
STORIES = [
    ["Case ID", "Service type", "What happened", "Voice", "Plan", "Outcome", "Outcome achieved", "Learning", "Consent",
     "Consent covers", "Concern ID"],
    ["CS-01", "Home care", "The person missed some money.", "I want it back.", "A locked box was agreed.", "The person is content.",
     "Fully", "Boxes are offered to everybody.", "Yes", "Tender", "S1"],
]  # fmt: skip
COMMANDS = (
    "new", "check", "read", "figures", "trace", "trend", "dictionary", "themes", "case", "case list", "case show",
    "case review", "case decide", "case answer", "case sign", "case withdraw", "build", "preview", "advise", "suppress", "audit", "anonymise",
    "claims", "drill",
)  # fmt: skip
FIGURE_KEYS = [
    "key", "title", "group", "column", "code", "parts", "about", "period", "as_at", "counted", "out_of", "per_cent", "low", "high", "mark", "provisional",
    "target", "median", "ninetieth", "waiting", "unit", "per_hundred_of", "of", "definition",
    "comparisons",
]  # fmt: skip


@pytest.fixture
def project(tmp_path):
    """A small project: `project(log=[[...]])` gives its folder, with sheets or the brief changed."""

    def make(brief=BRIEF, **changed):
        folder = tmp_path / "project"
        folder.mkdir()
        (folder / "evidence.yaml").write_text(brief)
        for name, rows in ({"log": LOG, "staff": STAFF, "stories": STORIES} | changed).items():
            book = openpyxl.Workbook()
            book.active.title = name.capitalize()
            for row in rows:
                book.active.append(row)
            book.save(folder / f"{name}.xlsx")
        return folder

    return make


@pytest.fixture
def ran(capsys):
    """Exit code, what was printed, and what was complained of: `ran("check", folder)`."""

    def run(*words):
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def _with(rows, row, column, value):
    """The rows with one cell changed, counted as on screen."""
    changed = [list(cells) for cells in rows]
    changed[row - 1][column - 1] = value
    return changed


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_shows_an_example_and_the_exit_codes(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert f"Example: evidencegen {command}" in told
    assert "3 a gate refused" in told


def test_the_help_names_every_command_and_where_to_start(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(f"    {command}" in told for command in COMMANDS if " " not in command)
    assert "evidencegen new my-evidence --sample" in told


@pytest.mark.parametrize("words", [[], ["biuld"], ["trace"], ["figures", "--audience", "press"], ["case"]])
def test_a_command_that_is_not_understood_ends_with_2_and_its_usage(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: evidencegen" in capsys.readouterr().err


def test_a_day_that_does_not_exist_is_not_understood(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["figures", "--as-at", "2026-09-31"])
    assert ended.value.code == 2
    assert "'2026-09-31' is not a day such as 2026-09-30" in capsys.readouterr().err


def test_the_module_can_be_run_and_gives_its_version():
    told = subprocess.run(
        [sys.executable, "-m", "evidencegen", "--version"], capture_output=True, text=True, check=True
    )
    assert told.stdout == f"evidencegen {__version__}\n"


@pytest.mark.parametrize("flags", [[], ["--sample"]])
def test_a_new_project_is_started_and_can_be_checked(ran, tmp_path, flags):
    code, told, complained = ran("new", tmp_path / "mine", *flags)
    assert (code, complained) == (0, "")
    assert "evidence.yaml" in told
    assert ran("check", tmp_path / "mine")[0] == 0


@pytest.mark.parametrize(
    ("flags", "opens", "told"), [([], True, ""), ([], False, "open the file yourself"), (["--no-open"], None, "")]
)
def test_a_preview_is_built_as_html_with_every_check_and_opened(ran, project, monkeypatch, flags, opens, told):
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or opens)
    folder = project()
    code, said, complained = ran("preview", folder, *flags)
    assert (code, complained) == (0, "")
    assert sorted(path.name for path in (folder / "preview").iterdir()) == ["tender.html", "tender.manifest.json"]
    address = (folder / "preview" / "tender.html").as_uri()
    assert opened == ([] if flags else [address])
    assert f"done     {folder / 'preview' / 'tender.html'}\n" in said
    assert "read back: none of the" in said
    assert "attacked as an outsider would" in said
    assert ("open the file yourself" in said) == bool(told)


def test_a_preview_may_be_a_pdf(ran, project, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    folder = project()
    assert ran("preview", folder, "--format", "pdf")[0] == 0
    assert opened == [(folder / "preview" / "tender.pdf").as_uri()]


def test_check_tells_what_is_wrong_with_a_template_of_the_providers_own(ran, project):
    folder = project()
    (folder / "templates" / "tender").mkdir(parents=True)
    (folder / "templates" / "tender" / "outcomes.html.j2").write_text("<p>\nWe asked 12 people.</p>")
    code, told, _ = ran("check", folder)
    assert code == 2
    assert 'templates/tender/outcomes.html.j2, line 2\n  found   a number of its own: "12"' in told
    entry = json.loads(ran("check", folder, "--json")[1])
    assert [(p["key"], p["line"]) for p in entry["problems"] if p["file"].endswith("outcomes.html.j2")] == [
        ("template.number", 2)
    ]


def test_a_pack_that_names_somebody_is_not_previewed(ran, project, monkeypatch):
    monkeypatch.setattr("webbrowser.open", pytest.fail)
    folder = project(BRIEF.replace("How do you safeguard adults?", "How was S17 kept safe?"))
    assert ran("preview", folder)[0] == 3
    assert not (folder / "preview").exists()


def test_a_folder_that_is_not_empty_is_left_alone(ran, project):
    folder = project()
    before = sorted(folder.iterdir())
    code, told, complained = ran("new", folder)
    assert (code, told) == (2, "")
    assert "nothing of yours is ever written over" in complained
    assert sorted(folder.iterdir()) == before


def test_a_project_without_faults_has_nothing_to_mend(ran, project):
    code, told, complained = ran("check", project())
    assert (code, complained) == (0, "")
    assert "Safeguarding log: 30 rows read; 30 used" in told
    assert told.endswith("Nothing to mend.\n")


def test_check_tells_a_program_what_was_read_and_what_is_wrong(ran, project):
    code, told, _ = ran("check", project(staff=_with(STAFF, 2, 3, "31/02/2024")), "--json")
    found = json.loads(told)
    assert code == 2
    assert list(found) == ["ok", "registers", "problems", "data_checks"]
    assert found["ok"] is False
    assert {register["title"] for register in found["registers"]} >= {"Safeguarding log", "Case studies"}
    (problem,) = found["problems"]
    assert set(problem) == {
        "severity", "key", "file", "sheet", "cell", "column", "line", "found", "wanted", "why", "mend", "also",
    }  # fmt: skip
    assert [problem[k] for k in ("severity", "key", "file", "sheet", "cell", "column")] == [
        "mend", "cell.unreadable", "staff.xlsx", "Staff", "C2", "Start date",
    ]  # fmt: skip
    (made,) = found["data_checks"]
    assert (made["became"], made["why"]) == ("written", "")
    assert made["path"].endswith("staff - data check.xlsx")
    assert made["workbook"].endswith("staff.xlsx")


def test_check_of_a_sound_project_is_ok_for_a_program_too(ran, project):
    code, told, _ = ran("check", project(), "--json")
    assert (code, json.loads(told)["ok"], json.loads(told)["problems"]) == (0, True, [])
    assert json.loads(told)["data_checks"] == []


def test_figures_are_given_to_a_program_with_just_these_keys(ran, project):
    code, told, _ = ran("figures", project(), "--json")
    found = json.loads(told)
    assert code == 0
    assert {tuple(figure) for figure in found} == {tuple(FIGURE_KEYS)}
    asked = next(figure for figure in found if figure["key"] == "msp.asked")
    # 23 of 30 asked: to the nearest five, 25 of 30 is 83%.
    assert (asked["counted"], asked["out_of"], asked["per_cent"], asked["mark"]) == (25, 30, 83, None)
    assert (asked["period"], asked["as_at"]) == ("2025-10-01/2026-09-30", "2026-09-30")


def test_figures_for_people_inside_are_exact_and_say_so(ran, project):
    folder = project()
    code, told, _ = ran("figures", folder, "--audience", "internal")
    assert code == 0
    assert "Not for release" in told
    assert "23 of 30" in told
    assert "23 of 30" not in ran("figures", folder)[1]


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ([], "Dictionary of measures: Larkfield Care"),
        (["--format", "html"], "<!DOCTYPE html>"),
        (["--format", "json"], "{"),
    ],
)
def test_the_dictionary_is_printed_in_the_form_asked_for(ran, project, words, begins):
    code, told, _ = ran("dictionary", project(), *words)
    assert (code, told.startswith(begins)) == (0, True)
    assert "msp.own_words" in told


def test_the_dictionary_may_be_written_to_a_file(ran, project, tmp_path):
    code, told, _ = ran("dictionary", "--out", tmp_path / "d.txt", project())
    assert (code, told.splitlines()[0].startswith(str(tmp_path / "d.txt"))) == (0, True)
    assert "[msp.own_words]" in (tmp_path / "d.txt").read_text()


def test_figures_can_be_had_for_another_day(ran, project):
    _, told, _ = ran("figures", project(), "--as-at", "2026-05-31", "--json")
    raised = next(figure for figure in json.loads(told) if figure["key"] == "concerns.raised")
    assert (raised["counted"], raised["as_at"]) == (0, "2026-05-31")


@pytest.mark.parametrize(
    "words", [("--months", "0"), ("--months", "121"), ("--period", "2026-13"), ("--period", "2026-05/2026-04")]
)
def test_a_period_that_is_none_is_refused_with_an_example(words, capsys):
    with pytest.raises(SystemExit):
        main(["figures", *words])
    told = capsys.readouterr().err
    assert "such as 2025-04/2026-03" in told or "from 1 to 120" in told


def test_figures_of_one_month_count_that_month(ran, project):
    _, told, _ = ran("figures", project(), "--period", "2026-06", "--json")
    raised = next(figure for figure in json.loads(told) if figure["key"] == "concerns.raised")
    assert raised["period"] == "2026-06-01/2026-06-30"


def test_a_project_without_notes_in_free_text_is_told_what_themes_need(ran, project):
    code, _, complained = ran("themes", project())
    assert code == 2
    assert "no register has a column of free text" in complained


def test_a_figure_is_traced_to_its_rows_for_people_inside(ran, project):
    code, told, _ = ran("trace", "msp.asked", project())
    assert code == 0
    assert "counted: 23\n" in told
    assert 'log.xlsx, sheet "Log": rows 2 to 24\n' in told
    assert "Not for release" in told


def test_a_trace_for_a_program_names_file_sheet_and_row(ran, project):
    _, told, _ = ran("trace", "msp.asked[service=North]", project(), "--json")
    found = json.loads(told)
    assert list(found) == ["key", "title", "counts", "definition", "rows"]
    assert len(found["rows"]["counted"]) == 23
    assert found["rows"]["counted"][0][0] == {"file": "log.xlsx", "sheet": "Log", "cell": "2"}


def test_a_figure_nobody_knows_is_told_with_the_one_that_was_meant(ran, project):
    code, told, complained = ran("trace", "msp.askd", project())
    assert (code, told) == (2, "")
    assert "did you mean msp.asked" in complained


def test_a_project_without_stories_says_so(ran, project):
    folder = project(brief=BRIEF.replace("  case_studies: stories.xlsx\n", ""))
    assert ran("case", "list", folder) == (0, "No case studies in this project.\n", "")


def test_a_build_says_its_steps_and_where_the_files_are(ran, project, tmp_path):
    out = tmp_path / "out"
    code, told, complained = ran("build", project(), "--out", out)
    assert (code, complained) == (0, "")
    steps = list(dict.fromkeys(line.split()[0] for line in told.splitlines()))
    assert steps == ["check", "measure", "release", "draft", "lint", "write", "done"]
    assert sorted(path.name for path in out.iterdir()) == ["tender.manifest.json", "tender.pdf"]


def test_a_story_named_in_the_brief_and_not_signed_stops_the_pack_at_the_gate(ran, project, tmp_path):
    folder = project(brief=BRIEF + "  case_studies: [CS-01, CS-09]\n")
    code, _, complained = ran("build", folder, "--out", tmp_path / "out")
    assert code == 3
    assert complained.startswith("2 problems to mend")
    assert "case study CS-01\n  found   nobody has signed it" in complained
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--pack", "tendre"], "one of: "), (["--format", "pdf,odt"], "odt"), (["--format", ""], "nothing")],
)
def test_a_pack_or_a_format_nobody_makes_is_refused_before_anything_is_read(ran, tmp_path, words, told):
    code, printed, complained = ran("build", tmp_path / "nowhere", "--out", tmp_path / "out", *words)
    assert (code, printed) == (2, "")
    assert told in complained
    assert not (tmp_path / "out").exists()


def test_a_file_that_stands_where_the_pack_should_go_is_left_alone(ran, project, tmp_path):
    (tmp_path / "out").write_text("mine")
    code, _, complained = ran("build", project(), "--out", tmp_path / "out")
    assert code == 2
    assert "nothing half-written was left" in complained
    assert (tmp_path / "out").read_text() == "mine"


def _cut_short(folder):
    path = folder / "log.xlsx"
    path.write_bytes(path.read_bytes()[:1500])


BAD = {
    "a workbook that is not there": (
        {}, lambda folder: (folder / "staff.xlsx").unlink(), ["staff.xlsx\n", "no such file"],
    ),
    "a sheet that is not there": (
        {"brief": BRIEF.replace("staff: staff.xlsx", "staff: {file: staff.xlsx, sheet: Staf}")}, None,
        ["staff.xlsx", '"Staf"', 'did you mean "Staff"'],
    ),
    "two headings for one column": (
        {"staff": [[*STAFF[0], "Job role"], *([*row, "Carer"] for row in STAFF[1:])]}, None,
        ['staff.xlsx, sheet "Staff", cell D1', "two columns for one thing"],
    ),
    "a column that has to be there": (
        {"staff": [row[:2] for row in STAFF]}, None, ['staff.xlsx, sheet "Staff", column "Start date"', "no such heading"],
    ),
    "a date that does not exist": (
        {"log": _with(LOG, 17, 3, "31/02/2026")}, None,
        ['log.xlsx, sheet "Log", cell C17 (column "Date raised")', '"31/02/2026"', "its month does not have"],
    ),
    "a word that is not on the list": (
        {"log": _with(LOG, 5, 4, "Neglct")}, None,
        ['log.xlsx, sheet "Log", cell D5 (column "Type of abuse")', 'did you mean "Neglect"?'],
    ),
    "a workbook cut short": ({}, _cut_short, ["log.xlsx\n", "found", "mend"]),
    "a key that is misspelt": (
        {"brief": BRIEF.replace("as_at", "asat")}, None, ["evidence.yaml, line 2\n", "did you mean `as_at`?"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", BAD)
def test_a_fault_is_told_clearly_with_its_place_and_nothing_is_written(ran, project, tmp_path, fault):
    changes, spoil, told = BAD[fault]
    folder = project(**changes)
    if spoil:
        spoil(folder)
    code, _, complained = ran("build", folder, "--out", tmp_path / "out")
    assert code == 2
    assert all(words in complained for words in told)
    assert "Traceback" not in complained
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("fault", [fault for fault in BAD if fault != "a key that is misspelt"])
def test_one_fault_is_one_problem(ran, project, fault):
    changes, spoil, _ = BAD[fault]
    folder = project(**changes)
    if spoil:
        spoil(folder)
    code, _, complained = ran("figures", folder)
    assert (code, complained.splitlines()[0]) == (2, "1 problem to mend")


def test_faults_in_several_workbooks_are_told_together(ran, project, tmp_path):
    log = _with(_with(LOG, 17, 3, "31/02/2026"), 5, 4, "Neglct")
    folder = project(log=log, staff=[row[:2] for row in STAFF])
    (folder / "stories.xlsx").unlink()
    code, _, complained = ran("build", folder, "--out", tmp_path / "out")
    assert (code, complained.splitlines()[0]) == (2, "4 problems to mend")
    for file in ("log.xlsx", "staff.xlsx", "stories.xlsx"):
        assert f"\n{file}" in complained


def test_a_private_value_is_never_quoted(ran, project):
    _, told, _ = ran("check", project(log=[*LOG, LOG[1]]))
    assert "row 32" in told
    assert "S1" not in told
    assert "not shown here" in told


def test_a_fault_of_ours_shows_where_in_the_code_and_never_what_was_in_a_cell(ran, project, monkeypatch):
    name = "Ann Example"

    def fail(*_):
        raise ValueError(name)

    monkeypatch.setattr("evidencegen.project.inspect", fail)
    code, told, complained = ran("check", project())
    assert (code, told) == (1, "")
    assert "test_cli.py" in complained
    assert "in fail" in complained
    assert complained.endswith("ValueError: a fault in evidencegen, not in your workbooks\n")
    assert name not in complained


def test_stopping_leaves_nothing_half_written(ran, project, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("evidencegen.project.inspect", stop)
    code, _, complained = ran("check", project())
    assert (code, complained) == (130, "stopped; nothing half-written was left\n")


@pytest.mark.parametrize(
    "order", [("msp.asked", "{}", "--json"), ("msp.asked", "--json", "{}"), ("--json", "msp.asked", "{}")]
)
def test_the_folder_may_stand_before_or_behind_an_option(ran, project, order):
    folder = project()
    code, told, _ = ran("trace", *(word.format(folder) for word in order))
    assert code == 0
    assert json.loads(told)["key"] == "msp.asked"


def test_a_word_too_many_is_refused(ran, project, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["check", str(project()), "another"])
    assert ended.value.code == 2
    assert "unrecognized arguments: another" in capsys.readouterr().err


def test_a_file_is_read_outside_any_project(ran, written):
    path = written({"People": [*STAFF, ["E3", "Cook", "31/02/2024"]], "Menu": [["Soup", 3]]}, name="staff.xlsx")
    code, told, complained = ran("read", path)
    assert (code, complained) == (0, "")
    # 9 cells of STAFF and 2 of the last row are used; its date, and the menu, are not
    assert "All cells: 14 filled = 11 used + 3 not used." in told
    assert f"registers:\n  staff:\n    file: {path.as_posix()}\n    sheet: People\n" in told


def test_what_was_read_is_told_to_a_program(ran, written):
    code, told, complained = ran("read", "--json", written(STAFF, name="staff.xlsx"))
    found = json.loads(told)
    assert (code, complained, list(found)) == (0, "", ["files", "unreadable"])
    (file,) = found["files"]
    assert (file["cells"], file["cells_used"], file["balances"]) == (9, 9, True)
    assert [sheet["register"] for sheet in file["sheets"]] == ["staff"]


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_read(ran, written, tmp_path):
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04")
    sound = written(STAFF, name="staff.xlsx")
    code, told, complained = ran("read", tmp_path / "broken.xlsx", sound)
    assert code == 2
    assert "staff.xlsx: 1 sheet" in told
    assert "broken.xlsx\n  found   a workbook that is damaged or cut short" in complained
    code, told, _ = ran("read", tmp_path / "broken.xlsx", "--json", sound)
    found = json.loads(told)
    assert code == 2
    assert [problem["key"] for problem in found["unreadable"]] == ["file.damaged"]
    assert len(found["files"]) == 1


def test_a_spreadsheet_nobody_knows_is_accounted_for_all_the_same(ran, tmp_path):
    path = tmp_path / "menu.csv"
    path.write_text("Day;Soup\nMonday;Leek\nTuesday;Pea\n")
    code, told, _ = ran("read", path)
    assert code == 0
    assert "The file: 6 cells, not used (no register known here)" in told
    assert told.endswith("All cells: 6 filled = 0 used + 6 not used.\n\n")


def test_a_register_and_a_sheet_can_be_named(ran, written):
    path = written({"A": STAFF, "B": STAFF}, name="staff.xlsx")
    _, told, _ = ran("read", path, "--register", "staff", "--sheet", "B")
    assert 'Sheet "A": 9 cells, not used (other sheet)' in told
    assert 'Sheet "B": looks like the staff register' in told
    assert ran("read", path, "--sheet", "C")[0] == 2


# The solver of the gate for numbers prints a line of its own at times, past Python.
def test_what_a_library_prints_by_itself_is_not_among_what_programs_read():
    code = (
        "import os, sys; from evidencegen import cli, commands, streams\n"
        "streams.suppress = lambda asked: (os.write(1, b'from a library\\n'), print('{}'))[1] or 0\n"
        "sys.exit(cli.main(['suppress']))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, input="")
    assert (run.stdout, run.stderr) == ("{}\n", "from a library\n")


def test_help_is_told_without_what_reads_and_measures():
    code = (
        "import sys; from evidencegen import cli\n"
        "try:\n    cli.main(['--help'])\n"
        "except SystemExit:\n    print(sorted({'narwhals', 'numpy', 'pydantic'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("usage: evidencegen")
    assert run.stdout.endswith("\n[]\n")
