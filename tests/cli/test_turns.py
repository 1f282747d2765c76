"""A process that serves acknowledges in time, whatever its threads compute."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Iterator

import pytest

from bot.cli.turns import put_the_loop_first


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


async def test_turns_get_shorter() -> None:
    before = sys.getswitchinterval()
    put_the_loop_first()
    assert sys.getswitchinterval() < before / 5


async def test_no_more_threads_compute_than_there_are_processors_for() -> None:
    put_the_loop_first()
    seen = set(await asyncio.gather(*(asyncio.to_thread(threading.get_ident) for _ in range(100))))
    assert len(seen) <= max(2, os.cpu_count() or 2)
