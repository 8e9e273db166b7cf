"""Each cell that ought to be filled, and whether it is.

A required cell is never blank by the time a register is read, and a cell that cannot be read, or a row that
stands there twice, is held at the door. What is left to measure is whether the cells that measures rest on
are filled in the rows that they apply to.
"""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import narwhals as nw

from evidencegen.intake.kind import Form, choice
from evidencegen.intake.register import Register
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import DONE, TRAINING
from evidencegen.measures.condition import (
    BLANK,
    EVERY_ROW,
    GIVEN,
    Condition,
    Test,
    any_of,
    includes,
    one_of,
    passing,
    where,
)
from evidencegen.measures.view import FLAG, Frame, NotCollected, Unit, View, Views, Words

if TYPE_CHECKING:
    from evidencegen.measures.layout import Mask

KEPT = ("service", "raised_on", "referred_on", "held_on", "audited_on")
"""The service, and the day by which a register's rows are placed in a period."""
UNIT = Unit("cell that ought to be filled", "cells that ought to be filled")
CONCLUDED = where(concluded_on=GIVEN)
EXPRESSED = where(concluded_on=GIVEN, asked_outcomes="expressed")
HELD = where(held_on=GIVEN)
STRUGGLES = any_of(
    *(where(difficulty=includes(limb)) for limb in ("understand", "retain", "weigh", "communicate")),
)


def _filled(register: Register, name: str, views: Views) -> "Mask":
    """Which cells say something: "Not recorded" is no answer."""
    form = register.column(name).kind.form
    filled = _passing(register, views, name, GIVEN)
    if form in (Form.MANY, Form.ONE):
        silent = includes("not_recorded") if form is Form.MANY else one_of("not_recorded")
        filled = filled & ~_passing(register, views, name, silent)
    return filled


def _passing(register: Register, views: Views, name: str, test: Test) -> "Mask":
    return passing(views.of(register).get_column(name), test, views.setting, views.words(register, name))


def _build(register: Register, expected: Mapping[str, Condition], kept: tuple[str, ...], views: Views) -> Frame:
    from numpy import array, concatenate, flatnonzero, repeat

    rows, collected = views.of(register), views.tables[register.key].collected
    picked, filled, names = [], [], []
    for name, when in expected.items():
        if name in collected:
            at = flatnonzero(when.over(partial(_passing, register, views), len(rows)))
            picked.append(at)
            names.append(name)
            filled.append(_filled(register, name, views)[at])
    if not picked:
        raise NotCollected(f"the {register.title.lower()} has none of the columns that this looks at")
    cells: Frame = rows.select("origin", *kept)[concatenate(picked)]
    column = repeat(array(range(len(names))), [len(at) for at in picked])
    number = column * 2 + concatenate(filled)
    told = {"column": [name for name in names for _ in FLAG.codes], "filled": ["no", "yes"] * len(names)}
    words = nw.from_dict(told, dict.fromkeys(told, nw.String()), backend=rows.implementation)
    return nw.concat([cells, words[number]], how="horizontal")


def cells_of(register: Register, expected: Mapping[str, Condition]) -> View:
    """The cells that a register's measures rest on, each column with the rows in which it ought to be filled.

    Of the register's own columns it keeps few: with all of them a large register would be held once more for each
    of its columns.
    """
    kept = tuple(name for name in KEPT if name in register.column_names)
    return View(
        key=f"{register.key}_cells",
        unit=UNIT,
        register=register,
        build=partial(_build, register, expected, kept),
        keeps=kept,
        derived={"column": (f"{register.key}.",), "filled": (f"{register.key}.",)},
        kinds={"column": choice(**{name: (register.column(name).title,) for name in expected}), "filled": FLAG},
        words={
            "column": Words("the heading that the cell stands under"),
            "filled": Words(
                "whether the cell is filled",
                says={"yes": "the cell is filled", "no": "the cell is not filled"},
                blank='a blank cell, and one that says "Not recorded", is not filled',
            ),
        },
    )


SAFEGUARDING_CELLS = cells_of(
    SAFEGUARDING,
    {
        "service": EVERY_ROW,
        "group": EVERY_ROW,
        "occurred_on": EVERY_ROW,
        "source_of_risk": EVERY_ROW,
        "barriers": EVERY_ROW,
        "high_risk": EVERY_ROW,
        "themes": EVERY_ROW,
        "la_decision": where(referred_on=GIVEN),
        "appropriate_person": STRUGGLES,
        "asked_outcomes": CONCLUDED,
        "own_words": EXPRESSED,
        "outcome_achieved": EXPRESSED,
        "involved": CONCLUDED,
        "accessible_information": CONCLUDED,
        "goals_in_plan": where(concluded_on=GIVEN, plan_on=GIVEN),
        "rationale_recorded": CONCLUDED,
        "capacity_considered": CONCLUDED,
        "lacked_capacity": CONCLUDED,
        "supported_by": where(concluded_on=GIVEN, lacked_capacity="yes"),
        "restriction_used": CONCLUDED,
        "least_restrictive": where(concluded_on=GIVEN, restriction_used="yes"),
        "risk_outcome": CONCLUDED,
        "risk_by_choice": where(concluded_on=GIVEN, risk_outcome="remained"),
        "felt_safer": CONCLUDED,
        "felt_listened_to": CONCLUDED,
        "understood": CONCLUDED,
        "satisfied": CONCLUDED,
        "confidence": CONCLUDED,
    },
)
ADVOCACY_CELLS = cells_of(
    ADVOCACY,
    {
        "service": EVERY_ROW,
        "reason": EVERY_ROW,
        "asked_by": EVERY_ROW,
        "appropriate_person": EVERY_ROW,
        "decision": EVERY_ROW,
        "decided_on": where(decision=one_of("accepted", "declined", "person_declined")),
        "concern": where(reason="safeguarding"),
        "seen_privately": where(first_contact_on=GIVEN),
        "outcome": where(closed_on=GIVEN),
    },
)
STAFF_CELLS = cells_of(STAFF, dict.fromkeys(("service", "employment", "works_with_people", "manager"), EVERY_ROW))
REQUIRED_TRAINING_CELLS = cells_of(REQUIRED_TRAINING, {"refresh_months": EVERY_ROW})
TRAINING_CELLS = cells_of(TRAINING, {"completed_on": any_of(where(status=BLANK), where(status=one_of(*DONE)))})
SUPERVISION_CELLS = cells_of(
    SUPERVISION,
    {
        "due_on": HELD,
        "topic": HELD,
        "assessor": HELD,
        "result": where(held_on=GIVEN, topic=one_of("msp", "advocacy", "coercion", "self_neglect", "unwise")),
        "attempt": where(held_on=GIVEN, result=GIVEN),
        "reassess_by": where(held_on=GIVEN, result=one_of("developing", "not_yet")),
        "asked_outcome": where(held_on=GIVEN, kind=one_of("one_to_one", "group")),
    },
)
AUDITS_CELLS = cells_of(
    AUDITS,
    {
        "planned_on": EVERY_ROW,
        "service": EVERY_ROW,
        "audit_type": EVERY_ROW,
        "tool_version": EVERY_ROW,
        "tests": EVERY_ROW,
        "records_sampled": EVERY_ROW,
        "independent": EVERY_ROW,
    },
)
ACTIONS_CELLS = cells_of(
    ACTIONS,
    {
        "service": EVERY_ROW,
        "themes": EVERY_ROW,
        "owner_role": EVERY_ROW,
        "effect_measure": EVERY_ROW,
        "completed_on": where(status="completed"),
        "worked": where(completed_on=GIVEN),
    },
)
