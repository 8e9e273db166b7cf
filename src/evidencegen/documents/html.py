"""The draft as one page of HTML, from the templates."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from evidencegen.packs.claim import Grade
from evidencegen.packs.draft import Draft
from evidencegen.release.figure import Figure, Mark
from evidencegen.shipped import shipped

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

PAGE = "base.html.j2"
STYLES = "print.css"


def render(draft: Draft) -> str:
    """The whole pack as HTML. Addresses in it are relative to the folder of templates.

    Raises:
        jinja2.UndefinedError: a template names something that the draft does not hold.
    """
    page = environment().get_template(PAGE)
    return _spaces_inside(page.render(draft=draft, styles=STYLES, Grade=Grade, explained_before=set()))


def _spaces_inside(html: str) -> str:
    """Move the space before an inline element into it.

    WeasyPrint 70 now and then ends a line after its first word where a space stands between a
    text and an element that no longer fits.
    """
    return re.sub(r"(?<=[^\s>]) <(b|span class=\"[\w ]+\")>(?=\S)", r"<\1> ", html)


def environment() -> "Environment":
    """How templates are read: undefined names are errors and escaping is always on."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context

    env = Environment(
        loader=FileSystemLoader(shipped("report_templates")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"shown": shown, "absent": absent, "how_many": how_many, "explained": pass_context(explained)}
    env.filters |= {"complete": complete, "incomplete": incomplete}
    return env


def shown(figures: Iterable[Figure]) -> list[Figure]:
    """Those that carry a number."""
    return [f for f in figures if f.mark is None]


def absent(figures: Iterable[Figure]) -> list[tuple[str, list[Figure]]]:
    """Those that carry none, together where the reason is the same."""
    reasons: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.mark is not None:
            reasons.setdefault(figure.gap, []).append(figure)
    return list(reasons.items())


def how_many(figure: Figure) -> str:
    """The count alone, for a table whose heading names the base: `about 45`, or a mark."""
    return figure.counts.partition(" of ")[0]


def complete(figures: Iterable[Figure]) -> list[Figure]:
    """Shares of which nothing is lacking."""
    return [f for f in figures if f.share == 1]


def incomplete(figures: Iterable[Figure]) -> list[Figure]:
    """The others, the lowest share first, then those without one."""
    rest = [f for f in figures if f.share != 1]
    return sorted(rest, key=lambda f: (f.mark is not None, f.share is None, f.share or 0))


def explained(context: "Context", block: str) -> str:
    """A block of a page, and below it what each mark in it means that the page has not explained before."""
    from markupsafe import Markup

    seen: set[Mark] = context["explained_before"]
    new = [mark for mark in Mark if mark.value in block and mark not in seen]
    seen.update(new)
    if not new:
        return block
    meanings = "; ".join(f"<b>{mark.value}</b> means {mark.words}" for mark in new)
    return Markup(f'{block}<p class="remark meaning">{meanings}.</p>\n')  # noqa: S704 - our own words
