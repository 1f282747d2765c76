"""What Discord tells of messages: each takes with it what was kept of it, and nothing else."""

from __future__ import annotations

from bot.models.discussion import Remark, Turn
from bot.store.asks import NewAsk
from bot.store.database import Store
from tests.store.files import rows
from tests.store.talk import (
    ANA,
    BEN,
    CLEO,
    HERE,
    answer,
    answering,
    ask,
    asking,
    fold,
    found,
    memo,
    memory,
    say,
    told,
    words,
)


async def deleted(store: Store, *message_ids: int, channel_id: int = 10) -> int:
    async with store.write() as tx:
        return await tx.guild(1).turns.deleted(channel_id, message_ids)


async def with_an_answer(store: Store) -> int:
    turn_id = await say(store, "Who sells the harbour?", "The council [1¶1].", message_id=7)
    async with store.write() as tx:
        await tx.guild(1).turns.shown(10, turn_id, [8, 9])
    return turn_id


async def test_with_its_question_a_turn_is_gone_from_everywhere(store: Store) -> None:
    turn_id = await with_an_answer(store)
    reply = await say(store, "Why?", person=BEN, reply_to=8)
    assert await deleted(store, 7) == 1
    assert [turn.id for turn in await told(store)] == [reply]
    assert [turn.reply_to for turn in await told(store)] == [None]
    assert await found(store, "harbour council") == []
    path = store._reader.path
    for table in ("answer", "answer_message", "posting"):
        assert rows(path, f"SELECT count(*) FROM {table} WHERE turn_id = ?", turn_id) == [(0,)]
    assert await store.check() == []


async def test_with_its_message_only_the_answer_goes(store: Store) -> None:
    turn_id = await with_an_answer(store)
    await fold(store, memory(memo("The council sells.", turn_id), through=turn_id))
    assert await deleted(store, 9) == 1
    [turn] = await told(store)
    assert (turn.id, turn.answer) == (turn_id, None)
    assert (await found(store, "council"), await found(store, "harbour")) == ([], [turn_id])
    kept = await store.memories.of(HERE)
    assert kept
    assert (kept.memos, kept.through) == ((), turn_id - 1), "the question is folded anew"
    assert await answer(store, turn_id, answering("Somebody does.")), "it can be answered again"


async def test_a_message_that_others_ask_about_is_taken_back_from_their_questions(store: Store) -> None:
    remark = Remark(person=BEN, text="I sold it myself")
    turn_id = await ask(store, asking("Is that so?", about=remark, reply_to=5))
    other = await ask(store, asking("And is that?", CLEO, about=remark, reply_to=6))
    assert await deleted(store, 5) == 1
    turns = {turn.id: turn for turn in await told(store)}
    assert (turns[turn_id].about, turns[other].about) == (None, remark)
    assert turns[turn_id].text == "Is that so?"


async def test_another_rooms_messages_are_not_touched(store: Store) -> None:
    await with_an_answer(store)
    assert await deleted(store, 7, 8, channel_id=11) == 0
    async with store.write() as tx:
        assert not await tx.guild(2).turns.edited(10, 7, "Other words", [])
        assert await tx.guild(2).turns.deleted(10, [7]) == 0
    [turn] = await told(store)
    assert (turn.text, turn.answer) == ("Who sells the harbour?", answering("The council [1¶1]."))


async def test_a_question_that_is_deleted_while_it_is_answered_stays_gone(store: Store) -> None:
    turn_id = await ask(store, asking(message_id=7, key="message 7"))
    await deleted(store, 7)
    assert not await answer(store, turn_id, answering())
    async with store.write() as tx:
        await tx.guild(1).turns.shown(10, turn_id, [8])
    assert await told(store) == []
    assert await store.turns.of_message(HERE, 8) is None


async def test_an_edit_leaves_the_answer_to_the_earlier_words(store: Store) -> None:
    turn_id = await with_an_answer(store)
    await fold(store, memory(memo("Somebody sells.", turn_id), through=turn_id))
    async with store.write() as tx:
        assert await tx.guild(1).turns.edited(10, 7, "Who buys it?", words("Who buys it?"))
    [turn] = await told(store)
    assert isinstance(turn, Turn)
    assert (turn.text, turn.person, turn.answer) == ("Who buys it?", ANA, answering("The council [1¶1]."))
    kept = await store.memories.of(HERE)
    assert kept
    assert (kept.memos, kept.through) == ((), turn_id - 1)


async def test_nobody_waits_for_an_answer_to_a_deleted_question(store: Store) -> None:
    asks = [
        NewAsk(channel_id=10, user_id=1, question_message_id=7),
        NewAsk(channel_id=10, user_id=1, question_message_id=8),
        NewAsk(channel_id=11, user_id=1, question_message_id=7),
        NewAsk(channel_id=10, user_id=1, token="t"),
    ]
    async with store.write() as tx:
        ids = await tx.guild(1).asks.note(asks)
    await deleted(store, 7)
    assert [one.id for one in await store.asks.open()] == ids[1:]
