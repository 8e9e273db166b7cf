"""Words beyond the limit, which nobody marks."""

from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words


def _find(words: Words, held: Held) -> Iterator[Hit]:
    stops = held.cut_off(words.text) if held.cut_off else None
    if stops is None:
        return
    character, limit = stops
    for paragraph in words.paragraphs:
        end = len(paragraph.text)
        if paragraph.span(0, end)[1] > character:
            start = next((at for at in range(end) if paragraph.at(at) >= character), 0)
            yield Hit(paragraph, start, end, why=f"the limit is {limit}, and whoever marks it stops reading here")
            return


OVER_LIMIT = Lint(
    key="over_limit",
    title="Over the limit",
    why="what stands beyond the limit is not read, and may cost marks",
    suggestion="cut what is weakest, until the last line lies within the limit",
    severity=Severity.STOP,
    find=_find,
)
