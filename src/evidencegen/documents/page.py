"""The page of HTML as headings, paragraphs, lists, tables and pictures.

Read by tinyhtml5, the parser that WeasyPrint itself reads the page with: a PDF and what is made from here cannot
take one page in two ways. What is not known by its tag or class becomes a block or a paragraph, so that no word
of the page is lost.
"""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote_to_bytes

from evidencegen.documents.line import RUNNING, WITHOUT_WORDS, Paragraph, Run, kinds_of, line, paragraph, runs
from evidencegen.documents.numbered import BY


@dataclass(frozen=True)
class Bullets:
    """A list, its items in a row whatever lists they lie in."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Cell:
    """One cell: what stands in it, whether it heads its row or column, and how many columns it spans."""

    paragraphs: tuple[Paragraph, ...]
    heads: bool = False
    kinds: frozenset[str] = frozenset()
    across: int = 1

    @property
    def numeric(self) -> bool:
        """Whether it holds a number, to be set to the right."""
        return "number" in self.kinds

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Table:
    """A table: its caption, the rows of its head, and the rest."""

    caption: Paragraph | None
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG or as PNG, the words that stand for it, its caption, and the classes of what holds it."""

    alt: str
    svg: bytes = b""
    png: bytes = b""
    caption: Paragraph | None = None
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Block:
    """Parts that belong together. `kinds` are its classes, or its tag where it has none; `anchor` is its id."""

    kinds: frozenset[str]
    parts: "tuple[Part, ...]"
    anchor: str = ""


Part = Paragraph | Bullets | Table | Picture | Block


@dataclass(frozen=True)
class Page:
    """A whole page: the words of its head, its language, and its parts."""

    title: str
    author: str
    description: str
    language: str
    parts: tuple[Part, ...]


def read(html: str) -> Page:
    """A page taken apart. Nothing is fetched; a picture is read where it stands in the page as a data address."""
    import tinyhtml5

    root = tinyhtml5.parse(html, namespace_html_elements=False)
    head, body = root.find("head"), root.find("body")
    named = {meta.get("name"): meta.get("content", "") for meta in head.iter("meta")}
    return Page(
        title=head.findtext("title") or "",
        author=named.get("author", ""),
        description=named.get("description", ""),
        language=root.get("lang", ""),
        parts=tuple(_parts(body)),
    )


def paragraphs(parts: Iterable[Part]) -> Iterator[Paragraph]:
    """Everything that can be read in parts, in the order of the page; a picture is read as its alternative text."""
    for part in parts:
        if isinstance(part, Paragraph):
            yield part
        elif isinstance(part, Bullets):
            yield from part.items
        elif isinstance(part, Block):
            yield from paragraphs(part.parts)
        elif isinstance(part, Picture):
            yield from filter(None, (part.caption, Paragraph((Run(part.alt),)) if part.alt else None))
        else:
            yield from filter(None, (part.caption,))
            yield from (p for row in (*part.head, *part.rows) for cell in row.cells for p in cell.paragraphs)


def every(parts: Iterable[Part]) -> Iterator[Part]:
    """Each part, and those that lie in blocks."""
    for part in parts:
        yield part
        if isinstance(part, Block):
            yield from every(part.parts)


def _parts(element: Any) -> Iterator[Part]:
    """What lies in a block, in order. Words that stand in no paragraph become one."""
    loose = [Run(element.text or "")]
    for child in element:
        if child.tag in RUNNING and child.tag != "img":
            loose += runs(child, Run(""))
        elif isinstance(child.tag, str) and child.tag not in WITHOUT_WORDS:
            yield from paragraph(loose)
            loose = []
            yield from _part(child)
        loose.append(Run(child.tail or ""))
    yield from paragraph(loose)


def _part(element: Any) -> Iterator[Part]:
    tag, kinds, anchor = element.tag, kinds_of(element), element.get("id", "")
    if re.fullmatch("h[1-6]", tag):
        for words in line(element):
            yield Paragraph(words.runs, kinds, anchor, int(tag[1]))
    elif tag == "p" and len(element) and not any(_beside_pictures(element)):
        yield from (_picture(child, kinds) for child in element)
    elif tag in ("p", "figcaption"):
        own = kinds or frozenset({tag}) - {"p"}
        yield from (replace(one, kinds=own, anchor=anchor, number=element.get(BY, "")) for one in line(element))
    elif tag in ("ul", "ol"):
        yield Bullets(tuple(paragraphs(_parts(element))))
    elif tag == "table":
        yield from _table(element, kinds)
    elif tag == "figure":
        yield from _figure(element)
    elif tag == "img":
        yield _picture(element, kinds)
    elif tag == "li":
        number = element.get(BY, "")
        for at, one in enumerate(paragraphs(_parts(element))):
            yield one if at or not number else replace(one, anchor=anchor, number=number)
    elif parts := tuple(_parts(element)):
        yield Block(kinds or frozenset({tag}), parts, anchor)


def _beside_pictures(element: Any) -> Iterator[str]:
    """The words of a paragraph besides its pictures, and the tags that are none."""
    yield (element.text or "").strip()
    for child in element:
        yield (child.tail or "").strip()
        yield "" if child.tag == "img" else "another tag"


def _picture(element: Any, kinds: frozenset[str]) -> Picture:
    address = element.get("src", "")
    return Picture(element.get("alt", ""), _carried(address, "svg+xml"), _carried(address, "png"), kinds=kinds)


def _figure(element: Any) -> Iterator[Part]:
    """The picture under its caption; whatever else lies in the figure stays where it is."""
    parts = list(_parts(element))
    captions = [part for part in parts if isinstance(part, Paragraph) and "figcaption" in part.kinds]
    pictures = [part for part in parts if isinstance(part, Picture)]
    if len(captions) == len(pictures) == 1:
        parts.remove(captions[0])
        parts[parts.index(pictures[0])] = replace(pictures[0], caption=captions[0])
    yield from parts


def _table(element: Any, kinds: frozenset[str]) -> Iterator[Part]:
    captions = [words for caption in element.iterfind("caption") for words in line(caption)]
    head = tuple(map(_row, element.iterfind("thead/tr")))
    rows = [row for under in element if under.tag in ("tbody", "tfoot", "tr") for row in _rows(under)]
    yield Table(captions[0] if captions else None, head, tuple(map(_row, rows)), kinds)
    yield from captions[1:]
    yield from _strays(element)


def _rows(element: Any) -> Iterable[Any]:
    return [element] if element.tag == "tr" else element.iterfind("tr")


def _strays(element: Any) -> Iterator[Part]:
    """What stands in a table and in no cell of it: the parser leaves it there where tags are wrongly nested."""
    yield from paragraph([Run(element.text or "")])
    for child in element:
        if child.tag in ("thead", "tbody", "tfoot", "tr"):
            yield from _strays(child)
        elif child.tag in RUNNING:
            yield from paragraph(runs(child, Run("")))
        elif isinstance(child.tag, str) and child.tag not in WITHOUT_WORDS | {"caption", "td", "th"}:
            yield from _part(child)
        yield from paragraph([Run(child.tail or "")])


def _row(element: Any) -> Row:
    return Row(tuple(_cell(cell) for cell in element if cell.tag in ("th", "td")), kinds_of(element))


def _cell(element: Any) -> Cell:
    across = element.get("colspan", "1")
    return Cell(
        tuple(paragraphs(_parts(element))),
        heads=element.tag == "th",
        kinds=kinds_of(element),
        across=int(across) if across.isdecimal() and int(across) else 1,
    )


def _carried(address: str, kind: str) -> bytes:
    """The image in a data address, where it is of this kind; none where there is another file, or none."""
    head, _, body = address.partition(",")
    if not head.startswith(f"data:image/{kind}"):
        return b""
    try:
        return b64decode(body, validate=True) if head.endswith(";base64") else unquote_to_bytes(body)
    except NotBase64:
        return b""
