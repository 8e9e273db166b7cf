"""Case studies: whose consent stands, and whether they were picked for their endings."""

import pytest

from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.measures.families.stories import CONSENTED, OUTCOMES


@pytest.fixture
def stories(drawn):
    return drawn(
        CASE_STUDIES,
        """
        case | service_type | consent        | consent_on | consent_covers | outcome_achieved | situation | voice | plan | outcome | learning
        C1   | Care home    | yes            | 01/06/2026 | tender; board  | fully | A. | B. | C. | D. | E.
        C2   | Care home    | yes            |            | tender         | fully | A. | B. | C. | D. | E.
        C3   | Home care    | best_interests | 01/06/2026 | tender         | partly | A. | B. | C. | D. | E.
        C4   | Home care    | yes            | 01/06/2026 | inspection     | fully | A. | B. | C. | D. | E.
        C5   | Home care    | withdrawn      | 01/06/2026 | tender         | not_achieved | A. | B. | C. | D. | E.
        """,
    )


def test_consent_counts_with_its_day_and_its_scope(taken, stories):
    # C2 has no day, C4 covers an inspection alone, C5 is withdrawn.
    whole = taken(CONSENTED, stories)[""]
    assert (whole.counted, whole.out_of) == (2, 5)


def test_how_the_stories_ended_is_told_by_their_endings(taken, stories):
    found = taken(OUTCOMES, stories)
    ended = {key: (reading.counted, reading.out_of) for key, reading in found.items() if reading.counted}
    assert ended == {
        "": (5, 5),
        "outcome_achieved=fully": (3, 5),
        "outcome_achieved=partly": (1, 5),
        "outcome_achieved=not_achieved": (1, 5),
    }
