"""The finished document, read back and searched for names."""

import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from evidencegen.problem import GateRefused, Place, Problem
from evidencegen.release.alias import TITLES, Strength
from evidencegen.release.names import IDENTIFIER, Roll, Spotted
from evidencegen.release.vocabulary import is_ordinary, sector_terms, tidied, words_in

MASK = "\ue001"
_HASH = re.compile(r"\b[0-9a-f]{32,128}\b")
_MONTH_OR_DAY = words_in(
    """
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday easter christmas
    """
)
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[\u00ad\-‐]\n\s*(?=[a-z])")
_ID_BEFORE = re.compile(
    r"(?:\b(?:id|ids|ref|reference|no|number|staff|employee|payroll|person|resident|client)\b[.:#]?|#)[ \n]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Page:
    """One piece of a document, and what to call it: "page 3", "the title", "the attachment manifest.json"."""

    called: str
    text: str = field(repr=False)


def look_again(path: Path, roll: Roll, vouched: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Every place in a finished file where a name or identifier of the registers stands.

    Reads text, metadata, bookmarks, alternative text, attachments and the file's own name; .pdf, .html, .svg,
    .json and plain text. Looks across line breaks, hyphenation, ligatures, accents and case. `vouched` are
    words that may appear: the provider, its services, job titles; the sector's own terms are vouched for already.
    A part of a name that is an ordinary word counts only with a title or with a capital in mid-sentence.
    No problem ever holds the name: it names the page, and the register's cell that holds it.
    """
    masks = _masks(vouched)
    problems: dict[tuple[str, str], Problem] = {}
    for page in _pages(path):
        for spotted in _hits(page.text, roll.to_be_kept_out, masks):
            key = page.called, str(spotted.known.place)
            problems.setdefault(key, _problem(path, page, spotted))
    return tuple(problems.values())


def refuse_if_named(path: Path, roll: Roll, vouched: Iterable[str] = ()) -> None:
    """Delete a finished file that names anybody, and say so.

    Raises:
        GateRefused: a name or identifier was found; the file is gone.
    """
    problems = look_again(path, roll, vouched)
    if problems:
        path.unlink()
        raise GateRefused(problems)


def _problem(path: Path, page: Page, spotted: Spotted) -> Problem:
    what = "an identifier" if spotted.known.kind == IDENTIFIER else "a name"
    return Problem(
        key="release.named",
        place=Place(path.name),
        found=f"on {page.called}, {what} that stands in {spotted.known.place}",
        wanted="no name or identifier that the registers hold",
        why="one name is enough for a person at risk to be recognised; the file has been deleted",
        mend="take the name out of the brief, the statement or the story it came from; if the word may be printed, "
        "list it under `vouched` in the brief",
    )


def _masks(vouched: Iterable[str]) -> re.Pattern[str]:
    words = sorted({word.strip() for word in vouched if word.strip()}, key=lambda word: (-len(word), word))
    spaced = (r"\s+".join(re.escape(part) for part in word.split()) for word in words)
    alternatives = "|".join(spaced) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _hits(text: str, roll: Roll, masks: re.Pattern[str]) -> Iterator[Spotted]:
    plain = tidied(
        text.replace("\u00ad\n", "").replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi")
    )
    for version in dict.fromkeys((plain, _HYPHENATED.sub("", plain))):
        masked = _HASH.sub(_blank, masks.sub(_blank, version))
        masked = sector_terms().pattern.sub(
            lambda match: _blank(match) if " " in match.group() else match.group(), masked
        )
        for spotted in roll.find(masked):
            if _counts(masked, spotted):
                yield spotted
        for spotted in roll.find_identifiers(masked):
            if not spotted.known.is_plain_number or _ID_BEFORE.search(
                masked, max(0, spotted.start - 16), spotted.start
            ):
                yield spotted


def _blank(match: re.Match[str]) -> str:
    return MASK * len(match.group())


def _counts(text: str, spotted: Spotted) -> bool:
    """Whether a form that is found means the person, in prose that nobody wrote about them."""
    found = text[spotted.start : spotted.end]
    if spotted.strength is Strength.PART:
        return True
    if spotted.strength is Strength.TITLED:
        return found[0].isupper() and found[-1].isupper()
    if spotted.strength is Strength.FULL:
        return found != found.lower() or not all(is_ordinary(word) for word in re.findall(r"[^\W\d_]+", found))
    if spotted.strength is Strength.INITIALS:
        return False
    return _titled(text, spotted.start) or _in_mid_sentence(text, spotted.start, found)


def _titled(text: str, start: int) -> bool:
    before = re.search(r"([^\W\d_]+)\.?\s+\Z", text[max(0, start - 14) : start])
    return before is not None and before[1].lower() in TITLES - {
        "big",
        "our",
        "little",
        "old",
        "young",
        "nurse",
        "sister",
        "brother",
    }


def _in_mid_sentence(text: str, start: int, found: str) -> bool:
    """A capital after a plain word of the same line, and no capital after it, as a heading would have."""
    if not all(word[0].isupper() and word[1:].islower() for word in found.split()) or found.lower() in _MONTH_OR_DAY:
        return False
    before = re.search(r"(?:^|[^\w.])([a-z]{2,},?) \Z", text[max(0, start - 24) : start])
    heading = re.match(r" [A-Z]", text[start + len(found) : start + len(found) + 2])
    return before is not None and not heading and before[1] not in ("the", "a", "an", "of")


def _pages(path: Path) -> Iterator[Page]:
    yield Page("the name of the file", re.sub(r"[_.]+", " ", path.name))
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        yield from _pdf_pages(path)
    else:
        yield from _plain_pages("the text", suffix, path.read_text("utf8", errors="replace"))


def _plain_pages(called: str, suffix: str, text: str) -> Iterator[Page]:
    if suffix in (".html", ".htm", ".svg", ".xml"):
        reader = _Words()
        reader.feed(text)
        yield Page(called, "\n".join(reader.pieces))
        yield Page(called, "".join(reader.pieces))
    elif suffix == ".json":
        try:
            yield Page(called, "\n".join(_strings(json.loads(text))))
        except ValueError:
            yield Page(called, text)
    else:
        yield Page(called, text)


class _Words(HTMLParser):
    """Text, comments and attribute values of HTML or SVG."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.pieces += [
            f" {value} " for name, value in attrs if value and not value.startswith("data:") and name != "d"
        ]

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.pieces.append(data)


def _strings(value: Any) -> Iterator[str]:
    """Every key and string of a JSON value; numbers are counts and never identifiers there."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _pdf_pages(path: Path) -> Iterator[Page]:
    import pypdf  # read only where a PDF is

    reader = pypdf.PdfReader(path)
    texts = page_texts(path)
    for number, text in enumerate(texts, 1):
        yield Page(f"page {number}", text)
    for number, (upper, lower) in enumerate(itertools.pairwise(texts), 1):
        yield Page(f"pages {number} and {number + 1}", f"{upper[-200:]}\n{lower[:200]}")
    yield Page("the document's properties", "\n".join(str(value) for value in (reader.metadata or {}).values()))
    xmp = reader.root_object.get("/Metadata")
    if xmp is not None:
        yield from _plain_pages(
            "the document's metadata", ".xml", xmp.get_object().get_data().decode("utf8", "replace")
        )
    yield Page("the bookmarks", "\n".join(_bookmarks(reader.outline)))
    yield from (Page("the alternative text", text) for text in _alternative_texts(reader.root_object))
    for name, contents in reader.attachments.items():
        yield Page("the name of an attachment", re.sub(r"[_.]+", " ", name))
        for content in contents:
            yield from _plain_pages(
                f"the attachment {name}", Path(name).suffix.lower(), content.decode("utf8", "replace")
            )


def attached(path: Path, name: str) -> bytes:
    """The one attachment of this name that a PDF carries.

    Raises:
        ValueError: it is no PDF, or carries none of this name.
    """
    import pypdf

    try:
        (content,) = pypdf.PdfReader(path, strict=True).attachments[name]
    except (pypdf.errors.PyPdfError, KeyError) as error:
        raise ValueError(name) from error
    return bytes(content)


def page_texts(path: Path) -> list[str]:
    """The text of each page, by pdfium: thirty times as fast as pypdf, and another program's eyes."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        found = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x02", "-") for text in found]


def _bookmarks(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _bookmarks(entry)
        else:
            yield str(entry.title)


def _alternative_texts(root: Any) -> Iterator[str]:
    """/Alt, /ActualText, /E and /T of every element of the structure tree, each element once."""
    waiting, seen = [root.get("/StructTreeRoot")], set()
    while waiting:
        element = waiting.pop()
        element = element.get_object() if hasattr(element, "get_object") else element
        if element is None or id(element) in seen:
            continue
        seen.add(id(element))
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, dict):
            yield from (str(element[key]) for key in ("/Alt", "/ActualText", "/E", "/T") if key in element)
            waiting.append(element.get("/K"))
