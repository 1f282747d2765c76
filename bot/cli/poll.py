"""`poll [--opml FILE] [--once]`: asks feeds what is new, without a bot."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.clock import Clock
    from bot.config import Settings
    from bot.services.follow.polling import Polled, Polling

_PAUSE = 60.0  # seconds between two looks at what is due

HELP = "ask feeds what is new, and keep it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Without `--opml` what servers follow, without `--once` until it is interrupted."""
    parser.add_argument("--opml", metavar="FILE", help="the feeds of this file instead of those that servers follow")
    parser.add_argument("--once", action="store_true", help="all of them once, whether they are due or not, then end")
    parser.add_argument("--json", action="store_true", help="one JSON object a line: failed feeds, then each round")


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when `--once` read none of the feeds. Raises NoSuchFile, NotOpml, BadSettings and the store's."""
    import asyncio

    from bot.cli.settings import settings_for

    return asyncio.run(_poll(args, settings_for(args)))


async def _poll(args: argparse.Namespace, settings: Settings) -> int:
    from bot.clock import SystemClock
    from bot.services.follow.polling import Polling
    from bot.sources.feed_parsing import FeedParsers
    from bot.sources.http import Http
    from bot.store.database import open_store

    clock, urls = SystemClock(), _urls(args.opml, settings.feed_max_bytes) if args.opml else None
    async with (
        open_store(settings.database_path, clock) as store,
        Http(settings, clock) as door,
        FeedParsers() as reader,
    ):
        polling = Polling(store, door, reader, clock, connections=settings.poll_connections)
        if args.once:
            polled = await polling.once(urls)
            _show(polled, as_json=args.json)
            return 1 if polled.failed and not polled.ok else 0
        return await _for_ever(polling, urls, clock, as_json=args.json)


def _urls(path: str, max_bytes: int) -> list[str]:
    """Those of a file; its other lines are told. Raises NoSuchFile, TooBig, BadOption and NotOpml."""
    import sys

    from bot.cli.sources import source_of
    from bot.errors import BadOption
    from bot.sources.feeds.opml import read_opml
    from bot.ui.feed_words import why_not_taken

    page = source_of(path, url="", max_bytes=max_bytes)
    if isinstance(page, str):
        raise BadOption(option="--opml", accepts="a file, or -")
    feeds, bad = read_opml(page.body)
    for line in bad:
        print(f"{path}, line {line.line}: {why_not_taken(line.reason)}", file=sys.stderr)
    return [feed.url for feed in feeds]


async def _for_ever(polling: Polling, urls: Sequence[str] | None, clock: Clock, *, as_json: bool) -> int:
    """What is due, again and again, until somebody interrupts it."""
    while True:
        polled = await polling.once(urls, due_by=clock.now())
        if polled.ok or polled.failed:
            _show(polled, as_json=as_json)
        await clock.sleep(_PAUSE)


def _show(polled: Polled, *, as_json: bool) -> None:
    import sys

    from bot.cli.each import print_json
    from bot.ui.sentences import sentence

    for url, failure in polled.failures:
        if as_json:
            print_json({"source": url, "error": sentence(failure)})
        print(f"{url}: {sentence(failure)}", file=sys.stderr)
    if as_json:
        facts = {"seconds": round(polled.seconds, 3), "entries": polled.entries}
        print_json(facts | {"ok": polled.ok, "failed": polled.failed})
    else:
        ok, entries, failed = _many(polled.ok, "feed"), _many(polled.entries, "new entry"), _many(polled.failed, "feed")
        print(f"{ok} read, {entries}, {failed} failed.")


def _many(count: int, what: str) -> str:
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count:,} {what if count == 1 else plural}"
