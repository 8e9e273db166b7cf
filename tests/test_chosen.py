"""How the stories of a project stand among all concerns, and which of them are told together."""

import json
from datetime import date

import pytest

from evidencegen.build import build
from evidencegen.casebook import answer, sign, states, stories_for, words
from evidencegen.chosen import proposed, told_before
from evidencegen.problem import GateRefused, Place
from evidencegen.project import read
from evidencegen.release.case_study import CaseStudy
from evidencegen.release.intruder import QUESTIONS
from evidencegen.release.quote import Quote

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
services: {Rowan House: care home, Mill Lane: supported living, Larkfield at Home: home care}
registers:
  safeguarding: log.csv
  case_studies: stories.csv
tender:
  question: How do you safeguard adults?
  buyer: Northmere Council
"""
LOG = "Concern ID,Service user ID,Service,Date raised,Type of abuse,Asked about outcomes\n"
STORIES = (
    "Case ID,Service type,Service,Date of concern,Concern ID,What happened,Voice,Plan,Outcome,Outcome achieved,Learning,"
    "Consent,Consent covers,Composite,Consent of each\n"
)
SIGNED = date(2026, 9, 1)


def concerns(count, service="Rowan House", raised="01/06/2026", first=1):
    return "".join(f"SG-{n},P-{n},{service},{raised},Neglect,No\n" for n in range(first, first + count))


def story(case, concern="SG-1", service="Rowan House", raised="01/06/2026", composite="", kind="Care home"):
    told = "A call was missed.,I want to know who comes.,A list was agreed.,The list is kept.,Fully,We check the list."
    return f"{case},{kind},{service},{raised},{concern},{told},Yes,Tender,{composite or ','}\n"


@pytest.fixture
def project(tmp_path):
    """A project of these concerns and stories, every story signed: `project(concerns(5), story("CS-01"))`."""

    def make(log, *stories, told="", more=""):
        brief = BRIEF + (f"  case_studies: {told}\n" if told else "") + more
        (tmp_path / "evidence.yaml").write_text(brief)
        (tmp_path / "log.csv").write_text(LOG + log)
        (tmp_path / "stories.csv").write_text(STORIES + "".join(stories))
        (tmp_path / "sign_offs.yaml").unlink(missing_ok=True)
        made = read(tmp_path)
        for case in (one.partition(",")[0] for one in stories):
            for question in QUESTIONS:
                answer(made, case, question, "No.", by="Priya Raman", on=SIGNED)
            sign(made, case, by="Priya Raman", on=SIGNED)
        return made

    return make


def in_the_way(made):
    (found,) = states(made)
    return found.state, found.obstacles


def test_a_story_that_five_people_fit_may_be_told_and_says_how_little_it_must_say(project):
    (found,) = states(project(concerns(5), story("CS-01")))
    assert (found.state, found.obstacles) == ("signed, and may be told", ())
    assert found.may_say == (
        "at least 5 people fit it if it says no more of itself than the kind of service, the kind of abuse, the month "
        "(step 0 of 11); not on record, so not counted: the gender, the age, where the harm came from"
    )


def test_a_story_that_four_people_fit_is_held_back_and_no_pack_is_built_of_it(project):
    made = project(concerns(4), story("CS-01"), told="[CS-01]")
    state, obstacles = in_the_way(made)
    assert state == "held back: somebody could be recognised by it, or it is too old"
    assert obstacles[0].startswith("fewer than five people in the concern register could be the one it tells of")
    with pytest.raises(GateRefused, match="fewer than five people"):
        stories_for(made, use="tender")


def test_where_only_all_services_together_are_enough_the_pack_names_no_kind_of_service(project):
    log = concerns(2) + concerns(3, service="Mill Lane", first=3)
    (told,), _ = stories_for(project(log, story("CS-01")), use="tender")
    assert told.service_type == "One of our services"
    assert "One of our services" not in str(told.parts)


def test_a_kind_of_service_that_says_more_than_was_counted_gives_way_to_the_word_of_the_brief(project):
    (told,), _ = stories_for(project(concerns(5), story("CS-01", kind="Care home on the coast")), use="tender")
    assert told.service_type == "Care home"
    (told,), _ = stories_for(project(concerns(5), story("CS-01", kind="care HOME")), use="tender")
    assert told.service_type == "care HOME"
    elsewhere = story("CS-01", kind="Supported living", service="Mill Lane")
    (told,), _ = stories_for(project(concerns(5), elsewhere), use="tender")
    assert told.service_type == "Care home"


@pytest.mark.parametrize(
    ("concern", "why"),
    [("", "it names no concern"), ("SG-99", "its concern is not in the concern register")],
)
def test_a_story_whose_concern_cannot_be_found_is_held_back_with_the_mend(project, concern, why):
    made = project(concerns(9), story("CS-01", concern))
    (obstacle,) = in_the_way(made)[1]
    assert obstacle.startswith(why)
    assert "SG-99" not in obstacle
    assert ": " in obstacle


def test_a_project_without_a_concern_register_says_so(project, tmp_path):
    made = project(concerns(5), story("CS-01"))
    (tmp_path / "evidence.yaml").write_text(BRIEF.replace("  safeguarding: log.csv\n", ""))
    made = read(tmp_path)
    assert "the project has no concern register" in in_the_way(made)[1][0]


def test_a_composite_needs_the_consent_of_each_and_is_not_counted(project):
    for cells, held in (("Yes,", True), ("Yes,No", True), ("Yes,Yes", False)):
        made = project(concerns(1), story("CS-01", "", composite=cells))
        assert bool(in_the_way(made)[1]) is held
    (told,), _ = stories_for(made, use="tender")
    assert told.composite


@pytest.mark.parametrize(("raised", "old"), [("30/09/2024", False), ("29/09/2024", True)])
def test_a_story_holds_for_24_months_from_its_concern(project, raised, old):
    made = project(concerns(5, raised=raised), story("CS-01", raised=raised))
    assert any("more than 24 months" in obstacle for obstacle in in_the_way(made)[1]) is old


def test_the_day_of_the_pack_decides_how_old_a_story_is(project):
    made = project(concerns(5, raised="01/09/2024"), story("CS-01", raised="01/09/2024"))
    assert stories_for(made, use="tender")[0] == ()
    assert len(stories_for(made, use="tender", as_at=date(2026, 9, 1))[0]) == 1


def test_of_one_service_one_story_is_told_unless_the_brief_says_so(project):
    log, two = concerns(6), (story("CS-01"), story("CS-02", "SG-2"))
    told, left_out = stories_for(project(log, *two), use="tender")
    assert [one.case for one in told] == ["CS-01"]
    assert [case for case, _ in left_out] == ["CS-02"]
    with pytest.raises(GateRefused) as refused:
        stories_for(project(log, *two, told="[CS-02, CS-01]"), use="tender")
    assert [(p.key, p.place.file) for p in refused.value.problems] == [("case.same_service", "case study CS-01")]
    said = "  several_from_one_service: yes\n"
    told, left_out = stories_for(project(log, *two, told="[CS-02, CS-01]", more=said), use="tender")
    assert ([one.case for one in told], left_out) == (["CS-02", "CS-01"], ())
    assert len(stories_for(project(log, *two, more=said), use="tender")[0]) == 2


def test_stories_of_two_services_are_told_together(project):
    log = concerns(5) + concerns(5, service="Mill Lane", first=6)
    told, left_out = stories_for(project(log, story("CS-01"), story("CS-02", "SG-6", "Mill Lane")), use="tender")
    assert ([one.case for one in told], left_out) == (["CS-01", "CS-02"], ())


def earlier(folder, buyer, case="CS-01", text="", name="may.json"):
    """An earlier manifest that told one story; with no buyer, as manifests were before they named one."""
    made = {
        "as_at": "2026-05-31",
        "profile": {"for_release": True, "people": {"smallest_shown": 5, "base": 5, "smallest_base": 10}},
    }
    made |= {"buyer": buyer} if buyer is not None else {}
    told = [{"case": case, "text_sha256": text}]
    content = {"format": "evidencegen-manifest/1", "made": made, "figures": [], "case_studies": told}
    (folder / name).write_text(json.dumps(content))


@pytest.mark.parametrize(
    ("buyer", "named"),
    [
        ("Northmere Council", ("case study CS-01 was told to Northmere Council before, in may.json",)),
        ("northmere COUNCIL", ("case study CS-01 was told to Northmere Council before, in may.json",)),
        ("Southmere Council", ()),
        (None, ("case study CS-01 was told to a reader that may be the same before, in may.json",)),
    ],
)
def test_a_story_told_to_the_same_buyer_before_is_named_for_people_inside(project, tmp_path, buyer, named):
    earlier(tmp_path, buyer)
    made = project(concerns(5), story("CS-01"), more="earlier: [may.json]\n")
    assert told_before(made, stories_for(made, use="tender")[0]) == named


def test_a_story_is_known_again_by_its_words_under_another_reference(project, tmp_path):
    earlier(tmp_path, "Northmere Council")
    made = project(concerns(5), story("CS-07"), more="earlier: [may.json]\n")
    told, _ = stories_for(made, use="tender")
    assert told_before(made, told) == ()
    earlier(tmp_path, "Northmere Council", "CS-99", told[0].text_sha256)
    assert len(told_before(made, told)) == 1


def test_a_pack_names_its_buyer_and_the_next_one_for_the_same_buyer_says_what_was_told_before(project, tmp_path):
    made = project(concerns(30), story("CS-01"))
    build(made.folder, out=tmp_path / "first")
    manifest = json.loads((tmp_path / "first" / "tender.manifest.json").read_text())
    assert manifest["made"]["buyer"] == "Northmere Council"
    (tmp_path / "evidence.yaml").write_text(BRIEF + "earlier: [first/tender.pdf]\n")
    said = []
    build(made.folder, out=tmp_path / "second", say=lambda step, words: said.append((step, words)))
    assert ("release", "case study CS-01 was told to Northmere Council before, in tender.pdf") in said


def test_what_somebody_should_look_at_is_shown_before_signing(project):
    odd = story("CS-01").replace("A call was missed.", "A call to her was missed in the winter.")
    shown = words(
        project(concerns(5, raised="01/09/2024") + concerns(1, first=9), odd.replace("SG-1", "SG-9")), "CS-01"
    )
    assert "it says the gender (her), which the concern register does not hold" in shown
    assert "it says when it was" in shown
    assert "Whom it fits: at least 5 people fit it" in shown


def told_of(case, achieved="fully", kind="Care home", advocacy=""):
    parts = {"outcome": Quote("Done.")} | ({"advocacy": Quote("An advocate was asked for.")} if advocacy else {})
    place = Place("stories.csv")
    return CaseStudy(case, parts, kind, achieved, "yes", frozenset({"tender"}), None, place)


def test_at_most_three_stories_are_proposed_those_that_differ_most_with_the_reason():
    stories = [
        told_of("CS-1"),
        told_of("CS-2"),
        told_of("CS-3", kind="Home care"),
        told_of("CS-4", "not_achieved"),
        told_of("CS-5", "partly", advocacy="yes"),
    ]
    found = [(story.case, why) for story, why in proposed(stories)]
    assert found == [
        ("CS-5", "the first with the outcome partly, from care home, to tell of advocacy"),
        ("CS-3", "the first with the outcome fully, from home care"),
        ("CS-4", "the first with the outcome not achieved"),
    ]
    assert proposed([story for story, _ in proposed(stories)]) == proposed(stories)


def test_of_stories_that_are_alike_the_register_decides():
    alike = [told_of("CS-1"), told_of("CS-2")]
    assert [why for _, why in proposed(alike)] == [
        "the first with the outcome fully, from care home",
        "next in the register",
    ]
    assert proposed([]) == ()
