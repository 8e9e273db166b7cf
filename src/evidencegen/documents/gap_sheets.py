"""The gap map of an inspection pack as sheets: what is asked, and what is missing."""

from collections.abc import Iterator

from evidencegen.documents.figure_cells import in_words
from evidencegen.documents.sheet import NONE, Cell, Head, Sheet, told, upper
from evidencegen.packs.gap import Answered, Gap, GapMap
from evidencegen.release.figure import Figure


def gap_sheets(gaps: GapMap) -> Iterator[Sheet]:
    """A sheet of every statement of the frameworks, and one of what is missing where something is."""
    heads = (
        Head("Framework", widest=36),
        Head("In force", widest=36),
        Head("What is asked", widest=60),
        Head("How strongly it is shown"),
        Head("What shows it best", widest=60),
        Head("What speaks against it", widest=60),
    )
    rows: list[tuple[Cell, ...]] = [
        (of.framework.title, of.standing, _asked(one), one.strength.value, _best(one), _against(one))
        for of in gaps.frameworks
        for one in of.statements
    ]
    quoted = "Words in quotation marks are the framework's own; the others are ours, its wording still to be confirmed."
    yield told("asked", "What is asked of us", heads, rows, besides=(quoted,))
    missing = [(_what(gap), _why(gap), upper(gap.next.words), _for(gap)) for gap in gaps.gaps]
    if missing:
        columns = (
            Head("What is missing", widest=60),
            Head("Why", widest=36),
            Head("Next", widest=60),
            Head("For", widest=60),
        )
        yield told("missing", "What is missing, and the cheapest way to it", columns, missing)


def _asked(one: Answered) -> str:
    asked = one.asked
    quoted = asked.wording and asked.wording != asked.title
    return f"{asked.title}. " + (f"“{asked.wording}”" if quoted else f"{upper(asked.looks_for)}.")


def _best(one: Answered) -> str:
    return _cited(one.best) if one.best else "no figure that is shown"


def _against(one: Answered) -> str:
    missed = "; ".join(map(_cited, one.short))
    clashes = "; ".join(one.clashing)
    told_of = [f"Aim missed: {missed}." if missed else "", f"Records clash: {clashes}." if clashes else ""]
    return " ".join(filter(None, told_of)) or "nothing that we found"


def _what(gap: Gap) -> str:
    if gap.figure is None:
        return gap.about
    return f"{gap.figure.title}, {gap.figure.gap}" if gap.figure.mark else _cited(gap.figure)


def _why(gap: Gap) -> str:
    return f"{gap.reason.value}: {gap.detail}" if gap.detail else gap.reason.value


def _for(gap: Gap) -> str:
    return ", ".join(dict.fromkeys(asked.title for asked in gap.asked)) or NONE


def _cited(figure: Figure) -> str:
    return f"{figure.title}: {in_words(figure)}"
