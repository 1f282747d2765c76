"""The command line beside the bot: two who have one file open."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.models.discussion import Room
from bot.services.shared.folding import LEAST, MOST
from bot.store.database import open_store
from tests.clocks import ManualClock
from tests.services.discuss.doubles import ANA, BO, HARBOUR, LIBRARY, House, memories
from tests.store.files import rows

ROOM = Room(guild_id=1, channel_id=10)


async def test_two_who_talk_in_one_room_lose_and_double_nothing(tmp_path: Path) -> None:
    path, clock = tmp_path / "x.sqlite3", ManualClock()
    async with open_store(path, clock) as one, open_store(path, clock) as other:
        houses = House(one, clock, memories=memories()), House(other, clock, memories=memories())
        texts = [f"What does {HARBOUR if n % 2 else LIBRARY} want of fund number {n}?" for n in range(12)]
        asks = [house.ask(text, person=p) for house, p in zip(houses, (ANA, BO), strict=True) for text in texts]
        asked = await asyncio.gather(*asks)
        for house in houses:
            await house.discuss.folded()
        kept = await one.turns.latest(ROOM, 100)
        memory = await other.memories.of(ROOM)
    assert sorted(each.turn_id for each in asked) == [turn.id for turn in kept]
    assert all(turn.answer for turn in kept)
    assert sorted((turn.person.name, turn.text) for turn in kept) == sorted(
        (person.name, text) for person in (ANA, BO) for text in texts
    )
    assert memory
    assert len([turn for turn in kept if turn.id > memory.through]) in range(LEAST, MOST + 1)
    remembered = [turn_id for memo in memory.memos for turn_id in memo.turns]
    assert len(remembered) == len(set(remembered)), "each turn is folded once"
    assert rows(path, "SELECT n FROM channel_article ORDER BY n") == [(1,), (2,)]


async def test_a_question_with_one_key_is_one_turn_whoever_asks_it(tmp_path: Path) -> None:
    path, clock = tmp_path / "x.sqlite3", ManualClock()
    async with open_store(path, clock) as one, open_store(path, clock) as other:
        houses = House(one, clock), House(other, clock)
        asked = await asyncio.gather(*(house.ask(f"Why {HARBOUR}?", key="m501") for house in houses))
        assert len({each.turn_id for each in asked}) == 1
        assert await one.turns.count(ROOM) == 1
