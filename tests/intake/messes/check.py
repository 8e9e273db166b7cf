"""Whether a mess came to what is expected of it."""

from pathlib import Path
from typing import Any

from evidencegen.intake.address import row_and_column
from evidencegen.intake.source import Source
from evidencegen.intake.table import Table, examine
from evidencegen.intake.workbook import choose_sheet, open_workbook
from evidencegen.problem import EvidenceError, Problem
from tests.intake.messes.mess import Mess, Told


def differences(mess: Mess, folder: Path) -> list[str]:
    """Every way in which reading the mess came to something else, in words; none where all is as expected."""
    path = mess.write(folder)
    table, problems = examine(mess.register, (Source(path, **mess.source),))
    if mess.refused:
        return list(_unlike_refusal(mess, path, problems))
    wrong = [f"not told: {told}" for told in mess.told if not any(_is(told, problem) for problem in problems)]
    strange = [p for p in problems if p.severity.blocks and not any(_is(told, p) for told in mess.told)]
    wrong += [f"told beside what is expected: {problem.key}\n{problem}" for problem in strange]
    wrong += _unlike_cells(mess, path)
    rows = None if table is None else len(table.places)
    if rows != mess.rows:
        wrong.append(f"{rows} rows, not {mess.rows}")
    return wrong if table is None else wrong + _unlike_table(mess, table)


def _is(told: Told, problem: Problem) -> bool:
    grave = problem.severity is told.severity if told.severity else problem.severity.blocks
    cells = {problem.place.cell, *(place.cell for place in problem.also)}
    return (
        grave
        and told.key in ("", problem.key)
        and (not told.cell or told.cell in cells)
        and told.words.casefold() in str(problem).casefold()
    )


def _unlike_refusal(mess: Mess, path: Path, problems: tuple[Problem, ...]) -> list[str]:
    try:
        open_workbook(path)
    except EvidenceError as refused:
        keys = [problem.key for problem in refused.problems]
    else:
        keys = ["nothing"]
    told = [problem.key for problem in problems]
    return (
        []
        if keys == told and len(keys) == 1 and keys[0] in mess.refused.split(" or ")
        else [f"refused with {keys}, and told as {told}"]
    )


def _unlike_cells(mess: Mess, path: Path) -> list[str]:
    if not mess.cells:
        return []
    sheet = choose_sheet(open_workbook(path), mess.source.get("sheet"))
    if sheet is None:
        return ["no sheet chosen"]
    wrong = []
    for address, value in mess.cells.items():
        row, column = row_and_column(address)
        found = sheet.rows.get(row, {}).get(column)
        if found != value or isinstance(found, bool) != isinstance(value, bool):
            wrong.append(f"{address} holds {found!r}, not {value!r}")
    return wrong


def _unlike_table(mess: Mess, table: Table) -> list[str]:
    at = {place.cell: number for number, place in enumerate(table.places)}
    wrong = []
    for (column, place), value in mess.values.items():
        found = _plain(list(table.rows[column])[at[str(place)]]) if str(place) in at else "no such row"
        if found != value:
            wrong.append(f"{column} in {place} is {found!r}, not {value!r}")
    gated = {cell.place.cell: cell.text for cell in table.gated}
    wrong += [
        f"{cell}: {gated.get(cell)!r} is kept for the gates, not {t!r}"
        for cell, t in mess.gated.items()
        if gated.get(cell) != t
    ]
    (account,) = table.accounts
    unused: dict[str, int] = {}
    for left in account.unused:
        unused[left.reason] = unused.get(left.reason, 0) + left.cells
    wrong += [
        f"{unused.get(why, 0)} cells left out as {why}, not {n}"
        for why, n in mess.unused.items()
        if unused.get(why) != n
    ]
    return wrong if account.balances else [*wrong, f"the account does not add up: {account.as_dict()}"]


def _plain(value: Any) -> Any:
    """A value of the table as the cases write it: a day as ISO text, nothing as None."""
    if value is None or value != value:
        return None
    return value.strftime("%Y-%m-%d") if hasattr(value, "strftime") else value
