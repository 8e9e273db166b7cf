"""Absolute words, which one row of a register proves wrong."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Sentence, Severity, Words
from evidencegen.packs.mention import figure_for, mentions, stems
from evidencegen.release.figure import Figure, per_cent

_TIMES = (
    r"(?:other |single |few |couple of |\d+ |two |three |four |six |eight |twelve |fortnight\b)*"
    r"(?:day|week|month|quarter|year|hour|morning|night|shift|time|fortnight|monday|tuesday|wednesday|thursday|"
    r"friday|term|spring|"
    r"autumn|summer|winter|second|third)s?\b"
)
_COUNTED = (
    r"(?:of (?:the|our|these|those|its|them) )?(?:the |our |these |those )?(?:\d[\d,]*|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve)\b"
)
_TIMES, _COUNTED = (words.replace(" ", r"\ ") for words in (_TIMES, _COUNTED))
_ABSOLUTE = re.compile(
    rf"""
    \b(?:
      (?<!at\ )(?<!after\ )(?<!not\ )(?<!above\ )(?<!of\ )(?<!in\ )(?<!among\ )(?<!they\ )(?<!it\ )(?<!for\ )
        all(?:\ of)?\b(?!\ (?:take|took|play|sit|meet)\b)
        (?!\ (?:{_COUNTED}|in\ all|that|they|it|you|we|but|right|too|along|day|over|round|else|so)\b)
        (?:\ our\b|\ the\b)?
    | (?<!not\ )(?<!or\ )(?<!at\ )every\b(?!\ {_TIMES})(?!\ (?:one\ of\ the|so\ often))
    | (?<!not\ )(?:everyone|everybody)\b
    | (?<!not\ )always\b
    | never\b(?!\ events?\b)(?!\ (?:competent|completed|recorded|held)\b(?=[,.;]|$))
    | zero[ -]tolerance\b
    | (?<!at\ )(?<!or\ )(?:no[ ]one|nobody(?!\ from\b)|none\ of\ (?:our|the)\ \w+)\b
    | without\ (?:exception|fail)\b
    | (?<!not\ )(?<!no\ )(?<!cannot\ )guarantee(?:s|d)?\b
    | (?:completely|totally|entirely|fully)\ (?:eliminat\w+|prevent\w*|remov\w+\ (?:all|any)|safe\b|risk[ -]free)
    | at\ all\ times\b
    | no\ (?:room\ for\ error|exceptions?|tolerance\ (?:of|for))\b
    | in\ (?:all|every)\ (?:cases?|circumstances?|instances?)\b
    | (?:invariably|unfailingly)\b
    )
    | (?<![\w.,])100\ ?(?:%|per\ ?cent\b)(?!\ compliant)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SAID_BY_SOMEBODY = re.compile(
    r"(?<![\w])['‘][^'’\n]{0,300}['’](?!\w)|[\"“][^\"”\n]{0,300}[\"”]|"
    r"\b(?:said|says|told \w+|feels?|felt|thought|asked)(?: \w+){0,2}? (?:that )?(?:he|she|they|it|her|his|"
    r"their)\b[^.;]*"
)
_NO_CLAIM = re.compile(
    r"\bso (?:that )?(?:no one|nobody|everyone|everybody)\b|\b(?:do|does|did|can|could|will|would)(?: not|n't) \w* "
    r"?(?:always|guarantee|every\w*|all)\b|"
    r"\bnot (?:always|every\w*|all)\b|\b(?:if|where|when|whether|unless) (?:no one|nobody|everyone|everybody|all|"
    r"every)\b|"
    r"\bcannot (?:always|guarantee)\b|\b(?:had|has|have) (?:no one|nobody)\b|\bnobody else\b|"
    r"\bthat (?:no one|nobody)\b|\bwho had never\b|\b(?:[Hh]e|[Ss]he|[Tt]hey|who) (?:had|has) (?:always|never)\b",
    re.IGNORECASE,
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for sentence in words.sentences:
        passed = [m.span() for p in (_SAID_BY_SOMEBODY, _NO_CLAIM) for m in p.finditer(sentence.text)]
        for match in _ABSOLUTE.finditer(sentence.text):
            if any(a <= match.start() < b for a, b in passed):
                continue
            figure = _told_of(sentence, held)
            if _is_borne_out(match[0], sentence, figure, held):
                continue
            start = sentence.start + match.start()
            hit = Hit(sentence.paragraph, start, start + len(match[0]))
            if figure is not None and figure.share is not None and figure.share < 1:
                why = f'"{figure.title}" is {per_cent(figure.share)} in the registers, and not all'
                hit = Hit(sentence.paragraph, hit.start, hit.end, why=why, severity=Severity.STOP)
            yield hit


def _told_of(sentence: Sentence, held: Held) -> Figure | None:
    """The figure that a sentence with no number of its own is plainly about."""
    return figure_for(stems(sentence.text), held.figures) if held.figures else None


def _is_borne_out(said: str, sentence: Sentence, figure: Figure | None, held: Held) -> bool:
    """Whether figures say all of them: the one it is about, or one of as many of as many."""
    if figure is not None and figure.share == 1:
        return True
    if said.startswith("100"):
        words = stems(sentence.text)
        every_one = (f for f in (held.figures or {}).values() if f.share == 1)
        return any(stems(f"{f.title} {f.group}") & words for f in every_one)
    every = {(f.counted, f.out_of) for f in (held.figures or {}).values() if f.share == 1}
    pairs = [(one.counted, one.out_of) for one in mentions(sentence.text) if one.counted is not None]
    return any(a == b and (held.figures is None or (a, b) in every) for a, b in pairs)


ABSOLUTE = Lint(
    key="absolute",
    title="Absolute words against the data",
    why="one row that says otherwise makes the sentence untrue, and a careful reader looks for it",
    suggestion="say how many of how many, or what is done so that it happens",
    severity=Severity.WARN,
    find=_find,
)
