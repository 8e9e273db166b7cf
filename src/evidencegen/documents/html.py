"""The draft as one page of HTML, from the templates."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING

from evidencegen.look import Look, Own
from evidencegen.packs.claim import Grade
from evidencegen.packs.draft import Draft, Section
from evidencegen.release.figure import Figure, Mark
from evidencegen.shipped import shipped

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

PAGE = "base.html.j2"
STYLES = "print.css"
SHIPPED = "shipped"
"""Where a provider's own template finds the one that it stands for: `{% include "shipped/tender/data.html.j2" %}`."""
_DRAWING = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


def render(draft: Draft) -> str:
    """The whole pack as HTML. Addresses in it are relative to the folder of templates.

    Raises:
        jinja2.UndefinedError: a template names something that the draft does not hold.
    """
    from markupsafe import Markup

    look = draft.own.look
    css = "" if look.is_ours else look.styled((shipped("report_templates") / STYLES).read_text(encoding="utf-8"))
    page = environment(draft.own).get_template(PAGE)
    own = Markup(css)  # noqa: S704 - our own styles
    html = page.render(draft=draft, styles=STYLES, own_styles=own, Grade=Grade, explained_before=set())
    return _painted(_spaces_inside(html), look, draft.own.logo)


def _painted(html: str, look: Look, logo: str) -> str:
    """The drawings of a page in the provider's colour; its logo is left as it is."""
    if look.is_ours:
        return html

    def paint(match: re.Match[str]) -> str:
        if match[0] == logo:
            return logo
        drawing = look.painted(b64decode(match[1]).decode())
        return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"

    return _DRAWING.sub(paint, html)


def _spaces_inside(html: str) -> str:
    """Move the space before an inline element into it.

    WeasyPrint 70 now and then ends a line after its first word where a space stands between a
    text and an element that no longer fits.
    """
    return re.sub(r"(?<=[^\s>]) <(b|span class=\"[\w ]+\")>(?=\S)", r"<\1> ", html)


def environment(own: Own | None = None) -> "Environment":
    """How templates are read: undefined names are errors, escaping is always on, and a provider's own stand first.

    With templates of a provider's own, nothing beside what templates are given can be reached from them.
    """
    from jinja2 import (
        ChoiceLoader,
        DictLoader,
        Environment,
        FileSystemLoader,
        PrefixLoader,
        StrictUndefined,
        pass_context,
    )
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    ours = FileSystemLoader(shipped("report_templates"))
    kind = ImmutableSandboxedEnvironment if own and own.templates else Environment
    env = kind(
        loader=ChoiceLoader([DictLoader(own.templates if own else {}), PrefixLoader({SHIPPED: ours}), ours]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"shown": shown, "absent": absent, "how_many": how_many, "explained": pass_context(explained)}
    env.filters["with_own_words"] = with_own_words
    return env


def with_own_words(block: str, draft: Draft, section: Section) -> str:
    """A section, and below its heading the paragraphs that the provider gives it."""
    from markupsafe import Markup

    said = [Markup("<p>{}</p>\n").format(str(words)) for words in draft.own.words.get(section.template, ())]
    head, heading, rest = block.partition("</h2>")
    if not said or not heading:
        return block
    return Markup(f"{head}{heading}\n{''.join(said)}{rest}")  # noqa: S704 - made of what is escaped


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
