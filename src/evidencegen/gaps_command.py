"""The command `gaps`: how it is told to the command line, what it does and prints."""

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from evidencegen import options
from evidencegen.options import Parsers
from evidencegen.release.profile import PROFILES

if TYPE_CHECKING:
    from evidencegen.packs.gap import Answered, FrameworkMap, Gap, GapMap
    from evidencegen.release.figure import Figure

EXAMPLE = "evidencegen gaps --framework cqc_quality"


def gaps(parsers: Parsers) -> None:
    """The command."""
    words = "what each framework asks, what supports it and how strongly, and what is missing, cheapest first"
    parser = options.command(parsers, "gaps", words, EXAMPLE)
    options.folder(parser)
    parser.add_argument(
        "--framework", action="append", default=[], metavar="KEY", help="one framework, or several (all that are out)"
    )
    parser.add_argument("--audience", choices=tuple(PROFILES), help="for whose eyes (as the brief says)")
    options.as_at(parser)
    options.as_json(parser)
    parser.set_defaults(run=show_gaps)


def show_gaps(asked: argparse.Namespace) -> int:
    from evidencegen.gaps import gaps as found_gaps
    from evidencegen.project import read

    project = read(asked.folder)
    found = found_gaps(project, wanted=asked.framework, audience=asked.audience, as_at=asked.as_at)
    if asked.json:
        print(json.dumps(as_dict(found), indent=1, ensure_ascii=False))
    else:
        print("\n".join(lines(found)))
    return 0


def lines(found: "GapMap") -> Iterator[str]:
    """The map as a terminal shows it: each framework with its statements, then what is missing."""
    for one in found.frameworks:
        yield f"{one.framework.title} [{one.framework.key}]"
        yield f"  {one.framework.publisher}; {one.standing}" + ("" if one.in_force else "  <- OUT OF FORCE")
        for statement in one.statements:
            yield from _statement(statement)
        yield ""
    if not found.gaps:
        yield "Nothing is missing."
        return
    yield "What is missing, cheapest first"
    for gap in found.gaps:
        yield from _gap(gap)
    yield ""
    yield "Not for release: it tells what to do inside. `advise` weighs longer periods for all figures together."


def _statement(one: "Answered") -> Iterator[str]:
    asked = one.asked
    yield f"  {asked.title} [{asked.key}]: {one.strength.value}"
    yield f"    asks      {f'“{asked.wording}”' if asked.wording else f'{asked.words}; we look for: {asked.looks_for}'}"
    if one.best:
        yield f"    shown by  {_figure(one.best)}" + _more(len(one.figures) - 1, "figure")
    if one.practice or one.tales:
        told = [tale.case for tale in one.tales]
        stories = f"; case studies {', '.join(told)}" if told else ""
        yield f"    said in   {', '.join(s.number for s in one.practice) or 'no statement of practice'}{stories}"
    for figure in one.short:
        yield f"    against   {_figure(figure)}, which misses our aim"
    if one.clashes:
        yield f"    against   records that cannot all be right, in: {', '.join(one.clashing)}"
    if one.gaps:
        yield f"    missing   {', '.join(gap.key for gap in one.gaps)}"


def _gap(gap: "Gap") -> Iterator[str]:
    shown = f", {gap.figure.amount}" if gap.figure and gap.figure.mark is None else ""
    detail = f" ({gap.detail})" if gap.detail else ""
    yield f"  {gap.about}{shown} [{gap.key}]"
    yield f"    {gap.reason.value}{detail}; for {', '.join(asked.key for asked in gap.asked)}"
    yield f"    next: {gap.next.words}"


def _figure(figure: "Figure") -> str:
    counts = f" ({figure.counts} {figure.noun})" if figure.share is not None else ""
    return f"{figure.title}: {figure.amount}{counts}, {figure.period}"


def _more(number: int, noun: str) -> str:
    return f", and {number} more {noun}{'' if number == 1 else 's'}" if number else ""


def as_dict(found: "GapMap") -> dict[str, Any]:
    """The map for a program."""
    return {
        "frameworks": [_framework(one) for one in found.frameworks],
        "gaps": [_gap_dict(gap) for gap in found.gaps],
    }


def _framework(one: "FrameworkMap") -> dict[str, Any]:
    own = one.framework
    days = {"in_force_from": own.in_force_from, "in_force_to": own.in_force_to, "read_on": own.read_on}
    return {
        "key": own.key,
        "title": own.title,
        "publisher": own.publisher,
        "source": own.source,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "in_force": one.in_force,
        "standing": one.standing,
        "statements": [_statement_dict(answered) for answered in one.statements],
    }


def _statement_dict(one: "Answered") -> dict[str, Any]:
    return {
        "key": one.asked.key,
        "title": one.asked.title,
        "wording": one.asked.wording or None,
        "looks_for": one.asked.looks_for,
        "strength": one.strength.name.lower(),
        "figures": [figure.as_dict() for figure in one.figures],
        "practice": [statement.number for statement in one.practice],
        "case_studies": [tale.case for tale in one.tales],
        "short_of_target": [figure.key for figure in one.short],
        "contradictions": [
            {"key": clash.key, "registers": list(clash.registers), "place": clash.place or None}
            for clash in one.clashes
        ],
        "gaps": [gap.key for gap in one.gaps],
    }


def _gap_dict(gap: "Gap") -> dict[str, Any]:
    return {
        "key": gap.key,
        "about": gap.about,
        "reason": gap.reason.name.lower(),
        "detail": gap.detail or None,
        "statements": [asked.key for asked in gap.asked],
        "next": {
            "step": gap.next.step.name.lower(),
            "cost": gap.next.step.value,
            "register": gap.next.register or None,
            "column": gap.next.column or None,
            "rows": gap.next.rows or None,
            "words": gap.next.words,
        },
    }
