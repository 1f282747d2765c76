"""`room show NAME`, `room forget NAME`: what a discussion of the command line holds, and its end."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.discuss import RoomShown
    from bot.services.use_cases import Services

HELP = "show or forget a discussion that `ask --room` keeps"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """An action is required; `--debug` is taken behind it too, and its absence there changes nothing."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, help_text in (("show", "what is remembered there"), ("forget", "forget all of it, or one person")):
        action = actions.add_parser(name, help=help_text, description=help_text)
        action.add_argument("room", metavar="NAME", help="the room's name")
        action.add_argument("--json", action="store_true", help="one JSON object")
        action.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        if name == "forget":
            action.add_argument(
                "--person", metavar="NAME", help="only what this person said there, and what is remembered of it"
            )


def run(args: argparse.Namespace) -> int:
    """Returns 0. Raises NoSuchRoom, NoSuchPerson, BadSettings and the store's errors."""
    import asyncio

    asyncio.run(_run(args))
    return 0


async def _run(args: argparse.Namespace) -> None:
    from bot.app import open_services
    from bot.cli.settings import settings_for
    from bot.clock import SystemClock

    async with open_services(settings_for(args), SystemClock()) as services:
        await {"show": _show, "forget": _forget}[args.action](args, services)


async def _show(args: argparse.Namespace, services: Services) -> None:
    from bot.cli.each import print_json
    from bot.cli.room_text import print_room
    from bot.cli.shapes import room_json

    shown = await _known(args, services)
    print_json(room_json(args.room, shown)) if args.json else print_room(args.room, shown)


async def _forget(args: argparse.Namespace, services: Services) -> None:
    from bot.cli.each import print_json

    room = await _known(args, services)
    turns = room.turns if args.person is None else await _forget_person(args, services)
    if args.person is None:
        await services.discuss.gone(room.room.guild_id, room.room.channel_id)
        await services.store.erase()
    if args.json:
        print_json({"room": args.room, "person": args.person, "turns": turns})
    else:
        whom = f" of {args.person}'s" if args.person is not None else ""
        print(f"{turns:,} {'turn' if turns == 1 else 'turns'}{whom} forgotten in {args.room}.")


async def _forget_person(args: argparse.Namespace, services: Services) -> int:
    """How many turns of theirs there were; what others said is folded anew before it returns."""
    from bot.cli.speakers import person_in
    from bot.errors import NoSuchPerson

    person = person_in(args.room, args.person)
    known = await services.privacy.show(person.id)
    if not (known.turns or known.remarks):
        raise NoSuchPerson(person=args.person, room=args.room)
    forgotten = await services.privacy.forget(person.id)
    await services.discuss.folded()
    return forgotten.turns


async def _known(args: argparse.Namespace, services: Services) -> RoomShown:
    from bot.cli.speakers import YOU, asker_in
    from bot.errors import NoSuchRoom
    from bot.models.summary import Options

    shown = await services.discuss.show(asker_in(args.room, YOU), Options())
    if not (shown.turns or shown.articles):
        raise NoSuchRoom(room=args.room)
    return shown
