"""Where the templates, fonts and sample that come with the package lie."""

from pathlib import Path

import pytest

from evidencegen import shipped as module
from evidencegen.shipped import shipped


@pytest.mark.parametrize(("folder", "file"), [("report_templates", "base.html.j2"), ("sample_data", "evidence.yaml")])
def test_the_templates_and_the_sample_come_with_the_package(folder, file):
    assert (shipped(folder) / file).is_file()


def test_what_a_wheel_carries_goes_before_what_lies_about(monkeypatch, tmp_path):
    package = tmp_path / "site" / "src" / "evidencegen"
    (package / "_shipped" / "sample_data").mkdir(parents=True)
    (tmp_path / "site" / "sample_data").mkdir()
    monkeypatch.setattr(module, "PACKAGE", package)
    assert shipped("sample_data") == package / "_shipped" / "sample_data"


def test_an_installation_that_is_not_whole_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "PACKAGE", Path(tmp_path / "src" / "evidencegen"))
    with pytest.raises(FileNotFoundError, match="sample_data is missing"):
        shipped("sample_data")
