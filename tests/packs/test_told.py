"""Only what a pack tells of is released."""

from datetime import date

from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.condition import Setting
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import Group, Reading
from evidencegen.packs.claim import Statement
from evidencegen.packs.pack import Pack, PracticePlan, SectionPlan, TablePlan
from evidencegen.packs.told import told_of
from evidencegen.period import Period

DAY = date(2026, 9, 30)


def test_a_pack_tells_of_what_it_needs_and_of_every_part_of_what_it_breaks_down():
    measures, setting = everything_in(families, Measure), Setting(DAY, Period.months_to(DAY))
    broken_down = TablePlan("t", "T", "service", "Service", ("msp.reviewed",))
    plan = SectionPlan("s", "S", "s.html.j2", needs=("msp.asked",), tables=(broken_down,))
    said = Statement("1", "outcomes", "We ask.", shown_by=("msp.asked[group=autism]", "msp.fully_or_partly_achieved"))
    claims = SectionPlan("c", "C", "c.html.j2", practice=(PracticePlan("outcomes", "Outcomes", ()),))
    told = told_of([Pack("p", "P", (plan, claims))], (said,))

    def of(key, column="", code=""):
        return Reading(measures[key], setting, group=Group(column, code, code) if column else None) in told

    assert [of("msp.asked"), of("msp.reviewed"), of("msp.felt_safer")] == [True, True, False]
    assert [of("msp.reviewed", "service", "North"), of("msp.asked", "service", "North")] == [True, False]
    assert [of("msp.asked", "group", "autism"), of("msp.asked", "group", "dementia")] == [True, False]
    assert of("msp.fully_achieved"), "what is never told alone brings its other with it"
