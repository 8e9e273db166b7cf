"""The drawings of a page as pixels, for programs that cannot draw them."""

import re
from base64 import b64encode
from collections.abc import Sequence
from io import BytesIO

from evidencegen.documents.html import STYLES
from evidencegen.documents.laying_out import own_files_only, weasyprint
from evidencegen.shipped import shipped

DOTS_AN_INCH = 200
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
SIDE = re.compile(r"""\s(width|height)=["']([\d.]+(?:pt|px|mm|cm|in))["']""")
VIEW = re.compile(r"""\sviewBox=["'][-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)["']""")
ANY_SIZE = ("300", "150")
"""In points, where a drawing does not say."""


def pixels(drawings: Sequence[bytes]) -> list[bytes]:
    """Each drawing, an SVG, as PNG on white with 200 dots an inch.

    WeasyPrint draws them, as it draws those of a PDF: the same lines in the same fonts, and no second drawing of the
    figures that could differ from the first. The same drawing gives the same bytes.

    Raises:
        EvidenceError: what WeasyPrint needs is not on this computer.
    """
    if not drawings:
        return []
    from pypdfium2 import PdfDocument

    layout, templates = weasyprint(), shipped("report_templates")
    page = layout.HTML(
        string=_one_a_page(drawings, (templates / STYLES).read_text(encoding="utf-8")),
        base_url=f"{templates}/",
        url_fetcher=own_files_only(templates),
    )
    with PdfDocument(page.write_pdf()) as drawn:
        return [_png(drawn[at]) for at in range(len(drawings))]


def _one_a_page(drawings: Sequence[bytes], styles: str) -> str:
    """A page of HTML for each drawing, exactly as large as it, with the fonts of the packs."""
    rules, bodies = FONT_FACE.findall(styles), []
    for number, drawing in enumerate(drawings):
        rules.append(f"@page p{number} {{ size: {' '.join(_sides(drawing))}; margin: 0 }}")
        rules.append(f"#p{number} {{ page: p{number} }}")
        address = f"data:image/svg+xml;base64,{b64encode(drawing).decode()}"
        bodies.append(f'<div id="p{number}"><img src="{address}" alt=""></div>')
    rules.append("body { margin: 0 } img { display: block; width: 100% }")
    return f"<!DOCTYPE html><html><head><style>{' '.join(rules)}</style></head><body>{''.join(bodies)}</body></html>"


def _sides(drawing: bytes) -> tuple[str, str]:
    """How wide and high a drawing is, in a unit of CSS."""
    head = drawing.decode(errors="replace").partition("<svg")[2].partition(">")[0]
    sides = dict(SIDE.findall(head))
    if len(sides) == 2:
        return sides["width"], sides["height"]
    seen = VIEW.search(head)
    wide, high = seen.groups() if seen else ANY_SIZE
    return f"{wide}pt", f"{high}pt"


def _png(page: object) -> bytes:
    out = BytesIO()
    picture = page.render(scale=DOTS_AN_INCH / 72).to_pil()  # type: ignore[attr-defined]
    picture.convert("RGB").save(out, format="PNG", dpi=(DOTS_AN_INCH, DOTS_AN_INCH))
    return out.getvalue()
