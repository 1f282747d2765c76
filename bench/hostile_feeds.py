"""Five hundred hostile feeds: each ends in time with a feed, with none, or with a reason; nothing grows meanwhile.

`python -m bench.hostile_feeds`: about five minutes on two cores. Fails where a promise is broken.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import time
from collections import Counter
from pathlib import Path

from bot.errors import BotError
from bot.models.feed import Feed, FeedLinks
from bot.models.page import Page
from bot.sources.feed_parsing import SECONDS, FeedParsers
from bot.sources.feeds.finishing import SUMMARY, TITLE
from bot.sources.feeds.raw import ENTRIES
from tests.sources.feeds.hostile_feeds import FEEDS, body_of

LATE = 10.0  # seconds beyond the deadline: a new process starts, on a machine that is busy
FAT = 120_000_000  # bytes of this process beyond what it had


async def main() -> int:
    ended: Counter[str] = Counter()
    broken: list[str] = []
    slowest: list[tuple[float, str]] = []
    stopped: list[str] = []
    before = _memory()
    async with FeedParsers(size=1) as reader:
        for name in FEEDS:
            body = body_of(name)
            started = time.monotonic()
            how, wrong = await _end(reader, Page(asked="x", url="https://a.example/feed", body=body))
            seconds = time.monotonic() - started
            ended[how] += 1
            stopped += [name] if how in ("deadline", "memory") else []
            slowest.append((seconds, name))
            if wrong or seconds > SECONDS + LATE:
                broken.append(f"{name}: {wrong or f'{seconds:.1f} s'}")
            del body
            gc.collect()
    grown = _memory() - before
    print(f"{len(FEEDS)} feeds: " + ", ".join(f"{count} {how}" for how, count in ended.most_common()))
    print(f"stopped: {'; '.join(stopped)}")
    print(f"memory of this process: {grown / 1e6:+.0f} MB")
    for seconds, name in sorted(slowest, reverse=True)[:8]:
        print(f"{seconds:6.2f} s  {name}")
    broken += [f"this process grew by {grown / 1e6:.0f} MB"] if grown > FAT else []
    print("\n".join(broken) or "no promise is broken")
    return bool(broken)


async def _end(reader: FeedParsers, page: Page) -> tuple[str, str]:
    """How it ended, and what is wrong with that, "" for nothing."""
    try:
        found = await reader.feed(page)
    except BotError as failure:
        reason = str(failure.facts.get("reason", failure.kind))
        return reason, "" if reason in ("deadline", "memory", "not-a-feed") else f"{reason}: {failure.detail[-300:]}"
    return ("a page", "") if isinstance(found, FeedLinks) else ("a feed", _wrong_with(found))


def _wrong_with(feed: Feed) -> str:
    if len(feed.entries) > ENTRIES or len({entry.id for entry in feed.entries}) != len(feed.entries):
        return "too many entries, or some that share an id"
    for entry in feed.entries:
        texts = (entry.title, entry.summary, *entry.authors, *entry.labels, entry.id)
        if len(entry.title) > TITLE or len(entry.summary) > SUMMARY or max(map(len, texts)) > 1_100:
            return "a text without end"
        if not all(text.isprintable() or "\u200d" in text or "\u200c" in text for text in texts[:-1]):
            return "a text that is not plain"
        if entry.url and not entry.url.startswith(("http://", "https://")):
            return f"the address {entry.url[:50]}"
    return ""


def _memory() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
