"""The shape of a model's brief, read with the same patience as a comparison."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from bot.analysis.llm.answers import Answer, Paragraphs, Said, Sentence, sound
from bot.analysis.llm.comparison_answer import CitationAnswer, N
from bot.models.brief import BriefDraft, View
from bot.models.comparison import Citation
from bot.models.summary import Signature

_CAMPS = {1, 2}


def _camp(value: Any) -> int:
    """1 or 2, also as a string or "camp 2"; anything else is none of them."""
    digits = "".join(char for char in str(value) if char.isdigit())
    return int(digits) if digits in {"1", "2"} else 0


class ViewAnswer(Answer):
    n: N
    claim: Said
    paragraphs: Paragraphs
    camp: Annotated[int, Field(ge=0, le=2), BeforeValidator(_camp)]


class BriefAnswer(Answer):
    """One that says neither what happened nor what anybody argues is none."""

    event: Sentence
    event_citations: Annotated[list[CitationAnswer], BeforeValidator(sound(CitationAnswer, 4)), Field(max_length=4)]
    question: Sentence
    views: Annotated[list[ViewAnswer], BeforeValidator(sound(ViewAnswer, 3)), Field(max_length=3)]

    @model_validator(mode="after")
    def _says_something(self) -> BriefAnswer:
        if not (self.event.strip() or self.views):
            raise ValueError("neither an event nor a view")
        return self

    def draft(self, signature: Signature) -> BriefDraft:
        """The same as our noun; a question without two camps is left out."""
        is_disputed = {view.camp for view in self.views} >= _CAMPS
        return BriefDraft(
            event=self.event,
            event_citations=tuple(Citation(n=c.n, paragraph=c.paragraph) for c in self.event_citations),
            question=self.question if is_disputed else "",
            views=tuple(
                View(n=v.n, claim=v.claim, paragraphs=tuple(v.paragraphs), camp=v.camp if is_disputed else 0)
                for v in self.views
            ),
            signature=signature,
        )
