"""What has to be asked of a story before it is signed: could somebody who tries tell whose it is."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from evidencegen.release.sign_off import Answered

# After the motivated intruder test of the Information Commissioner's Office: somebody with no special knowledge who
# wants to find out, has the internet, libraries and archives, and asks people who may know.
QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "neighbour": "Could a neighbour tell who this is, from what anybody in the street has seen or heard?",
        "relative": "Could a relative or a friend tell, and learn from it something that they did not know?",
        "staff": "Could a member of staff tell, from any of our services or from another provider's?",
        "journalist": "Could a local journalist tell, with a search engine, social media and the paper's archive?",
        "combination": "Does any combination of what is said fit only one person known in the area?",
        "buyer": "Does the buyer's contract manager already know the person, or the concern, from their own work?",
    }
)


def answers_of(answered: Sequence[Answered], text_sha256: str) -> dict[str, Answered]:
    """The last answer to each question about a story that reads exactly so, in the order of the questions."""
    last = {one.question: one for one in answered if one.text_sha256 == text_sha256}
    return {key: last[key] for key in QUESTIONS if key in last}
