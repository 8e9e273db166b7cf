"""The page as plain text to paste into a buyer's portal, with its words and characters counted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from evidencegen.documents.format import Filled, Format, Written
from evidencegen.documents.line import Paragraph
from evidencegen.documents.page import Block, Bullets, Cell, Part, Picture, Row, Table, every, read
from evidencegen.documents.pieces import caption_kind, draft_mark, heading_of, kind_of
from evidencegen.limit import Amount, Kind, Piece, Standing, amount_of, standing
from evidencegen.packs.draft import Draft

NOTE = "[{}]"


def write(parts: Iterable[Part]) -> str:
    """Parts of a page as text: a line for each paragraph, item and row, and an empty line where something new begins.

    No line is wrapped and no tab stands in it: the box it is pasted into does the one and may refuse the other.
    """
    return _written((what, one.text) for what, one in _lines(parts))


def pieces_of_text(parts: Iterable[Part]) -> tuple[Piece, ...]:
    """The lines of that text, as a buyer counts them."""
    return tuple(one for _, one in _lines(parts))


def _written(lines: Iterable[tuple[str, str]]) -> str:
    written: list[str] = []
    before = ""
    for what, line in lines:
        if written and (what != before or what in ("heading", "paragraph", "caption")) and before != "caption":
            written.append("")
        written.append(line)
        before = what
    return "\n".join(written) + "\n" if written else ""


def _lines(parts: Iterable[Part], within: Kind = "text", section: str = "") -> Iterator[tuple[str, Piece]]:
    """Each line, and what it is: a heading, a paragraph, an item, a caption, a row, or one of several abreast."""
    parts = list(parts)
    for at, part in enumerate(parts):
        kind = kind_of(part, within)
        if isinstance(part, Block) and "headline" not in part.kinds:
            abreast = "header" in part.kinds
            for what, one in _lines(part.parts, kind, heading_of(part) or section):
                yield "masthead" if abreast else what, one
            continue
        for what, line in _line(part, parts[at + 1 : at + 2]):
            yield what, Piece(caption_kind(kind) if what == "caption" else kind, line, section)


def _told(part: Part) -> Iterator[tuple[str, str]]:
    return ((what, one.text) for what, one in _lines([part]))


def _line(part: Part, after: list[Part]) -> Iterator[tuple[str, str]]:
    if isinstance(part, Paragraph) and part.anchor and not part.number:
        yield "note", _note(part)
    elif isinstance(part, Paragraph):
        yield "heading" if part.level else "paragraph", f"{part.number} {_text(part)}".lstrip()
    elif isinstance(part, Bullets):
        yield from (("item", f"{item.number or '-'} {_text(item)}") for item in part.items)
    elif isinstance(part, Table):
        yield from _table(part)
    elif isinstance(part, Picture):
        yield from _picture(part, after)
    else:
        yield "headline", _headline(part)


def _text(words: Paragraph) -> str:
    """The words of a paragraph, the numbers of notes in square brackets."""
    told = []
    for raised, runs in groupby(words.runs, key=lambda run: run.raised):
        text = "".join(run.text for run in runs)
        told.append(NOTE.format(text.strip()) if raised and text.strip() else text)
    return " ".join("".join(told).replace("\t", " ").split("\n"))


def _note(words: Paragraph) -> str:
    """A paragraph that links lead to: its number as it stands where it is linked from, and its title apart."""
    title, rest = words.runs[0], words.runs[1:]
    if not (title.bold and rest and re.match(r"\d+ ", title.text)):
        return _text(words)
    head = re.sub(r"(\d+)", NOTE.format(r"\1"), title.text.rstrip(), count=1)
    return f"{head}{_colon(head)} {_text(replace(words, runs=rest)).lstrip()}"


def _headline(block: Block) -> str:
    """A large number on one line with what it is of, the number after its title so that it reads."""
    told = [one for one in block.parts if isinstance(one, Paragraph)]
    amounts = [_text(one) for one in told if "amount" in one.kinds]
    titles = [_text(one) for one in told if "what" in one.kinds]
    rest = [line for one in block.parts if one not in told for _, line in _told(one)]
    rest = [_text(one) for one in told if not one.kinds & {"amount", "what"}] + rest
    head = ": ".join([*titles, *amounts])
    return f"{head} ({'; '.join(rest)})" if head and rest else head or "; ".join(rest)


def _picture(picture: Picture, after: list[Part]) -> Iterator[tuple[str, str]]:
    """The title of a chart, and in its place its values; without what the paragraph below says as well."""
    alt = picture.alt
    if picture.caption:
        yield "caption", _text(picture.caption)
        plain = _without_notes(picture.caption).text
        alt = alt.removeprefix(plain).removeprefix(".").strip()
    for below in after:
        if isinstance(below, Paragraph):
            alt = alt.replace(below.text, "").strip()
    if alt:
        yield "values", alt


def _table(table: Table) -> Iterator[tuple[str, str]]:
    """A line of heads with their notes, and one for each row: what heads it, and each value after its column's head.

    Where there is one column of values, its head stands in the line of heads alone.
    """
    if table.caption:
        yield "caption", _text(table.caption)
    for row in table.head:
        yield "row", _row(row, [], first_heads=True)
    heads = _heads(table.head)
    heads = heads if len(heads) > 2 else [""] * len(heads)
    for row in table.rows:
        yield "row", _row(row, heads)


def _heads(rows: tuple[Row, ...]) -> list[str]:
    """The words above each column; where the head has several rows, from the top down."""
    columns: list[list[str]] = []
    for row in rows:
        at = 0
        for cell in row.cells:
            for column in range(at, at + cell.across):
                columns += [[] for _ in range(column + 1 - len(columns))]
                columns[column] += [_text(_without_notes(words)) for words in cell.paragraphs]
            at += cell.across
    return [", ".join(filter(None, words)) for words in columns]


def _row(row: Row, heads: list[str], *, first_heads: bool = False) -> str:
    cells, at, told = list(row.cells), 0, []
    first = ""
    if cells and (cells[0].heads or first_heads or heads):
        first, at = _cell(cells[0]), cells[0].across
        cells = cells[1:]
    for cell in cells:
        head = heads[at] if at < len(heads) else ""
        told.append(" ".join(filter(None, (f"{head}:" if head else "", _cell(cell)))))
        at += cell.across
    values = "; ".join(told)
    return f"{first}{_colon(first)} {values}" if first and values else first or values


def _colon(words: str) -> str:
    """What parts a heading from what it heads: nothing where it ends as a sentence does."""
    return "" if words.rstrip()[-1:] in (".", ":", "?", "!") else ":"


def _without_notes(words: Paragraph) -> Paragraph:
    return replace(words, runs=tuple(run for run in words.runs if not run.raised))


def _cell(cell: Cell) -> str:
    """The words of a cell, the counts behind a share in brackets."""
    told = []
    for words in cell.paragraphs:
        *first, last = words.runs
        if first and "counts" in last.kinds:
            told.append(f"{_text(replace(words, runs=tuple(first))).rstrip()} ({last.text.strip()})")
        else:
            told.append(_text(words))
    ended = [f"{one};" if _colon(one) else one for one in told[:-1]]
    return " ".join([*ended, *told[-1:]])


def _write(filled: Filled, path: Path) -> Written:
    page = read(filled.page)
    lines = list(_lines(page.parts))
    held = standing([one for _, one in lines], filled.draft.question.limit)
    amount = amount_of(write(page.parts))
    told = [(what, one.text) for what, one in lines]
    if held.stop:
        told.insert(held.stop.piece, ("paragraph", draft_mark(held)))
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(_written(told).encode())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return Written(_says(filled.draft, page.parts, amount, held), amount.as_dict(), held)


def _says(draft: Draft, parts: Iterable[Part], amount: Amount, held: Standing) -> str:
    """The counts in words: against the limit, and of each section, since a portal may have a box for each."""
    said = f"{amount.words:,} words, {amount.characters:,} characters"
    said += f"; {held}" if held.limit.counted else ""
    keys = [section.key for section in draft.sections]
    blocks = [one for one in every(parts) if isinstance(one, Block) and one.anchor in keys]
    if len(blocks) < 2:
        return said
    by_section = (f"{one.anchor} {amount_of(write([one])).words:,}" for one in blocks)
    return f"{said}; words by section: {', '.join(by_section)}"


TXT = Format("txt", "plain text to paste into a portal, its words counted", _write)
