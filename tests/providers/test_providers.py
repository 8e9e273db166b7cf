"""The invented providers at both ends: what was planted in their registers is what their figures say."""

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

import pytest

from evidencegen.build import build
from evidencegen.project import figures, inspect
from tests.providers import large, tiny
from tests.providers.large_records import name_of
from tests.providers.large_staff import NAMED_FROM
from tests.providers.services import SERVICES

# Counted by eye in tests/providers/tiny.py: how many, and out of how many.
PLANTED_IN_TINY = {
    "concerns.raised": (9, None),
    "concerns.people": (6, None),
    "msp.asked": (7, 8),
    "msp.expressed": (6, 8),
    "msp.fully_achieved": (3, 6),
    "msp.reviewed_twice": (7, 8),
    "risk.referred_in_time": (8, 9),
    "advocacy.referrals": (4, None),
    "advocacy.asked_for": (3, 4),
    "advocacy.allocated": (3, 4),
    "training.current": (13, 16),
    "training.safeguarding_current": (5, 6),
    "supervision.on_time": (8, 11),
    "supervision.held": (10, None),
    "audits.conformity": (14, 19),
    "audits.done_on_plan": (3, 4),
    "actions.closed_on_time": (3, 5),
    "stories.consented": (1, 1),
}


def _bytes_of(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file in a folder, by its way from there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_nothing_in_the_registers_of_the_smallest_is_to_be_mended(tiny_project):
    project = inspect(tiny_project)
    assert [(p.key, p.place.file) for p in project.problems] == [("brief.strict_is_meant", "evidence.yaml")]
    assert sum(account.rows_used for account in project.accounts) == 6 + 5 + 15 + 9 + 4 + 11 + 20 + 5 + 3 + 1


@pytest.mark.parametrize(("key", "counts"), PLANTED_IN_TINY.items())
def test_the_smallest_has_what_was_planted(tiny_inside, key, counts):
    assert (tiny_inside[key].counted, tiny_inside[key].out_of) == counts


@pytest.fixture(scope="module")
def tiny_inside(tiny_project):
    return figures(inspect(tiny_project), audience="internal")


def test_most_of_the_figures_of_the_smallest_are_hidden_outside(tiny_project, tmp_path):
    built = build(tiny_project, out=tmp_path)
    assert {path.name for path in built.files} == {"tender.pdf", "tender.manifest.json"}
    told = json.loads((tmp_path / "tender.manifest.json").read_text(encoding="utf-8"))["figures"]
    planted = {one["key"]: (one["mark"], one["counted"]) for one in told if one["key"] in PLANTED_IN_TINY}
    shown = {key: counted for key, (mark, counted) in planted.items() if mark is None}
    assert shown == {"concerns.raised": 10, "concerns.people": 5, "audits.conformity": 14, "actions.closed_on_time": 3}
    hidden = {key for key, (mark, _) in planted.items() if mark == "[c]"}
    assert hidden >= {
        "msp.asked",
        "msp.fully_achieved",
        "advocacy.asked_for",
        "training.current",
        "supervision.on_time",
    }
    assert len(hidden) > 2 * len(shown)


def test_the_smallest_is_the_same_bytes_each_time(tmp_path):
    tiny.write(tmp_path / "one")
    tiny.write(tmp_path / "two")
    assert len(_bytes_of(tmp_path / "one")) == 12
    assert _bytes_of(tmp_path / "one") == _bytes_of(tmp_path / "two")


def _in_the_year(day: str) -> bool:
    return bool(day) and date(2025, 10, 1) <= datetime.strptime(day, "%d/%m/%Y").date() <= date(2026, 9, 30)


@pytest.fixture(scope="module")
def large_lines(large_project) -> Callable[[str], list[dict[str, str]]]:
    """The lines of a register of the large provider as they stand in its file, by heading."""

    def lines(key: str) -> list[dict[str, str]]:
        with (large_project / "registers" / f"{key}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    return lines


@pytest.fixture(scope="module")
def large_inside(large_project):
    return figures(inspect(large_project), audience="internal")


def _share(rows: Iterable[dict[str, str]], heading: str, words: str) -> tuple[int, int]:
    """How many of the rows have words that begin so under a heading, and how many rows there are."""
    answers = [row[heading] for row in rows]
    return sum(answer.startswith(words) for answer in answers), len(answers)


def test_nothing_in_the_registers_of_the_largest_is_to_be_mended(large_project):
    found = inspect(large_project).problems
    assert [(one.key, one.place.file) for one in found] == [("register.lapsed", "actions.csv")]


def test_the_largest_has_the_services_staff_and_concerns_it_says(large_inside, large_lines):
    kinds = Counter(service.kind for service in SERVICES)
    assert kinds == {"care home": 14, "home care": 14, "supported living": 12}
    assert len(large_lines("safeguarding")) == 2510
    assert large_inside["concerns.raised"].counted == 1300
    employed = [row for row in large_lines("staff") if not row["Leaving date"]]
    assert len(employed) == 1500
    at_work = sum(not row["Long-term absence from"] for row in employed)
    assert large_inside["training.safeguarding_current"].out_of == at_work
    parts = {
        figure.code: figure.counted
        for figure in large_inside.values()
        if figure.measure == "concerns.raised" and figure.column == "service"
    }
    assert {service.name: parts.get(service.name, 0) for service in SERVICES} == {s.name: s.concerns for s in SERVICES}
    assert len(parts) == 39  # The Signal Box had none in the year


def test_the_figures_of_the_largest_are_what_its_lines_say(large_inside, large_lines):
    concerns, audits = large_lines("safeguarding"), large_lines("audits")
    concluded = [row for row in concerns if _in_the_year(row["Date concluded"])]
    sent = [row for row in large_lines("advocacy") if _in_the_year(row["Date referred"])]
    answers = [row for row in audits if _in_the_year(row["Audit date"]) and row["Answer"] != "Not applicable"]
    told = {key: (one.counted, one.out_of) for key, one in large_inside.items()}
    assert told["msp.asked"] == _share(concluded, "Asked about outcomes", "Yes they were asked")
    assert told["msp.expressed"] == _share(concluded, "Asked about outcomes", "Yes they were asked and")
    assert told["advocacy.referrals"] == (len(sent), None)
    assert told["audits.conformity"] == _share(answers, "Answer", "Yes")
    assert told["supervision.held"] == (sum(_in_the_year(row["Date held"]) for row in large_lines("supervision")), None)


def test_a_few_services_of_the_largest_are_plainly_better_or_worse(large_lines):
    shares: dict[str, list[float]] = {"better": [], "usual": [], "worse": []}
    for service in SERVICES:
        rows = [row for row in large_lines("safeguarding") if row["Service"] == service.name]
        counted, of = _share(rows, "Asked about outcomes", "Yes they were asked")
        if of > 10:
            shares[service.stands].append(counted / of)
    assert min(shares["better"]) == 1
    assert max(shares["worse"]) < 0.7 < min(shares["usual"])
    assert max(shares["usual"]) < 1


def test_nobody_of_the_largest_is_named_as_another(large_lines):
    staff = [row["Name"] for row in large_lines("staff")]
    people = {row["Service user ID"]: row["Name"] for row in large_lines("safeguarding")}
    assert len({*staff, *people.values()}) == len(staff) + len(people)
    assert name_of(NAMED_FROM + 1) == staff[0]


def test_the_largest_is_the_same_bytes_each_time(large_project, tmp_path):
    large.write(tmp_path)
    made = {name: digest for name, digest in _bytes_of(large_project).items() if "data check" not in name}
    assert len(made) == 10
    assert _bytes_of(tmp_path) == made
