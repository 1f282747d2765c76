"""All the ways to talk: a mention, a reply, a direct message, a thread; and who is answered first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.ui.cogs.talking import QUIET
from bot.ui.watch import FIRST
from tests.cli.commands import SAMPLE
from tests.ui.simulated import buttons, member_of, rows, running, shown
from tests.ui.talking import SENTENCES, Scene, is_reply, talking
from tests.web import Web


@pytest.fixture
def article(web: Web) -> str:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    return web.url("/opinion/bus")


def paths(scene: Scene) -> list[str]:
    """What was asked of Discord in the channel."""
    return [sent.path.rpartition("/")[2] for sent in scene.env.http_requests if str(scene.channel.id) in sent.path]


async def test_who_mentions_it_sees_it_type_and_gets_a_reply(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        asked = scene.says(f"what would it cost, {scene.me}?")
        await scene.growing(asked)
        assert paths(scene)[:2] == ["typing", "messages"]
        assert rows(tmp_path, "SELECT question_message_id, is_open FROM ask") == [(asked, 1)]
        scene.discussion.let_go()
        assert "**alice** · what would it cost, ?" in await scene.answered(asked)


async def test_a_reply_to_its_answer_goes_on_from_there(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        first = scene.says(f"{scene.me} what would it cost?")
        await scene.answered(first)
        answer = next(message for message in scene.channel.history() if is_reply(message, first))
        second = scene.says("and who pays?", reply_to=answer.id)
        assert "That answers “and who pays?”" in await scene.answered(second)
        question, _ = scene.discussion.asked[1]
        assert (question.reply_to, question.message_id, question.key) == (answer.id, second, str(second))


async def test_a_reply_to_a_card_that_names_the_bot_is_about_its_article(
    tmp_path: Path, web: Web, article: str
) -> None:
    web.page("/opinion/vans", SAMPLE.read_bytes().replace(b"The night bus is not a luxury", b"Vans will do"))
    async with talking(tmp_path, web) as scene:
        for url in (web.url("/opinion/vans"), article):
            card = (await scene.while_time_goes_on(scene.alice.slash(scene.channel, "summarize", url=url))).response
        await scene.answered(scene.says(f"{scene.me} what did the county spend?", reply_to=card.id))
        [(question, articles)] = scene.discussion.asked
        assert (question.reply_to, articles) == (card.id, [2])


async def test_in_a_direct_message_one_just_writes(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        place = scene.alice.user.dm_channel
        asked = scene.says("what would it cost?", channel=place)
        assert "That answers “what would it cost?”" in await scene.answered(asked, place)
        assert rows(tmp_path, "SELECT guild_id, channel_id FROM ask") == [(0, place.id)]


async def test_a_mention_alone_is_told_how_to_ask(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        asked = scene.says(scene.me)
        assert "What would you like to know?" in await scene.answered(asked)
        assert scene.discussion.questions == []


async def test_a_reply_that_cannot_be_read_is_told_so_once_an_hour_in_a_room(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        card = (await scene.alice.slash(scene.channel, "help")).response  # a reply to a command's answer pings nobody
        first, second = (scene.says("why?", reply_to=card.id) for _ in range(2))
        assert "without its words" in await scene.answered(first)
        other = scene.guild.create_text_channel("other")
        card_there = (await scene.alice.slash(other, "help")).response
        elsewhere = scene.says("why?", channel=other, reply_to=card_there.id)
        assert "without its words" in await scene.answered(elsewhere, other)
        await scene.clock.advance(QUIET - 60)
        third = scene.says("why?", reply_to=card.id)
        await scene.env.settle()
        assert [scene.reply_to(one) for one in (second, third)] == [None, None]
        await scene.clock.advance(60)
        assert "without its words" in await scene.answered(scene.says("why?", reply_to=card.id))
        assert scene.discussion.questions == []


async def test_what_members_say_to_each_other_costs_nothing(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        bot = scene.guild.add_member(scene.env.create_user("feed", bot=True))
        before = len(scene.env.http_requests)
        said = scene.says("have you read it?")
        scene.says("@everyone read it", reply_to=said)
        scene.says(f"{scene.me} read it", who=bot)
        scene.edits(said, "have you read this?")
        await scene.env.settle()
        assert len(scene.env.http_requests) == before
        assert scene.discussion.asked == []
        assert scene.discussion.followed == []


async def test_messages_that_are_deleted_and_channels_that_go_are_followed(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        one, two, three = (scene.says(f"{n}") for n in range(3))
        scene.deletes(one)
        scene.deletes(two, three)
        scene.env.backend.delete_channel(scene.channel.id)
        await scene.env.settle()
        assert scene.discussion.followed == [("deleted", one), ("deleted", two, three), ("gone", scene.channel.id)]


async def test_where_it_may_not_reply_it_answers_without_a_reference(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.env.inject_error("POST", f"/channels/{scene.channel.id}/messages", status=400, code=160002)
        scene.says(f"{scene.me} what would it cost?")
        await scene.until(lambda: "That answers" in "".join(scene.said()))
        [sent] = [message for message in scene.channel.history() if message.author.bot]
        assert sent.reference is None


# --- who is answered first -----------------------------------------------------------------------------------------


async def test_a_room_answers_in_order_and_who_waits_is_told(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        first = scene.says(f"{scene.me} one?")
        second = scene.says(f"{scene.me} two?")
        await scene.growing(first)
        await scene.until(lambda: "Another question is being answered here" in (scene.reply_to(second) or ""))
        assert scene.discussion.running == ["one?"]
        scene.discussion.let_go()
        assert "That answers “one?”" in await scene.answered(first)
        assert "That answers “two?”" in await scene.answered(second)


async def test_the_next_is_not_begun_before_the_whole_answer_stands_there(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        first = scene.says(f"{scene.me} one?")
        await scene.growing(first)
        second = scene.says(f"{scene.me} two?")
        await scene.until(lambda: rows(tmp_path, "SELECT count(*) FROM ask") == [(2,)])
        scene.discussion.let_go()
        await scene.until(lambda: scene.discussion.questions == ["one?", "two?"])
        assert "That answers “one?”" in (scene.reply_to(first) or "")
        await scene.answered(second)


async def test_rooms_do_not_wait_for_each_other(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        other = scene.guild.create_text_channel("other")
        scene.discussion.hold()
        scene.says(f"{scene.me} one?")
        await scene.until(lambda: scene.discussion.running == ["one?"])
        scene.says(f"{scene.me} two?", channel=other)
        scene.says("three?", channel=scene.alice.user.dm_channel)
        await scene.until(lambda: set(scene.discussion.running) == {"one?", "two?", "three?"})


async def test_a_burst_is_answered_in_the_order_in_which_it_was_written(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        asked = [scene.says(f"{scene.me} question {n}?") for n in range(12)]
        for message_id in asked:
            await scene.answered(message_id)
        assert scene.discussion.questions == [f"question {n}?" for n in range(12)]


async def test_more_than_a_room_holds_are_told_to_come_back(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        asked = [scene.says(f"{scene.me} question {n}?") for n in range(27)]
        assert "Too many are asking at once" in await scene.answered(asked[-1])
        scene.discussion.let_go()
        await scene.answered(asked[-2])
        assert len(scene.discussion.questions) == 26


async def test_signs_come_no_sooner_than_they_are_needed(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        scene.discussion.sentences = SENTENCES
        first = scene.says(f"{scene.me} one?")
        await scene.growing(first)
        second = scene.says(f"{scene.me} two?")
        await scene.until(lambda: rows(tmp_path, "SELECT count(*) FROM ask") == [(2,)])
        await scene.clock.advance(FIRST / 2)
        assert scene.reply_to(second) is None


# --- with all that it stands on ------------------------------------------------------------------------------------


def last(channel: Any) -> str:
    return shown(channel.history()[-1])


async def test_a_link_in_a_question_is_read_and_the_answer_cites_it(tmp_path: Path, web: Web, article: str) -> None:
    async with running(tmp_path, web, clock=SystemClock()) as env:
        alice, channel = member_of(env)
        assert env.bot.user
        await alice.send(channel, f"<@{env.bot.user.id}> what did the county spend on taxis? {article}")
        assert "The night bus is not a luxury" in last(channel)
        assert rows(tmp_path, "SELECT count(*), max(n) FROM channel_article") == [(1, 1)]
        assert rows(tmp_path, "SELECT person_name, key = message_id FROM turn") == [("alice", 1)]


async def test_in_a_thread_of_discuss_one_mentions_or_replies(tmp_path: Path, web: Web, article: str) -> None:
    async with running(tmp_path, web, clock=SystemClock()) as env:
        alice, channel = member_of(env)
        card = (await alice.slash(channel, "summarize", url=article)).response
        await alice.click(card, custom_id=buttons(card)["Discuss"])
        [thread] = channel.threads
        [opening] = thread.history()
        assert "mention me" in shown(opening)
        await alice.send(thread, "what did the county spend on taxis?", reply_to=opening)
        assert "what did the county spend on taxis?" in last(thread)
        assert rows(tmp_path, "SELECT channel_id FROM room") == [(thread.id,)]


async def test_an_answer_is_known_by_its_message_and_forgotten_with_its_question(
    tmp_path: Path, web: Web, article: str
) -> None:
    async with running(tmp_path, web, clock=SystemClock()) as env:
        alice, channel = member_of(env)
        assert env.bot.user
        me = f"<@{env.bot.user.id}>"
        first = await alice.send(channel, f"{me} what did the county spend on taxis? {article}")
        answer = channel.history()[-1]
        await alice.send(channel, f"{me} who says so?", reply_to=answer)
        [(one, two)] = rows(tmp_path, "SELECT min(id), max(id) FROM turn")
        assert rows(tmp_path, "SELECT reply_to FROM turn ORDER BY id") == [(None,), (one,)]
        await alice.edit(first, f"{me} what did the county spend? {article}")
        assert rows(tmp_path, f"SELECT text FROM turn WHERE id = {one}") == [(f"what did the county spend? {article}",)]
        await alice.delete(first)
        assert rows(tmp_path, "SELECT id FROM turn") == [(two,)]
