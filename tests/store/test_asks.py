"""Asks: noted, told, answered; a server's own."""

from __future__ import annotations

from datetime import timedelta

from bot.store.asks import NewAsk
from bot.store.database import Store
from tests.clocks import START, ManualClock

HERE, ELSEWHERE = 1, 2


async def noted(store: Store, guild_id: int = HERE, token: str = "t0ken") -> int:
    new = NewAsk(channel_id=10, user_id=100, application_id=7, token=token)
    async with store.write() as tx:
        [ask_id] = await tx.guild(guild_id).asks.note([new])
    return ask_id


async def test_an_ask_is_open_with_its_token_until_it_is_answered(store: Store) -> None:
    ask_id = await noted(store)
    [ask] = await store.asks.open()
    assert (ask.id, ask.guild_id, ask.channel_id, ask.user_id, ask.application_id) == (ask_id, HERE, 10, 100, 7)
    assert (ask.token, ask.asked_at, ask.use, ask.args) == ("t0ken", START, "", {})
    async with store.write() as tx:
        await tx.guild(HERE).asks.tell(ask_id, "summarize", {"source": "https://a.example/ü"})
        await tx.asks.answer(ask_id)
    assert await store.asks.open() == []
    kept = await store.asks.find(HERE, ask_id)
    assert kept is not None
    assert (kept.use, kept.args) == ("summarize", {"source": "https://a.example/ü"})


async def test_another_server_neither_finds_nor_changes_it(store: Store) -> None:
    ask_id = await noted(store)
    async with store.write() as tx:
        await tx.guild(ELSEWHERE).asks.tell(ask_id, "summarize", {})
    assert await store.asks.find(ELSEWHERE, ask_id) is None
    kept = await store.asks.find(HERE, ask_id)
    assert kept is not None
    assert kept.use == ""


async def test_old_asks_are_forgotten(store: Store, clock: ManualClock) -> None:
    old = await noted(store)
    await clock.advance(3_600)
    new = await noted(store)
    async with store.write() as tx:
        await tx.asks.forget(clock.now() - timedelta(minutes=1))
    assert await store.asks.find(HERE, old) is None
    assert await store.asks.find(HERE, new) is not None


# --- questions that came as messages ----------------------------------------------------------------------------------


async def test_a_message_waits_for_its_reply_to_be_whole(store: Store) -> None:
    new = [NewAsk(channel_id=10, user_id=100, question_message_id=n, use="ask", args={"n": str(n)}) for n in (7, 8)]
    async with store.write() as tx:
        first, second = await tx.guild(HERE).asks.note(new)
    async with store.write() as tx:
        await tx.guild(HERE).asks.replied(first, 70)
        await tx.guild(ELSEWHERE).asks.replied(second, 80)
    waiting = [(one.id, one.token, one.question_message_id, one.message_id) for one in await store.asks.open()]
    assert waiting == [(first, "", 7, 70), (second, "", 8, 0)]
    async with store.write() as tx:
        await tx.asks.answer(first)
    assert [one.id for one in await store.asks.open()] == [second]
    assert await store.asks.find(HERE, first), "it can be asked again"


async def test_those_who_wait_are_noted_in_their_order(store: Store) -> None:
    new = [
        NewAsk(channel_id=10, user_id=1, token="b"),
        NewAsk(channel_id=10, user_id=2, question_message_id=9),
        NewAsk(channel_id=10, user_id=3, token="a"),
        NewAsk(channel_id=10, user_id=4, question_message_id=3),
    ]
    async with store.write() as tx:
        ids = await tx.guild(HERE).asks.note(new)
    assert [(one.id, one.user_id) for one in await store.asks.open()] == list(zip(ids, (1, 2, 3, 4), strict=True))
