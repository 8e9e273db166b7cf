"""Who may see which number: each audience's rule, as data."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from evidencegen.measures.measure import About

Audience = Literal["external", "strict", "exact", "sac", "internal"]


@dataclass(frozen=True)
class Limits:
    """How far counts are blurred: hidden below `smallest_shown`, the rest to the nearest multiple of `base`.

    Nought is shown unless `nought_hidden`. A percentage is given only where the base, as it is shown, is at
    least `smallest_base`.
    """

    smallest_shown: int
    base: int
    smallest_base: int
    nought_hidden: bool = False

    def hides(self, count: int) -> bool:
        """Whether a count is too small to be shown."""
        return count < self.smallest_shown and (count > 0 or self.nought_hidden)

    def rounded(self, count: int) -> int:
        """To the nearest multiple of the base, halves up."""
        return (2 * count + self.base) // (2 * self.base) * self.base

    def span(self, shown: int) -> tuple[int, int]:
        """The lowest and the highest count that is shown as this one, to a reader who knows the rule."""
        if shown == 0 and not self.nought_hidden:
            return 0, 0
        return max(shown - self.base // 2, self.smallest_shown), shown + (self.base - 1) // 2


AS_COUNTED = Limits(smallest_shown=0, base=1, smallest_base=10)


@dataclass(frozen=True)
class Profile:
    """The rule for one audience: the limits for counts of people, and for counts of records.

    `for_release` is False where every page must be marked as not for release. `rest_counts` says that a share is
    hidden where the rest of its base is too small as well. `share_of_exact` says that percentages come from
    exact counts. `protects` says that more is hidden wherever a hidden count could be worked out from what is
    shown. `remark` is what a reader must know besides.
    """

    key: Audience
    people: Limits
    records: Limits = AS_COUNTED
    for_release: bool = True
    rest_counts: bool = True
    share_of_exact: bool = False
    protects: bool = True
    remark: str = ""

    def limits(self, about: "About") -> Limits:
        """The limits for what a measure counts; staff are people."""
        from evidencegen.measures.measure import About

        return self.records if about is About.RECORDS else self.people

    @property
    def words(self) -> str:
        """The rule as a pack prints it."""
        if not self.for_release:
            return self.remark
        people = self.people
        hidden = f"{0 if people.nought_hidden else 1} to {people.smallest_shown - 1}"
        told = [f"Counts of people, and of anything about them, from {hidden} are hidden and shown as [c]"]
        if self.protects:
            told[0] += ", and so is any other count from which one of those could be worked out"
        rest = "are exact" if people.base == 1 else f"are rounded to the nearest {people.base}"
        told[0] += f"; the rest {rest}"
        if self.share_of_exact:
            told.append("Percentages are whole and taken from the exact counts")
        elif people.base == 1:
            told.append(f"Percentages are whole, and not given where the base is under {people.smallest_base}")
        else:
            told.append(
                "Their percentages are whole, taken from the rounded counts, and not given where the rounded base is "
                f"under {people.smallest_base}"
            )
        if self.records == AS_COUNTED:
            told.append("Counts of audit answers and of actions point at nobody and are exact")
        return f"{'. '.join(told)}.{f' {self.remark}' if self.remark else ''}"

    def as_dict(self) -> dict[str, Any]:
        """The rule for a program, such as the audit of a finished document."""
        return {
            "key": self.key,
            "people": vars(self.people),
            "records": vars(self.records),
            "for_release": self.for_release,
            "share_of_exact": self.share_of_exact,
            "words": self.words,
        }

    def under(self, *, smallest_shown: int | None, base: int | None, smallest_base: int | None) -> "Profile":
        """The same rule with an organisation's own limits for people, where it has set them."""
        people = self.people
        people = replace(
            people,
            smallest_shown=smallest_shown or people.smallest_shown,
            base=base or people.base,
            smallest_base=smallest_base or people.smallest_base,
        )
        return replace(self, people=people)


EXTERNAL = Profile(key="external", people=Limits(smallest_shown=5, base=5, smallest_base=20))
STRICT = Profile(key="strict", people=Limits(smallest_shown=8, base=5, smallest_base=20))
EXACT = Profile(key="exact", people=Limits(smallest_shown=5, base=1, smallest_base=20))
SAC = Profile(
    key="sac",
    people=Limits(smallest_shown=5, base=5, smallest_base=1, nought_hidden=True),
    records=Limits(smallest_shown=5, base=5, smallest_base=1, nought_hidden=True),
    rest_counts=False,
    share_of_exact=True,
    protects=False,
    remark=(
        "This is the rule of the national Safeguarding Adults Collection, for comparison with its tables. Percentages "
        "of exact counts can give a hidden count away, so figures under it are not for a small group."
    ),
)
INTERNAL = Profile(
    key="internal",
    people=AS_COUNTED,
    for_release=False,
    protects=False,
    remark="Exact figures for people inside the organisation. Not for release.",
)
PROFILES = {profile.key: profile for profile in (EXTERNAL, STRICT, EXACT, SAC, INTERNAL)}
"""Every audience's rule, the one for whatever leaves first.

References:
    external: NHS Digital, Safeguarding Adults Collection, introduction 2018-19 (hide under 5, round to 5), with
        percentages from rounded counts as OpenSAFELY has them.
    strict: OpenSAFELY documentation, statistical disclosure control (hide up to 7, then round to 5); for a
        single service, or fewer than 100 people.
    sac: NHS England, code of the Safeguarding Adults Collection 2023 (nought hidden too, percentages of exact counts).
"""
