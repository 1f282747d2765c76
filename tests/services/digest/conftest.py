"""What tests of slots stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.database import Store
from tests.clocks import ManualClock
from tests.services.digest.house import House
from tests.services.digest.slots import Composer


@pytest.fixture
def composer() -> Composer:
    return Composer()


@pytest.fixture
def house(store: Store, clock: ManualClock, composer: Composer) -> House:
    return House(store, clock, composer)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "commentary.sqlite3"
