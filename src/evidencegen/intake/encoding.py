"""The letters of a text file, whatever program wrote them."""

import codecs
import re

from evidencegen.intake.unopened import unopened

SAMPLE = 1 << 16
MOST_SIGNS_OF_CONTROL = 0.05
MOST_STRANGE_LETTERS = 0.3
MOST_ZEROS, FEW_LETTERS = 2, 10
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNS_OF_CONTROL = re.compile("[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_LETTERS_OF_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_STRANGE = bytes(range(128, 256))
_WINDOWS = {n: bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(128, 160)}


def decoded(file: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file, and what was done to read it, in words.

    A mark at the start is believed; then come UTF-32 and UTF-16, told by their zero bytes, UTF-8, and Windows-1252.
    The five bytes that Windows-1252 leaves open stay the signs of control they are elsewhere, as browsers have it.

    Raises:
        EvidenceError: the file is no text, or its text is damaged.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text, remarks = _read(file, raw[len(mark) :], encoding)
            break
    else:
        encoding = _wide(raw[:4096])
        if not encoding and raw[:SAMPLE].count(0) > max(MOST_ZEROS, MOST_SIGNS_OF_CONTROL * len(raw[:SAMPLE])):
            raise _not_text(file)
        text, remarks = _read(file, raw, encoding or "utf-8")
    _refuse_signs_of_control(file, text[:SAMPLE])
    if zeros := text.count("\0"):
        return text.replace("\0", ""), (*remarks, f"{zeros:,} zero byte{'s' * (zeros > 1)} taken out")
    return text, remarks


def _wide(start: bytes) -> str:
    """The encoding of two or four bytes a letter that the zero bytes tell of, or nothing."""
    zeros = [start[place::4].count(0) for place in range(4)]
    quarter = max(len(start) // 4, 1)
    if min(zeros[2], zeros[3]) > 0.9 * quarter and zeros[0] < 0.5 * quarter:
        return "utf-32-le"
    if min(zeros[0], zeros[1]) > 0.9 * quarter and zeros[3] < 0.5 * quarter:
        return "utf-32-be"
    for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        if zeros[high] + zeros[high + 2] > max(quarter, 4 * (zeros[1 - high] + zeros[3 - high])):
            return encoding
    return ""


def _read(file: str, raw: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return raw.decode(encoding), ()
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _windows(file, raw)
        raise unopened(
            "file.damaged",
            file,
            f"text ({encoding[:6].upper()}) that is damaged or cut short at byte {error.start:,}",
            "export or save it again",
        ) from None


def _windows(file: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Text whose letters are those of Windows; line by line where most of them are those of UTF-8."""
    strange = len(raw) - len(raw.translate(None, _STRANGE))
    of_utf8 = sum(map(len, _LETTERS_OF_UTF8.findall(raw)))
    _refuse_signs_of_control(file, raw[:SAMPLE].decode("latin-1"))
    if strange > max(FEW_LETTERS, MOST_STRANGE_LETTERS * len(raw)):
        raise unopened(
            "file.unknown_letters",
            file,
            "text whose letters are neither UTF-8 nor those of a British computer",
            'open it in the program that made it, and save it as an Excel workbook (.xlsx) or as "CSV UTF-8"',
        )
    if of_utf8 * 2 <= strange:
        return raw.decode("latin-1").translate(_WINDOWS), ("read as Windows text, for it is no UTF-8",)
    lines = []
    mixed = 0
    for line in raw.splitlines(keepends=True):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError:
            lines.append(line.decode("latin-1").translate(_WINDOWS))
            mixed += 1
    return "".join(lines), (
        f"{mixed:,} line{'s' * (mixed > 1)} read as Windows text, for it is no UTF-8 like the others",
    )


def _refuse_signs_of_control(file: str, start: str) -> None:
    if len(_SIGNS_OF_CONTROL.findall(start)) > MOST_SIGNS_OF_CONTROL * len(start):
        raise _not_text(file)


def _not_text(file: str) -> Exception:
    return unopened(
        "file.not_a_spreadsheet",
        file,
        "a file that is neither a workbook nor text",
        "export or save it again as .xlsx or .csv",
    )
