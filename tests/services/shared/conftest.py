"""What tests of the outbox stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.shared.outbox import Outbox
from bot.store.database import Store
from tests.clocks import ManualClock
from tests.services.shared.false_channel import FalseChannels


@pytest.fixture
def discord(clock: ManualClock) -> FalseChannels:
    return FalseChannels(clock)


@pytest.fixture
def outbox(store: Store, clock: ManualClock) -> Outbox:
    return Outbox(store, clock)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "commentary.sqlite3"
