"""One kind of personal detail in running text."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

_WEAKEST = ("long_run", "unvouched_digits")
_STRONGEST_FIRST = (
    "sort_code_said", "date_of_birth", "address", "email", "web_address", "handle", "what3words",
    "date", "date_month_first", "date_in_figures", "date_year_first",
)  # fmt: skip

Wording = Callable[[re.Match[str], date | None], str]


@dataclass(frozen=True)
class Detail:
    """Where a detail lies in a text, what kind it is, and the words to put in its place."""

    start: int
    end: int
    kind: str
    label: str
    name: str = field(default="", repr=False)


@dataclass(frozen=True)
class Recogniser:
    """A pattern, the check that a match is real, and what to write instead.

    Where the pattern holds a group called `detail`, only that is taken out: the rest of the
    match is the context that tells what it is. `wording` writes something nearer to the story than
    `label`; it is handed the match and the day of the concern, from which time is counted.
    """

    key: str
    label: str
    pattern: re.Pattern[str]
    is_real: Callable[[re.Match[str]], bool] = lambda _: True
    wording: Wording | None = None

    def find(self, text: str, concern: date | None = None) -> Iterator[Detail]:
        """Every detail of this kind in a text, in order."""
        for match in self.pattern.finditer(text):
            if self.is_real(match):
                span = match.span("detail") if match.groupdict().get("detail") else match.span()
                yield Detail(*span, self.key, self.wording(match, concern) if self.wording else self.label)


def apart(details: Sequence[Detail]) -> list[Detail]:
    """Details in order; of those that overlap one is left, over all their length."""
    order = {key: number for number, key in enumerate(_STRONGEST_FIRST)} | dict.fromkeys(_WEAKEST, 99)
    kept: list[Detail] = []
    for detail in sorted(details, key=lambda d: (d.start, -d.end)):
        if detail.end <= detail.start:
            continue
        if kept and detail.start < kept[-1].end:
            last = kept[-1]
            rank = [(order.get(d.kind, 50), d.start - d.end) for d in (last, detail)]
            winner = last if rank[0] <= rank[1] else detail
            kept[-1] = replace(winner, start=last.start, end=max(last.end, detail.end))
        else:
            kept.append(detail)
    return kept
