"""The shape of a model's judgement on pairs, read with patience: what is unclear is said of no pair."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from bot.analysis.llm.answers import Answer, a_number, sound
from bot.models.story import Judgement

MOST_PAIRS = 40

_SPOKEN = {"true": True, "yes": True, "same": True, "1": True, "false": False, "no": False, "different": False,
           "0": False}  # fmt: skip


def _said(value: Any) -> Any:
    return _SPOKEN.get(str(value).strip().lower())


class PairAnswer(Answer):
    n: Annotated[int, Field(ge=1, le=MOST_PAIRS), BeforeValidator(a_number)]
    same: Annotated[bool, BeforeValidator(_said)]


class JudgementAnswer(Answer):
    """A pair of which two things are said is one of which nothing is said."""

    pairs: Annotated[list[PairAnswer], BeforeValidator(sound(PairAnswer, MOST_PAIRS)), Field(max_length=MOST_PAIRS)]

    def judgement(self, count: int) -> Judgement:
        """Of so many pairs, in their order."""
        said = [{answer.same for answer in self.pairs if answer.n == n} for n in range(1, count + 1)]
        return Judgement(same=tuple(next(iter(each)) if len(each) == 1 else None for each in said))
