"""The README tells the truth: its commands, their output, its table of dependencies."""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from evidencegen.brief import Limits, read_brief
from evidencegen.catalogue import everything_in
from evidencegen.cli import _asked, main
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.measures.own import own_measures
from evidencegen.start import start_project
from evidencegen.wrong_in_delivery import wrong_in_delivery

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_output_of_the_demo_is_what_the_demo_prints(tmp_path):
    command = [sys.executable, "-m", "evidencegen", "build", "sample_data", "--out", str(tmp_path / "output")]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    shown = re.search(r"<!-- demo -->\n```\n(.*?)```\n<!-- /demo -->", README, re.DOTALL)
    assert shown
    assert run.stdout.replace(str(tmp_path / "output"), "output") == shown[1]


def test_the_output_of_the_trend_is_what_the_trend_prints(tmp_path, capsys):
    words = re.search(r"evidencegen (trend \S+ .*?) --out (\S+)\n", README)
    shown = re.search(r"<!-- trend -->\n```\n(.*?)```\n<!-- /trend -->", README, re.DOTALL)
    assert words
    assert shown
    picture = tmp_path / "trend.png"
    asked = [word.replace("sample_data", str(ROOT / "sample_data")) for word in words[1].split(" ")]
    assert main([*asked, "--out", str(picture)]) == 0
    assert capsys.readouterr().out.replace(str(picture), words[2]) == shown[1]


def test_every_dependency_is_in_the_table_with_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = [re.split(r"[>=<\[]", line)[0] for line in project["dependencies"]]
    table = README.partition("## What it rests on")[2].lower()
    assert [name for name in names if name.lower() not in table] == []


@pytest.mark.parametrize(
    "command", ["new", "check", "figures", "trace", "trend", "dictionary", "case", "build", "preview"]
)
def test_every_command_is_in_the_readme_and_has_help_with_an_example(command, capsys):
    assert f"evidencegen {command}" in README
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"Example: evidencegen {command}" in capsys.readouterr().out


@pytest.mark.parametrize("deed", ["review", "decide", "answer", "sign"])
def test_the_steps_of_a_case_study_are_told_as_they_are_typed(deed):
    (line,) = re.findall(rf"^    evidencegen (case {deed} .*?)(?:  +#.*)?$", README, re.MULTILINE)
    asked = _asked(shlex.split(line))
    assert (asked.case, getattr(asked, "by", "Priya Raman")) == ("CS-01", "Priya Raman")


def test_the_picture_and_the_pages_it_links_to_are_there():
    linked = re.findall(r"\]\(([^)#]+)\)", README)
    assert linked
    assert [name for name in linked if not (ROOT / name).exists()] == []


def test_the_measures_shown_as_an_example_can_be_read(tmp_path):
    shown = re.search(r"<!-- own -->\n```yaml\n(.*?)```\n<!-- /own -->", README, re.DOTALL)
    assert shown
    (tmp_path / "measures.yaml").write_text(shown[1], encoding="utf-8")
    read = own_measures(tmp_path, Limits().model_dump(), {m.key: m for m in everything_in(families, Measure).values()})
    assert [measure.key for measure in read] == ["own.told_within_week", "own.overdue_long", "own.people_afraid"]


def test_the_look_and_the_template_shown_can_be_used_as_they_stand(tmp_path):
    def shown(name, kind):
        return re.search(rf"<!-- {name} -->\n```{kind}\n(.*?)```\n<!-- /{name} -->", README, re.DOTALL)[1]

    start_project(tmp_path / "mine", sample=True)
    folder = tmp_path / "mine"
    with (folder / "evidence.yaml").open("a") as brief:
        brief.write(shown("look", "yaml"))
    (folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    (folder / "templates" / "tender").mkdir(parents=True)
    (folder / "templates" / "tender" / "training.html.j2").write_text(shown("template", "jinja"))
    assert main(["build", str(folder), "--format", "html", "--out", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / "tender.html").read_text(encoding="utf-8")
    assert "We plan rotas around courses: training was current in" in page
    assert 'class="logo"' in page
    assert "#6b3fa0" in page


def test_the_delivery_shown_is_read_as_it_stands_and_may_go(tmp_path):
    shown = re.search(r"<!-- deliver -->\n```yaml\n(.*?)```\n<!-- /deliver -->", README, re.DOTALL)
    assert shown
    folder = tmp_path / "mine"
    start_project(folder, sample=True)
    with (folder / "evidence.yaml").open("a") as brief:
        brief.write(shown[1])
    read = read_brief(folder)
    assert read.deliver.folder == "../board papers"
    assert read.deliver.email.at_port == 587
    assert wrong_in_delivery(folder, read) == ()


def test_the_packs_shown_can_be_built_as_they_stand(tmp_path):
    shown = re.search(r"<!-- packs -->\n```yaml\n(.*?)```\n<!-- /packs -->", README, re.DOTALL)
    assert shown
    folder = tmp_path / "mine"
    start_project(folder, sample=True)
    brief = (folder / "evidence.yaml").read_text(encoding="utf-8")
    before = re.split(r"\n#[^\n]*\ntender:\n", brief)[0]
    (folder / "evidence.yaml").write_text(f"{before}\n{shown[1]}", encoding="utf-8")
    read = read_brief(folder)
    assert (read.for_pack("inspection").audience, read.for_pack("inspection").months) == ("exact", 24)
    assert read.packs["board"].charts == ["msp.asked", "supervision.on_time"]
    for kind in ("tender", "inspection", "board"):
        assert main(["build", str(folder), "--pack", kind, "--format", "txt", "--out", str(tmp_path / "out")]) == 0
    training = (tmp_path / "out" / "tender-training.txt").read_text(encoding="utf-8")
    assert "How are staff trained and tested?" in training
    assert "What people wanted" not in training
    assert (tmp_path / "out" / "tender-msp.txt").exists()


def test_the_limit_shown_is_kept_to_as_it_stands_and_its_criteria_are_answered(tmp_path, capsys):
    shown = re.search(r"<!-- limit -->\n```yaml\n(.*?)```\n<!-- /limit -->", README, re.DOTALL)
    assert shown
    folder = tmp_path / "mine"
    start_project(folder, sample=True)
    brief = (folder / "evidence.yaml").read_text(encoding="utf-8")
    before, _, after = brief.partition("\ntender:\n")
    behind = after[after.index("\n# What differs for one kind of pack") :]
    (folder / "evidence.yaml").write_text(f"{before}\n{shown[1]}{behind}", encoding="utf-8")
    assert main(["build", str(folder), "--format", "txt", "--out", str(tmp_path / "out")]) == 0
    (written,) = json.loads((tmp_path / "out" / "tender.manifest.json").read_text(encoding="utf-8"))["written"]
    assert 1200 < written["counted"]["words"] <= 1500
    text = (tmp_path / "out" / "tender.txt").read_text(encoding="utf-8")
    said = capsys.readouterr().out
    _, heading, scored = text.partition("Where each criterion is answered")
    assert heading
    for key, told, by in (("c1", "How people are heard", "2.4"), ("c2", "Staff competence", "4.1")):
        (row,) = re.findall(rf"{told}: .*Answered in paragraphs: (.*)", scored)
        assert f"{key} (" in said
        assert row in said
        assert by in row
    assert "\n2.4 Where a person finds it hard to be involved and has nobody suitable to support them" in text
    assert "\n4.1 Required training was current" in text
    assert "not answered in this document" not in said
