"""The command `case`, from a story that waits to one that a pack tells, and what takes it out again."""

import json

import openpyxl
import pytest
import yaml

from evidencegen.cli import main
from evidencegen.release.intruder import QUESTIONS
from evidencegen.start import start_project

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.csv
  case_studies: stories.xlsx
tender:
  question: How do you safeguard adults?
  case_studies: [CS-01]
"""
HEADINGS = (
    "Case ID", "Service type", "Name", "What happened", "Voice", "Plan", "Outcome", "Outcome achieved", "Learning",
    "Consent", "Consent covers", "Author", "Concern ID",
)  # fmt: skip
STORY = (
    "CS-01", "Home care", "Ann Sample", "Ann was the only signalman in the town. Ann missed some money.", "She likes scrumbling.",
    "A locked box was agreed on 3 visits.", "Ann is content.", "Fully", "Boxes are offered.", "Yes", "Tender", "Jo Writer", "SG-1",
)  # fmt: skip
OTHER = (
    "CS-02", "Home care", "Ben Trial", "He felt alone.", "I want visits.", "Visits were agreed.", "He has visits.", "Partly",
    "We ask sooner.", "Yes", "Board", "Jo Writer", "SG-2",
)  # fmt: skip
WHO = ("--by", "Priya Raman", "--on", "2026-09-01")


@pytest.fixture
def folder(tmp_path):
    """A project with two stories."""
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    concerns = (f"SG-{n},P-{n},01/06/2026,Neglect,No" for n in range(1, 6))
    heads = "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes"
    (tmp_path / "log.csv").write_text("\n".join([heads, *concerns]))
    write(tmp_path)
    return tmp_path


def write(folder, **changed):
    """Its register, with cells of the first story or the other's name changed: `write(folder, Plan="...")`."""
    book = openpyxl.Workbook()
    other = changed.pop("other", OTHER[2])
    for row in (HEADINGS, [changed.get(name, cell) for name, cell in zip(HEADINGS, STORY, strict=True)]):
        book.active.append(row)
    book.active.append([other if cell == OTHER[2] else cell for cell in OTHER])
    book.save(folder / "stories.xlsx")


@pytest.fixture
def ran(capsys, folder):
    """Exit code, what was printed, and what was complained of: `ran("list")`, in the project."""

    def run(deed, *words):
        code = main(["case", deed, *map(str, words), str(folder)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def signed(ran, folder):
    """A story decided, answered and signed; what the list of sign-offs holds."""
    assert ran("decide", "CS-01", 1, "--generalise", "was a railway worker", *WHO)[0] == 0
    assert ran("decide", "CS-01", 2, "--keep", "it is her own word", *WHO)[0] == 0
    for question in QUESTIONS:
        assert ran("answer", "CS-01", question, "No, nothing told here shows it.", *WHO)[0] == 0
    assert ran("sign", "CS-01", *WHO)[0] == 0
    return (folder / "sign_offs.yaml").read_text("utf8")


def built(folder, capsys):
    code = main(["build", str(folder), "--out", str(folder / "out")])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_story_waits_until_it_is_signed_and_is_told_once_it_is(ran, folder, capsys):
    code, told, _ = ran("list", "--json")
    found = json.loads(told)[0]
    assert (code, found.pop("may_say").partition(" if ")[0]) == (0, "at least 5 people fit it")
    assert found == {"case": "CS-01", "state": "waiting for a signature", "obstacles": ["nobody has signed it"]}
    code, _, complained = built(folder, capsys)
    assert code == 3
    assert "case study CS-01\n  found   nobody has signed it" in complained


def test_each_deed_says_what_is_left_and_a_signature_waits_for_all_of_it(ran, folder):
    code, _, complained = ran("sign", "CS-01", *WHO)
    assert code == 2
    assert complained.startswith("1 problem to mend")
    assert (
        f"not decided: number 1, 2; not answered about the words as they now are: {', '.join(QUESTIONS)}" in complained
    )
    assert not (folder / "sign_offs.yaml").exists()
    _, told, _ = ran("decide", "CS-01", 1, "--remove", *WHO)
    assert told == (
        "CS-01, number 1: remove. Left: numbers to decide 1, questions to answer 6.\n"
        "It now reads: The person. The person missed some money.\n"
    )
    ran("decide", "CS-01", 2, "--keep", "it is her own word", *WHO)
    for question in list(QUESTIONS)[:-1]:
        ran("answer", "CS-01", question, "No.", *WHO)
    assert "not answered about the words as they now are: buyer\n" in ran("sign", "CS-01", *WHO)[2]
    _, told, _ = ran("answer", "CS-01", "buyer", "No.", *WHO)
    assert told == "CS-01, buyer: answered. Nothing is left to decide or to answer: it can be signed.\n"
    assert ran("sign", "CS-01", *WHO)[0] == 0
    assert "CS-01  signed, and may be told" in ran("list")[1]


def test_the_list_holds_who_decided_what_and_when_and_is_only_added_to(ran, folder, signed):
    entries = yaml.safe_load(signed)
    assert [entry["deed"] for entry in entries] == ["decided"] * 2 + ["answered"] * 6 + ["signed"]
    assert {(entry["case"], entry["by"], str(entry["day"])) for entry in entries} == {
        ("CS-01", "Priya Raman", "2026-09-01")
    }
    first = {name: entries[0][name] for name in ("part", "words", "decision", "instead")}
    assert first == {
        "part": "situation",
        "words": "was the only signalman in the town",
        "decision": "generalise",
        "instead": "was a railway worker",
    }
    for deed in (
        ("decide", "CS-01", 1, "--keep", "she asked for it"),
        ("answer", "CS-01", "buyer", "Perhaps."),
        ("withdraw", "CS-01", "--why", "asked by phone"),
    ):
        before = (folder / "sign_offs.yaml").read_bytes()
        assert ran(*deed, *WHO)[0] == 0
        after = (folder / "sign_offs.yaml").read_bytes()
        assert after.startswith(before)
        assert len(after) > len(before)
    assert "CS-01  withdrawn" in ran("list")[1]


def test_what_is_decided_is_what_the_pack_tells(ran, folder, signed, capsys):
    code, told, complained = built(folder, capsys)
    assert (code, complained) == (0, "")
    assert "case study CS-01: signed text unchanged" in told
    (entry,) = json.loads((folder / "out" / "tender.manifest.json").read_text())["case_studies"]
    assert entry["text_sha256"] == yaml.safe_load(signed)[-1]["text_sha256"]
    _, shown, _ = ran("show", "CS-01")
    assert "The person was a railway worker." in shown
    assert "signalman" not in shown
    assert entry["text_sha256"] in shown


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"Plan": "A locked box was agreed on 4 visits."}, "the story has been edited since"),
        ({"Outcome achieved": "Partly"}, "the story has been edited since"),
        ({"Consent": "Withdrawn"}, "consent has been withdrawn"),
        ({"Consent covers": "Board"}, "consent does not cover a tender"),
        ({"other": "Ben Scrumbling"}, "the registers now hold a name that matches a word in it"),
        ({"Author": "P. Raman"}, "it was signed by the person who wrote it"),
    ],
)
def test_a_signature_lapses_and_the_build_says_why(folder, signed, capsys, changed, why):
    write(folder, **changed)
    code, _, complained = built(folder, capsys)
    assert code == 3
    assert "case study CS-01\n  found   " in complained
    assert why in complained
    assert "scrumbling" not in complained.lower()
    assert not (folder / "out").exists()
    assert (folder / "sign_offs.yaml").read_text("utf8") == signed


def test_a_signature_lapses_after_24_months_and_with_a_later_decision(ran, folder, signed, capsys):
    (folder / "evidence.yaml").write_text(BRIEF.replace("2026-09-30", "2028-09-30"))
    assert "signed more than 24 months before the day of the pack" in built(folder, capsys)[2]
    (folder / "evidence.yaml").write_text(BRIEF)
    ran("decide", "CS-01", 3, "--remove", *WHO)
    assert "something has been decided about them since" in built(folder, capsys)[2]


def test_an_edit_elsewhere_in_the_story_leaves_decisions_and_one_in_their_part_does_not(ran, folder, signed):
    write(folder, Plan="A locked box was agreed.")
    assert "not decided" not in ran("review", "CS-01")[1]
    write(folder, **{"What happened": "Ann was the only signalman in the town. Ann missed money."})
    code, told, _ = ran("review", "CS-01", "--json")
    part = json.loads(told)["parts"][0]
    assert code == 0
    assert "signalman" in part["release"]
    assert (part["numbered"][0]["to_decide"], part["numbered"][0]["decided"]) == (True, None)
    assert part["numbered"][0]["decided_before_the_part_changed"] == {
        "decision": "generalise",
        "said": "was a railway worker",
        "by": "Priya Raman",
        "day": "2026-09-01",
    }
    told = " ".join(ran("review", "CS-01")[1].split())
    assert 'not decided; before this part changed it was generalised to "was a railway worker"' in told


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("decide", "CS-01", 99, "--remove"), "nothing in it has the number 99"),
        (("decide", "CS-01", 1, "--generalise", "knew Ann Sample"), "the gate takes words out"),
        (("decide", "CS-01", 1, "--generalise", "was the first bell-ringer"), "the gate flags words"),
        (("decide", "CS-01", 1, "--generalise", "a \udcff"), "signs that are no letters"),
        (("decide", "CS-01", 1, "--generalise", ""), "no name, no answer or no reason"),
        (("decide", "CS-01", 1, "--keep", " "), "no name, no answer or no reason"),
        (("decide", "CS-10", 1, "--remove"), "did you mean CS-0"),
        (("answer", "CS-01", "neighbours", "No."), "did you mean neighbour?"),
        (("answer", "CS-01", "neighbour", "No \udcff."), "signs that are no letters"),
        (("answer", "CS-01", "neighbour", ""), "no name, no answer or no reason"),
        (("review", "CS-9"), "no case study has this reference"),
        (("sign", "CS-9"), "no case study has this reference"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_cure_and_nothing_is_written(ran, folder, words, complaint):
    code, told, complained = ran(*words, *(WHO if words[0] != "review" else ()))
    assert (code, told) == (2, "")
    assert complaint in complained
    assert "Ann" not in complained
    assert not (folder / "sign_offs.yaml").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("decide", "CS-01", "1", "--by", "Priya Raman"),
        ("decide", "CS-01", "1", "--remove", "--keep", "why", "--by", "Priya Raman"),
        ("decide", "CS-01", "one", "--remove", "--by", "Priya Raman"),
        ("decide", "CS-01", "1", "--remove"),
        ("answer", "CS-01", "neighbour", "--by", "Priya Raman"),
        ("sign", "CS-01"),
    ],
)
def test_a_deed_that_is_not_understood_ends_with_2(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["case", *words])
    assert ended.value.code == 2
    assert "usage: evidencegen case" in capsys.readouterr().err


def test_the_author_cannot_sign(ran, folder):
    ran("decide", "CS-01", 1, "--remove", *WHO)
    ran("decide", "CS-01", 2, "--remove", *WHO)
    for question in QUESTIONS:
        ran("answer", "CS-01", question, "No.", *WHO)
    code, _, complained = ran("sign", "CS-01", "--by", "Mr J Writer")
    assert code == 2
    assert "the name could be that of the person who wrote it" in complained
    assert "deed: signed" not in (folder / "sign_offs.yaml").read_text()


def test_a_page_is_written_only_when_asked_for(ran, folder):
    before = sorted(path.name for path in folder.iterdir())
    code, told, _ = ran("review", "CS-01")
    assert code == 0
    assert "Ann was the only signalman" in told
    assert sorted(path.name for path in folder.iterdir()) == before
    code, told, _ = ran("review", "CS-01", "--html", folder / "review.html")
    assert code == 0
    assert "for people inside only" in told
    assert sorted(path.name for path in folder.iterdir()) == sorted([*before, "review.html"])


def test_a_page_that_cannot_be_written_leaves_nothing_behind(ran, folder):
    code, _, complained = ran("review", "CS-01", "--html", folder / "nowhere" / "review.html")
    assert code == 2
    assert "the page was not written" in complained
    assert not (folder / "nowhere").exists()


def test_the_stories_of_the_sample_are_listed_with_what_stands_in_their_way(tmp_path, capsys):
    start_project(tmp_path / "sample", sample=True)
    assert main(["case", "list", str(tmp_path / "sample")]) == 0
    told = capsys.readouterr().out
    assert "CS-HC-01  signed, and may be told\n" in told
    assert "CS-HC-06  consent does not allow it\n    consent has been withdrawn\n" in told
    assert told.endswith("4 of 6 may be told.\n")
