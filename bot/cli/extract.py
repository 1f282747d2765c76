"""`extract SOURCE…`: the article alone."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Settings

HELP = "read articles, without a word about them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="+", metavar="SOURCE", help="an address, a file (HTML, text, Markdown), or -")
    parser.add_argument("--url", default="", help="where a file came from")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    import asyncio

    from bot.cli.settings import settings_for

    return asyncio.run(_extract(args, settings_for(args)))


async def _extract(args: argparse.Namespace, settings: Settings) -> int:
    from bot.cli.each import each, print_json
    from bot.cli.sources import source_of
    from bot.clock import SystemClock
    from bot.models.article import Article, to_json
    from bot.services.shared.reading import open_reading

    async with open_reading(settings, SystemClock()) as reading:

        async def one(source: str) -> Article:
            return await reading.article(source_of(source, url=args.url, max_bytes=settings.fetch_max_bytes))

        def show(article: Article) -> None:
            if args.json:
                print_json(to_json(article))
            else:
                from bot.cli.card import print_article

                print_article(article)

        return await each(args.source, one, show, as_json=args.json)
