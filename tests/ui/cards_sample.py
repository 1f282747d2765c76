"""One answer with everything in it, for the cards' looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.models.article import Article, Comment, Kind
from bot.models.money import Usage
from bot.models.summary import (
    Argument,
    Grounding,
    Nature,
    Options,
    PromptId,
    Quote,
    Remark,
    Signature,
    Summary,
)
from bot.services.summarize import Summarized

SAID = Summary(
    tldr="Keep the bus.",
    thesis="The council should keep the night service.",
    arguments=(
        Argument(claim="Taxis cost more.", support="£31 a ride.", nature=Nature.FACT, paragraphs=(2,)),
        Argument(claim="Two nurses will quit.", support="", nature=Nature.PREDICTION, paragraphs=(1, 3)),
    ),
    quotes=(Quote(text="They can do the sums.", speaker="Anjali Mehta", paragraph=3),),
    critique=(Remark(text="the fifth comes without a source", paragraphs=(3,)),),
    reader_reaction="One reader agrees.",
    grounding=Grounding(quotes_offered=2, quotes_kept=1),
    signature=Signature(engine="openai", model="gpt-6-luna", prompt=PromptId(name="summarize", version=1, sha256="0")),
)
ANSWER = Summarized(
    article_id=7,
    options=Options(),
    article=Article(
        url="https://a.example/1?utm=x",
        canonical_url="https://a.example/1",
        title="The bus is no luxury",
        authors=("Miriam Osei",),
        published=date(2026, 3, 12),
        site="The Harrow Courier",
        kind=Kind.OP_ED,
        paragraphs=("One two three.",) * 3,
        comments=(Comment(author="Tom", text="Yes."),),
    ),
    summary=SAID,
    usage=Usage(cost_usd=0.0003),
    cached=False,
)


def an_answer(**changes: Any) -> Summarized:
    """It, with other values for the answer, its `article`, its `summary` or its `options` (each by name)."""
    mine: dict[str, Any] = {name: value for name, value in changes.items() if name in Summarized.__dataclass_fields__}
    for part in ("article", "summary", "options"):
        theirs = {name: value for name, value in changes.items() if hasattr(getattr(ANSWER, part), name)}
        mine.setdefault(part, replace(getattr(ANSWER, part), **{n: v for n, v in theirs.items() if n not in mine}))
    return replace(ANSWER, **mine)
