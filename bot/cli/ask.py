"""`ask [QUESTION] --article SOURCE…`: a question about commentaries, or a discussion of them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.cli.talking import Talk

HELP = "ask about one commentary or several; with --room the discussion is kept"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A question that stands behind the SOURCEs is told from them when it is used."""
    parser.add_argument(
        "question", nargs="?", metavar="QUESTION", help="what you want to know; without it, as many as you type"
    )
    parser.add_argument("--article", nargs="+", action="extend", default=[], metavar="SOURCE",
                        help="what it is about: an address, a file (HTML, text, Markdown), or -")  # fmt: skip
    parser.add_argument(
        "--room", metavar="NAME", help="keep the discussion, with its articles, under this name, and go on with it"
    )
    parser.add_argument("--as", dest="speaker", default="you", metavar="NAME", help="who speaks; you, by default")
    parser.add_argument(
        "--language", default="", metavar="TAG", help="language of the answer, as de; the question's by default"
    )
    parser.add_argument("--prompt", default="", metavar="NAME@VERSION", help="a released prompt, as discuss@1")
    parser.add_argument("--engine", choices=("auto", "openai", "extractive"), default="auto",
                        help="auto takes the model when one is configured")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON object for each answer, one a line")


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when any question failed. Raises BotError for one that stands in the command."""
    import asyncio

    return asyncio.run(_ask(args))


async def _ask(args: argparse.Namespace) -> int:
    from bot.cli.early import early_parser

    async with early_parser() as parser:
        from bot.app import open_services
        from bot.cli.settings import settings_for
        from bot.cli.sources import source_of
        from bot.cli.talking import Talk
        from bot.clock import SystemClock
        from bot.models.summary import Options

        settings = settings_for(args, fetch_again_after=0)  # who asks here wants the pages as they are now
        options = Options(language=args.language, prompt=args.prompt)
        question, given = _told_apart(args.question, args.article)
        sources = [source_of(source, url="", max_bytes=settings.fetch_max_bytes) for source in given]
        async with open_services(settings, SystemClock(), engine=args.engine, parser=parser) as services:
            talk = Talk(services.discuss, options, sources, room=args.room, speaker=args.speaker, as_json=args.json)
            return await _in_its_room(talk, question)


async def _in_its_room(talk: Talk, question: str | None) -> int:
    from bot.cli.lines import typed_lines

    async with talk:
        if question is None:
            return await talk.answer_all(typed_lines(f"{talk.speaker}> "))
        await talk.answer(question)
        return 0


def _told_apart(question: str | None, given: list[str]) -> tuple[str | None, list[str]]:
    """`--article a.html "Who pays?"` is meant as it reads, though SOURCEs go on as long as they can."""
    from pathlib import Path

    if question is None and len(given) > 1 and " " in (last := given[-1]) and "://" not in last:
        try:
            is_question = not Path(last).exists()
        except OSError:  # longer than a name of a file
            is_question = True
        if is_question:
            return last, given[:-1]
    return question, given
