"""One round of this bot's polling, as `poll --once` does it, with a look at how long the event loop is held.

python -m bench.polling.ours ADDRESSES DATABASE — prints one JSON object.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from bot.config import Settings
from bot.services.follow.polling import Polling
from bot.sources.feed_parsing import FeedParsers
from bot.sources.http import Http
from bot.store.database import open_store

_EVERY = 0.005  # seconds


async def lags(found: list[float]) -> None:
    """How much later than asked for a sleeper wakes."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(_EVERY)
        found.append(time.perf_counter() - began - _EVERY)


async def main(urls: list[str], database: Path) -> None:
    settings, clock, late = Settings(fetch_allow_private_networks=True), SystemClock(), list[float]()
    async with open_store(database, clock) as store, Http(settings, clock) as door, FeedParsers() as reader:
        watching = asyncio.ensure_future(lags(late))
        polling = Polling(store, door, reader, clock, connections=settings.poll_connections)
        polled = await polling.once(urls)
        watching.cancel()
    late.sort()
    facts: dict[str, Any] = {
        "seconds": polled.seconds,
        "entries": polled.entries,
        "ok": polled.ok,
        "failed": polled.failed,
    }
    facts["failures"] = Counter(failure.kind for _, failure in polled.failures)
    print(json.dumps(facts | {"lag_p99_ms": 1000 * late[len(late) * 99 // 100], "lag_max_ms": 1000 * late[-1]}))


if __name__ == "__main__":
    logging.disable()
    asyncio.run(main(Path(sys.argv[1]).read_text().split(), Path(sys.argv[2])))
