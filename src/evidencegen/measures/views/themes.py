"""Each theme of the codebook: what brought it up in the period, what was done, and whether it worked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import narwhals as nw

from evidencegen.intake.kind import DATE, NUMBER
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.measures.condition import midnight
from evidencegen.measures.view import TOLD_THEME, Frame, NotCollected, Unit, View, Views, Words
from evidencegen.measures.views.actions import ACTIONS_VIEW
from evidencegen.measures.views.notes import ORIGINS, inside

OF_ACTIONS = ("raised", "completed", "effects_shown", "worked", "still_open", "ever")
COUNTS = ("notes", "concerns", "records", *OF_ACTIONS)


@dataclass
class _Theme:
    """What is found of one theme while the rows are gone over; `records` are register and row."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    records: set[tuple[str, int]] = field(default_factory=set)
    first: dict[str, int] = field(default_factory=dict)
    last_on: datetime | None = None

    def brought_up(self, column: str, row: int, day: datetime) -> None:
        """One row of a register brings the theme up; several notes of a row are one record."""
        self.records.add((column, row))
        self.first.setdefault(column, row)
        self.last_on = max(filter(None, (self.last_on, day)))


def placed(views: Views) -> Iterator[tuple[dict[str, Any], tuple[str, ...], bool]]:
    """Each action that was not cancelled, with its themes: those recorded, or else those its own words tell.

    True where the words had to tell.
    """
    if ACTIONS.key not in views.tables:
        return
    for row in views.rows(ACTIONS_VIEW).iter_rows(named=True):
        if row["standing"] == "cancelled":
            continue
        recorded = codes_in(row["themes"])
        said = row["what"] if isinstance(row["what"], str) else ""
        yield row, recorded or views.setting.coder.themes(said), not recorded


def codes_in(cell: object) -> tuple[str, ...]:
    """The codes of a cell such as "|home|safe|"; none where it is blank."""
    return tuple(cell.strip("|").split("|")) if isinstance(cell, str) else ()


def _build(views: Views) -> Frame:
    themes = {key: _Theme() for key in views.setting.coder.titles}
    _gather_notes(views, themes)
    _gather_concerns(views, themes)
    _gather_actions(views, themes)
    columns: dict[str, list[object]] = {
        "origin": list(range(len(themes))),
        "theme": list(themes),
        "last_on": [one.last_on for one in themes.values()],
    }
    for one in themes.values():
        one.counts["records"] = len(one.records)
    columns |= {name: [float(one.counts[name]) for one in themes.values()] for name in COUNTS}
    columns |= {name: [_number(one.first.get(name)) for one in themes.values()] for name in THEMES_VIEW.also}
    schema = {"origin": nw.Int64(), "theme": nw.String(), "last_on": nw.Datetime("us")}
    schema |= {name: nw.Float64() for name in columns if name not in schema}
    return nw.from_dict(columns, schema, backend=views.of(SAFEGUARDING).implementation)


def _number(row: int | None) -> float | None:
    return None if row is None else float(row)


def _gather_notes(views: Views, themes: dict[str, _Theme]) -> None:
    try:
        notes = inside(views)
    except NotCollected:
        return
    for row in notes:
        column, origin = next((name, row[name]) for name in ORIGINS.values() if _is_number(row[name]))
        for key in codes_in(row["themes"]):
            themes[key].counts["notes"] += 1
            themes[key].brought_up(column, int(origin), row["dated_on"])


def _gather_concerns(views: Views, themes: dict[str, _Theme]) -> None:
    for row in views.of(SAFEGUARDING).select("origin", "raised_on", "themes").iter_rows(named=True):
        for key in codes_in(row["themes"]) if _within(views, row["raised_on"]) else ():
            if key in themes:
                themes[key].counts["concerns"] += 1
                themes[key].brought_up(ORIGINS[SAFEGUARDING.key], int(row["origin"]), row["raised_on"])


def _gather_actions(views: Views, themes: dict[str, _Theme]) -> None:
    for row, keys, _ in placed(views):
        raised = _within(views, row["raised_on"])
        completed = row["standing"] == "completed" and _within(views, row["completed_on"])
        shown = completed and row["effect_evidenced"] == "yes"
        happened = {
            "ever": True,
            "raised": raised,
            "still_open": row["standing"] == "open",
            "completed": completed,
            "effects_shown": shown,
            "worked": completed and row["worked"] == "yes",
        }
        for key in keys:
            if key in themes:
                for name, it_did in happened.items():
                    themes[key].counts[name] += it_did
                if shown:
                    themes[key].first.setdefault("action_origin", int(row["origin"]))


def _is_number(value: object) -> bool:
    return value is not None and value == value


def _within(views: Views, day: Any) -> bool:
    """Whether a day of a register lies in the period and not after the day of the figures."""
    if not isinstance(day, datetime) or day != day:
        return False
    setting = views.setting
    return midnight(setting.period.first) <= day <= midnight(min(setting.period.last, setting.as_at))


_ACTIONS = ("actions.raised_on",)
_WORDS_TELL = 'an action with no theme of its own under "Theme" goes where its words place it'

THEMES_VIEW = View(
    key="themes",
    unit=Unit("theme", "themes"),
    register=SAFEGUARDING,
    build=_build,
    gathered=True,
    needs=(ACTIONS,),
    derived={
        "theme": ("safeguarding.",),
        "last_on": ("safeguarding.raised_on",),
        "notes": ("safeguarding.",),
        "concerns": ("safeguarding.themes",),
        "records": ("safeguarding.",),
        "raised": _ACTIONS,
        "completed": ("actions.completed_on",),
        "effects_shown": ("actions.completed_on", "actions.verified_on"),
        "worked": ("actions.completed_on", "actions.worked"),
        "still_open": _ACTIONS,
        "ever": _ACTIONS,
    },
    also={
        "concern_origin": SAFEGUARDING,
        "session_origin": SUPERVISION,
        "answer_origin": AUDITS,
        "action_origin": ACTIONS,
    },
    kinds={"theme": TOLD_THEME, "last_on": DATE, **dict.fromkeys(COUNTS, NUMBER)},
    words={
        "theme": Words("the theme"),
        "last_on": Words(
            "the day of its latest record", blank="a theme that no record of the period brings up is in no period"
        ),
        "notes": Words("the number of notes that bring it up", "notes"),
        "concerns": Words("the number of concerns it is recorded with", "concerns"),
        "records": Words(
            "the number of records that bring it up",
            "records",
            also=("safeguarding.themes", "supervision.reflection", "audits.what_was_found"),
        ),
        "raised": Words("the number of actions raised", "actions", blank=_WORDS_TELL),
        "completed": Words("the number of actions completed", "actions", blank=_WORDS_TELL),
        "effects_shown": Words(
            "the number of completed actions with evidence of their effect",
            "actions",
            blank=_WORDS_TELL,
            also=("actions.effect_after", "actions.themes", "actions.what"),
        ),
        "worked": Words("the number of completed actions that worked", "actions", blank=_WORDS_TELL),
        "still_open": Words("the number of open actions", "actions", blank=_WORDS_TELL),
        "ever": Words("the number of actions there have been", "actions", blank=_WORDS_TELL),
    },
)
