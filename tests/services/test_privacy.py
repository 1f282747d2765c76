"""What is stored about a person is shown, forgotten when they say so, and not kept for too long."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import DatabaseBusy
from bot.models.asker import Asker
from bot.models.discussion import Room
from bot.models.money import Usage
from bot.services.privacy import AT_A_TIME, Privacy
from bot.store.asks import NewAsk
from bot.store.backups import path_of
from bot.store.database import Store
from bot.store.people import AboutPerson
from tests.clocks import START, ManualClock
from tests.nouns import MODEL
from tests.store.files import everything, rows
from tests.store.talk import ANA, BEN, ELSEWHERE, HERE, asking, fold, memo, memory, say, told

RETENTION = timedelta(days=30)
SECRET = "The unmistakable pelican is mine"


@pytest.fixture
def refolded() -> list[Room]:
    """Rooms whose memory was folded anew, in their order."""
    return []


@pytest.fixture
def privacy(store: Store, clock: ManualClock, refolded: list[Room]) -> Privacy:
    async def refold(room: Room) -> None:
        refolded.append(room)

    return Privacy(store, clock, RETENTION, refold)


async def test_a_person_sees_what_is_stored(privacy: Privacy, store: Store) -> None:
    await say(store, SECRET)
    assert await privacy.show(ANA.id) == AboutPerson(names=("Ana Lopez",), rooms=1, turns=1, since=START)
    assert await privacy.show(BEN.id) == AboutPerson()


async def test_who_is_forgotten_leaves_no_byte_and_rooms_are_folded_anew(
    privacy: Privacy, store: Store, refolded: list[Room], tmp_path: Path
) -> None:
    turn_id, kept = await say(store, SECRET), await say(store, "What about pelicans?", f"{SECRET}. Yes.", BEN)
    await say(store, "Nothing to remember", room=ELSEWHERE)
    await fold(store, memory(memo(SECRET, turn_id, person=ANA), through=kept))
    forgotten = await privacy.forget(ANA.id, ["Ana"])
    assert (forgotten.turns, forgotten.answers, forgotten.memos) == (2, 1, 1)
    assert refolded == [HERE]
    assert b"unmistakable" not in everything(tmp_path / "commentary.sqlite3")
    [turn] = await told(store)
    assert turn.answer
    assert (turn.id, turn.answer.text) == (kept, "Yes.")


async def test_rooms_are_folded_anew_though_the_file_cannot_be_written_anew_yet(
    privacy: Privacy, store: Store, clock: ManualClock, refolded: list[Room], tmp_path: Path
) -> None:
    """Somebody keeps the file open: the bytes stay for the sweep, and that is said."""
    turn_id = await say(store, SECRET)
    await fold(store, memory(memo(SECRET, turn_id, person=ANA), through=turn_id))
    with closing(sqlite3.connect(tmp_path / "commentary.sqlite3", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM turn").fetchone()
        await store._writer.run("PRAGMA busy_timeout = 1")
        forgetting = asyncio.create_task(privacy.forget(ANA.id))
        while not forgetting.done():
            await clock.advance(1)
        with pytest.raises(DatabaseBusy):
            await forgetting
    assert (await told(store), refolded) == ([], [HERE])
    await privacy.sweep()
    assert b"unmistakable" not in everything(tmp_path / "commentary.sqlite3")


async def test_a_changed_answer_is_found_as_answers_are(privacy: Privacy, store: Store) -> None:
    """By the terms of the house, not by words as they stand."""
    await say(store, SECRET)
    kept = await say(store, "Who?", "Ana Lopez sells boats.", BEN)
    await privacy.forget(ANA.id)
    assert [turn_id for turn_id, _ in await store.turns.search(HERE, ["boat"], 5, 1 << 40)] == [kept]


async def test_what_is_older_than_the_retention_goes_with_its_bytes(
    privacy: Privacy, store: Store, clock: ManualClock, tmp_path: Path
) -> None:
    async with store.write() as tx:
        for _ in range(AT_A_TIME + 1):
            await tx.guild(1).turns.asked(10, asking(SECRET), [], ["pelican"])
        await tx.guild(1).asks.note([NewAsk(channel_id=10, user_id=5, token="t", args={"question": SECRET})])
        await tx.usage.reserve(Asker(guild_id=1, user_id=5), "ask", MODEL, Usage(cost_usd=0.5))
    await clock.advance(RETENTION.total_seconds())
    assert await privacy.sweep() == 0, "to the second"
    await say(store, "Something new", person=BEN)
    await clock.advance(1)
    assert await privacy.sweep() == AT_A_TIME + 1
    assert [turn.text for turn in await told(store)] == ["Something new"]
    path = tmp_path / "commentary.sqlite3"
    assert b"unmistakable" not in everything(path)
    assert rows(path, "SELECT user_id, cost_usd FROM usage") == [(None, 0.5)]
    assert rows(path, "SELECT count(*) FROM ask") == [(0,)]
    assert await privacy.sweep() == 0


async def test_what_was_deleted_since_goes_with_the_sweep(privacy: Privacy, store: Store, tmp_path: Path) -> None:
    await say(store, SECRET, message_id=7)
    async with store.write() as tx:
        await tx.guild(1).turns.deleted(10, [7])
    await privacy.sweep()
    assert b"unmistakable" not in everything(tmp_path / "commentary.sqlite3")


async def test_where_nothing_is_old_nothing_is_written_anew(privacy: Privacy, store: Store, tmp_path: Path) -> None:
    await say(store, SECRET)
    await privacy.sweep()
    assert (tmp_path / "commentary.sqlite3-wal").stat().st_size > 0, "its log is where it was"


async def test_copies_of_before_an_update_are_not_kept_for_longer_either(
    privacy: Privacy, clock: ManualClock, tmp_path: Path
) -> None:
    copies = [path_of(tmp_path / "commentary.sqlite3", number) for number in (2, 3)]
    for copy, age in zip(copies, (timedelta(days=31), timedelta(days=29)), strict=True):
        copy.write_bytes(b"what was said")
        moment = (clock.now() - age).timestamp()
        os.utime(copy, (moment, moment))
    await privacy.sweep()
    assert [copy.exists() for copy in copies] == [False, True]
