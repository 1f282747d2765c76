"""`run`: the bot in Discord, until it is stopped; with nothing configured, in a page of this machine."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Settings

HELP = "run the bot in Discord; without DISCORD_TOKEN, in a page of this machine"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: all that matters here is in the settings."""


def run(args: argparse.Namespace) -> int:
    """Returns when it is told to stop. Raises BadSettings, Discord's errors and the store's."""
    import asyncio

    from bot.cli.preview import serve_page
    from bot.cli.settings import settings_for

    settings = settings_for(args)
    return asyncio.run(_serve(settings_for(args, serving=True))) if settings.discord_token else serve_page(settings)


async def _serve(settings: Settings) -> int:
    import asyncio
    import signal

    from bot.app import create_client
    from bot.cli.turns import put_the_loop_first
    from bot.ui.client import serve

    put_the_loop_first()
    assert settings.discord_token is not None, "run() has looked"
    this = asyncio.current_task()
    assert this is not None, "a coroutine runs in a task"
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, this.cancel)
    try:
        await serve(create_client(settings), settings.discord_token.get_secret_value())
    except asyncio.CancelledError:  # Ctrl-C or SIGTERM: all is closed by now
        return 0
    return 0
