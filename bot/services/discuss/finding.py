"""What a question needs from the store: read in few queries, handed to `context` as one value."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.analysis.search.near import NearWords
from bot.analysis.search.outline import Outlines
from bot.analysis.search.paragraphs import Paragraphs, Place
from bot.analysis.search.ranking import fused
from bot.analysis.search.terms import terms
from bot.models.article import Article
from bot.models.discussion import Line, Memory, Passage, Question, Room, Turn
from bot.services.discuss.focus import SHORT, Meant, leans, meant
from bot.services.discuss.rooms import ids_of, read_articles
from bot.services.discuss.sought import Sought, sought
from bot.store.database import Store

Key = TypeVar("Key")

MOST_UNFOLDED = 48  # turns behind the memory that are read; folding leaves fewer unless it lags
LONGEST_CHAIN = 4  # turns of a chain of replies
MOST_ARTICLES = 50  # the latest, which are searched; an older one when it is talked about or named by its number
_HITS = 16  # turns that are looked at for a question; those that the window shows are among them
_PLACES = 6  # paragraphs, some of which stand there already
_GROUPS = 6  # turns that are handed on, each with what led to it
_NEARLY_AS_GOOD = 0.35  # of the best score
_CONTEXT = 1.0  # weight of what the words of the question before find, against those of the question itself
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_NEAR = 0.3  # weight of a paragraph's being in an article that is talked about


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All of one room.

    articles: by their number there; outlines: of each of them. window: the turns behind `memory.through`, in their
    order. chain: what the question replies to, the nearest last. recalled: what the question calls for, the best
    first, each turn behind those that led to it. passages: the best first.
    """

    articles: Mapping[int, Article]
    memory: Memory | None
    window: tuple[Turn, ...]
    chain: tuple[Turn, ...] = ()
    recalled: tuple[tuple[Turn, ...], ...] = ()
    passages: tuple[Passage, ...] = ()
    outlines: Mapping[int, tuple[Line, ...]] = field(default_factory=dict)


class Finding:
    """Remembers how articles read, nothing of what was said."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._paragraphs, self._outlines, self._near = Paragraphs(), Outlines(), NearWords()

    async def material(
        self, room: Room, question: Question, *, before: int, reply_to: int | None, about: Sequence[int] = ()
    ) -> Material:
        """For one that is the turn `before` itself, replies to the turn `reply_to`, came with the articles `about`."""
        wanted = {*about, *map(int, _NUMBER.findall(question.text))}
        material = await self._standing(room, before, wanted)
        chain = await self._store.turns.chain(room, reply_to, LONGEST_CHAIN) if reply_to else []
        said = (*material.window, *chain)
        focus = meant(question.text, material.articles, said, about)
        asked = sought(question, chain, material.window, self._near)
        return replace(
            material,
            chain=tuple(chain),
            recalled=await self._recalled(room, asked, before),
            passages=self._passages(asked, focus, material.articles),
        )

    async def standing(self, room: Room) -> Material:
        """What every prompt of the room holds, whatever is asked."""
        return await self._standing(room, _EVER, set())

    async def _standing(self, room: Room, before: int, wanted: set[int]) -> Material:
        memory = await self._store.memories.of(room)
        window = await self._store.turns.after(room, memory.through if memory else 0, MOST_UNFOLDED)
        if len(window) == MOST_UNFOLDED:
            window = await self._store.turns.before(room, before, MOST_UNFOLDED // 2)
        articles = await self._articles(room, wanted.union(*(turn.articles for turn in window)))
        outlines = await asyncio.to_thread(lambda: {n: self._outlines.of(each) for n, each in articles.items()})
        return Material(
            articles=articles,
            memory=memory,
            window=tuple(turn for turn in window if turn.id < before),
            outlines=outlines,
        )

    async def _articles(self, room: Room, wanted: set[int]) -> dict[int, Article]:
        ids = await ids_of(self._store, room)
        chosen = sorted({*list(ids)[-MOST_ARTICLES:], *(ids.keys() & wanted)})
        return await read_articles(self._store, {n: ids[n] for n in chosen})

    async def _recalled(self, room: Room, asked: Sought, before: int) -> tuple[tuple[Turn, ...], ...]:
        search = self._store.turns.search
        own, wide = await asyncio.gather(*(search(room, words, _HITS, before) for words in (asked.own, asked.wide)))
        best = list(fused([(1.0, _strong(own)), (_CONTEXT, _strong(wide))]))
        best = best[: _GROUPS if asked.is_asked else 1]
        turns = {turn.id: turn for turn in await self._store.turns.by_ids(room, best)}
        return tuple([await self._with_what_led_to(room, turns[turn_id]) for turn_id in best if turn_id in turns])

    async def _with_what_led_to(self, room: Room, turn: Turn) -> tuple[Turn, ...]:
        """A follow-up says little without what it goes on from."""
        if len(terms(turn.text)) >= SHORT or not leans(turn.text):
            return (turn,)
        if turn.reply_to is not None:
            return tuple(await self._store.turns.chain(room, turn.id, 2))
        return (*await self._store.turns.before(room, turn.id, 1), turn)

    def _passages(self, asked: Sought, focus: Meant, articles: Mapping[int, Article]) -> tuple[Passage, ...]:
        searched = {n: articles[n] for n in focus.articles} if focus.is_named else articles
        own = _strong(list(self._paragraphs.ranked(asked.own, searched).items()))
        wide = _strong(list(self._paragraphs.ranked(asked.wide, searched).items()))
        near = [place for place in own if place[0] in focus.articles]
        found = list(fused([(1.0, own), (_CONTEXT, wide), (_NEAR, near)]))[: _PLACES if asked.is_asked else 1]
        return tuple(_passage(place, articles) for place in dict.fromkeys((*focus.paragraphs, *found)))


def _strong(hits: Sequence[tuple[Key, float]]) -> list[Key]:
    """Those that come near the best of them."""
    return [key for key, score in hits if score >= _NEARLY_AS_GOOD * hits[0][1]]


def _passage(place: Place, articles: Mapping[int, Article]) -> Passage:
    n, paragraph = place
    return Passage(n=n, paragraph=paragraph, text=articles[n].paragraphs[paragraph - 1])


_EVER = 2**62  # greater than any turn's id
