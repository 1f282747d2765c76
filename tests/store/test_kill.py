"""Killed at any moment: what was acknowledged is there, once, and the memory holds what its turns do."""

from __future__ import annotations

import asyncio
import random
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

from bot.store.database import open_store
from tests.clocks import ManualClock
from tests.store.talk import HERE

KILLS = 12

# Says, answers and folds without end; a line is printed when a turn is committed.
_BUSY = """
import asyncio, sys
from pathlib import Path
from bot.clock import SystemClock
from bot.store.database import open_store
from tests.store.talk import HERE, answer, answering, ask, asking, fold, memo, memory

async def main():
    async with open_store(Path(sys.argv[1]), SystemClock()) as store:
        for number in range(int(sys.argv[2]), 1 << 40):
            turn_id = await ask(store, asking(f"Turn {number}", key=f"k{number}", message_id=number + 1))
            print(number, flush=True)
            await answer(store, turn_id, answering(f"Answer {number}."))
            known = await store.memories.of(HERE)
            new = memo(f"Turn {number}", turn_id)
            folded = memory(*(known.memos if known else ()), new, through=turn_id)
            assert await fold(store, folded, known.through if known else 0)
            if number % 5 == 4:
                async with store.write() as tx:
                    await tx.guild(1).turns.deleted(10, [number])

asyncio.run(main())
"""


async def busy_until_killed(path: Path, first: int, chance: random.Random) -> int:
    """The number of the last turn that was acknowledged."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", _BUSY, str(path), str(first), stdout=PIPE)
    assert process.stdout
    lines = [await process.stdout.readline() for _ in range(chance.randint(1, 8))]
    for _ in range(chance.randrange(400)):
        await asyncio.sleep(0)  # noqa: TID251 - no wait: somewhere in what it does next
    process.kill()
    await process.wait()
    lines += (await process.stdout.read()).splitlines()
    return int(lines[-1])


async def test_nothing_acknowledged_is_lost_or_doubled_by_a_kill(path: Path, clock: ManualClock) -> None:
    chance, number = random.Random(4), 0
    for _ in range(KILLS):
        acknowledged = await busy_until_killed(path, number, chance)
        async with open_store(path, clock) as store:
            assert await store.check() == []
            turns = {turn.id: int(turn.text.split()[1]) for turn in await store.turns.after(HERE, 0, 10_000)}
            numbers = list(turns.values())
            assert numbers == sorted(set(numbers)), "none is doubled, none out of order"
            lost = set(range(acknowledged + 1)) - set(numbers)
            assert all(gone % 5 == 3 for gone in lost), "those that were deleted"
            memory = await store.memories.of(HERE)
            for memo in memory.memos if memory else ():
                assert [f"Turn {turns[turn_id]}" for turn_id in memo.turns] == [memo.text]
                assert memory
                assert max(memo.turns) <= memory.through
        number = acknowledged  # asked again with its key: it is the same turn
