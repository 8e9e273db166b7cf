"""What one lint finds in a text, as its words."""

from evidencegen.documents.read_words import words_of_text
from evidencegen.packs.lint import Held, Lint, finding
from tests.packs.lints.provider import ALONE


def found(lint: Lint, text: str, held: Held = ALONE) -> list[str]:
    """The words that a lint finds."""
    words = words_of_text(text)
    spans = (hit.paragraph.span(hit.start, hit.end) for hit in lint.find(words, held))
    return [words.text[start:end] for start, end in spans]


def told(lint: Lint, text: str, held: Held = ALONE) -> list[tuple[str, str]]:
    """Severity and reason of each finding."""
    words = words_of_text(text)
    findings = [finding(lint, hit, words) for hit in lint.find(words, held)]
    return [(one.severity.value, one.why) for one in findings]
