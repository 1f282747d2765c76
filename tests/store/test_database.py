"""Opening, reading and writing the file; what it does when the file, the disk or another process is in the way."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import DatabaseBusy, DatabaseUnusable
from bot.store.connection import Connection
from bot.store.database import Store, open_store
from tests.clocks import ManualClock, turn
from tests.nouns import COLUMN, column
from tests.store.files import everything
from tests.store.pairs import counts, keep

# --- connections ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["_reader", "_writer"], ids=["the one that reads", "the one that writes"])
async def test_every_connection_is_set_up_before_its_first_use(store: Store, which: str) -> None:
    connection: Connection = getattr(store, which)
    names = ("secure_delete", "foreign_keys", "synchronous", "busy_timeout")
    assert [await connection.number(f"PRAGMA {name}") for name in names] == [1, 1, 1, 5000]
    assert await connection.row("PRAGMA journal_mode") == ("wal",)


async def test_what_was_deleted_is_not_left_in_the_file(store: Store, path: Path) -> None:
    async with store.write() as tx:
        await tx.articles.keep(column(bio="forget-this-about-me"), COLUMN.url)
        await tx.articles.keep(column(bio="somebody else"), COLUMN.url)
    await store._writer.row("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"forget-this-about-me" not in everything(path)
    assert b"somebody else" in everything(path)


async def test_the_connection_that_reads_cannot_write(store: Store) -> None:
    await keep(store)
    with pytest.raises(DatabaseUnusable) as refused:
        await store._reader.run("DELETE FROM article")
    assert "readonly" in str(refused.value.facts["reason"])
    assert await counts(store) == (1, 1, 1)


async def test_a_closed_store_has_let_go_of_the_file(path: Path, clock: ManualClock) -> None:
    async with open_store(path, clock) as store:
        await keep(store)
    with closing(sqlite3.connect(path, timeout=0)) as other:
        assert other.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",), "nobody else has it open"


# --- other processes -----------------------------------------------------------------------------------------------


@pytest.fixture
def another_writer(store: Store, path: Path) -> Iterator[sqlite3.Connection]:
    """Another process, in the midst of a transaction."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


async def test_a_file_that_another_process_holds_is_told_as_busy(
    store: Store, another_writer: sqlite3.Connection, path: Path
) -> None:
    await store._writer.run("PRAGMA busy_timeout = 10")
    with pytest.raises(DatabaseBusy) as busy:
        await keep(store)
    assert busy.value.facts == {"path": str(path)}
    another_writer.execute("ROLLBACK")
    await keep(store)
    assert await counts(store) == (1, 1, 1)


async def test_a_short_wait_for_another_process_is_nobodys_business(
    store: Store, another_writer: sqlite3.Connection
) -> None:
    waiting = asyncio.create_task(keep(store))
    await turn(20)
    another_writer.execute("COMMIT")
    await waiting
    assert await counts(store) == (1, 1, 1)


async def test_a_file_that_another_process_writes_can_be_opened_and_read(
    store: Store, another_writer: sqlite3.Connection, path: Path, clock: ManualClock
) -> None:
    another_writer.execute("DELETE FROM article")
    async with asyncio.timeout(4), open_store(path, clock) as second:  # less than the time it would wait for a lock
        assert await second.articles.at(COLUMN.url) is None
        assert await store.check() == []


# --- files that cannot be used -------------------------------------------------------------------------------------


def _no_database(path: Path) -> None:
    path.write_bytes(b"Dear diary, today the council met again. " * 200)


def _a_folder(path: Path) -> None:
    path.mkdir()


def _below_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("no folder")


def _cut_off(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\x10\x00\x02\x02" + b"\0" * 50)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(_no_database, id="another kind of file"),
        pytest.param(_a_folder, id="a folder"),
        pytest.param(_below_a_file, id="a place below a file"),
        pytest.param(_cut_off, id="a file that was cut off"),
    ],
)
async def test_a_file_that_cannot_be_used_is_told_with_its_reason(
    tmp_path: Path, clock: ManualClock, spoil: object
) -> None:
    path = tmp_path / "data" / "commentary.sqlite3"
    path.parent.mkdir()
    assert callable(spoil)
    spoil(path)
    with pytest.raises(DatabaseUnusable) as unusable:
        async with open_store(path, clock):
            pass
    assert unusable.value.facts["path"] == str(path)
    assert unusable.value.facts["reason"]


@pytest.mark.parametrize("page", [2, 7, 12, 17])
async def test_damage_within_the_file_is_found(path: Path, clock: ManualClock, page: int) -> None:
    async with open_store(path, clock) as store:
        for number in range(50):
            await keep(store, number)
    _overwrite(path, page)
    assert await _what_is_wrong(path, clock)


async def _what_is_wrong(path: Path, clock: ManualClock) -> list[str]:
    try:
        async with open_store(path, clock) as store:
            return await store.check()
    except DatabaseUnusable as error:  # so bad that SQLite cannot even look
        return [str(error.facts["reason"])]


def _overwrite(path: Path, page: int) -> None:
    assert path.stat().st_size >= page * 4096
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


async def test_a_row_that_refers_to_nothing_is_found(store: Store, path: Path) -> None:
    await keep(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        careless.execute("DELETE FROM article")
    assert [line for line in await store.check() if "address" in line]


async def test_a_sound_file_has_nothing_wrong(store: Store) -> None:
    await keep(store)
    assert await store.check() == []


async def test_a_full_disk_is_told_and_leaves_nothing_half_written(store: Store, path: Path) -> None:
    await keep(store)
    pages = await store._writer.number("PRAGMA page_count")
    await store._writer.run(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseUnusable) as full:
        await keep(store, 1, sentences=10_000)
    assert "full" in str(full.value.facts["reason"])
    assert (await counts(store), await store.check()) == ((1, 1, 1), [])
    await store._writer.run(f"PRAGMA max_page_count = {pages + 1000}")
    await keep(store, 2)
    assert (await counts(store), await store.check()) == ((2, 2, 2), [])
