"""The house, checked: imports, sizes, names, templates and what may stand in no file.

The map is the docstring of `evidencegen`: one line for each file and room, the files of a room
and its shelves indented beneath it, in the order in which data walks through them.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

import evidencegen

PACKAGE = Path(evidencegen.__file__).parent
ROOT = PACKAGE.parents[1]
TESTS = ROOT / "tests"
TEMPLATES = ROOT / "report_templates"
MAP_LINE = re.compile(r"( {4}|( {8}))(?P<names>[a-z_]+/?(?:, [a-z_]+)*) {2,}(?P<words>\S.*)")

MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 45
DECLARED_DATA_ALONE = {
    "intake/registers/safeguarding.py": "a register declares a line for each column, heading and code, and does nothing",
    "intake/registers/advocacy.py": "as the safeguarding log",
}
NEIGHBOURS = {
    "measures/families": "a family may take a base or an exclusion from another",
    "measures/views": "a view may be built on another",
    "intake/registers": "one register's codes may be another's, such as themes",
}
NO_TEST_OF_ITS_OWN = {"__init__.py": "holds the map", "__main__.py": "two lines, run by tests/test_cli.py"}
NO_SUCH_NAMES = frozenset(
    {"manager", "helper", "helpers", "util", "utils", "common", "base", "misc", "service", "engine", "handler", "core"}
)
NO_SUCH_VERBS = ("get_", "process_", "handle_", "do_")
# Put together here, so that this file does not hold what it looks for.
MACHINE_PATHS = ("/" + "home/", "/" + "Users/", "/" + "root/", "C:" + "\\", "/" + "work/", "/" + "tmp/")
REGISTRY_HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "artifact" + "ory",
    "--index" + "-url",
    "--extra-index" + "-url",
)


@dataclass(frozen=True)
class Line:
    """One line of the map. `name` is the way to it from the package, such as `intake/dates`; a shelf has `is_shelf`."""

    name: str
    words: str
    is_folder: bool
    depth: int

    @property
    def is_shelf(self) -> bool:
        """Whether it is a folder within a room."""
        return self.is_folder and self.depth == 2


def _map() -> Iterator[Line]:
    room = ""
    for text in (evidencegen.__doc__ or "").splitlines():
        if not (found := MAP_LINE.fullmatch(text)):
            continue
        depth = 2 if found[2] else 1
        for name in found["names"].split(", "):
            bare = name.rstrip("/")
            if depth == 1:
                room = bare if name.endswith("/") else ""
            yield Line(f"{room}/{bare}" if depth == 2 else bare, found["words"], name.endswith("/"), depth)


LINES = tuple(_map())
PLACE = {line.name: number for number, line in enumerate(LINES)}
SHELVES = frozenset(line.name for line in LINES if line.is_shelf)
SOURCES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
each_source = pytest.mark.parametrize("source", SOURCES)


@cache
def _tree(source: str) -> ast.Module:
    return ast.parse(SOURCES[source].read_text(encoding="utf-8"))


def _on_map(source: str) -> str:
    """The map line a file stands under: its own, its shelf's, or its room's."""
    name = source.removesuffix(".py").removesuffix("/__init__")
    shelf = name.rpartition("/")[0]
    return shelf if shelf in SHELVES else name


def _module(name: str) -> str:
    """The source file a dotted name means, or nothing: `evidencegen.intake.dates` is `intake/dates.py`."""
    inner = name.removeprefix("evidencegen").strip(".").replace(".", "/")
    for source in (f"{inner}.py", f"{inner}/__init__.py" if inner else "__init__.py"):
        if source in SOURCES:
            return source
    return ""


def _imports(source: str) -> Iterator[tuple[int, str]]:
    """Line and source file of everything of ours that a file imports, wherever in the file."""
    for node in ast.walk(_tree(source)):
        if isinstance(node, ast.Import):
            named = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            named = ["evidencegen.by_dots"]
        elif isinstance(node, ast.ImportFrom):
            named = [
                f"{node.module}.{alias.name}" if _module(f"{node.module}.{alias.name}") else str(node.module)
                for alias in node.names
            ]
        else:
            continue
        yield from ((node.lineno, _module(name) or name) for name in named if name.partition(".")[0] == "evidencegen")


def _may_import(source: str, other: str) -> bool:
    """Whether what is imported stands above the importer on the map."""
    if other == "__init__.py":
        return True
    if source == "__main__.py":
        return other == "cli.py"
    here, there = _on_map(source), _on_map(other)
    if here not in PLACE or there not in PLACE:
        return False
    if here == there:
        return here in NEIGHBOURS
    if other.endswith("/__init__.py") and here.startswith(f"{there}/"):
        return False
    return PLACE[there] < PLACE[here]


def test_the_map_can_be_read_and_names_everything_once():
    assert len(LINES) > 40
    assert len(PLACE) == len(LINES)
    indented = [line for line in evidencegen.__doc__.splitlines() if line.startswith("    ")]
    assert [line for line in indented if not MAP_LINE.fullmatch(line)] == []


def test_every_line_of_the_map_exists():
    missing = [
        line.name
        for line in LINES
        if not (PACKAGE / line.name).is_dir() and not (PACKAGE / f"{line.name}.py").is_file()
    ]
    assert missing == []
    assert [line.name for line in LINES if line.is_folder != (PACKAGE / line.name).is_dir()] == []


def test_every_file_and_room_is_on_the_map():
    strangers = {source for source in SOURCES if _on_map(source) not in PLACE}
    assert sorted(strangers - {"__init__.py", "__main__.py"}) == []


@each_source
def test_every_import_comes_from_above(source):
    assert [f"line {line}: {other}" for line, other in _imports(source) if not _may_import(source, other)] == []


def test_what_a_shelf_holds_is_imported_from_no_file_above_the_shelf():
    """The check itself, on the plain case: a room's own files may not lean on a later room."""
    assert _may_import("measures/measure.py", "intake/table.py")
    assert _may_import("measures/families/msp.py", "measures/families/risk.py")
    assert _may_import("release/figure.py", "measures/interval.py")
    assert not _may_import("intake/table.py", "measures/measure.py")
    assert not _may_import("intake/dates.py", "intake/table.py")
    assert not _may_import("measures/view.py", "measures/views/concerns.py")
    assert not _may_import("problem.py", "cli.py")


@each_source
def test_a_module_says_what_it_is_in_the_words_of_the_map(source):
    told = (ast.get_docstring(_tree(source)) or "").split("\n")[0]
    assert told
    on_map = next((line for line in LINES if line.name == source.removesuffix(".py").removesuffix("/__init__")), None)
    if on_map:
        assert told.casefold().removesuffix(".") == on_map.words.casefold().removesuffix(".")


@each_source
def test_a_file_can_be_read_at_one_sitting(source):
    lines = len(SOURCES[source].read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES or source in DECLARED_DATA_ALONE


@pytest.mark.parametrize("source", DECLARED_DATA_ALONE)
def test_a_file_that_may_be_longer_declares_and_does_nothing(source):
    doing = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.If)
    assert source in SOURCES
    assert [node.lineno for node in ast.walk(_tree(source)) if isinstance(node, doing)] == []


@each_source
def test_a_function_can_be_seen_whole(source):
    functions = [n for n in ast.walk(_tree(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {
        f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno - f.lineno >= MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


@each_source
def test_bad_input_raises_and_nothing_is_asserted(source):
    assert [node.lineno for node in ast.walk(_tree(source)) if isinstance(node, ast.Assert)] == []


@cache
def _our_classes() -> frozenset[str]:
    return frozenset(n.name for s in SOURCES for n in ast.walk(_tree(s)) if isinstance(n, ast.ClassDef))


@each_source
def test_classes_inherit_from_none_of_our_own_save_exceptions(source):
    heirs = {
        n.name: b.id
        for n in ast.walk(_tree(source))
        if isinstance(n, ast.ClassDef)
        for b in n.bases
        if isinstance(b, ast.Name) and b.id in _our_classes() and b.id not in {"EvidenceError", "Part"}
    }
    assert heirs == {}


@each_source
def test_names_are_words_of_the_service(source):
    parts = set(source.removesuffix(".py").split("/"))
    functions = {n.name for n in ast.walk(_tree(source)) if isinstance(n, ast.FunctionDef)} - set(dir(HTMLParser))
    assert parts & NO_SUCH_NAMES == set()
    assert {name for name in functions if name.lstrip("_").startswith(NO_SUCH_VERBS)} == set()


@pytest.mark.parametrize("source", [s for s in SOURCES if Path(s).name not in NO_TEST_OF_ITS_OWN])
def test_every_file_has_tests_where_its_own_place_is(source):
    folder, _, name = source.rpartition("/")
    assert (TESTS / folder / f"test_{name}").is_file()


def _templates() -> dict[str, Path]:
    return {path.relative_to(TEMPLATES).as_posix(): path for path in sorted(TEMPLATES.rglob("*.j2"))}


each_template = pytest.mark.parametrize("template", _templates())


@each_template
def test_a_template_says_at_its_head_what_it_is(template):
    text = _templates()[template].read_text(encoding="utf-8")
    assert text.startswith("{#-")
    if template.count("/") == 1 and not template.startswith(("parts/", "shared/")):
        head = text.partition("-#}")[0]
        assert all(
            re.search(rf"^\s*(?:{{#-\s*)?{word}\s+\S", head, re.MULTILINE) for word in ("Section", "Answers", "Needs")
        )


@each_template
def test_a_template_does_no_sums_and_compares_no_numbers(template):
    tree = jinja2.Environment(autoescape=True).parse(_templates()[template].read_text(encoding="utf-8"))
    sums = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg)
    assert [node.lineno for node in tree.find_all(sums)] == []
    compared = [c for c in tree.find_all(nodes.Compare) if _of_numbers(c)]
    assert [c.lineno for c in compared] == []
    filters = {"round", "sum", "abs", "int", "float", "length", "count", "max", "min", "safe", "filesizeformat"}
    assert [f.lineno for f in tree.find_all(nodes.Filter) if f.name in filters] == []


def _of_numbers(compared: nodes.Compare) -> bool:
    numbers = [c for c in compared.find_all(nodes.Const) if type(c.value) in (int, float)]
    return bool(numbers) or any(operand.op in ("gt", "gteq", "lt", "lteq") for operand in compared.ops)


@each_template
def test_a_template_takes_nothing_from_the_network(template):
    text = _templates()[template].read_text(encoding="utf-8")
    assert not re.search(r"(?:src|href|url)\s*[=(]\s*[\"']?(?:https?:)?//", text)


def _ours() -> list[Path]:
    """Every text file that git holds or would hold."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        return []
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def _holding(pieces: tuple[str, ...]) -> list[str]:
    found = []
    for path in _ours():
        content = path.read_bytes()
        if b"\0" not in content[:1024]:
            found += [f"{path.relative_to(ROOT)}: {piece}" for piece in pieces if piece.encode() in content]
    return found


def test_no_file_names_a_path_of_somebodys_machine():
    assert _holding(MACHINE_PATHS) == []


def test_no_file_names_the_host_of_a_registry():
    assert _holding(REGISTRY_HOSTS) == []
