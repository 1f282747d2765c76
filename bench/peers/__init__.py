"""What a bot waits for, in a process of its own."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

BIG_PAGES = 20


def host(number: int) -> str:
    """The address of the `number`th host."""
    return f"127.0.{1 + number // 250}.{1 + number % 250}"


@asynccontextmanager
async def slow_peers(hosts: int, delay: float) -> AsyncIterator[int]:
    """Their port. delay: seconds that a slow page and the model take."""
    command = (sys.executable, "-m", "bench.peers", "--hosts", str(hosts), "--delay", str(delay))
    process = await asyncio.create_subprocess_exec(*command, cwd=Path(__file__).parents[2], stdin=PIPE, stdout=PIPE)
    assert process.stdin
    assert process.stdout
    try:
        yield int(await process.stdout.readline())
    finally:
        process.stdin.close()
        await process.wait()
