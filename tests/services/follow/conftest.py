"""What tests of following stand on."""

from __future__ import annotations

import pytest

from bot.store.database import Store
from tests.clocks import ManualClock
from tests.services.follow.doubles import Following


@pytest.fixture
def following(store: Store, clock: ManualClock) -> Following:
    return Following(store, clock)
