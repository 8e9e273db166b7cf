"""Each note in free text, with the themes a codebook finds in it; the text itself stays behind."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import narwhals as nw

from evidencegen.intake.kind import DATE, TEXT, choice
from evidencegen.intake.register import Register
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.measures.view import TOLD_THEMES, Frame, NotCollected, Unit, View, Views, Words, nothing_like


class Source(NamedTuple):
    """A column of free text: its code and words as a kind of note, and the column of days that dates it."""

    code: str
    title: str
    register: Register
    column: str
    dated_by: str


SOURCES = (
    Source("wish", "What the person wanted", SAFEGUARDING, "desired_outcome", "raised_on"),
    Source("review", "Review of the outcome", SAFEGUARDING, "review_notes", "concluded_on"),
    Source("feedback", "Feedback from the person", SAFEGUARDING, "feedback", "concluded_on"),
    Source("lessons", "Lessons learned", SAFEGUARDING, "lessons", "concluded_on"),
    Source("supervision", "Reflection in supervision", SUPERVISION, "reflection", "held_on"),
    Source("audit", "What an audit found", AUDITS, "what_was_found", "audited_on"),
)
PROSE = tuple(f"{source.register.key}.{source.column}" for source in SOURCES)
ORIGINS = {SAFEGUARDING.key: "concern_origin", SUPERVISION.key: "session_origin", AUDITS.key: "answer_origin"}
NO_TEXT = "no register has a column of free text, such as what the person wanted"


def kept(views: Views) -> tuple[Source, ...]:
    """The columns of free text that the registers at hand have."""
    tables = views.tables
    return tuple(s for s in SOURCES if s.register.key in tables and s.column in tables[s.register.key].collected)


def inside(views: Views) -> Iterator[dict[str, Any]]:
    """The rows of the notes that belong to the period.

    Raises:
        NotCollected: no register has a column of free text.
    """
    rows = views.rows(NOTES).iter_rows(named=True)
    return (row for row, belongs in zip(rows, views.inside(NOTES, "dated_on").tolist(), strict=True) if belongs)


def _build(views: Views) -> Frame:
    each = [_of(views, source) for source in kept(views)]
    if not each:
        raise NotCollected(NO_TEXT)
    return nw.concat(each, how="vertical").with_row_index("origin")


def _of(views: Views, source: Source) -> Frame:
    """The notes of one column, by rows that were there on the day."""
    rows = _with_service(views, source.register)
    cells = views.prose(source.register, source.column)
    coded: dict[str, list[object]] = {"row": [cell.row for cell in cells], "themes": [cell.marked for cell in cells]}
    notes = nw.from_dict(coded, {"row": nw.Int64(), "themes": nw.String()}, backend=rows.implementation)
    led = {
        key: nw.col("origin").cast(nw.Float64()) if key == source.register.key else nw.lit(None).cast(nw.Float64())
        for key in ORIGINS
    }
    rows = rows.select("origin", "service", source.dated_by)
    joined = rows.join(notes, left_on="origin", right_on="row", how="inner")
    return joined.select(
        nw.lit(source.code).alias("source"),
        nw.col("service"),
        nw.col(source.dated_by).alias("dated_on"),
        nw.col("themes"),
        *(expression.alias(ORIGINS[key]) for key, expression in led.items()),
    )


def _with_service(views: Views, register: Register) -> Frame:
    """A register's rows with the service of each; a supervision's is that of the member of staff it was for."""
    rows = views.of(register)
    if register is not SUPERVISION:
        return rows
    if STAFF.key in views.tables:
        return rows.join(views.of(STAFF).select("staff", "service"), on="staff", how="left")
    return rows.with_columns(nothing_like("kind").alias("service"))


NOTES = View(
    key="notes",
    unit=Unit("note in free text", "notes in free text"),
    register=SAFEGUARDING,
    build=_build,
    gathered=True,
    derived={
        "source": ("safeguarding.",),
        "service": ("safeguarding.service",),
        "dated_on": ("safeguarding.raised_on",),
        "themes": ("safeguarding.",),
    },
    also={"concern_origin": SAFEGUARDING, "session_origin": SUPERVISION, "answer_origin": AUDITS},
    kinds={
        "source": choice(**{source.code: (source.title,) for source in SOURCES}),
        "service": TEXT,
        "dated_on": DATE,
        "themes": TOLD_THEMES,
    },
    words={
        "source": Words(
            "the kind of note", says={s.code: f"the note is: {s.title.lower()}" for s in SOURCES}, also=PROSE
        ),
        "service": Words("the service", also=("audits.service", "staff.service")),
        "dated_on": Words(
            "the day the note belongs to",
            blank=(
                "what was said in review or at the end waits until the concern is concluded, and a reflection until "
                "the supervision is held"
            ),
            also=("safeguarding.concluded_on", "supervision.held_on", "audits.audited_on"),
        ),
        "themes": Words(
            "theme found in the words",
            blank="a note in which no rule of the codebook finds a theme has none: no theme is forced on it",
            also=PROSE,
        ),
    },
)
