"""What lays out pages is asked for in words where it is missing, and fetches only our own files."""

import gc
import sys
from weakref import ref

import pytest

from evidencegen.documents.laying_out import DEBIAN, own_files_only, swept, weasyprint
from evidencegen.problem import EvidenceError


def test_a_missing_library_is_named_with_its_packages(tmp_path, monkeypatch):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(EvidenceError) as raised:
        weasyprint()
    (problem,) = raised.value.problems
    assert (problem.key, DEBIAN in problem.mend) == ("pdf.no_pango", True)


def test_a_file_of_the_folder_is_served_and_one_beside_it_is_refused(tmp_path):
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "in.css").write_text("p { color: red }")
    (tmp_path / "out.css").write_text("p { color: red }")
    fetcher = own_files_only(folder)
    assert fetcher.fetch((folder / "in.css").as_uri()).read() == b"p { color: red }"
    for address in ((tmp_path / "out.css").as_uri(), "https://example.org/x.css"):
        with pytest.raises(ValueError, match="not one of our own files"):
            fetcher.fetch(address)
    assert len(fetcher.refused) == 2


class Box:
    """A box that refers to itself, as a page and what stands on it do."""

    def __init__(self):
        self.parent = self


def test_what_is_laid_out_leaves_nothing_behind_and_nothing_stays_set_aside():
    gc.disable()
    try:
        with swept():
            box = ref(Box())
            assert box() is not None
            assert gc.get_freeze_count() > 0
        assert box() is None
        with pytest.raises(ValueError, match="no page"), swept():
            raise ValueError("no page")
        assert gc.get_freeze_count() == 0
    finally:
        gc.enable()
