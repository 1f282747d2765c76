"""What runs at the other end of the pipes when a feed is read; see `parse_worker`."""

from __future__ import annotations

from typing import Any

from bot.models.feed import FeedLinks
from bot.models.page import Page
from bot.sources.feeds.packing import packed
from bot.sources.parse_worker import serve


def _read(page: Page) -> dict[str, Any]:
    return packed(FeedLinks())


if __name__ == "__main__":
    serve(lambda: _read)
