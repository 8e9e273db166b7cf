"""Each case study written, with what is on record of its consent and its outcome."""

from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.measures.views.stories import STORIES

LOG = """
case | service_type | consent | consent_on | consent_covers | outcome_achieved | situation | voice | plan | outcome | learning
C1   | Care home    | yes     | 01/06/2026 | tender; board  | fully | A. | B. | C. | D. | E.
C2   | Home care    | no      |            |                | partly | A. | B. | C. | D. | E.
"""


def test_one_row_is_one_story_without_its_words(viewed):
    assert viewed(STORIES, "case consent_covers outcome_achieved", (CASE_STUDIES, LOG)) == [
        ("C1", "|tender|board|", "fully"),
        ("C2", None, "partly"),
    ]
    assert STORIES.columns.isdisjoint({"situation", "voice", "plan", "outcome", "learning", "person_name"})
