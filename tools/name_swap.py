"""Whether the gate for words treats names of every origin alike: each put into the same texts, without a record.

    python -m tools.name_swap [--show]

Every name of tools/names_by_origin.txt goes into every text of tools/name_swap_texts.txt, as a full name or as a given
name, without a record. Where any part of it can be read afterwards, it survives. Names are invented combinations.
"""

import argparse
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from evidencegen.release.quote import anonymise

HERE = Path(__file__).parent


def names_by_origin(file: Path = HERE / "names_by_origin.txt") -> dict[str, list[str]]:
    """Full names under each origin."""
    lines = (line.strip() for line in file.read_text("utf8").splitlines() if line and not line.startswith("#"))
    parted = (line.partition(":") for line in lines)
    return {origin: [name.strip() for name in names.split(",")] for origin, _, names in parted}


def texts(file: Path = HERE / "name_swap_texts.txt") -> list[str]:
    """Texts with a field such as {full} or {given_lower} for the name; a backslash and an n parts lines."""
    lines = (line for line in file.read_text("utf8").splitlines() if line and not line.startswith("#"))
    return [line.replace("\\n", "\n") for line in lines]


def told_of(text: str, name: str) -> str:
    """A text with a name in it."""
    given = name.partition(" ")[0]
    return text.format(
        full=name,
        given=given,
        full_lower=name.lower(),
        given_lower=given.lower(),
        FULL=name.upper(),
        GIVEN=given.upper(),
    )


def survives(text: str, name: str) -> bool:
    """Whether any part of a name is read more often in what is released than in the text without it."""
    released, without = _words(anonymise(told_of(text, name)).text), _words(told_of(text, "_"))
    return any(released[part] > without[part] for part in _words(name) if len(part) > 1)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", text.casefold()))


def shares(names: Mapping[str, Sequence[str]], all_texts: Sequence[str]) -> dict[str, float]:
    """For each origin the share, 0 to 1, of its names times texts in which the name survives."""
    return {
        origin: sum(survives(text, name) for name in of_origin for text in all_texts)
        / (len(of_origin) * len(all_texts))
        for origin, of_origin in names.items()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the share of names that survive by origin; with --show, which names in which texts. Returns 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--show", action="store_true", help="name what survives and where")
    asked = parser.parse_args(arguments)
    names, all_texts = names_by_origin(), texts()
    found = shares(names, all_texts)
    for origin, share in sorted(found.items(), key=lambda pair: -pair[1]):
        print(f"{origin:20}{share:8.2%} of {len(names[origin]) * len(all_texts)}")
    people = [share for origin, share in found.items() if origin not in ("ordinary words", "nicknames")]
    print(f"gap between origins: {max(people) - min(people):.2%}")
    if asked.show:
        for origin, of_origin in names.items():
            for text in all_texts:
                left = [name for name in of_origin if survives(text, name)]
                if left:
                    print(f"{origin}: {text!r}: {', '.join(left)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
