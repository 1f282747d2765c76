"""What is taken back while an answer is written must not live on in that answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.models.discussion import Context, Room, Turn
from bot.services.discuss.shortening import LEFT_OUT
from bot.store.database import Store


async def still_stands(store: Store, room: Room, context: Context, changes: int) -> bool:
    """Whether nothing of what an engine was shown was deleted, reworded or forgotten since `changes` was read."""
    if await store.memories.changes(room) == changes:
        return True
    shown = [*context.window, *context.recalled]
    now = {turn.id: turn for turn in await store.turns.by_ids(room, [turn.id for turn in shown])}
    memory = await store.memories.of(room)
    memos = set(memory.memos) if memory else set()
    return all(turn.id in now and _is_as_shown(turn, now[turn.id]) for turn in shown) and (
        context.memory is None or memos.issuperset(context.memory.memos)
    )


def _is_as_shown(shown: Turn, now: Turn) -> bool:
    """What was shortened to fit a prompt is as it was if it is there."""
    pairs = zip(_texts(shown), _texts(now), strict=True)
    return all(one == other or (one.endswith(LEFT_OUT) and other != "") for one, other in pairs)


def _texts(turn: Turn) -> Iterator[str]:
    yield turn.text
    yield turn.about.text if turn.about else ""
    yield turn.answer.text if turn.answer else ""
