"""What is kept for a room: shown, shown again, forgotten."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import NotHere
from bot.models.asker import Asker
from bot.models.discussion import Room
from bot.models.money import Usage
from bot.models.summary import Options
from bot.services.shared.folding import MOST
from bot.store.database import Store
from tests.clocks import START, ManualClock
from tests.nouns import column
from tests.services.discuss.doubles import ANA, BO, CHANNEL, HARBOUR, LIBRARY, House
from tests.store.files import everything, rows

ROOM = Room(guild_id=1, channel_id=10)
ELSEWHERE = Asker(guild_id=1, channel_id=11, user_id=ANA.id)
SECRET = "marzipan"


async def test_a_room_is_shown_with_its_articles_and_what_the_next_prompt_holds(
    house: House, clock: ManualClock
) -> None:
    await house.ask(f"What does {HARBOUR} want?")
    await clock.advance(60)
    await house.ask(f"And {LIBRARY}?", person=BO)
    await house.ask(f"What does {HARBOUR} want?", ELSEWHERE)
    shown = await house.discuss.show(CHANNEL, Options())
    assert {n: article.title for n, article in shown.articles.items()} == {
        1: "The harbour is not for sale", 2: "Open on Sundays",
    }  # fmt: skip
    assert (shown.room, shown.turns, shown.memory) == (ROOM, 2, None)
    assert (shown.first_at, shown.last_at) == (START, START + timedelta(minutes=1))
    assert (shown.budget, shown.is_exact) == (house.context_tokens, False)
    assert list(shown.tokens)[:4] == ["instructions", "articles", "memory", "window"]
    assert "question" not in shown.tokens
    assert min(shown.tokens["instructions"], shown.tokens["articles"], shown.tokens["window"]) > 0
    assert sum(shown.tokens.values()) < shown.budget


async def test_a_room_where_nothing_was_said_is_empty(house: House) -> None:
    shown = await house.discuss.show(CHANNEL, Options())
    assert (shown.articles, shown.turns, shown.first_at, shown.last_at, shown.memory) == ({}, 0, None, None, None)


async def test_what_was_folded_is_shown(house: House) -> None:
    await house.ask(f"What does {HARBOUR} want?")
    for n in range(MOST):
        await house.ask(f"The fund number {n} is empty.")
    await house.discuss.folded()
    shown = await house.discuss.show(CHANNEL, Options())
    assert shown.memory
    assert [memo.turns for memo in shown.memory.memos]
    assert shown.tokens["memory"] > 0


async def test_an_answer_is_shown_again_from_what_is_kept(house: House) -> None:
    asked = await house.ask(f"What does {HARBOUR} want?")
    again = await house.discuss.again(CHANNEL, asked.turn_id)
    assert (again.answer, again.articles, again.question.text) == (asked.answer, asked.articles, asked.question.text)
    assert (again.usage, again.cached) == (Usage(), True)


@pytest.mark.parametrize(
    "asker",
    [ELSEWHERE, Asker(guild_id=2, channel_id=10), Asker(channel_id=10)],
    ids=["another channel", "another server", "a direct message"],
)
async def test_an_answer_of_another_room_is_not_here(house: House, asker: Asker) -> None:
    asked = await house.ask(f"What does {HARBOUR} want?")
    with pytest.raises(NotHere):
        await house.discuss.again(asker, asked.turn_id)


async def test_what_was_said_is_cleared_with_its_bytes_and_the_articles_stay(house: House, path: Path) -> None:
    await house.ask(f"What does {HARBOUR} want, {SECRET}?")
    await house.ask(f"What does {HARBOUR} want?", ELSEWHERE)
    assert SECRET.encode() in everything(path)
    await house.discuss.clear(CHANNEL)
    shown = await house.discuss.show(CHANNEL, Options())
    assert (shown.turns, shown.memory, list(shown.articles)) == (0, None, [1])
    assert SECRET.encode() not in everything(path)
    assert (await house.discuss.show(ELSEWHERE, Options())).turns == 1


# --- what Discord tells


async def test_an_edited_question_is_known_by_its_new_words(house: House, store: Store) -> None:
    asked = await house.ask(f"What does {HARBOUR} want, {SECRET}?", message_id=501)
    await house.discuss.edited(ROOM, 501, "What of the nougat?")
    turn = await store.turns.get(ROOM, asked.turn_id)
    assert turn
    assert (turn.text, turn.answer) == ("What of the nougat?", asked.answer)
    assert [found for found, _ in await store.turns.search(ROOM, ["nougat"], 5, 10**9)] == [asked.turn_id]
    assert await store.turns.search(ROOM, [SECRET], 5, 10**9) == []


@pytest.mark.parametrize("message", [601, 999], ids=["our answer", "anybody's"])
async def test_any_other_message_that_is_edited_changes_nothing(house: House, store: Store, message: int) -> None:
    asked = await house.ask(f"What does {HARBOUR} want?", message_id=501)
    await house.discuss.shown(CHANNEL, asked.turn_id, [601])
    before = await store.turns.get(ROOM, asked.turn_id)
    await house.discuss.edited(ROOM, message, "Something else")
    assert await store.turns.get(ROOM, asked.turn_id) == before


async def test_a_deleted_question_goes_with_its_answer_and_a_deleted_answer_alone(house: House, store: Store) -> None:
    first = await house.ask(f"What does {HARBOUR} want?", message_id=501)
    second = await house.ask("Why?", message_id=502)
    await house.discuss.shown(CHANNEL, second.turn_id, [602])
    assert await house.discuss.deleted(ROOM, [501, 602, 999]) == 2
    assert await store.turns.get(ROOM, first.turn_id) is None
    left = await store.turns.get(ROOM, second.turn_id)
    assert left
    assert left.answer is None


async def test_what_was_remembered_of_a_deleted_question_is_folded_anew(house: House, path: Path) -> None:
    await house.ask(f"What does {HARBOUR} want, {SECRET}?", message_id=501)
    for n in range(MOST + 1):
        await house.ask(f"The fund number {n} is empty.")
    await house.discuss.folded()
    before = (await house.discuss.show(CHANNEL, Options())).memory
    assert before
    await house.discuss.deleted(ROOM, [501])
    await house.discuss.folded()
    after = (await house.discuss.show(CHANNEL, Options())).memory
    assert after
    assert {turn for memo in before.memos for turn in memo.turns} >= {
        turn for memo in after.memos for turn in memo.turns
    }
    assert not any(SECRET in memo.text for memo in after.memos)


async def test_a_channel_that_is_gone_leaves_nothing(house: House, path: Path) -> None:
    await house.ask(f"What does {HARBOUR} want?")
    await house.ask(f"What does {HARBOUR} want?", ELSEWHERE)
    await house.discuss.gone(1, 10)
    for table in ("room", "channel_article"):
        assert rows(path, f"SELECT channel_id FROM {table}") == [(11,)]


async def test_a_thread_has_the_article_of_its_card_and_is_a_room_of_its_own(house: House, store: Store) -> None:
    await house.ask(f"What does {HARBOUR} want?")
    [(_, article_id, _)] = await store.channel_articles.numbered(1, 10)
    await house.discuss.opened(CHANNEL, thread_id=77, article_id=article_id)
    thread = Asker(guild_id=1, channel_id=77, user_id=BO.id)
    asked = await house.ask("Why?", thread, BO)
    assert [article.title for article in asked.articles.values()] == ["The harbour is not for sale"]
    assert (await house.discuss.show(thread, Options())).turns == 1
    assert column().title == asked.articles[1].title
