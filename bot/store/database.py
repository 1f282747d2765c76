"""The SQLite file: opening, reading, writing.

Reads have a read-only connection of their own, so they never wait for a writer. Writes take turns: one transaction at a
time in this process, and SQLite's own lock against other processes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from datetime import datetime
from pathlib import Path

import aiosqlite

from bot.clock import Clock
from bot.store import backups, erasing
from bot.store.articles import ArticleReads, ArticleWrites, GuildArticles
from bot.store.asks import AskReads, AskWrites, GuildAsks
from bot.store.briefs import BriefReads, BriefWrites
from bot.store.channel_articles import ChannelArticleReads
from bot.store.comparisons import ComparisonReads, ComparisonWrites
from bot.store.connection import Connection, told
from bot.store.digests import DigestReads, DigestWrites, GuildDigests
from bot.store.entries import EntryReads, EntryWrites
from bot.store.feeds import FeedReads, FeedWrites
from bot.store.follows import FollowReads, FollowWrites, GuildFollows
from bot.store.forgetting import PeopleWrites
from bot.store.guild_turns import GuildTurns
from bot.store.installation import InstallationReads, InstallationWrites
from bot.store.memories import GuildMemories, MemoryReads
from bot.store.migrate import migrate, migrations
from bot.store.people import PeopleReads
from bot.store.postings import Postings
from bot.store.posts import GuildPosts, PostReads, PostWrites
from bot.store.preferences import GuildPreferences, PreferenceReads
from bot.store.retention import RetentionWrites
from bot.store.schedules import GuildSchedules, ScheduleReads, ScheduleWrites
from bot.store.servers import OF_A_SERVER, ServerReads, ServerWrites
from bot.store.stories import StoryReads, StoryWrites
from bot.store.summaries import SummaryReads, SummaryWrites
from bot.store.terms import TermHashes
from bot.store.threads import GuildThreads
from bot.store.told import GuildTold, ToldReads
from bot.store.turn_search import TurnSearch
from bot.store.turns import TurnReads
from bot.store.usage import UsageReads, UsageWrites

_OF_ROOMS = ("turn", "answer", "posting", "memory")


class GuildWriting:
    """The data of one server; there is no other way to write any."""

    def __init__(self, db: Connection, clock: Clock, postings: Postings, guild_id: int) -> None:
        self.articles = GuildArticles(db, clock, guild_id)
        self.asks = GuildAsks(db, clock, guild_id)
        self.digests = GuildDigests(db, clock, guild_id)
        self.follows = GuildFollows(db, clock, guild_id)
        self.memories = GuildMemories(db, clock, guild_id)
        self.posts = GuildPosts(db, clock, guild_id)
        self.preferences = GuildPreferences(db, guild_id)
        self.schedules = GuildSchedules(db, clock, guild_id)
        self.threads = GuildThreads(db, clock, guild_id)
        self.told = GuildTold(db, guild_id)
        self.turns = GuildTurns(db, clock, postings, guild_id)


class Writing:
    """One transaction; leaving it commits, an exception rolls it back."""

    def __init__(self, db: Connection, clock: Clock, hashes: TermHashes) -> None:
        self._db, self._clock, self._postings = db, clock, Postings(db, hashes)
        self.articles = ArticleWrites(db, clock)
        self.asks = AskWrites(db)
        self.briefs = BriefWrites(db, clock)
        self.comparisons = ComparisonWrites(db, clock)
        self.digests = DigestWrites(db, clock)
        self.entries = EntryWrites(db, clock)
        self.feeds = FeedWrites(db)
        self.follows = FollowWrites(db)
        self.installation = InstallationWrites(db)
        self.people = PeopleWrites(db, self._postings)
        self.posts = PostWrites(db, clock)
        self.retention = RetentionWrites(db, self._postings)
        self.schedules = ScheduleWrites(db)
        self.servers = ServerWrites(db, clock)
        self.stories = StoryWrites(db, clock)
        self.summaries = SummaryWrites(db, clock)
        self.usage = UsageWrites(db, clock)

    def guild(self, guild_id: int) -> GuildWriting:
        """In the same transaction; rows of other servers are out of its reach."""
        return GuildWriting(self._db, self._clock, self._postings, guild_id)


class Store:
    """An open file; made by `open_store`. Reading and writing raise DatabaseBusy and DatabaseUnusable."""

    def __init__(self, reader: Connection, writer: Connection, clock: Clock, hashes: TermHashes) -> None:
        self._reader, self._writer, self._clock, self._hashes = reader, writer, clock, hashes
        # Whoever has the turn writes; transactions stand in line for it, so that `at_once` waits for one of them alone.
        self._line, self._turn = asyncio.Lock(), asyncio.Lock()
        self.articles = ArticleReads(reader)
        self.channel_articles = ChannelArticleReads(reader)
        self.asks = AskReads(reader)
        self.briefs = BriefReads(reader)
        self.comparisons = ComparisonReads(reader)
        self.digests = DigestReads(reader)
        self.entries = EntryReads(reader)
        self.feeds = FeedReads(reader)
        self.follows = FollowReads(reader)
        self.installation = InstallationReads(reader)
        self.memories = MemoryReads(reader)
        self.people = PeopleReads(reader)
        self.posts = PostReads(reader)
        self.preferences = PreferenceReads(reader)
        self.schedules = ScheduleReads(reader)
        self.servers = ServerReads(reader)
        self.stories = StoryReads(reader)
        self.summaries = SummaryReads(reader)
        self.told = ToldReads(reader)
        self.turns = TurnReads(reader, TurnSearch(reader, hashes))
        self.usage = UsageReads(reader)

    @asynccontextmanager
    async def write(self, *, durable: bool = False) -> AsyncIterator[Writing]:
        """A transaction of our own: without the turn, another task's rows would join it and its rollback.

        Being cancelled is not the same as rolled back: the commit may have gone through. durable: it is on the disk
        when this ends, so that even a power cut does not take it back.
        """
        async with self._line, self._turn, self._writer.synced() if durable else nullcontext():
            try:
                await self._writer.run("BEGIN IMMEDIATE")  # inside `try`: cancelled, it still runs in the thread
                yield Writing(self._writer, self._clock, self._hashes)
                await self._writer.run("COMMIT")
            except BaseException:
                await self._writer.rollback()
                raise

    @asynccontextmanager
    async def at_once(self) -> AsyncIterator[Writing]:
        """For single statements, each a transaction of its own: one way to the file and back instead of three.

        Before all transactions that wait.
        """
        async with self._turn:
            yield Writing(self._writer, self._clock, self._hashes)

    async def erase(self) -> None:
        """Make the bytes of what was deleted go from the file and its log; nothing is done when nothing was deleted.

        Reading goes on meanwhile, writing waits: seconds for a file of some hundred MB (`bench.forgetting`). Raises
        DatabaseBusy when somebody keeps an old state open; it stays due then, as it does when the process dies.
        """
        async with self._line, self._turn:
            if await erasing.deletions(self._writer):
                await erasing.erase(self._writer, self._clock)

    async def back_up(self, to: Path) -> int:
        """Copy the file, whole and sound, while the bot goes on; returns the copy's bytes.

        Raises DatabaseUnusable where none can be written.
        """
        with told(to):
            return await asyncio.to_thread(backups.copy, self._reader.path, to)

    async def remove_backups(self, before: datetime) -> int:
        """Copies that updates made of the file before that moment; returns how many."""
        return await asyncio.to_thread(backups.remove, self._reader.path, before)

    async def check(self) -> list[str]:
        """What SQLite finds wrong with the file; empty when it is sound."""
        damage = [str(row[0]) for row in await self._reader.rows("PRAGMA integrity_check") if row[0] != "ok"]
        orphans = await self._reader.rows("PRAGMA foreign_key_check")
        return damage + [f"row {row} of {table} refers to a missing {parent}" for table, row, parent, _ in orphans]

    async def stats(self) -> dict[str, int]:
        """Rows by table, bytes of the file, and the schema's version."""
        counts = {
            table: await self._reader.number(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own names
            for table in ("article", "address", "summary", "comparison", "usage", *OF_A_SERVER, *_OF_ROOMS)
        }
        pages, size = await self._reader.number("PRAGMA page_count"), await self._reader.number("PRAGMA page_size")
        return counts | {"bytes": pages * size, "schema": await self._reader.number("PRAGMA user_version")}


@asynccontextmanager
async def open_store(path: Path, clock: Clock) -> AsyncIterator[Store]:
    """Open the file, bring it up to date, close it at the end.

    Raises DatabaseNewer for a file of a later version; DatabaseUnusable, DatabaseBusy.
    """
    async with AsyncExitStack() as stack:
        with told(path):
            await asyncio.to_thread(migrate, path, migrations())
            writer = await stack.enter_async_context(aiosqlite.connect(path, isolation_level=None))
            read_only = f"{Path.absolute(path).as_uri()}?mode=ro"
            reader = await stack.enter_async_context(aiosqlite.connect(read_only, uri=True, isolation_level=None))
        connections = Connection(reader, path), Connection(writer, path)
        for connection in connections:
            await connection.configure()
        yield Store(*connections, clock, await TermHashes.of(connections[0]))
