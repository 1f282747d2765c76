"""A person: what is kept of them, and what goes with them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.models.asker import Asker
from bot.models.discussion import Person, Remark, Room
from bot.models.money import Usage
from bot.store.asks import NewAsk
from bot.store.database import Store
from bot.store.people import AboutPerson, Forgotten
from tests.clocks import START, ManualClock
from tests.nouns import MODEL
from tests.store.files import rows
from tests.store.talk import (
    ALONE,
    ANA,
    BEN,
    CLEO,
    ELSEWHERE,
    HERE,
    THERE,
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


async def forget(store: Store, *names: str, person: Person = ANA) -> Forgotten:
    async with store.write() as tx:
        return await tx.people.forget(person.id, words, names)


async def spend(store: Store, person: Person) -> None:
    async with store.write() as tx:
        await tx.usage.reserve(Asker(guild_id=1, user_id=person.id), "ask", MODEL, Usage(cost_usd=0.5))


async def test_what_is_kept_of_a_person_is_counted(store: Store, clock: ManualClock) -> None:
    assert await store.people.about(ANA.id) == AboutPerson()
    turn_id = await say(store, "One")
    await clock.advance(60)
    await say(store, "Two", person=Person(id=ANA.id, name="Captain"), room=ELSEWHERE)
    await ask(store, asking("So?", BEN, about=Remark(person=ANA, text="One!")))
    await fold(store, memory(memo("One.", turn_id, person=ANA), memo("Two.", turn_id), through=turn_id))
    await spend(store, ANA)
    async with store.write() as tx:
        await tx.guild(1).asks.note([NewAsk(channel_id=10, user_id=ANA.id, token="t")])
    expected = AboutPerson(
        names=("Ana Lopez", "Captain"), rooms=2, turns=2, remarks=1, memos=1, asks=1, usage=1, since=START
    )
    assert await store.people.about(ANA.id) == expected
    assert (await store.people.about(BEN.id)).turns == 1
    await forget(store)
    assert await store.people.about(ANA.id) == AboutPerson()
    assert await store.people.about(BEN.id) == AboutPerson(
        names=("Ben",), rooms=1, turns=1, since=START + timedelta(seconds=60)
    )


async def test_what_they_said_goes_and_what_others_said_stays(store: Store) -> None:
    await say(store, "My harbour", "Your harbour, Ana Lopez.")
    kept = await say(store, "Ana Lopez says so", "Ana Lopez does [1¶1]. So does the council [1¶2].", BEN)
    assert await forget(store) == Forgotten(turns=1, answers=1)
    [turn] = await told(store)
    assert turn.id == kept
    assert turn.text == "Ana Lopez says so", "others' own words"
    assert turn.answer == answering("a member does [1¶1]. So does the council [1¶2].")
    assert await found(store, "lopez") == [kept], "by Ben's words alone"
    assert await found(store, "member") == [kept]
    assert await forget(store) == Forgotten(), "there is nothing left to forget"


async def test_a_sentence_that_repeats_them_goes_with_its_citation(store: Store) -> None:
    await say(store, "I sold the old harbour to my aunt")
    turn_id = await say(store, "Who?", "It is sold [1¶1]. Somebody sold the old harbour to an aunt [2¶3]. So.", BEN)
    whole = await say(store, "And?", "He: “I sold the old harbour to my aunt” [2¶3]", BEN)
    other = await say(store, "And?", "I sold the old harbour to my aunt.", BEN, room=THERE)
    assert (await forget(store)).answers == 2
    by_id = {turn.id: turn for turn in [*await told(store), *await told(store, THERE)]}
    assert by_id[turn_id].answer == answering("It is sold [1¶1]. So.")
    assert by_id[whole].answer is None, "nothing is left of it"
    assert by_id[other].answer, "there nobody forgotten has said it"
    assert await found(store, "aunt") == []


async def test_a_message_of_theirs_is_taken_from_the_question_about_it(store: Store) -> None:
    remark = Remark(person=ANA, text="The lighthouse is mine")
    turn_id = await ask(store, asking("Is it?", BEN, about=remark, reply_to=7))
    assert await found(store, "lighthouse") == [turn_id]
    assert await forget(store) == Forgotten(remarks=1)
    [turn] = await told(store)
    assert (turn.text, turn.about) == ("Is it?", None)
    assert (await found(store, "lighthouse"), await found(store, "is it")) == ([], [turn_id])


async def test_a_memory_forgets_them_and_is_folded_anew_where_others_are_concerned(store: Store) -> None:
    ids = [await say(store, f"Turn {n}", person=ANA if n == 2 else BEN) for n in range(5)]
    memos = (
        memo("Of Ben's.", ids[0], person=BEN),
        memo("Ben agrees with ana LOPEZ.", ids[1], person=BEN),
        memo("Of hers.", ids[2]),
        memo("A position.", ids[2], person=ANA),
        memo("Of Ben's again.", ids[3], person=BEN),
    )
    await fold(store, memory(*memos, through=ids[3]))
    assert await forget(store) == Forgotten(turns=1, memos=3, rooms=(HERE,))
    kept = await store.memories.of(HERE)
    assert kept
    assert (kept.memos, kept.through) == (memos[:1], ids[1] - 1)
    assert [turn.id for turn in await store.turns.after(HERE, kept.through, 9)] == [ids[1], ids[3], ids[4]]


async def test_names_are_forgotten_in_every_room_of_a_server_that_they_were_seen_in(store: Store) -> None:
    await say(store, "Here I am")
    same = await say(store, "Who?", "Ana Lopez!", BEN, room=THERE)
    await say(store, "Who?", "Ana Lopez!", BEN, room=ELSEWHERE)
    await say(store, "Who?", "Ana Lopez!", BEN, room=ALONE)
    assert (await forget(store)).answers == 1
    [turn] = await told(store, THERE)
    assert (turn.id, turn.answer) == (same, answering("a member!"))
    for room in (ELSEWHERE, ALONE):
        [turn] = await told(store, room)
        assert turn.answer == answering("Ana Lopez!"), "there it is somebody else"


async def test_the_name_of_today_is_forgotten_too(store: Store) -> None:
    await say(store, "Here I am", person=Person(id=ANA.id, name="Earlier"))
    await say(store, "Who?", "Earlier, now Later.", BEN)
    await forget(store, "Later")
    [turn] = await told(store)
    assert turn.answer == answering("a member, now a member.")


async def test_asks_go_and_what_was_spent_stays_booked(store: Store) -> None:
    await say(store, "I sold the old harbour to my aunt")
    for person in (ANA, BEN):
        await spend(store, person)
    args = [{"about": "He sold the old harbour to my aunt"}, {"question": "Who is Ana Lopez?"}, {"question": "Who?"}]
    new = [NewAsk(channel_id=10, user_id=BEN.id, token=f"t{n}", args=given) for n, given in enumerate(args)]
    async with store.write() as tx:
        hers = NewAsk(channel_id=10, user_id=ANA.id, token="hers")
        await tx.guild(1).asks.note([hers, *new])
        await tx.guild(2).asks.note([NewAsk(channel_id=20, user_id=BEN.id, token="elsewhere", args=args[1])])
    forgotten = await forget(store)
    assert (forgotten.asks, forgotten.usage) == (3, 1)
    assert [one.token for one in await store.asks.open()] == ["t2", "elsewhere"]
    spent = rows(store._reader.path, "SELECT user_id, cost_usd FROM usage ORDER BY id")
    assert spent == [(None, 0.5), (BEN.id, 0.5)]


async def test_an_answer_that_was_on_its_way_is_not_kept(store: Store) -> None:
    """It was made of what was said before."""
    await say(store, "My secret")
    asked = await ask(store, asking("What is her secret?", BEN, key="ask 1"))
    before = await ask(store, asking("And elsewhere?", BEN), ELSEWHERE)
    await forget(store)
    assert not await answer(store, asked, answering("Ana Lopez's secret."))
    assert [turn.answer for turn in await told(store)] == [None]
    assert await answer(store, before, answering(), ELSEWHERE)
    assert await ask(store, asking("What is her secret?", BEN, key="ask 1")) == asked
    assert await answer(store, asked, answering("Nobody says.")), "asked again, it is answered anew"


@pytest.mark.parametrize("room", [HERE, ELSEWHERE, ALONE])
async def test_they_are_forgotten_wherever_they_were(store: Store, room: Room) -> None:
    await say(store, "Mine", room=room)
    kept = await say(store, "Somebody else's", "Yes.", CLEO, room=room)
    await forget(store)
    assert [turn.id for turn in await told(store, room)] == [kept]
    assert await store.check() == []
