"""Rooms and speakers of the command line: of a name is made a number that Discord has not."""

from __future__ import annotations

import hashlib
import secrets

from bot.models.asker import Asker
from bot.models.discussion import Person

YOU = "you"  # who speaks where nobody says who


def asker_in(room: str, name: str) -> Asker:
    """Whoever speaks in the room of this name, under this name."""
    return Asker(channel_id=_number("room", room), user_id=person_in(room, name).id)


def person_in(room: str, name: str) -> Person:
    """The same name in another room is somebody else, who is forgotten apart."""
    return Person(id=_number("person", room, name), name=name)


def new_room() -> str:
    """A name that nobody gives a room."""
    return secrets.token_hex(16)


def _number(*names: str) -> int:
    """Negative, which no id of Discord's is; of 62 bits, so that two names do not meet."""
    said = "\0".join(" ".join(name.split()) for name in names).encode("utf-8", "surrogatepass")
    return -1 - (int.from_bytes(hashlib.blake2b(said, digest_size=8).digest()) >> 2)
