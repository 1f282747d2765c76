"""Feeds on a wire of their own: what each address answers next, and what was asked and read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.errors import BotError, Unreachable
from bot.models.feed import Entry, Feed, FeedKind, FeedLinks, Fetched, Validators
from bot.models.page import Page

Answer = Fetched | BotError | Exception


def feed_of(*entries: Entry, **facts: object) -> Feed:
    return Feed(url="", title="The Gazette", kind=FeedKind.RSS, entries=entries, **facts)  # type: ignore[arg-type]


def entry(name: str, **facts: object) -> Entry:
    return Entry(id=name, url=f"https://a.test/{name}", title=f"On {name}", **facts)  # type: ignore[arg-type]


@dataclass
class Wires:
    """A door and a reader. is_down: our own connection is lost."""

    answers: dict[str, Callable[[], Answer]] = field(default_factory=dict)
    feeds: dict[bytes, Feed | FeedLinks | BotError] = field(default_factory=dict)
    asked: list[tuple[str, Validators | None]] = field(default_factory=list)
    read: list[bytes] = field(default_factory=list)
    hangs: asyncio.Event = field(default_factory=asyncio.Event)
    is_down: bool = False

    def says(self, url: str, feed: Feed, **fetched: object) -> None:
        """From now on, in a body of its own unless one is given."""
        body = repr(feed).encode()
        self.feeds[body] = feed
        page = Page(asked=url, url=url, body=body)
        self.answers[url] = lambda: Fetched(page=page, **fetched)  # type: ignore[arg-type]

    def fails(self, url: str, failure: Exception) -> None:
        self.answers[url] = lambda: failure

    def is_unchanged(self, url: str, **fetched: object) -> None:
        self.answers[url] = lambda: Fetched(page=None, **fetched)  # type: ignore[arg-type]

    def urls(self) -> list[str]:
        """Asked since the last time."""
        asked, self.asked = self.asked, []
        return [url for url, _ in asked]

    async def get_feed(self, url: str, validators: Validators | None = None) -> Fetched:
        self.asked.append((url, validators))
        if self.is_down:
            raise Unreachable(site=url)
        if url not in self.answers:
            await self.hangs.wait()
        answer = self.answers[url]()
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def feed(self, page: Page) -> Feed | FeedLinks:
        self.read.append(page.body)
        read = self.feeds[page.body]
        if isinstance(read, BotError):
            raise read
        return read
