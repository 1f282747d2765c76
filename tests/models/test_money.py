"""Tokens, prices, and what is not known."""

from __future__ import annotations

import pytest

from bot.models.money import PRICES, Price, Usage, total, usage_of

KNOWN = Usage(prompt_tokens=100, completion_tokens=10, cached_tokens=5, cost_usd=0.25)
UNKNOWN = Usage(prompt_tokens=1, completion_tokens=2, cached_tokens=1, cost_usd=None)


def test_usages_add_up() -> None:
    twice = KNOWN + KNOWN
    assert twice == Usage(prompt_tokens=200, completion_tokens=20, cached_tokens=10, cost_usd=0.5)
    assert total([]) == Usage(prompt_tokens=0, completion_tokens=0, cached_tokens=0, cost_usd=0.0)
    assert total([KNOWN, KNOWN, KNOWN]) == KNOWN + KNOWN + KNOWN


@pytest.mark.parametrize(
    "usages",
    [
        pytest.param([UNKNOWN, KNOWN], id="first"),
        pytest.param([KNOWN, UNKNOWN], id="last"),
        pytest.param([KNOWN, UNKNOWN, KNOWN], id="in the midst"),
    ],
)
def test_one_unknown_cost_makes_the_sum_unknown_and_never_too_small(usages: list[Usage]) -> None:
    assert total(usages).cost_usd is None
    assert total(usages).prompt_tokens == sum(u.prompt_tokens for u in usages)


@pytest.mark.parametrize(
    ("prompt", "cached", "completion", "usd"),
    [
        pytest.param(1_000_000, 0, 0, 2.0, id="a million fresh tokens"),
        pytest.param(1_000_000, 1_000_000, 0, 0.5, id="a million cached tokens"),
        pytest.param(1_000_000, 400_000, 0, 1.4, id="cached tokens are a part of the prompt"),
        pytest.param(0, 0, 500_000, 4.0, id="half a million written tokens"),
        pytest.param(1_000, 0, 100, 0.0028, id="an everyday call"),
        pytest.param(0, 0, 0, 0.0, id="nothing"),
    ],
)
def test_a_call_costs_what_the_table_says(prompt: int, cached: int, completion: int, usd: float) -> None:
    table = {"model": Price(prompt=2.0, cached=0.5, completion=8.0)}
    usage = usage_of(table, "model", prompt_tokens=prompt, completion_tokens=completion, cached_tokens=cached)
    assert usage.cost_usd == pytest.approx(usd)
    assert (usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens) == (prompt, cached, completion)


def test_a_model_that_the_table_does_not_hold_has_no_cost() -> None:
    assert usage_of(PRICES, "somebody's own", prompt_tokens=10, completion_tokens=10).cost_usd is None
