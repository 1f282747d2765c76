"""Tokens and what they cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What one call, or several, spent. Tokens are counts; `cost_usd` is None when the model's price is not known."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    cost_usd: float | None = 0.0

    def __add__(self, other: Usage) -> Usage:
        known = self.cost_usd is not None and other.cost_usd is not None
        return Usage(
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            cost_usd=(self.cost_usd or 0.0) + (other.cost_usd or 0.0) if known else None,
        )


def total(usages: Iterable[Usage]) -> Usage:
    """All of them together; unknown as soon as one cost is."""
    return sum(usages, Usage())


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars per million tokens. `cached` is for prompt tokens that the endpoint had in its prefix cache."""

    prompt: float
    cached: float
    completion: float

    def cost(self, prompt_tokens: int, completion_tokens: int, cached_tokens: int = 0) -> float:
        """US dollars for one call; cached tokens are a part of the prompt's."""
        fresh = prompt_tokens - cached_tokens
        return (fresh * self.prompt + cached_tokens * self.cached + completion_tokens * self.completion) / 1_000_000


# Read off two public price tables on the day given; `PRICES` in the settings overrides or adds.
PRICES_AS_OF = "2026-11"
PRICES: dict[str, Price] = {"gpt-6-luna": Price(prompt=0.10, cached=0.01, completion=0.50)}


def usage_of(
    prices: dict[str, Price], model: str, *, prompt_tokens: int, completion_tokens: int, cached_tokens: int = 0
) -> Usage:
    """A call's usage with its cost; a model that the table does not hold has no cost, not zero cost."""
    price = prices.get(model)
    return Usage(
        prompt_tokens=prompt_tokens,
        completion_tokens=completion_tokens,
        cached_tokens=cached_tokens,
        cost_usd=price.cost(prompt_tokens, completion_tokens, cached_tokens) if price else None,
    )
