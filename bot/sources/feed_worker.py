"""What runs at the other end of the pipes when a feed is read; see `parse_worker`."""

from __future__ import annotations

from bot.sources.parse_worker import Read, serve

_MEMORY_BYTES = 1 << 29


def _load() -> Read:
    from bot.sources.feeds.packing import packed
    from bot.sources.feeds.reading import read

    return lambda page: packed(read(page))


if __name__ == "__main__":
    serve(_load, memory=_MEMORY_BYTES)
