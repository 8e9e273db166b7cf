"""The HTML as one file for a browser: no scripts, nothing fetched."""

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from html import escape, unescape
from pathlib import Path

from evidencegen.documents.format import CARRIED, CARRIED_WORDS, Filled, Format, Written
from evidencegen.documents.page import read
from evidencegen.documents.page_end import stop_by_pages
from evidencegen.documents.pieces import marked_html, pieces
from evidencegen.limit import standing
from evidencegen.packs.charts import FAMILY
from evidencegen.shipped import shipped

STYLES = "screen.css"
READERS_OWN = "Arial, 'Liberation Sans', Helvetica, sans-serif"
"""The fonts that a reader's machine has: all of the same widths where there are any of these."""
KILOBYTE = 1024

_STYLES = re.compile(r'<link rel="stylesheet"[^>]*>\n?|<style>.*?</style>\n?', re.DOTALL)
_HEADING = re.compile(r'<section(?: [^>]*)? id="([^"]+)"[^>]*>(?:(?!<section).)*?<h2[^>]*>(.*?)</h2>', re.DOTALL)
_TABLE = re.compile(r"<table(?:(?!</table>).)*</table>", re.DOTALL)
_CAPTION = re.compile(r"<caption>(.*?)</caption>", re.DOTALL)
_PICTURE = re.compile(r'(?<!<p class="logo">)<img src="([^"]*)" alt="([^"]*)">')
_DRAWING = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
_NOTE = re.compile(r'<a href="#note-(\d+)">')


def whole(page: str, manifest: bytes, styles: str) -> str:
    """A page as the templates make it, made into one that needs nothing beside it.

    Its fonts are the reader's own, its charts carry their letters as text, and its last line holds the manifest as a
    file to save. Wide tables and charts scroll within a frame of their own, which the keyboard reaches.

    Raises:
        ValueError: the page has no head, no body or no main part.
    """
    head, marked, body = page.partition("</head>")
    if not (marked and "<main>" in body and "</body>" in body):
        raise ValueError("the page of the templates has no head, no main part or no end")
    head = _STYLES.sub("", head) + _metas(styles) + f"<style>{styles}</style>\n"
    body = _NOTE.sub(r'<a href="#note-\1" aria-label="note \1">', body)
    body = _framed(body)
    body = _DRAWING.sub(_in_readers_fonts, body)
    body = re.sub(r"(<body[^>]*>)", r'\1\n<a class="skip" href="#main">Skip to the text</a>', body, count=1)
    body = body.replace("<main>", f'{_contents(body)}<main id="main" tabindex="-1">', 1)
    return head + marked + body.replace("</body>", f"{_foot(manifest)}</body>", 1)


def _metas(styles: str) -> str:
    """What a browser is told: fit the screen, run no script, fetch nothing, and use no styles but these."""
    digest = b64encode(sha256(styles.encode()).digest()).decode()
    allowed = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{allowed}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="robots" content="noindex">\n'
    )


def _contents(body: str) -> str:
    """The way to each section that has a heading."""
    found = [(key, re.sub(r"<sup>.*?</sup>|<[^>]*>", "", heading)) for key, heading in _HEADING.findall(body)]
    links = "".join(f'<li><a href="#{key}">{heading.strip()}</a></li>\n' for key, heading in found)
    return f'<nav aria-label="Contents">\n<ul>\n{links}</ul>\n</nav>\n' if found else ""


def _framed(body: str) -> str:
    """Each table with a caption and each chart in a frame that scrolls and that the keyboard reaches."""
    met: dict[str, int] = {}

    def frame(name: str, kind: str, content: str) -> str:
        met[name] = met.get(name, 0) + 1
        told = name if met[name] == 1 else f"{name} ({met[name]})"
        label = escape(told, quote=True)
        return f'<div class="frame {kind}" role="group" aria-label="{label}" tabindex="0">\n{content}\n</div>'

    def table(match: re.Match[str]) -> str:
        caption = _CAPTION.search(match[0])
        return frame(_plain(caption[1]), "wide", match[0]) if caption else match[0]

    def picture(match: re.Match[str]) -> str:
        if not _DRAWING.match(match[1]):
            return match[0]
        name = unescape(match[2]).partition(". ")[0]
        return frame(f"Chart: {name.removesuffix('.')}", "picture", match[0])

    return _PICTURE.sub(picture, _TABLE.sub(table, body))


def _plain(marked: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", marked)).split())


def _in_readers_fonts(match: re.Match[str]) -> str:
    drawing = b64decode(match[1]).decode()
    own = re.sub(rf"{FAMILY}(?:, [^;\"]*sans-serif)?", READERS_OWN, drawing)
    return f"data:image/svg+xml;base64,{b64encode(own.encode()).decode()}"


def _foot(manifest: bytes) -> str:
    address = f"data:application/json;base64,{b64encode(manifest).decode()}"
    return f'<footer>\n<p><a download="{CARRIED}" href="{address}">{CARRIED_WORDS}</a> ({CARRIED})</p>\n</footer>\n'


def _write(filled: Filled, path: Path) -> Written:
    css = (shipped("report_templates") / STYLES).read_text(encoding="utf-8")
    styles = filled.draft.own.look.styled(css)
    limit = filled.draft.question.limit
    told = list(pieces(read(filled.page).parts)) if limit.counted or (limit.pages and filled.previewed) else []
    held = standing(told, limit)
    if filled.previewed and (by_pages := stop_by_pages(filled.page, filled.draft, told)):
        held = replace(held, stop=min(filter(None, (held.stop, by_pages)), key=lambda stop: stop.piece))
    page = marked_html(filled.page, told, held) if filled.previewed else filled.page
    content = whole(page, filled.manifest, styles).encode()
    path.write_bytes(content)
    says = f"one file of {round(len(content) / KILOBYTE):,} kB, no scripts, nothing fetched"
    return Written(f"{says}; {held}" if limit.counted else says, {}, held)


HTML = Format("html", "HTML, one self-contained file, its manifest inside", _write)
