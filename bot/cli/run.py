"""`run`: the bot, until it is stopped; with nothing configured, what it does, shown on a sample."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Settings

HELP = "run the bot in Discord; without DISCORD_TOKEN, show on a sample what it does"

SAMPLE = Path(__file__).parents[2] / "examples" / "the-night-bus-is-not-a-luxury.html"

NEXT = """\
This was a sample, summarized with nothing configured. What to type next:

  {bot} summarize https://…           an article of your own
  {bot} summarize page.html --json    a saved page, for a script
  {bot} doctor                        what is configured, and how to mend what is not

For Discord, put DISCORD_TOKEN into .env; for a model, OPENAI_API_KEY or OPENAI_BASE_URL: see .env.example."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(args: argparse.Namespace) -> int:
    import asyncio

    from bot.cli.settings import settings_for

    settings = settings_for(args, serving=True)
    return asyncio.run(_serve(settings) if settings.discord_token else _show_sample(settings))


async def _serve(settings: Settings) -> int:
    import asyncio
    import signal

    from bot.app import create_client
    from bot.ui.client import serve

    assert settings.discord_token is not None, "run() has looked"
    this = asyncio.current_task()
    assert this is not None, "a coroutine runs in a task"
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, this.cancel)
    try:
        await serve(create_client(settings), settings.discord_token.get_secret_value())
    except asyncio.CancelledError:  # Ctrl-C or SIGTERM: all is closed by now
        return 0
    return 0


async def _show_sample(settings: Settings) -> int:
    from bot.app import open_services
    from bot.cli.card import print_summary
    from bot.cli.sources import source_of
    from bot.clock import SystemClock
    from bot.models.asker import Asker
    from bot.models.summary import Options

    if SAMPLE.is_file():
        async with open_services(settings, SystemClock()) as services:
            page = source_of(str(SAMPLE), url="", max_bytes=settings.fetch_max_bytes)
            print_summary(await services.summarize.run(page, Options(), Asker()))
        print()
    print(NEXT.format(bot=_called()))
    return 0


def _called() -> str:
    """How this program was called, for examples that can be copied."""
    return "commentary-bot" if Path(sys.argv[0]).name == "commentary-bot" else f"{_python()} -m bot"


def _python() -> str:
    """The interpreter as one would type it here."""
    path = Path(sys.executable)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else path.name
