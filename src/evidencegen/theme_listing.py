"""The themes of a project as a terminal shows them."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from evidencegen.intake.address import ranged
from evidencegen.period import day_words
from evidencegen.problem import Place
from evidencegen.project_themes import ProjectThemes, ThemeChange, Uncoded

WIDE = 112
HEADS = ("Theme", "Notes", "Before", "Change", "Concerns", "Raised", "Completed", "Effect shown", "Worked")
NOT_FOR_RELEASE = "Not for release: for people inside the organisation."
HOW_TO_READ = (
    "Notes: those in which the theme was found; one note may have several, so the themes add up to more than the "
    "notes. Change: similar, unless the 95% ranges of the two shares of notes with a theme do not overlap. Concerns: "
    "those with the theme recorded by a person. Raised and completed: actions in the period; effect shown and worked: "
    "of those completed."
)


def lines(found: ProjectThemes) -> Iterator[str]:
    """The table, what stands beside it, and how to read it."""
    yield f"Themes, {found.period}, and before that {found.before}"
    if not found.before_is_whole and found.log_begins:
        yield from _wrapped(
            f"The log begins on {day_words(found.log_begins)}, so the period before is not whole: a change may come "
            "from that alone."
        )
    yield ""
    yield _row(HEADS)
    for theme in sorted(found.themes, key=lambda t: (-t.notes, -t.records)):
        yield _row(_cells(theme))
        if theme.gap and found.has_plan:
            often = f", with {theme.records} records that bring it up" if theme.records >= found.often else ""
            yield f"    {theme.gap}{often}"
    yield ""
    yield f"{'Kind of note':38}{'Notes':>7}{'With no theme':>15}{'Before':>9}{'With no theme':>15}"
    for kind in found.kinds:
        yield f"{kind.title:38}{kind.notes:>7,}{kind.unthemed:>15,}{kind.notes_before:>9,}{kind.unthemed_before:>15,}"
    yield ""
    yield from _of_actions(found)
    yield from _wrapped(HOW_TO_READ)
    yield f"\n{NOT_FOR_RELEASE}"


def uncoded_lines(found: Sequence[Uncoded]) -> Iterator[str]:
    """Where notes with no theme stand, never what they say."""
    for kind in found:
        count = sum(map(len, kind.places))
        yield f"{kind.title}: {count:,} {'note' if count == 1 else 'notes'} with no theme"
        for alike in kind.places:
            if len(alike) > 1:
                yield from _places(alike, "the same words in ")
        yield from _places([alike[0] for alike in kind.places if len(alike) == 1])
    if not found:
        yield "No note of the period is without a theme."
    yield f"\n{NOT_FOR_RELEASE}"


def _cells(theme: ThemeChange) -> tuple[str, ...]:
    counts = (theme.concerns, theme.raised, theme.completed, theme.effects_shown, theme.worked)
    return (theme.title, f"{theme.notes:,}", f"{theme.notes_before:,}", theme.change, *(f"{n:,}" for n in counts))


def _row(cells: tuple[str, ...]) -> str:
    title, notes, before, change, *counts = cells
    widths = (len(head) + 2 for head in HEADS[4:])
    return f"{title:38}{notes:>7}{before:>8}  {change:20}" + "".join(
        f"{c:>{w}}" for c, w in zip(counts, widths, strict=True)
    )


def _of_actions(found: ProjectThemes) -> Iterator[str]:
    if not found.has_plan:
        yield "There is no improvement plan in the project, so nothing can be said of actions."
    if n := found.placed_by_words:
        yield from _wrapped(
            f"{n:,} {_actions(n)} no theme of {'its' if n == 1 else 'their'} own and {'was' if n == 1 else 'were'} "
            "placed by what the action says."
        )
    if n := found.unplaced:
        yield from _wrapped(f"{n:,} {_actions(n)} no theme, recorded or in words, and so no row above.")


def _actions(count: int) -> str:
    return "action has" if count == 1 else "actions have"


def _places(places: Iterable[Place], opening: str = "") -> Iterator[str]:
    sheets: dict[tuple[str, str], list[str]] = {}
    for place in places:
        sheets.setdefault((place.file, place.sheet), []).append(place.cell)
    for (file, sheet), cells in sheets.items():
        words = f"{opening}{file}{f', sheet {chr(34)}{sheet}{chr(34)}' if sheet else ''}: {ranged(cells)}"
        yield from wrap(words, WIDE, initial_indent="  ", subsequent_indent="    ")


def _wrapped(words: str) -> list[str]:
    return wrap(words, WIDE)
