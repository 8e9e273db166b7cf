"""How complete the registers are: whether the cells that figures rest on are filled."""

from evidencegen.measures.condition import where
from evidencegen.measures.measure import About, Measure
from evidencegen.measures.view import View
from evidencegen.measures.views.expected_cells import (
    ACTIONS_CELLS,
    ADVOCACY_CELLS,
    AUDITS_CELLS,
    REQUIRED_TRAINING_CELLS,
    SAFEGUARDING_CELLS,
    STAFF_CELLS,
    SUPERVISION_CELLS,
    TRAINING_CELLS,
)


def _filled(view: View, dated_by: str = "", by: tuple[str, ...] = ("column",)) -> Measure:
    """One register's completeness, column by column: each column with the rows in which it ought to be filled."""
    return Measure(
        key=f"quality.{view.register.key}_filled",
        title=f"{view.register.title}: cells filled in",
        view=view,
        of=view.unit,
        counted=where(filled="yes"),
        dated_by=dated_by,
        by=by,
        answers=("cqc.reg17",),
        rows=(12,),
        why="A share is worth what the record behind it is worth.",
        caution=(
            "Only rows to which a column applies, and only columns that the workbook has. Not recorded counts as not "
            "filled. What cannot be read, or stands there twice, was mended before anything was counted."
        ),
        about=About.RECORDS,
    )


SAFEGUARDING_FILLED = _filled(SAFEGUARDING_CELLS, "raised_on", ("column", "service"))
ADVOCACY_FILLED = _filled(ADVOCACY_CELLS, "referred_on", ("column", "service"))
STAFF_FILLED = _filled(STAFF_CELLS, by=("column", "service"))
REQUIRED_TRAINING_FILLED = _filled(REQUIRED_TRAINING_CELLS)
TRAINING_FILLED = _filled(TRAINING_CELLS)
SUPERVISION_FILLED = _filled(SUPERVISION_CELLS, "held_on")
AUDITS_FILLED = _filled(AUDITS_CELLS, "audited_on", ("column", "service"))
ACTIONS_FILLED = _filled(ACTIONS_CELLS, "raised_on", ("column", "service"))
