"""A discussion in a file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.database import Store
from tests.clocks import ManualClock
from tests.services.discuss.doubles import ATalk, House


@pytest.fixture
def talk() -> ATalk:
    return ATalk()


@pytest.fixture
def house(store: Store, clock: ManualClock, talk: ATalk) -> House:
    return House(store, clock, talk=talk)


@pytest.fixture
def path(tmp_path: Path, store: Store) -> Path:
    return tmp_path / "commentary.sqlite3"
