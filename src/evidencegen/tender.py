"""What a buyer asks: one question or several, and what each is scored by."""

from typing import Self

from pydantic import Field, model_validator

from evidencegen.limit import Limit
from evidencegen.settings import Part


class Question(Part):
    """One question of a tender, and what its answer holds.

    `key` goes into the name of the answer's files. `sections` are those of the tender pack that the answer is made of,
    in their order; `case_studies` the stories it tells. Where one is not given, it is as for the whole tender.
    """

    key: str = Field(default="", pattern=r"^[a-z0-9]*(-[a-z0-9]+)*$", max_length=40)
    question: str = ""
    weighting: str = ""
    limit: Limit = Limit()
    sections: list[str] | None = None
    case_studies: list[str] | None = None


class Tender(Part):
    """What the tender pack answers: one `question`, or several `questions`, each with a document of its own.

    With `ai_statement` the head of each document says how it was made and what part AI had in it.
    """

    question: str = ""
    questions: list[Question] = Field(default_factory=list)
    buyer: str = ""
    title: str = ""
    reference: str = ""
    weighting: str = ""
    limit: Limit = Limit()
    case_studies: list[str] | None = None
    several_from_one_service: bool = False
    ai_statement: bool = True

    @model_validator(mode="after")
    def _asks_once(self) -> Self:
        if bool(self.question) == bool(self.questions):
            raise ValueError("either `question:` or a list of `questions:` is wanted, and not both")
        if self.questions and not all(one.key and one.question for one in self.questions):
            raise ValueError("each of the questions needs a `key` of small letters and digits, and its `question`")
        if len({one.key for one in self.questions}) < len(self.questions):
            raise ValueError("two of the questions have the same `key`")
        return self

    @property
    def asked(self) -> tuple[Question, ...]:
        """Every question, what the tender says of all of them filled in."""
        if not self.questions:
            return (
                Question(
                    question=self.question,
                    weighting=self.weighting,
                    limit=self.limit,
                    case_studies=self.case_studies,
                ),
            )
        own = self.case_studies
        return tuple(
            q if q.case_studies is not None else q.model_copy(update={"case_studies": own}) for q in self.questions
        )
