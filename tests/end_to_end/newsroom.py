"""Sites that publish by a clock of their own, and a model: what a bot reads for its digests."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import format_datetime

from aiohttp import web

from tests.false_discord.shared_clock import SharedTime

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

EVERY = 8 * 3600.0  # seconds between two entries of a feed
SHOWN = 30  # entries of a feed
TOWNS = "Arden Brigsley Colthorpe Denby Elmsworth Farnham Gisburn Hawes Ilkley Kelso Leyburn Malton Norwell".split()
MATTERS = (
    "the ferry", "school meals", "the swimming pool", "rents at the market", "the museum", "night trains", "the quarry",
    "parking", "the old mill", "street lamps", "the hospital", "allotments",
)  # fmt: skip
SLUG = "a-column-with-an-address-that-takes-its-room"
LONG_SLUG = "-".join([SLUG] * 4)  # so that a digest needs several parts
_SENTENCES = (
    "The council of {town} says that {matter} cost {n} crowns last year.",
    "I have read its paper twice, and I do not believe a word of it.",
    "Nobody who lives in {town} was asked about {matter} before the vote.",
    "The mayor should publish the {n} pages that she keeps in her drawer.",
    "Critics say that {matter} can wait until the autumn.",
    "They forget what {town} lost when it waited the last time.",
    "A town that saves on {matter} pays for it elsewhere, and pays {n} times.",
    "Let us keep {matter}, and let us ask who gains if {town} gives it up.",
)


class Newsroom:
    """`feeds` of them, each on a host of its own. hits: requests so far; rests: none is under way.

    holds_model: whoever asks the model waits for ever; was_asked says that somebody does.
    """

    def __init__(self, shared: SharedTime, feeds: int, slug: str) -> None:
        self._slug = slug
        self._time, self._begin, self.feeds = shared, shared.seconds() - 3 * 86_400, feeds
        self.port = self.hits = self._at_work = 0
        self._rested = time.monotonic()
        self.holds_model, self.was_asked = False, asyncio.Event()

    def url(self, feed: int) -> str:
        return f"http://127.0.0.{feed + 1}:{self.port}/feed/{feed}.xml"

    @property
    def model_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    async def rest(self, seconds: float, most: float) -> None:
        """Until nobody has asked for anything for so long from now on; by the machine's clock."""
        begun = time.monotonic()
        while (now := time.monotonic()) < begun + most:
            if not self._at_work and now - max(self._rested, begun) >= seconds:
                break
            await asyncio.sleep(0.01)  # noqa: TID251 - the machine's time

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._counted])
        app.router.add_get("/feed/{feed}.xml", self._feed)
        app.router.add_get("/story/{feed}/{number}/{slug}", self._story)
        app.router.add_post("/v1/chat/completions", self._complete)
        return app

    @web.middleware
    async def _counted(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        self.hits += 1
        self._at_work += 1
        try:
            return await handler(request)
        finally:
            self._at_work -= 1
            self._rested = time.monotonic()

    async def _feed(self, request: web.Request) -> web.Response:
        feed = int(request.match_info["feed"])
        latest = int((self._time.seconds() - self._begin - feed * EVERY / self.feeds) // EVERY)
        items = "".join(self._item(feed, number) for number in range(max(0, latest - SHOWN), latest + 1))
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Paper {feed}</title>{items}</channel></rss>'
        return web.Response(body=body.encode(), content_type="application/rss+xml")

    def _item(self, feed: int, number: int) -> str:
        at = self._begin + feed * EVERY / self.feeds + number * EVERY
        link = f"http://127.0.0.{feed + 1}:{self.port}/story/{feed}/{number}/{self._slug}"
        title, date = headline(feed, number), format_datetime(datetime.fromtimestamp(at, UTC))
        return f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>{date}</pubDate></item>"

    async def _story(self, request: web.Request) -> web.Response:
        feed, number = int(request.match_info["feed"]), int(request.match_info["number"])
        title, text = headline(feed, number), column(feed, number)
        page = (
            f"<html><head><title>{title}</title><meta name=author content='Ada Example {feed}'></head><body><article>"
            f"<h1>{title}</h1>{''.join(f'<p>{each}</p>' for each in text)}</article></body></html>"
        )
        return web.Response(text=page, content_type="text/html")

    async def _complete(self, _: web.Request) -> web.StreamResponse:
        """Nothing that anybody could use: whoever asked writes by themselves."""
        self.was_asked.set()
        if self.holds_model:
            self._at_work -= 1
            await asyncio.Event().wait()
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "{}"}}
        usage = {"prompt_tokens": 900, "completion_tokens": 12, "total_tokens": 912}
        return web.json_response(
            {"id": "x", "object": "chat.completion", "model": "m", "choices": [choice], "usage": usage}
        )


def headline(feed: int, number: int) -> str:
    """No two of them are about the same."""
    town, matter = _about(feed, number)
    return f"What {town} owes {matter}: column {number} of paper {feed}"


def column(feed: int, number: int) -> list[str]:
    """Paragraphs."""
    town, matter = _about(feed, number)
    said = [sentence.format(town=town, matter=matter, n=100 * feed + number + 3) for sentence in _SENTENCES]
    return [" ".join((said[n], said[(n + 3) % len(said)], said[(n + 5) % len(said)])) for n in range(len(said))]


def _about(feed: int, number: int) -> tuple[str, str]:
    return TOWNS[(5 * number + feed) % len(TOWNS)], MATTERS[(7 * number + 3 * feed) % len(MATTERS)]


@asynccontextmanager
async def newsroom(shared: SharedTime, feeds: int, slug: str = LONG_SLUG) -> AsyncIterator[Newsroom]:
    """On a port that is free on all its hosts. slug: how the addresses of its stories end."""
    room = Newsroom(shared, feeds, slug)
    runner = web.AppRunner(room.app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    bound = _bound(feeds)
    for each in bound:
        await web.SockSite(runner, each).start()
    room.port = bound[0].getsockname()[1]
    try:
        yield room
    finally:
        await runner.cleanup()


def _bound(hosts: int) -> list[socket.socket]:
    while True:
        bound = [socket.create_server(("127.0.0.1", 0))]
        port = bound[0].getsockname()[1]
        try:
            bound += [socket.create_server((f"127.0.0.{n + 2}", port)) for n in range(hosts)]
        except OSError:
            for each in bound:
                each.close()
            continue
        return bound
