"""A provider's own measures, from measures.yaml."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from evidencegen.catalogue import everything_in
from evidencegen.intake.kind import Form
from evidencegen.measures import families
from evidencegen.measures import views as shelf
from evidencegen.measures.condition import EVERY_ROW
from evidencegen.measures.definition import OWN, blanks
from evidencegen.measures.ever import REFERENCES
from evidencegen.measures.framework import asked_for
from evidencegen.measures.measure import About, Direction, Exclusion, Measure
from evidencegen.measures.own_condition import Page, condition_of
from evidencegen.measures.view import Unit, View
from evidencegen.problem import EvidenceError, Problem
from evidencegen.settings import Part, Settings, SettingsFile, Way, near_word

NAME = "measures.yaml"
FILE = SettingsFile(
    name=NAME,
    kind="measures",
    wanted="a list `measures:`",
    why="a definition that is misread would give a figure that nobody meant",
)
LIST = "measures"
IN_TIME = re.compile(r"days|months")
KEY = re.compile(r"own(\.[a-z0-9_]+)+")


class OwnExclusion(Part):
    """Rows left out, as the provider writes them."""

    reason: str
    rows: dict[str, Any] = Field(min_length=1)
    quality: bool = False


class OwnMeasure(Part):
    """One measure, as the provider writes it."""

    key: str
    title: str
    view: str
    of: list[str] | None = Field(default=None, min_length=2, max_length=2)
    counted: dict[str, Any] = Field(default_factory=dict)
    out_of: dict[str, Any] = Field(default_factory=dict)
    excluded: list[OwnExclusion] = Field(default_factory=list)
    sensitivity: OwnExclusion | None = None
    dated_by: str = ""
    by: list[str] = Field(default_factory=list)
    among: str = ""
    each_of: list[str] | None = Field(default=None, min_length=2, max_length=2)
    per: str = ""
    count_only: bool = False
    about: Literal["people", "staff", "records"] = "people"
    direction: Literal["higher", "lower", "neither"] | None = None
    target: float | None = Field(default=None, ge=0, le=100)
    answers: list[str] = Field(default_factory=list)
    rows: list[int] = Field(default_factory=list)
    why: str = ""
    caution: str = ""


def every_measure(folder: Path, policy: Collection[str]) -> dict[str, Measure]:
    """The shipped measures and the provider's own, by key; `policy` are the names of the limits in the brief.

    Raises:
        EvidenceError: measures.yaml has something to mend; each problem with its line.
    """
    shipped = everything_in(families, Measure)
    return shipped | {one.key: one for one in own_measures(folder, policy, shipped)}


def own_measures(folder: Path, policy: Collection[str], shipped: Mapping[str, Measure]) -> tuple[Measure, ...]:
    """The provider's own measures in the order written; none where there is no measures.yaml.

    Raises:
        EvidenceError: everything that is wrong in the file.
    """
    try:
        settings = FILE.read(folder)
    except FileNotFoundError:
        return ()
    problems = [
        settings.problem((key,), f"key `{key}`", f"`{LIST}:` alone{near_word(str(key), [LIST])}", "unknown_key")
        for key in settings.content
        if key != LIST
    ]
    written = settings.content.get(LIST)
    if not isinstance(written, list) or not written:
        problems.append(settings.problem((LIST,), "no list of measures", f"`{LIST}:` and a list under it", "empty"))
        written = []
    found: dict[str, Measure] = {}
    for number, entry in enumerate(written):
        way = (LIST, number)
        measure, wrong = _measure(entry, settings, way, policy, shipped)
        if measure and measure.key in found:
            wrong.append(
                settings.problem((*way, "key"), f"`{measure.key}` twice", "a key for each measure", "key_taken")
            )
        if measure:
            found.setdefault(measure.key, measure)
        problems += wrong
    if problems:
        raise EvidenceError(tuple(sorted(problems, key=lambda p: p.place.line)))
    return tuple(found.values())


def _measure(
    entry: Any, settings: Settings, way: Way, policy: Collection[str], shipped: Mapping[str, Measure]
) -> tuple[Measure | None, list[Problem]]:
    """One measure, or what is wrong with it."""
    if not isinstance(entry, dict):
        return None, [settings.problem(way, "no measure", "`- key: own.something` and lines under it", "wrong_value")]
    try:
        own = OwnMeasure.model_validate(entry)
    except ValidationError as error:
        return None, list(settings.wrong(error, _keys_beside, way))
    views = everything_in(shelf, View)
    if own.view not in views:
        wanted = f"one of: {', '.join(views)}{near_word(own.view, views)}"
        return None, [settings.problem((*way, "view"), f"view `{own.view}`", wanted, "unknown_view")]
    page = Page(views[own.view], [limit for limit in policy if IN_TIME.search(limit)])
    _check_words(own, page, shipped)
    _check_columns(own, page)
    _check_whole(own, page, shipped)
    measure = _built(own, page)
    if page.wrong:
        return None, [settings.problem((*way, *w.way), w.found, w.wanted, w.key) for w in page.wrong]
    return _with_caution(measure), []


def _keys_beside(path: Way) -> list[str]:
    """The keys allowed where a wrong one stood."""
    return list((OwnExclusion if len(path) > 1 else OwnMeasure).model_fields)


def _check_words(own: OwnMeasure, page: Page, shipped: Mapping[str, Measure]) -> None:
    """The key, what it answers, and words that have to be words."""
    if own.key in shipped:
        page.refuse(
            ("key",), f"`{own.key}`, which a measure of ours has", f"a key of your own: `{OWN}...`", "key_taken"
        )
    elif not KEY.fullmatch(own.key):
        wanted = f"`{OWN}` and small letters, digits and _, such as `own.asked_within_week`"
        page.refuse(("key",), f"`{own.key}`", wanted, "wrong_key")
    told: dict[Way, str] = {("title",): own.title}
    told |= {("of", i): words for i, words in enumerate(own.of or ())}
    told |= {("each_of", i): words for i, words in enumerate(own.each_of or ())}
    told |= {("excluded", i, "reason"): one.reason for i, one in enumerate(own.excluded)}
    for number, answer in enumerate(own.answers):
        if answer not in asked_for():
            wanted = f"the key of a statement, as `evidencegen gaps --json` lists them{near_word(answer, asked_for())}"
            page.refuse(("answers", number), f"`{answer}`, which no framework has", wanted, "unknown_statement")
    for way, words in told.items():
        if not any(letter.isalpha() for letter in words):
            page.refuse(way, f"`{words}`" if words else "nothing", "words that a reader is shown", "no_words")


def _check_columns(own: OwnMeasure, page: Page) -> None:
    """The columns that date a measure and break it down."""
    view = page.view
    forms = {name: kind.form for name in view.columns if (kind := view.kind(name))}
    dates = sorted(name for name, form in forms.items() if form is Form.DATE)
    if own.dated_by and page.knows(own.dated_by, ("dated_by",)) and own.dated_by not in dates:
        page.refuse(
            ("dated_by",), f"`{own.dated_by}`, which holds no date", f"one of: {', '.join(dates)}", "not_a_date"
        )
    listed = sorted(name for name, form in forms.items() if form in (Form.ONE, Form.MANY))
    if own.among and page.knows(own.among, ("among",)) and own.among not in listed:
        page.refuse(("among",), f"`{own.among}`, which has no list", f"one of: {', '.join(listed)}", "wrong_column")
    parted = sorted(name for name in view.parts if not view.holds_many(name))
    for number, name in enumerate(own.by):
        way: Way = ("by", number)
        if page.knows(name, way) and name not in parted:
            held = "which holds several words: count them with `among`" if name in listed else "whose words go unread"
            page.refuse(way, f"`{name}`, {held}", f"one of: {', '.join(parted)}", "wrong_column")
    people = [c.name for c in view.register.columns if c.required and c.name in REFERENCES]
    if own.per and page.knows(own.per, ("per",)) and own.per not in people:
        wanted = f"one of: {', '.join(people) or 'none in this view'}"
        page.refuse(("per",), f"`{own.per}`, which names nothing in every row", wanted, "wrong_column")


def _check_whole(own: OwnMeasure, page: Page, shipped: Mapping[str, Measure]) -> None:
    """What is wrong only with several lines taken together."""
    if not (own.counted or own.count_only or own.among):
        wanted = "`counted:` with a condition, or `count_only: true` where nothing is divided"
        page.refuse(("key",), "nothing that is counted, so that every figure would be 100%", wanted, "no_test")
    if own.count_only and own.target is not None:
        page.refuse(("target",), "a target in per cent for a count", "no target, or no `count_only`", "wrong_value")
    if own.per and (own.by or own.among):
        page.refuse(("per",), "`per` with a breakdown", "`per` alone: people cannot be parted so", "wrong_value")
    abouts = {About.PEOPLE} | {m.about for m in shipped.values() if m.view == page.view}
    if About[own.about.upper()] not in abouts:
        wanted = " or ".join(sorted(f"`{about.name.lower()}`" for about in abouts))
        page.refuse(("about",), f"`{own.about}` for a view that holds people", wanted, "wrong_about")


def _built(own: OwnMeasure, page: Page) -> Measure | None:
    """The measure, where nothing stands against it."""
    counted = condition_of(own.counted, page, ("counted",))
    out_of = condition_of(own.out_of, page, ("out_of",))
    excluded = tuple(_exclusion(one, page, ("excluded", number)) for number, one in enumerate(own.excluded))
    second = _exclusion(own.sensitivity, page, ("sensitivity",)) if own.sensitivity else None
    if page.wrong:
        return None
    of = Unit(*own.of) if own.of else page.view.unit
    directions = {"higher": Direction.HIGHER, "lower": Direction.LOWER, "neither": Direction.NEITHER}
    usual = "neither" if own.count_only or counted == EVERY_ROW else "higher"
    return Measure(
        key=own.key,
        title=own.title,
        view=page.view,
        of=of,
        answers=tuple(own.answers),
        rows=tuple(own.rows),
        why=own.why,
        caution=own.caution,
        counted=counted,
        out_of=out_of,
        dated_by=own.dated_by,
        excluded=excluded,
        count_only=own.count_only,
        by=tuple(own.by),
        among=own.among,
        each_of=Unit(*own.each_of) if own.each_of else None,
        per=own.per,
        about=About[own.about.upper()],
        direction=directions[own.direction or usual],
        target=None if own.target is None else own.target / 100,
        sensitivity=second,
    )


def _exclusion(own: OwnExclusion, page: Page, way: Way) -> Exclusion:
    return Exclusion(own.reason, condition_of(own.rows, page, (*way, "rows")), own.quality)


def _with_caution(measure: Measure | None) -> Measure | None:
    """The measure, with how blanks are treated where the provider has not said it."""
    if measure is None or measure.caution:
        return measure
    return replace(measure, caution=" ".join(_told(measure)) or "No column of it is ever blank.")


def _told(measure: Measure) -> Iterator[str]:
    tested = measure.counted.columns | measure.out_of.columns
    headings = {measure.view.heading(column) for column in tested}
    for heading, told in blanks(measure):
        if heading in headings and not told.startswith("never blank"):
            yield f"{heading[0].upper()}{heading[1:]}: {told}."
