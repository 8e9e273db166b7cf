"""The gap map of a project: what frameworks ask, what supports it, and what is missing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import narwhals as nw
from numpy import datetime64

from evidencegen.inspected import contradictions
from evidencegen.intake.registers.case_studies import CONSENT_ENOUGH
from evidencegen.intake.table import Table
from evidencegen.measures.framework import Framework, answered_by, frameworks
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import Reading
from evidencegen.measures.view import NotCollected, Views
from evidencegen.packs.claim import Statement
from evidencegen.packs.gap import GapMap, Known, Tale
from evidencegen.packs.gap_map import gap_map
from evidencegen.packs.inspection import Summary, summary
from evidencegen.packs.kinds.inspection import FRAMEWORKS, GAPS
from evidencegen.packs.next_evidence import lack_of
from evidencegen.packs.pack import Pack
from evidencegen.packs.practice import statements
from evidencegen.period import Period, add_months
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project, measure, measures_of, released
from evidencegen.release.as_written import parts_of, rows_of, story_hash
from evidencegen.release.disclosure import release
from evidencegen.release.figure import Figure, Mark
from evidencegen.release.profile import Audience
from evidencegen.release.sign_off import MONTHS_A_SIGNATURE_HOLDS, SIGN_OFFS, Deed, SignOff, read_sign_offs
from evidencegen.settings import near_word

PACK = "inspection"
LONGER = (24, 36)
"""Months to try where those of the brief show too little, as `advise` does."""


def gaps(
    project: Project, *, wanted: Collection[str] = (), audience: Audience | None = None, as_at: date | None = None
) -> GapMap:
    """The map of the frameworks wanted, or of all that are out, from the figures that their readers may see.

    Only what answers one of their statements is measured, as a whole and without parts. A longer period is tried for
    each figure that is hidden or thin by the rule for one figure: `advise` weighs it with all others.

    Raises:
        EvidenceError: a framework is wanted that there is not.
    """
    asked = _frameworks(wanted)
    brief = project.brief.for_pack(PACK, audience)
    project = replace(project, brief=brief if audience is None else brief.model_copy(update={"audience": audience}))
    practice, setting = practice_of(project), project.brief.setting(as_at)
    keys = {key for one in asked for statement in one.statements for key in answered_by(statement)}
    shown_by = {key.partition("[")[0] for one in practice for key in one.shown_by}
    measures = {k: m for k, m in measures_of(project).items() if k in shown_by or keys & set(m.answers)}
    views, readings = measure(project, setting, by=(), only=measures)
    figures = released(project, readings, views)
    known = known_of(project, measures, figures, views, practice)
    longer = _longer(project, measures, figures, views)
    return gap_map(asked, measures, figures, replace(known, longer=longer, tried=True))


def with_gaps(
    project: Project,
    pack: Pack,
    figures: Mapping[str, Figure],
    views: Views,
    told: Summary | None,
    cases: Collection[str],
) -> Summary | None:
    """What an inspection pack tells besides figures, with the map of its frameworks where a section shows it.

    Where it tells case studies, only those `cases` prove anything in it. Longer periods are not tried: that one would
    do is a word about what is hidden.
    """
    section = next((plan for plan in pack.sections if plan.key == GAPS.key), None)
    if section is None:
        return told
    measures = {key: one for key, one in measures_of(project).items() if key in section.needs}
    shown = [frameworks()[key] for key in FRAMEWORKS]
    known = known_of(project, measures, figures, views, practice_of(project))
    if pack.tells_stories:
        tales = tuple(replace(tale, told=tale.told and tale.case in cases) for tale in known.tales)
        known = replace(known, tales=tales)
    found = gap_map(shown, measures, figures, known)
    return replace(told or summary({}, (), project.brief.profile()), gaps=found)


def known_of(
    project: Project,
    measures: Mapping[str, Measure],
    figures: Mapping[str, Figure],
    views: Views,
    practice: Sequence[Statement],
) -> Known:
    """What a map needs to know besides figures, for the audience of the brief."""
    given = frozenset(key for key, value in views.setting.policy.items() if value)
    told = {key: one for key, one in measures.items() if key in figures}
    missing = {key: lack for key, one in told.items() if (lack := lack_of(one, project.tables, given))}
    titles = {key: table.register.title for key, table in project.tables.items()}
    return Known(
        as_at=views.setting.as_at,
        profile=project.brief.profile(),
        practice=tuple(practice),
        reviewed=_reviewed(project),
        tales=tuple(_tales(project, views.setting.as_at)),
        contradictions=contradictions(project),
        newest={k: day for k, one in told.items() if k not in missing and (day := newest(one, views))},
        lacks=missing,
        registers={k: frozenset(titles[r] for r in one.registers if r in titles) for k, one in told.items()},
    )


def practice_of(project: Project) -> tuple[Statement, ...]:
    """The provider's statements of practice, from their register."""
    table = project.tables.get("practice")
    return statements(table, project.tables.get("case_studies")) if table else ()


def newest(measure: Measure, views: Views) -> date | None:
    """The day of the newest record that a measure is about, in the period or before; None where it is of no day."""
    if not measure.dated_by:
        return None
    try:
        days = _days(measure, views)
    except NotCollected:
        return None
    known = days[views.mask(measure.view, measure.out_of) & (days <= datetime64(views.setting.as_at))]
    return known.max().astype("datetime64[D]").item() if len(known) else None


def _days(measure: Measure, views: Views) -> Any:
    """The day by which each row of a measure's view is placed in a period."""
    return views.rows(measure.view).get_column(measure.dated_by).to_numpy().astype("datetime64[D]")


def _frameworks(wanted: Collection[str]) -> tuple[Framework, ...]:
    every = frameworks()
    if strange := [key for key in wanted if key not in every]:
        raise EvidenceError(tuple(_unknown(key) for key in strange))
    return tuple(one for key, one in every.items() if (key in wanted if wanted else not one.not_out))


def _unknown(found: str) -> Problem:
    known = tuple(frameworks())
    return Problem(
        key="gaps.unknown_framework",
        place=Place("--framework"),
        found=f"`{found[:60]}`",
        wanted=f"one of: {', '.join(known)}{near_word(found, known)}",
        why="only frameworks that are on the shelf, with their dates and sources, can be asked about",
        mend="name one of these",
    )


def _longer(
    project: Project, measures: Mapping[str, Measure], figures: Mapping[str, Figure], views: Views
) -> dict[str, int]:
    """Over how many months each figure that is hidden or thin would be shown whole, by the rule for one figure."""
    profile, found = project.brief.profile(), dict[str, int]()
    may_help = (None, Mark.SUPPRESSED)
    left = {k for k, f in figures.items() if measures[k].dated_by and f.mark in may_help and not _is_whole(f)}
    for months in (n for n in LONGER if n > project.brief.months):
        period = project.brief.setting(views.setting.as_at, months=months).period
        wider = {key: _over(measures[key], views, period) for key in left - found.keys() if not measures[key].per}
        found |= {key: months for key, one in wider.items() if _is_whole(release(one, profile, views))}
    return found


def _over(measure: Measure, views: Views, period: Period) -> Reading:
    """A measure over another period, from rows that lie there already: of a view of one period's there are no more."""
    days = _days(measure, views)
    base = (days >= datetime64(period.first)) & (days <= datetime64(period.last))
    base &= views.mask(measure.view, measure.out_of)
    for exclusion in measure.excluded:
        base &= ~views.mask(measure.view, exclusion.rows)
    counted = base & views.mask(measure.view, measure.counted)
    return Reading(measure, replace(views.setting, period=period), int(counted.sum()), int(base.sum()))


def _is_whole(figure: Figure) -> bool:
    """Whether a figure is shown with its share, where it has one. Of a wait nobody can say: days are not worked out."""
    return figure.mark is None and (figure.count_only or figure.share is not None)


def _reviewed(project: Project) -> dict[str, date]:
    """The day on which the policy of each statement of practice was last looked through, where that is on record."""
    rows = _rows(project.tables.get("practice"))
    days = {row["statement_no"]: row["reviewed_on"] for row in rows}
    return {number: day.date() for number, day in days.items() if isinstance(day, datetime) and day == day}


def _tales(project: Project, as_at: date) -> Iterator[Tale]:
    """Each case study by what is on record of its consent and its signature.

    A signature counts for 24 months, and for the story as it was signed. What the gate for words would make of it today
    is not gone through here: a name that came into the registers since is found where a pack is built.
    """
    table = project.tables.get("case_studies")
    if table is None:
        return
    signed = {e.case: e for e in read_sign_offs(project.folder / SIGN_OFFS) if isinstance(e, SignOff)}
    for row in rows_of(table):
        may = row["consent"] in CONSENT_ENOUGH and f"|{PACK}|" in (row["consent_covers"] or "")
        parts, last, day = parts_of(table, int(row["origin"])), signed.get(row["case"]), row["raised_on"]
        holds = last is not None and add_months(last.on, MONTHS_A_SIGNATURE_HOLDS) >= as_at
        told = holds and last is not None and last.story_sha256 == story_hash(parts, row)
        withdrawn = last is not None and last.deed is Deed.WITHDRAWN
        since = day.date() if isinstance(day, datetime) else None
        may = may and not withdrawn
        yield Tale(row["case"], may and told, may and not told, "advocacy" in parts, since)


def _rows(table: Table | None) -> Iterator[dict[str, Any]]:
    return nw.from_native(table.rows, eager_only=True).iter_rows(named=True) if table else iter(())
