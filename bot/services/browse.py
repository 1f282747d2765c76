"""`/articles`: what this channel has met, searched and chosen from."""

from __future__ import annotations

import re

from bot.errors import NotHere
from bot.models.asker import Asker
from bot.models.found import Found, Title
from bot.services.shared.ranking import ranked
from bot.store.articles import Kept
from bot.store.database import Store

PAGE = 5  # articles
QUERY_LIMIT = 60  # UTF-16 units, since a button holds the query
SUGGESTED = 25  # Discord's limit of choices
_RECENT = 1_000  # of which somebody who types is offered some; older ones are found by searching
_REFERENCE = re.compile(r"#([0-9]{1,18})")


class Browse:
    """The articles of the asker's channel. A direct message is a channel of its own, of no server."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def search(self, asker: Asker, query: str, page: int = 1) -> Found:
        """A page of what was found, counted from 1; past the end the last one."""
        offset = (max(1, page) - 1) * PAGE
        return await self._store.channel_articles.find(*_place(asker), _fitted(query), limit=PAGE, offset=offset)

    async def suggest(self, asker: Asker, typed: str) -> list[Title]:
        """Articles that somebody may mean who has typed this: by title, outlet, author; or a number, as #12."""
        titles = await self._store.channel_articles.titles(*_place(asker), limit=_RECENT)
        return ranked(typed, titles, _texts, limit=SUGGESTED)

    async def article(self, asker: Asker, reference: str) -> Kept:
        """The article "#12", if this server or this direct message has met it. Raises NotHere."""
        number = _REFERENCE.fullmatch(reference.strip())
        if number and await self._store.channel_articles.has(*_place(asker), int(number[1])):
            kept = await self._store.articles.by_id(int(number[1]))
            if kept:
                return kept
        raise NotHere(thing="article")


def _fitted(query: str) -> str:
    """On one line, whole characters only, within the limit."""
    units = " ".join(query.split()).encode("utf-16-le", "replace")
    return units[: 2 * QUERY_LIMIT].decode("utf-16-le", "ignore")


def _place(asker: Asker) -> tuple[int, int]:
    return asker.server, asker.channel_id or 0


def _texts(title: Title) -> tuple[str, ...]:
    return title.title, title.site, *title.authors, f"#{title.article_id}"
