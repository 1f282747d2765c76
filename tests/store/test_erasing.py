"""The bytes of what was deleted go from the file and its log, or stay due."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import DatabaseBusy
from bot.store import erasing
from bot.store.database import Store, Writing, open_store
from tests.clocks import ManualClock
from tests.store.files import everything
from tests.store.talk import ANA, BEN, HERE, asking, say, words

SECRET = "unmistakable secret"


async def _forgotten(tx: Writing) -> None:
    await tx.people.forget(ANA.id, words)


async def _deleted(tx: Writing) -> None:
    await tx.guild(1).turns.deleted(10, [7])


async def _edited(tx: Writing) -> None:
    await tx.guild(1).turns.edited(10, 7, "Other words", [])


async def _cleared(tx: Writing) -> None:
    await tx.guild(1).turns.clear(10)


async def _left(tx: Writing) -> None:
    await tx.servers.delete(1)


async def said(store: Store) -> None:
    """Among others, so that pages have to be split and joined."""
    for n in range(30):
        await say(store, f"Something {n} {SECRET if n == 15 else ''}", "So. " * n, message_id=7 if n == 15 else 100 + n)


@pytest.mark.parametrize("change", [_forgotten, _deleted, _edited, _cleared, _left])
async def test_whatever_took_it_back_its_bytes_go(
    store: Store, path: Path, change: Callable[[Writing], Awaitable[None]]
) -> None:
    await said(store)
    assert SECRET.encode() in everything(path)
    async with store.write() as tx:
        await change(tx)
    await store.erase()
    assert SECRET.encode() not in everything(path)
    assert await store.check() == []


async def test_nothing_is_done_when_nothing_was_deleted(store: Store, path: Path) -> None:
    await said(store)
    await store.erase()
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0, "the log was not emptied"


async def test_it_stays_due_over_a_crash(path: Path, clock: ManualClock) -> None:
    """The process that deleted dies before it can erase; the next one does."""
    async with open_store(path, clock) as store:
        await said(store)
        async with store.write() as tx:
            await tx.guild(1).turns.deleted(10, [7])
    async with open_store(path, clock) as store:
        assert await erasing.deletions(store._reader)
        await store.erase()
        assert await erasing.deletions(store._reader) is None
    assert SECRET.encode() not in everything(path)


async def test_who_keeps_an_old_state_open_is_waited_for_then_told(
    store: Store, path: Path, clock: ManualClock
) -> None:
    await said(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM turn").fetchone()
        await store._writer.run("PRAGMA busy_timeout = 1")
        async with store.write() as tx:
            await tx.guild(1).turns.deleted(10, [7])
        erasing_ = asyncio.create_task(store.erase())
        while not erasing_.done():
            await clock.advance(1)
        with pytest.raises(DatabaseBusy):
            await erasing_
        assert await erasing.deletions(store._reader), "still due"
        reader.execute("COMMIT")
        await store.erase()
    assert SECRET.encode() not in everything(path)


async def test_a_reader_that_is_soon_through_is_only_waited_for(store: Store, path: Path, clock: ManualClock) -> None:
    await said(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM turn").fetchone()
        await store._writer.run("PRAGMA busy_timeout = 1")
        async with store.write() as tx:
            await tx.guild(1).turns.deleted(10, [7])
        erasing_ = asyncio.create_task(store.erase())
        await clock.until_sleeping()
        reader.execute("COMMIT")
        await clock.advance(1)
        await erasing_
    assert SECRET.encode() not in everything(path)


async def test_reading_goes_on_and_writing_waits(store: Store, path: Path) -> None:
    await said(store)
    async with store.write() as tx:
        await tx.guild(1).turns.deleted(10, [7])

    async def write() -> int:
        async with store.write() as tx:
            return await tx.guild(1).turns.asked(10, asking("Meanwhile", BEN), [], [])

    _, turns, turn_id = await asyncio.gather(store.erase(), store.turns.latest(HERE, 100), write())
    assert len(turns) == 29
    assert await store.turns.get(HERE, turn_id)
    assert SECRET.encode() not in everything(path)
