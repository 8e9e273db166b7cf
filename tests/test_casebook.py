"""The case studies of a project, what stands in their way, and their sign-off."""

import sys
from datetime import date

import pytest

from evidencegen.casebook import answer, decide, sign, states, stories_for, story, withdraw, words
from evidencegen.problem import EvidenceError, GateRefused
from evidencegen.project import read
from evidencegen.release.intruder import QUESTIONS
from evidencegen.release.recogniser import Detail
from evidencegen.release.sign_off import Choice

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.csv
  case_studies: stories.csv
tender:
  question: How do you safeguard adults?
"""
STORIES = """\
Case ID,Service type,Name,What happened,Voice,Plan,Outcome,Outcome achieved,Learning,Consent,Consent covers,Author,Concern ID
CS-01,Home care,Ann Example,Money went missing from Ann's purse.,I want it back.,A box was agreed.,It came back.,Fully,We offer boxes.,Yes,Tender,Jo Writer,SG-1
CS-02,Home care,Ben Sample,He felt alone.,I want visits.,Visits were agreed.,He has visits.,Partly,We ask sooner.,Yes,Board,Jo Writer,SG-1
CS-03,Home care,Cy Trial,She was hurt.,I want to move.,A move was agreed.,She moved.,Fully,We listen.,Withdrawn,Tender,Jo Writer,SG-1
"""
LOG = "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes\n" + "".join(
    f"SG-{n},P-{n},01/06/2026,Neglect,No\n" for n in range(1, 6)
)
AUTUMN, LAST_DAY = date(2026, 9, 1), date(2026, 9, 30)


@pytest.fixture
def project(tmp_path):
    """A project with three stories: `project(told="[CS-01]")` names those for the tender."""

    def make(told="", stories=STORIES):
        brief = BRIEF + (f"  case_studies: {told}\n" if told else "")
        (tmp_path / "evidence.yaml").write_text(brief)
        (tmp_path / "stories.csv").write_text(stories)
        (tmp_path / "log.csv").write_text(LOG)
        return read(tmp_path)

    return make


@pytest.fixture
def reviewed_and_signed(project):
    """Every question answered by hand, then signed: `reviewed_and_signed("CS-01")`."""

    def make(case, by="Priya Raman", on=AUTUMN, **asked):
        for question in QUESTIONS:
            answer(project(**asked), case, question, "No, nothing here is told that could show it.", by=by, on=on)
        return sign(project(**asked), case, by=by, on=on)

    return make


def _told(project):
    stories, left_out = stories_for(project, use="tender")
    return [story.case for story in stories], dict(left_out)


def test_every_story_says_how_far_it_is_from_being_told_and_what_is_in_the_way(project):
    found = {state.case: (state.state, state.obstacles) for state in states(project())}
    assert found["CS-01"] == ("waiting for a signature", ("nobody has signed it",))
    assert found["CS-02"] == (
        "consent does not allow it",
        ("consent does not cover a tender", "nobody has signed it"),
    )
    assert found["CS-03"] == ("consent does not allow it", ("consent has been withdrawn", "nobody has signed it"))


def test_the_exact_words_are_shown_without_the_name_and_with_their_hash(project):
    shown = words(project(), "CS-01")
    assert "purse" in shown
    assert "Ann" not in shown
    assert "SHA-256 of the text: " in shown
    assert "In the way of a tender: nobody has signed it" in shown


def test_a_signed_story_is_told_and_the_others_are_left_out_with_the_reason(project, reviewed_and_signed):
    reviewed_and_signed("CS-01")
    told, left_out = _told(project())
    assert told == ["CS-01"]
    assert set(left_out) == {"CS-02", "CS-03"}


def test_a_signature_does_not_bring_back_consent(project, reviewed_and_signed):
    for case in ("CS-02", "CS-03"):
        reviewed_and_signed(case)
    assert _told(project())[0] == []


def test_one_changed_word_makes_the_signature_void(project, reviewed_and_signed):
    reviewed_and_signed("CS-01")
    changed = project(stories=STORIES.replace("It came back.", "It all came back."))
    told, left_out = _told(changed)
    assert told == []
    assert left_out["CS-01"] == ("its words are not those that were signed: the story has been edited since",)


@pytest.mark.parametrize("by", ["Jo Writer", "writer, jo", "J. Writer"])
def test_nobody_signs_a_story_of_their_own(project, reviewed_and_signed, by):
    with pytest.raises(EvidenceError) as error:
        reviewed_and_signed("CS-01", by=by)
    assert [p.key for p in error.value.problems] == ["case.own_story"]
    assert "Writer" not in str(error.value)
    assert _told(project())[1]["CS-01"] == ("nobody has signed it",)


def test_a_story_is_signed_only_once_every_question_is_answered(project):
    with pytest.raises(EvidenceError) as error:
        sign(project(), "CS-01", by="Priya Raman", on=AUTUMN)
    (problem,) = error.value.problems
    assert (problem.key, error.value.exit_code) == ("case.not_reviewed", 2)
    assert problem.found == "not answered about the words as they now are: " + ", ".join(QUESTIONS)


RARE = STORIES.replace("He felt alone.", "He was the only signalman in the town. He felt alone.").replace(
    "Board", "Tender"
)


def test_a_story_is_signed_only_once_every_flag_is_decided(project, reviewed_and_signed):
    with pytest.raises(EvidenceError) as error:
        reviewed_and_signed("CS-02", stories=RARE)
    (problem,) = error.value.problems
    assert problem.found == "not decided: number 1"
    decide(project(stories=RARE), "CS-02", 1, Choice.KEEP, "he asked for it", by="Priya Raman", on=AUTUMN)
    sign(project(stories=RARE), "CS-02", by="Priya Raman", on=AUTUMN)
    assert _told(project(stories=RARE))[0] == ["CS-02"]


def test_a_decision_is_carried_out_in_what_is_told_and_lapses_with_an_edit(project, reviewed_and_signed):
    after = decide(project(stories=RARE), "CS-02", 1, Choice.REMOVE, "", by="Priya Raman", on=AUTUMN)
    assert after.parts["situation"].text == "He. He felt alone."
    reviewed_and_signed("CS-02", stories=RARE)
    (told,), _ = stories_for(project(stories=RARE), use="tender")
    assert told.parts["situation"].text == "He. He felt alone."
    edited = story(project(stories=RARE.replace("felt alone", "felt lonely")), "CS-02")
    assert "signalman" in edited.parts["situation"].text
    assert [mark.earlier.choice for mark in edited.undecided] == [Choice.REMOVE]


def test_a_decision_after_the_signature_makes_it_void(project, reviewed_and_signed):
    decide(project(stories=RARE), "CS-02", 1, Choice.KEEP, "he asked for it", by="Priya Raman", on=AUTUMN)
    reviewed_and_signed("CS-02", stories=RARE)
    decide(project(stories=RARE), "CS-02", 1, Choice.KEEP, "he asked again", by="Priya Raman", on=LAST_DAY)
    assert _told(project(stories=RARE))[1]["CS-02"] == ("a decision or an answer has changed since it was signed",)


def test_a_name_that_comes_into_the_registers_makes_the_signature_void(project, reviewed_and_signed):
    slang = STORIES.replace("I want it back.", "She likes scrumbling.")
    decide(project(stories=slang), "CS-01", 1, Choice.KEEP, "it is what she calls it", by="Priya Raman", on=AUTUMN)
    reviewed_and_signed("CS-01", stories=slang)
    assert _told(project(stories=slang))[0] == ["CS-01"]
    told, left_out = _told(project(stories=slang.replace("Ben Sample", "Ben Scrumbling")))
    assert told == []
    assert "the registers now hold a name that matches a word in it" in left_out["CS-01"][0]
    assert "scrumbling" not in str(left_out).lower()


def test_words_that_the_gate_would_not_pass_are_not_put_in(project, tmp_path):
    for said in ("as Ann Example knows", "was the first bell-ringer in the village", ""):
        with pytest.raises(EvidenceError) as error:
            decide(project(stories=RARE), "CS-02", 1, Choice.GENERALISE, said, by="Priya Raman", on=AUTUMN)
        assert [p.key for p in error.value.problems] in (["case.would_not_pass"], ["sign_off.nameless"])
        assert "Ann" not in str(error.value)
    assert not (tmp_path / "sign_offs.yaml").exists()


def test_a_number_or_a_question_that_is_not_there_is_told_with_those_that_are(project, tmp_path):
    for number in (0, 99, -1):
        with pytest.raises(EvidenceError, match="nothing in it has the number"):
            decide(project(), "CS-01", number, Choice.REMOVE, "", by="Priya Raman", on=AUTUMN)
    with pytest.raises(EvidenceError, match="did you mean neighbour") as error:
        answer(project(), "CS-01", "neighbor", "Ann would.", by="Priya Raman", on=AUTUMN)
    assert "Ann would" not in str(error.value)
    assert not (tmp_path / "sign_offs.yaml").exists()


def test_a_story_that_was_withdrawn_is_told_no_more_from_that_day(project, reviewed_and_signed):
    reviewed_and_signed("CS-01")
    withdraw(project(), "CS-01", by="Priya Raman", on=LAST_DAY, why="asked by phone")
    assert _told(project())[0] == []
    assert states(project())[0].state == "withdrawn"


def test_the_brief_says_which_stories_and_in_which_order(project, reviewed_and_signed):
    both = STORIES.replace("Board", "Tender")
    for case in ("CS-01", "CS-02"):
        reviewed_and_signed(case, stories=both)
    assert _told(project("[CS-02, CS-01]", both))[0] == ["CS-02", "CS-01"]
    assert _told(project("[CS-02]", both))[0] == ["CS-02"]
    assert _told(project("[]", both))[0] == []


def test_the_gate_refuses_stories_that_the_brief_names_and_that_may_not_be_told(project):
    with pytest.raises(GateRefused) as error:
        stories_for(project("[CS-01, CS-02, CS-9]"), use="tender")
    assert [(p.key, p.place.file) for p in error.value.problems] == [
        ("case.not_releasable", "case study CS-01"),
        ("case.not_releasable", "case study CS-02"),
        ("case.unknown", "case study CS-9"),
    ]


def test_a_story_that_is_not_there_cannot_be_shown_reviewed_signed_or_withdrawn(project):
    for deed in (
        lambda p: words(p, "CS-7"),
        lambda p: sign(p, "CS-7", by="Priya Raman", on=AUTUMN),
        lambda p: withdraw(p, "CS-7", by="Priya Raman", on=AUTUMN, why="asked"),
        lambda p: decide(p, "CS-7", 1, Choice.REMOVE, "", by="Priya Raman", on=AUTUMN),
        lambda p: answer(p, "CS-7", "neighbour", "No.", by="Priya Raman", on=AUTUMN),
    ):
        with pytest.raises(EvidenceError) as error:
            deed(project())
        assert [p.key for p in error.value.problems] == ["case.unknown"]


def test_a_decision_without_a_name_or_a_reason_is_not_recorded(project, tmp_path):
    with pytest.raises(EvidenceError):
        answer(project(), "CS-01", "neighbour", "No.", by="  ", on=AUTUMN)
    with pytest.raises(EvidenceError):
        withdraw(project(), "CS-01", by="Priya Raman", on=AUTUMN, why="")
    assert not (tmp_path / "sign_offs.yaml").exists()


def test_a_project_without_stories_has_none_to_tell(tmp_path):
    (tmp_path / "evidence.yaml").write_text(BRIEF.replace("case_studies: stories", "practice: practice"))
    (tmp_path / "log.csv").write_text(LOG)
    (tmp_path / "practice.csv").write_text("Statement No,Part,Statement\n1,Choice,We ask first.\n")
    assert stories_for(read(tmp_path), use="tender") == ((), ())
    assert states(read(tmp_path)) == ()


def test_a_blank_cell_of_a_story_takes_no_word_out_of_it(project):
    # Neither the service nor the reference of the concern is filled in here; pandas shows a blank as nan.
    headings, first, *_ = STORIES.splitlines()
    blank = f"{headings},Service\n{first.replace('I want it back.', 'I want my nan to visit.').replace('SG-1', '')},\n"
    assert "I want my nan to visit." in words(project(stories=blank), "CS-01")


class TakesPurse:
    """A second opinion that takes a purse for somebody's name."""

    def find(self, text):
        at = text.index("purse")
        yield Detail(at, at + len("purse"), "name", "[name]", "purse")


def test_a_second_opinion_is_asked_where_the_brief_says_so_and_then_has_to_be_there(project, tmp_path, monkeypatch):
    project()
    brief = tmp_path / "evidence.yaml"
    brief.write_text(f"second_opinion: yes\n{brief.read_text()}")
    with monkeypatch.context() as patched:
        patched.setattr("evidencegen.casebook.second_opinion", lambda _: TakesPurse())
        assert "purse" not in story(read(tmp_path), "CS-01").parts["situation"].text
    assert "purse" in story(read(tmp_path), "CS-01").parts["situation"].text
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    with pytest.raises(EvidenceError, match=r"pip install evidencegen\[tagger\]"):
        story(read(tmp_path), "CS-01")
