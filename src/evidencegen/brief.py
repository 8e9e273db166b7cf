"""evidence.yaml: whose pack, which period, which workbooks."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, PrivateAttr, ValidationError, field_validator

from evidencegen.catalogue import everything_in
from evidencegen.delivery import Delivery, Email
from evidencegen.intake import registers as shelf
from evidencegen.intake.register import Register
from evidencegen.intake.source import Source, as_codes, wrong_words
from evidencegen.limit import Limit
from evidencegen.look import Look
from evidencegen.measures.coder import Coder, usual_coder
from evidencegen.measures.condition import Setting
from evidencegen.own_codebook import coder_of
from evidencegen.period import Period
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.profile import PROFILES, Audience, Profile
from evidencegen.settings import Part, Settings, SettingsFile, Way, near_word
from evidencegen.tender import Criterion, Question, Tender

NAME = "evidence.yaml"
FILE = SettingsFile(
    name=NAME,
    kind="brief",
    wanted="keys such as `provider:` and `registers:`",
    why="a setting that is misread would change figures or words without anybody noticing",
)


class Workbook(Part):
    """One workbook of a register, and how to read it where that has to be said."""

    file: str
    sheet: str | None = None
    heading_row: int | None = Field(default=None, ge=1)
    cells: Literal["completed_on", "expires_on"] | None = None
    columns: dict[str, list[str]] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)


class Limits(Part):
    """The provider's own policy: what in time means here."""

    working_days_to_ask_for_advocate: int = Field(default=5, ge=0, le=60)
    working_days_to_allocation: int = Field(default=10, ge=0, le=120)
    review_days: int = Field(default=42, ge=1, le=365)
    days_to_refer: int = Field(default=1, ge=0, le=30)
    starter_days: int = Field(default=42, ge=1, le=365)
    supervision_months: int = Field(default=3, ge=1, le=12)
    audit_window_days: int = Field(default=14, ge=0, le=90)
    theme_records: int = Field(default=5, ge=1, le=1000)
    people_supported: int | None = Field(default=None, ge=1)


class Disclosure(Part):
    """The organisation's own limits for counts of people, stricter or not, in place of those of its audience."""

    smallest_shown: int | None = Field(default=None, ge=3, le=50)
    round_to: int | None = Field(default=None, ge=3, le=100)
    smallest_base: int | None = Field(default=None, ge=10, le=1000)


class Minute(Part):
    """One thing a board decided last time, in a sentence, and the actions of the plan that came of it, by their id."""

    said: str = Field(min_length=1, max_length=400)
    actions: list[str] = Field(default_factory=list)


class PackBrief(Part):
    """What one kind of pack is to be, where that differs from the rest of the brief.

    `sections` are those of the pack that are wanted, in their order; `case_studies` the stories it tells. For a board
    alone: what was `decided` last time, the measures whose `charts` are drawn, and its `earlier` packs by their
    manifests, whose figures are taken again.
    """

    audience: Audience | None = None
    months: int | None = Field(default=None, ge=1, le=60)
    sections: list[str] | None = None
    case_studies: list[str] | None = None
    decided: list[Minute] = Field(default_factory=list)
    charts: list[str] | None = None
    earlier: list[str] = Field(default_factory=list)

    @field_validator("decided", mode="before")
    @classmethod
    def _bare_sentences(cls, value: Any) -> Any:
        return [{"said": one} if isinstance(one, str) else one for one in value] if isinstance(value, list) else value


class Brief(Part):
    """The whole of evidence.yaml, checked.

    `services` maps each service's name to its kind; `vouched` are words that are somebody's name
    too and may be printed all the same. `targets` maps the keys of measures to per cents. `earlier` are packs that the
    same readers hold already, by their manifests. `packs` says what is different for one kind of pack. With
    `second_opinion`, the tagger of names that is shipped is asked of each case study as well. `templates` is the folder
    of the provider's own templates and words. `keep_unevidenced` are the numbers of practice statements that readers
    outside are told though nothing shows them yet. `deliver` says where the report
    of each month goes.
    """

    provider: str
    as_at: date
    audience: Audience = "external"
    disclosure: Disclosure = Disclosure()
    months: int = Field(default=12, ge=1, le=60)
    services: dict[str, str] = Field(default_factory=dict)
    registers: dict[str, list[Workbook]]
    vouched: list[str] = Field(default_factory=list)
    policy: Limits = Limits()
    targets: dict[str, float] = Field(default_factory=dict)
    earlier: list[str] = Field(default_factory=list)
    second_opinion: bool = False
    keep_unevidenced: list[str] = Field(default_factory=list)
    tender: Tender | None = None
    look: Look = Look()
    templates: str = "templates"
    deliver: Delivery = Delivery()
    packs: dict[Literal["tender", "inspection", "board", "pir"], PackBrief] = Field(default_factory=dict)
    _coder: Coder = PrivateAttr(default_factory=usual_coder)

    @field_validator("targets")
    @classmethod
    def _per_cents(cls, value: dict[str, float]) -> dict[str, float]:
        if wrong := [key for key, target in value.items() if not 0 <= target <= 100]:
            raise ValueError(f"a target is a per cent from 0 to 100: {', '.join(wrong)}")
        return value

    @field_validator("packs")
    @classmethod
    def _for_a_board_alone(cls, value: dict[str, PackBrief]) -> dict[str, PackBrief]:
        if wrong := [
            key for key, own in value.items() if key != "board" and (own.decided or own.charts or own.earlier)
        ]:
            raise ValueError(f"only the board pack has `decided`, `charts` and `earlier`: {', '.join(wrong)}")
        return value

    @field_validator("registers", mode="before")
    @classmethod
    def _bare_file_names(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            key: [{"file": w} if isinstance(w, str) else w for w in _workbooks(entry)] for key, entry in value.items()
        }

    def for_pack(self, key: str, audience: Audience | None = None) -> "Brief":
        """The brief as it stands for one kind of pack, which may be meant for another `audience` unless it says so."""
        own = self.packs.get(key, PackBrief())  # type: ignore[call-overload]
        return self.model_copy(
            update={"audience": own.audience or audience or self.audience, "months": own.months or self.months}
        )

    def stories_named(self, use: str) -> list[str] | None:
        """The case studies that the brief names for one kind of pack; None where it leaves that open."""
        if use == "tender" and self.tender and self.tender.case_studies is not None:
            return self.tender.case_studies
        own = self.packs.get(use)  # type: ignore[call-overload]
        return own.case_studies if own else None

    def setting(self, as_at: date | None = None, *, months: int | None = None, period: Period | None = None) -> Setting:
        """What measures are judged by; another day, number of months up to it, or period may be asked for."""
        day = as_at or self.as_at
        over = period or Period.months_to(day, months or self.months)
        return Setting(day, over, self.policy.model_dump(exclude_none=True), coder=self._coder)

    def profile(self, audience: Audience | None = None) -> Profile:
        """The rule for whoever will see the figures, with the organisation's own limits where they leave the house."""
        chosen = PROFILES[audience or self.audience]
        if not chosen.protects:
            return chosen
        own = self.disclosure
        base = own.round_to if chosen.people.base > 1 else None
        return chosen.under(smallest_shown=own.smallest_shown, base=base, smallest_base=own.smallest_base)

    def sources(self, folder: Path) -> Mapping[str, tuple[Source, ...]]:
        """The workbooks of each register, as the reader wants them."""
        found = {}
        known = registers()
        for key, workbooks in self.registers.items():
            found[key] = tuple(
                Source(
                    path=folder / w.file,
                    sheet=w.sheet,
                    heading_row=w.heading_row,
                    cells=w.cells,
                    columns={name: tuple(words) for name, words in w.columns.items()},
                    values={name: as_codes(known[key].column(name), words) for name, words in w.values.items()},
                    as_at=self.as_at,
                )
                for w in workbooks
            )
        return found


def registers() -> dict[str, Register]:
    """Every register that evidencegen can read, by key."""
    return everything_in(shelf, Register)


def read_brief(folder: Path) -> Brief:
    """The brief in a project folder.

    Raises:
        EvidenceError: it is missing, is not YAML, or has wrong keys or values; each with its line.
    """
    try:
        settings = FILE.read(folder)
    except FileNotFoundError:
        raise EvidenceError((_missing(folder),)) from None
    problems = _unknown_registers(settings)
    try:
        brief = Brief.model_validate(settings.content)
    except ValidationError as error:
        problems += settings.wrong(error, _keys_beside)
    if problems:
        raise EvidenceError(tuple(sorted(problems, key=lambda p: p.place.line)))
    brief._coder = coder_of(folder)
    return brief


def _workbooks(entry: Any) -> list[Any]:
    """One workbook or several, as a list."""
    return entry if isinstance(entry, list) else [entry]


def _missing(folder: Path) -> Problem:
    return Problem(
        key="brief.missing",
        place=Place(NAME),
        found="no such file in the folder given",
        wanted="a project folder with an evidence.yaml",
        why="it says whose pack is built, for which period and from which workbooks",
        mend=f"make one with `evidencegen new {folder.name or 'my-evidence'}`, or name the right folder",
    )


def _unknown_registers(settings: Settings) -> list[Problem]:
    known = registers()
    named = settings.content.get("registers")
    problems = []
    for key, entry in named.items() if isinstance(named, dict) else ():
        if key not in known:
            wanted = f"one of: {', '.join(known)}{near_word(str(key), known)}"
            problems.append(settings.problem(("registers", key), f"register `{key}`", wanted, "unknown_register"))
        else:
            problems += _unknown_columns(known[key], entry, settings)
    return problems


def _unknown_columns(register: Register, entry: Any, settings: Settings) -> list[Problem]:
    """Columns that the register lacks, and words for a column whose list does not have them."""
    every = [column.name for column in register.columns]
    listed = [column.name for column in register.columns if column.kind.codes]
    problems = []
    for number, workbook in enumerate(_workbooks(entry)):
        for part, names in (("columns", every), ("values", listed)):
            own_words = workbook.get(part) if isinstance(workbook, dict) else None
            for name, words in own_words.items() if isinstance(own_words, dict) else ():
                path = ("registers", register.key, number, part, name)
                if name not in names:
                    wanted = f"one of: {', '.join(names)}{near_word(str(name), names)}"
                    problems.append(settings.problem(path, f"column `{name}`", wanted, "unknown_column"))
                elif part == "values" and isinstance(words, dict):
                    for word, found, wanted in wrong_words(register.column(name), words):
                        problems.append(settings.problem((*path, word), found, wanted, "unknown_word"))
    return problems


def _keys_beside(path: Way) -> list[str]:
    """The keys allowed where a wrong one stood."""
    parts: dict[str, type[Part]] = {
        "policy": Limits,
        "disclosure": Disclosure,
        "tender": Tender,
        "look": Look,
        "registers": Workbook,
        "packs": PackBrief,
        "deliver": Delivery,
    }
    model: type[Part] = parts.get(str(path[0]), Brief) if len(path) > 1 else Brief
    within: dict[str, type[Part]] = {
        "limit": Limit,
        "criteria": Criterion,
        "questions": Question,
        "decided": Minute,
        "email": Email,
    }
    model = next((part for name, part in within.items() if name in path[:-1]), model)
    return [field.alias or name for name, field in model.model_fields.items()]
