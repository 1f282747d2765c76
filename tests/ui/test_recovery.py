"""After a crash: whoever was left waiting is told, and asking again makes no second question."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app import create_client
from bot.ui import at_work
from tests.ui.simulated import buttons, rows, settings_of
from tests.ui.talking import SENTENCES, Discussion, Scene, is_reply, talking, with_discussion
from tests.web import Web

RESTARTED = "I was restarted before your answer was ready"
OPEN = "SELECT count(*) FROM ask WHERE is_open"


async def crash(scene: Scene, tmp_path: Path, *, reply: bool = True) -> None:
    """Leave the one ask in the file as a kill in the midst of its answer would; reply: whether one was noted."""
    await scene.while_time_goes_on(scene.env.settle())  # nobody else writes
    with sqlite3.connect(tmp_path / "commentary.sqlite3") as db:
        db.execute(f"UPDATE ask SET is_open = 1{'' if reply else ', message_id = 0'}")


@asynccontextmanager
async def restarted(scene: Scene, tmp_path: Path, web: Web) -> AsyncIterator[Discussion]:
    """Another process in its place."""
    discussion = Discussion()
    again = create_client(settings_of(tmp_path, web), clock=scene.clock, opening=with_discussion(discussion))
    async with again:
        await scene.env.restart_bot(again)
        yield discussion


async def test_the_reply_that_stands_there_says_so_and_asks_again(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        asked = scene.says(f"{scene.me} what would it cost?")
        await scene.answered(asked)
        await crash(scene, tmp_path)
        async with restarted(scene, tmp_path, web) as discussion:
            [said] = scene.said()
            assert RESTARTED in said
            assert rows(tmp_path, OPEN) == [(0,)]
            reply = next(message for message in scene.channel.history() if is_reply(message, asked))
            await scene.while_time_goes_on(scene.alice.click(reply, custom_id=buttons(reply)["Ask again"]))
            assert "That answers “what would it cost?”" in scene.said()[0]
            assert discussion.asked == scene.discussion.asked, "the same key: the same turn"
            assert ("shown", 1, reply.id) in discussion.followed


@pytest.mark.parametrize("is_there", [True, False], ids=["the reply was deleted", "there was none yet"])
async def test_where_no_reply_stands_there_is_one(tmp_path: Path, web: Web, is_there: bool) -> None:
    async with talking(tmp_path, web) as scene:
        asked = scene.says(f"{scene.me} what would it cost?")
        await scene.answered(asked)
        scene.deletes(next(message.id for message in scene.channel.history() if message.author.bot))
        await crash(scene, tmp_path, reply=is_there)
        async with restarted(scene, tmp_path, web):
            assert RESTARTED in (scene.reply_to(asked) or "")
            assert rows(tmp_path, OPEN) == [(0,)]


async def test_who_asked_alone_is_told_alone(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        place = scene.alice.user.dm_channel
        await scene.answered(scene.says("what would it cost?", channel=place), place)
        await crash(scene, tmp_path)
        async with restarted(scene, tmp_path, web):
            [said] = scene.direct()
            assert RESTARTED in said
            reply = next(message for message in place.history() if message.author.bot)
            await scene.while_time_goes_on(scene.alice.user.click(reply, custom_id=buttons(reply)["Ask again"]))
            assert "That answers" in scene.direct()[0]


async def test_who_had_pressed_to_ask_again_can_press_once_more(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        asked = scene.says(f"{scene.me} what would it cost?")
        await scene.answered(asked)
        await crash(scene, tmp_path)
        with sqlite3.connect(tmp_path / "commentary.sqlite3") as db:  # as it is before we know what the button asks
            db.execute(
                """INSERT INTO ask (guild_id, channel_id, user_id, application_id, use, args, asked_at, is_open,
                                    question_message_id, message_id)
                   SELECT guild_id, channel_id, user_id, application_id, 'retry', '{"ask": "1"}', asked_at, 1,
                          question_message_id, message_id FROM ask"""
            )
            db.execute("UPDATE ask SET is_open = 0 WHERE id = 1")
        async with restarted(scene, tmp_path, web) as discussion:
            reply = next(message for message in scene.channel.history() if is_reply(message, asked))
            await scene.while_time_goes_on(scene.alice.click(reply, custom_id=buttons(reply)["Ask again"]))
            assert discussion.asked == scene.discussion.asked


async def test_what_cannot_be_told_is_told_the_next_time(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        asked = scene.says(f"{scene.me} what would it cost?")
        await scene.answered(asked)
        await crash(scene, tmp_path)
        scene.env.inject_error("PATCH", "/channels/*/messages/*", status=403, code=50001, times=1)
        async with restarted(scene, tmp_path, web):
            assert rows(tmp_path, OPEN) == [(1,)]
        async with restarted(scene, tmp_path, web):
            assert RESTARTED in (scene.reply_to(asked) or "")


async def test_who_is_being_answered_when_it_is_stopped_is_told(
    tmp_path: Path, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_work, "DRAIN", 0.1)
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        asked = scene.says(f"{scene.me} what would it cost?")
        assert SENTENCES[0] in await scene.growing(asked)
        await scene.while_time_goes_on(scene.env.bot.close())
        assert RESTARTED in (scene.reply_to(asked) or "")
        assert "Ask again" in buttons(next(m for m in scene.channel.history() if is_reply(m, asked)))
