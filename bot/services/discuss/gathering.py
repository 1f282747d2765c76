"""The articles that come with a question: given beside it, or linked in its words."""

from __future__ import annotations

from collections.abc import Awaitable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.errors import BotError, NoArticleHere, NotHere
from bot.models.asker import Asker
from bot.models.discussion import Question, Room
from bot.models.summary import Progress
from bot.services.discuss.rooms import ids_of
from bot.services.shared.addresses import addresses, same_page
from bot.services.shared.asked_articles import AskedArticles, Source
from bot.services.shared.side_by_side import side_by_side
from bot.store.articles import Kept
from bot.store.database import Store

T = TypeVar("T")

LINKS = 3  # of a question that are read; a message of links is no question


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A link in a question that could not be read: `kind` and `facts` are those of a `BotError`."""

    url: str
    kind: str
    facts: Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """numbers: of the articles that came with the question, in the room."""

    numbers: tuple[int, ...]
    unread: tuple[Unread, ...]


class Gathering:
    """What it finds becomes the channel's."""

    def __init__(self, articles: AskedArticles, store: Store) -> None:
        self._articles, self._store = articles, store

    async def run(
        self, question: Question, asker: Asker, room: Room, sources: Sequence[Source], progress: Progress
    ) -> Gathered:
        """Read them side by side.

        Raises what reading one of `sources` raises; what reading a link raises only where the room has no other
        article, and NoArticleHere where there is none at all.
        """
        urls = list(_linked(question, sources))
        given = (self._given(source, room, progress) for source in sources)
        linked = (_caught(self._articles.find(url, progress)) for url in urls)
        read = await side_by_side([*given, *linked])
        found = [one for one in read if not isinstance(one, BotError)]
        failed = [(url, one) for url, one in zip(urls, read[len(sources) :], strict=True) if isinstance(one, BotError)]
        await self._articles.remember(asker, *found)
        numbers = await self._numbers(room)
        if not numbers:
            raise failed[0][1] if failed else NoArticleHere()
        return Gathered(
            numbers=tuple(dict.fromkeys(numbers[kept.id] for kept in found)),
            unread=tuple(Unread(url=url, kind=error.kind, facts=error.facts) for url, error in failed),
        )

    async def _given(self, source: Source, room: Room, progress: Progress) -> Kept:
        """An id is one of this room's, or somebody could ask about what another channel has read."""
        if isinstance(source, int) and source not in await self._numbers(room):
            raise NotHere(thing="article")
        return await self._articles.find(source, progress)

    async def _numbers(self, room: Room) -> dict[int, int]:
        """By the articles' ids."""
        return {article_id: n for n, article_id in (await ids_of(self._store, room)).items()}


def _linked(question: Question, sources: Sequence[Source]) -> Iterator[str]:
    """Addresses in the question, then in what it is about; what is given already is not read twice."""
    text = f"{question.text}\n{question.about.text}" if question.about else question.text
    seen = {same_page(source) for source in sources if isinstance(source, str)}
    most = len(seen) + LINKS
    for url, _ in addresses(text):
        if same_page(url) not in seen and len(seen) < most:
            seen.add(same_page(url))
            yield url


async def _caught(work: Awaitable[T]) -> T | BotError:
    try:
        return await work
    except BotError as error:
        return error
