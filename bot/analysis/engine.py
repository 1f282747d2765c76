"""What every engine offers: tasks, each of which makes a draft of what it is asked about."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.models.article import Article
from bot.models.brief import BriefDraft
from bot.models.comparison import ComparisonDraft
from bot.models.discussion import Context, Memory, MemoryDraft, Turn
from bot.models.money import Usage
from bot.models.story import Judgement, Pair
from bot.models.summary import Draft, Fallback, Options, Signature

Ask = TypeVar("Ask", contravariant=True)
Made = TypeVar("Made", covariant=True)


class Meter(Protocol):
    """Where spending is booked; given by a reservation, so that no call is made without one."""

    def book(self, usage: Usage) -> None:
        """Book one call to a model, whether it succeeded or not."""
        ...


class Task(Protocol[Ask, Made]):
    """One thing that an engine can do.

    Every public method may raise `EngineError`s only; a vendor's exception never leaves its engine's file.
    """

    def signature(self, ask: Ask) -> Signature:
        """What an answer would depend on besides the articles. Raises NoSuchPrompt."""
        ...

    def estimate(self, ask: Ask) -> Usage:
        """The most that `draft` can spend, retries included; what is reserved before it starts."""
        ...

    async def draft(self, ask: Ask, meter: Meter) -> Made:
        """Do it; every call to a model is booked on `meter` as soon as its usage is known."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryAsk:
    """What does this article claim?"""

    article: Article
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonAsk:
    """Where do these articles, two or three, agree and conflict? Of the options the length does not matter."""

    articles: tuple[Article, ...]
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAsk:
    """What is to be said to the question of this context? Of the options the length does not matter."""

    context: Context
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryAsk:
    """What is worth remembering of `turns`, which leave the window, on top of what is remembered already?

    tokens: the most that the new memory, all of it, may take in a prompt.
    """

    memory: Memory | None
    turns: tuple[Turn, ...]
    tokens: int
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefAsk:
    """What happened, and who argues what? One article or more about the same event; the length does not matter."""

    articles: tuple[Article, ...]
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsAsk:
    """Which of these are about the same event? A few dozen at most."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOver:
    """In a stream of an answer: what came before it is void, another engine answers from here."""

    signature: Signature
    fallback: Fallback


class Talk(Protocol):
    """Answers within a discussion, as they are written. What a `Task` promises holds for it."""

    def signature(self, ask: AnswerAsk) -> Signature:
        """Of what answers unless there is a `StartOver`. Raises NoSuchPrompt."""
        ...

    def estimate(self, ask: AnswerAsk) -> Usage:
        """The most that `stream` can spend, retries included."""
        ...

    def frame(self, options: Options) -> int:
        """Tokens of a prompt with nothing in it: what a context has to leave free. Raises NoSuchPrompt."""
        ...

    def stream(self, ask: AnswerAsk, meter: Meter) -> AsyncGenerator[str | StartOver, None]:
        """The answer piece by piece, unchecked: prose in which `[1¶3]` cites. Raises EngineError, NoSuchPrompt."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """All that one engine can do. judge: None where only a model could."""

    summaries: Task[SummaryAsk, Draft]
    comparisons: Task[ComparisonAsk, ComparisonDraft]
    answers: Talk
    memories: Task[MemoryAsk, MemoryDraft]
    briefs: Task[BriefAsk, BriefDraft]
    judge: Task[PairsAsk, Judgement] | None = None
