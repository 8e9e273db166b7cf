"""The only gate for numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from evidencegen.measures.interval import wilson
from evidencegen.measures.measure import Direction, Reading, Views
from evidencegen.period import day_words
from evidencegen.release.figure import Figure, Mark


@dataclass(frozen=True)
class Profile:
    """Who may see which number.

    Counts below `smallest_shown` (nought apart) are hidden, the rest rounded to `base`, and a
    percentage is taken from the rounded counts where the rounded base is at least
    `smallest_base`. `for_release` is False where every page must be marked as not for release.
    """

    key: str
    words: str
    smallest_shown: int
    base: int
    smallest_base: int
    for_release: bool


EXTERNAL = Profile(
    key="external",
    words=(
        "Counts from 1 to 4 are hidden and shown as [c]. All other counts are rounded to the nearest 5, and "
        "percentages are whole and taken from the rounded counts, so that nobody can be picked out. No percentage "
        "is given where the rounded base is under 20."
    ),
    smallest_shown=5,
    base=5,
    smallest_base=20,
    for_release=True,
)
INTERNAL = Profile(
    key="internal",
    words="Exact figures for people inside the organisation. Not for release.",
    smallest_shown=0,
    base=1,
    smallest_base=10,
    for_release=False,
)
PROFILES = {profile.key: profile for profile in (EXTERNAL, INTERNAL)}


def release(reading: Reading, profile: Profile, views: Views) -> Figure:
    """Show a reading as the audience may see it, or say why it is not shown.

    A share rests on two counts and can be undone from either side, so both the counted rows
    and the rest must be nought or large enough. Nobody of a small group, or all of it, says
    the same thing of each of them, so that is hidden as well where people are concerned.
    Everything printed is worked out from the rounded counts: nothing unrounded leaves.

    References:
        NHS Digital, Safeguarding Adults Collection, introduction 2018-19 (hide under 5, round to 5).
        OpenSAFELY documentation, statistical disclosure control (rates from rounded counts).
    """
    measure, setting = reading.measure, reading.setting
    words = {
        "key": reading.key,
        "measure": measure.key,
        "title": measure.title,
        "definition": measure.definition(setting),
        "period": str(setting.period) if measure.dated_by else f"as at {day_words(setting.as_at)}",
        "span": setting.period.iso if measure.dated_by else setting.as_at.isoformat(),
        "why": measure.why,
        "better": "" if measure.direction is Direction.NEITHER else measure.direction.value,
        "column": reading.group.column if reading.group else "",
        "code": reading.group.value if reading.group else "",
        "group": reading.group.words if reading.group else "",
    }
    place = {"as_at": setting.as_at, "of": measure.of, "count_only": measure.count_only}
    start = Figure(**words, **place, sources=_sources(reading, views))  # type: ignore[arg-type]
    if reading.absent:
        return replace(start, mark=Mark.NOT_COLLECTED, because=reading.absent)
    excluded = tuple((reason, _count_words(n, profile)) for reason, n in reading.excluded if n)
    start = replace(start, excluded=excluded)
    if measure.count_only:
        if _too_few(reading.counted, profile):
            return replace(start, mark=Mark.SUPPRESSED)
        return replace(start, counted=_rounded(reading.counted, profile), rounded=profile.base > 1)
    return _share(start, reading, profile)


def release_all(readings: Iterable[Reading], profile: Profile, views: Views) -> dict[str, Figure]:
    """Every figure by its key, in the order of the readings."""
    figures = (release(reading, profile, views) for reading in readings)
    return {figure.key: figure for figure in figures}


def _share(start: Figure, reading: Reading, profile: Profile) -> Figure:
    counted, out_of = reading.counted, reading.out_of
    if out_of == 0:
        if any(n for _, n in reading.excluded):
            return replace(start, mark=Mark.NOT_COLLECTED, because="none of the rows it would rest on could be used")
        return replace(start, mark=Mark.NOT_APPLICABLE)
    if any(_too_few(n, profile) for n in (counted, out_of - counted, out_of)):
        shown_base = None if _too_few(out_of, profile) else _rounded(out_of, profile)
        return replace(start, mark=Mark.SUPPRESSED, out_of=shown_base, rounded=profile.base > 1)
    shown, base = _rounded(counted, profile), _rounded(out_of, profile)
    all_or_none = counted in (0, out_of)
    if profile.for_release and reading.measure.sensitive and all_or_none and base < profile.smallest_base:
        return replace(start, mark=Mark.SUPPRESSED, out_of=base, rounded=profile.base > 1)
    counts = replace(start, counted=shown, out_of=base, rounded=profile.base > 1)
    if base < profile.smallest_base:
        return counts
    return replace(counts, share=Fraction(shown, base), interval=wilson(shown, base))


def _too_few(count: int, profile: Profile) -> bool:
    return 0 < count < profile.smallest_shown


def _rounded(count: int, profile: Profile) -> int:
    """To the nearest multiple of the profile's base, halves up."""
    return (2 * count + profile.base) // (2 * profile.base) * profile.base


def _count_words(count: int, profile: Profile) -> str:
    if _too_few(count, profile):
        return Mark.SUPPRESSED.value
    return f"about {_rounded(count, profile)}" if profile.base > 1 else str(count)


def _sources(reading: Reading, views: Views) -> tuple[str, ...]:
    """File and sheet of each register the measure rests on."""
    view = reading.measure.view
    keys = {view.register.key, *(register.key for register in view.needs)}
    for column in reading.measure.columns:
        keys |= {address.partition(".")[0] for address in view.derived.get(column, ())}
    return tuple(s for key in sorted(keys) if key in views.tables for s in views.sources[key])
