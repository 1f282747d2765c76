"""What every test stands on."""

from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.store.database import Store, open_store
from tests.clocks import ManualClock
from tests.discord_openapi.watching import Watch
from tests.network_guard import CHILD_PATH, LOG_VARIABLE, NetworkGuard
from tests.web import Web

# The same examples in each run, so that a change is to blame when one fails. New ones: --hypothesis-profile=default.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.load_profile("suite")

# Jobs in the background of a shell are born deaf to Ctrl-C, and so would be every process that a test starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def _guarded_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NetworkGuard]:
    log = tmp_path_factory.mktemp("network") / "refused.log"
    guard = NetworkGuard(log)
    with pytest.MonkeyPatch.context() as patch, guard.watching():
        patch.setenv(LOG_VARIABLE, str(log))
        patch.setenv("PYTHONPATH", str(CHILD_PATH), prepend=os.pathsep)
        yield guard


@pytest.fixture(autouse=True)
def network(_guarded_process: NetworkGuard) -> Iterator[NetworkGuard]:
    """The test fails when it, or a process that it started, tried to reach beyond this machine."""
    _guarded_process.reset()
    yield _guarded_process
    assert not _guarded_process.tried()


@pytest.fixture(scope="session")
def _watched_discord() -> Iterator[Watch]:
    watch = Watch()
    with watch.watching():
        yield watch


@pytest.fixture(autouse=True)
def discord_limits(_watched_discord: Watch) -> Iterator[Watch]:
    """The test fails when the bot sent what Discord refuses, whatever the simulated one made of it."""
    _watched_discord.complaints.clear()
    yield _watched_discord
    assert not _watched_discord.complaints


@pytest.fixture
def web() -> Iterator[Web]:
    """A server of its own on loopback."""
    with Web().serving() as server:
        yield server


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def store(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Store]:
    """A file of its own."""
    async with open_store(tmp_path / "commentary.sqlite3", clock) as store:
        yield store
