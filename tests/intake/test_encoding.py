"""Letters, whatever program wrote them."""

import pytest

from evidencegen.intake.encoding import decoded
from evidencegen.problem import EvidenceError

TEXT = "Ref,Name\r\n1,Zoë O’Example – “two”\r\n2,Renée\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_letters_in_any_dress_are_the_same_letters(encoding):
    assert decoded("a.csv", TEXT.encode(encoding)) == (TEXT, ())


def test_text_of_windows_is_read_and_said():
    assert decoded("a.csv", TEXT.encode("cp1252")) == (TEXT, ("read as Windows text, for it is no UTF-8",))


def test_bytes_that_windows_leaves_open_are_kept():
    text, _ = decoded("a.csv", b"caf\xe9 a\x81b\x8dc\x8fd\x90e\x9df\n")
    assert text == "café a\x81b\x8dc\x8fd\x90e\x9df\n"


def test_one_line_of_another_computer_spoils_no_other_line():
    raw = "Zoë,Renée\n".encode() * 2 + "Zoë\n".encode("cp1252")
    text, remarks = decoded("a.csv", raw)
    assert text == "Zoë,Renée\nZoë,Renée\nZoë\n"
    assert remarks == ("1 line read as Windows text, for it is no UTF-8 like the others",)


def test_zero_bytes_are_taken_out_and_said():
    assert decoded("a.csv", b"Ref,Na\0me\n1,x\n") == ("Ref,Name\n1,x\n", ("1 zero byte taken out",))
    assert decoded("a.csv", b"Ref,Na\0me\n\0" + b"1,x\n" * 9)[1] == ("2 zero bytes taken out",)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (bytes(range(256)) * 4, "file.not_a_spreadsheet"),
        (b"\x01\x02\x03\x04abc", "file.not_a_spreadsheet"),
        ("Имя,Возраст\nАнна,три\n".encode("cp1251"), "file.unknown_letters"),
        (b"\xff\xfeR\0e\0f", "file.damaged"),
    ],
)
def test_what_is_no_text_that_is_known_here_is_refused(raw, key):
    with pytest.raises(EvidenceError) as told:
        decoded("a.csv", raw)
    assert [p.key for p in told.value.problems] == [key]
