"""`digest --feed SOURCE… [--since 24h]`: what feeds have to tell, as a channel's digest would; posted nowhere."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AsyncExitStack
    from datetime import timedelta

    from bot.config import Settings
    from bot.models.digest import Digest
    from bot.models.feed import Feed

HELP = "tell what feeds published, one event once: what happened, and who argues what"
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_LONGEST = 30  # days


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """At least one feed; `--since` reaches back from now."""
    parser.add_argument(
        "--feed", nargs="+", action="extend", required=True, metavar="SOURCE",
        help="the address of a feed or of a site with one, a file, or -",
    )  # fmt: skip
    parser.add_argument("--since", default="24h", metavar="TIME", help="how far back, as 90m, 24h or 3d; 24h")
    parser.add_argument("--language", default="", metavar="TAG", help="of the briefs, as de; the articles' by default")
    parser.add_argument("--engine", choices=("auto", "openai", "extractive"), default="auto",
                        help="auto takes the model when one is configured")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when any feed failed, whatever the others tell. Raises BadOption, BadSettings, the store's."""
    import asyncio

    return asyncio.run(_digest(args))


async def _digest(args: argparse.Namespace) -> int:
    from contextlib import AsyncExitStack

    from bot.cli.early import early_parser

    async with early_parser() as parser, AsyncExitStack() as stack:
        from bot.app import open_services
        from bot.cli.settings import settings_for
        from bot.clock import SystemClock
        from bot.models.asker import Asker
        from bot.models.summary import Options
        from bot.services.shared.language_tag import check_language_tag

        since, settings = _time(args.since), settings_for(args)
        check_language_tag(args.language)
        feeds, status = await _feeds(args, settings, stack)
        if not feeds:
            return status
        services = await stack.enter_async_context(
            open_services(settings, SystemClock(), engine=args.engine, parser=parser)
        )
        digest = await services.overview.of(feeds, since, Options(language=args.language), Asker())
        _show(digest, as_json=args.json)
        return status


async def _feeds(args: argparse.Namespace, settings: Settings, stack: AsyncExitStack) -> tuple[list[Feed], int]:
    """Those that could be read, and the exit status."""
    from bot.cli.each import each
    from bot.cli.sources import source_of
    from bot.clock import SystemClock
    from bot.errors import BadOption
    from bot.models.feed import Feed
    from bot.services.shared.reading import LateDoor
    from bot.sources.feed_parsing import FeedParsers
    from bot.sources.feeds.discovery import Discovery

    reader = await stack.enter_async_context(FeedParsers())
    discovery = Discovery(LateDoor(settings, SystemClock(), stack), reader)

    async def one(source: str) -> Feed:
        """Raises BadOption for a page of several feeds, and what the door and the reader raise."""
        where = source_of(source, url="", max_bytes=settings.feed_max_bytes)
        found = await (discovery.find(where) if isinstance(where, str) else reader.feed(where))
        if isinstance(found, Feed):
            return found
        named = ", ".join(link.url for link in found.links[:5])
        raise BadOption(option="--feed", accepts=f"one feed; this page names several: {named}")

    feeds: list[Feed] = []
    return feeds, await each(args.feed, one, feeds.append, as_json=False) or 0


def _time(text: str) -> timedelta:
    """Raises BadOption."""
    import re
    from datetime import timedelta

    from bot.errors import BadOption

    match = re.fullmatch(r"(\d{1,5})\s*([mhd])", text.strip().lower())
    since = timedelta(**{_UNITS[match[2]]: int(match[1])}) if match else timedelta()
    if not timedelta() < since <= timedelta(days=_LONGEST):
        raise BadOption(option="--since", accepts=f"a time as 90m, 24h or 3d, up to {_LONGEST} days")
    return since


def _show(digest: Digest, *, as_json: bool) -> None:
    import sys

    from bot.cli.digest_text import fallbacks, print_digest
    from bot.cli.each import print_json

    if as_json:
        from bot.cli.digest_shapes import digest_json

        print_json(digest_json(digest))
        for sentence in fallbacks(digest):
            print(sentence, file=sys.stderr)
    else:
        print_digest(digest)
