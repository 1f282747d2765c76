"""`compare SOURCE SOURCE [SOURCE]`: two or three commentaries side by side."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.compare import Compared

HELP = "say where two or three commentaries agree, where they conflict, and what only one of them says"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    source = "an address, a file (HTML, text, Markdown), or -"
    parser.add_argument("first", metavar="SOURCE", help=source)
    parser.add_argument("second", metavar="SOURCE", help="another one")
    parser.add_argument("third", metavar="SOURCE", nargs="?", help="and a third one")
    parser.add_argument(
        "--language",
        default="",
        metavar="TAG",
        help="language of the comparison, as de; the first article's by default",
    )
    parser.add_argument("--prompt", default="", metavar="NAME@VERSION", help="a released prompt, as compare@1")
    parser.add_argument("--engine", choices=("auto", "openai", "extractive"), default="auto",
                        help="auto takes the model when one is configured")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: argparse.Namespace) -> int:
    """Returns 0, also when they are not about the same thing. Raises BotError, about the source that failed first."""
    import asyncio

    answer = asyncio.run(_compare(args))
    _show_json(answer) if args.json else _show_card(answer)
    return 0


async def _compare(args: argparse.Namespace) -> Compared:
    from bot.cli.early import early_parser

    async with early_parser() as parser:
        from bot.app import open_services
        from bot.cli.progress import watched
        from bot.cli.settings import settings_for
        from bot.cli.sources import source_of
        from bot.clock import SystemClock
        from bot.models.asker import Asker
        from bot.models.summary import Options

        settings = settings_for(args, fetch_again_after=0)  # who asks here wants the pages as they are now
        options = Options(language=args.language, prompt=args.prompt)
        given = [source for source in (args.first, args.second, args.third) if source is not None]
        sources = [source_of(source, url="", max_bytes=settings.fetch_max_bytes) for source in given]
        async with open_services(settings, SystemClock(), engine=args.engine, parser=parser) as services:
            with watched(f"{len(sources)} articles") as progress:
                return await services.compare.run(sources, options, Asker(), progress=progress)


def _show_json(answer: Compared) -> None:
    import sys

    from bot.cli.each import print_json
    from bot.cli.shapes import comparison_json
    from bot.ui.sentences import fallback_sentence

    print_json(comparison_json(answer))
    if answer.comparison.fallback:
        print(fallback_sentence(answer.comparison.fallback), file=sys.stderr)


def _show_card(answer: Compared) -> None:
    from bot.cli.comparison_card import print_comparison

    print_comparison(answer)
