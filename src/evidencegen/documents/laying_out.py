"""WeasyPrint, brought in when pages or pictures are wanted, and what it may fetch."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from re import sub
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.shipped import shipped

VARIANT = "pdf/a-3a"
DEBIAN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def weasyprint() -> Any:
    """The library that lays out pages; heavy, so imported when it is wanted.

    Raises:
        EvidenceError: what it needs besides Python is not on this computer.
    """
    try:
        import weasyprint
        from weasyprint.text.ffi import harfbuzz_subset
    except OSError:
        raise EvidenceError((_missing_library(),)) from None
    if harfbuzz_subset is None:
        raise EvidenceError((_missing_library(),))
    return weasyprint


@contextmanager
def swept() -> Iterator[None]:
    """What is laid out within leaves nothing behind.

    Pages and boxes refer to one another in circles, so they would stay until the collector next looks through
    everything. What was there before, registers and figures, is not looked through on the way.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()


def own_files_only(folder: Path) -> Any:
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


def laid_out(html: str) -> Any:
    """The HTML as pages, with nothing fetched but our own templates and fonts. To be called within `swept`.

    Raises:
        EvidenceError: the text layout library is missing, or the text holds a character that the font cannot draw.
        ValueError: the HTML asks for something that is not ours.
    """
    layout = weasyprint()
    templates = shipped("report_templates")
    _refuse_missing_characters(html, templates / "fonts" / "LiberationSans-Regular.ttf")
    fetcher = own_files_only(templates)
    document = layout.HTML(string=html, base_url=f"{templates}/", url_fetcher=fetcher).render(pdf_variant=VARIANT)
    if fetcher.refused:
        raise ValueError(f"the pack asks for something that is not its own: {', '.join(fetcher.refused)}")
    return document


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
