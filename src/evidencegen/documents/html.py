"""The draft as one page of HTML, from the templates."""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from traceback import extract_tb
from typing import TYPE_CHECKING

from evidencegen.documents.numbered import numbered, tellers_in
from evidencegen.look import Look, Own
from evidencegen.packs.claim import Grade
from evidencegen.packs.criteria import Answered, answered
from evidencegen.packs.draft import Draft, Practice, Section
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.figure import Figure, Mark, per_cent
from evidencegen.shipped import shipped

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

PAGE, CRITERIA = "base.html.j2", "shared/criteria.html.j2"
NOTES = '<section id="notes">'
STYLES = "print.css"
NOTHING_OWN = Own()
SHIPPED = "shipped"
"""Where a provider's own template finds the one that it stands for: `{% include "shipped/tender/data.html.j2" %}`."""
_BARE = re.compile(
    r'<div(?: class="pair")?>\s*</div>\s*|<h3>(?:(?!</h3>).)*</h3>\s*(?=<h3>|</section>)|<p>\s*</p>\s*', re.DOTALL
)
_DRAWING = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


def render(draft: Draft) -> str:
    """The whole pack as HTML. Addresses in it are relative to the folder of templates.

    Where its question is scored by criteria, its paragraphs are numbered, and if the brief wants it, the table of where
    each is answered stands at its end.

    Raises:
        EvidenceError: a provider's own template asks for what is not there.
        jinja2.UndefinedError: a template of ours does.
    """
    from jinja2.exceptions import TemplateRuntimeError
    from markupsafe import Markup

    limit = draft.question.limit
    look, sized = draft.own.look.for_buyer(limit)
    ours = look.is_ours and not sized
    css = "" if ours else look.styled((shipped("report_templates") / STYLES).read_text(encoding="utf-8")) + sized
    templates = environment(draft.own) if draft.own.templates else _ours()
    own = Markup(css)  # noqa: S704 - our own styles
    try:
        html = templates.get_template(PAGE).render(
            draft=draft, styles=STYLES, own_styles=own, Grade=Grade, explained_before=set()
        )
    except TemplateRuntimeError as error:
        if problem := _in_their_own(error, draft.own):
            raise EvidenceError((problem,)) from None
        raise
    html = without_bare_heads(html) if draft.left_out else html
    if draft.question.criteria:
        html = numbered(html, draft)
        if draft.question.criteria_table:
            table = templates.get_template(CRITERIA).render(answers=answered(draft, tellers_in(html, draft)))
            behind = NOTES if NOTES in html else "</main>"
            html = html.replace(behind, table + behind, 1)
    return _painted(_spaces_inside(html), look, draft.own.logo)


def linked(one: Answered) -> str:
    """Where a criterion is answered, its numbers leading to their paragraphs."""
    from markupsafe import Markup, escape

    words = re.sub(r"\b(\d+\.\d+)\b", r'<a href="#p\1">\1</a>', str(escape(str(one))))
    return Markup(words)  # noqa: S704 - made of what is escaped


def without_bare_heads(html: str) -> str:
    """A page that was shortened, without blocks that hold nothing any more and headings with nothing below them."""
    before = ""
    while before != html:
        before, html = html, _BARE.sub("", html)
    return html


def _in_their_own(error: Exception, own: Own) -> Problem | None:
    """What went wrong in a template of the provider's own, on its line; nothing where the fault is ours."""
    lines = [
        (frame.filename, frame.lineno) for frame in extract_tb(error.__traceback__) if frame.filename in own.templates
    ]
    if not lines:
        return None
    name, line = lines[-1]
    return Problem(
        key="template.not_there",
        place=Place(f"{own.folder}/{name}", line=line or 0),
        found=re.sub(r"^'[\w.]+\.(\w+) object'", lambda match: f"a {match[1].lower()}", str(error)),
        wanted="names that the section has, as in ours of the same name",
        why="a sentence about what is not there, or not shown, would be wrong",
        mend="correct the line; put a sentence about a figure into {% call evidence(figures[...]) %} ... {% endcall %}",
    )


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


def environment(own: Own = NOTHING_OWN) -> "Environment":
    """How templates are read: undefined names are errors, escaping is always on, and a provider's own stand first.

    With templates of a provider's own, nothing beside what templates are given can be reached from them.
    """
    from jinja2 import (
        ChoiceLoader,
        Environment,
        FileSystemLoader,
        FunctionLoader,
        PrefixLoader,
        StrictUndefined,
        pass_context,
    )
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def theirs(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """A provider's own template, called by its name where something goes wrong in it."""
        return (own.templates[name], name, lambda: True) if name in own.templates else None

    ours = FileSystemLoader(shipped("report_templates"))
    kind = ImmutableSandboxedEnvironment if own.templates else Environment
    env = kind(
        loader=ChoiceLoader([FunctionLoader(theirs), PrefixLoader({SHIPPED: ours}), ours]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_never_nothing if own.templates else None,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"shown": shown, "absent": absent, "how_many": how_many, "per_cent": per_cent}
    env.filters |= {"explained": pass_context(explained), "with_own_words": with_own_words}
    env.filters |= {"linked": linked, "complete": complete, "incomplete": incomplete, "untold": untold}
    return env


@cache
def _ours() -> "Environment":
    """Our templates, compiled once for all documents of a process."""
    return environment()


def template_names() -> list[str]:
    """What a template can include and import: ours, and each of them by the way that leads past a provider's own."""
    folder = shipped("report_templates")
    ours = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.j2"))
    return [*ours, *(f"{SHIPPED}/{name}" for name in ours)]


def _never_nothing(value: object) -> object:
    """What a template prints, unless it is nothing at all: a figure that is hidden has no count."""
    from jinja2 import UndefinedError

    if value is None:
        raise UndefinedError("what this prints is not there, as the count of a figure that is not shown")
    return value


def with_own_words(block: str, draft: Draft, section: Section) -> str:
    """A section, and below its heading the paragraphs that the provider gives it."""
    from markupsafe import Markup

    said = [
        Markup("<p>{}</p>\n").format(str(words))
        for words in draft.own.words.get(f"{draft.kind}/{section.key}.html.j2", ())
    ]
    head, heading, rest = block.partition("</h2>")
    if not said or not heading:
        return block
    return Markup(f"{head}{heading}\n{''.join(said)}{rest}")  # noqa: S704 - made of what is escaped


def shown(figures: Iterable[Figure | None]) -> list[Figure]:
    """Those that carry a number, without those left out to keep to a limit."""
    return [f for f in figures if f and f.mark is None]


def untold(parts: Iterable[Practice]) -> list[Figure]:
    """The figures of the parts of practice that have nothing to show: no statement, and no figure with a number."""
    return [f for part in parts if not part.claims and not shown(part.further) for f in part.further]


def absent(figures: Iterable[Figure | None]) -> list[tuple[str, list[Figure]]]:
    """Those that carry none, together where they bear the same mark; the reason in full where they share it.

    The notes have each reason.
    """
    marked: dict[Mark, list[Figure]] = {}
    for figure in figures:
        if figure and figure.mark is not None:
            marked.setdefault(figure.mark, []).append(figure)
    gaps = [(some, {figure.gap for figure in some}) for some in marked.values()]
    return [(gap.pop() if len(gap) == 1 else replace(some[0], because="").gap, some) for some, gap in gaps]


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
