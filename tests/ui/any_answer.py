"""Anything that the models allow, with all that strangers try in it: what the cards' laws are tried on."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from bot.models.article import Article, Comment, Kind
from bot.models.comparison import Agreement, Citation, Comparison, Conflict, Only, Quoted, Side
from bot.models.discussion import Answer, Kept, Memo, Memory, Person, Question, Room
from bot.models.discussion import Remark as Message
from bot.models.found import MARK_OFF, MARK_ON, Found, Hit
from bot.models.money import Usage
from bot.models.summary import (
    Argument,
    Fallback,
    Grounding,
    Length,
    Nature,
    Options,
    PromptId,
    Quote,
    Remark,
    Signature,
    Summary,
)
from bot.services.compare import Compared
from bot.services.discuss import Asked, RoomShown
from bot.services.discuss.gathering import Unread
from bot.services.summarize import Summarized
from bot.store.people import AboutPerson, Forgotten
from tests.nouns import texts

T = TypeVar("T")


def _some(of: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(of, max_size=3).map(tuple)


TRICKS = (
    "@everyone",
    "@here",
    "<@123>",
    "<@&1>",
    "<#4>",
    "<t:1:R>",
    "</help:1>",
    "<a:b:123>",
    ":smile:",
    "[here](https://evil.example)",
    "](https://evil.example) [",
    "https://evil.example/x",
    "<https://evil.example>",
    "www.bank.example",
    "bank.example",
    "discord.gg/abc",
    "**bold**",
    "__u__",
    "~~s~~",
    "`code`",
    "```\ncode\n```",
    "||spoiler||",
    "\n# heading",
    "\n-# small",
    "\n> quoted",
    "\n>>> all",
    "\n- item",
    "\n1. item",
    "\\",
    "\\\\",
    "\u202e",
    "\u200b",
    "\u2066",
    "\u3164",
    "\u200d",
    "\U000e0041",
    "\u2028",
    "\x00",
    "e\u0301" * 9,
    "👩\u200d🚀",
    "𝕳",
    "、我们",
    "مرحبا",
    " ",
    "word ",
)


def _strange(seed: int) -> str:
    """A few tricks and any letters between them. One draw a text: drawn piece by piece, it would take minutes."""
    dice = Random(seed)
    return "".join(dice.choice(TRICKS) if dice.random() < 0.6 else _letters(dice) for _ in range(dice.randrange(6)))


def _letters(dice: Random) -> str:
    drawn = (chr(dice.randrange(0x110000 if dice.random() < 0.3 else 0x250)) for _ in range(dice.randrange(12)))
    return "".join(c for c in drawn if not "\ud800" <= c <= "\udfff")


hostile = st.integers(0, 2**32).map(_strange) | texts(12)
endless = st.builds(lambda text, times: text * times, hostile, st.sampled_from([2, 9, 90]))
unbroken = st.builds(lambda mark, times: mark * times, st.sampled_from("*@\\|é👩"), st.integers(900, 2_500))
anything = st.sampled_from([*[hostile] * 8, endless, unbroken]).flatmap(lambda of: of)  # most texts are short

addresses = (
    st.sampled_from(["", "https://a.example/opinion/1", "http://127.0.0.1:8080/x", "https://bücher.example/ü?q=[a](b)"])
    | hostile.map(lambda text: f"https://a.example/{text}")
    | hostile.map(lambda text: f"https://{text}")
    | hostile.map(lambda text: f"https://bank.example@a.example/{text}")
    | st.just("https://a.example/" + "long/" * 300)
    | st.sampled_from(["javascript:alert(1)", "http://localhost/", "https://[::1]/", "https://a.example:99999/"])
)
numbers = st.lists(st.integers(1, 200), max_size=12).map(tuple)
few = st.lists(hostile, max_size=2).map(tuple)

articles = st.builds(
    Article,
    url=addresses,
    canonical_url=addresses,
    title=anything,
    authors=few,
    published=st.none() | st.dates(),
    site=anything,
    kind=st.sampled_from(Kind),
    paragraphs=few,
    comments=st.lists(st.builds(Comment, author=hostile, text=hostile), max_size=3).map(tuple),
)
signatures = st.builds(
    Signature,
    engine=st.sampled_from(["openai", "extractive"]),
    model=st.just("") | hostile,
    prompt=st.none() | st.builds(PromptId, name=hostile, version=st.integers(1, 99), sha256=st.just("0" * 64)),
)
fallbacks = st.none() | st.builds(
    Fallback, kind=st.sampled_from(["engine-too-slow", "new"]), incident=hostile, facts=st.just({"seconds": 60})
)
arguments = st.builds(Argument, claim=anything, support=anything, nature=st.sampled_from(Nature), paragraphs=numbers)
summaries = st.builds(
    Summary,
    tldr=anything,
    thesis=anything,
    arguments=st.lists(arguments, max_size=4).map(tuple),
    quotes=st.lists(st.builds(Quote, text=anything, speaker=hostile, paragraph=st.integers(1, 99)), max_size=3).map(
        tuple
    ),
    critique=st.lists(st.builds(Remark, text=anything, paragraphs=numbers), max_size=3).map(tuple),
    reader_reaction=anything,
    grounding=st.builds(
        Grounding,
        quotes_offered=st.integers(0, 99),
        quotes_kept=st.integers(0, 99),
        numbers_unmatched=few,
        names_unmatched=few | st.lists(anything, max_size=3).map(tuple),
        citations_dropped=st.integers(0, 99),
    ),
    signature=signatures,
    fallback=fallbacks,
)
options = st.builds(
    Options, length=st.sampled_from(Length), language=st.sampled_from(["", "de", "pt-BR"]), prompt=st.just("")
)
usages = st.builds(Usage, cost_usd=st.none() | st.floats(0, 10))
answers = st.builds(
    Summarized,
    article_id=st.integers(1, 2**31),
    options=options,
    article=articles,
    summary=summaries,
    usage=usages,
    cached=st.booleans(),
    earlier=st.none() | st.just(datetime(2026, 3, 1, tzinfo=UTC)),
)


citations = st.builds(Citation, n=st.integers(1, 4), paragraph=st.integers(1, 200))
sides = st.builds(Side, n=st.integers(1, 4), claim=anything, paragraphs=numbers)
comparisons = st.builds(
    Comparison,
    comparable=st.booleans(),
    question=anything,
    agreements=_some(st.builds(Agreement, point=anything, citations=st.lists(citations, max_size=9).map(tuple))),
    conflicts=_some(st.builds(Conflict, point=anything, sides=_some(sides))),
    only=_some(st.builds(Only, n=st.integers(1, 4), point=anything, paragraphs=numbers)),
    quoted=_some(st.builds(Quoted, n=st.integers(1, 4), speaker=hostile, paragraphs=numbers)),
    dropped=st.integers(0, 99),
    signature=signatures,
    fallback=fallbacks,
)


compared = st.builds(
    Compared,
    article_ids=st.lists(st.integers(1, 2**31), min_size=2, max_size=3).map(tuple),
    articles=st.lists(articles, min_size=2, max_size=3).map(tuple),
    comparison=comparisons,
    usage=usages,
    cached=st.booleans(),
    options=options,
)

moments = st.integers(0, 2**32).map(lambda second: datetime.fromtimestamp(second, UTC))
snippets = st.lists(st.sampled_from([MARK_ON, MARK_OFF]) | hostile, max_size=12).map("".join)
hits = st.builds(Hit, article_id=st.integers(1, 2**31), article=articles, snippet=snippets, asked_at=moments)
found = st.builds(
    lambda query, before, hits, after: Found(
        query=query, total=before + len(hits) + after, offset=before, hits=tuple(hits)
    ),
    st.text(max_size=20) | hostile.map(lambda text: text[:20]),
    st.integers(0, 100),
    st.lists(hits, max_size=8, unique_by=lambda hit: hit.article_id),
    st.integers(0, 100),
)

people = st.builds(Person, id=st.integers(1, 2**63), name=hostile)
questions = st.builds(
    Question,
    text=anything,
    person=people,
    about=st.none() | st.builds(Message, person=people, text=anything),
)
written_marks = st.sampled_from(
    ["[1¶3]", "[2¶14]", "[1¶3][2¶14]", "[9¶9]", "[1¶3](https://evil.example)", "[[1¶3]]", "\\[1¶3]", "\n\n", "\n- "]
)
written = st.lists(written_marks | anything, max_size=12).map("".join)
replies = st.builds(
    lambda text, others, dropped, signature, fallback: Answer(
        text=text, citations=tuple(others), dropped=dropped, signature=signature, fallback=fallback
    ),
    written,
    st.lists(citations, max_size=5, unique=True) | st.just([Citation(n=1, paragraph=3), Citation(n=2, paragraph=14)]),
    st.integers(0, 9),
    signatures,
    fallbacks,
)
gone_facts = st.fixed_dictionaries({"site": anything, "status": st.integers(400, 599)})
asked = st.builds(
    Asked,
    turn_id=st.integers(1, 2**62),
    room=st.just(Room(guild_id=1, channel_id=2)),
    question=questions,
    answer=replies,
    articles=st.dictionaries(st.integers(1, 12), articles, max_size=8),
    usage=usages,
    context_tokens=st.integers(0, 99_999),
    cached=st.booleans(),
    unread=_some(st.builds(Unread, url=hostile, kind=st.just("gone"), facts=gone_facts)),
)

memos = st.builds(
    Memo,
    kind=st.sampled_from(Kept),
    text=anything,
    turns=st.just((3,)),
    person=st.none() | people,
)
memories = st.builds(
    Memory,
    memos=st.lists(memos, max_size=8).map(tuple),
    through=st.integers(1, 99),
    signature=signatures,
    fallback=st.none(),
)
rooms = st.builds(
    RoomShown,
    room=st.just(Room(guild_id=1, channel_id=2)),
    articles=st.dictionaries(st.integers(1, 99), articles, max_size=8),
    turns=st.integers(0, 10**6),
    first_at=st.none() | moments,
    last_at=st.none() | moments,
    memory=st.none() | memories,
    tokens=st.dictionaries(st.sampled_from(["instructions", "window", "memory"]) | hostile, st.integers(0, 10**6)),
    budget=st.integers(0, 10**6),
    is_exact=st.booleans(),
)

counts = st.integers(0, 10**9) | st.sampled_from([0, 1])
about = st.builds(
    AboutPerson,
    names=st.lists(anything, max_size=5).map(tuple),
    rooms=counts,
    turns=counts,
    remarks=counts,
    memos=counts,
    asks=counts,
    usage=counts,
    since=st.none() | moments,
)
gone = st.builds(
    Forgotten, turns=counts, remarks=counts, memos=counts, answers=counts, asks=counts, usage=counts, rooms=st.just(())
)
