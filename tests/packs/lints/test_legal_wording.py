"""Legal wording that gives a provider what is another's to do."""

import pytest

from evidencegen.packs.lints.legal_wording import LEGAL_WORDING
from tests.packs.lints.finding_it import found, told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We appointed an advocate.", "We appointed an advocate"),
        ("The advocate was appointed by us.", "advocate was appointed by us"),
        ("The duty was met.", "The duty was met"),
        ("We have met our duty.", "We have met our duty"),
        ("We assessed substantial difficulty.", "We assessed substantial difficulty"),
        ("We concluded the section 42 enquiry.", "We concluded the section 42 enquiry"),
        ("We are fully compliant with the Care Act.", "fully compliant with the Care Act"),
        ("I appointed an IMCA.", "I appointed an IMCA"),
        ("Wrote it up - duty met.", "duty met"),
        ("IMCA instructed by our Head of Care.", "IMCA instructed by our Head of Care"),
        (
            "Substantial difficulty? Assessed by our team leaders.",
            "Substantial difficulty? Assessed by our team leaders",
        ),
        ("The stories are completely anonymous.", "completely anonymous"),
    ],
)
def test_each_is_found_and_stops(text, words):
    assert [one.removeprefix("The ") for one in found(LEGAL_WORDING, text)] == [words.removeprefix("The ")]
    assert told(LEGAL_WORDING, text)[0][0] == "stop"


@pytest.mark.parametrize(
    "text",
    [
        "The council appointed an advocate.",
        "We asked the council for an independent advocate.",
        "We appointed a champion in each home.",
        "It is for the council to say whether the duty was met.",
        "We took part in the section 42 enquiry.",
        "Nobody can say that a story is fully safe from recognition.",
        "The duty manager met her on Monday.",
        "Social worker appointed advocate, first visit Tuesday.",
        "Staff know who appoints an IMCA.",
        "Advocates: half allocated within 6 working days.",
        "If an advocate is appointed, we give her a room.",
    ],
)
def test_what_a_provider_does_is_not(text):
    assert found(LEGAL_WORDING, text) == []
