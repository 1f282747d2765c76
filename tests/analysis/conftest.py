"""What tests of several engines' parts share."""

from __future__ import annotations

import asyncio

import pytest

from bot.analysis.tokens import Tokens


@pytest.fixture(scope="session")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> Tokens:
    """The exact counter, loaded once."""
    return asyncio.run(Tokens.load(tmp_path_factory.mktemp("tokens")))
