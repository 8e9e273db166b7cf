"""A provider's own look and words: read from beside the brief, and told with file and line where they are wrong."""

import json
from hashlib import sha256

import pytest

from evidencegen.build import build
from evidencegen.own_look import own_of, paragraphs, vouched_words, wrong_in
from evidencegen.problem import EvidenceError, Severity
from evidencegen.project import inspect, read

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.csv
services: {Rowan House: care home}
tender:
  question: How do you safeguard adults?
  buyer: Northmere Council
"""
LOG = "Concern ID,Service user ID,Person name,Date raised,Type of abuse,Asked about outcomes\n" + "".join(
    f"SG-{n},P-{n},{'Maureen Lightfoot' if n == 100 else ''},01/06/2026,Neglect,No\n" for n in range(100, 130)
)
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def project(tmp_path):
    """A project folder: `project("more of the brief", {"templates/tender/governance.txt": "words"})`."""

    def make(more="", files=()):
        (tmp_path / "evidence.yaml").write_text(BRIEF + more)
        (tmp_path / "log.csv").write_text(LOG)
        for name, text in dict(files).items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return make


def told(folder):
    return [(p.place.file, p.place.line, p.key, p.found) for p in wrong_in(inspect(folder))]


def test_a_project_without_a_look_of_its_own_has_ours(project):
    own = own_of(read(project()))
    assert (own.logo, own.templates, own.words, own.files) == ("", {}, {}, ())
    assert own.look.is_ours


def test_paragraphs_are_parted_by_empty_lines_and_told_with_theirs():
    assert paragraphs("\nOne,\nand more.\n \n\nTwo.\n") == [(2, "One, and more."), (6, "Two.")]
    assert paragraphs(" \n") == []


def test_look_words_and_templates_go_into_the_pack_and_into_its_manifest(project, tmp_path):
    files = {
        "logo.svg": LOGO,
        "own/tender/training.txt": "Staff at Larkfield Care plan it together.\n\nNew staff shadow for two weeks.",
        "own/tender/summary.html.j2": '{% include "shipped/tender/summary.html.j2" %}<p>That is how we work.</p>',
        "own/.hidden": "x",
    }
    folder = project('look: {logo: logo.svg, colour: "#6b3fa0"}\ntemplates: own\n', files)
    assert told(folder) == []
    page, account = build(folder, formats=("html",), out=tmp_path / "out").files
    text = page.read_text()
    assert "<p>Staff at Larkfield Care plan it together.</p>\n<p>New staff shadow for two weeks.</p>" in text
    assert "<p>That is how we work.</p>" in text
    assert '<p class="logo"><img src="data:image/svg+xml;base64,' in text
    assert "#6b3fa0" in text
    inputs = {(i["what"], i["file"]): i["sha256"] for i in json.loads(account.read_text())["inputs"]}
    for what, name in (
        ("logo", "logo.svg"),
        ("words", "own/tender/training.txt"),
        ("template", "own/tender/summary.html.j2"),
    ):
        assert inputs[what, name] == sha256((folder / name).read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("more", "name", "text", "found"),
    [
        ("look: {logo: logo.gif}\n", "x", "", ("evidence.yaml", 9, "look.logo", "`logo: logo.gif`, a file ending in .gif")),
        ("templates: mine\n", "x", "", ("evidence.yaml", 9, "template.no_folder", "no such folder")),
        ("", "templates/tender/sumary.txt", "x", ("templates/tender/sumary.txt", 0, "template.no_section", "a file that stands for no section of ours")),
        ("", "templates/parts/figure.html.j2", "x", ("templates/parts/figure.html.j2", 0, "template.no_section", "a file that stands for no section of ours")),
        ("", "templates/tender/governance.txt", b"\xff\xfe\x00", ("templates/tender/governance.txt", 0, "template.unreadable", "no text in UTF-8")),
        ("", "templates/tender/governance.txt", "We ask.\n\nWe asked\n12 people.", ("templates/tender/governance.txt", 3, "template.number", 'a number of its own: "12"')),
        ("", "templates/tender/governance.txt", "We ask.\n\nOn Tuesday Maureen Lightfoot told us.", ("templates/tender/governance.txt", 3, "template.named", "what the gate for words takes out: person, weekday")),
        ("", "templates/tender/governance.txt", "Write to care@example.org.", ("templates/tender/governance.txt", 1, "template.named", "what the gate for words takes out: email")),
        ("", "templates/tender/governance.html.j2", "<p>We asked\n12 people.</p>", ("templates/tender/governance.html.j2", 2, "template.number", 'a number of its own: "12"')),
        ("", "templates/tender/governance.html.j2", "\n<p>Mrs Lightfoot told us.</p>", ("templates/tender/governance.html.j2", 2, "template.named", "what the gate for words takes out: surname")),
        ("", "templates/tender/governance.html.j2", "\n{% if x %}", ("templates/tender/governance.html.j2", 2, "template.does_not_parse", None)),
        ("", "templates/tender/governance.html.j2", '{{ figures["msp.aksed"] }}', ("templates/tender/governance.html.j2", 1, "template.no_figure", "the figure `msp.aksed`")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_file_and_line_and_nothing_is_built(project, tmp_path, more, name, text, found):
    folder = project(more, {name: text} if name != "x" else {})
    ((file, line, key, words),) = told(folder)
    assert (file, line, key) == found[:3]
    assert found[3] in (None, words)
    with pytest.raises(EvidenceError) as refused:
        build(folder, out=tmp_path / "out")
    assert [p.key for p in refused.value.problems] == [found[2]]
    assert not (tmp_path / "out").exists()


def test_no_problem_holds_the_words_that_could_name_somebody(project):
    folder = project("", {"templates/tender/governance.txt": "Maureen Lightfoot told us."})
    assert "Lightfoot" not in str(wrong_in(inspect(folder)))


def test_a_word_that_the_brief_vouches_for_may_stand(project):
    words = {"templates/tender/governance.txt": "Northmere Council reads this with Rowan House and the Hartley Trust."}
    assert [one[2] for one in told(project("", words))] == ["template.named"]
    folder = project("vouched: [Hartley Trust]\n", words)
    assert told(folder) == []
    assert vouched_words(read(folder)) == ("Larkfield Care", "Rowan House", "Northmere Council", "Hartley Trust")


def test_what_may_be_a_rare_fact_is_to_be_looked_at_and_keeps_nothing_back(project):
    folder = project("", {"templates/tender/governance.txt": "It was in the local paper after the fire at the home."})
    (problem,) = wrong_in(inspect(folder))
    assert (problem.key, problem.severity) == ("template.rare_fact", Severity.NOTE)
    assert own_of(read(folder)).words["tender/governance.html.j2"] == (
        "It was in the local paper after the fire at the home.",
    )


def test_sentences_that_ours_has_as_well_are_not_asked_again(project):
    from evidencegen.shipped import shipped

    ours = (shipped("report_templates") / "shared" / "statement.html.j2").read_text(encoding="utf-8")
    assert told(project("", {"templates/inspection/choice.html.j2": ours})) == []
