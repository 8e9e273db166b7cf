"""Random releases, hidden by the product and attacked apart from it: how many give a hidden number away.

`python -m tools.audit_releases 10000` prints how many, and how long hiding took; it exits with 3 if any does.
"""

import random
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter

from evidencegen.release.equations import Equations
from evidencegen.release.possible import Count, Sum
from evidencegen.release.profile import EXACT, EXTERNAL, Limits
from evidencegen.release.suppression import hide_more

ROWS, COLUMNS = 8, 6
SIZES = (0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 14, 18, 25, 40, 90)


@dataclass(frozen=True)
class Release:
    """True counts by name, how they add up, and the rule: linked tables, or two months of one table."""

    sizes: dict[str, int]
    sums: tuple[Sum, ...]
    limits: Limits


def drawn(seed: int) -> Release:
    """One release: a table of up to 8 x 6, alone, beside another of the same rows, or in two months."""
    rng = random.Random(seed)
    rows, columns = rng.randint(1, ROWS), rng.randint(1, COLUMNS)
    sizes, sums = _table("a", [[rng.choice(SIZES) for _ in range(columns)] for _ in range(rows)])
    kind, limits = rng.choice(("alone", "beside", "months")), rng.choice((EXACT, EXTERNAL)).people
    if kind == "beside":
        shared = [sizes[f"a row {r}"] for r in range(rows)]
        across = rng.randint(2, COLUMNS)
        other, more = _table("b", [_shares(rng, total, across) for total in shared])
        same = {f"b row {r}": f"a row {r}" for r in range(rows)} | {"b all": "a all"}
        sizes |= {name: n for name, n in other.items() if name not in same}
        sums += [(same.get(whole, whole), tuple(same.get(part, part) for part in parts)) for whole, parts in more]
    elif kind == "months":
        for name, size in tuple(sizes.items()):
            if "," in name or name == "a all":
                since = rng.choice((0, 0, 1, 1, 2, 3, 8))
                sizes |= {f"{name} since": since, f"{name} then": size + since}
                sums.append((f"{name} then", (name, f"{name} since")))
    return Release(sizes, tuple(dict.fromkeys(sums)), limits)


def _shares(rng: random.Random, total: int, number: int) -> list[int]:
    """A total parted at random."""
    cuts = sorted(rng.randint(0, total) for _ in range(number - 1))
    return [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]


def _table(name: str, cells: list[list[int]]) -> tuple[dict[str, int], list[Sum]]:
    rows, columns = range(len(cells)), range(len(cells[0]))
    sizes = {f"{name} {r},{c}": cells[r][c] for r in rows for c in columns}
    sizes |= {f"{name} row {r}": sum(cells[r]) for r in rows}
    sizes |= {f"{name} column {c}": sum(row[c] for row in cells) for c in columns}
    sizes[f"{name} all"] = sum(map(sum, cells))
    sums: list[Sum] = [(f"{name} row {r}", tuple(f"{name} {r},{c}" for c in columns)) for r in rows]
    sums += [(f"{name} column {c}", tuple(f"{name} {r},{c}" for r in rows)) for c in columns]
    sums.append((f"{name} all", tuple(f"{name} row {r}" for r in rows)))
    sums.append((f"{name} all", tuple(f"{name} column {c}" for c in columns)))
    return sizes, sums


def told(release: Release) -> dict[str, tuple[int, int] | None]:
    """What a reader is told of each count once the product has hidden what it must; None where hidden."""
    limits = release.limits
    small = limits.smallest_shown if limits.base == 1 else 0
    spans = {
        name: None if limits.hides(n) or name.endswith(" since") else limits.span(limits.rounded(n))
        for name, n in release.sizes.items()
    }
    counts = {
        name: Count(n, spans[name], guarded=not name.endswith(" since") or 0 < n < limits.smallest_shown)
        for name, n in release.sizes.items()
    }
    out = hide_more(counts, release.sums, small=small)
    return {name: None if name in out else span for name, span in spans.items()}


def exposed(release: Release, spans: Mapping[str, tuple[int, int] | None]) -> Iterator[str]:
    """Hidden counts that the attacker pins down: under three values, or, where counts are exact, all from 1 to 4."""
    known = Equations()
    at = {name: known.unknown() for name in release.sizes}
    for name, span in spans.items():
        if span:
            known.bound(at[name], *span)
    for whole, parts in release.sums:
        known.total(at[whole], tuple(at[part] for part in parts))
    limits = release.limits
    for name, span in spans.items():
        n = release.sizes[name]
        if span or (name.endswith(" since") and not 0 < n < limits.smallest_shown):
            continue
        found = known.range(at[name], 3)
        small = limits.base == 1 and found.low >= 1 and found.high < limits.smallest_shown
        if found.values < 3 or small:
            yield name


def main(number: int) -> int:
    """Attack so many releases."""
    began, hiding, found = perf_counter(), [], 0
    for seed in range(number):
        release = drawn(seed)
        start = perf_counter()
        spans = told(release)
        hiding.append(perf_counter() - start)
        found += any(True for _ in exposed(release, spans))
        if (seed + 1) % 500 == 0:
            print(f"{seed + 1:,} of {number:,}: {found} exposed, {perf_counter() - began:.0f} s", flush=True)
    hiding.sort()
    print(
        f"{number:,} releases: {found} exposed; hiding took {hiding[len(hiding) // 2]:.3f} s (median), "
        f"{hiding[-1]:.2f} s (longest)"
    )
    return 3 if found else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
