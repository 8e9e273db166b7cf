"""Every sheet of any spreadsheet: what it looks like, and what became of each of its cells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from evidencegen.intake.account import (
    HIDDEN_SHEET,
    NOT_KNOWN,
    OTHER_SHEET,
    SUMMARY,
    UNDECIDED,
    Account,
    LeftOut,
    Unused,
)
from evidencegen.intake.address import a1
from evidencegen.intake.choice import known_exports
from evidencegen.intake.export import Recognised, recognised
from evidencegen.intake.fates import USED
from evidencegen.intake.gather import Gathered, gather_sheet
from evidencegen.intake.recognise import Likeness, Match, Recognition, known_by, likeness, recognise
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.words import plain
from evidencegen.intake.workbook import Workbook, choose_sheet, open_workbook
from evidencegen.problem import Problem

Tell = Callable[[Problem], dict[str, object]]
COURSE = "heads a course"
BESIDE = "heads what stands in for a blank, or says which rows count"


@dataclass(frozen=True)
class SheetSurvey:
    """One sheet: its cells, how visible it is ("visible", "hidden" or "very hidden"), and what it looks like.

    `account` and `columns` are there where it was read as the register it looks like; `problems` are what
    would have to be mended, and notes. `unused` are the cells of a sheet that was not.
    """

    name: str
    state: str
    cells: int
    recognition: Recognition = field(default_factory=Recognition)
    heading_row: int = 0
    columns: tuple[Match, ...] = ()
    account: Account | None = field(default=None, repr=False)
    unused: tuple[Unused, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def register(self) -> Register | None:
        """The register it was read as, or None."""
        return self.recognition.best.register if self.recognition.best and self.account else None

    @property
    def cells_used(self) -> int:
        """How many of its cells are used."""
        return self.account.cells_used if self.account else 0

    @property
    def left_over(self) -> tuple[Unused, ...]:
        """The other cells, by reason and where."""
        return self.account.unused if self.account else self.unused

    def as_dict(self, tell: Tell) -> dict[str, object]:
        """The same for a program: see `Survey.as_dict`."""
        account, looks = self.account, self.recognition
        return {
            "sheet": self.name,
            "state": self.state,
            "register": self.register.key if self.register else None,
            "why": looks.why,
            "likeness": _likeness(looks.best),
            "next_best": _likeness(looks.runner_up),
            "tied": [one.register.key for one in looks.tied],
            "heading_row": self.heading_row or None,
            "columns": [vars(match) for match in self.columns],
            "rows_read": account.rows_read if account else 0,
            "rows_used": account.rows_used if account else 0,
            "rows_left_out": [_left_out(left) for left in account.rows_left_out] if account else [],
            "cells": self.cells,
            "cells_used": self.cells_used,
            "cells_unused": sum(part.cells for part in self.left_over),
            "unused": [{"reason": u.reason, "cells": u.cells, "where": u.where} for u in self.left_over],
            "remarks": list(self.remarks),
            "problems": [tell(problem) for problem in self.problems],
        }


@dataclass(frozen=True)
class Survey:
    """Every sheet of one file, in order; `ignored` names what was never opened, such as "macros"."""

    path: Path
    sheets: tuple[SheetSurvey, ...]
    ignored: tuple[str, ...] = ()

    @property
    def cells(self) -> int:
        """All the filled cells of the file."""
        return sum(sheet.cells for sheet in self.sheets)

    @property
    def cells_used(self) -> int:
        """How many of them are used."""
        return sum(sheet.cells_used for sheet in self.sheets)

    @property
    def cells_unused(self) -> int:
        """How many are not used, added up reason by reason."""
        return sum(part.cells for sheet in self.sheets for part in sheet.left_over)

    @property
    def balances(self) -> bool:
        """Whether every cell is used or left out for a reason, once."""
        return self.cells == self.cells_used + self.cells_unused

    def sheet_to_name(self, sheet: SheetSurvey) -> str:
        """The sheet's name where evidence.yaml has to give it: where it is hidden, or not the only one."""
        seen = [one for one in self.sheets if one.cells and one.state == "visible"]
        return "" if seen == [sheet] else sheet.name

    def as_dict(self, tell: Tell) -> dict[str, object]:
        """The same for a program: counts, addresses and headings, and no value of any cell.

        Keys, which are for ever: `file`, `cells`, `cells_used`, `cells_unused`, `balances`, `ignored` and
        `sheets`. Each sheet has `sheet` (its name, empty in a text file), `state` (visible, hidden, very hidden),
        `register` (the key of the register it was read as, or null), `why`, `likeness` and `next_best` (null, or
        `register`, `columns_found`, `score`, `lacking`, `courses`), `tied` (keys of registers it looks like no
        less), `heading_row`, `columns` (`cell`, `heading`, `column`, `word` of each that is read), `rows_read`,
        `rows_used`, `rows_left_out` (`reason`, `rows`, `where`), `cells`, `cells_used`, `cells_unused`,
        `unused` (`reason`, `cells`, `where`), `remarks`, and `problems` as `tell` gives them.
        """
        return {
            "file": str(self.path),
            "cells": self.cells,
            "cells_used": self.cells_used,
            "cells_unused": self.cells_unused,
            "balances": self.balances,
            "ignored": list(self.ignored),
            "sheets": [sheet.as_dict(tell) for sheet in self.sheets],
        }


def survey(
    path: Path, registers: Mapping[str, Register], register: str | None = None, sheet: str | None = None
) -> Survey:
    """What every sheet of a file looks like, and what became of each of its cells.

    Args:
        register: the key of the one register to think of; none other is.
        sheet: the name of the one sheet to read, hidden or not.

    Raises:
        EvidenceError: the file cannot be read, or has no such sheet.
    """
    workbook = open_workbook(path)
    only = choose_sheet(workbook, sheet) if sheet is not None else None
    asked = {register: registers[register]} if register else registers
    found = {one.name: recognised(one, known_exports()) for one in workbook.sheets if one.visible}
    again = {plain(name) for export in found.values() if export for name in export.export.summaries}
    sheets = []
    for one in workbook.sheets:
        if plain(one.name) in again and only is None:
            sheets.append(_unread(one, SUMMARY))
        elif (only or one) is not one:
            sheets.append(_unread(one, OTHER_SHEET if one.visible else HIDDEN_SHEET))
        elif one.rows and (one.visible or only):
            looks = _as_export(found.get(one.name), asked) or _by_headings(
                path, workbook, one, asked, forced=register if only else None
            )
            sheets.append(_surveyed(path, workbook, one, looks))
        else:
            sheets.append(_unread(one, HIDDEN_SHEET))
    return Survey(path, tuple(sheets), workbook.ignored)


def _as_export(found: Recognised | None, registers: Mapping[str, Register]) -> Recognition | None:
    """What a sheet is that a known system wrote."""
    if found is None or found.export.register not in registers:
        return None
    looks = replace(likeness(found.sheet, registers[found.export.register]), lacking=(), courses=0)
    return Recognition(looks, f"it is {found.export.title}", export=found.export.title)


def _by_headings(
    path: Path, workbook: Workbook, sheet: Sheet, registers: Mapping[str, Register], forced: str | None
) -> Recognition:
    marker = workbook.template.partition("/")[0]
    looks = recognise(sheet, registers, marker, (sheet.name, path.stem))
    if forced and looks.best is None:
        looks = replace(looks, best=looks.runner_up or Likeness(registers[forced], 0, (), ()), why="you named it")
    return looks


def _surveyed(path: Path, workbook: Workbook, sheet: Sheet, looks: Recognition) -> SheetSurvey:
    if looks.best is None:
        return replace(_unread(sheet, UNDECIDED if looks.tied else NOT_KNOWN), recognition=looks)
    register = looks.best.register
    alone = replace(workbook, sheets=(sheet,), ignored=())
    gathered, problems = gather_sheet(register, Source(path), alone, sheet)
    if gathered is None:
        return replace(_unread(sheet, UNDECIDED), recognition=looks, problems=tuple(problems))
    account = gathered.account
    return SheetSurvey(
        sheet.name,
        _state(sheet),
        sheet.cells,
        looks,
        gathered.headings.row,
        _columns(register, gathered),
        account,
        problems=tuple(problems),
        remarks=account.remarks,
    )


def _columns(register: Register, gathered: Gathered) -> tuple[Match, ...]:
    """The columns that are read, as they stand on the sheet."""
    headings = gathered.headings
    by_column = {column: name for name, column in headings.columns.items()}
    matches = []
    for column, fate in sorted(gathered.fates.columns.items()):
        if fate != USED:
            continue
        title = headings.titles.get(column, "")
        name, word = by_column.get(column, ""), BESIDE
        if name:
            word = known_by(register.column(name), title)
        elif register.wide_over not in headings.columns:
            name, word = register.wide_over, COURSE
        matches.append(Match(a1(headings.row, column), headings.title(column), name, word))
    return tuple(matches)


def _unread(sheet: Sheet, reason: str) -> SheetSurvey:
    where = f"{a1(min(sheet.rows), 1)} and below" if sheet.rows else ""
    unused = (Unused(reason, sheet.cells, where),) if sheet.cells else ()
    marked = sheet.marks.told() if sheet.visible else ""
    remarks = (f"{marked}: none of this is read.",) if marked else ()
    return SheetSurvey(sheet.name, _state(sheet), sheet.cells, unused=unused, remarks=remarks)


def _state(sheet: Sheet) -> str:
    return "visible" if sheet.visible else "very hidden" if sheet.very_hidden else "hidden"


def _likeness(one: Likeness | None) -> dict[str, object] | None:
    if one is None:
        return None
    found = len({match.column for match in one.matches})
    return {
        "register": one.register.key,
        "columns_found": found,
        "score": one.score,
        "lacking": list(one.lacking),
        "courses": one.courses,
    }


def _left_out(left: LeftOut) -> dict[str, object]:
    return {"reason": left.reason, "rows": left.rows, "where": list(left.where)}
