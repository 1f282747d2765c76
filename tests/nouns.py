"""Nouns to test with: plain ones, and any that the models allow."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from bot.analysis.engine import SummaryAsk
from bot.models.article import Article, Comment, Kind, Verdict
from bot.models.comparison import Agreement, Citation, Comparison, ComparisonDraft, Conflict, Only, Quoted, Side
from bot.models.summary import (
    Argument,
    Draft,
    Grounding,
    Nature,
    Options,
    PromptId,
    Quote,
    Remark,
    Signature,
    Summary,
)

COLUMN = Article(
    url="https://gazette.test/opinion/harbour",
    canonical_url="https://gazette.test/opinion/harbour",
    title="The harbour is not for sale",
    authors=("Ada Example",),
    published=date(2026, 11, 20),
    site="The Gazette",
    language="en",
    kind=Kind.OP_ED,
    bio="Ada Example keeps a boat.",
    paragraphs=("The council wants to sell the harbour.", "It should keep it: nobody sells a door twice."),
    comments=(Comment(author="Reader", text="Quite so."),),
)

MODEL = Signature(
    engine="openai",
    model="gpt-6-luna",
    prompt=PromptId(name="summarize", version=1, sha256="a" * 64),
    parameters={"temperature": 0.2, "seed": 7},
)
KEY_SENTENCES = Signature(engine="extractive")


def column(**changes: Any) -> Article:
    """A short op-ed with everything that an article has."""
    return replace(COLUMN, **changes)


def summary_ask(article: Article = COLUMN, options: Options = Options()) -> SummaryAsk:  # noqa: B008 - frozen
    """What an engine is asked about an article."""
    return SummaryAsk(article=article, options=options)


def draft_of(article: Article, signature: Signature = KEY_SENTENCES, **changes: Any) -> Draft:
    """A draft that holds words of the article's first paragraph only."""
    said = article.paragraphs[0]
    argument = Argument(claim=said, support="", nature=Nature.OPINION, paragraphs=(1,))
    return replace(Draft(tldr=said, thesis=said, arguments=(argument,), signature=signature), **changes)


def comparison_draft_of(
    articles: Sequence[Article], signature: Signature = KEY_SENTENCES, **changes: Any
) -> ComparisonDraft:
    """A draft that gives each article the words of its own first paragraph, as a conflict and as what it alone says."""
    said = [(n, article.paragraphs[0]) for n, article in enumerate(articles, 1)]
    sides = tuple(Side(n=n, claim=text, paragraphs=(1,)) for n, text in said)
    only = tuple(Only(n=n, point=text, paragraphs=(1,)) for n, text in said)
    draft = ComparisonDraft(
        comparable=True, conflicts=(Conflict(point=said[0][1], sides=sides),), only=only, signature=signature
    )
    return replace(draft, **changes)


def texts(max_size: int = 60) -> st.SearchStrategy[str]:
    """Any text that can be written to a file: no lone surrogates."""
    return st.text(st.characters(codec="utf-8"), max_size=max_size)


def articles() -> st.SearchStrategy[Article]:
    """Any article that the models allow."""
    return st.builds(
        Article,
        url=texts(),
        canonical_url=texts(),
        title=texts(),
        authors=st.lists(texts(), max_size=3).map(tuple),
        published=st.none() | st.dates(),
        site=texts(),
        language=st.sampled_from(["", "en", "de", "zh"]),
        kind=st.sampled_from(Kind),
        bio=texts(),
        paragraphs=st.lists(texts(), max_size=5).map(tuple),
        comments=st.lists(st.builds(Comment, author=texts(), text=texts()), max_size=3).map(tuple),
        verdict=st.sampled_from(Verdict),
    )


def _numbers() -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.integers(1, 200), max_size=4).map(tuple)


def _released(name: str, version: int) -> PromptId:
    """No two prompts have one hash."""
    return PromptId(name=name, version=version, sha256=hashlib.sha256(f"{name}@{version}".encode()).hexdigest())


def signatures() -> st.SearchStrategy[Signature]:
    """Any signature."""
    prompts = st.builds(_released, texts(20), st.integers(1, 99))
    values = texts(20) | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False, allow_infinity=False)
    return st.builds(
        Signature,
        engine=texts(20),
        model=texts(20),
        prompt=st.none() | prompts,
        parameters=st.dictionaries(texts(20), values, max_size=4),
    )


def summaries() -> st.SearchStrategy[Summary]:
    """Any summary that was not made by a fallback."""
    arguments = st.builds(
        Argument, claim=texts(), support=texts(), nature=st.sampled_from(Nature), paragraphs=_numbers()
    )
    quotes = st.builds(Quote, text=texts(), speaker=texts(), paragraph=st.integers(1, 200))
    grounding = st.builds(
        Grounding,
        quotes_offered=st.integers(0, 20),
        quotes_kept=st.integers(0, 20),
        numbers_unmatched=st.lists(texts(10), max_size=3).map(tuple),
        names_unmatched=st.lists(texts(10), max_size=3).map(tuple),
        citations_dropped=st.integers(0, 20),
    )
    return st.builds(
        Summary,
        tldr=texts(),
        thesis=texts(),
        arguments=st.lists(arguments, max_size=3).map(tuple),
        quotes=st.lists(quotes, max_size=3).map(tuple),
        critique=st.lists(st.builds(Remark, text=texts(), paragraphs=_numbers()), max_size=3).map(tuple),
        reader_reaction=texts(),
        grounding=grounding,
        signature=signatures(),
        fallback=st.none(),
    )


def comparisons() -> st.SearchStrategy[Comparison]:
    """Any comparison that was not made by a fallback."""
    cited = st.builds(Citation, n=st.integers(1, 3), paragraph=st.integers(1, 200))
    sides = st.builds(Side, n=st.integers(1, 3), claim=texts(), paragraphs=_numbers())
    agreements = st.builds(
        Agreement, point=texts(), citations=st.lists(cited, max_size=4).map(tuple), sides=st.just(())
    )
    conflicts = st.builds(Conflict, point=texts(), sides=st.lists(sides, max_size=3).map(tuple))
    only = st.builds(Only, n=st.integers(1, 3), point=texts(), paragraphs=_numbers())
    quoted = st.builds(Quoted, n=st.integers(1, 3), speaker=texts(), paragraphs=_numbers())
    return st.builds(
        Comparison,
        comparable=st.booleans(),
        question=texts(),
        agreements=st.lists(agreements, max_size=3).map(tuple),
        conflicts=st.lists(conflicts, max_size=3).map(tuple),
        only=st.lists(only, max_size=3).map(tuple),
        quoted=st.lists(quoted, max_size=3).map(tuple),
        dropped=st.integers(0, 20),
        signature=signatures(),
        fallback=st.none(),
    )
