"""Time zones of the tzdata package that is installed with the bot, never the system's, which may be years older."""

from __future__ import annotations

from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

from bot.errors import BadOption


@cache
def zones() -> frozenset[str]:
    """The names of all time zones, as IANA has them; old names are among them."""
    return frozenset(resources.files("tzdata").joinpath("zones").read_text("utf-8").split()) - {"Factory"}


@cache
def zone_of(name: str) -> ZoneInfo:
    """Raises BadOption for a name that none has."""
    if name not in zones():  # before it becomes a path
        raise BadOption(option="timezone", accepts="a time zone such as Europe/Paris or America/New_York")
    # Not `ZoneInfo(name)`: it prefers the system's data, and is everybody's in this process.
    with resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)
