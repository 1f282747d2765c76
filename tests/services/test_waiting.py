"""Nobody who asks is left without a word."""

from __future__ import annotations

import asyncio

import pytest

from bot.models.asker import Asker
from bot.services.waiting import ASKS_LIVE, MESSAGES_WAIT, TOKEN_LIVES, Waiting
from bot.store.database import Store
from tests.clocks import ManualClock

HERE = Asker(guild_id=1, channel_id=10, user_id=100)
ALONE = Asker(channel_id=30, user_id=100)


@pytest.fixture
def waiting(store: Store, clock: ManualClock) -> Waiting:
    return Waiting(store, clock)


async def asked(waiting: Waiting, asker: Asker) -> int:
    ask_id = await waiting.note(asker, application_id=7, token="t")
    await waiting.tell(asker, ask_id, "summarize", {"source": "https://a.example"})
    return ask_id


async def test_what_was_not_answered_is_found_after_a_crash(waiting: Waiting) -> None:
    answered, left = await asked(waiting, HERE), await asked(waiting, ALONE)
    await waiting.answered(answered)
    [ask] = await waiting.left_open()
    assert (ask.id, ask.use, ask.token) == (left, "summarize", "t")


async def test_whom_no_token_reaches_any_more_is_not_told(waiting: Waiting, store: Store, clock: ManualClock) -> None:
    ask_id = await asked(waiting, HERE)
    await clock.advance(TOKEN_LIVES.total_seconds())
    assert await waiting.left_open() == []
    assert await store.asks.open() == [], "its token is not kept either"
    assert await waiting.find(HERE, ask_id) is not None, "but it can be asked again"
    await clock.advance(ASKS_LIVE.total_seconds())
    await waiting.left_open()
    assert await waiting.find(HERE, ask_id) is None


@pytest.mark.parametrize(
    ("asker", "other"),
    [
        pytest.param(HERE, Asker(guild_id=2, channel_id=10, user_id=100), id="another server"),
        pytest.param(ALONE, Asker(channel_id=31, user_id=100), id="another direct message"),
        pytest.param(ALONE, HERE, id="a server, for a direct message"),
    ],
)
async def test_an_ask_is_found_only_where_it_was_asked(waiting: Waiting, asker: Asker, other: Asker) -> None:
    ask_id = await asked(waiting, asker)
    assert await waiting.find(asker, ask_id) is not None
    assert await waiting.find(other, ask_id) is None


# --- questions that came as messages ----------------------------------------------------------------------------------


async def test_a_message_is_left_open_with_the_reply_that_is_not_whole(waiting: Waiting) -> None:
    first = await waiting.note_message(HERE, message_id=7, use="ask", args={"question": "Who?"})
    second = await waiting.note_message(ALONE, message_id=8)
    await waiting.replied(HERE, first, 70)
    await waiting.answered(second)
    [ask] = await waiting.left_open()
    assert (ask.id, ask.use, ask.args) == (first, "ask", {"question": "Who?"})
    assert (ask.token, ask.question_message_id, ask.message_id) == ("", 7, 70)


async def test_a_message_waits_longer_than_a_token_lives_but_not_for_ever(waiting: Waiting, clock: ManualClock) -> None:
    message = await waiting.note_message(HERE, message_id=7)
    await asked(waiting, HERE)
    await clock.advance(TOKEN_LIVES.total_seconds())
    assert [ask.id for ask in await waiting.left_open()] == [message]
    await clock.advance(MESSAGES_WAIT.total_seconds())
    assert await waiting.left_open() == []


async def test_a_burst_of_both_sorts_is_noted_each_under_its_own_id(waiting: Waiting, store: Store) -> None:
    noting = [waiting.note(HERE, application_id=7, token=f"t{n}") for n in range(3)]
    noting += [waiting.note_message(asker, message_id=n) for n, asker in enumerate((HERE, ALONE, HERE), 1)]
    ids = await asyncio.gather(*noting)
    noted = {ask.id: (ask.guild_id, ask.token, ask.question_message_id) for ask in await store.asks.open()}
    expected = [(1, "t0", 0), (1, "t1", 0), (1, "t2", 0), (1, "", 1), (0, "", 2), (1, "", 3)]
    assert [noted[ask_id] for ask_id in ids] == expected
