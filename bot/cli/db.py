"""`db check | backup PATH | stats | prune`: the database file."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import Settings

HELP = "look after the database"
_ACTIONS = {
    "check": "whether the file is sound",
    "backup": "copy it, also while the bot runs",
    "stats": "what is in it",
    "prune": "delete what is older than the retention, and what is left of servers that the bot has left",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """An action is required; `--debug` is taken behind it too, and its absence there changes nothing."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, help_text in _ACTIONS.items():
        action = actions.add_parser(name, help=help_text, description=help_text)
        if name == "backup":
            action.add_argument("path", metavar="PATH", help="a file that does not exist yet")
        action.add_argument("--json", action="store_true", help="one JSON object")
        action.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when `check` finds damage. Raises BadSettings and the store's errors."""
    import asyncio

    from bot.cli.settings import settings_for

    work = {"check": _check, "backup": _backup, "stats": _stats, "prune": _prune}[args.action]
    return asyncio.run(work(args, settings_for(args)))


async def _check(args: argparse.Namespace, settings: Settings) -> int:
    from bot.cli.each import print_json
    from bot.clock import SystemClock
    from bot.store.database import open_store

    async with open_store(settings.database_path, SystemClock()) as store:
        problems = await store.check()
    if args.json:
        print_json({"path": str(settings.database_path), "ok": not problems, "problems": problems})
    else:
        for line in problems or [f"{settings.database_path} is sound."]:
            print(line)
    return 1 if problems else 0


async def _backup(args: argparse.Namespace, settings: Settings) -> int:
    from bot.cli.each import print_json
    from bot.clock import SystemClock
    from bot.store.database import open_store

    to = _new_file(args.path)
    async with open_store(settings.database_path, SystemClock()) as store:
        size = await store.back_up(to)
    if args.json:
        print_json({"path": str(to), "bytes": size})
    else:
        print(f"{settings.database_path} is copied to {to}: {size:,} bytes.")
    return 0


def _new_file(path: str) -> Path:
    """An older backup is not written over. Raises BadOption."""
    from pathlib import Path

    from bot.errors import BadOption

    if (new := Path(path)).exists():
        raise BadOption(option="PATH", accepts=f"a file that does not exist yet; {new} does")
    return new


async def _stats(args: argparse.Namespace, settings: Settings) -> int:
    from bot.cli.each import print_json
    from bot.clock import SystemClock
    from bot.store.database import open_store

    clock = SystemClock()
    async with open_store(settings.database_path, clock) as store:
        counts = await store.stats()
        today = await store.usage.on(clock.now().date().isoformat())
    spent = {"asks": today.asks, "prompt_tokens": today.usage.prompt_tokens,
             "completion_tokens": today.usage.completion_tokens, "cost_usd": today.usage.cost_usd,
             "asks_without_price": today.unpriced}  # fmt: skip
    if args.json:
        print_json({"path": str(settings.database_path), **counts, "today": spent})
    else:
        for name, value in [*counts.items(), *((f"{name} today", value) for name, value in spent.items())]:
            print(f"{name.replace('_', ' '):26}{value:>14,}")
    return 0


async def _prune(args: argparse.Namespace, settings: Settings) -> int:
    """What a running bot does once a day; beside one that runs it waits for its turn."""
    from datetime import timedelta

    from bot.cli.each import print_json
    from bot.clock import SystemClock
    from bot.models.discussion import Room
    from bot.services.privacy import Privacy
    from bot.services.servers import Servers
    from bot.store.database import open_store

    async def later(room: Room) -> None:
        """Whoever asks there next folds its memory."""

    clock = SystemClock()
    async with open_store(settings.database_path, clock) as store:
        servers = await Servers(store, clock).sweep()
        turns = await Privacy(store, clock, timedelta(days=settings.retention_days), later).sweep()
        size = (await store.stats())["bytes"]
    if args.json:
        print_json({"path": str(settings.database_path), "servers": servers, "turns": turns, "bytes": size})
    else:
        print(f"Deleted: turns {turns:,}, servers {servers:,}. {settings.database_path} has {size:,} bytes.")
    return 0
