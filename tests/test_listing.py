"""The figures of a project as a terminal shows them, and what has to be said with each."""

import pytest

from evidencegen.cli import main
from evidencegen.listing import part
from evidencegen.problem import EvidenceError
from evidencegen.project import read
from evidencegen.start import start_project


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("listing") / "sample"
    start_project(folder, sample=True)
    return folder


def test_a_breakdown_by_what_no_register_has_is_refused_with_the_nearest(sample):
    with pytest.raises(EvidenceError, match='"servise"; did you mean "service"'):
        part(read(sample), "servise")


def test_a_published_percentage_stands_beside_its_figure_with_its_note(sample, capsys):
    assert main(["figures", str(sample)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "to England, 2018-19 (89.0%)" in told
    assert "Note: England counts council enquiries" in told


def test_a_target_is_told_beside_its_figure(tmp_path, capsys):
    start_project(tmp_path / "own", sample=True)
    brief = tmp_path / "own" / "evidence.yaml"
    text = brief.read_text(encoding="utf-8").replace("  msp.asked: 90\n", "  msp.asked: 95\n")
    text = text.replace("actions.overdue: 10\n", "actions.overdue: 80.5\n")
    brief.write_text(text, encoding="utf-8")
    assert main(["figures", str(tmp_path / "own"), "--audience", "internal"]) == 0
    told = capsys.readouterr().out
    assert "target 95%: not met" in told
    # 4 of 7 open actions are overdue: under 10, no percentage, and nothing to set beside a target.
    assert "target 80.5%" not in told
