"""Servers that were left: what is deleted, and when."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

from bot.models.asker import Asker
from bot.models.digest import Part, Schedule
from bot.models.discussion import Person, Question
from bot.models.money import Usage
from bot.models.summary import Signature
from bot.store.asks import NewAsk
from bot.store.database import Store
from bot.store.follows import NewFollow
from bot.store.servers import OF_A_SERVER
from tests.clocks import START, ManualClock
from tests.nouns import COLUMN
from tests.store.files import change, rows

GONE, STAYS = 1, 2
GRACE = timedelta(days=7)


async def furnish(store: Store, guild_id: int) -> None:
    """A row in every table that holds a server's data."""
    async with store.write() as tx:
        article_id = await tx.articles.keep(COLUMN, COLUMN.url)
        server = tx.guild(guild_id)
        await server.articles.remember(10, COLUMN.content_hash)
        await server.asks.note([NewAsk(channel_id=10, user_id=100, application_id=7, token=f"of {guild_id}")])
        await server.preferences.put("language", "de")
        question = Question(text="Why?", person=Person(id=100, name="Ana"))
        await server.turns.asked(10, question, [1], ["why"])
        await server.threads.opened(thread_id=11, channel_id=10, article_id=article_id)
        await server.schedules.put(Schedule(guild_id=guild_id, channel_id=10, at=time(8), zone="UTC"), asked_in=10)
        await server.follows.add(NewFollow(url="https://f.test/", since=START))
        slot = await server.digests.plan(10, date(2026, 11, 24), due_at=START, since=START, until=START)
        assert slot
        part = Part(n=1, of=1, day=slot.day, stories=(), since=START, until=START)
        await server.posts.put(slot, [part], not_after=START)
        asker = Asker(guild_id=guild_id, channel_id=10, user_id=100)
        await tx.usage.reserve(asker, "summarize", Signature(engine="openai", model="m"), Usage(cost_usd=0.5))


def tell(path: Path, guild_id: int) -> None:
    """An entry of the feed that both follow."""
    change(
        path,
        """INSERT OR IGNORE INTO entry
               (id, feed_id, key, url, title, authors, text, language, at, seen_at, is_commentary)
           SELECT 1, id, x'00', '', '', '[]', '', '', '2026', '2026', 0 FROM feed""",
    )
    change(
        path,
        """INSERT INTO told (guild_id, channel_id, entry_id, digest_id)
           SELECT guild_id, channel_id, 1, id FROM digest WHERE guild_id = ?""",
        guild_id,
    )


def of(path: Path, guild_id: int) -> dict[str, int]:
    return {
        table: rows(path, f"SELECT count(*) FROM {table} WHERE guild_id = {guild_id}")[0][0] for table in OF_A_SERVER
    }


async def test_what_belongs_to_a_server_goes_and_nothing_else(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "commentary.sqlite3"
    for guild_id in (GONE, STAYS):
        await furnish(store, guild_id)
        tell(path, guild_id)
    async with store.write() as tx:
        await tx.servers.delete(GONE)
    assert set(of(path, GONE).values()) == {0}
    assert set(of(path, STAYS).values()) == {1}
    spent = rows(path, "SELECT guild_id, user_id, cost_usd FROM usage ORDER BY id")
    assert spent == [(None, None, 0.5), (STAYS, 100, 0.5)], "money stays booked, under no name"
    assert rows(path, "SELECT count(*) FROM article") == [(1,)], "articles are public"


async def test_every_table_with_a_server_in_it_is_known(store: Store, tmp_path: Path) -> None:
    tables = rows(
        tmp_path / "commentary.sqlite3",
        """SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c
           WHERE t.type = 'table' AND c.name = 'guild_id'""",
    )
    assert {name for (name,) in tables} == {*OF_A_SERVER, "usage", "server"}


async def test_a_server_that_comes_back_in_time_loses_nothing(store: Store, clock: ManualClock) -> None:
    async with store.write() as tx:
        await tx.servers.joined([GONE, STAYS])
        await tx.servers.left(GONE, clock.now() + GRACE)
    await clock.advance(GRACE.total_seconds() - 1)
    async with store.write() as tx:
        assert await tx.servers.due() == []
        await tx.servers.joined([GONE])
    await clock.advance(10)
    async with store.write() as tx:
        assert await tx.servers.due() == []


async def test_the_grace_time_begins_with_the_first_word_of_leaving(store: Store, clock: ManualClock) -> None:
    for _ in range(2):
        async with store.write() as tx:
            await tx.servers.left(GONE, clock.now() + GRACE)
        await clock.advance(GRACE.total_seconds() / 2)
    async with store.write() as tx:
        assert await tx.servers.due() == [GONE]
