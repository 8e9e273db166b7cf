"""A finished page of HTML, read back: its words, tables, pictures and manifest."""

import re
from base64 import b64decode
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from evidencegen.documents.format import CARRIED
from evidencegen.documents.tagged_tables import TaggedTable

WITHIN_A_LINE = frozenset({"a", "b", "i", "span", "sup"})
_BASE64 = re.compile(r"data:[\w/+.-]+;base64,(.*)", re.DOTALL)


@dataclass
class PrintedPage:
    """What a reader of the file sees, block by block, and what lies within it. Links to notes are no words of it.

    `others` are alternative texts, the words of drawings, and properties, each with the words for where it stands;
    `manifest` is empty where none is carried.
    """

    text: str = ""
    tables: list[TaggedTable] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    manifest: bytes = b""


def printed_page(path: Path) -> PrintedPage:
    """A file of HTML as read back.

    Raises:
        ValueError: it is no text in UTF-8.
    """
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PrintedPage()
        self.rows: list[tuple[str, ...]] = []
        self.cells: list[str] = []
        self.in_cell = self.unseen = self.in_note = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.unseen = self.unseen or tag in ("style", "script")
        if tag not in WITHIN_A_LINE:
            self._add("\n")
        if tag == "table":
            self.rows = []
        elif tag == "tr":
            self.cells = []
        elif tag in ("td", "th"):
            self.in_cell = True
            self.cells.append("")
        elif tag == "img":
            self._picture(named)
        elif tag == "meta" and "name" in named:
            self.page.others.append(("in the document's properties", named.get("content", "")))
        elif tag == "a":
            self.in_note = named.get("href", "").startswith("#note-")
            if named.get("download") == CARRIED and (found := _BASE64.fullmatch(named.get("href", ""))):
                self.page.manifest = b64decode(found[1])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self.unseen = False
        elif tag == "a":
            self.in_note = False
        elif tag in ("td", "th"):
            self.in_cell = False
        elif tag == "tr":
            self.rows.append(tuple(" ".join(cell.split()) for cell in self.cells))
        elif tag == "table":
            self.page.tables.append(TaggedTable(1, tuple(self.rows)))
        if tag not in WITHIN_A_LINE:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        if not (self.unseen or self.in_note):
            self._add(data)

    def _add(self, words: str) -> None:
        self.page.text += words
        if self.in_cell:
            self.cells[-1] += words

    def _picture(self, named: dict[str, str]) -> None:
        self.page.others.append(("in the alternative text", named.get("alt", "")))
        found = _BASE64.fullmatch(named.get("src", ""))
        if found and named["src"].startswith("data:image/svg"):
            inner = _Reader()
            inner.feed(b64decode(found[1]).decode("utf-8", "replace"))
            self.page.others.append(("in a picture", inner.page.text))
