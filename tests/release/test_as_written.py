"""Stories as their authors wrote them, and the hash by which an edit shows."""

import hashlib

from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.release.as_written import hash_of, parts_of, rows_of, story_hash

ROW = {"service_type": "care_home", "outcome_achieved": "fully"}


def test_the_hash_is_of_parts_in_order_and_of_both_codes():
    told = '[[["situation", "She was afraid."], ["voice", "\\u201cStop.\\u201d"]], "care_home", "fully"]'
    told = told.replace("\\u201c", "“").replace("\\u201d", "”")
    parts = {"situation": "She was afraid.", "voice": "“Stop.”"}
    assert story_hash(parts, ROW) == hashlib.sha256(told.encode()).hexdigest()
    assert story_hash(parts, ROW | {"outcome_achieved": "partly"}) != story_hash(parts, ROW)
    assert story_hash(parts | {"voice": "“Stop!”"}, ROW) != story_hash(parts, ROW)
    assert hash_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_parts_are_those_that_somebody_wrote(drawn):
    table = drawn(
        CASE_STUDIES,
        """
        Case ID | Service type | Situation     | Voice | Plan    | Outcome   | Outcome achieved | Learning | Consent
        CS-01   | Care home    | He was alone. | Stop. | A lock. | It ended. | Fully achieved   | We ask.  | Yes
        """,
    )
    (row,) = rows_of(table)
    assert row["case"] == "CS-01"
    assert row["raised_on"] is None
    parts = ["He was alone.", "Stop.", "A lock.", "It ended.", "We ask."]
    names = ["situation", "voice", "plan", "outcome", "learning"]
    assert parts_of(table, row["origin"]) == dict(zip(names, parts, strict=True))
