"""Published percentages to set a figure beside, each with what is not alike."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.benchmark import NAME, read_benchmarks, shares, shipped_benchmarks
from evidencegen.problem import EvidenceError

ENTRY = """\
benchmarks:
  - key: northshire_2025_26.asked
    measure: msp.asked
    per_cent: 84.5
    counted: 169
    out_of: 200
    who: Northshire Council
    period: 2025-26
    ends: 2026-03-31
    source:
      title: Annual report
      publisher: Northshire Safeguarding Adults Board
      url: https://northshire.example/report
    published: July 2026
    note: >
      The council counts enquiries,
      we count concerns.
"""


@pytest.fixture
def reading(tmp_path):
    """Read a benchmarks.yaml with this text: the entries of its own."""

    def read(text):
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        return [one for one in read_benchmarks(tmp_path) if one not in shipped_benchmarks()]

    return read


@pytest.fixture
def refused(reading):
    """The problems of a benchmarks.yaml with this text: key, line, and all of its words."""

    def problems(text):
        with pytest.raises(EvidenceError) as refusal:
            reading(text)
        return [(p.key, p.place.line, str(p)) for p in refusal.value.problems]

    return problems


# field.md of the project, and the pages named: what was read there, to be typed here a second time.
@pytest.mark.parametrize(
    ("key", "measure", "per_cent", "who", "ends"),
    [
        ("england_2018_19.risk_reduced_or_removed", "risk.reduced_or_removed", "89.0", "England", date(2019, 3, 31)),
        (
            "pilot_2016.felt_safer",
            "msp.felt_safer",
            "72",
            "a pilot survey in 40 councils in England",
            date(2016, 6, 30),
        ),
        (
            "cheshire_west_2022_23.wishes_expressed",
            "msp.expressed",
            "86",
            "Cheshire West and Chester",
            date(2023, 3, 31),
        ),
    ],
)
def test_the_shipped_figures_are_as_published(key, measure, per_cent, who, ends):
    shipped = {one.key: one for one in shipped_benchmarks()}
    assert len(shipped) == 3
    one = shipped[key]
    assert (one.measure, str(one.per_cent), one.who, one.ends) == (measure, per_cent, who, ends)
    assert one.source.url.startswith("https://")
    assert len(one.note) > 100


def test_without_a_file_of_its_own_a_project_has_the_shipped_figures(tmp_path):
    assert read_benchmarks(tmp_path) == shipped_benchmarks()


def test_an_entry_of_the_providers_own_stands_behind_the_shipped_ones(reading):
    (own,) = reading(ENTRY)
    assert (own.key, own.measure, own.who, own.period) == (
        "northshire_2025_26.asked",
        "msp.asked",
        "Northshire Council",
        "2025-26",
    )
    assert (own.per_cent, own.share, own.counted, own.out_of) == (Decimal("84.5"), Fraction(169, 200), 169, 200)
    assert own.note == "The council counts enquiries, we count concerns."
    assert (own.source.publisher, own.published) == ("Northshire Safeguarding Adults Board", "July 2026")


def test_a_shipped_figure_can_be_left_out_and_its_key_used_again(tmp_path):
    text = ENTRY.replace("northshire_2025_26.asked", "pilot_2016.felt_safer")
    (tmp_path / NAME).write_text(f"leave_out:\n  - pilot_2016.felt_safer\n{text}", encoding="utf-8")
    read = {one.key: one for one in read_benchmarks(tmp_path)}
    assert len(read) == 3
    assert read["pilot_2016.felt_safer"].who == "Northshire Council"


def test_an_empty_list_adds_nothing(reading):
    assert reading("benchmarks: []\n") == []


# Lines are counted in ENTRY: the entry begins on line 2, its measure stands on 3, its percentage on 4.
@pytest.mark.parametrize(
    ("old", "new", "key", "line", "words"),
    [
        (
            "    note: >\n      The council counts enquiries,\n      we count concerns.\n",
            "",
            "missing_key",
            2,
            "no `note`",
        ),
        ("The council counts enquiries,\n      we count concerns.", "n/a", "wrong_value", 15, "what is not alike"),
        ("msp.asked\n    per", "msp.askd\n    per", "unknown_measure", 3, "did you mean `msp.asked`?"),
        ("msp.asked\n    per", "concerns.raised\n    per", "unknown_measure", 3, "a measure that is a share"),
        ("84.5", "950", "wrong_value", 4, "a number from 0 to 100"),
        ("84.5", "-1", "wrong_value", 4, "a number from 0 to 100"),
        ("84.5", "84.52", "wrong_value", 4, "one decimal at most"),
        ("84.5", "84%", "wrong_value", 4, "found   `per_cent: 84%`"),
        ("84.5", "nan", "wrong_value", 4, "a number from 0 to 100"),
        ("84.5", "", "wrong_value", 4, "a number from 0 to 100"),
        ("84.5", "48.5", "wrong_value", 2, "counts that give 48.5%"),
        ("counted: 169", "counted: 201", "wrong_value", 2, "counts that give 84.5%"),
        ("    counted: 169\n", "", "wrong_value", 2, "both `counted` and `out_of`, or neither"),
        ("out_of: 200", "out_of: 0", "wrong_value", 6, "a whole number of 1 or more"),
        ("counted: 169", "counted: 169.5", "wrong_value", 5, "a whole number"),
        ("    who: Northshire Council\n", "", "missing_key", 2, "no `who`"),
        ("who: Northshire Council", "who:", "wrong_value", 7, "wanted  words"),
        ("2026-03-31", "31/03/2026", "wrong_value", 9, "such as 2019-03-31"),
        ("2026-03-31", "2026-02-30", "wrong_value", 9, "such as 2019-03-31"),
        ("2026-03-31", "9999-12-31", "wrong_value", 9, "such as 2019-03-31"),
        ("2026-03-31", "2026", "wrong_value", 9, "such as 2019-03-31"),
        ("July 2026", "last summer", "wrong_value", 14, "with its year"),
        ("https://", "ftp://", "wrong_value", 13, "starts with https://"),
        ("publisher", "publsher", "unknown_key", 12, "did you mean `publisher`?"),
        ("    period", "    perod", "unknown_key", 8, "did you mean `period`?"),
        ("benchmarks:", "benchmark:", "unknown_key", 1, "did you mean `benchmarks`?"),
        ("northshire_2025_26.asked", "pilot_2016.felt_safer", "twice", 2, "among those that come with evidencegen"),
        ("    published: July 2026\n", "    who: Us\n", "not_yaml", 14, "`who` for the second time"),
        ("note: >", "note: [", "not_yaml", 18, "YAML"),
        ("169", "*169", "not_yaml", 5, "an alias"),
    ],
)
def test_what_is_wrong_in_an_entry_is_told_with_its_line(refused, old, new, key, line, words):
    assert old in ENTRY
    problems = refused(ENTRY.replace(old, new, 1))
    assert (f"benchmarks.{key}", line) in [(found, at) for found, at, _ in problems]
    assert words in "\n".join(text for _, _, text in problems)
    assert all(f"benchmarks.yaml, line {at}\n" in text for _, at, text in problems)


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("", "empty", 1),
        ("\ufeff# nothing yet\n", "empty", 1),
        ("- one\n- two\n", "empty", 1),
        ("benchmarks: soon\n", "wrong_value", 1),
        ("benchmarks:\n", "wrong_value", 1),
        ("benchmarks:\n  - soon\n", "wrong_value", 2),
        ("leave_out: pilot\n", "wrong_value", 1),
        ("leave_out:\n  - pilot_2015.felt_safer\n", "unknown_key", 2),
        ("a: 1\n---\nb: 2\n", "not_yaml", 2),
        pytest.param("[" * 5000, "not_yaml", 0, id="nested too deeply"),
    ],
)
def test_a_file_of_another_shape_is_told_with_its_line(refused, text, key, line):
    assert [(found, at) for found, at, _ in refused(text)] == [(f"benchmarks.{key}", line)]


def test_two_entries_under_one_key_are_told_at_the_second_with_the_line_of_the_first(refused):
    ((key, line, words),) = refused(ENTRY + ENTRY.removeprefix("benchmarks:\n"))
    assert (key, line) == ("benchmarks.twice", 18)
    assert "the first stands on line 2" in words


def test_everything_wrong_is_told_at_once_in_the_order_of_the_lines(refused):
    wrong = ENTRY.replace("msp.asked\n    per", "msp.askd\n    per").replace("84.5", "950").replace("July 2026", "soon")
    assert [line for _, line, _ in refused(wrong)] == [3, 4, 14]


def test_the_example_in_the_documentation_is_read_as_it_says(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "comparison.md").read_text(encoding="utf-8")
    (tmp_path / NAME).write_text(re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1], encoding="utf-8")
    read = {one.key: one for one in read_benchmarks(tmp_path)}
    assert "cheshire_west_2022_23.wishes_expressed" not in read
    assert str(read["northshire_2025_26.asked"].per_cent) == "84.5"
    shipped = [
        f"| `{one.measure}` | {one.per_cent}%, {one.who.removesuffix(' in England')}" for one in shipped_benchmarks()
    ]
    assert [row for row in shipped if row not in page] == []


def test_a_file_that_is_no_text_is_told(tmp_path):
    (tmp_path / NAME).write_bytes(b"\xff\xfe\x00\xd8benchmarks")
    with pytest.raises(EvidenceError, match="UTF-8"):
        read_benchmarks(tmp_path)


def test_no_count_is_among_the_shares():
    known = shares()
    assert "msp.asked" in known
    assert "concerns.raised" not in known


@given(st.text(alphabet="-:{}[]>|&*!%@#?, \n\tabk0'\"", max_size=60))
def test_whatever_is_typed_is_read_or_told_and_nothing_else(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("typed")
    (folder / NAME).write_text(f"benchmarks:\n{text}", encoding="utf-8")
    try:
        assert read_benchmarks(folder)[: len(shipped_benchmarks())] == shipped_benchmarks()
    except EvidenceError as refusal:
        assert all(p.key.startswith("benchmarks.") for p in refusal.problems)
