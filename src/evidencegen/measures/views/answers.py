"""Each answer to an audit question."""

from evidencegen.intake.registers.audits import AUDITS
from evidencegen.measures.condition import Setting
from evidencegen.measures.view import Frame, Tables, Unit, View, rows_of


def _build(tables: Tables, setting: Setting) -> Frame:
    return rows_of(tables, AUDITS)


ANSWERS = View(key="answers", unit=Unit("audit answer", "audit answers"), register=AUDITS, build=_build)
