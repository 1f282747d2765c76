"""Bots that are born in a moment and may be killed at any: the other side of `digest_bot.py`."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.end_to_end.digest_bot import Order
from tests.false_discord.driver import PASSED_ON, ROOT


@dataclass(slots=True)
class Life:
    """A bot's process; `ended` once it is no more."""

    pid: int
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    async def ends_within(self, seconds: float) -> bool:
        """Whether it has come to its end by then."""
        try:
            await asyncio.wait_for(self.ended.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def kill(self) -> None:
        """Nothing of it comes to an end by itself."""
        if not self.ended.is_set():
            os.kill(self.pid, signal.SIGKILL)
            await self.ended.wait()

    def fill_disk(self, *, is_full: bool) -> None:
        """No file of this process can grow, or all can again."""
        most = 0 if is_full else resource.RLIM_INFINITY
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    def resident(self) -> int:
        """Bytes of memory."""
        return int(Path(f"/proc/{self.pid}/status").read_text().split("VmRSS:")[1].split()[0]) * 1024

    def processor_seconds(self) -> float:
        """What it has used so far; on a busy machine a steadier measure than time."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def watch(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            handle = os.pidfd_open(self.pid)
        except ProcessLookupError:
            self.ended.set()
            return

        def over() -> None:
            loop.remove_reader(handle)
            os.close(handle)
            self.ended.set()

        loop.add_reader(handle, over)


class Nursery:
    """Made by `nursery()`."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.lives: list[Life] = []

    async def born(self, order: Order) -> Life:
        """Its process runs; it is not connected yet."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(order.line())
        life = Life(int(await self._process.stdout.readline()))
        life.watch()
        self.lives = [other for other in self.lives if not other.ended.is_set()] + [life]
        return life


@asynccontextmanager
async def nursery(folder: Path, **variables: str) -> AsyncIterator[Nursery]:
    """variables: of every bot's environment. All bots are killed when the block is left."""
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    paths = (os.environ.get("PYTHONPATH"), str(ROOT))
    environment |= {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "HOME": str(folder), **variables}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.end_to_end.digest_bot"), cwd=folder, env=environment, stdin=PIPE, stdout=PIPE
    )
    home = Nursery(process)
    try:
        yield home
    finally:
        for life in home.lives:
            await life.kill()
        assert process.stdin
        process.stdin.close()
        await process.wait()
