"""Words in order, found in a text whatever their endings, spelling and the words in between."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import NamedTuple

_QUOTES, _DOUBLE = "\u2018\u2019\u02bc`\u00b4", "\u201c\u201d"
_DASHES = "\u2010\u2011\u2012\u2013\u2014"
_SAME_LENGTH = str.maketrans(
    {**dict.fromkeys(_QUOTES, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_DASHES, "-"), "\u00a0": " "}
)
_WORD = re.compile(r"\w+(?:'\w+)*|[£&.!?;:,\n]")
_SENTENCE_ENDS, _CLAUSE_ENDS = frozenset(".!?;\n"), frozenset(":,")
_JOINS = frozenset(
    ("but", "although", "though", "however", "because", "and", "so", "except", "only", "just", "while", "&")
)
_GAPS = {"..": 2, "...": 4, "....": 8}
_LIST = re.compile(r"[A-Z][A-Z_]+")
_PLAIN = re.compile(r"[a-z]+(?:\|[a-z]+)*")
_WRITTEN = re.compile(r"\.{2,4}|\([^()\s]+\)|[^()\s]+")
ANY = "_"


@dataclass(frozen=True)
class Text:
    """A text as words in small letters, rightly spelt, and where each stands.

    `forms` holds each word and, where it has one, its other form: "carer" of "carer's", "n't" of "doesn't".
    Words of one sentence share its number in `sentences`, words of one clause theirs in `clauses`.
    """

    forms: tuple[tuple[str, str], ...]
    places: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def after(self, place: int) -> tuple[str, str]:
        """The forms of the next word of a sentence, blank at its end."""
        goes_on = place + 1 < len(self.forms) and self.sentences[place] == self.sentences[place + 1]
        return self.forms[place + 1] if goes_on else ("", "")

    @cached_property
    def said(self) -> dict[int, set[str]]:
        """The forms of all words of each sentence."""
        said: dict[int, set[str]] = {}
        for sentence, both in zip(self.sentences, self.forms, strict=True):
            said.setdefault(sentence, set()).update(both)
        return said


def words_of(text: str, spellings: Mapping[str, str]) -> Text:
    """The words of a text; those with a better spelling are given it, and stay where they stand."""
    seen = lowered(text)
    forms: list[tuple[str, str]] = []
    places: list[tuple[int, int]] = []
    sentences: list[int] = []
    clauses: list[int] = []
    sentence = clause = 0
    for found in _WORD.finditer(seen):
        word = found[0]
        if word in _SENTENCE_ENDS:
            start, end = found.span()
            if not (word == "." and start and seen[start - 1].isdigit() and seen[end : end + 1].isdigit()):
                sentence += 1
                clause += 1
            continue
        if word in _CLAUSE_ENDS:
            clause += 1
            continue
        if word in _JOINS:
            clause += 1
        word = "and" if word == "&" else spellings.get(word, word)
        forms.append((word, _other_form(word)))
        places.append(found.span())
        sentences.append(sentence)
        clauses.append(clause)
    return Text(tuple(forms), tuple(places), tuple(sentences), tuple(clauses))


def _other_form(word: str) -> str:
    if word.endswith("n't"):
        return "n't"
    head, mark, _ = word.partition("'")
    return head if mark else word


def lowered(text: str) -> str:
    """The text in small letters with plain quotes and dashes; every sign stays where it stood."""
    small = text.translate(_SAME_LENGTH)
    lower = small.lower()
    return lower if len(lower) == len(small) else "".join(c.lower() if len(c.lower()) == 1 else c for c in small)


class _Step(NamedTuple):
    """One word of a phrase: which words will do, and how many others may stand before it."""

    words: frozenset[str]
    starts: tuple[str, ...]
    gap: int = 0
    any_word: bool = False


Way = tuple[_Step, ...]


class Wording:
    """How phrases are written: the lists of words they may name, and each phrase as it was understood once."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._lists = lists
        self._ways: dict[str, tuple[Way, ...]] = {}
        self._parts: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}

    def ways(self, phrase: str) -> tuple[Way, ...]:
        """Each way in which a phrase may be said: with its optional words and without.

        Raises:
            ValueError: it is empty, begins or ends with a gap or any word, or names a list that is not there.
        """
        if phrase not in self._ways:
            self._ways[phrase] = tuple(self._read(phrase))
        return self._ways[phrase]

    def opening(self, phrase: str) -> str:
        """The part that every way of a phrase begins with; the rest is not looked at.

        Raises:
            ValueError: there is no such part, or it is no word.
        """
        first, *_ = phrase.split(maxsplit=1) or [ANY]
        if first == ANY or first in _GAPS or (first not in self._parts and not _WRITTEN.fullmatch(first)):
            self.ways(phrase)
        return first

    def _read(self, phrase: str) -> Iterator[Way]:
        parts = _WRITTEN.findall(phrase)
        if "".join(parts) != "".join(phrase.split()):
            raise ValueError(f"`{phrase}` has a bracket that is not closed, or words side by side in one")
        if parts and (parts[0].startswith("(") or parts[-1].startswith("(")):
            raise ValueError(
                f"`{phrase}` begins or ends with a word in brackets, which changes nothing; leave one or the other out"
            )
        ways = product(*(((part[1:-1],), ()) if part.startswith("(") else ((part,),) for part in parts))
        for way in ways:
            steps: list[_Step] = []
            gap = 0
            for part in (one for some in way for one in some):
                if part in _GAPS:
                    gap = _GAPS[part]
                    continue
                words, starts = self.part(part, phrase)
                steps.append(_Step(words, starts, gap if steps else 0, any_word=part == ANY))
                gap = 0
            if not steps or gap or steps[0].any_word or parts[0] in _GAPS:
                raise ValueError(f"`{phrase}` needs a word of its own at its beginning and at its end")
            yield tuple(steps)

    def part(self, part: str, phrase: str) -> tuple[frozenset[str], tuple[str, ...]]:
        """The words, and the beginnings of words, that one part of a phrase stands for.

        Raises:
            ValueError: its list is not there, or no text can hold such a word.
        """
        if part not in self._parts and _PLAIN.fullmatch(part):
            self._parts[part] = frozenset(part.split("|")), ()
        elif part not in self._parts:
            words: set[str] = set()
            for one in part.split("|") if part != ANY else ():
                if _LIST.fullmatch(one):
                    if one not in self._lists:
                        raise ValueError(f"`{phrase}` names the list {one}, which is not there")
                    words.update(self._lists[one])
                else:
                    words.add(lowered(one))
            if not all(_fit(word) for word in words):
                raise ValueError(
                    f"`{phrase}` has a word that no text can hold; use letters, `|` and `*` at a word's end"
                )
            starts = tuple(sorted(word[:-1] for word in words if word.endswith("*")))
            self._parts[part] = frozenset(word for word in words if not word.endswith("*")), starts
        return self._parts[part]


@cache
def _fit(word: str) -> bool:
    bare = word.removesuffix("*")
    return bool(bare) and (bool(re.fullmatch(r"\w+(?:'\w+)*", bare)) or word in ("£", "n't"))


class _Alike:
    """Phrases that begin alike and need the same further part, if any, which comes next where `beside`."""

    def __init__(self, wording: Wording, phrase: str, needed: str, beside: bool) -> None:
        self._wording = wording
        self.words, self.starts = wording.part(needed, phrase) if needed else (frozenset[str](), ())
        self.beside = beside
        self.phrases: list[tuple[int, str]] = []

    def may_go_on(self, after: tuple[str, str], sentence: Set[str]) -> bool:
        """Whether a sentence has what these phrases need; `after` are the forms of its next word, blank at its end."""
        words, (word, other) = self.words, after
        if self.beside:
            return word in words or other in words or word.startswith(self.starts)
        return not words or not words.isdisjoint(sentence)

    @cached_property
    def ways(self) -> list[tuple[int, Way]]:
        """Each way of these phrases without its first word."""
        return [(number, way[1:]) for number, phrase in self.phrases for way in self._wording.ways(phrase)]


class Phrases:
    """Many phrases at once, each with its number, found by the word it begins with.

    The rest of a phrase is understood when a text first holds that word and another that it needs: most never are.

    Raises:
        ValueError: a phrase begins with no word, or names a list that is not there; of the rest, when it is met.
    """

    def __init__(self, written: Iterable[tuple[int, str]], wording: Wording) -> None:
        self._wording = wording
        self._written: dict[str, list[tuple[int, str]]] = {}
        self._by_word: dict[str, list[str]] = {}
        self._by_start: dict[str, list[str]] = {}
        for number, phrase in written:
            first = wording.opening(phrase)
            if first not in self._written:
                words, starts = wording.part(first, phrase)
                for known, beginnings in ((self._by_word, words), (self._by_start, starts)):
                    for one in beginnings:
                        known.setdefault(one, []).append(first)
            self._written.setdefault(first, []).append((number, phrase))
        self._lengths = tuple(sorted({len(start) for start in self._by_start}))
        self._met: dict[tuple[str, str], tuple[_Alike, ...]] = {}
        self._begun: dict[str, dict[tuple[str, bool], _Alike]] = {}

    def found(self, text: Text) -> Iterator[tuple[int, int, int]]:
        """Number of each phrase found, and its first and last word."""
        for place, both in enumerate(text.forms):
            if (phrases := self._met.get(both)) is None:
                phrases = self._meet(both)
            if not phrases:
                continue
            sentence, after = text.said[text.sentences[place]], text.after(place)
            for alike in phrases:
                if alike.may_go_on(after, sentence):
                    for number, steps in alike.ways:
                        if (last := _follow(text, place, steps)) >= 0:
                            yield number, place, last

    def _meet(self, forms: tuple[str, str]) -> tuple[_Alike, ...]:
        """The phrases that may begin with a word, laid out when the word is first met."""
        starts = (forms[0][:length] for length in self._lengths if length <= len(forms[0]))
        firsts = [first for form in forms for first in self._by_word.get(form, ())]
        firsts += [first for start in starts for first in self._by_start.get(start, ())]
        self._met[forms] = tuple(alike for first in dict.fromkeys(firsts) for alike in self._begin(first))
        return self._met[forms]

    def _begin(self, first: str) -> Iterable[_Alike]:
        """The phrases that begin with a part, by what they need next."""
        if first not in self._begun:
            found = self._begun[first] = {}
            for number, phrase in self._written[first]:
                key = self._needed(phrase)
                if key not in found:
                    found[key] = _Alike(self._wording, phrase, *key)
                found[key].phrases.append((number, phrase))
        return self._begun[first].values()

    def _needed(self, phrase: str) -> tuple[str, bool]:
        """The part that must come next or, where that is left open, a later one of whole words; and which it is."""
        rest = phrase.split()[1:]
        sure = [part for part in rest if part not in _GAPS and part != ANY and not part.startswith("(")]
        if sure[:1] == rest[:1]:
            return "".join(rest[:1]), bool(rest)
        return next((part for part in sure if not self._wording.part(part, phrase)[1]), ""), False


def _follow(text: Text, place: int, steps: tuple[_Step, ...], at: int = 0) -> int:
    """The last word of a phrase that has come to `place` and goes on with step `at`; -1 where the text does not."""
    if at == len(steps):
        return place
    step, forms, sentences = steps[at], text.forms, text.sentences
    sentence = sentences[place]
    for there in range(place + 1, min(place + 2 + step.gap, len(forms))):
        if sentences[there] != sentence:
            break
        word, other = forms[there]
        if word in step.words or other in step.words or step.any_word or (step.starts and word.startswith(step.starts)):
            last = _follow(text, there, steps, at + 1)
            if last >= 0:
                return last
    return -1
