"""The figures of a draft as sheets with one table each: lines above it, heads with units, rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from evidencegen.packs.breakdown import Table, base_words
from evidencegen.packs.draft import Draft, Note, Section
from evidencegen.release.figure import Figure, Mark, per_cent, per_hundred, whole_per_cent
from evidencegen.release.printed_figure import number_in

NONE = "none"
NOT_FOR_RELEASE = "Not for release"
NO_NUMBER = f'"{NONE}" stands where no such number is given: the figure has no base, or the base is too small.'
TAKEN_OUT = (
    "Details that could let somebody be recognised have been taken out or made general, and a named person has signed "
    "the text off."
)
LONGEST_NAME_OF_A_TABLE = 60


class Holds(Enum):
    """What the cells of a column hold, marks aside."""

    WORDS = "words"
    NUMBER = "a whole number"
    SHARE = "a share, as a whole per cent"


@dataclass(frozen=True)
class Share:
    """A share as it is printed: a whole per cent and nothing finer."""

    per_cent: int


Cell = str | int | Share


@dataclass(frozen=True)
class Head:
    """The head of a column, with its unit."""

    words: str
    holds: Holds = Holds.WORDS


@dataclass(frozen=True)
class Sheet:
    """One sheet with one table. `table` names it for programs; `above` are the lines between title and table."""

    name: str
    table: str
    title: str
    above: tuple[str, ...]
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]


MEASURE = Head("Measure")
NUMBERS = (
    Head("Counted (number)", Holds.NUMBER),
    Head("Out of (number)", Holds.NUMBER),
    Head("Share (%)", Holds.SHARE),
    Head("Low end of 95% range (%)", Holds.SHARE),
    Head("High end of 95% range (%)", Holds.SHARE),
    Head("For each 100 (number)", Holds.NUMBER),
    Head("Half within (number)", Holds.NUMBER),
    Head("Nine in ten within (number)", Holds.NUMBER),
    Head("Still waiting (number)", Holds.NUMBER),
    Head("Unit of time"),
)
AFTER = (Head("What is counted"), Head("As printed"), Head("Period"), Head("Note"))


def sheets(draft: Draft) -> Iterator[Sheet]:
    """Notes; for each section its whole figures, its breakdowns and the parts of its charts; then stories."""
    taken: set[str] = set()
    yield _notes(draft)
    number = 0
    for section in draft.sections:
        for sheet in _of_section(draft, section):
            number += 1
            yield Sheet(f"Table_{number}", _free(sheet.table, taken), sheet.title, sheet.above, sheet.heads, sheet.rows)
    if draft.examples:
        yield _stories(draft)


def marks_in(rows: Iterable[Sequence[Cell]]) -> tuple[Mark, ...]:
    """The marks that stand in these rows."""
    words = " ".join(cell for row in rows for cell in row if isinstance(cell, str))
    return tuple(mark for mark in Mark if mark.value in words)


def _of_section(draft: Draft, section: Section) -> Iterator[Sheet]:
    claimed = (f for part in section.practice for claim in part.claims for f in claim.figures)
    further = (f for part in section.practice for f in part.further)
    whole = {f.key: f for f in (*claimed, *further, *section.figures.values())}
    if whole:
        yield _figures(draft, f"{section.key}_figures", f"{section.title}: figures", tuple(whole.values()))
    for continued in section.tables.values():
        rows = [f for table in continued for f in _cells(table)]
        if rows:
            first = continued[0]
            across = first.rows and first.rows[0].measure
            part = _upper(rows[0].column.replace("_", " ")) if across else first.row_heading
            yield _figures(draft, first.key, first.title, rows, part=part, besides=_besides(continued))
    for chart in section.charts.values():
        if chart.parts:
            of = chart.wholes[0].title if any(f.column for f in chart.parts) else section.title
            title = f"Figures of the chart: {chart.title}" if chart.svg else f"{of}: parts"
            part = "Part" if any(f.column for f in chart.parts) else ""
            yield _figures(draft, f"chart_{chart.key}", title, chart.parts, part=part)


def _cells(table: Table) -> Iterator[Figure]:
    """The figures of a breakdown's rows; of measures laid out across, without the whole of each, told elsewhere."""
    for row in table.rows:
        yield from row.cells[:-1] if row.measure else row.cells


def _besides(continued: Sequence[Table]) -> tuple[str, ...]:
    """What a breakdown does not show, in a line for each mark."""
    hidden = dict.fromkeys(pair for table in continued for pair in table.hidden)
    lines = [f"Rows with nothing but {mark.value} are left out: {words}." for mark, words in hidden]
    if any(table.left_out for table in continued):
        lines.append("Rows with none on record are left out.")
    return tuple(lines)


def _figures(
    draft: Draft, key: str, title: str, figures: Sequence[Figure], *, part: str = "", besides: Sequence[str] = ()
) -> Sheet:
    """One row for each figure. A column in which no row has anything is left out."""
    several = not part or len({f.measure for f in figures}) > 1
    heads = [*([Head(part)] if part else []), *([MEASURE] if several else []), *NUMBERS, *AFTER]
    rows = []
    for f in figures:
        called = _part(f) if part else _called(f)
        start = [called, *([f.title] if part and several else [])]
        rows.append((*start, *_numbers(f), f.noun, _printed(f), f.period, _note_of(draft, f)))
    kept = [n for n, head in enumerate(heads) if head not in NUMBERS or any(row[n] not in _NOTHING for row in rows)]
    heads, rows = [heads[n] for n in kept], [tuple(row[n] for n in kept) for row in rows]
    what = "one figure" if len(rows) == 1 else f"{len(rows)} figures, one a row"
    of = f"Measure: {figures[0].title}."
    above = [
        *([of] if part and not several and figures[0].title != title else []),
        *besides,
        *(f"{mark.value} means {mark.words}." for mark in marks_in([*rows, besides])),
    ]
    above += [NO_NUMBER] if any(NONE in row for row in rows) else []
    return Sheet("", _name(key), title, (f"This sheet holds one table with {what}.", *above), tuple(heads), tuple(rows))


def _called(figure: Figure) -> str:
    return f"{figure.title}, {figure.group}" if figure.group else figure.title


def _part(figure: Figure) -> str:
    return _upper(figure.group or figure.title)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _numbers(figure: Figure) -> tuple[Cell, ...]:
    """The numbers of a figure in the order of the heads: its mark throughout where it has one."""
    if figure.mark:
        marked = 1 if figure.count_only else 5
        return (figure.mark.value,) * marked + (NONE,) * (len(NUMBERS) - marked)
    counted = NONE if figure.counted is None else figure.counted
    out_of = NONE if figure.count_only or figure.out_of is None else figure.out_of
    interval, waits = figure.interval, figure.waits
    return (
        counted,
        out_of,
        _share(figure.share),
        _share(interval.low if interval else None),
        _share(interval.high if interval else None),
        per_hundred(figure.counted or 0, figure.per_hundred) if figure.per_hundred else NONE,
        NONE if waits is None or waits.median is None else waits.median,
        NONE if waits is None or waits.ninetieth is None else waits.ninetieth,
        _told(waits.waiting) if waits else NONE,
        waits.unit.many if waits else NONE,
    )


_NOTHING = (NONE,)


def _share(share: Fraction | float | None) -> Cell:
    """The whole per cent that is printed; the words where what is printed is no number, such as "under 1%"."""
    if share is None:
        return NONE
    whole, words = whole_per_cent(share), per_cent(share)
    return Share(whole) if words == f"{whole}%" else words


def _told(words: str) -> Cell:
    """The number of `about 15`, or the words where there is none."""
    return number_in(words) if any(sign.isdigit() for sign in words) else words


def _printed(figure: Figure) -> str:
    """The figure in the words of the other documents."""
    if figure.mark:
        return figure.mark.value
    if figure.waits:
        return figure.waits.words
    beside = figure.share is not None or figure.per_hundred
    return f"{figure.amount} ({figure.counts})" if beside else figure.amount


def _note_of(draft: Draft, figure: Figure) -> str:
    number = next((n.number for n in draft.notes if n.figure.measure == figure.measure), None)
    return NONE if number is None else f"note {number}"


def _notes(draft: Draft) -> Sheet:
    heads = ("Note", "Measure", "Figure", "Definition", "Out of", "95% range", "Left out", "From", "Period")
    rows = tuple(_note(note) for note in draft.notes)
    above = [
        "This sheet holds one table with a note for each measure.",
        *(f"{mark.value} means {mark.words}." for mark in marks_in(rows)),
        NO_NUMBER,
    ]
    return Sheet("Notes", "notes", "Notes", tuple(above), tuple(map(Head, heads)), rows)


def _note(note: Note) -> tuple[Cell, ...]:
    f = note.figure
    reach = f.range if f.share not in (None, 0, 1) else ""
    left_out = "; ".join(f"{reason} ({number})" for reason, number in f.excluded)
    printed = f.gap if f.mark else _printed(f)
    held = (printed, f.definition, base_words(f), reach, left_out, "; ".join(f.sources), f.period)
    return (f"note {note.number}", f.title, *(words or NONE for words in held))


def _stories(draft: Draft) -> Sheet:
    heads = tuple(map(Head, ("Case study", "Service", "Outcome", "Step", "What is on record")))
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
