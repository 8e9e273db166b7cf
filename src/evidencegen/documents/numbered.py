"""The paragraphs of an answer, numbered where its question has criteria, and what each tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from evidencegen.packs.criteria import CHARTS, HEADLINES, STORY, TABLES, Teller
from evidencegen.packs.draft import Draft

BY = "data-n"
"""The attribute that holds the number of a paragraph: no word of the page, so that nothing counts it as one."""
NO_NUMBER = frozenset({"absent", "remark", "meaning", "small", "how", "stop"})
"""Paragraphs that say why something is not there, or how something is to be read."""
WITHOUT_END = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b([^>]*)>")
_CLASS, _ID = re.compile(r'\bclass="([^"]*)"'), re.compile(r'\bid="([^"]*)"')
_STATEMENT = re.compile(r'<p\b[^>]*\bclass="statement')
_BEGINS = re.compile(rf'(<(?:p|li)\b[^>]* {BY}="[^>]*>)\s+')
_NOTE = re.compile(r'href="#note-(\d+)"')


@dataclass
class _Open:
    """An element that has begun: its tag, its classes, where it begins and where its words do."""

    tag: str
    kinds: frozenset[str]
    at: int
    words_at: int
    told: "_Told | None" = None


@dataclass
class _Told:
    """A thing that tells something, as it is gathered; `at` is where its number is put, none where it takes none."""

    what: str
    section: str
    part: str
    at: int = -1
    measures: set[str] = field(default_factory=set)
    statements: set[str] = field(default_factory=set)


def numbered(html: str, draft: Draft) -> str:
    """A page with a number on each paragraph of its answer, such as `2.3` in section 2, to which links may lead.

    A claim with what shows it is one paragraph, so is an item of a list that stands by itself. Tables, charts, case
    studies and the large numbers of a page take no number; what stands behind the answer neither.
    """
    written, before = [], 0
    for teller, at in _tellers(html, draft):
        if at >= 0:
            has_id = _ID.search(html, at, html.index(">", at))
            written += [html[before:at], f' {BY}="{teller.what}"' + ("" if has_id else f' id="p{teller.what}"')]
            before = at
    return _BEGINS.sub(r"\1", "".join([*written, html[before:]]))


def tellers_in(html: str, draft: Draft) -> tuple[Teller, ...]:
    """What tells what in a page of a draft, in its order; paragraphs by the numbers that they have or would have."""
    return tuple(teller for teller, _ in _tellers(html, draft))


def _tellers(html: str, draft: Draft) -> Iterator[tuple[Teller, int]]:
    """Each, and where its number is put; less than nothing where it takes none."""
    counts: dict[str, int] = {}
    sections = {section.key: section.number for section in draft.sections}
    for one in _Page(html, draft).told():
        what = one.what
        if one.at >= 0:
            counts[one.section] = counts.get(one.section, 0) + 1
            what = f"{sections[one.section]}.{counts[one.section]}"
        yield Teller(what, one.section, one.part, frozenset(one.measures), frozenset(one.statements)), one.at


class _Page:
    """A page as it is gone through, tag by tag."""

    def __init__(self, html: str, draft: Draft) -> None:
        self.html, self.draft = html, draft
        self.open: list[_Open] = []
        self.section = self.part = ""
        self.sections = {section.key: section for section in draft.sections[:-1]}
        self.measures = {str(note.number): note.figure.measure for note in draft.notes}

    def told(self) -> Iterator[_Told]:
        """Everything that tells something, in the order of the page, each when it ends."""
        for tag in _TAG.finditer(self.html):
            if tag[1]:
                yield from self._end(tag)
            elif tag[2] not in WITHOUT_END:
                self._begin(tag)

    def _begin(self, tag: re.Match[str]) -> None:
        kinds = frozenset(_found(_CLASS, tag[3]).split())
        one = _Open(tag[2], kinds, tag.start(), tag.end())
        if tag[2] == "section" and (key := _found(_ID, tag[3])):
            self.section, self.part = (key if key in self.sections else ""), ""
        within = self._within()
        if within and tag[2] == "a" and (note := _NOTE.search(tag[3])) and not self._is_aside():
            within.measures |= {self.measures[note[1]]} if note[1] in self.measures else set()
        if self.section and not within and (what := _what(one)) is not None:
            at = -1 if what else self._number_at(one)
            one.told = _Told(what, self.section, self.part, at) if what or at >= 0 else None
        self.open.append(one)

    def _end(self, tag: re.Match[str]) -> Iterator[_Told]:
        while self.open:
            one = self.open.pop()
            words = _plain(self.html[one.words_at : tag.start()])
            if one.tag == "h3":
                self.part = words
            if one.told and "claim" in one.kinds:
                one.told.statements |= self._statements(self.html[one.words_at : tag.start()])
            if one.told and one.told.what == STORY:
                case = next((story.case for story in self.draft.examples if story.case in words), "")
                one.told.what = f"{STORY} {case}".strip()
            if one.told and (words or one.told.what):
                yield one.told
            if one.tag == tag[2]:
                return

    def _within(self) -> _Told | None:
        return next((one.told for one in self.open if one.told), None)

    def _is_aside(self) -> bool:
        """Whether a place lies in words about what is not there."""
        return any(one.kinds & NO_NUMBER for one in self.open if one.tag == "p")

    def _number_at(self, one: _Open) -> int:
        """Where the number of a paragraph is put: behind the name of its tag, of a claim that of its statement."""
        if "claim" not in one.kinds:
            return one.at + 1 + len(one.tag)
        first = _STATEMENT.search(self.html, one.at)
        return first.start() + 2 if first else -1

    def _statements(self, html: str) -> set[str]:
        words = _plain(html)
        claims = [claim for part in self.sections[self.section].practice for claim in part.claims]
        return {one.number for one in claims if words.startswith(" ".join(str(one.statement).split()))}


def _what(one: _Open) -> str | None:
    """What an element tells as: nothing where it is a paragraph that takes a number, None where it tells nothing."""
    if one.tag == "table":
        return TABLES
    if one.tag == "figure":
        return CHARTS
    if "headlines" in one.kinds:
        return HEADLINES
    if "story" in one.kinds:
        return STORY
    if "claim" in one.kinds or (one.tag in ("p", "li") and not one.kinds & NO_NUMBER):
        return ""
    return None


def _found(pattern: re.Pattern[str], attributes: str) -> str:
    match = pattern.search(attributes)
    return match[1] if match else ""


def _plain(marked_up: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", marked_up)).split())
