"""The gap map of a project: each kind of gap is found, and closes once what its next step asks for is there."""

import re
import shutil
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from evidencegen.drafted import pack_of
from evidencegen.gaps import gaps, with_gaps
from evidencegen.packs.gap import Reason, Strength
from evidencegen.packs.kinds.inspection import FRAMEWORKS, GAPS
from evidencegen.packs.next_evidence import Step
from evidencegen.problem import EvidenceError
from evidencegen.project import measure, read, released

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
audience: {audience}
months: {months}
registers:
  safeguarding: log.csv
  practice: practice.csv
"""
HEADING = "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes,Date concluded"
PRACTICE = "Statement No,Part,Statement,Shown by\nPS01,Choice,We ask first.,{shown_by}\n"


class Concerns:
    """A log: so many concerns of 2026 and before, of which so many were not asked, each with further cells."""

    def __init__(self, this_year=40, last_year=0, not_asked=10, concluded="15/06/2026", further=()):
        self.rows = [(n, concluded, "No" if n <= not_asked else "Asked and expressed") for n in range(1, this_year + 1)]
        before = range(this_year + 1, this_year + last_year + 1)
        self.rows += [(n, "15/06/2025", "No" if n % 2 else "Asked and expressed") for n in before]
        self.further = further

    @property
    def text(self):
        lines = [",".join([HEADING, *(heading for heading, _ in self.further)])]
        for n, concluded, asked in self.rows:
            cells = [f"S{n}", f"P{n}", concluded, "Neglect", asked, concluded, *(cell(n) for _, cell in self.further)]
            lines.append(",".join(cells))
        return "\n".join(lines) + "\n"


@pytest.fixture
def mapped(tmp_path):
    """The map of a small project: `mapped(Concerns(...), audience="internal")`."""

    def make(concerns=None, *, audience="internal", months=12, shown_by="msp.asked", wanted=()):
        (tmp_path / "evidence.yaml").write_text(BRIEF.format(audience=audience, months=months))
        (tmp_path / "log.csv").write_text((concerns or Concerns()).text)
        (tmp_path / "practice.csv").write_text(PRACTICE.format(shown_by=shown_by))
        return gaps(read(tmp_path), wanted=wanted)

    return make


def gap_of(found, key):
    return next((gap for gap in found.gaps if gap.key == key), None)


def test_what_no_column_holds_is_never_recorded_until_people_are_asked(mapped):
    """Only the person can say whether they feel safer, so the step is to ask; 40 concerns were concluded."""
    gap = gap_of(mapped(), "msp.felt_safer")
    assert (gap.reason, gap.next.step, gap.next.register, gap.next.column, gap.next.rows) == (
        Reason.NEVER, Step.ASK, "Safeguarding log", "Feels safer", "40",
    )  # fmt: skip
    assert gap_of(mapped(Concerns(further=[("Feels safer", lambda _: "Yes")])), "msp.felt_safer") is None


def test_what_staff_can_write_down_themselves_is_a_column_to_add(mapped):
    gap = gap_of(mapped(audience="external"), "decisions.rationale_recorded")
    assert (gap.next.step, gap.next.column, gap.next.rows) == (Step.COLUMN, "Reasons for decision recorded", "about 40")


def test_a_register_that_nobody_keeps_is_the_dearest_to_come_by(mapped):
    found = mapped()
    gap = gap_of(found, "training.current")
    assert (gap.reason, gap.next.step) == (Reason.NEVER, Step.REGISTER)
    costs = [gap.next.step.value for gap in found.gaps]
    assert costs == sorted(costs)


def test_what_was_last_recorded_half_a_year_ago_is_stale_until_it_is_recorded_again(mapped):
    """From 30 September 2026 half a year goes back to 30 March 2026: the day before is stale, that day is not."""
    gap = gap_of(mapped(Concerns(concluded="29/03/2026")), "msp.asked")
    assert (gap.reason, gap.detail, gap.next.step) == (Reason.STALE, "nothing since March 2026", Step.RECORD)
    assert gap.next.column == "Date concluded"
    assert gap_of(mapped(Concerns(concluded="30/03/2026")), "msp.asked") is None


def test_readers_outside_are_not_told_since_when_nothing_was_recorded_of_people(mapped):
    """That there was none in so many months is a count of people, and one of nought."""
    assert gap_of(mapped(Concerns(concluded="29/03/2026"), audience="external"), "msp.asked") is None
    gap = gap_of(mapped(Concerns(concluded="29/03/2025"), audience="external"), "msp.asked")
    assert (gap.reason, gap.detail) == (Reason.STALE, "")


def test_too_few_for_a_percentage_are_too_thin_until_the_period_is_longer(mapped):
    """Under 10 there is no percentage inside: 6 of this year; with 8 of the year before there are 14."""
    few = Concerns(this_year=6, last_year=8, not_asked=2)
    gap = gap_of(mapped(few), "msp.asked")
    assert (gap.reason, gap.figure.counts, gap.next.step) == (Reason.THIN, "4 of 6", Step.WIDEN)
    assert gap.next.words == "take 24 months (`months: 24` in evidence.yaml)"
    assert gap_of(mapped(few, months=24), "msp.asked") is None


def test_a_longer_period_is_not_named_where_it_would_not_help(mapped):
    gap = gap_of(mapped(Concerns(this_year=6, not_asked=2)), "msp.asked")
    assert (gap.reason, gap.next.step) == (Reason.THIN, Step.RECORD)


def test_patchy_records_are_too_thin_until_the_blanks_are_filled(mapped):
    """8 of 40 blank is a fifth: more than a tenth, so the figure is provisional."""
    patchy = [("Feels safer", lambda n: "" if n <= 8 else "Yes")]
    gap = gap_of(mapped(Concerns(further=patchy)), "msp.felt_safer")
    assert (gap.reason, gap.next.step, gap.next.column, gap.next.rows) == (Reason.THIN, Step.FILL, "Feels safer", "8")
    outside = gap_of(mapped(Concerns(further=patchy), audience="external"), "msp.felt_safer")
    assert outside.next.rows in ("about 10", "")
    filled = [("Feels safer", lambda n: "No" if n <= 8 else "Yes")]
    assert gap_of(mapped(Concerns(further=filled)), "msp.felt_safer") is None


def test_a_statement_that_no_figure_shows_is_policy_only_until_one_is_named(mapped):
    found = mapped(shown_by="", wanted=["msp_principles"])
    gap = gap_of(found, "practice.PS01")
    assert (gap.reason, gap.next.step, gap.next.column, gap.next.of) == (
        Reason.POLICY, Step.NAME, "Shown by (figure keys)", "PS01",
    )  # fmt: skip
    (choice,) = [s for one in found.frameworks for s in one.statements if s.asked.key == "msp.choice"]
    assert choice.strength is Strength.POLICY
    assert gap_of(mapped(wanted=["msp_principles"]), "practice.PS01") is None


def test_a_hidden_figure_is_shown_over_a_period_that_is_long_enough(mapped):
    """2 of 40 not asked are hidden outside; with half of 20 the year before they are 12 of 60."""
    small = Concerns(not_asked=2, last_year=20)
    gap = gap_of(mapped(small, audience="external"), "msp.asked")
    assert (gap.reason, gap.next.step, gap.next.of) == (
        Reason.HIDDEN, Step.WIDEN, "24 months (`months: 24` in evidence.yaml)",
    )  # fmt: skip
    assert gap_of(mapped(small, audience="external", months=24), "msp.asked") is None
    assert gap_of(mapped(small), "msp.asked") is None  # nobody inside is kept from it


def test_a_longer_period_does_not_help_by_people_who_were_not_asked(mapped):
    """2 of 40 do not feel safer, so it is hidden; nobody of the year before was asked, so 2 there are still."""
    answers = [("Feels safer", lambda n: "Not asked" if n > 40 else "No" if n < 3 else "Yes")]
    gap = gap_of(mapped(Concerns(last_year=20, further=answers), audience="external"), "msp.felt_safer")
    assert (gap.reason, gap.next.step) == (Reason.HIDDEN, Step.INSIDE)


def test_only_what_is_asked_about_is_measured_and_an_unknown_framework_is_told(mapped):
    found = mapped(wanted=["msp_outcomes"])
    assert [one.framework.key for one in found.frameworks] == ["msp_outcomes"]
    assert gap_of(found, "training.current") is None
    with pytest.raises(EvidenceError) as error:
        mapped(wanted=["msp_outcome"])
    (problem,) = error.value.problems
    assert (problem.key, "did you mean `msp_outcomes`" in problem.wanted) == ("gaps.unknown_framework", True)


def test_what_is_only_announced_is_shown_when_it_is_asked_for_and_out_of_force(mapped):
    assert "cqc_successor" not in {one.framework.key for one in mapped().frameworks}
    (shell,) = mapped(wanted=["cqc_successor"]).frameworks
    assert (shell.in_force, "its text is not out" in shell.standing) == (False, True)


def test_a_framework_that_has_ended_by_the_day_is_told_as_such(mapped, tmp_path):
    (ended,) = mapped(wanted=["sac_2025_26"]).frameworks
    assert (ended.in_force, ended.standing) == (
        False, "no longer in force on 30 September 2026 (it ended on 31 March 2026)",
    )  # fmt: skip
    (stands,) = gaps(read(tmp_path), wanted=["sac_2025_26"], as_at=date(2026, 3, 31)).frameworks
    assert stands.in_force


PLANTED = {
    "cqc.evidence.partners": (Reason.NEVER, Step.REGISTER),
    "policy.PS08": (Reason.STALE, Step.REVIEW),
    "themes.in_words": (Reason.THIN, Step.WIDEN),
    "practice.PS12": (Reason.POLICY, Step.NAME),
    "risk.less_restrictive_considered": (Reason.HIDDEN, Step.WIDEN),
}
OWN = """\
measures:
  - key: own.partners_said
    title: Partners who said that the concern was handled well
    view: concerns
    counted: {agencies_involved: yes}
    dated_by: concluded_on
    answers: [cqc.evidence.partners]
"""


def test_the_sample_has_a_gap_of_each_reason_and_each_closes_when_its_evidence_is_there(sample_project, tmp_path):
    folder = tmp_path / "sample"
    shutil.copytree(sample_project, folder)
    found = {gap.key: (gap.reason, gap.next.step) for gap in gaps(read(folder)).gaps}
    assert {key: found.get(key) for key in PLANTED} == PLANTED
    assert {reason for reason, _ in found.values()} == set(Reason)

    (folder / "measures.yaml").write_text(OWN)
    brief = folder / "evidence.yaml"
    brief.write_text(brief.read_text(encoding="utf-8").replace("\nmonths: 12\n", "\nmonths: 24\n"), encoding="utf-8")
    book = openpyxl.load_workbook(folder / "registers" / "practice.xlsx")
    sheet = book.worksheets[0]
    at = {cell.value: cell.column for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    rows = {cell.value: cell.row for row in sheet.iter_rows() for cell in row if str(cell.value) in ("PS08", "PS12")}
    sheet.cell(rows["PS08"], at["Policy last reviewed"]).value = "20/02/2026"
    sheet.cell(rows["PS12"], at["Shown by (figure keys)"]).value = "training.current"
    book.save(folder / "registers" / "practice.xlsx")
    assert PLANTED.keys() & {gap.key for gap in gaps(read(folder)).gaps} == set()


@pytest.mark.parametrize(
    ("sections", "cases", "strength"),
    [
        (["gaps"], [], Strength.PROVED),  # it tells no case study: one that is signed may be told
        (["gaps", "examples"], ["CS-RH-03"], Strength.PROVED),
        (["gaps", "examples"], [], Strength.PRACTISED),  # it tells some, and none of them could be told
        (["choice"], [], None),
    ],
)
def test_a_pack_has_the_map_where_it_has_the_section_and_is_proved_by_the_stories_it_tells(
    sample_project, sections, cases, strength
):
    project, pack = read(sample_project), pack_of("inspection").of(sections)
    views, readings = measure(project, by=(), only=set(GAPS.needs))
    told = with_gaps(project, pack, released(project, readings, views), views, None, cases)
    if strength is None:
        assert told is None
        return
    found = {s.asked.key: s for one in told.gaps.frameworks for s in one.statements}
    assert found["cqc.evidence.outcomes"].strength is strength
    assert [one.framework.key for one in told.gaps.frameworks] == list(FRAMEWORKS)
    assert told.figures == ()


def test_case_studies_count_once_signed_and_what_proves_needs_one(sample_project):
    """Four of the sample's are signed with consent for an inspection; one of the other two waits, one is withdrawn."""
    found = gaps(read(sample_project), wanted=["msp_outcomes"])
    seven = {s.asked.key: s for one in found.frameworks for s in one.statements}
    assert [tale.case for tale in seven["msp.q7"].tales] == ["CS-HC-01", "CS-SL-02", "CS-RH-03", "CS-SL-04"]
    assert seven["msp.q7"].strength is Strength.PROVED  # felt safer, and a story
    assert seven["msp.q1"].strength is Strength.PRACTISED  # asked is no outcome


def told_in(project, as_at=None):
    """The case studies that count for what people say at the end."""
    found = gaps(project, wanted=["msp_outcomes"], as_at=as_at)
    return [
        tale.case for one in found.frameworks for s in one.statements if s.asked.key == "msp.q7" for tale in s.tales
    ]


def test_a_story_that_was_edited_since_it_was_signed_does_not_count(sample_project):
    project = read(sample_project)
    table = project.tables["case_studies"]
    first = next(cell.row for cell in table.gated if cell.column == "voice")
    edited = [
        replace(cell, text=f"{cell.text} Again.") if (cell.row, cell.column) == (first, "voice") else cell
        for cell in table.gated
    ]
    tables = {**project.tables, "case_studies": replace(table, gated=tuple(edited))}
    assert told_in(replace(project, tables=tables)) == ["CS-SL-02", "CS-RH-03", "CS-SL-04"]


@pytest.mark.parametrize(("day", "counts"), [("2024-09-30", 4), ("2024-09-29", 0)])
def test_a_signature_counts_for_24_months(sample_project, tmp_path, day, counts):
    folder = shutil.copytree(sample_project, tmp_path / "sample")
    listed = folder / "sign_offs.yaml"
    listed.write_text(re.sub(r"\bday: \S+", f"day: {day}", listed.read_text(encoding="utf-8")), encoding="utf-8")
    project = read(folder)
    assert project.brief.as_at == date(2026, 9, 30)
    assert len(told_in(project)) == counts
