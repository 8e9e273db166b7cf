"""A condition as a provider writes it in YAML, checked against the columns of its view."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from evidencegen.intake.kind import Form, spoken
from evidencegen.intake.words import did_you_mean, shortened
from evidencegen.measures.condition import BLANK, GIVEN, Condition, Day, Operator, Policy, Test, Value
from evidencegen.measures.view import View
from evidencegen.settings import Way, near_word

ANY = "any"
AS_AT = "as_at"
POLICY = "policy."
BARE = {"given": GIVEN, "blank": BLANK}
OPERATORS = {
    "is": Operator.IS,
    "one_of": Operator.ONE_OF,
    "includes": Operator.INCLUDES,
    "at_most": Operator.AT_MOST,
    "at_least": Operator.AT_LEAST,
    "before": Operator.BEFORE,
}
FITS = {
    Form.ONE: ("is", "one_of"),
    Form.TEXT: ("is", "one_of"),
    Form.MANY: ("includes",),
    Form.NUMBER: ("at_most", "at_least", "is"),
    Form.DATE: ("before",),
}
HOLDS = {
    Form.ONE: "one word of a list",
    Form.TEXT: "words",
    Form.MANY: "several words of a list",
    Form.NUMBER: "a number",
    Form.DATE: "a date",
    Form.MONTHS: "a number of months",
}
_WHOLE = re.compile(r"-?\d{1,6}")


@dataclass(frozen=True)
class Wrong:
    """One thing wrong in a measure: where in it, what was found, what is wanted, and the last part of its key."""

    way: Way
    found: str
    wanted: str
    key: str


@dataclass(frozen=True)
class Page:
    """What conditions are read against: the view, the limits of the brief, and what was found wrong so far."""

    view: View
    policy: Collection[str]
    wrong: list[Wrong] = field(default_factory=list)

    def refuse(self, way: Way, found: str, wanted: str, key: str) -> None:
        """Note one thing that is wrong."""
        self.wrong.append(Wrong(way, found, wanted, key))

    def knows(self, name: str, way: Way) -> bool:
        """Whether the view has a column; where it does not, that is noted, with the nearest one."""
        view, register = self.view, self.view.register
        if name in view.columns:
            return True
        whose = f"the {register.key.replace('_', ' ')} register"
        if name in {column.name for column in register.columns}:
            wanted = "another column: this one is read for the anonymising gate alone"
            self.refuse(way, f"`{name}` of {whose}, which holds names or prose", wanted, "personal")
            return False
        titles = {c.title: c.name for c in register.columns if c.name in view.columns}
        near = did_you_mean(name, (*sorted(view.columns), *titles))
        asked = f"; did you mean `{titles.get(near, near)}`?" if near else ""
        wanted = f"a column of the view `{view.key}`" + ("" if near else f": {', '.join(sorted(view.columns))}")
        self.refuse(way, f"{whose} has no column `{name}`{asked}", wanted, "unknown_column")
        return False

    def hides(self, name: str) -> bool:
        """Whether the values of a column may be printed nowhere."""
        return any(c.hidden for c in self.view.register.columns if c.name == name)


def condition_of(written: Mapping[str, Any], page: Page, way: Way) -> Condition:
    """The condition, or as much of it as could be read; what could not is noted on the page."""
    tests: list[tuple[str, Test]] = []
    either: tuple[Condition, ...] = ()
    for name, asked in written.items():
        here = (*way, str(name))
        if name == ANY:
            either = _either(asked, page, here)
        elif page.knows(str(name), here):
            tests += [(str(name), test) for test in _tests(str(name), asked, page, here)]
    return Condition(tuple(tests), either)


def _either(asked: Any, page: Page, way: Way) -> tuple[Condition, ...]:
    if not isinstance(asked, list) or len(asked) < 2 or not all(isinstance(one, dict) and one for one in asked):
        wanted = "two or more conditions, such as `any: [{own_words: blank}, {own_words: no}]`"
        page.refuse(way, f"`{ANY}: {shortened(str(asked))}`", wanted, "wrong_value")
        return ()
    return tuple(condition_of(one, page, (*way, number)) for number, one in enumerate(asked))


def _tests(name: str, asked: Any, page: Page, way: Way) -> Iterator[Test]:
    """The tests that one column is put to."""
    codes = _codes(page.view, name)
    if isinstance(asked, str) and asked in BARE and asked not in codes:
        yield BARE[asked]
        return
    if page.hides(name):
        wanted = "`given` or `blank`: a definition is printed, and its words must point at nobody"
        page.refuse(way, f"a value of `{name}`, which holds personal details", wanted, "personal")
        return
    if isinstance(asked, str | list):
        asked = {"is" if isinstance(asked, str) else "one_of": asked}
    if not isinstance(asked, dict) or not asked:
        page.refuse(way, f"`{name}:` with nothing", _wanted(page.view, name), "wrong_value")
        return
    for operator, operand in asked.items():
        if operator not in OPERATORS:
            wanted = f"one of: {', '.join((*OPERATORS, *BARE))}{near_word(str(operator), (*OPERATORS, *BARE))}"
            page.refuse((*way, operator), f"`{operator}` as a test", wanted, "unknown_test")
        elif operator not in FITS.get(_form(page.view, name), ()):
            held = HOLDS.get(_form(page.view, name), "nothing that can be compared")
            found = f"`{operator}` put to `{name}`, which holds {held}"
            page.refuse((*way, operator), found, _wanted(page.view, name), "wrong_test")
        else:
            yield from _test(name, operator, operand, page, (*way, operator))


def _test(name: str, operator: str, operand: Any, page: Page, way: Way) -> Iterator[Test]:
    several = operand if operator == "one_of" else [operand]
    if not isinstance(several, list) or not several or not all(isinstance(one, str) for one in several):
        page.refuse(way, f"`{operator}: {shortened(str(operand))}`", _wanted(page.view, name), "wrong_value")
        return
    values = [value for one in several for value in _value(name, one, page, way)]
    if len(values) == len(several):
        yield Test(OPERATORS[operator], tuple(values))


def _value(name: str, text: str, page: Page, way: Way) -> Iterator[Value]:
    form = _form(page.view, name)
    if form is Form.TEXT:
        yield text
    elif form is Form.DATE and text == AS_AT:
        yield Day.AS_AT
    elif form is Form.NUMBER and _WHOLE.fullmatch(text):
        yield int(text)
    elif form is Form.NUMBER and text.startswith(POLICY):
        yield from _limit(name, text.removeprefix(POLICY), page, way)
    elif form in (Form.DATE, Form.NUMBER):
        page.refuse(way, f"`{text}`", _wanted(page.view, name), "wrong_value")
    else:
        yield from _code(name, text, page, way)


def _limit(name: str, limit: str, page: Page, way: Way) -> Iterator[Policy]:
    """A limit of the brief, in the unit of the column."""
    if limit not in page.policy:
        wanted = f"one of: {', '.join(page.policy)}{near_word(limit, page.policy)}"
        page.refuse(way, f"limit `{POLICY}{limit}`", wanted, "unknown_limit")
        return
    unit = "working days" if limit.startswith("working_days") else "months" if limit.endswith("_months") else "days"
    counted_in = page.view.unit_of(name)
    if counted_in and counted_in != unit:
        page.refuse(way, f"`{POLICY}{limit}`, a limit in {unit}", f"a limit in {counted_in}", "wrong_limit")
    else:
        yield Policy(limit, unit)


def _code(name: str, text: str, page: Page, way: Way) -> Iterator[str]:
    """The code that is meant, given by itself or by its title where only one code has that."""
    codes = _codes(page.view, name)
    meant = [text] if text in codes else [code for code, title in codes.items() if spoken(title) == spoken(text)]
    if len(meant) == 1:
        yield meant[0]
        return
    by_word = {title: code for code, title in codes.items()} | {code: code for code in codes}
    near = did_you_mean(text, by_word)
    asked = f"; did you mean `{by_word[near]}`?" if near else ""
    wanted = f"one of: {', '.join(f'`{code}` ({title})' for code, title in codes.items())}"
    page.refuse(way, f"`{name}` has no `{shortened(text)}` in its list{asked}", wanted, "unknown_code")


def _codes(view: View, name: str) -> dict[str, str]:
    """Every code a column may hold, with its title."""
    return {**view.says(name), **view.titles(name)}


def _form(view: View, name: str) -> Form:
    kind = view.kind(name)
    return kind.form if kind else Form.TEXT


def _wanted(view: View, name: str) -> str:
    """What may be asked of a column, with an example of its own."""
    codes = list(_codes(view, name))
    example = {
        Form.ONE: f"`{name}: {codes[0]}`, or a list of codes" if codes else "",
        Form.TEXT: f"`{name}: the words of the cell`, or a list of them",
        Form.MANY: f"`{name}: {{includes: {codes[0]}}}`" if codes else "",
        Form.NUMBER: f"`{name}: {{at_most: 7}}`, a whole number or a limit of the brief such as policy.review_days",
        Form.DATE: f"`{name}: {{before: {AS_AT}}}`",
    }.get(_form(view, name), "")
    return " or ".join(words for words in (example, f"`{name}: given`", f"`{name}: blank`") if words)
