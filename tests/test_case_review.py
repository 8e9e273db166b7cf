"""What the person who signs is shown: in a terminal, as a page, and for a program."""

import re
import stat
from datetime import date
from html.parser import HTMLParser

import pytest

from evidencegen.case_review import INSIDE, around, lines, page, review, write
from evidencegen.casebook import answer, decide
from evidencegen.problem import EvidenceError
from evidencegen.project import read
from evidencegen.release.intruder import QUESTIONS
from evidencegen.release.sign_off import Choice

DAY = date(2026, 9, 1)
BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  case_studies: stories.csv
tender:
  question: How do you safeguard adults?
"""
STORIES = """\
Case ID,Service type,Name,What happened,Voice,Plan,Outcome,Outcome achieved,Learning,Consent,Consent covers,Author
CS-01,Home care,Ann Sample,"Ann <b>was</b> the only signalman in the town, & knew 12 of us.",I want it back.,The GP came.,It came back.,Fully,We offer boxes.,Yes,Tender,Jo Writer
"""


@pytest.fixture
def project(tmp_path):
    """A project with one story, in which one thing is flagged."""
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    (tmp_path / "stories.csv").write_text(STORIES)
    return read(tmp_path)


class Page(HTMLParser):
    """What a reader of the page, or software that reads it aloud, finds in it."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.rows, self.ids, self.links = [], [], [], []
        self._in_cell = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found[name] for name in ("href", "src") if name in found]
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        self._in_cell = self._in_cell or tag in ("td", "th")

    def handle_endtag(self, tag):
        self._in_cell = self._in_cell and tag not in ("td", "th")

    def handle_data(self, data):
        if self._in_cell:
            self.rows[-1][-1] += data


def test_the_page_sets_the_original_beside_the_release_word_for_word(project):
    found = Page(page(review(project, "CS-01")))
    original = "Ann <b>was</b> the only signalman in the town, & knew 12 of us."
    beside = next(row for row in found.rows if row[0] == original)
    assert beside[1] == "The person <b>was</b> the only signalman in the town1, & knew 122 of us."  # 1 and 2 are raised
    assert found.rows[0] == ["Original, for people inside only", "Release"]


def test_the_page_numbers_each_flag_capital_and_number_and_says_what_was_decided(project):
    decide(project, "CS-01", 1, Choice.KEEP, "she asked for it", by="Priya Raman", on=DAY)
    found = review(project, "CS-01")
    rows = [row for row in Page(page(found)).rows if row[0].isdigit()]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("1", "flag", "the only signalman in the town"),
        ("2", "kept number", "12"),
        ("3", "kept capital", "GP"),
    ]
    assert rows[0][4] == "kept because she asked for it (Priya Raman, 2026-09-01)"
    assert [row[4] for row in rows[1:]] == ["", ""]


def test_the_page_asks_every_question_and_tells_the_answers(project):
    answer(project, "CS-01", "neighbour", "No: the street is not told.", by="Priya Raman", on=DAY)
    rows = {row[0]: row[1:] for row in Page(page(review(project, "CS-01"))).rows}
    assert rows["neighbour"] == [QUESTIONS["neighbour"], "No: the street is not told. (Priya Raman, 2026-09-01)"]
    assert {key: rows[key] for key in list(QUESTIONS)[1:]} == {
        key: [asked, "not answered"] for key, asked in list(QUESTIONS.items())[1:]
    }


def test_the_page_needs_nothing_beside_it_and_can_be_read_aloud(project):
    text = page(review(project, "CS-01"))
    found = Page(text)
    tags = [tag for tag, _ in found.tags]
    assert dict(found.tags)["html"] == {"lang": "en-GB"}
    assert not {"script", "link", "img", "iframe"} & set(tags)
    assert all(link.startswith("#") and link[1:] in found.ids for link in found.links)
    assert "http" not in text
    assert "url(" not in text
    assert tags.count("h1") == 1
    assert tags.count("h2") == 7
    assert tags.count("caption") == tags.count("table")
    assert all("scope" in attributes for tag, attributes in found.tags if tag == "th")
    assert len(set(found.ids)) == len(found.ids)


def test_the_page_says_that_it_holds_personal_details(project):
    text = page(review(project, "CS-01"))
    assert "Holds personal details." in text
    assert INSIDE in text
    assert "for people inside only" in re.search("<title>(.*)</title>", text)[1]


def test_a_page_is_put_in_place_whole_and_for_its_owner_alone(project, tmp_path):
    out = tmp_path / "review.html"
    out.write_text("an earlier one")
    write(review(project, "CS-01"), out)
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]
    with pytest.raises(EvidenceError, match="the page was not written"):
        write(review(project, "CS-01"), tmp_path)
    assert not [path for path in tmp_path.parent.iterdir() if path.name.endswith(".part")]


@pytest.mark.parametrize("width", [60, 80, 137])
def test_a_terminal_shows_both_side_by_side_in_its_own_width(project, width):
    told = lines(review(project, "CS-01"), width)
    assert max(map(len, told)) <= width
    beside = [line.split(" | ") for line in told if " | " in line]
    left, right = (" ".join(" ".join(row[side].split()) for row in beside) for side in (0, 1))
    assert "Ann <b>was</b> the only signalman in the town, & knew 12 of us." in left
    assert "Ann" not in right
    assert "signalman in the town{1}" in right
    assert "knew 12{2} of us" in right


def test_a_terminal_lists_what_is_numbered_what_is_asked_and_what_is_left(project):
    decide(project, "CS-01", 1, Choice.GENERALISE, "a railway worker", by="Priya Raman", on=DAY)
    answer(project, "CS-01", "buyer", "No.", by="Priya Raman", on=DAY)
    told = "\n".join(lines(review(project, "CS-01"), 200))
    assert 'generalised to "a railway worker" (Priya Raman, 2026-09-01)' in told
    assert "a railway worker{1}" in told
    assert '   2  kept number: "12"\n' in told
    assert "Numbers to decide: none. Questions to answer: neighbour, relative, staff, journalist, combination." in told
    assert f"buyer: {QUESTIONS['buyer']}\n      No. (Priya Raman, 2026-09-01)" in told
    assert "In the way of a tender: nobody has signed it" in told


def test_what_a_terminal_could_take_for_a_command_is_shown_as_a_blank(tmp_path):
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    (tmp_path / "stories.csv").write_text(STORIES.replace("The GP came.", "The \x1b[31mGP came."))
    told = "\n".join(lines(review(read(tmp_path), "CS-01"), 120))
    assert "GP" in told
    assert "\x1b" not in told


def test_a_part_of_which_nothing_is_left_says_so(tmp_path):
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    (tmp_path / "stories.csv").write_text(STORIES.replace("The GP came.", "The only signalman in the town."))
    told = decide(read(tmp_path), "CS-01", 3, Choice.REMOVE, "", by="Priya Raman", on=DAY)
    assert around(told, 3) == "(nothing is left of this part)"
    found = review(read(tmp_path), "CS-01")
    assert ["The only signalman in the town.", "(nothing is left of this part)"] in Page(page(found)).rows
    assert " | (nothing is left of this part)" in "\n".join(lines(found, 140))


def test_what_was_cut_or_put_in_is_told_with_the_words_about_it(project):
    told = decide(project, "CS-01", 1, Choice.GENERALISE, "a railway worker", by="Priya Raman", on=DAY)
    assert around(told, 1) == "The person <b>was</b> a railway worker, & knew 12 of us."
    told = decide(project, "CS-01", 2, Choice.REMOVE, "", by="Priya Raman", on=DAY)
    assert around(told, 2) == "The person <b>was</b> a railway worker, & knew of us."
    told = decide(project, "CS-01", 3, Choice.GENERALISE, " ".join(["somebody"] * 30), by="Priya Raman", on=DAY)
    assert around(told, 3) == f"The {' '.join(['somebody'] * 30)} came."


def test_a_program_is_given_the_same(project):
    found = review(project, "CS-01").as_dict()
    assert found["parts"][0]["original"].startswith("Ann <b>")
    assert "Ann" not in found["parts"][0]["release"]
    assert [one["kind"] for part in found["parts"] for one in part["numbered"]] == ["flag", "number", "capital"]
    assert [one["question"] for one in found["questions"]] == list(QUESTIONS)
    assert {one["answer"] for one in found["questions"]} == {None}


def test_a_review_hides_what_it_holds(project):
    assert "Ann" not in repr(review(project, "CS-01"))
    assert "signalman" not in repr(review(project, "CS-01"))
