"""Lines of JSON, each an object, all checked before any is handed on."""

import json
from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from evidencegen.problem import EvidenceError, Place, Problem

Entry = TypeVar("Entry")


def read_lines(
    content: bytes,
    take: Callable[[dict[str, Any]], Entry],
    *,
    needs: tuple[str, ...],
    wanted: str,
    why: str,
    key: str,
    name: str = "standard input",
) -> list[Entry]:
    """What each line says, in order; blank lines are passed over.

    Args:
        take: makes an entry of an object that has all it `needs`; a ValueError says what is wrong with it.
        wanted, why, key: for the problem that names a line.

    Raises:
        EvidenceError: lines that are no such objects, each named. Nothing of them is quoted.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            entries.append(take(_object(line, needs)))
        except ValueError as error:
            place, mend = Place(name, line=number), "correct the line and run the command again"
            problems.append(Problem(key, place, str(error), wanted, why, mend))
    if problems:
        raise EvidenceError(tuple(problems))
    return entries


def _object(line: bytes, needs: tuple[str, ...]) -> dict[str, Any]:
    try:
        entry = json.loads(line.decode("utf-8"), parse_constant=_no_number)
        json.dumps(entry, allow_nan=False)
    except UnicodeDecodeError:
        raise ValueError("letters that are not UTF-8") from None
    except (ValueError, RecursionError):
        raise ValueError("a line that is not JSON") from None
    if not isinstance(entry, dict):
        raise ValueError("JSON that is not an object")
    missing = [key for key in needs if key not in entry]
    if missing:
        raise ValueError(f"an object without {' and '.join(json.dumps(key) for key in missing)}")
    return entry


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)
