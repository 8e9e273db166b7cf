"""An export of a system that many services use, told by its headings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from evidencegen.intake.account import NOT_NEEDED, PERSONAL, UNKNOWN
from evidencegen.intake.address import a1, listed
from evidencegen.intake.heading import Headings
from evidencegen.intake.heading_row import ROWS_SEARCHED
from evidencegen.intake.kind import Form
from evidencegen.intake.records import Layout, Records
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.source import Source
from evidencegen.intake.value import written
from evidencegen.intake.words import key, left_blank, plain
from evidencegen.problem import Place, Problem, Severity


def as_it_is(sheet: Sheet) -> Sheet | None:
    """The sheet itself: the headings of this export need no other words."""
    return sheet


@dataclass(frozen=True)
class Export:
    """What one system writes, so that it is read without settings.

    `register` is the key of the register its rows belong to, and `marks` are headings that stand together
    in nothing else. `sheet` names the sheet of the records where there are several, `summaries` those that count
    the same records once more. `columns` gives the heading of a column where two would fit: the first that is
    there. `instead` names the heading whose value stands in where a row leaves a column blank; `codes` says
    by heading what each code stands for; `left_out` gives by heading the word that marks a row as no record, and
    why. `personal` headings are never read, whatever else they may hold; `asked` may tell who a person is if the
    owner says so.
    `in_words` gives the sheet with its headings in words, or None where it is no such export after all.
    """

    key: str
    title: str
    register: str
    marks: tuple[str, ...] = ()
    sheet: str = ""
    summaries: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    instead: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    left_out: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    personal: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    in_words: Callable[[Sheet], Sheet | None] = as_it_is

    @property
    def said(self) -> tuple[str, ...]:
        """What the account of a sheet says about it."""
        return (f"Recognised as {self.title}: only the columns needed were read.", *self.remarks)


NO_EXPORT = Export(key="", title="", register="")


@dataclass(frozen=True)
class Recognised:
    """An export, and the sheet with its headings in words."""

    export: Export
    sheet: Sheet


def recognised(sheet: Sheet, exports: Iterable[Export], heading_row: int | None = None) -> Recognised | None:
    """The export that `sheet` is, by the headings in one of its first rows; None where it is none."""
    rows = [heading_row] if heading_row else sorted(sheet.rows)[:ROWS_SEARCHED]
    heads = [{key(v) for v in sheet.rows.get(row, {}).values() if isinstance(v, str)} for row in rows]
    for export in exports:
        marks = {key(words) for words in export.marks}
        if any(marks <= seen for seen in heads) and (worded := export.in_words(sheet)):
            return Recognised(export, worded)
    return None


def sheet_of_export(sheets: Iterable[Sheet], exports: Iterable[Export], register: str) -> Sheet | None:
    """The one sheet of an export with several that holds the records; None where there is none."""
    named = {plain(e.sheet): e for e in exports if e.sheet and e.register == register}
    for sheet in sheets:
        export = named.get(plain(sheet.name))
        if export and recognised(sheet, (export,)):
            return sheet
    return None


def with_words(export: Export, sheet: Sheet, source: Source) -> Source:
    """The source, with the headings of the export for columns that the owner has said nothing about."""
    there = {
        key(v) for row in sorted(sheet.rows)[:ROWS_SEARCHED] for v in sheet.rows[row].values() if isinstance(v, str)
    }
    own: dict[str, tuple[str, ...]] = {}
    for name, several in export.columns.items():
        own[name] = tuple(words for words in several if key(words) in there)[:1]
    return replace(source, columns={**{name: words for name, words in own.items() if words}, **source.columns})


def with_reasons(export: Export, headings: Headings) -> Headings:
    """The headings, each that is not read with the reason: personal, or needed by no figure."""
    if not export.key:
        return headings
    personal = {key(words) for words in export.personal}
    unused = {
        column: PERSONAL if key(headings.titles.get(column, "")) in personal else NOT_NEEDED if why == UNKNOWN else why
        for column, why in headings.unused.items()
    }
    also = set(also_read(export, headings).values())
    return replace(headings, unused={c: why for c, why in unused.items() if c not in also}, sure=True)


def also_read(export: Export, headings: Headings) -> dict[str, int]:
    """Columns that are read beside the register's own, by the heading the export gives them."""
    numbers = {key(title): column for column, title in headings.titles.items()}
    wanted = (*export.instead.values(), *export.left_out)
    return {words: numbers[key(words)] for words in wanted if key(words) in numbers}


def without_left_out(export: Export, sheet: Sheet, headings: Headings, records: Records) -> Records:
    """The records, without those that the export itself marks as gone."""
    columns = also_read(export, headings)
    gone = {
        row: why
        for words, (mark, why) in export.left_out.items()
        if words in columns
        for row in records.rows
        if key(written(sheet.rows[row].get(columns[words], ""))) == key(mark)
    }
    kept = tuple(row for row in records.rows if row not in gone)
    return replace(records, rows=kept, left_out={**records.left_out, **gone})


def decoded(
    export: Export, sheet: Sheet, register: Register, headings: Headings, layout: Layout
) -> tuple[Layout, list[Problem]]:
    """The layout with codes in words and blanks filled from the column that stands in, each told in a note."""
    if not export.key:
        return layout, []
    codes = {key(words): meanings for words, meanings in export.codes.items()}
    columns = {name: list(cells) for name, cells in layout.columns.items()}
    notes: list[Problem] = []
    for name, cells in columns.items():
        meanings = codes.get(key(headings.titles.get(layout.at[name], "")), {})
        strange = [p for p, cell in enumerate(cells) if _said(cell) and meanings and _meant(cell, meanings) is cell]
        columns[name] = [_meant(cell, meanings) for cell in cells]
        if register.column(name).kind.form is Form.TEXT:
            notes += _unknown_codes(sheet, headings, layout.at[name], [layout.rows[p] for p in strange], meanings)
    numbers = also_read(export, headings)
    for name, words in export.instead.items():
        if name in columns and words in numbers and numbers[words] != layout.at[name]:
            meanings, number = codes.get(key(words), {}), numbers[words]
            blank = [p for p, cell in enumerate(columns[name]) if not _said(cell)]
            for p in blank:
                columns[name][p] = _meant(sheet.rows[layout.rows[p]].get(number), meanings)
            filled = [layout.rows[p] for p in blank if _said(columns[name][p])]
            notes += _stands_in(sheet, headings, name, number, layout.at[name], filled)
    return replace(layout, columns=columns), notes


def _said(cell: Value | None) -> bool:
    return cell is not None and not (isinstance(cell, str) and left_blank(cell))


def _meant(cell: Value | None, meanings: Mapping[str, str]) -> Value | None:
    """What a code stands for; anything else as it is, and a word that is a meaning already."""
    if cell is None or not meanings:
        return cell
    return meanings.get(written(cell).strip(), cell)


def _unknown_codes(
    sheet: Sheet, headings: Headings, number: int, rows: list[int], meanings: Mapping[str, str]
) -> Iterator[Problem]:
    words = {key(meaning) for meaning in meanings.values()}
    rows = [row for row in rows if key(written(sheet.rows[row][number])) not in words]
    if rows:
        yield _note(
            "export.unknown_code",
            [sheet.place(row, number, headings.title(number)) for row in rows],
            f"codes that are not on the list we know, left as they stand: {listed(a1(r, number) for r in rows)}",
            "a code of the list, which is read as its words",
            "nothing, or put the words in the place of the code",
        )


def _stands_in(
    sheet: Sheet, headings: Headings, name: str, number: int, blank: int, rows: list[int]
) -> Iterator[Problem]:
    if rows:
        title, other = headings.title(number), headings.title(blank)
        yield _note(
            "export.stands_in",
            [sheet.place(row, number, title) for row in rows],
            f'"{other}" left blank, so "{title}" stands in: {listed(a1(row, number) for row in rows)}',
            "one name for one thing in every register",
            f'nothing; to take "{title}" throughout, say so in evidence.yaml: `columns: {{{name}: ["{title}"]}}`',
        )


def _note(problem_key: str, places: list[Place], found: str, wanted: str, mend: str) -> Problem:
    why = "what stands there is used to join one register to another"
    return Problem(problem_key, places[0], found, wanted, why, mend, Severity.NOTE, tuple(places[1:]))
