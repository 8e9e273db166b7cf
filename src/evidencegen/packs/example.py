"""A case study laid out for a pack: voice, advocacy, plan, reviews, outcome, learning."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from evidencegen.packs.claim import Words

STEPS = {
    "situation": "Situation",
    "voice": "Voice",
    "advocacy": "Advocacy",
    "plan": "Plan",
    "review_two_weeks": "About 2 weeks",
    "review_six_weeks": "About 6 weeks",
    "outcome": "Outcome",
    "learning": "Learning",
}
ACHIEVED = {"fully": "fully achieved", "partly": "partly achieved", "not_achieved": "not achieved"}


class Story(Protocol):
    """A released case study, as far as a draft needs it."""

    @property
    def case(self) -> str: ...
    @property
    def service_type(self) -> Words: ...
    @property
    def outcome_achieved(self) -> str: ...
    @property
    def parts(self) -> Mapping[str, Words]: ...
    @property
    def composite(self) -> bool: ...
    @property
    def text_sha256(self) -> str: ...


@dataclass(frozen=True)
class Step:
    """One step of a story: its heading and its words, empty where nothing is on record."""

    key: str
    title: str
    words: Words | None


@dataclass(frozen=True)
class Example:
    """A story laid out: voice, advocacy, plan, reviews, outcome, learning."""

    case: str
    service_type: Words
    achieved: str
    steps: tuple[Step, ...]
    composite: bool
    text_sha256: str


def example(story: Story) -> Example:
    """The story with a step for each part, those with nothing on record too."""
    steps = tuple(Step(key, title, story.parts.get(key) or None) for key, title in STEPS.items())
    achieved = ACHIEVED.get(story.outcome_achieved, "not recorded")
    return Example(story.case, story.service_type, achieved, steps, story.composite, story.text_sha256)
