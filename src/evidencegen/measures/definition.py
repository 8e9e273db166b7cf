"""A measure in words a commissioner understands, made from its definition."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers as shelf
from evidencegen.intake.register import Register
from evidencegen.measures.condition import EVERY_ROW, Condition, Operator, Setting
from evidencegen.measures.framework import cited
from evidencegen.measures.measure import About, Direction, Exclusion, Measure
from evidencegen.period import day_words

OWN = "own."
WAITING = "is in the base as still waiting, for the time it has waited so far"


@dataclass(frozen=True)
class Definition:
    """One measure told part by part: each part has a label and its lines; parts with nothing to say are left out."""

    key: str
    title: str
    own: bool
    parts: tuple[tuple[str, tuple[str, ...]], ...] = field(repr=False)

    def as_dict(self) -> dict[str, Any]:
        """The same for a program: each part under its label in small letters."""
        named = {label.lower().replace(" ", "_"): list(lines) for label, lines in self.parts}
        return {"key": self.key, "title": self.title, "own": self.own, **named}


def define(measure: Measure, setting: Setting) -> Definition:
    """The whole definition, with the limits in force: what is counted, out of what, blanks, and what it needs."""
    parts = {
        "What is counted": [_counted(measure, setting)],
        "Out of": [] if measure.count_only or measure.wait else [_out_of(measure, setting)],
        "When": [_when(measure, setting)],
        "Left out": [_left_out(e, measure, setting) for e in measure.excluded],
        "A blank cell": [f"{_upper(name)}: {told}" for name, told in blanks(measure)],
        "Counted in": [_unit(measure)],
        "Could point at": [_upper(measure.about.value)],
        "Which way is better": [_better(measure)],
        "Broken down by": list(_parts(measure)),
        "Second figure": _second(measure, setting),
        "Answers": [cited(key) for key in measure.answers],
        "Needs": list(_needs(measure)),
        "Worked out": list(_worked_out(measure)),
        "Why": [measure.why],
        "Note": [measure.caution],
    }
    told = tuple((label, tuple(_sentence(line) for line in lines if line)) for label, lines in parts.items())
    return Definition(measure.key, measure.title, measure.key.startswith(OWN), tuple(p for p in told if p[1]))


def blanks(measure: Measure) -> Iterator[tuple[str, str]]:
    """How a blank cell is treated, column by column: the name of the column, and what becomes of the row."""
    view = measure.view
    required = {c.name for c in view.register.columns if c.required} - set(view.derived)
    for column in _in_order(measure):
        name = view.heading(column)
        if column in required:
            yield name, "never blank; a row without it has to be mended first"
        elif column in view.words and view.words[column].blank:
            yield name, view.words[column].blank
        elif column in view.derived:
            yield name, f"where it cannot be worked out, the {view.unit.one} {_blank(measure, column)}"
        else:
            yield name, f"left blank, the {view.unit.one} {_blank(measure, column)}"


def _blank(measure: Measure, column: str) -> str:
    """What becomes of a row whose cell is blank: a blank passes no test but the one for blanks."""
    of_second = ""
    if measure.sensitivity and _passes_blank(measure.sensitivity.rows, column)[0]:
        of_second = "; it is left out of the second figure"
    if column == measure.dated_by:
        return "is in no period, so not in the figure"
    if not _passes_blank(measure.out_of, column)[1]:
        return "is not counted" if measure.count_only else "is not in the base"
    for exclusion in measure.excluded:
        if _passes_blank(exclusion.rows, column)[0]:
            return f"is left out: {exclusion.reason}"
    if measure.wait and column == measure.wait.days:
        return WAITING
    if of_second and column not in measure.counted.columns:
        return "is left out of the second figure"
    if column in measure.by and column not in measure.columns:
        return "counts in the whole and in none of the parts"
    sure, possible = _passes_blank(measure.counted, column)
    if not possible:
        return ("is not counted" if measure.count_only else "stays in the base and is not counted") + of_second
    if column in measure.counted.columns and not sure:
        return "stays in the base, and is counted where the other test is met" + of_second
    if column == measure.among and column not in measure.counted.columns:
        return "is in no part of the breakdown"
    return ("is counted" if sure and column in measure.counted.columns else "is not left out for that") + of_second


def _passes_blank(condition: Condition, column: str) -> tuple[bool, bool]:
    """Whether a row with a blank in the column passes for sure, and whether it can, whatever its other cells hold."""
    sure = possible = True
    for name, test in condition.tests:
        passes = test.operator is Operator.BLANK
        sure, possible = sure and name == column and passes, possible and (name != column or passes)
    if condition.either:
        each = [_passes_blank(one, column) for one in condition.either]
        sure, possible = sure and any(s for s, _ in each), possible and any(p for _, p in each)
    return sure, possible


def _in_order(measure: Measure) -> tuple[str, ...]:
    """Every column the definition looks at, as a reader meets them: the date, the base, the test, the rest."""
    conditions = [measure.out_of, measure.counted, *(e.rows for e in measure.excluded)]
    if measure.sensitivity:
        conditions.append(measure.sensitivity.rows)
    tested = [column for condition in conditions for column in sorted(condition.columns)]
    singles = (measure.per, measure.wait.days if measure.wait else "", measure.among)
    return tuple(dict.fromkeys(c for c in (measure.dated_by, *tested, *singles, *measure.by) if c))


def _counted(measure: Measure, setting: Setting) -> str:
    view = measure.view
    if measure.wait:
        told = (
            "told as the median and the 90th percentile: half took no longer than the one, nine in ten than the other"
        )
        return f"{view.heading(measure.wait.days)}, of {_base(measure, setting)}, {told}"
    if measure.count_only:
        base = _base(measure, setting, measure.out_of & measure.counted)
        each = f"each {measure.of.one} once, of {base}" if measure.per else base
        hundred = f"; shown for each hundred {measure.per_hundred.words}" if measure.per_hundred else ""
        return each + hundred
    if measure.counted == EVERY_ROW:
        return "all of them; each part of the breakdown is counted by itself" if measure.among else "all of them"
    return f"{view.unit.many} where {measure.counted.words(setting, view)}"


def _left_out(exclusion: Exclusion, measure: Measure, setting: Setting) -> str:
    poor = ", because the record is poor" if exclusion.quality else ""
    return f"{exclusion.reason}{poor}: where {exclusion.rows.words(setting, measure.view)}"


def _base(measure: Measure, setting: Setting, rows: Condition | None = None) -> str:
    unit, condition = measure.view.unit, measure.out_of if rows is None else rows
    if condition == EVERY_ROW:
        return f"every {unit.one}" if not measure.per else f"all {unit.many}"
    return f"{unit.many} where {condition.words(setting, measure.view)}"


def _out_of(measure: Measure, setting: Setting) -> str:
    """The base, and the words that figures have for it where these are not the unit itself."""
    dated = f"with {measure.view.heading(measure.dated_by)} in the period" if measure.dated_by else "on the day"
    base = (
        f"{_base(measure, setting)}, {dated}" if measure.out_of != EVERY_ROW else f"{_base(measure, setting)} {dated}"
    )
    base += ", less those left out" if measure.excluded else ""
    return base if measure.of == measure.view.unit else f"{measure.of.many}: {base}"


def _when(measure: Measure, setting: Setting) -> str:
    day = setting.day or day_words(setting.as_at)
    if not measure.dated_by:
        return f"as things stand on {day}"
    period = f"the period {setting.period}"
    if setting.day:
        period = f"the months up to {setting.day}, 12 unless the brief says otherwise"
    return f"by {measure.view.heading(measure.dated_by)}, in {period}"


def _unit(measure: Measure) -> str:
    unit = measure.view.unit
    if measure.per:
        return f"{measure.of.many}, each once, however many {unit.many} there are"
    if measure.view.persons:
        return f"{unit.many}, each once"
    if measure.about is About.RECORDS:
        return unit.many
    somebody = "somebody" if measure.about is About.PEOPLE else "a member of staff"
    return f"{unit.many}, not people: {somebody} with several is counted each time"


def _better(measure: Measure) -> str:
    if measure.target is None:
        return measure.direction.value
    target = f"{100 * measure.target:g}%"
    bound = {Direction.HIGHER: f"at least {target}", Direction.LOWER: f"at most {target}"}.get(
        measure.direction, target
    )
    return f"{measure.direction.value}; the target is {bound}"


def _parts(measure: Measure) -> Iterator[str]:
    view = measure.view
    for column in measure.by:
        yield f"{view.heading(column)}, each part with a base of its own"
    if measure.among:
        several = f"; one {view.unit.one} may have several" if measure.view.holds_many(measure.among) else ""
        yield f"{view.heading(measure.among)}, each out of all that are counted{several}"


def _second(measure: Measure, setting: Setting) -> list[str]:
    if not (also := measure.sensitivity):
        return []
    rows = also.rows.words(setting, measure.view)
    return [f"the same with these left out too: {also.reason} ({measure.view.unit.many} where {rows})"]


def _addresses(measure: Measure, column: str) -> tuple[str, ...]:
    return measure.view.derived.get(column, (f"{measure.view.register.key}.{column}",))


def _needs(measure: Measure) -> Iterator[str]:
    """Each register with the headings of the columns that the definition and its breakdowns look at."""
    known = everything_in(shelf, Register)
    needed: dict[str, dict[str, None]] = {r.key: {} for r in (measure.view.register, *measure.view.needs)}
    for column in _in_order(measure):
        for address in _addresses(measure, column):
            key, _, name = address.partition(".")
            headings = needed.setdefault(key, {})
            if name:
                headings[f'"{known[key].column(name).title}"'] = None
    for key, named in needed.items():
        yield f"{known[key].title}: {', '.join(named)}" if named else known[key].title


def _worked_out(measure: Measure) -> Iterator[str]:
    """Each derived column with what it is worked out from."""
    known = everything_in(shelf, Register)
    for column in _in_order(measure):
        sources: dict[str, list[str]] = {}
        if column not in measure.view.words:
            continue
        for address in (*measure.view.derived[column], *measure.view.words[column].also):
            key, _, name = address.partition(".")
            sources.setdefault(key, []).extend([f'"{known[key].column(name).title}"'] if name else [])
        told = [f"{', '.join(names) or 'every column'} ({known[key].title})" for key, names in sources.items()]
        yield f"{measure.view.heading(column)}: from {' and '.join(told)}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return _upper(text) if text.endswith((".", "?", "!")) else f"{_upper(text)}."
