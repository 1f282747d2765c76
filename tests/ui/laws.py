"""What every card has to keep to, and how it is tried."""

from __future__ import annotations

import re
from collections.abc import Callable

import discord
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from tests.ui.reading import assert_discord_accepts, assert_harmless, shown

# Nothing is shrunk: the nouns are large, and what is found is readable as it is.
law = settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
pages = st.integers(-2, 9)


def all_of(card: Callable[[int], discord.ui.LayoutView]) -> list[discord.ui.LayoutView]:
    """Every page that a card says it has."""
    first = card(1)
    told = re.search(r"-# Page 1 of (\d+)$", shown(first)[-1])
    return [first, *map(card, range(2, int(told[1]) + 1 if told else 1))]


def assert_holds(view: discord.ui.LayoutView) -> None:
    assert_discord_accepts(view)
    assert_harmless(view)
