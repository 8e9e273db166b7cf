"""Lines of JSON, each an object, all checked before any is handed on."""

import pytest

from evidencegen.json_lines import read_lines
from evidencegen.problem import EvidenceError


def read(content):
    return read_lines(content, lambda entry: entry["id"], needs=("id",), wanted="w", why="y", key="k.k")


def test_entries_come_in_order_and_blank_lines_are_passed_over():
    assert read(b'\xef\xbb\xbf{"id": 2}\r\n\n  \n{"id": 1}') == [2, 1]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b"{", "a line that is not JSON"),
        (b'{"id": NaN}', "a line that is not JSON"),
        (b"[1]", "JSON that is not an object"),
        (b"{}", 'an object without "id"'),
        (b'{"id": "\xff"}', "letters that are not UTF-8"),
        (b"[" * 100_000, "a line that is not JSON"),
    ],
)
def test_each_bad_line_is_named_and_nothing_is_handed_on(line, found):
    with pytest.raises(EvidenceError) as error:
        read(b'{"id": 1}\n' + line)
    (problem,) = error.value.problems
    assert (problem.key, problem.place.line, problem.found) == ("k.k", 2, found)
