"""Words beyond the limit, which nobody marks."""

from collections.abc import Iterator

from evidencegen.limit import Kind, Piece, standing
from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words


def _find(words: Words, held: Held) -> Iterator[Hit]:
    if held.limit is None or not held.limit.counted:
        return
    how = standing([Piece(_kind(paragraph), paragraph.text) for paragraph in words.paragraphs], held.limit)
    if how.stop is None:
        return
    paragraph = words.paragraphs[how.stop.piece]
    at = paragraph.text.find(how.stop.after)
    start = at + len(how.stop.after) if at >= 0 else 0
    start += len(paragraph.text[start:]) - len(paragraph.text[start:].lstrip())
    yield Hit(paragraph, start, len(paragraph.text), why=f"{how}; {how.stop}")


def _kind(paragraph: Paragraph) -> Kind:
    return "headings" if paragraph.is_heading else "tables" if paragraph.is_cell else "text"


OVER_LIMIT = Lint(
    key="over_limit",
    title="Over the limit",
    why="what stands beyond the limit is not read, and may cost marks",
    suggestion="cut what is weakest, until the last line lies within the limit",
    severity=Severity.STOP,
    find=_find,
)
