"""The words in which a gap map is told: five reasons, five strengths, and the figure that speaks most."""

from evidencegen.measures.framework import asked_for
from evidencegen.packs.gap import Answered, Reason, Strength


def test_there_are_five_reasons_and_five_strengths_each_in_plain_words():
    assert [reason.value for reason in Reason] == ["never recorded", "stale", "too thin", "policy only", "hidden"]
    assert [s.value for s in Strength] == [
        "nothing yet", "on record, not shown", "policy only", "practised", "proved in outcomes",
    ]  # fmt: skip


def test_the_first_figure_is_the_best_and_where_none_is_shown_there_is_none(figure):
    asked = asked_for()["msp.q7"][1]
    shown = (figure("msp.felt_safer"), figure("msp.asked"))
    told = Answered(asked, Strength.PRACTISED, shown, (), (), (), (), ())
    assert told.best is shown[0]
    assert Answered(asked, Strength.NONE, (), (), (), (), (), ()).best is None
