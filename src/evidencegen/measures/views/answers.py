"""Each answer to an audit question."""

from evidencegen.intake.registers.audits import AUDITS
from evidencegen.measures.view import Frame, Unit, View, Views


def _build(views: Views) -> Frame:
    return views.of(AUDITS)


ANSWERS = View(key="answers", unit=Unit("audit answer", "audit answers"), register=AUDITS, build=_build)
