"""Which style of a Word document each class of the page of HTML has."""

from evidencegen.documents.line import Paragraph, Run
from evidencegen.documents.page import Cell, Table
from evidencegen.documents.word_styles import BOLD, GRID, PANEL, STEPS

STYLES = {
    "provider": "Provider",
    "period": "Subtitle",
    "release": "Release mark",
    "statement": "Statement",
    "thin": "Breakdown",
    "we-say": "Statement",
    "listed": "Breakdown",
    "remark": "Remark",
    "absent": "Remark",
    "none": "Remark",
    "small": "Small",
    "how": "Small",
    "amount": "Headline number",
    "what": "Headline",
    "figcaption": "Caption",
}
"""The style of a paragraph by its class."""
WITHIN = {
    "headline": {"small": "Headline detail"},
    "said": {"": "Statement", "none": "Statement", "control": "Control"},
    "shown": {"": "Evidence", "absent": "Evidence", "grade": "Verdict", "unevidenced": "Verdict open"},
    "notes": {"": "Source"},
}
"""The same within a block; the empty class stands for a paragraph without one."""
TABLES = {"question": PANEL, "steps": STEPS, "changed": STEPS}
SHADED, STRONG = frozenset({"voice", "worse"}), frozenset({"eye"})
"""Rows on a pale ground, and what is to catch the eye."""
MUTED = frozenset({"counts", "part", "absent", "none", "also", "key"})


def style_of(words: Paragraph, within: frozenset[str]) -> str:
    """The style of a paragraph by its level, its class and the block it lies in; of two classes the one that narrows
    the other, such as `grade unevidenced`, comes later in the alphabet."""
    if words.level:
        return "Title" if words.level == 1 else f"Heading {min(words.level - 1, 3)}"
    rules: dict[str, str] = dict(STYLES)
    for kind in sorted(within & WITHIN.keys()):
        rules |= WITHIN[kind]
    return next((rules[kind] for kind in sorted(words.kinds, reverse=True) if kind in rules), rules.get("", "Normal"))


def letters_of(run: Run) -> str | None:
    """The style of letters of a run, where it is not that of its paragraph."""
    if run.raised:
        return "Note reference"
    if "grade" in run.kinds:
        return "Aside" if "unevidenced" in run.kinds else "Grade"
    if "gap" in run.kinds:
        return "Aside"
    if "reference" in run.kinds:
        return "Reference"
    if run.kinds & MUTED:
        return "Muted"
    return BOLD if run.bold else None


def table_style_of(table: Table) -> str:
    """The style of a table by its class."""
    return next((TABLES[kind] for kind in sorted(table.kinds) if kind in TABLES), GRID)


def cell_style_of(cell: Cell, *, head: bool) -> str:
    """The style of the paragraphs of a cell, in the head of its table or below."""
    if head:
        return "Table heading number" if cell.numeric else "Table heading"
    return "Table number" if cell.numeric else "Table text"
