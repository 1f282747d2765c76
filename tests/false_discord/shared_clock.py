"""A time that several processes share, and that only its keeper moves: a file of four numbers, mapped into memory."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import mmap
import struct
import time
from datetime import UTC, datetime
from pathlib import Path

VARIABLE = "SHARED_TIME"
TICK = 0.01  # seconds of the machine; as late may a sleeper wake after a jump
# How often it was moved, then moments: the machine's, ours at that one, and our seconds in one of the machine's.
_NUMBERS = struct.Struct("<Qddd")


class SharedTime:
    """Seconds since 1970. It runs at a rate, and its keeper may make it jump forward; it never runs backwards."""

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), _NUMBERS.size)

    @classmethod
    def begin(cls, path: Path, at: datetime) -> SharedTime:
        """Make the file, with a time that stands still."""
        path.write_bytes(_NUMBERS.pack(0, time.monotonic(), at.timestamp(), 0.0))
        return cls(path)

    def seconds(self) -> float:
        _, machine, ours, rate = self._read()
        return ours + (time.monotonic() - machine) * rate

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    @property
    def rate(self) -> float:
        """Its seconds in one of the machine's."""
        return self._read()[3]

    def move(self, by: float = 0.0, *, rate: float | None = None) -> None:
        """Jump so many seconds forward, and run at this rate from then on."""
        version, _, _, before = self._read()
        moved = _NUMBERS.pack(version + 2, time.monotonic(), self.seconds() + by, before if rate is None else rate)
        self._map[:8] = struct.pack("<Q", version + 1)  # odd: whoever reads meanwhile reads again
        self._map[8:] = moved[8:]
        self._map[:8] = moved[:8]

    def _read(self) -> tuple[int, float, float, float]:
        while True:
            first, second = bytes(self._map), bytes(self._map)
            if first == second and not first[0] & 1:
                version, machine, ours, rate = _NUMBERS.unpack(first)
                return version, machine, ours, rate


class SharedClock:
    """Keeps `bot.clock.Clock` by a shared time. One timer wakes all sleepers of this process."""

    def __init__(self, shared: SharedTime) -> None:
        self._time = shared
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    def now(self) -> datetime:
        return self._time.now()

    def monotonic(self) -> float:
        return self._time.seconds()

    async def sleep(self, seconds: float) -> None:
        await self._until(self._time.seconds() + seconds)

    async def sleep_until(self, moment: datetime) -> None:
        await self._until(moment.timestamp())

    async def _until(self, end: float) -> None:
        if end <= self._time.seconds():
            await asyncio.sleep(0)  # noqa: TID251 - a turn of the loop, not a wait
            return
        awake: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (end, next(self._order), awake))
        if self._timer is None:
            self._wake()
        await awake

    def _wake(self) -> None:
        now = self._time.seconds()
        while self._sleepers and (self._sleepers[0][0] <= now or self._sleepers[0][2].done()):
            awake = heapq.heappop(self._sleepers)[2]
            if not awake.done():
                awake.set_result(None)
        self._timer = asyncio.get_running_loop().call_later(TICK, self._wake) if self._sleepers else None
