"""How a pack was made, as facts: whose words, what took names out, how many signed."""

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Coded(Enum):
    """What finds themes in notes, where a pack tells of such themes; the value stands in the manifest."""

    NOTHING = "no theme was looked for in notes"
    RULES = "rules"
    LEARNT = "rules, and words weighted by notes that people had labelled"


@dataclass(frozen=True)
class MadeWith:
    """The facts that a statement about the use of AI rests on.

    `stories` are the case studies told, `signers` how many people signed them. `tagger` is the hash of the tagger of
    names that was asked for a second opinion on them, empty where none was. `generative_model` would name a model that
    wrote words or numbers; there is none in evidencegen.
    """

    version: str
    own_templates: bool = False
    own_words: bool = False
    statements: bool = False
    stories: int = 0
    signers: int = 0
    tagger: str = ""
    themes: Coded = Coded.NOTHING
    generative_model: str = ""

    @property
    def one_story(self) -> bool:
        """Whether a single case study is told."""
        return self.stories == 1

    @property
    def one_signer(self) -> bool:
        """Whether one person signed all that are told."""
        return self.signers == 1

    def as_dict(self) -> dict[str, Any]:
        """The facts as a manifest carries them."""
        return {
            "generative_model": self.generative_model or None,
            "figures": "fixed rules, from the inputs that this manifest names",
            "words": {
                "templates": f"evidencegen {self.version}",
                "own_templates": self.own_templates,
                "own_words": self.own_words,
                "practice_statements": self.statements,
            },
            "themes": self.themes.value,
            "case_studies": {
                "told": self.stories,
                "signed_by": self.signers,
                "names_taken_out_by": "rules and word lists" if self.stories else None,
                "second_opinion_sha256": self.tagger or None,
            },
        }
