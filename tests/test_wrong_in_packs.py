"""A brief that asks packs for what they do not have is told so by the check, with its line."""

import pytest

from evidencegen.project import inspect
from evidencegen.wrong_in_packs import wrong_in_packs

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers: {}
packs:
  inspection:
    sections: [summary, chioce]
  board:
    charts:
      - msp.asked
      - msp.aksed
tender:
  questions:
    - key: one
      question: How?
      sections: [outcomes, data]
"""


@pytest.fixture
def wrong(tmp_path):
    """What is wrong in a brief: `wrong(BRIEF)`."""

    def of(brief):
        (tmp_path / "evidence.yaml").write_text(brief)
        return [(p.key, p.place.line, p.found) for p in wrong_in_packs(inspect(tmp_path))]

    return of


def test_sections_and_charts_that_there_are_not_are_told_with_their_lines(wrong):
    assert wrong(BRIEF) == [
        ("pack.unknown_section", 6, "`chioce`"),
        ("pack.unknown_section", 15, "`data`"),
        ("brief.unknown_chart", 10, "`msp.aksed`"),
    ]


def test_what_there_is_may_be_asked_for(wrong):
    right = BRIEF.replace("chioce", "choice").replace("aksed", "asked[service=Rowan House]").replace(", data", "")
    assert wrong(right) == []
