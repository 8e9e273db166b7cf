"""The command `claims`: how it is told to the command line, what it does and prints."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import TYPE_CHECKING

from evidencegen import options
from evidencegen.options import Parsers

if TYPE_CHECKING:
    from evidencegen.claimed import Claimed

HEAD = (
    "For people inside. What each practice statement rests on, as readers of a tender would see it, and what it lacks."
)
WIDTH, INDENT = 110, " " * 6


def claims(parsers: Parsers) -> None:
    """The command."""
    words = "each practice statement with its grade, its evidence, and what a strong claim has that it lacks"
    parser = options.command(parsers, "claims", words, "evidencegen claims my-evidence")
    options.folder(parser)
    options.as_at(parser)
    options.as_json(parser)
    parser.set_defaults(run=show_claims)


def show_claims(asked: argparse.Namespace) -> int:
    from evidencegen.claimed import claimed
    from evidencegen.project import read

    found = claimed(read(asked.folder), asked.as_at)
    if asked.json:
        print(json.dumps({"statements": [one.as_dict() for one in found]}, indent=1, ensure_ascii=False))
    else:
        print("\n".join(lines(found)))
    return 0


def lines(found: "Sequence[Claimed]") -> Iterator[str]:
    """Every claim as a terminal shows it, and at the foot how many there are of each grade."""
    from evidencegen.packs.claim import Grade

    if not found:
        yield "No practice statements: the brief names no `practice` register, or nothing stands in it."
        return
    yield HEAD
    for one in found:
        yield ""
        yield from _claim(one)
    grades = Counter(one.claim.grade for one in found)
    yield ""
    yield f"{len(found)} in all: " + "; ".join(f"{n} {grade.value}" for grade in Grade if (n := grades[grade])) + "."
    if stop := [one.claim.number for one in found if one.stops]:
        yield f"A pack for readers outside is refused until {', '.join(stop)} can be shown or the brief keeps them."


def _claim(one: "Claimed") -> Iterator[str]:
    from evidencegen.packs.strength import Check

    claim = one.claim
    yield fill(f"{claim.number}  {one.part}: {claim.statement}", WIDTH, subsequent_indent=INDENT)
    kept = ", kept by the brief" if claim.is_unevidenced and one.kept else ""
    yield f"{INDENT}Grade: {claim.grade.value}{kept}"
    if claim.control:
        yield _indented(f"Control: {claim.control}")
    if claim.policy:
        yield _indented(f"Policy: {claim.policy}")
    for f in claim.figures:
        group = f", {f.group}" if f.group else ""
        counts = f" ({f.counts})" if f.share is not None else ""
        yield _indented(f"{f.amount}{counts}  {f.title}{group}, {f.period}  {f.key}, {one.registers[f.measure]}")
    for case in one.cases:
        told = f"cannot be told: {'; '.join(case.in_the_way)}" if case.in_the_way else "may be told"
        also = f"; also behind {', '.join(case.also_behind)}" if case.also_behind else ""
        yield _indented(f"Case study {case.case}, {told}{also}")
    for lack in one.missing:
        yield _indented(f"Not {lack.check.value}: {lack.why}")
    if not one.missing:
        yield f"{INDENT}Nothing is missing: {', '.join(check.value for check in Check)}"


def _indented(words: str) -> str:
    return fill(words, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT + "  ")
