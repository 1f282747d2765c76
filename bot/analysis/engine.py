"""The protocol that every engine keeps."""

from __future__ import annotations

from typing import Protocol

from bot.models.article import Article
from bot.models.money import Usage
from bot.models.summary import Draft, Options, Signature


class Meter(Protocol):
    """Where spending is booked; given by a reservation, so that no call is made without one."""

    def book(self, usage: Usage) -> None:
        """Book one call to a model, whether it succeeded or not."""
        ...


class Engine(Protocol):
    """Says what an article claims.

    Every public method may raise `EngineError`s only; a vendor's exception never leaves its engine's file.
    """

    def signature(self, options: Options) -> Signature:
        """What an answer to `options` would depend on. Raises NoSuchPrompt."""
        ...

    def estimate(self, article: Article, options: Options) -> Usage:
        """The most that `summarize` can spend, retries included; what is reserved before it starts."""
        ...

    async def summarize(self, article: Article, options: Options, meter: Meter) -> Draft:
        """Draft a summary; every call to a model is booked on `meter` as soon as its usage is known."""
        ...
