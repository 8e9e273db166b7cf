"""Two thousand broken files, the same ones each time: every one ends as tables or as one clear message."""

import random
from functools import cache

import pytest

from evidencegen.intake.address import LAST_COLUMN, LAST_ROW
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine
from evidencegen.intake.workbook import open_workbook
from evidencegen.problem import EvidenceError
from tests.intake.broken.mutants import mutant
from tests.intake.broken.seeds import SEEDS, Seed

A_CHUNK = 50
MOST_CELLS = 5_000_000
OTHER_FORMATS = (".xls", ".xlsb", ".ods")  # their soundness is a case of test_messes_formats.py


@cache
def sound(name: str) -> bytes:
    """The bytes of a seed, written once for each process of the tests."""
    return SEEDS[name].write()


def chunks():
    """Pieces of the work that xdist can share out: a seed, and the numbers of its mutants."""
    return [
        pytest.param(name, range(first, min(first + A_CHUNK, seed.mutants)), id=f"{name}-{first}")
        for name, seed in SEEDS.items()
        for first in range(0, seed.mutants, A_CHUNK)
    ]


def read_whole(path, seed: Seed) -> str:
    """How reading ended, "loaded" or "refused"; anything else raises."""
    try:
        workbook = open_workbook(path)
    except EvidenceError as refused:
        (problem,) = refused.problems
        assert problem.severity.blocks
        assert all((problem.key, problem.place.file, problem.found, problem.wanted, problem.why, problem.mend))
        return "refused"
    for sheet in workbook.sheets:
        assert sheet.cells <= MOST_CELLS
        assert all(1 <= row <= LAST_ROW for row in sheet.rows)
        assert all(1 <= column <= LAST_COLUMN for cells in sheet.rows.values() for column in cells)
    table, problems = examine(seed.register, (Source(path, cells=seed.cells),))
    assert table is not None or any(problem.severity.blocks for problem in problems)
    assert table is None or all(account.balances for account in table.accounts)
    return "loaded"


@pytest.mark.parametrize("name", [name for name, seed in SEEDS.items() if not seed.name.endswith(OTHER_FORMATS)])
def test_what_is_broken_is_sound_before(name, tmp_path):
    path = tmp_path / SEEDS[name].name
    path.write_bytes(sound(name))
    assert read_whole(path, SEEDS[name]) == "loaded"


def test_there_are_two_thousand_and_they_are_the_same_each_time():
    assert sum(seed.mutants for seed in SEEDS.values()) >= 2000
    one, other = (mutant(sound("commas"), random.Random("commas/7")) for _ in range(2))
    assert one == other != sound("commas")


@pytest.mark.parametrize(("name", "numbers"), chunks())
def test_a_broken_file_ends_as_tables_or_as_one_message(name, numbers, tmp_path):
    path = tmp_path / SEEDS[name].name
    ends = []
    for number in numbers:
        path.write_bytes(mutant(sound(name), random.Random(f"{name}/{number}")))
        try:
            ends.append(read_whole(path, SEEDS[name]))
        except Exception as escaped:
            escaped.add_note(f'mutant(sound("{name}"), random.Random("{name}/{number}"))')
            raise
    assert len(ends) == len(numbers)
