"""Counts and percentages that a document prints and no figure of it carries."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from evidencegen.documents.printed import Document
from evidencegen.packs.own_number import NOT_COUNTED, NUMBERS
from evidencegen.release.figure import per_hundred
from evidencegen.release.outsider import HIDDEN
from evidencegen.release.printed_figure import number_in

IN_THE_MANIFEST = "in the manifest"
SCORED = "Criterion"
"""How the table begins that repeats what the buyer scores by."""
BUYERS_WORDS = frozenset({"Question", "Asked by", "Terms", SCORED})
"""Rows of the table at the head of a tender that repeat what the buyer wrote."""
TICKS = frozenset({0, 25, 50, 75, 100})
"""Per cents that stand along the axis of a chart."""
_ASKED = re.compile(rf"(?:{'|'.join(sorted(BUYERS_WORDS))})(?::|\s*\n|\s{{2,}})")
"""How the same rows begin in plain text, which has no tables."""
_COUNT = rf"(?:about )?(?:\d[\d,]*|{'|'.join(NUMBERS)})"
_PAIR = re.compile(
    rf"(?<![\w.,/])({_COUNT})(?: out)? of (?:the |our |all )?(?:about )?(\d[\d,]*)(?![\w%/]|[.,]\d)"
    rf"(?! (?:{NOT_COUNTED})\b)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\w.,/])(\d{1,4})/(\d{2,4})(?![\w%/]|[.,]\d)")
_SHARE_OF_PAIR = re.compile(rf"(?<![\d.])(\d+)%[^%()]{{0,90}}\(({_COUNT}) of (\d[\d,]*)\)")
_PER_CENT = re.compile(r"(?<![\d.,])(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)(?! range\b)")
_NEARLY = re.compile(r"\b(under 1|over 99)%")
"""How a share is printed that rounds to nought or to all of them, and is neither."""
_ALONE = re.compile(r"(?:about )?\d[\d,]*(?: \[[a-z]\])?")
_PAGE = re.compile(r"Page \d+ of \d+")
_SMALLEST_SLASHED = 10


@dataclass(frozen=True)
class Stray:
    """A number that a document prints and no figure of it carries, or that one carries and the rule forbids."""

    document: str
    where: str
    words: str


def strays(document: Document) -> Iterator[Stray]:
    """Counts such as `3 of 12`, `3 out of 12` and `3/12`, or alone in a cell, that no figure carries and that are small
    or not rounded; percentages that no figure carries; and counts with the percentage of others. Of numbers that a
    cell of a workbook stores, every one that no figure carries, digits that are not shown included.

    Looks at pages, tables, alternative texts, bookmarks and properties. The buyer's own words, which nobody here can
    change, are passed over. A document without a manifest carries no figures, so nothing is said of it.
    """
    if not document.manifest:
        return
    carried = _Carried(document)
    yield from (Stray(document.name, IN_THE_MANIFEST, words) for words in carried.against_the_rule())
    scored = [table.rows for table in document.tables if table.rows and table.rows[0][:1] == (SCORED,)]
    rows = [row for table in document.tables for row in table.rows if row and row[0] in BUYERS_WORDS]
    asked = " ".join(" ".join(row) for row in (*rows, *(row for table in scored for row in table)))
    if not document.tables:
        asked += " ".join(" ".join(text.split()) for _, text in document.others if _ASKED.match(text))
    pages = ((f"on page {number}", text) for number, text in enumerate(document.pages, 1))
    for where, text in (*pages, *document.others):
        plain = _PAGE.sub("", " ".join(text.split()))
        for words in dict.fromkeys(carried.strange_in(plain)):
            if words not in asked:
                yield Stray(document.name, where, words)
    for table in document.tables:
        for row in table.rows:
            yield from (Stray(document.name, table.where, words) for words in carried.strange_cells(row))
    for stored in document.numbers:
        if not carried.is_carried(stored.number, stored.is_share):
            words = f"{stored.number * 100:.10g}%" if stored.is_share else f"{stored.number:,.15g}"
            yield Stray(document.name, stored.where, words)


class _Carried:
    """What the figures of a document carry: single counts, pairs of counts, and the percentages of each pair.

    `in_cells` is what may stand alone in a cell: counts, and in a workbook the other whole numbers of figures too.
    """

    def __init__(self, document: Document) -> None:
        self.rule = document.rules["people"]
        self.figures: list[dict[str, Any]] = document.manifest["figures"]
        self.per_cents: dict[tuple[int, int], set[int]] = {}
        for f in self.figures:
            if f["counted"] is not None and f["out_of"] is not None and f["per_cent"] is not None:
                self.per_cents.setdefault((f["counted"], f["out_of"]), set()).add(f["per_cent"])
        self.pairs = {(f["counted"], f["out_of"]) for f in self.figures}
        self.counts = {n for pair in self.pairs for n in pair if n is not None}
        named = (f.get(key) for f in self.figures for key in ("per_cent", "low", "high", "target"))
        per_cents = {float(n) for n in named if n is not None}
        self.any_per_cent = TICKS | per_cents
        self.shares = {round(n) for n in per_cents}
        self.in_cells = self.counts | set(self._not_counts()) if document.numbers else self.counts

    def _not_counts(self) -> Iterator[int]:
        """Whole numbers of figures besides counts: of days, of those still waiting, of events for each hundred."""
        for figure in self.figures:
            yield from (figure[key] for key in ("median", "ninetieth") if figure.get(key) is not None)
            if (waiting := figure.get("waiting")) and waiting != HIDDEN:
                yield number_in(waiting)
            if (of := figure.get("per_hundred_of")) and figure["counted"] is not None:
                yield per_hundred(figure["counted"], of)

    def is_carried(self, stored: float, is_share: bool) -> bool:
        """Whether a stored number is one of a figure, to its last digit."""
        number = round(stored * 100, 9) if is_share else stored
        return number in (self.shares if is_share else self.in_cells)

    def is_bare(self, counts: Iterable[int]) -> bool:
        """Whether any of these is too small to be shown, or not rounded."""
        return any(0 < n < self.rule["smallest_shown"] or n % self.rule["base"] for n in counts)

    def is_anothers(self, per_cent: int, pair: tuple[int, int]) -> bool:
        """Whether these counts are those of a figure, and the percentage beside them is not."""
        return pair in self.pairs and per_cent not in self.per_cents.get(pair, ())

    def against_the_rule(self) -> Iterator[str]:
        """Figures of people that tell what their own rule hides."""
        for figure in self.figures:
            waiting = figure.get("waiting")
            waiting = number_in(waiting) if waiting and waiting != HIDDEN else None
            told = [n for n in (figure["counted"], figure["out_of"], waiting) if n is not None]
            left_over = figure["mark"] == HIDDEN and figure["per_cent"] is not None
            if figure["about"] != "records" and (self.is_bare(told) or left_over):
                yield f"{figure['key']}: {' of '.join(map(str, told)) or figure['per_cent']}"

    def strange_in(self, text: str) -> Iterator[str]:
        """Pairs of counts and percentages in running text that no figure carries."""
        for match in _PAIR.finditer(text):
            pair = _number(match[1]), _number(match[2])
            if pair not in self.pairs and self.is_bare(pair):
                yield match.group()
        for match in _SLASHED.finditer(text):
            pair = int(match[1]), int(match[2])
            if pair[0] < pair[1] >= _SMALLEST_SLASHED and pair not in self.pairs and self.is_bare(pair):
                yield match.group()
        text = _NEARLY.sub(lambda match: "0%" if match[1] == "under 1" else "100%", text)
        for match in _SHARE_OF_PAIR.finditer(text):
            pair = _number(match[2]), _number(match[3])
            if self.is_anothers(int(match[1]), pair):
                yield match.group()
        for match in _PER_CENT.finditer(text):
            if float(match[1]) not in self.any_per_cent:
                yield match.group()

    def strange_cells(self, row: tuple[str, ...]) -> Iterator[str]:
        """Counts alone in a cell that no figure carries, and a percentage beside a pair of counts that has another."""
        cells = row[1:]
        for words in cells:
            if _ALONE.fullmatch(words) and (number := number_in(words)) not in self.in_cells and self.is_bare([number]):
                yield words
        pairs = [(_number(m[1]), _number(m[2])) for cell in cells if (m := _PAIR.fullmatch(cell))]
        shares = [int(m[1]) for cell in cells if (m := re.fullmatch(r"(\d+)%", cell))]
        if len(pairs) == len(shares) == 1 and self.is_anothers(shares[0], pairs[0]):
            yield f"{shares[0]}% beside {' of '.join(map(str, pairs[0]))}"


def _number(words: str) -> int:
    plain = words.lower().removeprefix("about ")
    return NUMBERS[plain] if plain in NUMBERS else number_in(plain)
