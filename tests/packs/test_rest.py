"""What is said of the parts that are not named holds for each of them."""

from evidencegen.packs.rest import needs_naming, rest_of
from evidencegen.release.figure import Mark


def rows(figure, *counts, lower=True, **more):
    """One row for each pair of counts, with one figure; hidden where there is no count."""
    return [
        (
            figure(
                "actions.overdue", n, of, lower_is_better=lower, mark=None if n is not None else Mark.SUPPRESSED, **more
            ),
        )
        for n, of in counts
    ]


def test_the_reach_of_a_column_goes_from_its_lowest_to_its_highest(figure):
    rest = rest_of(rows(figure, (30, 100), (10, 100), (20, 100)), ("Overdue",))
    assert (rest.number, rest.clear, rest.unseen) == (3, False, False)
    (reach,) = rest.reaches
    assert (reach.heading, reach.lowest.amount, reach.highest.amount, reach.alike) == ("Overdue", "10%", "30%", False)
    (same,) = rest_of(rows(figure, (30, 100), (30, 100)), ("Overdue",)).reaches
    assert same.alike


def test_a_column_with_a_figure_that_is_hidden_or_has_no_percentage_has_no_reach(figure):
    hidden = rest_of(rows(figure, (30, 100), (None, 100)), ("Overdue",))
    assert (hidden.reaches, hidden.unseen, hidden.clear) == ((), True, False)
    assert rest_of(rows(figure, (30, 100), (1, 3)), ("Overdue",)).reaches == ()


def test_rows_are_clear_where_nothing_is_counted_and_nothing_hidden(figure):
    nothing = figure("actions.overdue", None, None, mark=Mark.NOT_APPLICABLE)
    assert rest_of([*rows(figure, (0, 100), (0, 3)), (nothing,)], ("Overdue",)).clear
    assert not rest_of(rows(figure, (0, 100), (1, 100)), ("Overdue",)).clear
    assert not rest_of(rows(figure, (0, 100), (None, 100)), ("Overdue",)).clear
    assert rest_of([], ("Overdue",)) is None


def test_what_is_lacking_needs_naming_whichever_way_is_better(figure):
    (one,), (none,), (hidden,) = rows(figure, (1, 10), (0, 10), (None, 10))
    assert [needs_naming(f) for f in (one, none, hidden)] == [True, False, False]
    (most,), (all_of_them,) = rows(figure, (9, 10), (10, 10), lower=False)
    assert [needs_naming(f) for f in (most, all_of_them)] == [True, False]
