"""Measures by their parts, laid out as rows and columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from evidencegen.packs.charts import parts
from evidencegen.packs.pack import TablePlan
from evidencegen.packs.rest import Rest, needs_naming, rest_of
from evidencegen.packs.spread import Spread, spread
from evidencegen.release.figure import Figure, Mark

COLUMNS_ACROSS = 5
MOST_NAMED = 8
NONE = "none"
"""The code of what is on record as absent: it stands last, whatever its size."""
MOST_ACROSS = 8
TOGETHER = "Together"
SPREAD_HEADINGS = ("Lowest", "In the middle", "Highest", TOGETHER)


@dataclass(frozen=True)
class Row:
    """One row of a breakdown; `measure` where the row is a measure and has a note of its own."""

    heading: str
    cells: tuple[Figure, ...]
    measure: Figure | None = None


@dataclass(frozen=True)
class Table:
    """A breakdown ready to print. `wholes` are the measures whole, `base` what the parts of one measure share.

    `hidden` holds each mark that rows carry throughout, with the headings of those rows, and `bare` each column that
    carries one mark in every row that is left, with its measure; `left_out` are parts with nothing in them, which are
    not shown, and `rest` what those hold that are too many to be named. `parts` is how many parts there are.
    `spreads` are those of its measures, by key; where it is `of_spreads` the cells hold nothing else, each of them with
    its part to be named, and `without` are the measures that have none.
    """

    key: str
    title: str
    row_heading: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    wholes: tuple[Figure, ...]
    base: str = ""
    hidden: tuple[tuple[Mark, str], ...] = ()
    bare: tuple[tuple[Mark, str, Figure], ...] = ()
    left_out: tuple[str, ...] = ()
    rest: Rest | None = None
    parts: int = 0
    continued: bool = False
    spreads: Mapping[str, Spread] = field(default_factory=dict)
    of_spreads: bool = False
    without: tuple[str, ...] = ()

    @property
    def hidden_words(self) -> str:
        """How many figures of the rows printed are hidden; empty where none is."""
        number = sum(cell.mark is Mark.SUPPRESSED for row in self.rows for cell in row.cells)
        return f"{number} {'figure' if number == 1 else 'figures'} not shown" if number else ""

    @property
    def of_one(self) -> bool:
        """Whether it has a single part, which then says the same as the whole."""
        return self.parts == 1

    @property
    def apart(self) -> tuple[str, ...]:
        """The measures of its rows of which the 95% ranges of the lowest and the highest part do not overlap."""
        every = ((row.heading, self.spreads.get(row.measure.key)) for row in self.rows if row.measure)
        return tuple(heading for heading, found in every if found and found.apart)

    @property
    def all_apart(self) -> bool:
        """Whether that holds for each of its rows."""
        return len(self.apart) == len(self.rows)

    @property
    def widest(self) -> Figure | None:
        """The measure of its rows whose parts lie furthest apart; None where none has a spread."""
        found = [f for f in self.wholes if f.key in self.spreads]
        return max(found, key=lambda f: self.spreads[f.key].reach, default=None)


def tables(plan: TablePlan, figures: Mapping[str, Figure]) -> Iterator[Table]:
    """The breakdown, in several tables where it would be too wide for one."""
    wholes = tuple(figures[key] for key in plan.measures)
    words = {f.code: f.group for key in plan.measures for f in parts(figures, key, plan.column)}
    grid = {code: tuple(_cell(figures, whole, plan.column, code, words[code]) for whole in wholes) for code in words}
    kept = {code: cells for code, cells in grid.items() if not plan.without_empty or not all(map(_is_nothing, cells))}
    if not plan.transposed:
        headings = plan.headings or tuple(w.title for w in wholes)
        every_row = [Row(words[code][:1].upper() + words[code][1:], cells) for code, cells in kept.items()]
        told = [row for row in every_row if not _marked_throughout(row)]
        bare = len(told) < len(every_row) and not any(cell.mark or cell.counted for row in told for cell in row.cells)
        rows = _ordered([] if bare else told, plan)
        shares_base = plan.one_base and len(wholes) == 1
        base = _shared_base(cells[0] for cells in grid.values()) if shares_base else ""
        named = _named(rows, plan, headings)
        seen, without = _columns(named, headings, wholes)
        yield Table(
            plan.key,
            plan.title,
            plan.row_heading,
            tuple(headings[at] for at in seen),
            tuple(Row(row.heading, tuple(row.cells[at] for at in seen)) for row in named),
            tuple(wholes[at] for at in seen),
            base,
            _hidden(every_row, beside=bool(rows)),
            bare=without,
            left_out=tuple(words[code] for code in grid if code not in kept),
            rest=rest_of([row.cells for row in rows if row not in named], headings),
            parts=len(grid),
        )
        return
    yield from _across(plan, wholes, words, kept)


def _across(
    plan: TablePlan, wholes: tuple[Figure, ...], words: Mapping[str, str], grid: Mapping[str, tuple[Figure, ...]]
) -> Iterator[Table]:
    """A row for each measure: so many parts beside each other, or their spread where that is wanted of many."""
    codes = sorted(grid, key=lambda code: words[code])
    spreads = {w.key: s for i, w in enumerate(wholes) if (s := spread(grid[code][i] for code in codes))}
    if plan.spread and len(codes) > MOST_ACROSS:
        bare = [
            Row(w.title, tuple(grid[code][i] for code in codes)) for i, w in enumerate(wholes) if w.key not in spreads
        ]
        yield replace(_of_spreads(plan, wholes, spreads, bare), parts=len(codes))
        return
    for start in range(0, max(len(codes), 1), COLUMNS_ACROSS):
        across = codes[start : start + COLUMNS_ACROSS]
        every_row = [Row(w.title, (*(grid[code][i] for code in across), w), w) for i, w in enumerate(wholes)]
        rows = tuple(row for row in every_row if any(cell.mark is None for cell in row.cells[:-1]))
        gone = tuple(row for row in every_row if row not in rows)
        headings = (*(words[code] for code in across), TOGETHER)
        yield Table(
            plan.key,
            plan.title,
            plan.row_heading,
            headings,
            rows if codes else (),
            wholes,
            hidden=_hidden((Row(row.heading, row.cells[:-1]) for row in gone), beside=bool(rows)),
            parts=len(codes),
            continued=start > 0,
            spreads=spreads,
        )


def _of_spreads(
    plan: TablePlan, wholes: tuple[Figure, ...], spreads: Mapping[str, Spread], gone: Sequence[Row]
) -> Table:
    """The spread of each measure that has one; the others, `gone`, are told in a line."""
    found = [(w, spreads[w.key]) for w in wholes if w.key in spreads]
    return Table(
        plan.key,
        plan.title,
        plan.row_heading,
        SPREAD_HEADINGS,
        tuple(Row(w.title, (s.lowest, s.middle, s.highest, w), w) for w, s in found),
        wholes,
        hidden=_hidden(gone, beside=bool(found)),
        spreads=spreads,
        of_spreads=True,
        without=tuple(row.heading for row in gone if not _marked_throughout(row)),
    )


def _ordered(rows: list[Row], plan: TablePlan) -> tuple[Row, ...]:
    """Rows in the order that the plan wants, as many as it wants."""
    if plan.largest_first:
        rows = sorted(rows, key=lambda row: (row.cells[0].code == NONE, -_share(row), row.heading))
    if plan.lowest:
        rows = sorted([row for row in rows if _share(row) < 1] or rows, key=_share)[: plan.lowest]
    if plan.worst_first:
        rows = sorted(rows, key=_worst)
    return tuple(reversed(rows) if plan.last_first else rows)


def _named(rows: tuple[Row, ...], plan: TablePlan, headings: Sequence[str]) -> tuple[Row, ...]:
    """The rows that are named one by one: all, or of too many those that fall short, the first of them."""
    if not plan.most or len(rows) <= plan.most:
        return rows
    named = tuple(row for row in rows if needs_naming(row.cells[0]))
    every = rest_of([row.cells for row in rows], headings)
    return (named if named or (every and every.clear) else rows)[: plan.most]


def _columns(
    rows: Sequence[Row], headings: Sequence[str], wholes: Sequence[Figure]
) -> tuple[list[int], tuple[tuple[Mark, str, Figure], ...]]:
    """Which columns are shown, and those that bear one mark in every row."""
    bare = []
    for at, (heading, whole) in enumerate(zip(headings, wholes, strict=True)):
        marks = {row.cells[at].mark for row in rows}
        if len(rows) > 1 and len(marks) == 1 and (mark := marks.pop()):
            bare.append((at, (mark, heading, whole)))
    gone = {at for at, _ in bare}
    return [at for at in range(len(wholes)) if at not in gone], tuple(told for _, told in bare)


def _share(row: Row) -> float:
    """How large a part the first figure of a row is of its base."""
    first = row.cells[0]
    return (first.counted or 0) / (first.out_of or 1)


def _worst(row: Row) -> tuple[bool, float]:
    """How bad the first figure of a row is, worst first; what is hidden or has nothing to count comes last."""
    first = row.cells[0]
    return first.mark is not None, -_share(row) if first.lower_is_better else _share(row)


def _cell(figures: Mapping[str, Figure], whole: Figure, column: str, code: str, words: str) -> Figure:
    """The part's figure; where a measure has no such part, its absence."""
    key = f"{whole.key}[{column}={code}]"
    if key in figures:
        return figures[key]
    nothing = replace(whole, key=key, counted=None, out_of=None, share=None, interval=None, excluded=(), rounded=False)
    mark = whole.mark if whole.mark is Mark.NOT_COLLECTED else Mark.NOT_APPLICABLE
    return replace(nothing, mark=mark, column=column, code=code, group=words)


def _marked_throughout(row: Row) -> Mark | None:
    """The one mark that a row has to show; nought beside what is hidden says nothing that earns a row."""
    marks = {cell.mark for cell in row.cells if cell.mark or cell.counted}
    return marks.pop() if len(marks) == 1 else None


def _hidden(rows: Iterable[Row], *, beside: bool) -> tuple[tuple[Mark, str], ...]:
    """Rows with nothing but one mark, told in a line instead of each in its own; `beside` others that are shown."""
    found: dict[Mark, list[str]] = {}
    for row in rows:
        if mark := _marked_throughout(row):
            found.setdefault(mark, []).append(row.heading)
    further = "further rows" if beside else "rows"
    return tuple((mark, ", ".join(h) if len(h) <= MOST_NAMED else f"{len(h)} {further}") for mark, h in found.items())


def _shared_base(column: Iterable[Figure]) -> str:
    """What the parts of one measure are out of, in words; empty where that may not be said."""
    return next((base for base in map(base_words, column) if base), "")


def _is_nothing(figure: Figure) -> bool:
    return figure.mark is Mark.NOT_APPLICABLE or (figure.mark is None and not figure.counted)


def base_words(figure: Figure) -> str:
    """What the figure is out of, in words; empty where that may not be said."""
    if figure.count_only or not figure.out_of:
        return ""
    return f"{'about ' if figure.rounded else ''}{figure.out_of:,} {figure.noun}"
