"""A settings file in YAML, read so that each problem can name its line."""

import pytest
from pydantic import ValidationError

from evidencegen.problem import EvidenceError
from evidencegen.settings import Part, SettingsFile, near_word

FILE = SettingsFile("lunches.yaml", "lunch", "a key `lunches:`", "a lunch that is misread is not eaten")
TEXT = """\
# What is for lunch.
lunches:
  - day: Monday
    soup: yes
  - {day: 007, soup: 12:30}

cook: ~
"""


@pytest.fixture
def settings_of(tmp_path):
    """What a file with this text says: `settings_of("lunches: []")`."""

    def read(text: str):
        (tmp_path / FILE.name).write_text(text, encoding="utf-8")
        return FILE.read(tmp_path)

    return read


class Lunch(Part):
    """One lunch."""

    day: str
    soup: int


def test_words_stay_as_typed_and_only_nothing_is_nothing(settings_of):
    assert settings_of(TEXT).content == {
        "lunches": [{"day": "Monday", "soup": "yes"}, {"day": "007", "soup": "12:30"}],
        "cook": None,
    }


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("lunches",), 2),
        (("lunches", 0), 3),
        (("lunches", 0, "soup"), 4),
        (("lunches", 1, "soup"), 5),
        (("lunches", 0, "bread"), 3),
        (("cook",), 7),
        (("tables",), 1),
        ((), 1),
    ],
)
def test_the_line_is_that_of_the_deepest_key_there_is(settings_of, path, line):
    assert settings_of(TEXT).line(path) == line


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("", "lunch.empty", 1),
        ("- a\n", "lunch.empty", 1),
        ("a: [b\nc: d\n", "lunch.not_yaml", 2),
        ("a: b\na: c\n", "lunch.not_yaml", 2),
        ("a: &b c\nd: *b\n", "lunch.not_yaml", 2),
    ],
)
def test_what_is_no_settings_file_is_told_under_the_name_of_the_file(settings_of, text, key, line):
    with pytest.raises(EvidenceError) as error:
        settings_of(text)
    (problem,) = error.value.problems
    assert (problem.key, problem.place.file, problem.place.line) == (key, "lunches.yaml", line)
    assert problem.why == FILE.why


def test_a_file_that_is_not_text_is_told_and_one_that_is_not_there_is_left_to_the_reader(tmp_path):
    with pytest.raises(FileNotFoundError):
        FILE.read(tmp_path)
    (tmp_path / FILE.name).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(EvidenceError) as error:
        FILE.read(tmp_path)
    assert [p.key for p in error.value.problems] == ["lunch.unreadable"]


def test_what_a_part_refuses_is_told_with_its_line_and_the_keys_allowed_there(settings_of):
    settings = settings_of("lunches:\n  - soups: 1\n    soup: much\n")
    with pytest.raises(ValidationError) as error:
        Lunch.model_validate(settings.content["lunches"][0])
    found = sorted(settings.wrong(error.value, lambda _: list(Lunch.model_fields), ("lunches", 0)), key=lambda p: p.key)
    assert [(p.key, p.place.line, p.found) for p in found] == [
        ("lunch.missing_key", 2, "no `day`"),
        ("lunch.unknown_key", 2, "key `soups`"),
        ("lunch.wrong_value", 3, "`soup: much`"),
    ]
    assert found[1].wanted == "one of: day, soup (did you mean `soup`?)"


def test_the_nearest_word_is_asked_about_and_a_strange_one_is_not():
    assert near_word("sop", ["soup", "bread"]) == " (did you mean `soup`?)"
    assert near_word("quince", ["soup", "bread"]) == ""
