"""The HTML as tagged, bookmarked A4."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from html import unescape
from pathlib import Path
from re import sub
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from evidencegen.documents.format import CARRIED, CARRIED_WORDS, Filled, Format, Written
from evidencegen.documents.tags import finish
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.shipped import shipped

VARIANT = "pdf/a-3a"
DEBIAN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the PDF."""

    name: str
    content: bytes
    description: str


def write(html: str, path: Path, *, title: str, dated: date, attachments: Sequence[Attachment] = ()) -> int:
    """Lay the pack out as PDF/A-3a and PDF/UA-1, and put it at `path` in one step.

    The same HTML, date and attachments give the same bytes. Nothing is fetched but our own
    templates and fonts, and pictures that stand in the HTML itself.

    Args:
        html: a whole page, its addresses relative to the folder of templates.
        dated: the day that the file says it was made on; the clock is not read.

    Returns:
        The number of pages.

    Raises:
        EvidenceError: the text layout library is missing, or the text holds a character that the
            pack's font cannot draw.
        ValueError: the HTML asks for something that is not ours.
    """
    weasyprint = _weasyprint()
    templates = shipped("report_templates")
    _refuse_missing_characters(html, templates / "fonts" / "LiberationSans-Regular.ttf")
    fetcher = _own_files_only(templates)
    document = weasyprint.HTML(string=html, base_url=f"{templates}/", url_fetcher=fetcher).render(pdf_variant=VARIANT)
    if fetcher.refused:
        raise ValueError(f"the pack asks for something that is not its own: {', '.join(fetcher.refused)}")
    moment = datetime.combine(dated, time())
    document.metadata.title = title
    document.metadata.created = document.metadata.modified = f"{moment.isoformat()}Z"
    carried = [_carried(attachment, moment) for attachment in attachments]
    beside = path.with_name(f".{path.name}.part")
    try:
        document.write_pdf(beside, pdf_variant=VARIANT, attachments=carried, finisher=finish)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return len(document.pages)


def _write(filled: Filled, path: Path) -> Written:
    draft = filled.draft
    carried = Attachment(CARRIED, filled.manifest, CARRIED_WORDS)
    pages = write(filled.page, path, title=draft.title, dated=draft.dated, attachments=(carried,))
    return Written(f"{pages} pages{_against_limit(draft.question.limit.pages, pages)}", {"pages": pages})


def _against_limit(allowed: int | None, pages: int) -> str:
    if not allowed:
        return ""
    if pages > allowed:
        return f", OVER the limit of {allowed}: what lies beyond may not be read"
    return f" of the {allowed} allowed"


PDF = Format("pdf", "PDF/UA-1 and PDF/A-3a, its manifest inside", _write)


def _carried(attachment: Attachment, moment: datetime) -> Any:
    """The attachment as WeasyPrint takes it. Without dates it would write the clock."""
    from weasyprint import Attachment as Carried

    return Carried(
        string=attachment.content,
        name=attachment.name,
        description=attachment.description,
        created=moment,
        modified=moment,
        relationship="Data",
    )


def _weasyprint() -> Any:
    """The library that lays out pages; heavy, so imported when a PDF is wanted."""
    try:
        import weasyprint
        from weasyprint.text.ffi import harfbuzz_subset
    except OSError:
        raise EvidenceError((_missing_library(),)) from None
    if harfbuzz_subset is None:
        raise EvidenceError((_missing_library(),))
    return weasyprint


def _own_files_only(folder: Path) -> Any:
    """A fetcher that serves files under `folder` and data addresses, and notes what it refused."""
    from weasyprint.urls import URLFetcher

    class OwnFiles(URLFetcher):  # type: ignore[misc]
        refused: list[str]

        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme == "file" and not parts.netloc:
                file = Path(url2pathname(unquote(parts.path))).resolve()
                if file.is_relative_to(folder.resolve()):
                    return super().fetch(url, headers)
            elif parts.scheme == "data":
                return super().fetch(url, headers)
            self.refused.append(url[:200])
            raise ValueError(f"not one of our own files: {url[:200]}")

    fetcher = OwnFiles(allowed_protocols=("file", "data"), allow_redirects=False)
    fetcher.refused = []
    return fetcher


def _refuse_missing_characters(html: str, font: Path) -> None:
    """A character the font lacks would print as an empty box and break the file's accessibility."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    text = unescape(sub(r"<[^>]*>", " ", html))
    with TTFont(font, lazy=True) as opened:
        drawable = set(opened.getBestCmap())
    lacking = sorted({c for c in text if ord(c) not in drawable and not c.isspace()})
    if lacking:
        raise EvidenceError(tuple(_missing_character(c, text) for c in lacking))


def _missing_character(character: str, text: str) -> Problem:
    before = " ".join(text[: text.index(character)].split()[-4:])
    return Problem(
        key="pdf.character",
        place=Place("the finished text"),
        found=f'the character U+{ord(character):04X}, after "{before}"',
        wanted="letters, digits and signs that the pack's font can draw",
        why="the PDF would show an empty box, and a screen reader would fall silent",
        mend="replace it in the register or brief it came from",
    )


def _missing_library() -> Problem:
    system = "Debian or Ubuntu" if os.name == "posix" else "Windows, through MSYS2, or use WeasyPrint's own installer"
    return Problem(
        key="pdf.no_pango",
        place=Place("this computer"),
        found="no Pango and HarfBuzz, which lay out the text of a PDF",
        wanted=f"{DEBIAN} (on {system}), or `brew install pango` (on macOS)",
        why="Python's own packages do not bring them",
        mend=f"sudo apt-get install --no-install-recommends {DEBIAN}",
    )
