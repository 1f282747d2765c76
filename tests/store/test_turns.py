"""Turns: written as they are said, read in their room and nowhere else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.models.asker import Asker
from bot.models.discussion import Answer, Person, Remark, Room, Turn
from bot.models.money import Usage
from bot.models.summary import Fallback
from bot.store.database import Store
from tests.clocks import START, ManualClock
from tests.nouns import MODEL
from tests.store.files import rows
from tests.store.talk import (
    ALONE,
    ANA,
    BEN,
    ELSEWHERE,
    EXTRACTIVE,
    HERE,
    THERE,
    answer,
    answering,
    ask,
    asking,
    say,
    told,
)

# --- written and read back -------------------------------------------------------------------------------------------


async def test_a_turn_is_read_as_it_was_said(store: Store) -> None:
    about = Remark(person=BEN, text="They sell it! 🛥\n\n#12 Ana: no")
    turn_id = await ask(store, asking("Do they?\nReally?", message_id=7, about=about), articles=[2, 1])
    assert await store.turns.get(HERE, turn_id) == Turn(
        id=turn_id,
        person=ANA,
        text="Do they?\nReally?",
        asked_at=START,
        message_id=7,
        about=about,
        articles=(2, 1),
    )


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(answering(), id="of a model, with a prompt"),
        pytest.param(answering(signature=EXTRACTIVE), id="of no model"),
        pytest.param(answering("Nobody says.", dropped=3), id="without citations, sentences dropped"),
        pytest.param(answering("„Nein“ [12¶345].\n\nSó [1¶2].", signature=EXTRACTIVE), id="several paragraphs"),
        pytest.param(
            answering(signature=EXTRACTIVE, fallback=Fallback(kind="over-budget", incident="x1", facts={"cap": 2.5})),
            id="of a fallback",
        ),
    ],
)
async def test_an_answer_is_read_as_it_was_given(store: Store, given: Answer) -> None:
    turn_id = await ask(store, asking(), articles=[1])
    assert await answer(store, turn_id, given, articles=[1, 3])
    turn = await store.turns.get(HERE, turn_id)
    assert turn
    assert (turn.answer, turn.articles) == (given, (1, 3))


async def test_an_answer_knows_what_it_cost(store: Store) -> None:
    turn_id = await ask(store, asking())
    async with store.write() as tx:
        usage_id = await tx.usage.reserve(Asker(guild_id=1, user_id=ANA.id), "ask", MODEL, Usage())
    await answer(store, turn_id, answering(), usage_id=usage_id)
    assert rows(store._reader.path, "SELECT turn_id, usage_id FROM answer") == [(turn_id, usage_id)]


async def test_an_answer_that_is_given_again_takes_the_place_of_the_first(store: Store) -> None:
    turn_id = await say(store, "Who sells?", "Perhaps nobody.")
    await answer(store, turn_id, answering("The council."))
    turn = await store.turns.get(HERE, turn_id)
    assert turn
    assert turn.answer == answering("The council.")
    assert await store.turns.search(HERE, ["perhaps"], 5, 1 << 40) == []


async def test_what_is_asked_again_with_its_key_is_the_same_turn(store: Store) -> None:
    first = await ask(store, asking(key="interaction 1"))
    assert await ask(store, asking("Who sells the harbour?", key="interaction 1")) == first
    other = [await ask(store, asking(key="interaction 1"), room) for room in (THERE, ELSEWHERE, ALONE)]
    unkeyed = [await ask(store, asking()) for _ in range(2)]
    assert len({first, *other, *unkeyed}) == 6
    assert await store.turns.count(HERE) == 3


async def test_an_id_is_never_used_again(store: Store) -> None:
    last = [await say(store, "One"), await say(store, "Two", message_id=5)][-1]
    async with store.write() as tx:
        await tx.guild(1).turns.deleted(10, [5])
    assert await say(store, "Three") > last


# --- replies ---------------------------------------------------------------------------------------------------------


async def shown(store: Store, turn_id: int, *message_ids: int, room: Room = HERE) -> None:
    async with store.write() as tx:
        await tx.guild(room.guild_id).turns.shown(room.channel_id, turn_id, message_ids)


async def test_a_turn_is_found_by_its_message_and_by_each_of_its_answers(store: Store) -> None:
    turn_id = await say(store, "Who?", "Nobody.", message_id=7)
    await shown(store, turn_id, 8, 9)
    await shown(store, turn_id, 9, 10)
    for message_id in (7, 8, 9, 10):
        turn = await store.turns.of_message(HERE, message_id)
        assert turn
        assert turn.id == turn_id
    assert await store.turns.of_message(HERE, 11) is None
    assert await store.turns.of_message(THERE, 8) is None


async def test_a_reply_goes_on_from_the_turn_whose_message_it_replies_to(store: Store) -> None:
    first = await say(store, "Who?", "Nobody.", message_id=7)
    await shown(store, first, 8)
    second = await say(store, "And why?", "So.", BEN, message_id=9, reply_to=8)
    third = await say(store, "When?", person=BEN, reply_to=9)
    stranger = await say(store, "What?", room=THERE, reply_to=8)
    assert [turn.id for turn in await store.turns.chain(HERE, third, 5)] == [first, second, third]
    assert [turn.id for turn in await store.turns.chain(HERE, third, 2)] == [second, third]
    [alone] = await store.turns.chain(THERE, stranger, 5)
    assert alone.reply_to is None, "a message of another room is nobody's here"


# --- in their order --------------------------------------------------------------------------------------------------


async def test_turns_are_read_from_either_end(store: Store, clock: ManualClock) -> None:
    ids = list[int]()
    for number in range(6):
        ids.append(await say(store, f"Question {number}"))
        await say(store, "Elsewhere", room=ELSEWHERE)
        await clock.advance(60)
    assert [turn.id for turn in await store.turns.after(HERE, ids[1], 2)] == ids[2:4]
    assert [turn.id for turn in await store.turns.latest(HERE, 2)] == ids[4:]
    assert [turn.id for turn in await store.turns.before(HERE, ids[4], 2)] == ids[2:4]
    assert [turn.id for turn in await store.turns.by_ids(HERE, [ids[3], ids[0], 999, ids[0] + 1])] == [ids[0], ids[3]]
    assert await store.turns.count(HERE) == 6
    assert await store.turns.span(HERE) == (START, START + timedelta(minutes=5))
    assert (await store.turns.count(THERE), await store.turns.span(THERE)) == (0, None)


@pytest.mark.parametrize("stranger", [THERE, ELSEWHERE, ALONE, Room(guild_id=0, channel_id=10)])
async def test_no_query_crosses_the_walls_of_a_room(store: Store, stranger: Room) -> None:
    turn_id = await say(store, "Our secret harbour", "Is kept.", message_id=7)
    await say(store, "Something", room=stranger)
    reads = store.turns
    assert await reads.get(stranger, turn_id) is None
    assert await reads.of_message(stranger, 7) is None
    assert await reads.by_ids(stranger, [turn_id]) == await reads.chain(stranger, turn_id, 5) == []
    assert await reads.search(stranger, ["secret"], 5, 1 << 40) == []
    assert [turn.text for turn in await told(store, stranger)] == ["Something"]
    assert not await answer(store, turn_id, answering("Changed from there"), stranger)
    await shown(store, turn_id, 99, room=stranger)
    assert await reads.of_message(HERE, 99) is None


async def test_names_are_those_of_the_time(store: Store) -> None:
    await say(store, "One")
    await say(store, "Two", person=Person(id=ANA.id, name="Captain"))
    assert [turn.person.name for turn in await told(store)] == ["Ana Lopez", "Captain"]


async def test_a_room_is_cleared_with_all_that_is_in_it(store: Store) -> None:
    turn_id = await say(store, "Our harbour", "Is kept.")
    await say(store, "Their harbour", room=THERE)
    async with store.write() as tx:
        await tx.guild(1).turns.clear(10)
    assert (await store.turns.count(HERE), await store.turns.count(THERE)) == (0, 1)
    assert not await answer(store, turn_id, answering())
    path = store._reader.path
    assert rows(path, "SELECT count(*) FROM answer") == [(0,)]
    assert rows(path, "SELECT count(DISTINCT room_id) FROM posting") == [(1,)]
    assert await store.check() == []
