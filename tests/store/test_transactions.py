"""All or nothing, one after the other, whoever fails or is cancelled."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import pytest

from bot.models.asker import Asker
from bot.store.asks import NewAsk
from bot.store.database import Store
from tests.cancelling import When, at_every_await
from tests.clocks import turn
from tests.nouns import COLUMN, MODEL, column
from tests.store.files import change, rows
from tests.store.pairs import ESTIMATE, counts, keep


async def test_an_exception_takes_back_all_of_its_transaction(store: Store) -> None:
    with contextlib.suppress(ZeroDivisionError):
        async with store.write() as tx:
            await tx.articles.keep(COLUMN, COLUMN.url)
            await tx.usage.reserve(Asker(), "summarize", MODEL, ESTIMATE)
            raise ZeroDivisionError
    assert await counts(store) == (0, 0, 0)
    await keep(store)
    assert await counts(store) == (1, 1, 1)


async def test_what_is_not_committed_is_not_read(store: Store) -> None:
    async with store.write() as tx:
        await tx.articles.keep(COLUMN, COLUMN.url)
        assert await store.articles.at(COLUMN.url) is None
    assert await store.articles.at(COLUMN.url)


async def test_reading_does_not_wait_for_a_writer(store: Store) -> None:
    await keep(store)
    async with store.write(), asyncio.timeout(4):
        assert await store.articles.at("https://gazette.test/0")


async def test_writers_take_turns_and_none_loses_what_another_wrote(store: Store) -> None:
    seen = list[int]()

    async def reserve() -> None:
        async with store.write() as tx:
            seen.append((await tx.usage.spent_today()).asks)
            await turn(3)
            await tx.usage.reserve(Asker(), "summarize", MODEL, ESTIMATE)

    await asyncio.gather(*(reserve() for _ in range(20)))
    assert seen == list(range(20))


async def test_one_writers_failure_takes_nothing_from_the_others(store: Store) -> None:
    async def write(number: int) -> None:
        async with store.write() as tx:
            await tx.articles.keep(column(title=str(number)), f"https://gazette.test/{number}")
            await turn(number % 3)
            if number % 2:
                raise ZeroDivisionError

    await asyncio.gather(*(write(number) for number in range(20)), return_exceptions=True)
    kept = [number for number in range(20) if await store.articles.at(f"https://gazette.test/{number}")]
    assert kept == list(range(0, 20, 2))


@pytest.mark.parametrize("twice", [False, True], ids=["once", "twice"])
@pytest.mark.parametrize("when", When, ids=lambda when: when.value)
async def test_a_writer_that_is_cancelled_anywhere_is_in_nobodys_way(store: Store, when: When, twice: bool) -> None:
    points = await at_every_await(lambda: keep(store), when, twice=twice)
    assert points > 5
    articles, addresses, reservations = await counts(store)
    assert articles == addresses <= 1, "the same column each time"
    assert reservations >= articles, "both or neither"
    async with asyncio.timeout(10):
        await keep(store, 1)
    assert await counts(store) == (2, 2, reservations + 1)
    assert await store.check() == []


@pytest.mark.parametrize("when", When, ids=lambda when: when.value)
async def test_a_cancelled_writer_wrote_all_or_nothing(store: Store, path: Path, when: When) -> None:
    number = 0

    async def another() -> None:
        nonlocal number
        number += 1
        await keep(store, number)

    await at_every_await(another, when, twice=False)
    articles, addresses, reservations = await counts(store)
    assert articles == addresses == reservations
    assert 1 <= articles < number, "the last one was not cancelled; most of the others were before their commit"


@pytest.mark.parametrize("when", When, ids=lambda when: when.value)
async def test_a_reader_that_is_cancelled_anywhere_does_not_keep_an_old_state_open(
    store: Store, path: Path, when: When
) -> None:
    await keep(store)
    await at_every_await(lambda: store.articles.search("column"), when, twice=False)
    await at_every_await(lambda: store.articles.at("https://gazette.test/0"), when, twice=False)
    change(path, "UPDATE article SET bio = 'changed from outside'")
    known = await store.articles.at("https://gazette.test/0")
    assert known
    assert known.article.bio == "changed from outside"
    assert rows(path, "PRAGMA wal_checkpoint(TRUNCATE)") == [(0, 0, 0)], "no reader holds it"


async def test_a_single_statement_is_kept_at_once_and_joins_nobodys_transaction(store: Store) -> None:
    new = NewAsk(channel_id=1, user_id=2, application_id=3, token="t")

    async def note() -> None:
        async with store.at_once() as tx:
            await tx.guild(7).asks.note([new])

    with contextlib.suppress(ZeroDivisionError):
        async with store.write() as tx:
            await tx.articles.keep(COLUMN, COLUMN.url)
            noting = asyncio.create_task(note())
            await turn(3)
            raise ZeroDivisionError
    await noting
    assert [ask.token for ask in await store.asks.open()] == ["t"]
    assert await store.articles.at(COLUMN.url) is None


async def test_what_was_committed_is_read_however_many_others_read_at_that_moment(store: Store) -> None:
    """Reads share a connection: a statement of one that is still open would hold the old state for all."""
    async with store.write() as tx:
        await tx.installation.put("other", "x")
    busy = True

    async def read_on() -> None:
        while busy:
            await store.installation.get("other")

    others = [asyncio.create_task(read_on()) for _ in range(6)]
    for n in range(200):
        async with store.write() as tx:
            await tx.installation.put("own", str(n))
        assert await store.installation.get("own") == str(n)
    busy = False
    await asyncio.gather(*others)


async def test_who_writes_at_once_waits_for_one_transaction_and_not_for_those_in_line(store: Store) -> None:
    done, may_end = list[str](), asyncio.Event()

    async def transaction(name: str) -> None:
        async with store.write():
            await may_end.wait()
            done.append(name)

    async def at_once() -> None:
        async with store.at_once():
            done.append("at once")

    writing = [asyncio.create_task(transaction(name)) for name in ("first", "second", "third")]
    await turn(5)
    writing.append(asyncio.create_task(at_once()))
    await turn(5)
    may_end.set()
    await asyncio.gather(*writing)
    assert done == ["first", "at once", "second", "third"]
