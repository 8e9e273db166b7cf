"""A text that somebody wrote, read into paragraphs: Word, plain text, Markdown or a page of HTML."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from evidencegen.packs.lint import Paragraph, Words
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.finished_text import decoded
from evidencegen.release.vocabulary import words_in

MARKDOWN, PAGES, WORD, TEXT = (".md", ".markdown"), (".html", ".htm"), (".docx",), (".txt", ".text")
KINDS = (*WORD, *TEXT, *MARKDOWN, *PAGES)
_WITHIN_A_LINE = words_in("a b i u em strong span sup sub small code mark abbr q cite s del ins time label font")
_UNSEEN = frozenset({"style", "script", "head", "template", "noscript"})
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n(?![ \t]*(?:[-*+•]|\d+[.)]|#{1,6}|[|>])[ \t])[^\n]*\S[^\n]*)*")
_LINE_HEADING = re.compile(r"#{1,6}[ \t]+")
_BEGINS = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|[-*+•][ \t]+|\d{1,3}[.)][ \t]+|>[ \t]?)?")
_SIGNS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|`+|\[(?=[^\]\n]*\]\()|\]\([^)\n]*\)")
_UNDERLINED = re.compile(r"\n[=-]{3,}\s*\Z")
_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
LONGEST_HEADING = 90


def read_words(path: Path) -> Words:
    """The words of a file, with each of its paragraphs.

    Raises:
        EvidenceError: it is of none of these kinds, cannot be read, or holds no words.
    """
    words = _read(path)
    if not words.paragraphs:
        raise EvidenceError((_unreadable(path, "no words: it is empty, or they are in pictures"),))
    return words


def _read(path: Path) -> Words:
    suffix = path.suffix.lower()
    if suffix not in KINDS:
        raise EvidenceError((_unreadable(path, f"a file that ends in {suffix or 'nothing'}"),))
    if not path.is_file():
        raise EvidenceError((_unreadable(path, "no such file"),))
    try:
        if suffix in WORD:
            return words_of_word(path)
        text = decoded(path.read_bytes())
    except (OSError, ValueError, KeyError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "no document that can be read"
        raise EvidenceError((_unreadable(path, why),)) from None
    if text is None:
        raise EvidenceError((_unreadable(path, "no text"),))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if suffix in PAGES:
        return words_of_page(text)
    return words_of_text(text, markdown=suffix in MARKDOWN)


def words_of_text(text: str, *, markdown: bool = False) -> Words:
    """Plain text or Markdown: paragraphs parted by empty lines, items of lists each by itself.

    A line of plain text that begins with `#` is a heading too.
    """
    searched = _FENCE.sub(lambda m: re.sub(r"\S", " ", m[0]), text) if markdown else text
    found = []
    for match in _BLOCK.finditer(searched):
        block, start = match[0], match.start()
        lead = _BEGINS.match(block)
        skipped = lead.end() if lead else 0
        heading = bool(_LINE_HEADING.match(block.lstrip())) or (markdown and bool(_UNDERLINED.search(block)))
        heading = heading or _looks_like_a_heading(block)
        places = _kept(block, skipped, markdown=markdown)
        plain = "".join(" " if block[at] in "\n\t" else block[at] for at in places)
        is_cell = block.lstrip().startswith("|")
        found.append(Paragraph(plain, start, 0, heading, is_cell, "", places))
    return _whole(text, found)


def _looks_like_a_heading(block: str) -> bool:
    """One short line that does not end as a sentence does and holds no verb-like run of small words."""
    plain = block.strip()
    if "\n" in plain or len(plain) > LONGEST_HEADING or plain[-1] in ".!?:;,":
        return False
    return (
        bool(re.match(r"(?:\d+(?:\.\d+)*\.?|Question \d+|Section \d+|Q\d+)[.:)]?\s+[A-Z][^.%]*\Z", plain))
        and len(plain.split()) <= 10
    )


def _kept(block: str, skipped: int, *, markdown: bool) -> list[int]:
    """The places of a block's characters that are words, and not signs of Markdown."""
    taken = [False] * len(block)
    for match in _SIGNS.finditer(block, skipped) if markdown else ():
        taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    return [at for at in range(skipped, len(block.rstrip())) if not taken[at]]


def words_of_page(source: str) -> Words:
    """A page of HTML, without what its reader does not see. The notes of a pack, and their numbers, are no paragraphs:
    definitions of figures are made from these, and nobody writes them.
    """
    reader = _Page()
    reader.feed(source)
    reader.close()
    reader.end()
    return _joined(reader.blocks)


def words_of_word(path: Path) -> Words:
    """A Word document: its body, with footnotes behind it; what was struck out in it is left out.

    Raises:
        ValueError: it is none.
    """
    from zipfile import BadZipFile

    from docx import Document  # slow to import
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError) as error:
        raise ValueError("no Word document") from error
    headings = {s.style_id for s in document.styles if re.match(r"(?:Heading \d|Title)\b", s.name or "")}
    blocks = list(_word_blocks(document.element.body, headings))
    notes = [part for part in document.part.package.iter_parts() if "notes" in str(part.partname)]
    for part in notes:
        blocks += _word_blocks(_xml(part.blob), headings)
    return _joined(blocks)


def _xml(blob: bytes) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(blob)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}


def _word_blocks(root: Any, headings: set[str]) -> Iterator["Block"]:
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        runs = (o for o in paragraph.iter(f"{_W}t", *_BREAKS) if next(o.iterancestors(f"{_W}p")) is paragraph)
        told = [_BREAKS.get(one.tag, one.text or "") for one in runs]
        in_table = next(paragraph.iterancestors(f"{_W}tc"), None) is not None
        is_heading = style is not None and style.get(f"{_W}val") in headings
        yield Block("".join(told), is_heading, in_table)


@dataclass
class Block:
    """The words of one block, as they are gathered."""

    text: str = ""
    is_heading: bool = False
    is_cell: bool = False
    is_note: bool = False


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.block = Block()
        self.unseen, self.in_note, self.cells, self.level = 0, False, 0, 0
        self.is_note = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen += 1
        if tag == "a":
            self.in_note = (dict(attrs).get("href") or "").startswith("#note-")
        if tag not in _WITHIN_A_LINE:
            self.end()
            self.is_note = (dict(attrs).get("id") or "").startswith("note-")
        self.cells += tag in ("td", "th")
        self.level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else self.level

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        if tag == "a":
            self.in_note = False
        if tag not in _WITHIN_A_LINE:
            self.end()
        self.cells = max(0, self.cells - (tag in ("td", "th")))
        self.level = 0 if re.fullmatch(r"h[1-6]", tag) else self.level

    def handle_data(self, data: str) -> None:
        if not (self.unseen or self.in_note):
            self.block.text += data

    def end(self) -> None:
        """Put the block by that has been gathered, and begin another."""
        self.block.is_heading, self.block.is_cell = bool(self.level), bool(self.cells)
        self.block.is_note = self.is_note
        if self.block.text.strip():
            self.blocks.append(self.block)
        self.block = Block()


def _joined(blocks: Iterable[Block]) -> Words:
    """Blocks as one text, a line for each."""
    text, found = "", []
    for block in blocks:
        plain = " ".join(block.text.split())
        if plain:
            if not block.is_note:
                found.append(Paragraph(plain, len(text), 0, block.is_heading, block.is_cell))
            text += plain + "\n"
    return _whole(text, found)


def _whole(text: str, found: Iterable[Paragraph]) -> Words:
    """Paragraphs numbered, each under the heading above it."""
    under, told = "", []
    for number, one in enumerate((one for one in found if one.text.strip()), 1):
        under = f"{number} {one.text}" if one.is_heading else under
        told.append(replace(one, number=number, under=under))
    return Words(text, tuple(told))


def _unreadable(path: Path, found: str) -> Problem:
    return Problem(
        key="lint.unreadable",
        place=Place(path.name),
        found=found,
        wanted=f"a document that ends in {', '.join(KINDS)}",
        why="only words that can be read can be linted",
        mend="save it as one of these, and run the command again",
    )
