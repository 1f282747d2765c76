"""What is old goes: turns with all that is about them, memos with their last turn, rooms with theirs."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

from bot.models.asker import Asker
from bot.models.money import Usage
from bot.store import backups
from bot.store.database import Store
from tests.clocks import START, ManualClock
from tests.nouns import MODEL
from tests.store.files import beside, rows
from tests.store.talk import BEN, ELSEWHERE, HERE, THERE, fold, found, memo, memory, say, told

DAY = 86_400


async def forget_turns(store: Store, before: datetime, limit: int = 100) -> int:
    async with store.write() as tx:
        return await tx.retention.forget_turns(before, limit)


async def test_the_oldest_go_some_at_a_time(store: Store, clock: ManualClock) -> None:
    ids = list[int]()
    for n in range(4):
        ids.append(await say(store, f"harbour {n}", "Yes.", message_id=n + 1))
        await say(store, f"harbour {n}", room=ELSEWHERE)
        await clock.advance(DAY)
    before = START + timedelta(days=2)
    assert [await forget_turns(store, before, 3) for _ in range(3)] == [3, 1, 0]
    assert [turn.id for turn in await told(store)] == ids[2:]
    assert sorted(await found(store, "harbour")) == ids[2:]
    assert len(await told(store, ELSEWHERE)) == 2
    assert rows(store._reader.path, "SELECT count(DISTINCT turn_id) FROM posting") == [(4,)]
    assert await store.check() == []


async def test_a_memo_goes_with_the_last_of_its_turns(store: Store, clock: ManualClock) -> None:
    old = await say(store, "Old")
    await clock.advance(DAY)
    new = await say(store, "New", person=BEN)
    memos = memo("Of the old.", old), memo("Of both.", old, new), memo("Of the new.", new)
    await fold(store, memory(*memos, through=new))
    changes = await store.memories.changes(HERE)
    await forget_turns(store, START + timedelta(hours=1))
    kept = await store.memories.of(HERE)
    assert kept
    assert kept.memos == (memo("Of both.", new), memo("Of the new.", new))
    assert kept.through == new, "nothing is folded again"
    assert await store.memories.changes(HERE) != changes


async def test_a_room_goes_with_its_last_turn(store: Store, clock: ManualClock) -> None:
    old = await say(store, "Old")
    await fold(store, memory(memo("Of the old.", old), through=old))
    await clock.advance(DAY)
    await say(store, "New", room=THERE)
    await forget_turns(store, START + timedelta(hours=1))
    assert rows(store._reader.path, "SELECT channel_id FROM room") == [(11,)]
    assert await store.memories.of(HERE) is None
    assert await say(store, "Again") > old


async def test_who_spent_is_not_known_for_longer(store: Store, clock: ManualClock) -> None:
    for _ in range(2):
        async with store.write() as tx:
            await tx.usage.reserve(Asker(guild_id=1, user_id=5), "ask", MODEL, Usage(cost_usd=0.5))
        await clock.advance(DAY)
    async with store.write() as tx:
        await tx.retention.forget_spenders(START + timedelta(hours=1))
    assert rows(store._reader.path, "SELECT user_id, cost_usd FROM usage ORDER BY id") == [(None, 0.5), (5, 0.5)]


def test_old_copies_of_the_file_go(tmp_path: Path) -> None:
    database = tmp_path / "a[1]*.sqlite3"
    old, new, part = (backups.path_of(database, number) for number in (2, 3, 4))
    part = part.with_name(f"{part.name}.part")
    stranger = tmp_path / "a1b.sqlite3.before-0002"
    for file in (database, old, new, part, stranger):
        file.write_text("x")
        moment = (START if file == new else START - timedelta(days=40)).timestamp()
        os.utime(file, (moment, moment))
    assert backups.remove(database, START - timedelta(days=30)) == 2
    assert beside(database) == sorted(file.name for file in (database, new, stranger))
