"""evidence.yaml: whose pack, which period, which workbooks."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers as shelf
from evidencegen.intake.register import Register
from evidencegen.intake.source import Source, as_codes, wrong_words
from evidencegen.measures.condition import Setting
from evidencegen.period import Period
from evidencegen.problem import EvidenceError, Place, Problem

NAME = "evidence.yaml"
WHY = "a setting that is misread would change figures or words without anybody noticing"


class _Loader(yaml.SafeLoader):
    """YAML of a plain kind: Yes, 007 and a day stay as typed, keys stand once, nothing stands for something else."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML has it
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(":null")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="an alias (`*`), which is not read here", problem_mark=mark)
        return super().compose_node(parent, index)

    def compose_mapping_node(self, anchor: Any) -> Any:
        node = super().compose_mapping_node(anchor)
        seen: set[Any] = set()
        for key, _ in node.value:
            if key.value in seen if isinstance(key, yaml.ScalarNode) else False:
                twice = f"`{key.value}` for the second time: put both under one"
                raise yaml.MarkedYAMLError(problem=twice, problem_mark=key.start_mark)
            seen.add(key.value if isinstance(key, yaml.ScalarNode) else id(key))
        return node


class Part(BaseModel):
    """Any part of the brief: unknown keys are refused, nothing is changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Workbook(Part):
    """One workbook of a register, and how to read it where that has to be said."""

    file: str
    sheet: str | None = None
    heading_row: int | None = Field(default=None, ge=1)
    cells: Literal["completed_on", "expires_on"] | None = None
    columns: dict[str, list[str]] = {}
    values: dict[str, dict[str, str]] = {}


class Limits(Part):
    """The provider's own policy: what in time means here."""

    working_days_to_ask_for_advocate: int = Field(default=5, ge=0, le=60)
    working_days_to_allocation: int = Field(default=10, ge=0, le=120)
    review_days: int = Field(default=42, ge=1, le=365)
    days_to_refer: int = Field(default=1, ge=0, le=30)
    starter_days: int = Field(default=42, ge=1, le=365)
    supervision_months: int = Field(default=3, ge=1, le=12)
    audit_window_days: int = Field(default=14, ge=0, le=90)


class Limit(Part):
    """How much the buyer will read."""

    pages: int | None = Field(default=None, ge=1)
    words: int | None = Field(default=None, ge=1)

    def __str__(self) -> str:
        parts = [f"{n:,} {noun}" for n, noun in ((self.pages, "pages"), (self.words, "words")) if n]
        return ", ".join(parts) or "none given"


class Tender(Part):
    """The question that the tender pack answers."""

    question: str
    buyer: str = ""
    title: str = ""
    reference: str = ""
    weighting: str = ""
    limit: Limit = Limit()
    case_studies: list[str] | None = None


class Brief(Part):
    """The whole of evidence.yaml, checked.

    `services` maps each service's name to its kind; `vouched` are words that are somebody's name
    too and may be printed all the same.
    """

    provider: str
    as_at: date
    audience: Literal["external", "internal"] = "external"
    months: int = Field(default=12, ge=1, le=60)
    services: dict[str, str] = {}
    registers: dict[str, list[Workbook]]
    vouched: list[str] = []
    policy: Limits = Limits()
    tender: Tender | None = None

    @field_validator("registers", mode="before")
    @classmethod
    def _bare_file_names(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            key: [{"file": w} if isinstance(w, str) else w for w in _workbooks(entry)] for key, entry in value.items()
        }

    def setting(self, as_at: date | None = None) -> Setting:
        """What measures are judged by; another day may be asked for."""
        day = as_at or self.as_at
        return Setting(day, Period.months_to(day, self.months), self.policy.model_dump())

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
    path = folder / NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise EvidenceError((_missing(folder),)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise EvidenceError((_problem(0, type(error).__name__, "a text file in UTF-8", "brief.unreadable"),)) from None
    try:
        node = yaml.compose(text, Loader=_Loader)
        settings = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        found = getattr(error, "problem", None) or "text that is not YAML"
        line = mark.line + 1 if mark else 0
        raise EvidenceError(
            (_problem(line, found, "YAML: `key: value`, indented by spaces", "brief.not_yaml"),)
        ) from None
    if not isinstance(settings, dict):
        raise EvidenceError((_problem(1, "no keys", "keys such as `provider:` and `registers:`", "brief.empty"),))
    problems = list(_unknown_registers(settings, node))
    try:
        brief = Brief.model_validate(settings)
    except ValidationError as error:
        problems += [_from_pydantic(e, node) for e in error.errors(include_url=False, include_context=False)]
    if problems:
        raise EvidenceError(tuple(sorted(problems, key=lambda p: p.place.line)))
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


def _problem(line: int, found: str, wanted: str, key: str) -> Problem:
    mend = "correct the line and run `evidencegen check` again"
    return Problem(key=key, place=Place(NAME, line=line), found=found, wanted=wanted, why=WHY, mend=mend)


def _unknown_registers(settings: Mapping[str, Any], node: Any) -> list[Problem]:
    known = registers()
    named = settings.get("registers")
    problems = []
    for key, entry in named.items() if isinstance(named, dict) else ():
        if key not in known:
            wanted = f"one of: {', '.join(known)}{_did_you_mean(str(key), list(known))}"
            problems.append(
                _problem(_line(node, ("registers", key)), f"register `{key}`", wanted, "brief.unknown_register")
            )
        else:
            problems += _unknown_columns(known[key], entry, node)
    return problems


def _unknown_columns(register: Register, entry: Any, node: Any) -> list[Problem]:
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
                    wanted = f"one of: {', '.join(names)}{_did_you_mean(str(name), names)}"
                    problems.append(_problem(_line(node, path), f"column `{name}`", wanted, "brief.unknown_column"))
                elif part == "values" and isinstance(words, dict):
                    for word, found, wanted in wrong_words(register.column(name), words):
                        problems.append(_problem(_line(node, (*path, word)), found, wanted, "brief.unknown_word"))
    return problems


def _from_pydantic(error: Any, node: Any) -> Problem:
    path = error["loc"]
    line = _line(node, path)
    name = ".".join(str(part) for part in path)
    if error["type"] == "extra_forbidden":
        keys = _keys_beside(path)
        found, wanted = f"key `{name}`", f"one of: {', '.join(keys)}{_did_you_mean(str(path[-1]), keys)}"
        return _problem(line, found, wanted, "brief.unknown_key")
    if error["type"] == "missing":
        return _problem(line, f"no `{name}`", f"a line `{path[-1]}: ...`", "brief.missing_key")
    shown = "nothing" if error["input"] is None else f"`{name}: {error['input']}`"[:120]
    return _problem(line, shown, error["msg"][0].lower() + error["msg"][1:], "brief.wrong_value")


def _keys_beside(path: tuple[Any, ...]) -> list[str]:
    """The keys allowed where a wrong one stood."""
    parts: dict[str, type[Part]] = {"policy": Limits, "tender": Tender, "registers": Workbook}
    model: type[Part] = Limit if "limit" in path[:-1] else parts.get(str(path[0]), Brief) if len(path) > 1 else Brief
    return list(model.model_fields)


def _did_you_mean(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f" (did you mean `{near[0]}`?)" if near else ""


def _line(node: Any, path: tuple[Any, ...]) -> int:
    """The line of the deepest key of `path` that the file has."""
    line = 1
    for part in path:
        if isinstance(part, int) and not isinstance(node, yaml.SequenceNode):
            continue
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(part):
                    line, node = key.start_mark.line + 1, value
                    break
            else:
                break
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line
