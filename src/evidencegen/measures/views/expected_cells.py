"""Each cell that ought to be filled, and whether it is.

A required cell is never blank by the time a register is read, and a cell that cannot be read, or a row that
stands there twice, is held at the door. What is left to measure is whether the cells that measures rest on
are filled in the rows that they apply to.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

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
from evidencegen.measures.condition import BLANK, EVERY_ROW, GIVEN, Condition, any_of, includes, one_of, passing, where
from evidencegen.measures.view import FLAG, Frame, NotCollected, Unit, View, Views, Words

UNIT = Unit("cell that ought to be filled", "cells that ought to be filled")
CONCLUDED = where(concluded_on=GIVEN)
EXPRESSED = where(concluded_on=GIVEN, asked_outcomes="expressed")
HELD = where(held_on=GIVEN)
STRUGGLES = any_of(
    *(where(difficulty=includes(limb)) for limb in ("understand", "retain", "weigh", "communicate")),
)


def _filled(register: Register, name: str, cell: nw.Series[Any]) -> nw.Series[Any]:
    """Whether a cell says something: "Not recorded" is no answer."""
    form = register.column(name).kind.form
    if form is Form.MANY:
        return (~cell.is_null() & ~cell.str.contains("|not_recorded|", literal=True)).fill_null(False)
    return (~cell.is_null() & (cell != "not_recorded")).fill_null(False) if form is Form.ONE else ~cell.is_null()


def _build(register: Register, expected: Mapping[str, Condition], views: Views) -> Frame:
    from numpy import concatenate, flatnonzero, full

    rows, collected = views.of(register), views.tables[register.key].collected
    picked, columns, filled = [], [], []
    for name, when in expected.items():
        if name in collected:
            at = flatnonzero(when.over(lambda n, test: passing(rows.get_column(n), test, views.setting), len(rows)))
            picked.append(at)
            columns.append(full(len(at), name, dtype=object))
            filled.append(_filled(register, name, rows.get_column(name)).to_numpy().astype(bool)[at])
    if not picked:
        raise NotCollected(f"the {register.title.lower()} has none of the columns that this looks at")
    cells: Frame = rows[concatenate(picked).tolist()]
    told = {"column": concatenate(columns).tolist(), "filled": ["yes" if one else "no" for one in concatenate(filled)]}
    words = nw.from_dict(told, dict.fromkeys(told, nw.String()), backend=rows.implementation)
    return nw.concat([cells, words], how="horizontal")


def cells_of(register: Register, expected: Mapping[str, Condition]) -> View:
    """The cells that a register's measures rest on, each column with the rows in which it ought to be filled."""
    return View(
        key=f"{register.key}_cells",
        unit=UNIT,
        register=register,
        build=partial(_build, register, expected),
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
