"""Rooms: which one an asker is in, and what was answered there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.analysis.search.terms import speaker_terms, terms
from bot.models.article import Article
from bot.models.asker import Asker
from bot.models.discussion import Question, Room, Turn
from bot.store.database import Store


def room_of(asker: Asker) -> Room:
    """Where the asker is: a channel, a thread, a direct message, a room of the command line."""
    return Room(guild_id=asker.server, channel_id=asker.channel_id or 0)


def terms_of(question: Question) -> tuple[str, ...]:
    """What it is found by: what was said, by whom, about what of whose."""
    said = [question.person.name, question.text]
    if question.about:
        said += [question.about.person.name, question.about.text]
    return (*terms("\n".join(said)), *speaker_terms(question.person.name))


def question_of(turn: Turn) -> Question:
    """As far as it was kept."""
    return Question(text=turn.text, person=turn.person, message_id=turn.message_id, about=turn.about)


async def articles_of(store: Store, room: Room, numbers: Iterable[int]) -> dict[int, Article]:
    """By their numbers there; a number that no article of this room has is left out."""
    wanted = set(numbers)
    return await read_articles(store, {n: id_ for n, id_ in (await ids_of(store, room)).items() if n in wanted})


async def ids_of(store: Store, room: Room) -> dict[int, int]:
    """Of the room's articles, by their numbers there, in the order in which they arrived."""
    numbered = await store.channel_articles.numbered(room.guild_id, room.channel_id)
    return {n: article_id for n, article_id, _ in numbered}


async def read_articles(store: Store, ids: Mapping[int, int]) -> dict[int, Article]:
    """By the numbers of these ids, in one query."""
    kept = await store.articles.by_ids(list(ids.values()))
    return {n: kept[article_id] for n, article_id in ids.items() if article_id in kept}
