"""A pack's figures made by hand, in the states that every sentence must stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from evidencegen.brief import Brief
from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.change import Change, change, chart_for
from evidencegen.measures.interval import wilson
from evidencegen.measures.measure import Measure
from evidencegen.measures.series import Point
from evidencegen.packs.claim import Statement
from evidencegen.period import Period, add_months
from evidencegen.release.figure import Figure, Mark

MEASURES = everything_in(families, Measure)
FREE = {
    "service": {"Larkfield": "Larkfield", "Mill Lane": "Mill Lane", "Rowan House": "Rowan House"},
    "role": {"Care worker": "Care worker", "Senior": "Senior"},
    "course": {"Safeguarding adults": "Safeguarding adults", "Fire safety": "Fire safety"},
    "question": {"Was the wish recorded?": "Was the wish recorded?"},
    "control_or_exploitation": {"yes": "control on record", "no": "none on record"},
}
PERIOD = "October 2025 to September 2026"


@dataclass(frozen=True)
class Told:
    """A case study as the gate for words releases it, as far as a pack reads it."""

    case: str = "CS-01"
    service_type: str = "Home care"
    outcome_achieved: str = "partly"
    composite: bool = False
    text_sha256: str = "0" * 64
    parts: Mapping[str, str] = field(
        default_factory=lambda: {
            "situation": "Her bank card was held by a relative.",
            "voice": '"I want my card back in my own purse."',
            "advocacy": "We asked for an advocate; she chose her niece instead.",
            "plan": "A new card, with a receipt book that she signs.",
            "review_two_weeks": "She had been to the shops twice.",
            "outcome": "The card is in her purse & the heating is on.",
            "learning": "We ask about money with nobody else in the room.",
        }
    )


def made(key: str = "msp.asked", counted: int | None = 90, out_of: int | None = 120, **words: object) -> Figure:
    """One figure with a share and a range; `mark=` makes it an absent one."""
    measure = MEASURES[key]
    held = words.pop("of", measure.of)
    start = {
        "key": key + (f"[{words['column']}={words['code']}]" if words.get("column") else ""),
        "measure": key,
        "title": measure.title,
        "definition": "Counted: this. Out of: that.",
        "period": PERIOD if measure.dated_by else "as at 30 September 2026",
        "span": "2025-10-01/2026-09-30",
        "as_at": date(2026, 9, 30),
        "of": held,
        "count_only": measure.count_only,
        "sources": ('log.xlsx, sheet "Log"',),
    }
    if words.get("mark"):
        return Figure(**(start | {"out_of": None if measure.count_only else out_of} | words))
    if measure.count_only:
        return Figure(**(start | {"counted": counted, "rounded": True} | words))
    numbers = {"counted": counted, "out_of": out_of, "rounded": True}
    if counted is not None and out_of and out_of >= 20:
        numbers |= {"share": Fraction(counted, out_of), "interval": wilson(counted, out_of)}
    return Figure(**(start | numbers | words))


def all_made(
    counted: int | None = 90, out_of: int | None = 120, *, parts: bool = True, **words: object
) -> dict[str, Figure]:
    """Every measure, and every part of every breakdown, with the same numbers."""
    figures = []
    for key, measure in MEASURES.items():
        figures.append(made(key, counted, out_of, **words))
        for column in (*measure.by, *filter(None, [measure.among])) if parts else ():
            codes = FREE.get(column) or {code: named[0] for code, named in measure.view.codes(column).items()}
            figures += [made(key, counted, out_of, column=column, code=c, group=g, **words) for c, g in codes.items()]
    return {figure.key: figure for figure in figures}


STATES: dict[str, Callable[[], dict[str, Figure]]] = {
    "full": all_made,
    "none of them": lambda: all_made(0, 120),
    "all of them": lambda: all_made(120, 120),
    "counts without a share": lambda: all_made(10, 15),
    "one of one": lambda: all_made(1, 1, rounded=False),
    "no parts": lambda: all_made(parts=False),
    "hidden": lambda: all_made(None, 15, mark=Mark.SUPPRESSED, rounded=True),
    "missing": lambda: all_made(
        None, None, parts=False, mark=Mark.NOT_COLLECTED, because="there is no safeguarding log"
    ),
    "nothing to count": lambda: all_made(None, None, mark=Mark.NOT_APPLICABLE),
}
STATEMENTS = (
    Statement(
        number="1",
        part="outcomes",
        statement="We ask first.",
        control="The form asks.",
        policy="SG-01",
        shown_by=("msp.asked", "msp.fully_achieved"),
        case_studies=("CS-01",),
    ),
    Statement(
        number="2",
        part="advocacy",
        statement="We ask for an advocate early.",
        shown_by=("advocacy.asked_for_early",),
        case_studies=("CS-01", "CS-09"),
    ),
    Statement("3", "partnership", "People help us to write our training.", "", "QA-06", ()),
)


SEPTEMBER = date(2026, 9, 1)


def made_change(months: Sequence[float | None], key: str = "msp.asked", **more: object) -> Change:
    """The change of a series that ends in September 2026: per cents of a base of 100, or counts; None a gap.

    `base=` is another base, or one for each month; `last=` the last day there is, `kind=` another chart.
    """
    measure = replace(MEASURES[key], **{k: more.pop(k) for k in ("direction", "title", "dated_by") if k in more})
    base, last, kind = (more.pop(name, None) for name in ("base", "last", "kind"))
    points = []
    for back, value in zip(reversed(range(len(months))), months, strict=True):
        first = add_months(SEPTEMBER, -back)
        end = add_months(first, 1) - timedelta(days=1)
        if measure.count_only:
            counted = out_of = int(value or 0)
            number = None if value is None else float(value)
        else:
            out_of = 0 if value is None else base[len(points)] if isinstance(base, Sequence) else base or 100
            counted = round((value or 0) * out_of / 100)
            number = counted / out_of if out_of else None
        points.append(Point(Period(first, end), counted, out_of, number))
    if last:
        points[-1] = replace(points[-1], period=Period(points[-1].period.first, last))
    return change(measure, points, kind or chart_for(measure, points), **more)


@pytest.fixture
def changed() -> Callable[..., Change]:
    """The change of a series: `changed([80, 90, None, 85])`."""
    return made_change


def made_brief(audience: str = "external", **tender: object) -> Brief:
    """The brief of a provider with a question to answer; `tender=None` leaves the question out."""
    question = {"question": "How do you make safeguarding personal?", "buyer": "Northmere Council", "weighting": "15%"}
    told = {"tender": question | tender} if "tender" not in tender else {}
    return Brief.model_validate(
        {"provider": "Larkfield Care", "as_at": "2026-09-30", "audience": audience, "registers": {}} | told
    )


@pytest.fixture
def figure() -> Callable[..., Figure]:
    """One figure: `figure("msp.asked", 90, 120)`."""
    return made


@pytest.fixture(params=STATES)
def figures(request: pytest.FixtureRequest) -> dict[str, Figure]:
    """Every measure, in each state in turn."""
    return STATES[request.param]()


@pytest.fixture
def in_state() -> Callable[[str], dict[str, Figure]]:
    """Every measure in one state: `in_state("hidden")`."""
    return lambda state: STATES[state]()


@pytest.fixture
def statements() -> tuple[Statement, ...]:
    """Three statements of practice, the last with no figure."""
    return STATEMENTS


@pytest.fixture
def told() -> Told:
    """A released case study with no six-week review on record."""
    return Told()


@pytest.fixture
def brief() -> Callable[..., Brief]:
    """A brief: `brief("internal")`."""
    return made_brief
