"""`preview`: the bot in a page of this machine, with nothing configured."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

    import discord

    from bot.app import OpenServices
    from bot.clock import Clock
    from bot.config import Settings
    from bot.preview.apart import Apart
    from bot.services.use_cases import Services

HELP = "the bot in a page of this machine: a simulated Discord, no account, no key"

PORT = 8137
EXAMPLES = Path(__file__).parents[2] / "examples"

MISSING = "The page needs more than the bot itself: pip install 'commentary-bot[preview]', or make run."
READY = """\
The bot is here, in a simulated Discord on this machine:

  {url}

{opened}Ctrl-C ends it, and all that was typed in it is gone. For Discord itself, put DISCORD_TOKEN into .env: see
.env.example, and `{bot} doctor`."""
OPENED = "Your browser opens it. "
OTHER_PORT = "Port {port} is taken; another one will do."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"port of the page ({PORT}); another one when it is taken"
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address only")


def run(args: argparse.Namespace) -> int:
    from bot.cli.settings import settings_for

    settings = settings_for(args)
    return serve_page(settings, port=args.port, browse=not args.no_browser)


def serve_page(settings: Settings, *, port: int = PORT, browse: bool = True) -> int:
    """Until Ctrl-C, SIGTERM or the page's own button ends it."""
    import asyncio
    import logging
    from tempfile import TemporaryDirectory

    logging.getLogger("discord").setLevel(logging.ERROR)  # it warns of voice, which nobody here has
    if find_spec("simcord") is None:
        print(MISSING, file=sys.stderr)
        return 1
    with TemporaryDirectory(prefix="commentary-page-") as folder:
        kept = settings.model_copy(update={"database_path": Path(folder) / "commentary.sqlite3"})
        asyncio.run(_serve(kept, port, browse=browse and _has_screen()))
    return 0


async def _serve(settings: Settings, port: int, *, browse: bool) -> None:
    import asyncio
    import threading
    import webbrowser

    from bot.clock import SystemClock
    from bot.preview.apart import Apart
    from bot.preview.page import open_page

    stop, apart, clock = _set_by_signals(), Apart(), SystemClock()
    client = create_page_client(settings, apart, clock)
    async with open_page(client, apart, clock, banner=_banner(settings), port=port) as page:
        if port not in (0, page.port):
            print(OTHER_PORT.format(port=port))
        print(READY.format(url=page.url, opened=OPENED if browse else "", bot=called()), flush=True)
        if browse:  # aside: some browsers come back only when they are closed
            threading.Thread(target=webbrowser.open, args=(page.url,), daemon=True).start()
        ends = [asyncio.ensure_future(end) for end in (stop.wait(), page.ended())]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()
        await asyncio.gather(*ends, return_exceptions=True)


def create_page_client(settings: Settings, apart: Apart, clock: Clock) -> discord.Client:
    """The bot for `open_page`: its services run apart, and it meets the samples before the web."""
    from bot.app import create_client
    from bot.preview.clock import ClockWithin

    return create_client(settings, clock=ClockWithin(clock, apart), opening=_opening(apart, clock))


def _banner(settings: Settings) -> str:
    from bot.app import model_is_configured
    from bot.preview.words import banner

    return banner((settings.openai_base_url or "OpenAI") if model_is_configured(settings) else "")


def _opening(apart: Apart, clock: Clock) -> OpenServices:
    from bot.app import open_services
    from bot.preview.examples import ExamplesFirst

    @asynccontextmanager
    async def opening(settings: Settings, within: Clock) -> AsyncIterator[Services]:
        opened = open_services(settings, clock, door_before=lambda door: ExamplesFirst(EXAMPLES, door, clock.now()))
        async with apart.opened(opened) as services:
            yield services

    return opening


def _set_by_signals() -> asyncio.Event:
    """Set by Ctrl-C and by SIGTERM, once: what still hangs then is ended by the next one."""
    import asyncio
    import signal

    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    ends = (signal.SIGINT, signal.SIGTERM)

    def stop_once() -> None:
        stop.set()
        for end in ends:
            loop.remove_signal_handler(end)

    for end in ends:
        loop.add_signal_handler(end, stop_once)
    return stop


def _has_screen() -> bool:
    """Whether somebody sits before it: a browser that opens on a server is a nuisance."""
    if os.environ.get("CI") or not sys.stdout.isatty():
        return False
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def called() -> str:
    """How this program was called, for examples that can be copied."""
    return "commentary-bot" if Path(sys.argv[0]).name == "commentary-bot" else f"{_python()} -m bot"


def _python() -> str:
    """The interpreter as one would type it here."""
    path = Path(sys.executable)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else path.name
