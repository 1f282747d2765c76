"""Feeds that a server follows: added, changed, listed, brought from another reader and taken along."""

from __future__ import annotations

from bot.models.asker import Asker
from bot.models.feed import FeedLinks, Followed
from bot.services.follow.adding import Added, Adding, Tried, Wanted
from bot.services.follow.changing import Changing
from bot.services.follow.exchange import Brought, Exchange
from bot.services.follow.listing import Listing, Sees

__all__ = ["Added", "Brought", "Follow", "Sees", "Tried", "Wanted"]


class Follow:
    """The use case behind `/feed`.

    Feeds belong to the server of who asks; that they are allowed to is for the door to know. `sees`: whether they can
    see a channel: what is for another one is not there for them. Each raises NotHere(thing="feed") for whatever is not
    this server's, or not to be seen.
    """

    def __init__(self, adding: Adding, changing: Changing, listing: Listing, exchange: Exchange) -> None:
        self._adding, self._changing, self._listing, self._exchange = adding, changing, listing, exchange

    async def add(self, asker: Asker, source: str, wanted: Wanted) -> Added | FeedLinks:
        """Follow the feed at an address, or of a site; see `Adding.add`."""
        return await self._adding.add(asker, source, wanted)

    async def test(self, asker: Asker, reference: str, sees: Sees) -> Tried:
        """What a feed says now; see `Adding.test`."""
        return await self._adding.test(asker, reference, sees)

    async def remove(self, asker: Asker, reference: str, sees: Sees) -> Followed:
        """Follow it no more; returns what it was, which `undo` brings back."""
        return await self._changing.remove(asker, reference, sees)

    async def undo(self, asker: Asker, follow_id: int, sees: Sees) -> Followed:
        """Follow again what was removed. Raises AlreadyFollowed, TooManyFeeds."""
        return await self._changing.undo(asker, follow_id, sees)

    async def pause(self, asker: Asker, reference: str, sees: Sees) -> Followed:
        """Nothing of it is told until it is resumed."""
        return await self._changing.pause(asker, reference, sees)

    async def resume(self, asker: Asker, reference: str, sees: Sees) -> Followed:
        """What comes from now on is told; what came meanwhile is not."""
        return await self._changing.resume(asker, reference, sees)

    async def show(self, asker: Asker, sees: Sees) -> tuple[Followed, ...]:
        """All that the server follows, as far as who asks can see its channels: first what is for all channels."""
        return await self._listing.all(asker, sees)

    async def suggest(self, asker: Asker, typed: str, sees: Sees) -> list[Followed]:
        """Those that somebody may mean who has typed this."""
        return await self._listing.suggest(asker, typed, sees)

    async def bring(self, asker: Asker, opml: bytes, sees: Sees) -> Brought:
        """Follow what stands in an OPML file; see `Exchange.bring`."""
        return await self._exchange.bring(asker, opml, sees)

    async def export(self, asker: Asker, sees: Sees) -> bytes:
        """An OPML file of what `show` shows, which `bring` makes the same of again."""
        return await self._exchange.export(asker, sees)
