"""The HTML as tagged, bookmarked A4."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from evidencegen.documents.format import CARRIED, CARRIED_WORDS, Filled, Format, Written
from evidencegen.documents.laying_out import VARIANT, laid_out, swept
from evidencegen.documents.page import read
from evidencegen.documents.page_end import stop_by_pages
from evidencegen.documents.pieces import marked_html, pieces
from evidencegen.documents.tags import ends_plainly, finish
from evidencegen.limit import Limit, Stop, standing

STOPS = "font-weight: bold; font-size: 9pt; color: #8a1c1c; vertical-align: top; padding-top: 4mm"

_KEPT: dict[str, Any] = {}
"""Pages that were counted and are still to be written, by their HTML: those of one document at most."""


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
    with swept():
        return _write_pages(html, path, title, datetime.combine(dated, time()), attachments)


def pages_of(html: str, *, kept_within: int = 0) -> int:
    """How many pages the HTML fills; raises what `write` does.

    Where they are no more than `kept_within`, they are kept for whoever writes the same HTML, if no others are: laying
    out is most of the work.
    """
    with swept():
        document = laid_out(html)
        if len(document.pages) <= kept_within and not _KEPT:
            _KEPT[html] = document
        return len(document.pages)


def _write_pages(html: str, path: Path, title: str, moment: datetime, attachments: Sequence[Attachment]) -> int:
    document = _KEPT.pop(html, None) or laid_out(html)
    document.metadata.title = title
    document.metadata.created = document.metadata.modified = f"{moment.isoformat()}Z"
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(_in_bytes(document, attachments, moment))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return len(document.pages)


def _in_bytes(document: Any, attachments: Sequence[Attachment], moment: datetime) -> bytes:
    """The file. About one in 64 is written twice, since a stream of it ended in a line end.

    WeasyPrint takes what a file carries in one go and has nothing left of it for a second.
    """
    finishers = (partial(finish, spare=spare) for spare in count())
    written = (
        document.write_pdf(
            pdf_variant=VARIANT, attachments=[_carried(one, moment) for one in attachments], finisher=each
        )
        for each in finishers
    )
    return bytes(next(content for content in written if ends_plainly(content)))


def _write(filled: Filled, path: Path) -> Written:
    draft = filled.draft
    carried = Attachment(CARRIED, filled.manifest, CARRIED_WORDS)
    lay_out = partial(write, path=path, title=draft.title, dated=draft.dated, attachments=(carried,))
    pages = lay_out(filled.page)
    limit = draft.question.limit
    told = list(pieces(read(filled.page).parts)) if limit.counted or limit.pages else []
    held = standing(told, limit)
    if limit.pages and pages > limit.pages:
        held = replace(held, stop=held.stop or stop_by_pages(filled.page, draft, told))
    if filled.previewed and held.stop:
        lay_out(_marked_page(filled.page, held.stop) if held.stop.page else marked_html(filled.page, told, held))
    against = _against_limit(limit, pages) + (f"; {held}" if limit.counted else "")
    return Written(f"{pages} pages{against}", {"pages": pages}, held)


def _against_limit(limit: Limit, pages: int) -> str:
    if not limit.pages:
        return ""
    if pages > limit.pages:
        return f", OVER the limit of {limit.pages}: {limit.what_of_the_rest}"
    return f" of the {limit.pages} allowed"


def _marked_page(html: str, stop: Stop) -> str:
    """The HTML with a mark at the foot of the last page that is read, where it moves nothing."""
    mark = "DRAFT, TOO LONG. The assessor stops reading at the end of this page."
    css = f'@page :nth({stop.page}) {{ @bottom-left {{ content: "{mark}"; {STOPS} }} }}'
    return html.replace("</head>", f"<style>{css}</style>\n</head>", 1)


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
