"""Parses, runs one command, tells a failure in one sentence.

Exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted. A command's own imports wait until it runs, so that
`--help` starts at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from bot import __version__

COMMANDS = (
    "run",
    "preview",
    "summarize",
    "compare",
    "ask",
    "room",
    "extract",
    "feed",
    "digest",
    "poll",
    "prompts",
    "doctor",
    "db",
)
INTERRUPTED = 130


class Command(Protocol):
    """What each file of this folder offers."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare options; called for every command at each start, so without imports of its own."""
        ...

    def run(self, args: argparse.Namespace) -> int:
        """Do it; returns the exit status. Raises BotError."""
        ...


def parser_of(commands: dict[str, Command]) -> argparse.ArgumentParser:
    """The whole command line as one parser; `args.command` names the command."""
    parser = argparse.ArgumentParser(
        prog="commentary-bot", description="News commentary, summarized and checked. In Discord, and right here."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in commands.items():
        subparser = subparsers.add_parser(name, help=command.HELP, description=command.HELP)
        subparser.add_argument(
            "--debug", action="store_true", help="log everything, and show the traceback of a failure"
        )
        command.add_arguments(subparser)
    return parser


def commands() -> dict[str, Command]:
    """The commands by name."""
    return {name: import_module(f"bot.cli.{name}") for name in COMMANDS}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    known = commands()
    args = parser_of(known).parse_args(argv)
    try:
        return _told(known[args.command], args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `… | head`: nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _told(command: Command, args: argparse.Namespace) -> int:
    from bot.errors import BotError

    try:
        return command.run(args)
    except BotError as error:
        if args.debug:
            raise
        from bot.ui.sentences import sentence

        print(sentence(error), file=sys.stderr)
        return 1
