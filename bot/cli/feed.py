"""`feed SOURCE…`: finds a feed and lists its entries."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.models.feed import Feed, FeedLinks

HELP = "find a feed and list its entries"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """At least one SOURCE; `--url` is for what is no address itself."""
    parser.add_argument("source", nargs="+", metavar="SOURCE", help="the address of a feed or a site, a file, or -")
    parser.add_argument("--url", default="", help="where a file came from")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when any source failed, whatever became of the others. Raises BadSettings."""
    import asyncio

    return asyncio.run(_feed(args))


async def _feed(args: argparse.Namespace) -> int:
    from contextlib import AsyncExitStack

    from bot.sources.feed_parsing import FeedParsers

    async with AsyncExitStack() as stack:
        reader = await stack.enter_async_context(FeedParsers())
        await reader.warm()
        from bot.cli.each import each
        from bot.cli.settings import settings_for
        from bot.cli.sources import source_of
        from bot.clock import SystemClock
        from bot.services.shared.reading import LateDoor
        from bot.sources.feeds.discovery import Discovery

        settings = settings_for(args)
        discovery = Discovery(LateDoor(settings, SystemClock(), stack), reader)

        async def one(source: str) -> Feed | FeedLinks:
            """Raises NoSuchFile, TooBig, and what the door and the reader raise."""
            found = source_of(source, url=args.url, max_bytes=settings.feed_max_bytes)
            return await (discovery.find(found) if isinstance(found, str) else reader.feed(found))

        return await each(args.source, one, _show_json if args.json else _show, as_json=args.json)


def _show_json(found: Feed | FeedLinks) -> None:
    from bot.cli.each import print_json
    from bot.cli.feed_shapes import feed_json, links_json
    from bot.models.feed import Feed

    print_json(feed_json(found) if isinstance(found, Feed) else links_json(found))


def _show(found: Feed | FeedLinks) -> None:
    from bot.cli.feed_text import print_feed, print_links
    from bot.models.feed import Feed

    if isinstance(found, Feed):
        print_feed(found)
    else:
        print_links(found)
