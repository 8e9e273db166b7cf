"""The survey of a spreadsheet as it is printed."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from evidencegen.intake.account import Unused, counted, row_reason
from evidencegen.intake.address import listed
from evidencegen.intake.recognise import Likeness, Recognition
from evidencegen.intake.survey import SheetSurvey, Survey
from evidencegen.intake.words import shortened
from evidencegen.problem import Place, Problem, Severity

MOST_PROBLEMS = 10
_PLAIN = re.compile(r"[A-Za-z/][\w ./()&-]*[\w)]")
_NOT_PLAIN = frozenset(("yes", "no", "true", "false", "null", "on", "off", "y", "n"))


def statement(survey: Survey) -> str:
    """What a file holds, sheet by sheet, ending with a line that the counts add up."""
    lines = [f"{survey.path.name}: {counted(len(survey.sheets), 'sheet')}, {counted(survey.cells, 'filled cell')}"]
    if survey.ignored:
        lines.append(f"Never opened: {', '.join(survey.ignored)}.")
    for sheet in survey.sheets:
        lines += ["", *_sheet(sheet)]
    adds_up = "=" if survey.balances else "IS NOT"
    total = f"{survey.cells_used:,} used + {survey.cells_unused:,} not used"
    return "\n".join([*lines, "", f"All cells: {survey.cells:,} filled {adds_up} {total}."])


def settings(surveys: Iterable[Survey]) -> str:
    """The lines for evidence.yaml that read each sheet as the register it looks like; empty where none does."""
    entries: dict[str, list[list[str]]] = {}
    for survey in surveys:
        for sheet in survey.sheets:
            if sheet.register:
                entries.setdefault(sheet.register.key, []).append(_entry(survey, sheet))
    lines = ["registers:"]
    for key, several in entries.items():
        lines.append(f"  {key}:")
        for entry in several:
            first, rest = ("    - ", "      ") if len(several) > 1 else ("    ", "    ")
            lines += [f"{first if n == 0 else rest}{line}" for n, line in enumerate(entry)]
    return "\n".join(lines) if entries else ""


def _entry(survey: Survey, sheet: SheetSurvey) -> list[str]:
    lines = [f"file: {_yaml(survey.path.as_posix())}"]
    if name := survey.sheet_to_name(sheet):
        lines.append(f"sheet: {_yaml(name)}")
    if any(problem.key == "matrix.cells_not_declared" for problem in sheet.problems):
        lines.append("cells: completed_on    # or expires_on: say which its dates are")
    return lines


def _yaml(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN
    return text if plain else json.dumps(text, ensure_ascii=False)


def _sheet(sheet: SheetSurvey) -> Iterator[str]:
    name = f'Sheet "{sheet.name}"' if sheet.name else "The file"
    if sheet.state != "visible":
        name += f" ({sheet.state})"
    yield f"{name}: {_looks(sheet)}"
    yield from _said("why", _why(sheet.recognition))
    if sheet.heading_row and sheet.account:
        yield from _said("headings", [f"row {sheet.heading_row}"])
        yield from _said("columns", _columns(sheet))
        left = [row_reason(part) for part in sheet.account.rows_left_out]
        rows = f"{sheet.account.rows_read:,} below the headings: {sheet.account.rows_used:,} used"
        yield from _said("rows", ["; ".join([rows, *left])])
    if sheet.account or sheet.recognition.tied or sheet.problems:
        unused = sum(part.cells for part in sheet.left_over)
        yield from _said("cells", [f"{sheet.cells:,} filled: {sheet.cells_used:,} used, {unused:,} not used"])
        yield from _said("not used", _parts(sheet.left_over))
    yield from _said("besides", sheet.remarks)
    yield from _problems("to mend", [p for p in sheet.problems if p.severity is not Severity.NOTE])
    yield from _problems("to look at", [p for p in sheet.problems if p.severity is Severity.NOTE])


def _looks(sheet: SheetSurvey) -> str:
    looks = sheet.recognition
    if not sheet.cells:
        return "empty"
    if looks.tied:
        return "could be " + " or ".join(f"the {one.register.title.lower()}" for one in looks.tied)
    if looks.best is None:
        return f"{counted(sheet.cells, 'cell')}, not used ({sheet.unused[0].reason})"
    title = f"the {looks.best.register.title.lower()}"
    title += ", as a matrix" if looks.best.courses else ""
    return f"looks like {title}" if looks.best.fits else f"looks most like {title}, but it is not complete"


def _why(looks: Recognition) -> Iterator[str]:
    if looks.best:
        yield looks.why if looks.export else f"{looks.why}: {looks.best}"
        if looks.best.lacking:
            yield f"lacking: {_quoted(looks.best.lacking)}"
    for one in looks.tied:
        yield f"{one.register.title}: {one}"
    if looks.tied:
        yield "nothing tells them apart, so neither is taken: say which with --register, and in evidence.yaml"
    if looks.runner_up:
        which = "next best" if looks.best else "nearest"
        yield f"{which}: {looks.runner_up.register.title}, {_briefly(looks.runner_up)}"


def _briefly(one: Likeness) -> str:
    """How near a register comes that was not taken; of its headings the words known here alone are shown."""
    if one.fits:
        return str(one)
    known = _quoted(match.word for match in one.matches)
    return f"which knows {known} and lacks {_quoted(one.lacking)}"


def _quoted(words: Iterable[str]) -> str:
    return listed((f'"{word}"' for word in words), 4)


def _columns(sheet: SheetSurvey) -> Iterator[str]:
    wide = max((len(shortened(match.heading, 40)) for match in sheet.columns), default=0) + 2
    for match in sheet.columns:
        heading = f'"{shortened(match.heading, 40)}"'
        yield f"{match.cell:5} {heading:{wide}}  {match.column}{_by(match.column, match.heading, match.word)}"


def _by(column: str, heading: str, word: str) -> str:
    if word.startswith("heads "):
        return f": {word}" if column else word.removeprefix("heads ")
    return "" if word in ("", heading) else f', by the word "{word}"'


def _parts(unused: Sequence[Unused]) -> Iterator[str]:
    """A line for each reason: how many cells, and where; of several columns, how many each."""
    by_reason: dict[str, list[Unused]] = {}
    for part in unused:
        by_reason.setdefault(part.reason, []).append(part)
    for reason, parts in by_reason.items():
        places = [f"{p.where} ({p.cells:,})" if len(parts) > 1 else p.where for p in parts]
        yield f"{sum(p.cells for p in parts):>7,}  {reason}{f': {listed(places)}' if any(places) else ''}"


def _problems(title: str, problems: Sequence[Problem]) -> Iterator[str]:
    told = []
    for problem in problems[:MOST_PROBLEMS]:
        told.append(f"{_place(problem.place)}{problem.found}")
        told.append(f"  mend: {problem.mend}")
    if len(problems) > MOST_PROBLEMS:
        told.append(f"and {len(problems) - MOST_PROBLEMS:,} more: --json gives all")
    yield from _said(title, told)


def _place(place: Place) -> str:
    cell = f"row {place.cell}" if place.cell.isdigit() else place.cell
    words = " ".join(part for part in (cell, f'"{place.column}"' if place.column else "") if part)
    return f"{words}: " if words else ""


def _said(title: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"  {title if number == 0 else '':10}  {line}"
