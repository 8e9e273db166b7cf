"""Files that are no workbook."""

import pytest

from evidencegen.intake.other_files import refuse_others
from evidencegen.problem import EvidenceError

CASES = [
    (b"", "file.empty", "empty"),
    (b"\xef\xbb\xbf \r\n", "file.empty", "empty"),
    (b"\0" * 5000, "file.empty", "all zero"),
    (b"%PDF-1.7", "file.pdf", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "file.picture", "picture"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "file.picture", "picture"),
    (b"\0\0\0\x18ftypheic", "file.picture", "picture"),
    (b"{\\rtf1", "file.document", "RTF"),
    (b"\x1f\x8b\x08\0", "file.packed", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "file.packed", "7z"),
    (b"\0\x01\0\0Standard ACE DB", "file.database", "Access"),
    (b"ID;PWXL;N;E\r\n", "file.old_program", "SYLK"),
    (b"[InternetShortcut]\r\nURL=https://example.org/\r\n", "file.shortcut", "link"),
    (b'{"doc_id":"1","email":"a@example.org"}', "file.shortcut", "Google"),
    (b'[\n {"ref": 1}, {"ref": 2}]', "file.database", "JSON"),
    (b"MIME-Version: 1.0\r\n", "file.web_page", "web page"),
    (b"<html><table><tr><td>Ref</td></tr></table></html>", "file.web_page", "web page"),
    (b"\n <!-- made by a portal --><HTML><body>", "file.web_page", "web page"),
    ("\ufeff<html>".encode("utf-16-le"), "file.web_page", "web page"),
    (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "file.web_page", "web page"),
    (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "file.xml", "2003"),
    (b'<?xml version="1.0"?><rows/>', "file.xml", "XML"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "key", "words"), CASES)
def test_each_is_told_for_what_it_is_and_how_to_mend_it(raw, key, words):
    with pytest.raises(EvidenceError) as told:
        refuse_others("staff.xls", raw)
    (problem,) = told.value.problems
    assert (problem.key, words in problem.found, bool(problem.mend)) == (key, True, True)


@pytest.mark.parametrize("raw", [b"Ref,Role\n1,Carer\n", b"[Ref],Role\n", b"{note},x\n", b"Bzip,x\n", b"Ref\tRole\n"])
def test_text_is_let_through(raw):
    assert refuse_others("staff.csv", raw) is None
