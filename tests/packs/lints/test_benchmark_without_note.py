"""Benchmarks without their note."""

from evidencegen.packs.lints.benchmark_without_note import BENCHMARK
from tests.packs.lints.finding_it import found


def test_a_published_figure_without_a_note_is_found():
    assert found(BENCHMARK, "At 92% we are above the national average.") == ["above the national average"]
    assert found(BENCHMARK, "Ours is 85%, compared with 89% across England.") == ["compared with 89% across England"]


def test_with_what_is_not_alike_beside_it_or_in_the_next_paragraph_it_is_not():
    assert found(BENCHMARK, "The national average is 89% of enquiries, so it differs from our 85% of concerns.") == []
    assert found(BENCHMARK, "The national average is 89%.\n\nIt counts enquiries and is not comparable.") == []


def test_without_a_number_nothing_is_compared():
    assert found(BENCHMARK, "We read the national figures when they come out.") == []


def test_any_comparison_with_others_is_found():
    assert found(BENCHMARK, "We ask far more often than is typical in England.") != []
    assert found(BENCHMARK, "Vacancies stand below the rate prevailing in the sector.") != []
    assert found(BENCHMARK, "With 88% we sit ahead of similar-sized homes.") != []
    assert found(BENCHMARK, "One in five speaks a language other than English.") == []
