"""Which themes a note is about, by rules that quote the words they matched."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

REACH = 5
_QUOTES, _DOUBLE = "\u2018\u2019\u02bc`", "\u201c\u201d"
_DASHES = "\u2010\u2011\u2012\u2013\u2014"
_SAME_LENGTH = str.maketrans(
    {**dict.fromkeys(_QUOTES, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_DASHES, "-"), "\u00a0": " "}
)
_BETWEEN = r"[^\w.!?;:]+"
_ANY_WORD = r"[\w']+"
_CLAUSE_END = re.compile(r"[.!?;:,]|\b(?:but|although|though|however|because|and|so|except)\b")
_NEGATION = re.compile(
    r"\b(?:no|not|never|nor|neither|without|cannot|nobody|none|nothing|refus\w*|declin\w*|denie\w*|denied"
    r"|\w+n't|dont|doesnt|didnt|wont|cant|isnt|wasnt)\b"
)


class Negation(Enum):
    """What a "not" before the words does to a rule, which is the theme's own business.

    "Did not want to move" is about home all the same (KEEPS); "no visits from family" cancels nothing,
    "no concerns about money" does (CANCELS); "no police" makes the theme that "police" alone does not (FLIPS).
    """

    KEEPS = "keeps"
    CANCELS = "cancels"
    FLIPS = "flips"


@dataclass(frozen=True)
class Rule:
    """Words that earn a theme, and the contexts in which they do not.

    A phrase is words in order: `frighten*` any ending, `go|went|gone` one of several, `_` any one word,
    `...` up to four words in between. No phrase runs past the end of a sentence.
    """

    phrases: tuple[str, ...]
    negation: Negation = Negation.KEEPS
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme:
    """One theme of a codebook: its key, the words to print, and its rules."""

    key: str
    title: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Codebook:
    """Themes in their order, and phrases that rule out whatever stands in the reach of them.

    `ruled_out` are the phrases such as "no concerns about" that cancel a match of any theme behind them
    in the clause.
    """

    themes: tuple[Theme, ...]
    ruled_out: tuple[str, ...] = ()
    _compiled: list[tuple[str, "_Compiled"]] = field(default_factory=list, repr=False, compare=False)

    def code(self, text: str) -> dict[str, list[tuple[int, int]]]:
        """Themes of a note, each with where the words stand that earned it: (start, end) in `text`.

        A note that no rule matches gives nothing: no theme is ever forced.
        """
        if not self._compiled:
            self._compiled.extend(
                (theme.key, _Compiled(rule, self.ruled_out)) for theme in self.themes for rule in theme.rules
            )
        seen = lowered(text)
        found: dict[str, set[tuple[int, int]]] = {}
        for key, rule in self._compiled:
            if spans := rule.spans(seen):
                found.setdefault(key, set()).update(spans)
        return {key: _outermost(spans) for key, spans in found.items()}


class _Compiled:
    """A rule as regular expressions."""

    def __init__(self, rule: Rule, ruled_out: Iterable[str]) -> None:
        self._words = alternatives(rule.phrases)
        self._unless = alternatives(rule.unless) if rule.unless else None
        self._ruled_out = alternatives(ruled_out) if ruled_out else None
        self._negation = rule.negation

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand, exceptions and negation considered."""
        spans = [found.span() for found in self._words.finditer(text)]
        if not spans:
            return []
        barred = [found.span() for found in self._unless.finditer(text)] if self._unless else []
        return [
            span
            for span in spans
            if not any((a <= span[0] and span[1] <= b) or (span[0] <= a and b <= span[1]) for a, b in barred)
            and self._stands(text, *span)
        ]

    def _stands(self, text: str, start: int, end: int) -> bool:
        before = _clause_before(text, start)
        if self._ruled_out and self._ruled_out.search(f"{before}{text[start:end]}"):
            return False
        if self._negation is Negation.KEEPS:
            return True
        words = re.findall(r"[\w']+", before)[-REACH:]
        negated = bool(_NEGATION.search(" ".join(words))) or bool(_NEGATION.match(text[start:end]))
        return negated is (self._negation is Negation.FLIPS)


def lowered(text: str) -> str:
    """The text in small letters with plain quotes and dashes; every sign stays where it stood."""
    small = text.translate(_SAME_LENGTH)
    lower = small.lower()
    return lower if len(lower) == len(small) else "".join(c.lower() if len(c.lower()) == 1 else c for c in small)


def alternatives(phrases: Iterable[str]) -> re.Pattern[str]:
    """One expression for several phrases, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase.split()), -len(phrase), phrase))
    return re.compile("|".join(expression(phrase) for phrase in ordered))


def expression(phrase: str) -> str:
    """A phrase as a regular expression."""
    parts: list[str] = []
    for word in lowered(phrase).split():
        if word == "...":
            parts.append(rf"(?:{_BETWEEN}{_ANY_WORD}){{0,4}}")
            continue
        one = _ANY_WORD if word == "_" else "|".join(re.escape(w).replace(r"\*", r"[\w']*") for w in word.split("|"))
        parts.append(f"{_BETWEEN if parts else ''}(?:{one})")
    return rf"\b{''.join(parts)}(?!\w)"


def _clause_before(text: str, start: int) -> str:
    """What stands before a match in its clause."""
    before = text[max(0, start - 120) : start]
    cut = max((found.end() for found in _CLAUSE_END.finditer(before)), default=0)
    return before[cut:]


def _outermost(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those within another left out."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept


def read_codebook(text: str) -> Codebook:
    """A codebook from YAML in the form of `codebook.yaml`, where the form is explained.

    Raises:
        ValueError: a key is missing or unknown, or a negation is none of the three.
    """
    import yaml

    settings = yaml.safe_load(text)
    if not isinstance(settings, dict) or settings.keys() - {"ruled_out", "themes"} or "themes" not in settings:
        raise ValueError("a codebook has `themes:` and, where wanted, `ruled_out:`")
    themes = tuple(_theme(key, entry) for key, entry in settings["themes"].items())
    return Codebook(themes, tuple(settings.get("ruled_out", ())))


def shipped_codebook() -> Codebook:
    """The codebook that comes with the package."""
    return read_codebook(Path(__file__).with_name("codebook.yaml").read_text(encoding="utf-8"))


def _theme(key: str, entry: Mapping[str, Any]) -> Theme:
    if entry.keys() != {"title", "rules"}:
        raise ValueError(f"theme `{key}` needs `title:` and `rules:`, and nothing else")
    return Theme(key, entry["title"], tuple(_rule(key, rule) for rule in entry["rules"]))


def _rule(key: str, entry: Mapping[str, Any]) -> Rule:
    if "phrases" not in entry or entry.keys() - {"phrases", "negation", "unless"}:
        raise ValueError(f"a rule of theme `{key}` has `phrases:` and, where wanted, `negation:` and `unless:`")
    negation = Negation(entry.get("negation", Negation.KEEPS.value))
    return Rule(tuple(entry["phrases"]), negation, tuple(entry.get("unless", ())))
