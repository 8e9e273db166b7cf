"""The figures of a draft as sheets with one table each: lines above it, heads with units, rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidencegen.documents.board_sheets import board_sheets, undrawn
from evidencegen.documents.figure_cells import NUMBERS, in_words, numbers
from evidencegen.documents.inspection_sheets import inspection_sheets
from evidencegen.documents.sheet import NONE, NOTHING_TOLD, Cell, Head, Sheet, marks_in, told, upper
from evidencegen.packs.board import Board
from evidencegen.packs.breakdown import Table, base_words
from evidencegen.packs.claim import Claim
from evidencegen.packs.draft import Draft, Note, Section
from evidencegen.packs.inspection import Summary
from evidencegen.release.figure import Figure

NOT_FOR_RELEASE = "Not for release"
NO_NUMBER = f'"{NONE}" stands where no such number is given: the figure has no base, or the base is too small.'
TAKEN_OUT = (
    "Details that could let somebody be recognised have been taken out or made general, and a named person has signed "
    "the text off."
)
LONGEST_NAME_OF_A_TABLE = 60


MEASURE = Head("Measure", widest=42)
IN_WORDS = Head("In words")
WHAT, PERIOD = Head("Unit"), Head("Period", widest=18)
AFTER = (IN_WORDS, WHAT, PERIOD, Head("Note"))


def sheets(draft: Draft) -> Iterator[Sheet]:
    """Notes; for each section what it tells besides figures, its statements, whole figures, breakdowns and the parts
    of its charts; then stories."""
    taken: set[str] = set()
    yield _notes(draft)
    number = 0
    for section in draft.sections:
        for sheet in (*_beside(draft, section), *_statements(draft, section), *_of_section(draft, section)):
            number += 1
            yield replace(sheet, name=f"Table_{number}", table=_free(_name(sheet.table), taken))
    if draft.examples:
        yield _stories(draft)


def _beside(draft: Draft, section: Section) -> Iterator[Sheet]:
    """What this kind of pack tells in a section besides figures of measures."""
    if isinstance(draft.beside, Board):
        yield from board_sheets(draft.beside, draft, section)
    if isinstance(draft.beside, Summary):
        yield from inspection_sheets(draft.beside, draft, section)


def _statements(draft: Draft, section: Section) -> Iterator[Sheet]:
    """What the provider says it does, part by part, and how far that is borne out."""
    several = any(one.title != section.title for one in section.practice)
    heads = [Head("Statement", widest=60), *([Head("Part")] if several else [])]
    heads += [Head("How we make sure", widest=42), Head("Policy"), Head("How far it is shown"), Head("Shown by")]
    rows = []
    for part, claim in ((one, claim) for one in section.practice for claim in one.claims):
        held = (str(words) or NONE for words in (claim.control, claim.policy))
        start = (str(claim.statement), *([part.title] if several else []))
        rows.append((*start, *held, claim.grade.value, _shown_by(draft, claim)))
    if rows:
        yield told(f"{section.key}_statements", f"{section.title}: what we say and how far it is shown", heads, rows)


def _shown_by(draft: Draft, claim: Claim) -> str:
    """The notes of the figures beside a statement, and the case studies in which it can be read."""
    return ", ".join(dict.fromkeys((*(_note_of(draft, figure) for figure in claim.figures), *claim.cases))) or NONE


def _of_section(draft: Draft, section: Section) -> Iterator[Sheet]:
    claimed = (f for part in section.practice for claim in part.claims for f in claim.figures)
    further = (f for part in section.practice for f in part.further)
    whole = {f.key: f for f in (*claimed, *further, *section.figures.values())}
    if whole:
        yield _figures(draft, f"{section.key}_figures", f"{section.title}: figures", tuple(whole.values()))
    for continued in section.tables.values():
        first, rows = continued[0], [f for table in continued for row in table.rows for f in row.cells]
        if rows and first.rows[0].measure:
            part, rows = upper(rows[0].column.replace("_", " ")), list(_across(draft, first, rows[0].column))
            yield _figures(draft, first.key, first.title, rows, part=part)
        elif rows:
            yield _figures(draft, first.key, first.title, rows, part=first.row_heading, besides=_besides(first))
    for chart in section.charts.values():
        if chart.parts:
            broken_down = any(f.column for f in chart.parts)
            subject = chart.title.partition(": ")[0] if chart.svg else chart.wholes[0].title
            found = (f"The chart shows: {chart.title}.",) if chart.svg else ()
            title, part = f"{subject}: figures of the chart", "Part" if broken_down else ""
            yield _figures(draft, f"chart_{chart.key}", title, chart.parts, part=part, besides=found)


def _across(draft: Draft, table: Table, column: str) -> Iterator[Figure]:
    """Every part of measures that a page lays out across: no row is left out here, as each part has one of its own."""
    for whole in table.wholes:
        yield from (f for f in draft.figures if f.measure == whole.measure and f.column == column)


def _besides(table: Table) -> tuple[str, ...]:
    """What a breakdown does not show, in a line for each mark."""
    lines = [f"Rows with nothing but {mark.value} are left out: {words}." for mark, words in table.hidden]
    if table.left_out:
        lines.append("Rows with none on record are left out.")
    return tuple(lines)


def not_laid_out(draft: Draft) -> Iterator[str]:
    """What has no sheet, since nothing of it can be shown: breakdowns and charts, each with the reason in a line."""
    for section in draft.sections:
        for first, *others in section.tables.values():
            if not any(table.rows for table in (first, *others)):
                reasons = dict.fromkeys(mark.words for mark, _ in first.hidden)
                absent = dict.fromkeys(whole.absence for whole in first.wholes if whole.mark)
                yield f"{first.title}: {'; '.join(reasons or absent) or 'there is none on record'}."
        if isinstance(draft.beside, Board):
            yield from undrawn(draft.beside, section)


def _figures(
    draft: Draft, key: str, title: str, figures: Sequence[Figure], *, part: str = "", besides: Sequence[str] = ()
) -> Sheet:
    """One row for each figure. A column in which no row has anything is left out."""
    several = not part or len({f.measure for f in figures}) > 1
    heads = [*([Head(part, widest=42)] if part else []), *([MEASURE] if several else []), *NUMBERS, *AFTER]
    rows = []
    for f in figures:
        start = [_part(f) if part else _called(f), *([f.title] if part and several else [])]
        rows.append((*start, *numbers(f), in_words(f), f.of.many, f.period, _note_of(draft, f)))
    about = _about(figures, title, one_measure=not several)
    alike = {head for head in (WHAT, PERIOD) if any(line.startswith(f"{head.words}: ") for line in about)}
    kept = [n for n, head in enumerate(heads) if head not in alike and (head not in NUMBERS or _has(rows, n))]
    heads, rows = [heads[n] for n in kept], [tuple(row[n] for n in kept) for row in rows]
    above = (*about, *besides, *(f"{mark.value} means {mark.words}." for mark in marks_in([*rows, besides])))
    above = (*above, NO_NUMBER) if any(NONE in row for row in rows) else above
    return Sheet("", key, title, above, tuple(heads), tuple(rows))


def _about(figures: Sequence[Figure], title: str, *, one_measure: bool) -> tuple[str, ...]:
    """What the table holds, and what is alike in all its rows."""
    what = "one figure" if len(figures) == 1 else f"{len(figures)} figures, one a row"
    lines = [f"This sheet holds one table with {what}."]
    nouns, periods = {f.of.many for f in figures}, {f.period for f in figures}
    if one_measure and figures[0].title != title:
        lines.append(f"{MEASURE.words}: {figures[0].title}.")
    if len(nouns) == 1:
        lines.append(f"{WHAT.words}: {nouns.pop()}.")
    if len(periods) == 1:
        lines.append(f"{PERIOD.words}: {periods.pop()}.")
    return tuple(lines)


def _has(rows: Sequence[tuple[Cell, ...]], column: int) -> bool:
    """Whether any row has something in a column."""
    return any(row[column] != NONE for row in rows)


def _called(figure: Figure) -> str:
    return f"{figure.title}, {figure.group}" if figure.group else figure.title


def _part(figure: Figure) -> str:
    return upper(figure.group or figure.title)


def _note_of(draft: Draft, figure: Figure) -> str:
    number = next((n.number for n in draft.notes if n.figure.measure == figure.measure), None)
    return NONE if number is None else f"note {number}"


def _notes(draft: Draft) -> Sheet:
    heads = (
        Head("Note"),
        Head(MEASURE.words, widest=36),
        Head(IN_WORDS.words, widest=22),
        Head("Definition", widest=60),
        Head("Out of", widest=22),
        Head("95% range", widest=16),
        Head("Left out"),
        Head("From"),
        PERIOD,
    )
    rows = tuple(_note(note) for note in draft.notes)
    above = [
        "This sheet holds one table with a note for each measure.",
        *(f"{mark.value} means {mark.words}." for mark in marks_in(rows)),
        NOTHING_TOLD,
    ]
    return Sheet("Notes", "notes", "Notes", tuple(above), heads, rows)


def _note(note: Note) -> tuple[Cell, ...]:
    f = note.figure
    reach = f.range if f.share not in (None, 0, 1) else ""
    left_out = "; ".join(f"{reason} ({number})" for reason, number in f.excluded)
    held = (
        f.gap if f.mark else in_words(f),
        f.definition,
        base_words(f),
        reach,
        left_out,
        "; ".join(f.sources),
        f.period,
    )
    return (f"note {note.number}", f.title, *(words or NONE for words in held))


def _stories(draft: Draft) -> Sheet:
    words = Head("What is on record", widest=90)
    heads = (*map(Head, ("Case study", "Service", "Outcome", "Step")), words)
    rows = tuple(
        (
            f"{told.case} (made from the stories of several people)" if told.composite else told.case,
            str(told.service_type),
            told.achieved,
            step.title,
            str(step.words) if step.words else "Nothing on record.",
        )
        for told in draft.examples
        for step in told.steps
    )
    above = ("This sheet holds one table, with a row for each step of each case study.", TAKEN_OUT)
    return Sheet("Case_studies", "case_studies", "Case studies", above, heads, rows)


def _name(key: str) -> str:
    """A name that Excel takes for a table: letters, digits and low lines."""
    return re.sub(r"\W+", "_", key)[:LONGEST_NAME_OF_A_TABLE]


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number after it where another table of the workbook has it."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name}_{number}"
    taken.add(free.casefold())
    return free
