import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from evidencegen.problem import Place
from evidencegen.release.names import Known, Roll
from evidencegen.release.quote import Quote, anonymise, anonymise_together
from evidencegen.release.record import Record

KNOWN_ANSWERS = Path(__file__).parents[3] / "shared" / "known_answers" / "anonymise"
RECORD = Record(
    person=("Grace Okafor",),
    staff=("Dawn Pickersgill", "Ifeoma Eze"),
    relatives=(("Chidi Okafor", "her grandson"),),
    sites=(("Rowan House", "the home"),),
    raised=date(2024, 3, 14),
)
NAMES = (
    "Tomasz Wiśniewski", "Mary O'Shea", "Megan Prosser-Jones", "Will Dunmore", "Precious Ndlovu", "Muhammad Tariq Hussain",
    "Oluwaseun Bamgbose", "Nguyen Van Anh", "Rhiannon ap Rhys", "Hope Achebe", "Saraswati Ramanathan", "Zoë Lindqvist",
)  # fmt: skip
ROLL = Roll(tuple(Known(name, "a member of staff", Place("s.xlsx", "S", f"B{n}")) for n, name in enumerate(NAMES, 2)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Grace rang. Mrs Okafor's key was found.", "The person rang. The person's key was found."),
        ("Her carer Dawn noticed it, and Dawn rang.", "Her carer A noticed it, and carer A rang."),
        ("Her grandson, Chidi, came; Chidi stayed.", "Her grandson came; her grandson stayed."),
        ('"Chidi shops," she said.', '"[Her grandson] shops," she said.'),
        ("On 28 March 2024 she said so.", "About two weeks later she said so."),
        ("The solicitor, Marcus Bellweather, rang. Marcus agreed.", "The solicitor rang. The solicitor agreed."),
        ("A man called Razor stayed.", "A man called [name] stayed."),
        ("seen at Morriston Hospital by Dr Parveen", "seen at a hospital by a doctor"),
        ("went to the Graiseley day centre", "went to the day centre"),
        ("She lives at Rowan House in Skipton.", "She lives at the home in [place]."),
        ("Under Section 42 of the Care Act 2014 the CQC came.", "Under Section 42 of the Care Act 2014 the CQC came."),
        ("In 12 of 14 cases (86%) the plan was kept.", "In 12 of 14 cases (86%) the plan was kept."),
        ("mrs okafor said that she wants the lock changed", "The person said that she wants the lock changed"),
    ],
)  # fmt: skip
def test_a_story_still_reads_once_nobody_is_named(text, told):
    assert anonymise(text, RECORD).text == told


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("He will come, and may stay.", True),
        ("Will you come?", True),
        ("the home rose to it", True),
        ("Will said so.", False),
        ("when Will came", False),
        ("then Hope's key", False),
    ],
)
def test_a_name_that_is_a_word_goes_only_where_it_is_a_name(text, kept):
    assert (anonymise(text, Record(), ROLL).text == text) is kept


def test_who_is_masked_in_one_part_is_masked_in_all():
    parts = anonymise_together(["An old friend, Bill Utteridge, came.", "bill sat with her."], RECORD, Roll())
    assert [str(part) for part in parts] == ["An old friend came.", "[name] sat with her."]


def test_a_template_escapes_a_quote_like_any_other_text():
    assert escape(Quote("<b>no</b> & no")) == "&lt;b&gt;no&lt;/b&gt; &amp; no"


def test_what_was_put_in_is_listed_without_what_was_taken_out():
    quote = anonymise("Grace rang 07700 900781.", RECORD)
    assert quote.replaced == (("person", "the person"), ("phone", "[phone number]"))
    assert "Grace" not in repr(quote)


def test_rare_facts_and_kept_words_that_could_be_names_are_flagged():
    quote = anonymise("She is the only farrier in the county. Summer menus offer izzat.", RECORD)
    assert [flag.text for flag in quote.flags] == ["is the only farrier in the county", "Summer"]
    assert all(quote.text[flag.start : flag.end] == flag.text for flag in quote.flags)


def test_a_record_hides_who_is_in_it():
    assert "Okafor" not in repr(RECORD) + repr(RECORD.roll)


def forms_of(name: str) -> list[str]:
    """Forms in which a name may be written: worked out here, not by the code under test."""
    words = name.split()
    first, last = words[0], words[-1]
    whole = [
        name,
        f"{last}, {first}",
        name.upper(),
        f"Mrs {last}",
        f"{first[0]}. {last}",
        f"{first} {last[0]}",
        f"{name}'s",
    ]
    return [*whole, f"Mr {first}", f"Dr. {last}", name.replace(" ", "\n")]


SENTENCES = (
    "the plan was agreed with {}.", "They asked {} about it.", "{} rang the office.", '"I trust {}," she said.',
    "A review was kept.", "The advocate, {}, came twice.", "In 12 of 14 cases {} was there.", "it was {} who noticed; it was late.",
)  # fmt: skip


@st.composite
def narratives(draw):
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4))
    told = [draw(st.sampled_from(SENTENCES)).format(draw(st.sampled_from(forms_of(name)))) for name in names]
    return " ".join(told)


@settings(max_examples=150, deadline=None)
@given(narratives())
def test_no_name_of_the_roll_survives_in_any_form(text):
    released = anonymise(text, RECORD, ROLL).text
    left = {word.casefold() for word in re.findall(r"[^\W\d_]+", released)}
    telling = {w.casefold() for name in NAMES for w in re.findall(r"[^\W\d_]{3,}", name)} - {"will", "hope", "van"}
    assert not left & telling


PIECES = """
Grace Will may 14 March 2024 Dr Mrs O'Shea the her carer , . : ( ) " said £400 aged 91 SG/24/1 A at in Leeds Hospital
she is 85 Carer since 2019 by Friday Welsh neighbour, Keith 's PC 2214 and
"""


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(narratives(), st.text(max_size=120), st.lists(st.sampled_from(PIECES.split()), max_size=25).map(" ".join))
)
def test_a_quote_put_through_again_does_not_change(text):
    once = anonymise(text, RECORD, ROLL)
    assert anonymise(once.text, RECORD, ROLL).text == once.text


ONE_BY_ONE = """
import json, sys
from evidencegen.release.quote import anonymise
from evidencegen.release.record import Record
for line in sys.stdin:
    case = json.loads(line)
    quote = anonymise(case["text"], Record.from_json(case["record"] or {}))
    print(json.dumps({"id": case["id"], "text": quote.text}))
"""


@pytest.mark.skipif(not KNOWN_ANSWERS.is_dir(), reason="LOUD: ../shared/known_answers is not beside this checkout")
def test_nobody_is_named_in_the_practice_cases_of_the_project(tmp_path):
    scorer = [sys.executable, KNOWN_ANSWERS / "score.py", "--dir", KNOWN_ANSWERS, "--json", tmp_path / "score.json"]
    subprocess.run([*scorer, "--", sys.executable, "-c", ONE_BY_ONE], check=True, capture_output=True)
    score = json.loads((tmp_path / "score.json").read_text("utf8"))
    leaked = {group: found["part_leak"] for group, found in score["groups"].items()}
    assert leaked["direct / ALL"] == 0
    assert max(leaked[f"quasi / {kind}"] for kind in ("AGE", "DATE", "LOC", "ORG", "SERVICE")) <= 0.02
    assert score["clean_words_lost"] <= 0.02
    assert score["nongold_words_lost"] <= 0.02
