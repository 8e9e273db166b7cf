"""How many people a story could be about, and how little it must say for them to be enough."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal

from evidencegen.intake.table import Table
from evidencegen.period import add_months

ENOUGH = 5
_ELDERLY = frozenset({"from_65", "from_75", "from_85", "from_95"})
BROAD_KINDS: Mapping[str, str] = {
    "physical": "harm by others",
    "sexual": "harm by others",
    "psychological": "harm by others",
    "discriminatory": "harm by others",
    "domestic": "harm by others",
    "financial": "exploitation",
    "sexual_exploitation": "exploitation",
    "modern_slavery": "exploitation",
    "neglect": "care not given",
    "organisational": "care not given",
    "self_neglect": "care not given",
}


@dataclass(frozen=True)
class Concern:
    """What a concern register holds of what a reader could recognise a story by; blank where nothing is on record.

    `abuse` are codes of the register; `age_band` and `source` are codes too.
    """

    reference: str = field(repr=False)
    person: str = field(repr=False)
    service_type: str = ""
    age_band: str = ""
    gender: str = ""
    abuse: frozenset[str] = frozenset()
    source: str = ""
    raised: date | None = None


@dataclass(frozen=True)
class Rung:
    """How much a story may say of itself. `months` is the length of the stretch of time that may be named, if any."""

    months: int | None = 1
    age: Literal["band", "over or under 65", ""] = "band"
    source: bool = True
    abuse: Literal["kind", "broad", ""] = "kind"
    gender: bool = True
    service_type: bool = True

    @property
    def told(self) -> Mapping[str, str]:
        """What it may say, in words, and how exactly; nothing at the top of the ladder."""
        spans = {1: "the month", 3: "the quarter", 12: "the year", 24: "the last two years"}
        ages = {"band": "the age band", "over or under 65": "whether somebody is under 65"}
        abuses = {"kind": "the kind of abuse", "broad": "the abuse in broad words"}
        said = {
            "the kind of service": "the kind of service" if self.service_type else "",
            "the gender": "the gender" if self.gender else "",
            "the kind of abuse": abuses.get(self.abuse, ""),
            "where the harm came from": "where the harm came from" if self.source else "",
            "the age": ages.get(self.age, ""),
            "when it was": spans.get(self.months or 0, ""),
        }
        return {what: words for what, words in said.items() if words}


def _ladder() -> Iterator[Rung]:
    """Each rung says one thing less than the one before it, or says it less exactly."""
    rung = Rung()
    yield rung
    steps: tuple[dict[str, Any], ...] = (
        {"months": 3},
        {"months": 12},
        {"months": 24},
        {"months": None},
        {"age": "over or under 65"},
        {"age": ""},
        {"source": False},
        {"abuse": "broad"},
        {"abuse": ""},
        {"gender": False},
        {"service_type": False},
    )
    for step in steps:
        rung = replace(rung, **step)
        yield rung


LADDER = tuple(_ladder())


@dataclass(frozen=True)
class Crowd:
    """The lowest rung on which at least five people fit one concern; none where even the highest has fewer.

    `uncounted` names what the register does not hold of this concern, so that nobody could count who shares it.
    How many people fit is not kept: a count below five leaves this file for nobody.
    """

    rung: Rung | None
    uncounted: tuple[str, ...]


def crowd_of(concern: Concern, concerns: Iterable[Concern], as_at: date) -> Crowd:
    """How little a story of this concern must say, for at least five people to fit what it says.

    People are counted, each once, among concerns raised up to the day; the concern's own person is one of them.
    Periods are stretches of 1, 3, 12 and 24 months counted back from that day. What is blank in another concern
    does not fit, what is blank in this one is not asked for. A concern of several kinds of abuse fits another
    that has all of them, and broadly one that has any of the same broad kind.
    """
    until = [other for other in concerns if other.person and (other.raised is None or other.raised <= as_at)]
    rung = next((rung for rung in LADDER if _people(concern, until, rung, as_at) >= ENOUGH), None)
    held = {
        "the gender": concern.gender,
        "the age": concern.age_band,
        "where the harm came from": concern.source,
        "the kind of service": concern.service_type,
        "when it was": concern.raised,
    }
    return Crowd(rung, tuple(name for name, value in held.items() if not value))


def concerns_in(table: Table, kinds: Mapping[str, str]) -> tuple[Concern, ...]:
    """The concerns of a register. `kinds` gives the kind of each service; one that has none there is its own kind."""
    import narwhals as nw  # slow to import

    of = {name.casefold(): kind for name, kind in kinds.items()}
    found = []
    for row in nw.from_native(table.rows, eager_only=True).iter_rows(named=True):
        cell = {name: "" if value is None or value != value else value for name, value in row.items()}
        service, raised = str(cell.get("service", "")).strip(), cell.get("raised_on")
        found.append(
            Concern(
                reference=_plain(cell.get("concern", "")),
                person=_plain(cell.get("person", "")),
                service_type=of.get(service.casefold(), service).casefold(),
                age_band=_known(cell.get("age_band", "")),
                gender=_known(cell.get("gender", "")),
                abuse=frozenset(filter(None, str(cell.get("abuse", "")).split("|"))),
                source=_known(cell.get("source_of_risk", "")),
                raised=raised.date() if isinstance(raised, datetime) else None,
            )
        )
    return tuple(found)


def concern_called(reference: str, concerns: Iterable[Concern]) -> Concern | None:
    """The concern that a story names, however its reference is spaced and in whatever case; none if there is none."""
    wanted = _plain(reference)
    return next((concern for concern in concerns if wanted and concern.reference == wanted), None)


def _plain(value: Any) -> str:
    return "".join(str(value).split()).casefold()


def _known(value: Any) -> str:
    return "" if value in ("not_recorded", "not_applicable") else str(value)


def _people(concern: Concern, concerns: Iterable[Concern], rung: Rung, as_at: date) -> int:
    return len({concern.person} | {other.person for other in concerns if _fits(other, concern, rung, as_at)})


def _fits(other: Concern, concern: Concern, rung: Rung, as_at: date) -> bool:
    """Whether what a story of one concern may say on a rung holds of another."""
    return (
        _same(rung.service_type, other.service_type, concern.service_type)
        and _same(rung.gender, other.gender, concern.gender)
        and _same(rung.source, other.source, concern.source)
        and _same(bool(rung.age), _age(other, rung), _age(concern, rung))
        and _same(bool(rung.months), _stretch(other, rung, as_at), _stretch(concern, rung, as_at))
        and _abused_alike(other, concern, rung)
    )


def _same(told: bool, other: str, own: str) -> bool:
    return not told or not own or other == own


def _age(concern: Concern, rung: Rung) -> str:
    if rung.age == "band" or not concern.age_band:
        return concern.age_band
    return "over" if concern.age_band in _ELDERLY else "under"


def _stretch(concern: Concern, rung: Rung, as_at: date) -> str:
    """Which stretch of time, counted back from the day, a concern was raised in."""
    if concern.raised is None or rung.months is None or concern.raised > as_at:
        return ""
    after = as_at + timedelta(days=1)
    months = (after.year - concern.raised.year) * 12 + after.month - concern.raised.month
    whole = months - 1 if concern.raised >= add_months(after, -months) else months
    return f"stretch {whole // rung.months}"


def _abused_alike(other: Concern, concern: Concern, rung: Rung) -> bool:
    if rung.abuse == "kind":
        return concern.abuse <= other.abuse
    if rung.abuse == "broad" and concern.abuse:
        return bool(_broad(concern) & _broad(other))
    return True


def _broad(concern: Concern) -> frozenset[str]:
    return frozenset(BROAD_KINDS.get(kind, kind) for kind in concern.abuse)
