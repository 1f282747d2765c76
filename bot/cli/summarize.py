"""`summarize SOURCE…`: what the author claims, and on what grounds."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.summarize import Summarized

HELP = "say what the author claims, and on what grounds"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Lengths and engines are closed lists; an unknown language or prompt fails when it is used."""
    parser.add_argument("source", nargs="+", metavar="SOURCE", help="an address, a file (HTML, text, Markdown), or -")
    parser.add_argument("--url", default="", help="where a file came from")
    parser.add_argument("--length", choices=("short", "standard", "deep"), default="standard")
    parser.add_argument(
        "--language", default="", metavar="TAG", help="language of the summary, as de; the article's by default"
    )
    parser.add_argument("--prompt", default="", metavar="NAME@VERSION", help="a released prompt, as summarize@1")
    parser.add_argument("--engine", choices=("auto", "openai", "extractive"), default="auto",
                        help="auto takes the model when one is configured")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when any source failed, whatever became of the others. Raises BadSettings."""
    import asyncio

    return asyncio.run(_summarize(args))


async def _summarize(args: argparse.Namespace) -> int:
    from bot.cli.early import early_parser

    async with early_parser() as parser:
        from bot.app import open_services
        from bot.cli.each import each
        from bot.cli.progress import watched
        from bot.cli.settings import settings_for
        from bot.cli.sources import source_of
        from bot.clock import SystemClock
        from bot.models.asker import Asker
        from bot.models.summary import Length, Options

        settings = settings_for(args, fetch_again_after=0)  # who asks here wants the page as it is now
        options = Options(length=Length(args.length), language=args.language, prompt=args.prompt)
        async with open_services(settings, SystemClock(), engine=args.engine, parser=parser) as services:

            async def one(source: str) -> Summarized:
                """Raises NoSuchFile, TooBig and what summarizing raises; its progress is shown while it lasts."""
                what = source_of(source, url=args.url, max_bytes=settings.fetch_max_bytes)
                with watched(source) as progress:
                    return await services.summarize.run(what, options, Asker(), progress=progress)

            return await each(args.source, one, _show_json if args.json else _show_card, as_json=args.json)


def _show_json(answer: Summarized) -> None:
    import sys

    from bot.cli.each import print_json
    from bot.cli.shapes import summary_json
    from bot.ui.sentences import fallback_sentence

    print_json(summary_json(answer))
    if answer.summary.fallback:
        print(fallback_sentence(answer.summary.fallback), file=sys.stderr)


def _show_card(answer: Summarized) -> None:
    from bot.cli.card import print_summary

    print_summary(answer)
