"""The shapes of a model's answers, read with patience: what is unclear is left out, what is too long is cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from bot.analysis.prompts.neutral import visible
from bot.models.summary import Nature

M = TypeVar("M", bound=BaseModel)

_LAST_PARAGRAPH = 9_999


def clipped(limit: int) -> Callable[[Any], Any]:
    """Reads a text of at most so many characters."""

    def clip(value: Any) -> Any:
        """A number is read as text, null as empty; any other shape is left for validation to refuse."""
        text = visible(str(value)) if isinstance(value, str | int | float) else "" if value is None else value
        return text if not isinstance(text, str) or len(text) <= limit else text[: limit - 1].rstrip() + "…"

    return clip


def _nature(value: Any) -> Any:
    known = str(value).strip().lower()
    return known if known in list(Nature) else Nature.OPINION


def _numbers(value: Any) -> Any:
    """[3, "¶4", "5-6"], "¶3" or 3: every number that is meant, once, in order."""
    items = value if isinstance(value, list) else [value]
    found = (int(digits) for item in items[:20] for digits in re.findall(r"(?<!\d)\d{1,4}(?!\d)", str(item)))
    return list(dict.fromkeys(n for n in found if n > 0))[:5]


def a_number(value: Any) -> Any:
    """The first one that is meant, above 0; None when there is none."""
    return next(iter(_numbers(value)), None)


def sound(model: type[M], limit: int) -> Callable[[Any], list[M]]:
    """The items that make sense; one that does not is no reason to lose the others."""

    def keep(value: Any) -> list[M]:
        """The first `limit` items that validate; none of what is no list."""
        kept: list[M] = []
        for item in value if isinstance(value, list) else []:
            try:
                kept.append(model.model_validate(item))
            except ValidationError:
                continue
        return kept[:limit]

    return keep


Line = Annotated[str, BeforeValidator(clipped(80)), Field(max_length=80)]
Sentence = Annotated[str, BeforeValidator(clipped(240)), Field(max_length=240)]
Said = Annotated[Sentence, Field(pattern=r"\S")]
Sentences = Annotated[str, BeforeValidator(clipped(400)), Field(max_length=400)]
Paragraph = Annotated[int, Field(ge=1, le=_LAST_PARAGRAPH), BeforeValidator(a_number)]
Paragraphs = Annotated[list[Paragraph], BeforeValidator(_numbers), Field(max_length=5)]


class Answer(BaseModel):
    """Every field is asked for; one that is missing is read as empty, one that is not ours is left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _every_field(cls, data: Any) -> Any:
        return {name: data.get(name) for name in cls.model_fields} if isinstance(data, dict) else data


class ArgumentAnswer(Answer):
    claim: Said
    support: Sentence
    nature: Annotated[Nature, BeforeValidator(_nature)]
    paragraphs: Paragraphs


class QuoteAnswer(Answer):
    text: Said
    speaker: Line
    paragraph: Paragraph


class RemarkAnswer(Answer):
    text: Said
    paragraphs: Paragraphs


class SummaryAnswer(Answer):
    """In the order in which it is best thought out: the shortest version last."""

    thesis: Said
    arguments: Annotated[list[ArgumentAnswer], BeforeValidator(sound(ArgumentAnswer, 8)), Field(max_length=8)]
    quotes: Annotated[list[QuoteAnswer], BeforeValidator(sound(QuoteAnswer, 6)), Field(max_length=6)]
    critique: Annotated[list[RemarkAnswer], BeforeValidator(sound(RemarkAnswer, 6)), Field(max_length=6)]
    reader_reaction: Sentences
    tldr: Sentences
