"""A provider's own themes, from codebook.yaml."""

import pytest

from evidencegen.brief import read_brief
from evidencegen.measures.coder import usual_coder
from evidencegen.own_codebook import coder_of
from evidencegen.problem import EvidenceError

BRIEF = "provider: Larkfield Care\nas_at: 2026-09-30\nregisters: {}\n"
OWN = """
themes:
  pets:
    title: Keeping animals
    rules:
      - phrases: [cat|cats, dog|dogs]
"""


def test_without_a_codebook_of_its_own_a_project_has_ours(tmp_path):
    assert coder_of(tmp_path) is usual_coder()


def test_a_codebook_beside_the_brief_is_used_by_every_setting_of_the_project(tmp_path):
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    (tmp_path / "codebook.yaml").write_text(OWN)
    brief = read_brief(tmp_path)
    coder = brief.setting().coder
    assert dict(coder.titles) == {"pets": "Keeping animals"}
    assert coder.themes("Wants to keep her cats.") == ("pets",)
    assert brief.setting(months=3).coder is coder


@pytest.mark.parametrize(
    "text",
    ["themes: [", "- a list", "nothing: here", "themes:\n  pets:\n    title: Pets\n", "themes:\n  pets: cats\n", ""],
)
def test_a_codebook_that_cannot_be_read_stops_the_project_and_never_falls_back_to_ours(tmp_path, text):
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    (tmp_path / "codebook.yaml").write_text(text)
    with pytest.raises(EvidenceError) as stopped:
        read_brief(tmp_path)
    assert {problem.key.partition(".")[0] for problem in stopped.value.problems} == {"codebook"}
    assert {problem.place.file for problem in stopped.value.problems} == {"codebook.yaml"}


def test_a_codebook_that_is_no_text_is_told_so(tmp_path):
    (tmp_path / "codebook.yaml").write_bytes(b"\xff\xfe\x00themes")
    with pytest.raises(EvidenceError, match="a text file in UTF-8"):
        coder_of(tmp_path)
