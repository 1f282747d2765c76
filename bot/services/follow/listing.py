"""What a server follows, as far as who asks may know it."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.errors import NotHere
from bot.models.asker import Asker
from bot.models.feed import Followed
from bot.services.shared.addresses import same_page
from bot.services.shared.ranking import ranked
from bot.store.database import Store
from bot.store.follows import FOR_ALL

Sees = Callable[[int], bool]  # whether who asks can see a channel, by its id

SUGGESTED = 25  # Discord's limit of choices
_REFERENCE = re.compile(r"#?([0-9]{1,18})")


class Listing:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def all(self, asker: Asker, sees: Sees) -> tuple[Followed, ...]:
        """First what is for all channels, then by channel; by title."""
        return tuple(one for one in await self._store.follows.of(asker.server) if _is_shown(one, sees))

    async def one(self, asker: Asker, reference: str, sees: Sees) -> Followed:
        """By its number, as #12 or 12; by its address or its title, where just one has it. Raises NotHere."""
        known = await self.all(asker, sees)
        if number := _REFERENCE.fullmatch(reference.strip()):
            meant = [one for one in known if one.id == int(number[1])]
        else:
            meant = [one for one in known if _is_called(one, reference.strip())]
        if len(meant) != 1:
            raise NotHere(thing="feed")
        return meant[0]

    async def removed(self, asker: Asker, follow_id: int, sees: Sees) -> Followed:
        """One that was removed a while ago. Raises NotHere."""
        one = await self._store.follows.removed(asker.server, follow_id)
        if one is None or not _is_shown(one, sees):
            raise NotHere(thing="feed")
        return one

    async def suggest(self, asker: Asker, typed: str, sees: Sees) -> list[Followed]:
        """By title, address or number, the likeliest first."""
        return ranked(typed, await self.all(asker, sees), _texts, limit=SUGGESTED)


def _is_shown(one: Followed, sees: Sees) -> bool:
    return one.channel_id == FOR_ALL or sees(one.channel_id)


def _is_called(one: Followed, name: str) -> bool:
    return same_page(one.url) == same_page(name) if "://" in name else one.title.casefold() == name.casefold()


def _texts(one: Followed) -> tuple[str, ...]:
    return one.title, one.url, f"#{one.id}"
