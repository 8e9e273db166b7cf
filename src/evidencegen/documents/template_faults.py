"""What is wrong with a template, fault by fault, each with its line."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from evidencegen.documents.html import environment, template_names
from evidencegen.packs.own_number import own_numbers
from evidencegen.settings import near_word

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

TAGS = frozenset({
    "html", "head", "meta", "title", "link", "body", "header", "main", "section", "div", "p", "h1", "h2", "h3", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "b", "i", "sup", "span", "a", "figure", "figcaption",
    "img", "br",
})  # fmt: skip
"""The tags that every format can draw."""
OF_THE_PAGE = frozenset({"html", "head", "meta", "title", "link", "body", "header", "main", "h1"})
"""Those that stand once, in the page around the sections."""
ATTRIBUTES = frozenset({"id", "class", "scope", "colspan", "rowspan", "href", "src", "alt", "lang"})
GIVEN = ("draft", "section", "figures", "charts", "tables", "Grade", "loop", "caller")
COUNTING = frozenset(
    {
        "round",
        "sum",
        "abs",
        "int",
        "float",
        "length",
        "count",
        "max",
        "min",
        "safe",
        "filesizeformat",
        "random",
        "format",
    }
)
INLINE = frozenset({"b", "i", "sup", "span", "a"})
EXPRESSION = "\ue000"
"""The sign that stands for an expression where only the words of a template are looked at."""


@dataclass(frozen=True)
class Fault:
    """One thing to mend in a template: `key` is the last part of the problem's key."""

    line: int
    key: str
    found: str
    wanted: str


def faults(source: str, known: Mapping[str, Collection[str]], env: "Environment | None" = None) -> list[Fault]:
    """Everything wrong with the template of a section, in the order of its lines.

    Args:
        known: the keys of the section's `figures`, `charts` and `tables`.
        env: how templates are read, where not only ours are.
    """
    from jinja2 import TemplateSyntaxError

    env = env or environment()
    try:
        tree = env.parse(source)
        env.compile(tree)
    except TemplateSyntaxError as error:
        return [
            Fault(
                error.lineno,
                "does_not_parse",
                error.message or "a template that does not parse",
                "a template that Jinja can read, each `if`, `for` and `call` with its end",
            )
        ]
    found = {
        *_unknown_keys(tree, known),
        *_unknown_names(tree),
        *_unknown_templates(tree, env),
        *_sums(tree),
        *_printed_numbers(tree),
        *_in_text(_text_of(source, env)),
    }
    return sorted(found, key=lambda fault: (fault.line, fault.key, fault.found))


def sentences(source: str) -> list[tuple[int, str]]:
    """The words of a template that stand outside its tags and expressions, block by block, each with its line.

    Raises:
        ValueError: it cannot be read as a template.
    """
    from jinja2 import TemplateSyntaxError

    try:
        return _Words(_text_of(source, environment())).blocks
    except TemplateSyntaxError as error:
        raise ValueError(error.message) from None


def _text_of(source: str, env: "Environment") -> str:
    """What of a template is printed as it stands, on the lines on which it stands; a sign for each expression."""
    text = ""
    for line, kind, words in env.lex(source):
        if kind in ("data", "variable_begin", "raw_begin"):
            text += "\n" * (line - 1 - text.count("\n"))
        if kind == "data":
            text += words
        elif kind == "variable_begin":
            text += EXPRESSION
    return text


def _unknown_keys(tree: "nodes.Template", known: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    from jinja2 import nodes

    for item in tree.find_all(nodes.Getitem):
        if not (isinstance(item.node, nodes.Name) and item.node.name in known):
            continue
        kind = item.node.name.removesuffix("s")
        if isinstance(item.arg, nodes.Getattr) and item.arg.attr == "key":
            continue
        if not (isinstance(item.arg, nodes.Const) and isinstance(item.arg.value, str)):
            yield Fault(
                item.lineno, f"no_{kind}", f"a {kind} that is not named in quotes", f'its key, as {kind}s["..."]'
            )
        elif (key := item.arg.value) not in known[item.node.name]:
            names = sorted(known[item.node.name])
            wanted = f"one of this section's: {', '.join(names) or 'it has none'}{near_word(key, names)}"
            yield Fault(item.lineno, f"no_{kind}", f"the {kind} `{key}`", wanted)


def _unknown_names(tree: "nodes.Template") -> Iterator[Fault]:
    from jinja2 import nodes

    names = list(tree.find_all(nodes.Name))
    brought = {one.name for one in names if one.ctx != "load"} | {one.name for one in tree.find_all(nodes.Macro)}
    for imported in tree.find_all(nodes.FromImport):
        brought |= {name if isinstance(name, str) else name[1] for name in imported.names}
    brought |= {one.target for one in tree.find_all(nodes.Import)}
    known = brought | set(GIVEN)
    for one in names:
        if one.ctx == "load" and one.name not in known:
            wanted = f"one of: {', '.join(sorted(known))}{near_word(one.name, known)}"
            yield Fault(one.lineno, "no_name", f"`{one.name}`, which nothing gives it", wanted)


def _taken_in(tree: "nodes.Template") -> Iterator[tuple["nodes.Stmt", Any]]:
    """Every include, import and extension, and what names its template."""
    from jinja2 import nodes

    for kind in (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends):
        yield from ((one, one.template) for one in tree.find_all(kind))  # type: ignore[attr-defined]


def _unknown_templates(tree: "nodes.Template", env: "Environment") -> Iterator[Fault]:
    from jinja2 import nodes

    every = template_names()
    for one, named in _taken_in(tree):
        name = named.value if isinstance(named, nodes.Const) else None
        if name not in every:
            found = f"the template `{name}`" if name else "a template that is not named in quotes"
            wanted = f'one of ours, such as "parts/figure.html.j2"{near_word(str(name), every)}'
            yield Fault(one.lineno, "no_template", found, wanted)
        elif isinstance(one, nodes.FromImport) and env.loader:
            there = env.parse(env.loader.get_source(env, str(name))[0])
            macros = [macro.name for macro in there.find_all(nodes.Macro)]
            for asked in (n if isinstance(n, str) else n[0] for n in one.names):
                if asked not in macros:
                    wanted = f"one of: {', '.join(macros)}{near_word(asked, macros)}"
                    yield Fault(one.lineno, "no_macro", f"`{asked}` from {name}", wanted)


def _sums(tree: "nodes.Template") -> Iterator[Fault]:
    """Numbers made from figures: no row stands behind them, and a hidden one could be worked out."""
    from jinja2 import nodes

    wanted = "figures as they are: a number that is worked out here is traced to no row"
    sums = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg)
    for one in tree.find_all(sums):
        yield Fault(one.lineno, "sum", "a sum", wanted)
    for named in tree.find_all(nodes.Filter):
        if named.name in COUNTING:
            yield Fault(named.lineno, "sum", f"the filter `{named.name}`", wanted)
    for compared in tree.find_all(nodes.Compare):
        if any(one.op in ("gt", "gteq", "lt", "lteq") for one in compared.ops):
            yield Fault(compared.lineno, "sum", "numbers compared", wanted)
    for asked in tree.find_all(nodes.Getattr):
        counts = ("index", "length", "revindex", "revindex0", "depth")
        if isinstance(asked.node, nodes.Name) and asked.node.name == "loop" and asked.attr in counts:
            yield Fault(asked.lineno, "sum", f"`loop.{asked.attr}`", wanted)
    for switched in tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier, nodes.MarkSafe)):
        yield Fault(switched.lineno, "unescaped", "escaping switched off", "words from registers escaped, as ours are")


def _printed_numbers(tree: "nodes.Template") -> Iterator[Fault]:
    """Numbers in the quotes and expressions of a template, but for keys and the names of templates."""
    from jinja2 import nodes

    unprinted = (nodes.Compare, nodes.Slice)
    no_words = {id(const) for kind in unprinted for one in tree.find_all(kind) for const in one.find_all(nodes.Const)}
    no_words |= {id(one.arg) for one in tree.find_all(nodes.Getitem)}
    no_words |= {id(named) for _, named in _taken_in(tree)}
    for const in tree.find_all(nodes.Const):
        if id(const) in no_words or isinstance(const.value, bool):
            continue
        if isinstance(const.value, int | float):
            yield _number(const.lineno, str(const.value))
        elif isinstance(const.value, str):
            yield from (_number(const.lineno, words) for _, words in own_numbers(const.value))


def _number(line: int, words: str) -> Fault:
    wanted = "a number that comes from the registers, as {{ figure(figures[...]) }}"
    return Fault(line, "number", f'a number of its own: "{words}"', wanted)


def _in_text(text: str) -> Iterator[Fault]:
    words = _Words(text)
    yield from words.faults
    for line, block in words.blocks:
        for at, number in own_numbers(block):
            yield _number(line + block.count("\n", 0, at), number)


class _Words(HTMLParser):
    """The words of a text with tags, block by block, and the tags and attributes that may not stand in it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[int, str]] = []
        self.faults: list[Fault] = []
        self.begins = True
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.begins = self.begins or tag not in INLINE
        line = self.getpos()[0]
        if tag not in TAGS - OF_THE_PAGE:
            wanted = f"tags that every format can draw: {', '.join(sorted(TAGS - OF_THE_PAGE))}"
            self.faults.append(Fault(line, "tag", f"<{tag}>", wanted))
        for name, value in attrs:
            self.faults += (Fault(line, "attribute", *told) for told in _wrong_attribute(tag, name, value or ""))
            if name == "alt":
                self.faults += (_number(line, words) for _, words in own_numbers(value or ""))

    def handle_endtag(self, tag: str) -> None:
        self.begins = self.begins or tag not in INLINE

    def handle_data(self, data: str) -> None:
        if not self.begins and self.blocks:
            line, words = self.blocks[-1]
            self.blocks[-1] = (line, words + data)
        elif data.strip():
            self.blocks.append((self.getpos()[0], data))
            self.begins = False

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - as HTMLParser has it
        wanted = "a comment of the template, {#- ... -#}, which is printed nowhere"
        self.faults.append(Fault(self.getpos()[0], "comment", "a comment that goes into the file", wanted))


def _wrong_attribute(tag: str, name: str, value: str) -> Iterable[tuple[str, str]]:
    if name not in ATTRIBUTES:
        yield f"`{name}` in <{tag}>", f"one of: {', '.join(sorted(ATTRIBUTES))}"
    elif name == "href" and not value.startswith(("#", EXPRESSION)):
        yield f"an address in <{tag}> that leads out of the document", 'a place within it, such as "#note-{{ ... }}"'
    elif name == "src" and not value.startswith(EXPRESSION):
        yield f"an address in <{tag}>", "a chart, as {{ chart(charts[...]) }}"
    elif name not in ("href", "src") and re.search(r"//|(?i:javascript:|url\()", value):
        yield f"an address in `{name}`", "nothing that is fetched"
