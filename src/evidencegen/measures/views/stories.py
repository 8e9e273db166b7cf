"""Each case study written, with what is on record of its consent and its outcome."""

from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.measures.view import Frame, Unit, View, Views


def _build(views: Views) -> Frame:
    return views.of(CASE_STUDIES)


STORIES = View(key="stories", unit=Unit("case study", "case studies"), register=CASE_STUDIES, build=_build)
