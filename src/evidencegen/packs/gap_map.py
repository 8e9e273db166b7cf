"""What a framework asks, what supports each statement, how strongly, and what is missing."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.intake.registers.practice import PRACTICE
from evidencegen.measures.condition import EVERY_ROW
from evidencegen.measures.framework import Asked, Force, Framework, answered_by, asked_for
from evidencegen.measures.measure import About, Direction, Measure
from evidencegen.packs.claim import OUTCOMES, Statement
from evidencegen.packs.gap import Answered, FrameworkMap, Gap, GapMap, Known, Reason, Strength, Tale
from evidencegen.packs.inspection import summary
from evidencegen.packs.next_evidence import Next, Step, to_collect, to_fill, to_go_on, to_show
from evidencegen.period import add_months
from evidencegen.release.figure import Figure, Mark

MONTHS_FRESH = 6
"""A figure whose newest record is older than that on the day is stale."""
MONTHS_OF_A_STORY = 24
"""So is a case study, and a policy that nobody has looked through for so long."""
OWN_MEASURE = "a record of it, and count it with a measure of your own that answers"


def gap_map(
    frameworks: Iterable[Framework], measures: Mapping[str, Measure], figures: Mapping[str, Figure], known: Known
) -> GapMap:
    """The map of these frameworks, made of the figures of these measures as they may be seen."""
    told = tuple(_mapped(framework, measures, figures, known) for framework in frameworks)
    joined: dict[str, Gap] = {}
    for gap in (gap for one in told for answered in one.statements for gap in answered.gaps):
        first = joined.get(gap.key)
        joined[gap.key] = replace(first, asked=tuple(dict.fromkeys((*first.asked, *gap.asked)))) if first else gap
    return GapMap(told, tuple(sorted(joined.values(), key=lambda gap: (gap.next.step.value, -len(gap.asked)))))


def _mapped(
    framework: Framework, measures: Mapping[str, Measure], figures: Mapping[str, Figure], known: Known
) -> FrameworkMap:
    statements = tuple(_answered(asked, measures, figures, known) for asked in framework.statements)
    in_force = framework.force(known.as_at) is Force.IN_FORCE
    return FrameworkMap(framework, framework.standing(known.as_at), in_force, statements)


def _answered(asked: Asked, measures: Mapping[str, Measure], figures: Mapping[str, Figure], known: Known) -> Answered:
    keys = answered_by(asked)
    its = {m.key: m for m in measures.values() if m.key in figures and set(keys) & set(m.answers)}
    shown = _best_first([figures[key] for key in its if figures[key].mark is None], its)
    parts = {part for key in keys for part in asked_for()[key][1].practice}
    practice = tuple(one for one in known.practice if one.part in parts)
    tales = tuple(t for t in known.tales if asked.stories == "any" or (asked.stories and t.advocacy))
    fresh = tuple(t for t in tales if t.told and not _too_old(t.since, known))
    judged = summary({f.key: f for f in shown}, [f.key for f in shown], known.profile)
    near = {one.figure.key for one in judged.near}
    bases = {key: _base(measures, figures, its[key]) for key in its if key in known.lacks}
    gaps = [gap for key in its if (gap := _of_measure(its[key], figures[key], asked, known, bases.get(key, "")))]
    gaps += _of_practice(practice, asked, figures, gaps, known)
    gaps += [gap for gap in (_of_stories(tales, fresh, asked), _of_words(asked, parts, practice)) if gap]
    if not shown and not any(gap.figure for gap in gaps):
        gaps.append(_of_silence(asked, its, practice))
    return Answered(
        asked,
        _strength([figures[key] for key in _bearing_out(its)], practice, fresh),
        shown,
        practice,
        fresh,
        short=_short(shown, near),
        clashes=tuple(
            c for c in known.contradictions if any(set(c.registers) & known.registers.get(k, set()) for k in its)
        ),
        gaps=tuple(gaps),
    )


def _short(shown: Iterable[Figure], near: Collection[str]) -> tuple[Figure, ...]:
    """Those that fall short of their aim, unless they are too near to tell, the farthest from it first."""
    away = {
        f: abs(float(f.share) - f.target)
        for f in shown
        if f.share is not None and f.target is not None and not f.meets_target and f.key not in near
    }
    return tuple(sorted(away, key=lambda figure: -away[figure]))


def _best_first(shown: list[Figure], measures: Mapping[str, Measure]) -> tuple[Figure, ...]:
    """Those of an outcome, then those of which one way is better, then those with a share, each by its base.

    What is told in parts comes behind: of the whole it says no more than that it is on record.
    """

    def weight(figure: Figure) -> tuple[bool, bool, bool, bool, int]:
        own = measures[figure.measure]
        judges = own.direction is not Direction.NEITHER
        return figure.measure in OUTCOMES, not own.among, judges, figure.share is not None, figure.out_of or 0

    return tuple(sorted(shown, key=weight, reverse=True))


def _bearing_out(measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """Those that can bear a statement out: shares of which one way is better; where there are none of these, all.

    That nobody waits, or how many concerns there were, says nothing of what is done.
    """
    judging = (m.key for m in measures.values() if m.direction is not Direction.NEITHER and not m.count_only)
    return tuple(judging) or tuple(measures)


def _strength(bearing: Iterable[Figure], practice: tuple[Statement, ...], tales: tuple[Tale, ...]) -> Strength:
    """Proved needs both a figure of what came of it for the person and a case study that may be told.

    What is on record and hidden from these readers bears nothing out for them, and is not nothing either.
    """
    bearing = tuple(bearing)
    if shown := [figure for figure in bearing if figure.mark is None]:
        of_outcome = any(f.measure in OUTCOMES and f.share is not None for f in shown)
        return Strength.PROVED if of_outcome and tales else Strength.PRACTISED
    if any(figure.mark is Mark.SUPPRESSED for figure in bearing):
        return Strength.WITHHELD
    return Strength.POLICY if practice else Strength.NONE


def _of_measure(measure: Measure, figure: Figure, asked: Asked, known: Known, base: str) -> Gap | None:
    """What is missing of one measure, if anything is."""
    reason = _reason(measure, figure, known)
    if reason is None:
        return None
    way = _way(measure, figure, reason, known, base)
    detail = "" if measure.key in known.lacks else figure.because
    if reason is Reason.STALE:
        detail = f"nothing since {known.newest[measure.key]:%B %Y}" if _may_say_when(figure, known) else ""
    return Gap(measure.key, figure.title, reason, way, (asked,), figure, detail)


def _reason(measure: Measure, figure: Figure, known: Known) -> Reason | None:
    match figure.mark:
        case Mark.NOT_COLLECTED:
            return Reason.NEVER
        case Mark.SUPPRESSED:
            return Reason.HIDDEN
        case Mark.UNFIT:
            return Reason.THIN
        case Mark.NOT_APPLICABLE:
            return Reason.STALE if measure.key in known.newest else None
    if figure.provisional or _has_no_share(measure, figure):
        return Reason.THIN
    newest = known.newest.get(measure.key)
    old = newest is not None and newest < add_months(known.as_at, -MONTHS_FRESH)
    return Reason.STALE if old and _may_say_when(figure, known) else None


def _has_no_share(measure: Measure, figure: Figure) -> bool:
    """Whether a figure is counts alone because too little fell into its period. On a day there is no more to be had."""
    if not measure.dated_by:
        return False
    return figure.waits is None if measure.wait else figure.share is None and not measure.count_only


def _may_say_when(figure: Figure, known: Known) -> bool:
    """Whether the month of the newest record may be told: of people, to readers outside, it would say "none since"."""
    return not known.profile.for_release or figure.about is About.RECORDS


def _way(measure: Measure, figure: Figure, reason: Reason, known: Known, base: str) -> Next:
    if reason is Reason.STALE:
        return to_go_on(measure)
    if measure.key in known.lacks:
        return to_collect(known.lacks[measure.key], base)
    filled = to_fill(measure, figure) if reason is not Reason.HIDDEN else None
    ways = [way for way in (filled, to_show(measure, figure, known.longer.get(measure.key), tried=known.tried)) if way]
    if figure.mark in (Mark.UNFIT, Mark.NOT_COLLECTED) or figure.provisional:
        ways = [filled] if filled else ways
    return min(ways, key=lambda way: way.step.value)


def _base(measures: Mapping[str, Measure], figures: Mapping[str, Figure], measure: Measure) -> str:
    """How many rows a column that is lacking would have to be filled in for, from a figure of the same rows."""
    for other in sorted(measures.values(), key=lambda one: one.out_of != measure.out_of):
        same = (other.view, other.dated_by) == (measure.view, measure.dated_by)
        whole = other.out_of in (measure.out_of, EVERY_ROW) and not (other.excluded or other.per)
        figure = figures.get(other.key)
        number = figure and (figure.counted if figure.count_only else figure.out_of)
        if same and whole and figure and number:
            return f"{'about ' if figure.rounded else ''}{number:,}"
    return ""


def _of_practice(
    practice: tuple[Statement, ...], asked: Asked, figures: Mapping[str, Figure], gaps: list[Gap], known: Known
) -> Iterator[Gap]:
    """Statements of practice that no figure shows, and those whose policy nobody has looked at for long."""
    reviewed = PRACTICE.column("reviewed_on").title
    for one in practice:
        about = f"{one.number}: {one.statement}"
        keys = {key.partition("[")[0] for key in one.shown_by}
        looked_at = all(key in figures for key in keys)
        shown = any(key in figures and figures[key].mark is None for key in keys)
        if looked_at and not shown and not {tale.case for tale in known.tales if tale.told} & set(one.case_studies):
            own = [gap.next for gap in gaps if gap.key in keys]
            name = Next(Step.NAME, PRACTICE.title, PRACTICE.column("shown_by").title, "1", one.number)
            way = min(own, key=lambda way: way.step.value, default=name)
            yield Gap(f"practice.{one.number}", about, Reason.POLICY, way, (asked,))
        if _too_old(known.reviewed.get(one.number), known):
            way = Next(Step.REVIEW, PRACTICE.title, reviewed, "1", one.number)
            detail = f"policy last looked through in {known.reviewed[one.number]:%B %Y}"
            yield Gap(f"policy.{one.number}", about, Reason.STALE, way, (asked,), detail=detail)


def _of_stories(tales: tuple[Tale, ...], fresh: tuple[Tale, ...], asked: Asked) -> Gap | None:
    """No case study that may be told and is not too old, where a statement wants one."""
    if not asked.stories or fresh:
        return None
    waiting = [tale.case for tale in tales if tale.waits]
    way = Next(Step.SIGN, of=waiting[0]) if waiting else Next(Step.WRITE, CASE_STUDIES.title, rows="1")
    reason = Reason.STALE if any(tale.told for tale in tales) else Reason.NEVER
    about = "A case study" if asked.stories == "any" else "A case study with an advocate in it"
    return Gap(f"stories.{asked.stories}", about, reason, way, (asked,))


def _of_words(asked: Asked, parts: set[str], practice: tuple[Statement, ...]) -> Gap | None:
    """No statement of practice, where one of these parts would speak to what is asked."""
    if practice or not parts:
        return None
    titles = PRACTICE.column("part").kind.codes
    part = " or ".join(f'"{titles[one][0]}"' for one in sorted(parts))
    way = Next(Step.STATE, PRACTICE.title, PRACTICE.column("statement").title, "1")
    return Gap(
        f"practice of {', '.join(sorted(parts))}", f"A statement of practice on {part}", Reason.NEVER, way, (asked,)
    )


def _of_silence(asked: Asked, its: Mapping[str, Measure], practice: tuple[Statement, ...]) -> Gap:
    """No figure at all: nothing measures what is asked, or there was nothing to count."""
    if dated := next((one for one in its.values() if one.dated_by), None):
        detail = "there was nothing to count"
        return Gap(asked.key, asked.title, Reason.NEVER, to_go_on(dated), (asked,), detail=detail)
    way = Next(Step.REGISTER, of=f"{OWN_MEASURE} {asked.key}")
    reason = Reason.POLICY if practice else Reason.NEVER
    return Gap(asked.key, asked.title, reason, way, (asked,), detail="no measure answers it")


def _too_old(day: date | None, known: Known) -> bool:
    """Whether a day lies longer back than a case study or a policy may; not where no day is on record."""
    return day is not None and day < add_months(known.as_at, -MONTHS_OF_A_STORY)
