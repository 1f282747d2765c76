"""`extract SOURCE…`: the article alone."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.models.article import Article

HELP = "read articles, without a word about them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """At least one SOURCE; `--url` is for what is no address itself."""
    parser.add_argument("source", nargs="+", metavar="SOURCE", help="an address, a file (HTML, text, Markdown), or -")
    parser.add_argument("--url", default="", help="where a file came from")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when any source failed, whatever became of the others. Raises BadSettings."""
    import asyncio

    return asyncio.run(_extract(args))


async def _extract(args: argparse.Namespace) -> int:
    from bot.cli.early import early_parser

    async with early_parser() as parser:
        from bot.cli.each import each
        from bot.cli.settings import settings_for
        from bot.cli.sources import source_of
        from bot.clock import SystemClock
        from bot.services.shared.reading import open_reading

        settings = settings_for(args)
        async with open_reading(settings, SystemClock(), parser) as reading:

            async def one(source: str) -> Article:
                """Raises NoSuchFile, TooBig, and what the door and the reader raise."""
                return await reading.article(source_of(source, url=args.url, max_bytes=settings.fetch_max_bytes))

            return await each(args.source, one, _show_json if args.json else _show, as_json=args.json)


def _show_json(article: Article) -> None:
    from bot.cli.each import print_json
    from bot.models.article import to_json

    print_json(to_json(article))


def _show(article: Article) -> None:
    from bot.cli.card import print_article

    print_article(article)
