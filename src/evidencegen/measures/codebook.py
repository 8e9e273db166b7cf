"""A codebook as it is written in YAML, checked."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from evidencegen.measures.coding import Codebook, Negation, Rule, RuledOut, Theme
from evidencegen.measures.phrase import Wording
from evidencegen.measures.sign import SHIPPED as SIGNS
from evidencegen.measures.sign import read_signs
from evidencegen.problem import EvidenceError, Place, Problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SHIPPED = Path(__file__).with_name("codebook.yaml")
WHY = "a rule that is misread would put a note under a theme it is not about"
TOP, THEME = ("lists", "spellings", "ruled_out", "themes"), ("title", "unless", "rules")
RULE = tuple(f.name for f in fields(Rule))
RULED_OUT = tuple(f.name for f in fields(RuledOut))


def shipped_codebook() -> Codebook:
    """The codebook that comes with the package, with its signs.

    Its 2,600 phrases are checked by our tests, not at each start: a phrase is understood when a text first
    holds the word that it begins with.
    """
    return replace(read_codebook(SHIPPED, check_phrases=False), signs=read_signs(SIGNS))


def read_codebook(path: Path, *, check_phrases: bool = True) -> Codebook:
    """A codebook from a YAML file in the form of the shipped `codebook.yaml`, where the form is explained.

    Raises:
        EvidenceError: it is missing, is not YAML, or has wrong keys, values or phrases; each with its line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=_LOADER)
    except (OSError, UnicodeDecodeError) as error:
        missing = isinstance(error, FileNotFoundError)
        found = "no such file" if missing else f"a file that cannot be read ({type(error).__name__})"
        raise EvidenceError((_problem(path, 0, found, "a text file in UTF-8", "codebook.unreadable"),)) from None
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        found = getattr(error, "problem", None) or "text that is not YAML"
        line = mark.line + 1 if mark else 0
        wanted = "YAML: `key: value`, indented by spaces"
        raise EvidenceError((_problem(path, line, found, wanted, "codebook.not_yaml"),)) from None
    reader = _Reader(path, [], check_phrases)
    book = reader.codebook(node)
    if reader.problems:
        raise EvidenceError(tuple(sorted(reader.problems, key=lambda problem: problem.place.line)))
    return book


def _problem(path: Path, line: int, found: str, wanted: str, key: str) -> Problem:
    mend = "correct the line and run the command again" if line else "name another file with --codebook"
    return Problem(key=key, place=Place(path.name, line=line), found=found, wanted=wanted, why=WHY, mend=mend)


@dataclass(frozen=True)
class _Reader:
    """Reads the parts of one file, and keeps every problem it meets."""

    path: Path
    problems: list[Problem]
    check_phrases: bool

    def codebook(self, node: Any) -> Codebook:
        """The whole file."""
        top = self._mapping(node, "a codebook", TOP, needed=("themes",))
        wording = Wording({key: self._words(value) for key, value in self._named(top.get("lists"), "a list")})
        spellings = {
            wrong: key for key, value in self._named(top.get("spellings"), "a spelling") for wrong in self._words(value)
        }
        out = self._mapping(top.get("ruled_out"), "`ruled_out`", RULED_OUT)
        ruled_out = RuledOut(**{key: self._phrases(value, wording) for key, value in out.items()})
        themes = tuple(self._theme(key, value, wording) for key, value in self._named(top.get("themes"), "a theme"))
        return Codebook(themes, ruled_out, wording, spellings)

    def _theme(self, key: str, node: Any, wording: Wording) -> Theme:
        entry = self._mapping(node, f"theme `{key}`", THEME, needed=("title", "rules"))
        rules = tuple(self._rule(key, rule, wording) for rule in self._list(entry.get("rules"), "rules"))
        return Theme(key, self._text(entry.get("title")), rules, self._phrases(entry.get("unless"), wording))

    def _rule(self, key: str, node: Any, wording: Wording) -> Rule:
        entry = self._mapping(node, f"a rule of theme `{key}`", RULE, needed=("phrases",))
        negation = entry.pop("negation", None)
        meaning = Negation.KEEPS
        if negation is not None:
            word = self._text(negation)
            allowed = [one.value for one in Negation]
            if word in allowed:
                meaning = Negation(word)
            else:
                self._report(negation, f'negation "{word}"{_near(word, allowed)}', " or ".join(allowed), "value")
        written = {name: self._phrases(value, wording) for name, value in entry.items()}
        return Rule(**({"phrases": ()} | written), negation=meaning)

    def _phrases(self, node: Any, wording: Wording) -> tuple[str, ...]:
        written = []
        for one in self._list(node, "phrases"):
            phrase = self._text(one)
            try:
                if self.check_phrases:
                    wording.ways(phrase)
            except ValueError as error:
                self._report(one, str(error), "words in order, as the head of the shipped codebook explains", "phrase")
            written.append(phrase)
        return tuple(written)

    def _words(self, node: Any) -> tuple[str, ...]:
        return tuple(word for one in self._list(node, "words") for word in self._text(one).lower().split())

    def _named(self, node: Any, what: str) -> Iterable[tuple[str, Any]]:
        return self._mapping(node, f"{what}s", ()).items()

    def _mapping(self, node: Any, what: str, known: tuple[str, ...], needed: tuple[str, ...] = ()) -> dict[str, Any]:
        """Keys and their nodes; where `known` is empty, any key will do."""
        if node is None and not needed:
            return {}
        if not isinstance(node, yaml.MappingNode):
            self._report(node, f"{what} without keys", f"keys: {', '.join(known)}" if known else "key: value", "keys")
            return {}
        found: dict[str, Any] = {}
        for key, value in node.value:
            word = self._text(key)
            if word in found:
                self._report(key, f"the key `{word}` twice", "each key once", "key_twice")
            elif known and word not in known:
                wanted = f"{what} has only {', '.join(f'`{k}`' for k in known)}"
                self._report(key, f"the key `{word}`{_near(word, known)}", wanted, "unknown_key")
            else:
                found[word] = value
        for key in needed:
            if key not in found:
                self._report(node, f"{what} without `{key}:`", f"the key `{key}`", "missing_key")
        return found

    def _list(self, node: Any, what: str) -> list[Any]:
        if node is None:
            return []
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if isinstance(node, yaml.ScalarNode) and what == "words":
            return [node]
        self._report(node, f"something else than a list of {what}", f"{what}, one a line, each behind `- `", "list")
        return []

    def _text(self, node: Any) -> str:
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        if node is not None:
            self._report(node, "keys or a list", "plain words", "value")
        return ""

    def _report(self, node: Any, found: str, wanted: str, kind: str) -> None:
        line = node.start_mark.line + 1 if node is not None else 1
        self.problems.append(_problem(self.path, line, found, wanted, f"codebook.{kind}"))


def _near(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f" (did you mean `{near[0]}`?)" if near else ""
