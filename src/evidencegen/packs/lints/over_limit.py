"""Words beyond the limit, which nobody marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from evidencegen.limit import Kind, Limit, Piece, standing
from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words
from evidencegen.tender import Question

ASKED, ANNEXES = "Question", frozenset({"Annex: evidence notes", "Where each criterion is answered"})
"""What stands beside the question in a document as we build it, and the headings behind its answer."""
FIRST = 12
"""Among how many paragraphs from the top the question of such a document stands."""
LEAST_WORDS = 3
"""How many words a question has at least that is known by its words alone."""
MOST_BESIDE = 8
"""How many words stand beside a question in its paragraph: `Question 2 (5%, at most 500 words)`."""
_ASKS = re.compile(r"(?:Question|Q)\s?\d|.*\?\s*\Z", re.DOTALL | re.IGNORECASE)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    paragraphs = words.paragraphs
    if held.limit:
        head = next((at for at, one in enumerate(paragraphs[:FIRST]) if one.is_cell and one.text == ASKED), -1)
        yield from _beyond(paragraphs, held.limit, _end_of_cells(paragraphs, head) if head >= 0 else 0)
    for question, begin, end, is_sure in _answers(paragraphs, held.questions):
        name = f"question `{question.key}`"
        of = f"{name}: " if is_sure else f"if all that follows answers {name}: "
        answer = paragraphs[begin:end]
        for hit in _beyond(answer, question.limit, _end_of_cells(answer, 0) or 1, of):
            yield hit if is_sure else replace(hit, severity=Severity.WARN)


def _beyond(paragraphs: Sequence[Paragraph], limit: Limit, head: int, of: str = "") -> Iterator[Hit]:
    """The rest of the paragraph in which the reading stops; nothing where only pages are limited.

    The first `head` paragraphs are the question.
    """
    if not limit.counted:
        return
    behind = next((at for at, one in enumerate(paragraphs) if one.text.strip() in ANNEXES), len(paragraphs))
    pieces = [
        Piece("question" if at < head else "notes" if at >= behind else _kind(one), one.text)
        for at, one in enumerate(paragraphs)
    ]
    how = standing(pieces, limit)
    if how.stop is None:
        return
    paragraph = paragraphs[how.stop.piece]
    at = paragraph.text.find(how.stop.after)
    start = at + len(how.stop.after) if at >= 0 else 0
    start += len(paragraph.text[start:]) - len(paragraph.text[start:].lstrip())
    yield Hit(paragraph, start, len(paragraph.text), why=f"{of}{how}; {how.stop}")


def _end_of_cells(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the cells end that begin at a place."""
    return next((at for at in range(start, len(paragraphs)) if not paragraphs[at].is_cell), len(paragraphs))


def _answers(
    paragraphs: Sequence[Paragraph], questions: Sequence[Question]
) -> Iterator[tuple[Question, int, int, bool]]:
    """Each question that the text repeats word for word, where it begins and what is asked next begins, and whether
    what stands between is sure to be its answer alone.

    It is sure where the question that comes next in the brief begins behind it, the brief ends, no heading stands in
    it, or it is a document as we build it, for one question. Of a question that is not found nothing is said, and in a
    text that holds several, neither of the one behind which it may stand.
    """
    begins = sorted((at, number) for number, one in enumerate(questions) if (at := _begin(paragraphs, one)) is not None)
    for (at, number), (next_at, after) in pairwise([*begins, (len(paragraphs), len(questions))]):
        if after == number + 1 or len(begins) == 1:
            asks = (n for n in range(at + 1, next_at) if paragraphs[n].is_heading and _ASKS.match(paragraphs[n].text))
            end = next(asks, next_at)
            is_ours = at > 0 and paragraphs[at].is_cell and paragraphs[at - 1].text == ASKED
            is_sure = is_ours or after == number + 1 or not any(one.is_heading for one in paragraphs[at + 1 : end])
            yield questions[number], at, end, is_sure


def _begin(paragraphs: Sequence[Paragraph], question: Question) -> int | None:
    """The paragraph in which a question stands, with little else; of several the last heading, or else the last of all:
    a list of what is asked comes first."""
    asked = _bare(question.question)
    words = len(asked.split())
    if words < LEAST_WORDS:
        return None
    bare = ((at, one.is_heading, _bare(one.text)) for at, one in enumerate(paragraphs))
    found = [(heads, at) for at, heads, text in bare if asked in text and len(text.split()) <= words + MOST_BESIDE]
    return max(found)[1] if found else None


def _bare(text: str) -> str:
    """Words alone, however they are set, spaced and stopped."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "


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
