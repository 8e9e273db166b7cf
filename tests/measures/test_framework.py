"""What readers ask for: the duties, returns and standards that measures answer, in words."""

from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.framework import FRAMEWORK
from evidencegen.measures.measure import Measure


def test_everything_that_a_measure_answers_has_words_and_no_words_stand_idle():
    answered = {key for measure in everything_in(families, Measure).values() for key in measure.answers}
    assert answered == set(FRAMEWORK)
