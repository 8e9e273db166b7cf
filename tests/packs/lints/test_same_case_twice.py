"""One case under two claims."""

from evidencegen.packs.lints.same_case_twice import SAME_CASE
from tests.packs.lints.finding_it import found, told


def test_a_case_told_under_two_headings_is_found_in_the_second():
    text = "# Voice\n\nCS-01 shows it.\n\n# Plan\n\nSo does CS-01."
    assert found(SAME_CASE, text) == ["CS-01"]
    assert told(SAME_CASE, text) == [("warn", "it is told in paragraph 2 too, and neither place says so")]


def test_a_story_told_word_for_word_is_found():
    story = "He had lost touch with his brother, wrote to him, and they meet on Sundays now."
    assert found(SAME_CASE, f"# Voice\n\n{story}\n\n# Plan\n\n{story}") == [story]


def test_under_one_heading_of_two_cases_or_where_it_is_said_it_is_not():
    assert found(SAME_CASE, "# Voice\n\nCS-01 shows it.\n\nSo does CS-01.") == []
    assert found(SAME_CASE, "# Voice\n\nCS-01 shows it.\n\n# Plan\n\nCS-02 does.") == []
    assert found(SAME_CASE, "# Voice\n\nCS-01 shows it.\n\n# Plan\n\nCS-01, told above, does too.") == []


def test_two_sentences_that_each_bring_a_case_forward_are_two_claims():
    assert found(SAME_CASE, "Voice is shown by CS-01. Partnership is best seen in CS-01.") == ["CS-01"]
    assert found(SAME_CASE, "Voice is shown by CS-01. CS-01 was closed in June.") == []
    assert found(SAME_CASE, "Voice is shown by CS-01. Partnership is also shown by CS-01.") == []
