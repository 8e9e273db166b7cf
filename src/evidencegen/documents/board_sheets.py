"""What a board pack tells besides figures, as sheets: months of charts, targets, decisions, themes."""

from collections.abc import Iterator, Sequence

from evidencegen.documents.figure_cells import in_words
from evidencegen.documents.sheet import NONE, Cell, Head, Holds, Sheet, Tenths, share, told, upper
from evidencegen.measures.change import Change, ChartKind
from evidencegen.measures.history import Strength
from evidencegen.packs.board import Board, Crossing, Months, Short
from evidencegen.packs.draft import Draft, Section
from evidencegen.packs.finding import mark, month
from evidencegen.release.figure import Figure

WITHIN = "exact counts, which stay inside the organisation"
"""Why a copy that leaves the house has no sheet of months, themes or notes."""
MONTHS = "charts"


def board_sheets(board: Board, draft: Draft, section: Section) -> Iterator[Sheet]:
    """The sheets of one section; nothing that its page does not tell."""
    match section.key:
        case "summary":
            yield from _aims(board)
            yield from _found(board, in_full=any(one.key == MONTHS for one in draft.sections))
            yield from _decided(board, draft)
        case "charts":
            yield from map(_months, board.charts_in_order)
        case "themes":
            yield from _themes(board, section)
        case "quality":
            yield from _seen(board)
        case "restated":
            yield from _restated(board)


def undrawn(board: Board, section: Section) -> Iterator[str]:
    """What has no sheet in a section, each with the reason in a line."""
    if section.key == MONTHS and board.leaves:
        yield f"{section.title}: {WITHIN}."
    elif section.key == MONTHS:
        yield from (f"{upper(words)}, month by month: {reason}." for words, reason in board.undrawn)


def _aims(board: Board) -> Iterator[Sheet]:
    """Figures that passed their target since a month ago, either way, and those that still miss it."""
    heads = (
        Head("Measure", widest=42),
        Head("Against its target"),
        Head("Target"),
        Head("Counted now (number)", Holds.NUMBER),
        Head("Out of now (number)", Holds.NUMBER),
        Head("Share now (%)", Holds.SHARE),
        Head("Now, in words"),
        Head("Counted a month ago (number)", Holds.NUMBER),
        Head("Out of a month ago (number)", Holds.NUMBER),
        Head("Share a month ago (%)", Holds.SHARE),
        Head("A month ago, in words"),
    )
    rows = [_aim(one, words) for words, several in _stand(board) for one in several]
    days = dict.fromkeys(f"A month ago means as at {one.day_before}." for one in board.crossings)
    if rows:
        yield told("targets", "Targets crossed, and still missed", heads, rows, besides=tuple(days))


def _stand(board: Board) -> Iterator[tuple[str, Sequence[Crossing | Short]]]:
    yield "No longer met", board.now_missed
    yield "Now met", board.now_met
    yield "Still short of it", board.short


def _aim(one: Crossing | Short, words: str) -> tuple[Cell, ...]:
    before = _numbers(one.before) if isinstance(one, Crossing) else (NONE,) * 4
    return (one.now.title, words, one.target, *_numbers(one.now), *before)


def _numbers(figure: Figure) -> tuple[Cell, ...]:
    counted, out_of = (NONE if n is None else n for n in (figure.counted, figure.out_of))
    return (counted, out_of, share(figure.share), in_words(figure))


def _found(board: Board, *, in_full: bool) -> Iterator[Sheet]:
    """What each chart found; of one without change its words only where the pack prints them, `in_full`."""
    heads = (
        Head("Measure or register", widest=42),
        Head("Change"),
        Head("What its chart or newest entry shows", widest=70),
    )
    groups = (
        ("Worse", board.worse),
        ("Better", board.better),
        ("Changed, neither way better", board.otherwise),
        ("No change beyond chance", board.steady),
        ("Too little to judge by", board.unjudged),
    )
    untold = () if in_full else (*board.steady, *board.unjudged)
    rows: list[tuple[Cell, ...]] = [
        (register, "Perhaps not filled in", f"Newest entry {day}") for register, day in board.behind
    ]
    rows += [
        (upper(one.subject), words, NONE if one in untold else _finding(one))
        for words, several in groups
        for one in several
    ]
    if rows:
        yield told("changed", "What changed from month to month", heads, rows)


def _finding(one: Months) -> str:
    return upper(one.title.removeprefix(f"{one.subject}: "))


def _decided(board: Board, draft: Draft) -> Iterator[Sheet]:
    heads = (Head("Decision", widest=70), Head(f"Where its action stands, as at {draft.as_at}", widest=42))
    rows = [
        (str(one.said), words)
        for one in board.decided
        for words in [action.words for action in one.actions] or ["No action of the plan is named for it"]
    ]
    if rows:
        each = "A decision has a row for each action of the plan that is named for it."
        yield told("decided", "What was decided last time", heads, rows, besides=(each,))


def _months(one: Months) -> Sheet:
    """A chart as numbers: a row for each of its months."""
    change = one.change
    counts = change.measure.count_only
    unit, holds = ("number", Holds.NUMBER) if counts else ("%", Holds.SHARE)
    heads = [Head("Twelve months to" if change.kind is ChartKind.ROLLING else "Month", widest=18)]
    heads += [Head("Counted (number)", Holds.NUMBER)]
    heads += [] if counts else [Head("Out of (number)", Holds.NUMBER), Head("Share (%)", Holds.SHARE)]
    heads += [Head(f"{words} ({unit})", holds) for words in ("Mean", "Lower limit", "Upper limit")]
    heads += [Head("Unlikely to be chance", widest=54)]
    rows = [_month(change, at) for at in range(len(change.points))]
    kept = [n for n in range(len(heads)) if any(row[n] != NONE for row in rows)]
    besides = (f"The chart shows: {one.title}.", f"Unit: {change.of}.", f"Chart: {change.kind.value}.", *one.remarks)
    return told(
        f"months_{one.key}",
        f"{upper(one.subject)}: month by month",
        [heads[n] for n in kept],
        [tuple(row[n] for n in kept) for row in rows],
        besides=besides,
    )


def _month(change: Change, at: int) -> tuple[Cell, ...]:
    """A month with its counts, its value, and the mean and limits that are drawn at it."""
    point, xmr = change.points[at], change.xmr
    has_mean = xmr is not None and xmr.strengths[at] is not Strength.RUN_CHART
    has_limits = xmr is not None and xmr.shows_limits(at) and point.value is not None
    line = (
        _amount(change, xmr.mean[at]) if xmr and has_mean else NONE,
        _amount(change, xmr.lower[at]) if xmr and has_limits else NONE,
        _amount(change, xmr.upper[at]) if xmr and has_limits else NONE,
    )
    none = point.value is None
    base = () if change.measure.count_only else (NONE if none else point.out_of, share(point.value))
    return (month(change, at), NONE if none else point.counted, *base, *line, mark(change, at) or NONE)


def _amount(change: Change, value: float) -> Cell:
    """A mean or a limit as it is printed: within what the measure can reach, a count with one decimal."""
    if not change.measure.count_only:
        return share(min(max(value, 0.0), 1.0))
    return int(max(value, 0)) if value == int(value) else Tenths(round(round(max(value, 0), 1) * 10))


def _themes(board: Board, section: Section) -> Iterator[Sheet]:
    heads = [
        Head("Theme", widest=42),
        Head("Notes (number)", Holds.NUMBER),
        Head("Notes before (number)", Holds.NUMBER),
        Head("Change"),
        Head("Concerns (number)", Holds.NUMBER),
    ]
    if board.has_plan:
        of_plan = ("Actions raised", "Actions done", "Effect shown", "Worked", "Still open")
        heads += [Head(f"{words} (number)", Holds.NUMBER) for words in of_plan]
    heads += [Head("What is lacking")]
    concerns, effects, worked = (
        section.figures[key] for key in ("themes.concerns", "actions.effect_evidenced", "actions.worked")
    )
    rows = []
    for one in (*board.themes_told, *board.themes_silent) if board.themes_told else ():
        row: list[Cell] = [one.title, one.notes, one.notes_before, one.change, _unless_absent(concerns, one.concerns)]
        if board.has_plan:
            row += [one.raised, one.completed, _unless_absent(effects, one.effects_shown)]
            row += [_unless_absent(worked, one.worked), one.still_open]
        rows.append((*row, one.gap or NONE))
    if rows:
        before = f"Notes before means {board.before}."
        title = "What mattered to people, what was done about it, and whether it worked"
        yield told("themes_and_actions", title, heads, rows, besides=(before,))


def _unless_absent(whole: Figure, number: int) -> Cell:
    """A number of one theme, or the mark of the figure that would hold it where the registers do not."""
    return whole.mark.value if whole.because and whole.mark else number


def _seen(board: Board) -> Iterator[Sheet]:
    heads = (
        Head("What it means for the figures", widest=80),
        Head("Workbook", widest=42),
        Head("Cells or rows (number)", Holds.NUMBER),
    )
    rows = [(one.means, one.where, one.places) for one in board.seen]
    if rows:
        yield told("check", "What the check of the workbooks noted", heads, rows)


def _restated(board: Board) -> Iterator[Sheet]:
    """Every earlier report: the figures that come out otherwise, or a row that says that none does."""
    heads = (
        Head("Report as at"),
        Head("Figure", widest=42),
        Head("As printed"),
        Head("Taken again"),
        Head("Why", widest=60),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in board.again:
        rows += [(one.of, f.title, f.was, f.now, f.why) for f in one.restated]
        rows += [(one.of, title, NONE, "no longer measured", NONE) for title in one.gone]
        rows += [] if one.restated or one.gone else [(one.of, "every figure", "as printed", "as printed", NONE)]
    again = tuple(f"Figures of the report as at {one.of} taken again: {one.looked_at}." for one in board.again)
    if rows:
        yield told("restated", "Figures restated", heads, rows, besides=again)
