"""A new project folder, with blank workbooks or with the sample."""

import openpyxl
import pytest

from evidencegen.brief import read_brief, registers
from evidencegen.problem import EvidenceError
from evidencegen.project import inspect
from evidencegen.shipped import shipped
from evidencegen.start import start_project


@pytest.fixture(scope="module")
def blank(tmp_path_factory):
    """A project folder just started, with blank workbooks."""
    folder = tmp_path_factory.mktemp("start") / "my-evidence"
    start_project(folder)
    return folder


def test_a_new_project_has_a_brief_and_a_workbook_for_every_register(blank):
    made = {path.relative_to(blank).as_posix() for path in blank.rglob("*") if path.is_file()}
    assert made == {"evidence.yaml", *(f"registers/{key}.xlsx" for key in registers())}


def test_a_new_project_has_nothing_to_mend_before_anything_is_filled_in(blank):
    project = inspect(blank)
    assert project.stops == ()
    assert set(project.tables) == set(registers())
    assert sum(account.rows_used for account in project.accounts) == 0


def test_the_brief_of_a_new_project_says_the_usual_policy_and_asks_for_the_rest(blank):
    brief = read_brief(blank)
    assert (brief.provider, brief.audience, brief.months) == ("Your organisation", "external", 12)
    assert brief.tender.limit.pages == 8
    assert brief.tender.case_studies is None
    unsaid = read_brief(blank).model_copy(update={"policy": type(brief.policy)()})
    assert unsaid.policy == brief.policy


def test_the_lines_that_a_new_brief_shows_by_example_are_read_when_they_are_put_in(blank):
    lines = (blank / "evidence.yaml").read_text().splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("#  training:"))
    shown = [line[1:] for line in lines[start : start + 6]]
    kept = [line for line in lines[:start] if not line.startswith("  training:")]
    (blank / "tried").mkdir()
    (blank / "tried" / "evidence.yaml").write_text("\n".join([*kept, *shown]))
    (training,) = read_brief(blank / "tried").sources(blank)["training"]
    assert (training.sheet, training.cells) == ("Matrix", "completed_on")
    assert training.columns == {"staff": ("Payroll ref",)}
    assert training.values == {"status": {"Signed off": "completed"}}


def test_what_is_filled_in_is_read_and_the_example_row_is_not(tmp_path):
    start_project(tmp_path / "new")
    path = tmp_path / "new" / "registers" / "required_training.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append(["All", "Moving and handling", 12])
    book.save(path)
    table = inspect(tmp_path / "new").tables["required_training"]
    assert table.rows["course"].tolist() == ["Moving and handling"]


def test_the_sample_is_copied_as_it_is_without_the_script_that_made_it(tmp_path):
    made = start_project(tmp_path / "sample", sample=True)
    names = {path.relative_to(tmp_path / "sample").as_posix() for path in made}
    assert "evidence.yaml" in names
    assert not [name for name in names if name.endswith(".py") or name.startswith(("making", "."))]
    for name in names:
        assert (tmp_path / "sample" / name).read_bytes() == (shipped("sample_data") / name).read_bytes()


@pytest.mark.parametrize("sample", [False, True])
def test_a_folder_that_holds_anything_is_refused_and_left_as_it_was(tmp_path, sample):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(EvidenceError) as error:
        start_project(tmp_path, sample=sample)
    assert [p.key for p in error.value.problems] == ["project.not_empty"]
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_file_in_the_way_is_refused(tmp_path):
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(EvidenceError):
        start_project(tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "mine"


@pytest.mark.parametrize("sample", [False, True])
def test_an_empty_folder_that_is_there_already_will_do(tmp_path, sample):
    made = start_project(tmp_path, sample=sample)
    assert made
    assert all(path.is_file() for path in made)
