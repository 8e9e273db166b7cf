"""What a buyer asks: one question or several, and what each is scored by."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from evidencegen.limit import Limit
from evidencegen.settings import Part


class Criterion(Part):
    """One thing that an answer is scored by.

    `answered_by` is what answers it: sections, parts of them such as `process.advocacy`, figures by their measure, such
    as `msp.asked`, and practice statements by their number. Where nothing is named, it is what shows a figure that
    answers what `key` stands for, such as `care_act.s68`.
    """

    key: str = Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$", max_length=40)
    text: str = Field(min_length=1)
    weighting: str = ""
    answered_by: list[str] = Field(default_factory=list)


def _told_apart(criteria: list[Criterion]) -> list[Criterion]:
    if len({one.key for one in criteria}) < len(criteria):
        raise ValueError("criteria with a `key` each of its own")
    return criteria


Criteria = Annotated[list[Criterion], AfterValidator(_told_apart)]


class Question(Part):
    """One question of a tender, and what its answer holds.

    `key` goes into the name of the answer's files. `sections` are those of the tender pack that the answer is made of,
    in their order; `case_studies` the stories it tells. Where one is not given, it is as for the whole tender.
    `criteria` are what it is scored by; with `criteria_table` the answer ends in a table of where each is answered.
    """

    key: str = Field(default="", pattern=r"^[a-z0-9]*(-[a-z0-9]+)*$", max_length=40)
    question: str = ""
    weighting: str = ""
    limit: Limit = Limit()
    sections: list[str] | None = None
    case_studies: list[str] | None = None
    criteria: Criteria = Field(default_factory=list)
    criteria_table: bool = False


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
    criteria: Criteria = Field(default_factory=list)
    criteria_table: bool = False

    @model_validator(mode="after")
    def _asks_once(self) -> Self:
        if bool(self.question) == bool(self.questions):
            raise ValueError("either `question:` or a list of `questions:` is wanted, and not both")
        if self.questions and not all(one.key and one.question for one in self.questions):
            raise ValueError("each of the questions needs a `key` of small letters and digits, and its `question`")
        if len({one.key for one in self.questions}) < len(self.questions):
            raise ValueError("two of the questions have the same `key`")
        if self.questions and (self.criteria or self.criteria_table):
            raise ValueError("with several questions, `criteria` and `criteria_table` stand under each of them")
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
                    criteria=self.criteria,
                    criteria_table=self.criteria_table,
                ),
            )
        whole = {"case_studies": self.case_studies, "limit": self.limit}
        return tuple(
            q.model_copy(
                update={
                    key: own for key, own in whole.items() if key not in q.model_fields_set or getattr(q, key) is None
                }
            )
            for q in self.questions
        )
