"""Which themes a note is about, by rules that quote the words they matched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from evidencegen.measures.phrase import Phrases, Text, Wording, words_of
from evidencegen.measures.sign import Signs

REACH = 5
Span = tuple[int, int]
_NEGATIONS = frozenset(
    ("n't", "no", "not", "never", "nor", "neither", "without", "cannot", "nobody", "none", "nothing")
)
_NEGATION_STARTS = ("refus", "declin", "denie")


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
    """Phrases that earn a theme, and the company in which they do not.

    `unless` are phrases that, where they share a word with the match, take it away; the four others look further:
    at the whole sentence, or the whole note, for a phrase that must not, or must, stand there.
    """

    phrases: tuple[str, ...]
    negation: Negation = Negation.KEEPS
    unless: tuple[str, ...] = ()
    unless_in_sentence: tuple[str, ...] = ()
    unless_in_note: tuple[str, ...] = ()
    only_in_sentence: tuple[str, ...] = ()
    only_in_note: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme:
    """One theme of a codebook: its key, the words to print, its rules, and what is an exception to all of them."""

    key: str
    title: str
    rules: tuple[Rule, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class RuledOut:
    """Phrases that say a topic is not there, for every theme.

    `after`: what follows in the sentence, up to a "but", is ruled out ("no concerns about money or visitors").
    `before`: what stands before in the clause is ("money was not an issue").
    `note`: what stands before in the whole note is ("all fine, nothing to report").
    """

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    note: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """Themes in their order, what rules a topic out, how its phrases are worded, better spellings, and signs if any."""

    themes: tuple[Theme, ...]
    ruled_out: RuledOut = field(default=RuledOut())
    wording: Wording = field(default_factory=lambda: Wording({}), repr=False)
    spellings: Mapping[str, str] = field(default_factory=dict, repr=False)
    signs: Signs | None = field(default=None, repr=False)

    def code(self, text: str) -> dict[str, list[Span]]:
        """Themes of a note in the codebook's order, each with the words that earned it: (start, end) in `text`.

        A note that no rule matches gives nothing: no theme is ever forced.
        """
        note = words_of(text, self.spellings)
        by_rule: dict[int, set[Span]] = {}
        for number, first, last in self._index.found(note):
            by_rule.setdefault(number, set()).add((first, last))
        if not by_rule and self.signs is None:
            return {}
        silent = self._ruled_out(note)
        found: dict[str, set[Span]] = {}
        barred: dict[str, list[Span]] = {}
        for number in sorted(by_rule):
            theme, rule = self._rules[number]
            if theme not in barred:
                barred[theme] = _places(self._exceptions[theme], note)
            if number not in self._compiled:
                self._compiled[number] = _Compiled(rule, self.wording)
            if spans := self._compiled[number].standing(note, by_rule[number], silent, barred[theme]):
                found.setdefault(theme, set()).update(spans)
        if self.signs is not None:
            found = self.signs.settled(found, note, silent)
        order = (theme.key for theme in self.themes)
        return {theme: _quoted(note, found[theme]) for theme in order if theme in found}

    @cached_property
    def _rules(self) -> list[tuple[str, Rule]]:
        return [(theme.key, rule) for theme in self.themes for rule in theme.rules]

    @cached_property
    def _compiled(self) -> dict[int, "_Compiled"]:
        """Rules by their number, each made ready when its phrases are first found."""
        return {}

    @cached_property
    def _exceptions(self) -> dict[str, Phrases | None]:
        return {theme.key: _one(theme.unless, self.wording) for theme in self.themes}

    @cached_property
    def _index(self) -> Phrases:
        written = ((number, phrase) for number, (_, rule) in enumerate(self._rules) for phrase in rule.phrases)
        return Phrases(written, self.wording)

    @cached_property
    def _silencers(self) -> Phrases:
        kinds = (self.ruled_out.after, self.ruled_out.before, self.ruled_out.note)
        written = ((number, phrase) for number, kind in enumerate(kinds) for phrase in kind)
        return Phrases(written, self.wording)

    def _ruled_out(self, note: Text) -> frozenset[int]:
        """The words of a note whose topic is said not to be there."""
        silent: set[int] = set()
        for kind, first, last in self._silencers.found(note):
            if kind == 0:
                silent.update(_until_but(note, first, last))
            elif kind == 1:
                silent.update(w for w in range(last + 1) if note.clauses[w] == note.clauses[first])
            else:
                silent.update(range(last + 1))
        return frozenset(silent)


class _Compiled:
    """A rule, ready to judge the places where its phrases stand."""

    def __init__(self, rule: Rule, wording: Wording) -> None:
        self._negation = rule.negation
        self._unless = _one(rule.unless, wording)
        self._not_in_sentence, self._not_in_note = (
            _one(rule.unless_in_sentence, wording),
            _one(rule.unless_in_note, wording),
        )
        self._in_sentence, self._in_note = _one(rule.only_in_sentence, wording), _one(rule.only_in_note, wording)

    def standing(self, note: Text, spans: Iterable[Span], silent: frozenset[int], barred: list[Span]) -> list[Span]:
        """Those of the places that count; `barred` are the places of the theme's own exceptions."""
        kept = [span for span in spans if span[0] not in silent and self._is_as_negated(note, span)]
        if kept and (barred := barred + _places(self._unless, note)):
            kept = [span for span in kept if not any(a <= span[1] and span[0] <= b for a, b in barred)]
        if kept and self._not_in_sentence:
            there = _sentences(note, self._not_in_sentence)
            kept = [span for span in kept if note.sentences[span[0]] not in there]
        if kept and self._in_sentence:
            there = _sentences(note, self._in_sentence)
            kept = [span for span in kept if note.sentences[span[0]] in there]
        if kept and self._not_in_note and any(True for _ in self._not_in_note.found(note)):
            return []
        if kept and self._in_note and not any(True for _ in self._in_note.found(note)):
            return []
        return kept

    def _is_as_negated(self, note: Text, span: Span) -> bool:
        if self._negation is Negation.KEEPS:
            return True
        first = span[0]
        near = [w for w in range(max(0, first - REACH), first + 1) if note.clauses[w] == note.clauses[first]]
        negated = any(_negates(note.forms[word]) for word in near)
        return negated is (self._negation is Negation.FLIPS)


def _one(written: tuple[str, ...], wording: Wording) -> Phrases | None:
    return Phrases(((0, phrase) for phrase in written), wording) if written else None


def _places(wanted: Phrases | None, note: Text) -> list[Span]:
    return [(first, last) for _, first, last in wanted.found(note)] if wanted else []


def _negates(forms: tuple[str, str]) -> bool:
    return forms[0] in _NEGATIONS or forms[1] in _NEGATIONS or forms[0].startswith(_NEGATION_STARTS)


def _until_but(note: Text, first: int, last: int) -> Iterable[int]:
    """The words from the first to the end of the sentence, or to a "but" or the like behind the last."""
    for word in range(first, len(note)):
        if note.sentences[word] != note.sentences[first]:
            return
        if word > last and note.forms[word][0] in ("but", "although", "though", "however", "except", "only", "wants"):
            return
        yield word


def _sentences(note: Text, wanted: Phrases) -> set[int]:
    return {note.sentences[first] for _, first, _ in wanted.found(note)}


def _quoted(note: Text, spans: Iterable[Span]) -> list[Span]:
    """Where the words stand in the text, in order; those within others left out, those that overlap joined."""
    kept: list[Span] = []
    for first, last in sorted(spans):
        start, end = note.places[first][0], note.places[last][1]
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept
