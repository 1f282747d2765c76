"""From any summary a card that Discord accepts."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import discord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.article import Article, Comment, Kind
from bot.models.money import Usage
from bot.models.summary import (
    Argument,
    Fallback,
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
from bot.ui import cards

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=3_000)
paragraphs = st.lists(st.integers(1, 99), max_size=30).map(tuple)
articles = st.builds(
    Article,
    url=texts,
    canonical_url=texts | st.just("https://a.example/opinion/1"),
    title=texts,
    authors=st.lists(texts, max_size=5).map(tuple),
    published=st.none() | st.dates(),
    site=texts,
    kind=st.sampled_from(Kind),
    paragraphs=st.lists(texts, max_size=3).map(tuple),
    comments=st.lists(st.builds(Comment, author=texts, text=texts), max_size=3).map(tuple),
)
summaries = st.builds(
    Summary,
    tldr=texts,
    thesis=texts,
    arguments=st.lists(
        st.builds(Argument, claim=texts, support=texts, nature=st.sampled_from(Nature), paragraphs=paragraphs),
        max_size=12,
    ).map(tuple),
    quotes=st.lists(st.builds(Quote, text=texts, speaker=texts, paragraph=st.integers(1, 99)), max_size=12).map(tuple),
    critique=st.lists(st.builds(Remark, text=texts, paragraphs=paragraphs), max_size=12).map(tuple),
    reader_reaction=texts,
    grounding=st.builds(
        Grounding,
        quotes_offered=st.integers(0, 99),
        quotes_kept=st.integers(0, 99),
        numbers_unmatched=st.lists(texts, max_size=9).map(tuple),
        names_unmatched=st.lists(texts, max_size=9).map(tuple),
        citations_dropped=st.integers(0, 99),
    ),
    signature=st.builds(Signature, engine=st.just("openai"), model=texts),
    fallback=st.none() | st.builds(Fallback, kind=st.just("engine-too-slow"), incident=st.just("abc123")),
)
answers = st.builds(
    Summarized,
    article_id=st.integers(1, 2**31),
    options=st.builds(Options),
    article=articles,
    summary=summaries,
    usage=st.builds(Usage, cost_usd=st.none() | st.floats(0, 10)),
    cached=st.booleans(),
    earlier=st.none() | st.just(datetime(2026, 3, 1, tzinfo=UTC)),
)


def shown(view: discord.ui.LayoutView) -> list[str]:
    return [item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]


@settings(max_examples=300, deadline=None)
@given(answers)
def test_any_summary_makes_a_card_within_discords_limits(answer: Summarized) -> None:
    view = cards.summary(answer)
    assert sum(len(text.encode("utf-16-le")) // 2 for text in shown(view)) <= cards.TEXT_LIMIT
    assert sum(1 for _ in view.walk_children()) <= 40
    assert all(shown(view))


@settings(max_examples=200, deadline=None)
@given(answers)
def test_no_summary_mentions_anyone_or_links_under_a_false_name(answer: Summarized) -> None:
    bare = [re.sub(r"\\.", "", text) for text in shown(cards.summary(answer))]
    title, *rest = "\n".join(bare).split("\n### ", 1) if "### " in bare[0] else ("", "")
    assert not any(re.search(r"<[@#t]|@(?!\u200b)(everyone|here)", text) for text in bare if "<t:1772" not in text)
    links = [found for text in bare for found in re.findall(r"\]\(([^)]*)\)", text)]
    assert all(found.startswith(("http://", "https://")) for found in links)
    assert len(links) <= 1, title + "".join(rest)


def a_summary(**changes: Any) -> Summarized:
    article = Article(
        url="https://a.example/1",
        canonical_url="https://a.example/1",
        title="The bus is no luxury",
        authors=("Miriam Osei",),
        published=date(2026, 3, 12),
        site="The Harrow Courier",
        kind=Kind.OP_ED,
        paragraphs=("One two three.",) * 3,
        comments=(Comment(author="Tom", text="Yes."),),
    )
    said = Summary(
        tldr="Keep the bus.",
        thesis="The council should keep the night service.",
        arguments=(Argument(claim="Taxis cost more.", support="£31 a ride.", nature=Nature.FACT, paragraphs=(2,)),),
        quotes=(Quote(text="They can do the sums.", speaker="Anjali Mehta", paragraph=3),),
        critique=(Remark(text="the fifth comes without a source", paragraphs=(3,)),),
        reader_reaction="One reader agrees.",
        grounding=Grounding(quotes_offered=2, quotes_kept=1),
        signature=Signature(
            engine="openai", model="gpt-6-luna", prompt=PromptId(name="summarize", version=1, sha256="0")
        ),
    )
    values: dict[str, Any] = {
        "article_id": 7,
        "options": Options(),
        "article": article,
        "summary": said,
        "usage": Usage(cost_usd=0.0003),
        "cached": False,
    }
    return Summarized(**values | changes)


def test_the_card_holds_every_field() -> None:
    text = "\n".join(shown(cards.summary(a_summary())))
    for part in (
        "Op\\-ed · The Harrow Courier",
        "### [The bus is no luxury](https://a.example/1)",
        "Miriam Osei · 12 March 2026 · 1 min to read",
        "Keep the bus.",
        "The council should keep the night service.",
        "- Taxis cost more. *fact* ¶2",
        "£31 a ride.",
        "- “They can do the sums.” Anjali Mehta ¶3",
        "the fifth comes without a source \\(¶3\\)",
        "**Readers (1)**",
        "gpt\\-6\\-luna · summarize v1 · $0.0003 · 1 of 2 quotations found in the text",
    ):
        assert part in text


def test_what_does_not_fit_is_said() -> None:
    many = tuple(Argument(claim="word " * 100, support="", nature=Nature.FACT, paragraphs=(1,)) for _ in range(12))
    answer = a_summary()
    values = {name: getattr(answer.summary, name) for name in answer.summary.__dataclass_fields__}
    text = "\n".join(shown(cards.summary(a_summary(summary=Summary(**values | {"arguments": many})))))
    assert "more arguments" in text or "Not everything fits" in text
