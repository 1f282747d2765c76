"""Small doors, readers and engines that keep the protocols and say what they were asked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, ParamSpec, TypeVar

from bot.analysis.engine import ComparisonAsk, Meter, SummaryAsk
from bot.models.article import Article
from bot.models.comparison import ComparisonDraft
from bot.models.money import Usage
from bot.models.page import Page
from bot.models.summary import Draft, Signature
from tests.nouns import KEY_SENTENCES, comparison_draft_of, draft_of


@dataclass
class Gate:
    """Where work waits until the test lets it go on; open unless it is shut."""

    open: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: int = 0
    left: int = 0

    def __post_init__(self) -> None:
        self.open.set()

    async def passed(self) -> None:
        self.waiting += 1
        self.arrived.set()
        try:
            await self.open.wait()
        finally:
            self.waiting -= 1
            self.left += 1

    async def until_waiting(self) -> None:
        """Somebody has come to the gate since the last time."""
        await self.arrived.wait()
        self.arrived.clear()


Ask = TypeVar("Ask")
Made = TypeVar("Made")
P = ParamSpec("P")
T = TypeVar("T")


def first_answer_held(look: Callable[P, Awaitable[T]], gate: Gate) -> Callable[P, Awaitable[T]]:
    """Looks as ever, but the first answer arrives only when the gate is open, and may be old by then."""
    calls = 0

    async def held(*args: P.args, **kwargs: P.kwargs) -> T:
        nonlocal calls
        calls += 1
        first = calls == 1
        answer = await look(*args, **kwargs)
        if first:
            await gate.passed()
        return answer

    return held


@dataclass
class AWeb:
    """A door and a reader over pages that are articles already."""

    pages: dict[str, Article] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    failure: Exception | None = None
    gate: Gate = field(default_factory=Gate)
    fetched: list[str] = field(default_factory=list)

    async def get(self, url: str) -> Page:
        self.fetched.append(url)
        await self.gate.passed()
        if self.failure:
            raise self.failure
        return Page(asked=url, url=self.redirects.get(url, url))

    async def article(self, page: Page) -> Article:
        """The article that stands at the page's address, or under the name of its file."""
        return replace(self.pages[page.url or page.asked], url=page.url)


def a_web(**pages: Article) -> AWeb:
    """Pages at https://NAME.test/."""
    return AWeb(pages={f"https://{name}.test/": article for name, article in pages.items()})


PRICED = Usage(prompt_tokens=1000, completion_tokens=100, cost_usd=0.25)
SPENT = Usage(prompt_tokens=900, completion_tokens=50, cached_tokens=100, cost_usd=0.125)


@dataclass
class ATask(Generic[Ask, Made]):
    """Books `spends` and answers with a draft of its own, or fails."""

    make: Callable[[Ask, Signature], Made]
    own: Signature = KEY_SENTENCES
    estimated: Usage = field(default_factory=Usage)
    spends: tuple[Usage, ...] = ()
    failure: Exception | None = None
    gate: Gate = field(default_factory=Gate)
    asked: list[Ask] = field(default_factory=list)

    def signature(self, ask: Ask) -> Signature:
        return self.own

    def estimate(self, ask: Ask) -> Usage:
        return self.estimated

    async def draft(self, ask: Ask, meter: Meter) -> Made:
        self.asked.append(ask)
        for usage in self.spends:
            meter.book(usage)
        await self.gate.passed()
        if self.failure:
            raise self.failure
        return self.make(ask, self.own)


Summaries = ATask[SummaryAsk, Draft]
Comparisons = ATask[ComparisonAsk, ComparisonDraft]


def summaries(**given: Any) -> Summaries:
    """A task that says an article's first paragraph again."""
    return ATask(lambda ask, signature: draft_of(ask.article, signature), **given)


def comparisons(**given: Any) -> Comparisons:
    """A task that gives each article its own first paragraph."""
    return ATask(lambda ask, signature: comparison_draft_of(ask.articles, signature), **given)
