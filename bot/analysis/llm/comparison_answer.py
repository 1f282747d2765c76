"""The shape of a model's comparison, read with the same patience as a summary."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from bot.analysis.llm.answers import Answer, Paragraph, Paragraphs, Said, Sentence, a_number, sound
from bot.models.comparison import Agreement, Citation, ComparisonDraft, Conflict, Only, Side
from bot.models.summary import Signature

N = Annotated[int, Field(ge=1, le=3), BeforeValidator(a_number)]


class CitationAnswer(Answer):
    n: N
    paragraph: Paragraph

    @model_validator(mode="before")
    @classmethod
    def _as_we_write_it(cls, data: Any) -> Any:
        """ "2¶4" and "[2¶4]" too."""
        numbers = re.findall(r"\d+", data) if isinstance(data, str) else []
        return {"n": numbers[0], "paragraph": numbers[1]} if len(numbers) == 2 else data


class AgreementAnswer(Answer):
    point: Said
    citations: Annotated[list[CitationAnswer], BeforeValidator(sound(CitationAnswer, 6)), Field(max_length=6)]


class SideAnswer(Answer):
    n: N
    claim: Said
    paragraphs: Paragraphs


class ConflictAnswer(Answer):
    point: Said
    sides: Annotated[list[SideAnswer], BeforeValidator(sound(SideAnswer, 3)), Field(max_length=3)]


class OnlyAnswer(Answer):
    n: N
    point: Said
    paragraphs: Paragraphs


class ComparisonAnswer(Answer):
    """One that says neither whether the articles are comparable nor what is to be compared is none."""

    comparable: bool
    question: Sentence
    agreements: Annotated[list[AgreementAnswer], BeforeValidator(sound(AgreementAnswer, 5)), Field(max_length=5)]
    conflicts: Annotated[list[ConflictAnswer], BeforeValidator(sound(ConflictAnswer, 5)), Field(max_length=5)]
    only: Annotated[list[OnlyAnswer], BeforeValidator(sound(OnlyAnswer, 6)), Field(max_length=6)]

    @model_validator(mode="after")
    def _says_something(self) -> ComparisonAnswer:
        if self.comparable and not (self.agreements or self.conflicts or self.only):
            raise ValueError("comparable, and nothing to compare")
        return self

    def draft(self, signature: Signature) -> ComparisonDraft:
        """The same as our noun; what is not comparable has no points."""
        if not self.comparable:
            return ComparisonDraft(comparable=False, signature=signature)
        return ComparisonDraft(
            comparable=True,
            question=self.question,
            agreements=tuple(_agreement(answer) for answer in self.agreements),
            conflicts=tuple(Conflict(point=c.point, sides=tuple(map(_side, c.sides))) for c in self.conflicts),
            only=tuple(Only(n=o.n, point=o.point, paragraphs=tuple(o.paragraphs)) for o in self.only),
            signature=signature,
        )


def _agreement(answer: AgreementAnswer) -> Agreement:
    return Agreement(
        point=answer.point, citations=tuple(Citation(n=c.n, paragraph=c.paragraph) for c in answer.citations)
    )


def _side(answer: SideAnswer) -> Side:
    return Side(n=answer.n, claim=answer.claim, paragraphs=tuple(answer.paragraphs))
