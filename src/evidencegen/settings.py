"""A settings file in YAML, read so that each problem can name its line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from evidencegen.problem import EvidenceError, Place, Problem

Way = tuple[str | int, ...]


class Part(BaseModel):
    """Any part of a settings file: unknown keys are refused, nothing is changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


@dataclass(frozen=True)
class SettingsFile:
    """What the problems of one settings file share: `kind` begins their keys, `wanted` is what an empty file lacks."""

    name: str
    kind: str
    wanted: str
    why: str
    mend: str = "correct the line and run `evidencegen check` again"

    def problem(self, line: int, found: str, wanted: str, key: str) -> Problem:
        """One thing to mend, on a line of the file; `key` is the last part of the problem's key."""
        place = Place(self.name, line=line)
        return Problem(f"{self.kind}.{key}", place, found, wanted, self.why, self.mend)

    def read(self, folder: Path) -> "Settings":
        """The file in a project folder.

        Raises:
            FileNotFoundError: there is none.
            EvidenceError: it is no text, no YAML, or holds no keys.
        """
        try:
            text = (folder / self.name).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise
        except (OSError, UnicodeDecodeError) as error:
            unread = self.problem(0, type(error).__name__, "a text file in UTF-8", "unreadable")
            raise EvidenceError((unread,)) from None
        try:
            loader = _Loader(text)
            node = loader.get_single_node()
            content = loader.construct_document(node) if node else None
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            found = getattr(error, "problem", None) or "text that is not YAML"
            line = mark.line + 1 if mark else 0
            not_yaml = self.problem(line, found, "YAML: `key: value`, indented by spaces", "not_yaml")
            raise EvidenceError((not_yaml,)) from None
        if not isinstance(content, dict):
            raise EvidenceError((self.problem(1, "no keys", self.wanted, "empty"),))
        return Settings(self, content, node)


@dataclass(frozen=True)
class Settings:
    """What a settings file says, every value but nothing at all as text, and where it says it."""

    file: SettingsFile
    content: dict[str, Any]
    node: Any

    def line(self, path: Way) -> int:
        """The line of the deepest key of `path` that the file has; the items of a list are counted from 0."""
        node, line = self.node, 1
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

    def problem(self, path: Way, found: str, wanted: str, key: str) -> Problem:
        """One thing to mend, on the line of the deepest key of `path`."""
        return self.file.problem(self.line(path), found, wanted, key)

    def wrong(
        self, error: ValidationError, keys: Callable[[Way], Sequence[str]], within: Way = ()
    ) -> Iterable[Problem]:
        """What pydantic found; `keys` are those allowed where a wrong one stood, `within` where the part begins."""
        for one in error.errors(include_url=False, include_context=False):
            path = tuple(part for part in one["loc"] if part != "[key]")
            name = ".".join(str(part) for part in path)
            at = (*within, *path)
            if one["type"] == "extra_forbidden":
                allowed = keys(path)
                wanted = f"one of: {', '.join(allowed)}{near_word(str(path[-1]), allowed)}"
                yield self.problem(at, f"key `{name}`", wanted, "unknown_key")
            elif one["type"] == "missing":
                yield self.problem(at, f"no `{name}`", f"a line `{path[-1]}: ...`", "missing_key")
            else:
                told = "as it stands" if isinstance(one["input"], dict) else one["input"]
                shown = "nothing" if told is None else f"`{name}: {told}`"[:120]
                shown = f"key `{name}`" if "[key]" in one["loc"] else shown
                wanted = one["msg"].removeprefix("Value error, ")
                yield self.problem(at, shown, wanted[0].lower() + wanted[1:], "wrong_value")


def near_word(word: str, known: Iterable[str]) -> str:
    """` (did you mean ...?)` with the known word that is nearest, or nothing."""
    near = get_close_matches(word, list(known), n=1)
    return f" (did you mean `{near[0]}`?)" if near else ""


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
