"""Breakdowns keep absent parts apart from noughts."""

from dataclasses import replace

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


def services(figure, key, shares):
    """A measure whole and by service, one of a hundred-person base for each share; None where hidden."""
    names = [f"Service {letter}" for letter in "ABCDEFGHIJKL"[: len(shares)]]
    parts = [
        figure(key, share, 100, column="service", code=name, group=name, mark=None if share else Mark.SUPPRESSED)
        for name, share in zip(names, shares, strict=True)
    ]
    return {one.key: one for one in (figure(key, 700, 1000), *parts)}


ACROSS = TablePlan("services", "By service", "service", "Measure", ("msp.asked", "msp.involved"), transposed=True)


def test_of_more_services_than_can_be_read_side_by_side_the_spread_is_told(figure):
    figures = services(figure, "msp.asked", (70, 90, 50, 80, 60, 75, 85, 65, 55))
    figures |= services(figure, "msp.involved", (70, *[None] * 8))
    (table,) = tables(replace(ACROSS, spread=True), figures)
    assert table.headings == ("Lowest", "In the middle", "Highest", "Together")
    (row,) = table.rows
    assert [cell.group for cell in row.cells] == ["Service C", "Service A", "Service B", ""]
    assert [cell.amount for cell in row.cells] == ["50%", "70%", "90%", "70%"]
    assert (table.without, table.hidden) == (("People involved in the decisions",), ())
    hidden = figures | services(figure, "msp.involved", (None,) * 9)
    (table,) = tables(replace(ACROSS, spread=True), hidden)
    assert (table.without, table.hidden) == ((), ((Mark.SUPPRESSED, "People involved in the decisions"),))
    assert len(list(tables(ACROSS, figures))) == 2


def test_eight_services_stand_in_full_each_table_with_the_spread_of_all(figure):
    figures = services(figure, "msp.asked", (70, 90, 50, 80, 60, 75, 85, 65))
    figures |= services(figure, "msp.involved", (70,) * 8)
    first, second = tables(replace(ACROSS, spread=True), figures)
    assert (len(first.headings), len(second.headings)) == (6, 4)
    for table in (first, second):
        found = table.spreads["msp.asked"]
        assert (found.lowest.amount, found.highest.amount) == ("50%", "90%")
        assert not table.of_spreads


def test_a_single_service_says_what_the_whole_says(figure):
    one = services(figure, "msp.asked", (70,)) | services(figure, "msp.involved", (70,))
    two = services(figure, "msp.asked", (70, 80)) | services(figure, "msp.involved", (70, 80))
    assert [table.of_one for table in tables(ACROSS, one)] == [True]
    assert [table.of_one for table in tables(ACROSS, two)] == [False]


def test_noughts_beside_what_is_hidden_make_no_table(figure):
    plan = TablePlan("by", "By service", "service", "Service", ("msp.asked",))
    hidden = part(figure, "msp.asked", "service", "Ash", None, None, mark=Mark.SUPPRESSED)
    none, some = (part(figure, "msp.asked", "service", name, n, 10) for name, n in (("Elm", 0), ("Oak", 5)))
    (bare,) = tables(plan, held(figure("msp.asked"), hidden, none))
    assert (bare.rows, bare.hidden) == ((), ((Mark.SUPPRESSED, "Ash"),))
    (told,) = tables(plan, held(figure("msp.asked"), hidden, none, some))
    assert [row.heading for row in told.rows] == ["Elm", "Oak"]


def test_among_the_lowest_stands_nothing_of_which_nothing_is_lacking(figure):
    counts = {"Ash": (10, 10), "Beech": (9, 10), "Cedar": (10, 10), "Elm": (5, 10)}
    assert rows_of(figure, "msp.asked", counts, lowest=3) == ["Elm", "Beech"]
    assert rows_of(figure, "msp.asked", {"Ash": (10, 10), "Beech": (8, 8)}, lowest=1) == ["Ash"]


def overdue_by_service(figure, *counts, **more):
    plan = TablePlan("by", "By service", "service", "Service", ("actions.overdue",), worst_first=True, **more)
    parts = [
        part(figure, "actions.overdue", "service", f"Service {n:02}", counted, of, lower_is_better=True)
        for n, (counted, of) in enumerate(counts, 1)
    ]
    (table,) = tables(plan, held(figure("actions.overdue", lower_is_better=True), *parts))
    return table


def test_of_too_many_rows_the_worst_are_named_and_the_rest_told_together(figure):
    counts = [(10 * n, 100) for n in range(6)]
    table = overdue_by_service(figure, *counts, most=3)
    assert [row.heading for row in table.rows] == ["Service 06", "Service 05", "Service 04"]
    assert (table.rest.number, table.rest.clear) == (3, False)
    assert [reach.highest.amount for reach in table.rest.reaches] == ["20%"]
    assert overdue_by_service(figure, *counts, most=6).rest is None


def test_a_row_of_which_nothing_is_lacking_is_not_named_among_too_many(figure):
    table = overdue_by_service(figure, (1, 3), *[(0, 3)] * 5, most=3)
    assert [row.heading for row in table.rows] == ["Service 01"]
    assert (table.rest.number, table.rest.clear) == (5, True)
    none = overdue_by_service(figure, *[(0, 3)] * 5, most=3)
    assert (none.rows, none.rest.number, none.rest.clear) == ((), 5, True)


def test_a_column_that_bears_one_mark_throughout_is_told_in_a_line(figure):
    plan = TablePlan("t", "Themes", "themes", "Theme", ("themes.concerns", "actions.by_theme"), headings=("A", "B"))
    names = ("fear", "choice")
    hidden = [part(figure, "themes.concerns", "themes", name, None, 9, mark=Mark.SUPPRESSED) for name in names]
    told = [part(figure, "actions.by_theme", "themes", name, 30, 60) for name in names]
    (table,) = tables(plan, held(figure("themes.concerns"), figure("actions.by_theme"), *hidden, *told))
    assert (table.headings, [len(row.cells) for row in table.rows]) == (("B",), [1, 1])
    assert [(mark, heading, whole.key) for mark, heading, whole in table.bare] == [
        (Mark.SUPPRESSED, "A", "themes.concerns")
    ]
    shown = part(figure, "themes.concerns", "themes", "fear", 20, 60)
    (table,) = tables(plan, held(figure("themes.concerns"), figure("actions.by_theme"), hidden[1], shown, *told))
    assert (table.headings, table.bare) == (("A", "B"), ())


def test_a_table_of_a_single_part_says_so(figure):
    assert overdue_by_service(figure, (1, 3)).of_one
    assert not overdue_by_service(figure, (1, 3), (0, 3)).of_one
