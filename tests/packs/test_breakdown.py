"""Breakdowns keep absent parts apart from noughts."""

from evidencegen.packs.breakdown import tables
from evidencegen.packs.pack import TablePlan
from evidencegen.release.figure import Mark

BY_SERVICE = TablePlan("services", "By service", "service", "Measure", ("msp.asked", "msp.reviewed"), transposed=True)
BARRIERS = TablePlan(
    "barriers", "Barriers", "barriers", "Barrier", ("msp.barriers",), one_base=True, without_empty=True
)


def held(*figures):
    return {figure.key: figure for figure in figures}


def part(figure, key, column, name, counted=90, out_of=120, **words):
    return figure(key, counted, out_of, column=column, code=name, group=name, **words)


def test_a_service_that_one_measure_lacks_is_not_shown_as_nought(figure):
    figures = held(figure("msp.asked"), figure("msp.reviewed"), part(figure, "msp.asked", "service", "Mill Lane"))
    (table,) = tables(BY_SERVICE, figures)
    (asked,) = table.rows
    assert table.headings == ("Mill Lane", "Together")
    assert asked.cells[0].amount == "75%"
    assert table.hidden == ((Mark.NOT_APPLICABLE, figures["msp.reviewed"].title),)


def test_many_services_are_told_in_several_tables(figure):
    services = [f"Service {n}" for n in range(1, 8)]
    figures = held(
        figure("msp.asked"), figure("msp.reviewed"), *(part(figure, "msp.asked", "service", s) for s in services)
    )
    first, second = tables(BY_SERVICE, figures)
    assert [h for t in (first, second) for h in t.headings if h != "Together"] == services
    assert (first.continued, second.continued) == (False, True)


def test_hidden_parts_are_named_in_a_line_and_empty_ones_left_out(figure):
    figures = held(
        figure("msp.barriers"),
        part(figure, "msp.barriers", "barriers", "fear", 15, 40),
        part(figure, "msp.barriers", "barriers", "trauma", None, 40, mark=Mark.SUPPRESSED),
        part(figure, "msp.barriers", "barriers", "language", 0, 40),
    )
    (table,) = tables(BARRIERS, figures)
    assert [row.heading for row in table.rows] == ["Fear"]
    assert table.hidden == ((Mark.SUPPRESSED, "Trauma"),)
    assert table.left_out
    assert table.base == "about 40 concerns"


def test_a_measure_with_no_parts_has_no_rows(figure):
    (table,) = tables(BARRIERS, held(figure("msp.barriers", mark=Mark.NOT_COLLECTED)))
    assert (table.rows, table.hidden, table.base) == ((), (), "")


def rows_of(figure, key, counts, *, mark="", **more):
    plan = TablePlan("by", "By service", "service", "Service", (key,), **more)
    lower = {"lower_is_better": key == "actions.overdue"}
    parts = [part(figure, key, "service", name, n, of, **lower) for name, (n, of) in counts.items()]
    (table,) = tables(plan, held(figure(key, **lower), *parts))
    return [row.heading for row in table.rows]


def test_the_worst_row_comes_first_whichever_way_is_better(figure):
    counts = {"Ash": (9, 10), "Beech": (1, 10), "Cedar": (0, 10), "Elm": (5, 10)}
    assert rows_of(figure, "msp.asked", counts, worst_first=True) == ["Cedar", "Beech", "Elm", "Ash"]
    assert rows_of(figure, "actions.overdue", counts, worst_first=True) == ["Ash", "Elm", "Beech", "Cedar"]
    assert rows_of(figure, "actions.overdue", counts, last_first=True) == ["Elm", "Cedar", "Beech", "Ash"]
