"""The spread of the parts of a breakdown holds for ties, hidden parts and any number of parts."""

from evidencegen.packs.spread import spread
from evidencegen.release.figure import Mark


def service(figure, name, counted, out_of=100, **words):
    return figure("msp.asked", counted, out_of, column="service", code=name, group=name, **words)


def test_the_lowest_the_middle_and_the_highest_are_told_with_their_services(figure):
    parts = [service(figure, name, n) for name, n in zip("ABCDE", (70, 95, 60, 80, 75), strict=True)]
    found = spread(parts)
    assert [f.group for f in (found.lowest, found.middle, found.highest)] == ["C", "E", "B"]
    assert (found.others, found.alike, found.apart) == (False, False, True)
    assert round(found.reach, 6) == 0.35


def test_of_two_in_the_middle_it_is_the_lower(figure):
    assert (
        spread([service(figure, name, n) for name, n in (("A", 40), ("B", 30), ("C", 20), ("D", 10))]).middle.group
        == "C"
    )


def test_parts_that_tie_stand_in_the_order_of_their_names(figure):
    found = spread([service(figure, "B", 50), service(figure, "A", 50)])
    assert (found.lowest.group, found.highest.group, found.alike, found.apart) == ("A", "B", True, False)


def test_ranges_that_meet_are_not_apart(figure):
    """Wilson for 10 of 20 is 30% to 70%, for 15 of 20 53% to 89%."""
    assert not spread([service(figure, "A", 10, 20), service(figure, "B", 15, 20)]).apart


def test_parts_without_a_percentage_are_others_and_one_alone_has_no_spread(figure):
    small, hidden = service(figure, "S", 5, 10), service(figure, "H", None, mark=Mark.SUPPRESSED)
    one, two = service(figure, "A", 50), service(figure, "B", 60)
    assert spread([one, small, hidden]) is None
    assert spread([]) is None
    assert spread([one, two, small]).others
    assert spread([one, two, hidden]).others
