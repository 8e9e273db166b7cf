"""What a manager can say aloud: what is strong, thin, contradicted and overdue."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidencegen.release.figure import Figure
from evidencegen.release.profile import Profile

EXPIRED = "training.standing[standing=expired]"
OVERDUE = (
    "actions.overdue",
    EXPIRED,
    "training.expiring_30",
    "advocacy.waiting",
)
"""What is late, or soon will be, on the day: told as that, however little of it there is."""
KEPT_IN_TIME = (
    "supervision.on_time",
    "supervision.reassessed_on_time",
    "training.renewed_on_time",
    "msp.reviewed",
    "audits.done_on_plan",
    "actions.closed_on_time",
)
"""What was to be done by a day: told as overdue where a share of it was not, unless its target is met."""


@dataclass(frozen=True)
class Judged:
    """A figure beside what we aim for. `surely` says that its 95% range lies on one side of the target as a whole."""

    figure: Figure
    surely: bool


CLASHES = {
    "crosscheck.contradiction": (
        "one cell says what another cell of the same record rules out, such as a result without its date"
    ),
    "crosscheck.order": "two days stand in an order that cannot be right",
    "crosscheck.same": "somebody stands as the judge of their own work",
    "crosscheck.different": "one record says otherwise than another about the same matter",
    "crosscheck.unknown": "a reference in one leads to no record in the other",
    "crosscheck.missing": "something is told of that has no record of its own",
    "crosscheck.twice": "one record seems to have been written down twice",
    "crosscheck.day_of_figures": "a day does not fit the day of the figures",
    "brief.service_not_listed": "a service goes by a name that is not on our list of services",
}
"""What cannot be right about records, by the key of the problem."""


@dataclass(frozen=True)
class Contradiction:
    """Records that cannot all be right, as a kind: `key` is that of the problem, `registers` those that take part.

    `place` says where to look and `rows` how many rows clash there; both only for readers inside the organisation, for
    a number of such rows is a number of people.
    """

    key: str
    registers: tuple[str, ...]
    place: str = ""
    rows: int | None = None

    @property
    def words(self) -> str:
        """What cannot be right, to stand within a sentence."""
        return CLASHES.get(self.key, "records do not agree")

    @property
    def one_row(self) -> bool:
        """Whether a single row is told of."""
        return self.rows == 1


@dataclass(frozen=True)
class Summary:
    """A pack's figures, each told once: beside what is aimed for, as overdue, or by what it lacks.

    `gaps` is the gap map, where the pack shows one.
    Whether those that are `near` meet their aim cannot be told from rounded counts.
    `small` have too small a base for a percentage, `provisional` rest on patchy records, `absent` carry no number, and
    of the `aimless` nobody has said what is aimed for.
    """

    strengths: tuple[Judged, ...]
    below: tuple[Judged, ...]
    near: tuple[Judged, ...]
    overdue: tuple[Figure, ...]
    small: tuple[Figure, ...]
    provisional: tuple[Figure, ...]
    absent: tuple[Figure, ...]
    aimless: tuple[Figure, ...]
    contradictions: tuple[Contradiction, ...]
    gaps: object = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Each figure in the order in which the summary tells it."""
        judged = tuple(one.figure for one in (*self.strengths, *self.below, *self.near))
        return (*judged, *self.overdue, *self.small, *self.provisional, *self.absent, *self.aimless)


def summary(
    figures: Mapping[str, Figure], keys: Sequence[str], profile: Profile, contradictions: Iterable[Contradiction] = ()
) -> Summary:
    """The figures of these keys sorted by how they are to be told; keys without a figure are passed over."""
    every = [figure for key in keys for figure in _told_by(key, figures)]
    told = [figure for figure in every if figure.mark is None]
    overdue = [figure for figure in told if _is_overdue(figure)]
    rest = [figure for figure in told if figure not in overdue]
    shares = [figure for figure in rest if figure.share is not None and not figure.provisional]
    judged = sorted((_judged(f) for f in shares if f.target is not None), key=lambda one: not one.surely)
    near = tuple(one for one in judged if _is_near(one.figure, profile))
    told_apart = tuple(one for one in judged if one not in near)
    return Summary(
        strengths=tuple(one for one in told_apart if one.figure.meets_target),
        below=tuple(one for one in told_apart if not one.figure.meets_target),
        near=near,
        overdue=tuple(overdue),
        small=tuple(figure for figure in rest if figure.share is None),
        provisional=tuple(figure for figure in rest if figure.share is not None and figure.provisional),
        absent=tuple(figure for figure in every if figure.mark is not None),
        aimless=tuple(figure for figure in shares if figure.target is None),
        contradictions=tuple(contradictions),
    )


def _told_by(key: str, figures: Mapping[str, Figure]) -> tuple[Figure, ...]:
    """The figure of a measure; of where training stands, the part that has run out."""
    if EXPIRED.startswith(f"{key}["):
        whole = figures.get(key)
        return (figures[EXPIRED],) if EXPIRED in figures else (whole,) if whole and whole.mark else ()
    return (figures[key],) if key in figures else ()


def _is_overdue(figure: Figure) -> bool:
    late = figure.share is not None and figure.share < 1 and not figure.meets_target
    return figure.key in OVERDUE or (figure.key in KEPT_IN_TIME and late)


def _judged(figure: Figure) -> Judged:
    """A figure with a target, and whether both ends of its 95% range stand to the target as it does itself."""
    target, lower = figure.target or 0.0, figure.lower_is_better
    ends = (figure.interval.low, figure.interval.high) if figure.interval else ()
    met = [end <= target if lower else end >= target for end in ends]
    return Judged(figure, surely=bool(met) and set(met) == {figure.meets_target})


def _is_near(figure: Figure, profile: Profile) -> bool:
    """Whether the aim lies among the shares that the counts may have had before they were rounded."""
    limits = profile.limits(figure.about)
    exact = limits.base == 1 or profile.share_of_exact or not figure.rounded
    if exact or not (figure.counted and figure.out_of and figure.target):
        return False
    (fewest, most), (least, largest) = limits.span(figure.counted), limits.span(figure.out_of)
    return fewest / largest <= figure.target <= most / least
