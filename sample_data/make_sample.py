"""Write the sample project again: `python sample_data/make_sample.py`, the same bytes each time.

Everybody in it is invented. What is wrong with it on purpose is listed in README.md, with addresses.
"""

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from making import layouts
from making.actions import action_rows
from making.advocacy import ADVOCATES, referral_rows
from making.audits import audit_not_done, audit_rows
from making.books import Layout, fill_sheet, new_book, save, save_csv
from making.chance import Chance
from making.concerns import concern_rows
from making.history import history_rows
from making.matrix import write_matrix
from making.names import Names
from making.notes import add_notes
from making.people import make_people
from making.practice import practice_rows
from making.readme import Faults, write_readme
from making.signing import write_sign_offs
from making.staff import KNOWN, make_staff, staff_rows
from making.stories import STORIES
from making.supervision import supervision_rows
from making.training import matrix_rows, required_rows

HERE = Path(__file__).parent
REGISTERS = HERE / "registers"
NOT_IN_THE_LOG = "SG-24-977"

Row = dict[str, Any]


def main() -> None:
    """Make every register, spoil a few cells on purpose, and write the workbooks, README.md and the sign-offs."""
    taken = {name for some in KNOWN.values() for name in some} | set(ADVOCATES)
    names = Names(Chance("names").rng, taken | {story.case["person_name"] for story in STORIES})
    workers = make_staff(names)
    people = make_people(names)
    concerns = concern_rows(people)
    referrals = referral_rows(concerns, people)
    audits = audit_rows()
    actions = action_rows(audits, concerns)
    audits.append(audit_not_done(audits))
    matrix = matrix_rows(workers, names)
    history = history_rows(workers, matrix)
    sessions = supervision_rows(workers)
    add_notes(concerns, sessions, audits)
    faults = Faults()
    _spoil_concerns(concerns)
    _spoil_referrals(referrals)

    REGISTERS.mkdir(exist_ok=True)
    counts = {
        "staff.xlsx": _write_staff(staff_rows(workers), faults),
        "training_matrix.xlsx": write_matrix(REGISTERS, matrix, faults),
        "training_history.csv": len(history),
        "required_training.xlsx": _write("required_training.xlsx", layouts.REQUIRED, required_rows()),
        "safeguarding_log.xlsx": _write("safeguarding_log.xlsx", layouts.SAFEGUARDING, concerns),
        "advocacy_log.xlsx": _write_advocacy(referrals, faults),
        "supervision.xlsx": _write("supervision.xlsx", layouts.SUPERVISION, sessions),
        "actions.xlsx": _write("actions.xlsx", layouts.ACTIONS, actions),
        "practice.xlsx": _write("practice.xlsx", layouts.PRACTICE, practice_rows()),
        "case_studies.xlsx": _write("case_studies.xlsx", layouts.CASE_STUDIES, _case_rows(concerns)),
        "audits.csv": len(audits),
    }
    save_csv(layouts.TRAINING_HISTORY, history, REGISTERS / "training_history.csv")
    save_csv(layouts.AUDITS, audits, REGISTERS / "audits.csv")
    _note_faults(faults, concerns, referrals, actions)
    write_readme(HERE / "README.md", counts, faults)
    write_sign_offs(HERE)


def _write(file: str, layout: Layout, rows: list[Row]) -> int:
    book, _ = new_book(layout, rows)
    save(book, REGISTERS / file)
    return len(rows)


def _spoil_concerns(concerns: list[Row]) -> None:
    """One outcome with no date concluded, and one concern entered twice under two numbers."""
    closed = [c for c in concerns if "story" not in c and c.get("outcome_achieved") == "fully"]
    closed[len(closed) * 2 // 3]["concluded_on"] = None
    twice = next(c for c in closed[len(closed) // 2 :] if c["concluded_on"] and not c.get("action"))
    place = concerns.index(twice) + 1
    last = max(c["concern"] for c in concerns if c["concern"].startswith(f"SG-{twice['raised_on']:%y}"))
    again = deepcopy(twice) | {"concern": f"{last[:6]}{int(last[6:]) + 1:03d}", "twice": True}
    for name in ("desired_outcome", "themes", "supported_by", "action", "feedback", "review_notes", "lessons"):
        again[name] = None
    concerns.insert(place, again | {"asked_outcomes": "not_recorded", "outcome_achieved": None, "own_words": None})


def _spoil_referrals(referrals: list[Row]) -> None:
    """One referral names a concern that is not in the log."""
    loose = [r for r in referrals if not r.get("concern") and r["kind"] == "care_act"]
    loose[1] |= {"concern": NOT_IN_THE_LOG, "reason": "safeguarding"}


def _write_staff(rows: list[Row], faults: Faults) -> int:
    book, sheet = new_book(layouts.STAFF, rows)
    place = next(i for i, row in enumerate(rows) if i > 90 and row["left_on"] is None)
    line = layouts.STAFF.row(place)
    sheet.row_dimensions[line].hidden = True
    faults.add("staff.xlsx", layouts.STAFF.sheet, f"row {line}", "a member of staff in employment, on a hidden row")
    save(book, REGISTERS / "staff.xlsx")
    return len(rows)


def _write_advocacy(rows: list[Row], faults: Faults) -> int:
    book, _ = new_book(layouts.ADVOCACY, rows)
    old = deepcopy(rows[:9])
    for month, row in enumerate(old, start=1):
        row |= {"referral": f"OLD-{month:02d}", "referred_on": date(2023, month, 9)}
        for name in ("decided_on", "allocated_on", "first_contact_on", "closed_on", "concern"):
            row[name] = None
    hidden = book.create_sheet("2023 old")
    fill_sheet(hidden, layouts.ADVOCACY, old)
    hidden.sheet_state = "hidden"
    faults.add("advocacy_log.xlsx", "2023 old", "whole sheet", f"a hidden sheet with {len(old)} referrals from 2023")
    save(book, REGISTERS / "advocacy_log.xlsx")
    return len(rows)


def _case_rows(concerns: list[Row]) -> list[Row]:
    numbers = {c["story"]: c["concern"] for c in concerns if "story" in c}
    rows = [story.case | {"concern": numbers[i]} for i, story in enumerate(STORIES)]
    for row in rows:
        row["situation"] = row["situation"].replace("{concern}", row["concern"])
    return rows


def _note_faults(faults: Faults, concerns: list[Row], referrals: list[Row], actions: list[Row]) -> None:
    log, plan, asked = layouts.SAFEGUARDING, layouts.ACTIONS, layouts.ADVOCACY
    open_end = [i for i, c in enumerate(concerns) if c.get("outcome_achieved") == "fully" and c["concluded_on"] is None]
    cell = f"{log.column('concluded_on')}{log.row(open_end[0])}"
    faults.add("safeguarding_log.xlsx", log.sheet, cell, "an outcome is marked as achieved, with no date concluded")
    twice = next(i for i, c in enumerate(concerns) if c.get("twice"))
    first = log.row(twice - 1)
    where = f"rows {first} and {first + 1}"
    faults.add("safeguarding_log.xlsx", log.sheet, where, "same person, same day, same kind of harm")
    lost = next(i for i, r in enumerate(referrals) if r.get("concern") == NOT_IN_THE_LOG)
    cell = f"{asked.column('concern')}{asked.row(lost)}"
    faults.add("advocacy_log.xlsx", asked.sheet, cell, f"it names a concern ({NOT_IN_THE_LOG}) that is not in the log")
    spoilt = next(i for i, a in enumerate(actions) if a.get("spoilt"))
    cell = f"{plan.column('completed_on')}{plan.row(spoilt)}"
    faults.add("actions.xlsx", plan.sheet, cell, "an action is marked as completed, and no date is given")


if __name__ == "__main__":
    main()
