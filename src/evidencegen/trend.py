"""Whether a figure has changed, month by month, for people inside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from math import inf
from pathlib import Path
from textwrap import wrap
from typing import Any

from evidencegen.measures.change import Change, ChartKind, change, chart_for
from evidencegen.measures.history import FULL_LIMITS, Strength
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import take
from evidencegen.measures.series import ViewsAt, rolling, series
from evidencegen.measures.view import NotCollected, Views
from evidencegen.packs.caveat import NOT_FOR_RELEASE, method, notes
from evidencegen.packs.finding import IN_SHORT, amount, counts, mark, meaning, title
from evidencegen.packs.plain_chart import plain_chart
from evidencegen.period import add_months
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project, measures_of

WIDE = 80
FEWEST_MONTHS, MOST_MONTHS = 6, 60
KINDS_OF_FILE = (".svg", ".png")
PART = re.compile(r"(?P<measure>[^\[\]]+)(?:\[(?P<column>[^=\]]+)=(?P<value>.*)\])?")


@dataclass(frozen=True)
class Asked:
    """What is asked of a trend: its key and what the command line may add. `target` is in per cent for a share."""

    key: str
    months: int = 24
    target: float | None = None
    rebase: tuple[date, ...] = ()
    fix: int | None = None
    screened: bool = True
    as_at: date | None = None


def trend(project: Project, asked: Asked, seen: ViewsAt | None = None) -> Change:
    """The change of one figure, or of one part of it; `seen` are views that several trends of a project share.

    Raises:
        EvidenceError: there is no such figure, it is not collected, or what is asked cannot be.
    """
    _refuse(asked)
    known = measures_of(project)
    found = PART.fullmatch(asked.key)
    if found is None or found["measure"] not in known:
        raise _unknown(asked.key, known)
    measure = known[found["measure"]]
    if measure.wait or measure.per_hundred:
        wanted = "a figure that is a share or a count"
        mend = "ask for the share that was in time, such as advocacy.allocated"
        why = "half of a few waits a month says little"
        raise _problem(
            "trend.form", asked.key, "a figure of how long things took, or for each hundred", wanted, why, mend
        )
    group = (found["column"], found["value"]) if found["column"] else None
    setting = project.brief.setting(asked.as_at)
    words = _part(project, measure, group, asked) if group else ""
    try:
        points = series(measure, project.tables, setting, months=asked.months, group=group, seen=seen)
        kind = chart_for(measure, points)
        if kind is ChartKind.ROLLING:
            rolled = rolling(measure, project.tables, setting, months=asked.months, group=group, seen=seen)
            enough = any(point.value is not None for point in rolled)
            kind, points = (kind, rolled) if enough else (ChartKind.RUN, points)
    except NotCollected as reason:
        wanted = "a figure that the registers hold"
        raise _problem("figure.not_collected", asked.key, str(reason), wanted, *NO_DATA) from None
    drawn = change(
        measure,
        points,
        kind,
        group=words,
        is_code=group is not None and group[0] == measure.among,
        target=_target(measure, asked),
        screen_outliers=asked.screened,
    )
    return _anew(drawn, asked) if asked.rebase or asked.fix else drawn


NO_DATA = ("a trend is drawn from rows on record", "name the register in evidence.yaml, or add the column")


def _target(measure: Measure, asked: Asked) -> float | None:
    """The target asked for, or the measure's own: a share, or a number of a count."""
    if asked.target is None:
        return measure.target
    most = inf if measure.count_only else 100.0
    if not 0 <= asked.target <= most:
        wanted = "a number of 0 or more" if measure.count_only else "a percentage from 0 to 100"
        why = "nothing else can be reached"
        raise _problem("trend.target", asked.key, f"--target {asked.target:g}", wanted, why, "choose another target")
    return asked.target if measure.count_only else asked.target / 100


def _anew(drawn: Change, asked: Asked) -> Change:
    """The same with limits started anew, or fixed."""
    if drawn.xmr is None:
        found = f"a chart without limits: {drawn.kind.value}"
        wanted, why = "a series that limits can be taken from", "--rebase and --fix are about limits"
        raise _problem("trend.no_limits", asked.key, found, wanted, why, "leave --rebase and --fix out")
    months = [point.month for point in drawn.points]
    for at in asked.rebase:
        if at not in months[1:]:
            span = f"a month from {months[1]:%Y-%m} to {months[-1]:%Y-%m}"
            why = "mean and limits can only start anew within the months drawn"
            raise _problem("trend.rebase", asked.key, f"--rebase {at:%Y-%m}", span, why, "choose a month in between")
    try:
        return replace(
            change(
                drawn.measure,
                drawn.points,
                drawn.kind,
                group=drawn.group,
                is_code=drawn.is_code,
                target=drawn.target,
                rebase=asked.rebase,
                fix_after_n_points=asked.fix,
                screen_outliers=asked.screened,
            ),
            asked=drawn.asked,
        )
    except ValueError:
        found = "months without a value where mean and limits should start"
        wanted = "at least one month with a value after each new start"
        why = "a mean needs values to be taken from"
        raise _problem("trend.empty", asked.key, found, wanted, why, "choose another month for --rebase") from None


def lines(drawn: Change) -> Iterator[str]:
    """What a terminal shows: the title, the drawing, the table, the notes."""
    yield from wrap(title(drawn), WIDE)
    if drawn.points:
        yield from ("", *plain_chart(drawn), "", *table(drawn), "")
    for note in (*notes(drawn), f"{method(drawn)} {NOT_FOR_RELEASE}"):
        yield from wrap(note, WIDE)


def table(drawn: Change) -> Iterator[str]:
    """Month, counts, value, mean, limits and mark, a line a month, each column as wide as it has to be."""
    heading = "Year to" if drawn.kind is ChartKind.ROLLING else "Month"
    rows: list[tuple[str, ...]] = [(heading, "n of N", "Value", "Mean", "Limits", "Mark")]
    rows += [_cells(drawn, at) for at in range(len(drawn.points))]
    wide = [max(len(row[column]) if any(r[column] for r in rows[1:]) else 0 for row in rows) for column in range(6)]
    for row in rows:
        cells = [
            f"{c:<{w}}" if n in (0, 5) else f"{c:>{w}}" for n, (c, w) in enumerate(zip(row, wide, strict=True)) if w
        ]
        yield "  ".join(cells).rstrip()


def _cells(drawn: Change, at: int) -> tuple[str, ...]:
    point, xmr = drawn.points[at], drawn.xmr
    value = "no value" if point.value is None else amount(drawn, point.value)
    mean = amount(drawn, xmr.mean[at]) if xmr and xmr.strengths[at] is not Strength.RUN_CHART else ""
    limits = ""
    if xmr and xmr.shows_limits(at) and point.value is not None:
        limits = f"{amount(drawn, xmr.lower[at])} to {amount(drawn, xmr.upper[at])}"
    numbers = "" if drawn.measure.count_only else counts(drawn, at)
    return f"{point.month:%Y-%m}{'*' if point.is_part else ''}", numbers, value, mean, limits, mark(drawn, at, IN_SHORT)


def as_dict(drawn: Change, key: str) -> dict[str, Any]:
    """The same for a program: shares run from 0 to 1, absent values are null."""
    xmr = drawn.xmr

    def limit(at: int, numbers: Sequence[float]) -> float | None:
        return numbers[at] if xmr and xmr.shows_limits(at) else None

    return {
        "key": key,
        "title": title(drawn),
        "notes": list(notes(drawn)),
        "chart": drawn.kind.value,
        "method": method(drawn),
        "variation": meaning(drawn, drawn.last).value if drawn.has_limits else None,
        "assurance": xmr.assurance.value if xmr and xmr.assurance and drawn.has_limits else None,
        "target": drawn.target,
        "release": NOT_FOR_RELEASE,
        "points": [
            {
                "first": point.period.first.isoformat(),
                "last": point.period.last.isoformat(),
                "counted": point.counted,
                "out_of": None if drawn.measure.count_only else point.out_of,
                "value": point.value,
                "mean": limit(at, xmr.mean) if xmr else None,
                "lower": limit(at, xmr.lower) if xmr else None,
                "upper": limit(at, xmr.upper) if xmr else None,
                "cause": drawn.cause(at).value if drawn.cause(at).side else None,
                "mark": mark(drawn, at) or None,
            }
            for at, point in enumerate(drawn.points)
        ],
    }


def write(drawn: Change, path: Path) -> None:
    """The chart as a file, put in place whole.

    Raises:
        EvidenceError: the name ends with neither .svg nor .png, or its folder is not there.
    """
    refuse_name(path)
    from evidencegen.packs.trend_chart import as_picture, as_pixels

    content = as_pixels(drawn) if path.suffix.lower() == ".png" else as_picture(drawn).encode()
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise _problem(
            "trend.not_written",
            path.name,
            "a file that could not be written",
            "a folder that exists and may be written to",
            "the chart is written beside and then put in place",
            "choose another folder for --out",
        ) from None


def refuse_name(path: Path) -> None:
    """Nothing, where a chart can have this name.

    Raises:
        EvidenceError: it ends with neither .svg nor .png.
    """
    if path.suffix.lower() not in KINDS_OF_FILE:
        found = f'a name that ends with "{path.suffix}"' if path.suffix else "a name without an ending"
        why = "the ending says what kind of picture is written"
        mend = "end the name with .svg to print it sharp at any size, or .png for a message"
        raise _problem("trend.extension", path.name, found, "a name that ends with .svg or .png", why, mend)


def _refuse(asked: Asked) -> None:
    if not FEWEST_MONTHS <= asked.months <= MOST_MONTHS:
        wanted = f"from {FEWEST_MONTHS} to {MOST_MONTHS} months"
        why = "fewer say nothing, and more cannot be read on one chart"
        raise _problem("trend.months", asked.key, f"--months {asked.months}", wanted, why, "choose another number")
    if asked.fix is not None and asked.fix < FULL_LIMITS:
        why = "limits fixed on fewer months would call chance a change"
        wanted = f"at least {FULL_LIMITS} months"
        raise _problem("trend.fix", asked.key, f"--fix {asked.fix}", wanted, why, f"choose {FULL_LIMITS} or more")


def _part(project: Project, measure: Measure, group: tuple[str, str], asked: Asked) -> str:
    """The words for one part of a breakdown, looked for in all the months drawn and in the brief's period."""
    setting = project.brief.setting(asked.as_at)
    period = replace(setting.period, first=add_months(setting.as_at.replace(day=1), 1 - asked.months))
    readings = take(measure, Views(project.tables, replace(setting, period=period)), (group[0],))
    parts = {(r.group.column, r.group.value): r.group.words for r in readings if r.group}
    if group in parts:
        return parts[group]
    raise _unknown(asked.key, [r.key for r in readings])


def _unknown(key: str, known: Iterable[str]) -> EvidenceError:
    near = get_close_matches(key, list(known), n=3)
    wanted = f"a key that `evidencegen figures` prints{f', such as {near[0]}' if near else ''}"
    mend = f"did you mean {' or '.join(near)}?" if near else "list the keys with `evidencegen figures`"
    return _problem("figure.unknown", key, "no figure has this key", wanted, "a trend is asked for by its key", mend)


def _problem(key: str, about: str, found: str, wanted: str, why: str, mend: str) -> EvidenceError:
    return EvidenceError((Problem(key, Place(about), found, wanted, why, mend),))
