"""The problems of workbooks as a terminal shows them, and for a program."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace

from evidencegen.problem import Place, Problem, Severity

MOST_AT_ONCE = 12
HEADED = {
    Severity.STOP: "Stop: cannot be read",
    Severity.MEND: "To mend before a pack can be built",
    Severity.NOTE: "To look at",
}


def in_words(found: Iterable[Problem], listed_in: Mapping[str, str]) -> Iterator[str]:
    """The problems as printed: of more than 12 alike, in a file whose data check lists them all, the first 12."""
    alike: Counter[Place] = Counter()
    for problem in found:
        column = replace(problem.place, cell="", line=0)
        alike[column] += 1
        file = listed_in.get(column.file)
        if not file or alike[column] <= MOST_AT_ONCE:
            places = len(problem.also) + 1
            yield (
                f"{problem}\n  where   {places:,} places: see {file}"
                if file and places > MOST_AT_ONCE
                else str(problem)
            )
    for column, count in alike.items():
        if column.file in listed_in and count > MOST_AT_ONCE:
            yield f"{column}\n  and {count - MOST_AT_ONCE:,} more problems there: see {listed_in[column.file]}"


def as_entry(problem: Problem) -> dict[str, object]:
    """A problem for a program, its place beside the rest."""
    entry = asdict(problem)
    return {
        "severity": problem.severity.value,
        **entry.pop("place"),
        **{k: v for k, v in entry.items() if k != "severity"},
    }
