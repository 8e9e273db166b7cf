"""The only gate for numbers, one figure by itself."""

from dataclasses import replace
from fractions import Fraction
from math import floor

from evidencegen.measures.interval import wilson
from evidencegen.measures.measure import About, Direction
from evidencegen.measures.reading import Reading
from evidencegen.measures.view import Views
from evidencegen.period import day_words
from evidencegen.release.figure import Figure, Mark, Shown, per_cent
from evidencegen.release.profile import Limits, Profile

PROVISIONAL_ABOVE = Fraction(1, 10)
UNFIT_ABOVE = Fraction(1, 4)
FOR_A_NINETIETH = 10
"""How many must have come to an end before nine in ten of them are told of, for each count that rounding spans."""


def release(reading: Reading, profile: Profile, views: Views) -> Figure:
    """Show a reading as the audience may see it, or say why it is not shown.

    A share rests on two counts and can be undone from either side, so both the counted rows
    and the rest must be nought or large enough. Nobody of a small group, or all of it, says
    the same thing of each of them, so that is hidden as well where the people we support are
    concerned. Everything printed is worked out from the rounded counts: nothing unrounded leaves.
    Audit answers and actions point at nobody and stay exact; staff are people and do not.

    References:
        NHS Digital, Safeguarding Adults Collection, introduction 2018-19 (hide under 5, round to 5).
        OpenSAFELY documentation, statistical disclosure control (rates from rounded counts).
    """
    measure, setting = reading.measure, reading.setting
    limits, start = profile.limits(measure.about), _start(reading, views)
    if reading.absent:
        return replace(start, mark=Mark.NOT_COLLECTED, because=reading.absent)
    if not (profile.for_release and reading.group):  # outside, reasons part by part would give hidden ones away
        excluded = tuple((reason, _count_words(n, limits)) for reason, n in reading.excluded if n)
        start = replace(start, excluded=excluded)
    if profile.for_release and reading.out_of and reading.lost > UNFIT_ABOVE:
        return replace(start, mark=Mark.UNFIT)
    if measure.count_only:
        if limits.hides(reading.counted):
            return replace(start, mark=Mark.SUPPRESSED)
        of = setting.policy[measure.per_hundred.name] if measure.per_hundred else None
        return replace(start, counted=limits.rounded(reading.counted), rounded=limits.base > 1, per_hundred=of)
    shown = _share(start, reading, profile)
    if shown.mark:
        return shown
    return replace(_waits(shown, reading, limits), provisional=reading.lost > PROVISIONAL_ABOVE)


def _start(reading: Reading, views: Views) -> Figure:
    """A figure without its numbers: what it is of, for which period, and from where."""
    measure, setting = reading.measure, reading.setting
    group, among = reading.group, reading.group is not None and reading.group.column == measure.among
    return Figure(
        key=reading.key,
        measure=measure.key,
        title=measure.title,
        definition=measure.definition(setting),
        period=str(setting.period) if measure.dated_by else f"as at {day_words(setting.as_at)}",
        span=setting.period.iso if measure.dated_by else setting.as_at.isoformat(),
        as_at=setting.as_at,
        of=measure.each_of if among and measure.each_of else measure.of,
        count_only=measure.count_only,
        column=group.column if group else "",
        code=group.value if group else "",
        group=group.words if group else "",
        sources=_sources(reading, views),
        target=None if among else measure.target,
        about=measure.about,
        overlaps=group is not None and (bool(measure.per) or measure.view.holds_many(group.column)),
        lower_is_better=measure.direction is Direction.LOWER,
    )


def _share(start: Figure, reading: Reading, profile: Profile) -> Figure:
    counted, out_of, limits = reading.counted, reading.out_of, profile.limits(reading.measure.about)
    if out_of == 0:
        if any(n for _, n in reading.excluded):
            return replace(start, mark=Mark.NOT_COLLECTED, because="none of the rows it would rest on could be used")
        return replace(start, mark=Mark.NOT_APPLICABLE)
    rounded = limits.base > 1
    pointed_at = (counted, out_of - counted, out_of) if profile.rest_counts else (counted, out_of)
    if any(map(limits.hides, pointed_at)):
        shown_base = None if limits.hides(out_of) else limits.rounded(out_of)
        return replace(start, mark=Mark.SUPPRESSED, out_of=shown_base, rounded=rounded)
    shown, base = limits.rounded(counted), limits.rounded(out_of)
    of_people = profile.rest_counts and limits.smallest_shown and reading.measure.about is About.PEOPLE
    if of_people and counted in (0, out_of) and base < limits.smallest_base:
        return replace(start, mark=Mark.SUPPRESSED, out_of=base, rounded=rounded)
    counts = replace(start, counted=shown, out_of=base, rounded=rounded)
    if base < limits.smallest_base:
        return counts
    if profile.share_of_exact:
        return replace(counts, share=Fraction(counted, out_of))
    counts = replace(counts, share=Fraction(shown, base), interval=wilson(shown, base))
    return counts if profile.for_release else replace(counts, without=_without(reading, limits))


def _without(reading: Reading, limits: Limits) -> str:
    """The figure without the rows of the measure's sensitivity: for people inside, since two bases tell too much."""
    sensitivity, pair = reading.measure.sensitivity, reading.without
    if not (sensitivity and pair) or pair[1] in (0, reading.out_of):
        return ""
    counted, out_of = pair
    amount = per_cent(Fraction(counted, out_of)) if out_of >= limits.smallest_base else f"{counted:,} of {out_of:,}"
    return f"{amount} ({counted:,} of {out_of:,}) with those left out too where {sensitivity.reason}"


def _waits(shown: Figure, reading: Reading, limits: Limits) -> Figure:
    """How long things took, where enough came to an end; otherwise only how many did."""
    wait, found = reading.measure.wait, reading.waits
    if not (wait and found):
        return shown
    shown = replace(shown, share=None, interval=None)
    if (shown.out_of or 0) < limits.smallest_base:
        return shown
    enough = found.ended >= FOR_A_NINETIETH * limits.base
    whole = (None if days is None else floor(days + 0.5) for days in (found.median, found.ninetieth))
    median, ninetieth = whole
    waiting = _count_words(found.waiting, limits)
    return replace(shown, waits=Shown(median, ninetieth if enough else None, waiting, wait.unit))


def _count_words(count: int, limits: Limits) -> str:
    if limits.hides(count):
        return Mark.SUPPRESSED.value
    return f"about {limits.rounded(count)}" if limits.base > 1 and count else str(count)


def _sources(reading: Reading, views: Views) -> tuple[str, ...]:
    """File and sheet of each register the measure rests on."""
    keys = sorted(reading.measure.registers & views.tables.keys())
    return tuple(source for key in keys for source in views.sources[key])
