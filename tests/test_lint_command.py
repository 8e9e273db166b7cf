"""The command `lint`."""

import json
from hashlib import sha256

import docx
import pytest

from evidencegen.cli import main


@pytest.fixture
def answer(tmp_path):
    path = tmp_path / "answer.txt"
    path.write_text("The duty was met.\n\nWe always ask.\n")
    return path


def test_findings_for_a_program(answer, capsys):
    assert main(["lint", str(answer), "--json"]) == 4
    first, second = json.loads(capsys.readouterr().out)["findings"]
    assert first == {
        "rule": "legal_wording",
        "severity": "stop",
        "text": "The duty was met",
        "start": 0,
        "end": 16,
        "paragraph": 1,
        "why": "these duties are the council's, and whether they were met is not the provider's to say",
        "suggestion": "say what was done and when: who was asked for, on which day after the concern",
    }
    assert (second["rule"], second["severity"], second["start"]) == ("absolute", "warn", 22)


def test_of_several_files_each_finding_names_its_own(answer, tmp_path, capsys):
    clean = tmp_path / "clean.md"
    clean.write_text("We asked the council for an independent advocate.\n")
    assert main(["lint", str(clean), str(answer), "--json"]) == 4
    assert {one["file"] for one in json.loads(capsys.readouterr().out)["findings"]} == {str(answer)}


def test_in_words_and_what_is_only_to_be_looked_at_ends_well(tmp_path, capsys):
    path = tmp_path / "a.html"
    path.write_text("<p>We <b>always</b> ask.</p>")
    assert main(["lint", str(path)]) == 0
    said = capsys.readouterr().out
    assert "0 to strike out, 1 to look at" in said
    assert "warn  absolute, paragraph 1, characters 3 to 9" in said
    path.write_text("<p>We ask.</p>")
    assert main(["lint", str(path)]) == 0
    assert "nothing that a careful reader strikes out" in capsys.readouterr().out


def test_against_a_project_numbers_and_names_are_looked_for(sample_project, tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("We supported 31,277 people.\n")
    assert main(["lint", str(path), "--project", str(sample_project), "--json"]) == 4
    assert [one["rule"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["number"]


def test_the_day_may_be_another(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("In 2024-25 plans were reviewed for 9 of 12 people.\n")
    assert main(["lint", str(path), "--as-at", "2025-06-30", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    main(["lint", str(path), "--as-at", "2025-12-31", "--json"])
    assert [one["rule"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["stale"]


def test_a_pack_as_it_was_built_was_linted_then_and_one_changed_since_is_linted(answer, capsys):
    written = [{"file": answer.name, "sha256": sha256(answer.read_bytes()).hexdigest()}]
    answer.with_name("answer.manifest.json").write_text(json.dumps({"written": written}))
    assert main(["lint", str(answer)]) == 0
    assert "a pack as it was built, which linted it then" in capsys.readouterr().out
    answer.write_text("The duty was met. We ask.\n")
    assert main(["lint", str(answer)]) == 4


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path, capsys):
    assert main(["lint", str(tmp_path / "a.pdf")]) == 2
    assert "a document that ends in .docx" in capsys.readouterr().err


def test_each_answer_of_a_word_document_is_held_against_the_limit_of_its_question(tmp_path, capsys):
    (tmp_path / "evidence.yaml").write_text(
        "provider: Larkfield Care\nas_at: 2026-09-30\nregisters: {}\ntender:\n  questions:\n"
        '    - {key: first, question: "How do you ask people?", limit: {words: 20}}\n'
        '    - {key: second, question: "How are staff trained?", limit: {words: 8}}\n'
    )
    document = docx.Document()
    for heading, words in (("Question 1: How do you ask people?", 13), ("Question 2: How are staff trained?", 3)):
        document.add_heading(heading)  # by hand: 7 + 13 = 20 words, and 6 + 3 = 9
        document.add_paragraph(" ".join(["word"] * words))
    document.save(tmp_path / "answer.docx")
    assert main(["lint", str(tmp_path / "answer.docx"), "--project", str(tmp_path), "--json"]) == 4
    (one,) = json.loads(capsys.readouterr().out)["findings"]
    assert (one["rule"], one["severity"], one["paragraph"], one["text"]) == ("over_limit", "stop", 4, "word")
    assert one["why"].startswith("question `second`: 9 words, OVER the limit of 8")
