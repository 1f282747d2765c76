"""What Discord does meanwhile: each question ends in a whole answer somewhere, or in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.backend.serializers import message_payload

from bot.errors import EngineBusy
from tests.ui.simulated import buttons, rows
from tests.ui.talking import SENTENCES, Scene, talking
from tests.web import Web

OPEN = "SELECT count(*) FROM ask WHERE is_open"


async def being_written(scene: Scene, text: str = "what would it cost?") -> int:
    """A question whose answer stands there in part; returns its message's id."""
    scene.discussion.hold()
    asked = scene.says(f"{scene.me} {text}")
    assert SENTENCES[0] in await scene.growing(asked)
    return asked


async def test_an_answer_grows_in_one_reply_that_pings_nobody(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        asked = await being_written(scene)
        scene.discussion.let_go()
        assert "That answers “what would it cost?”" in await scene.answered(asked)
        assert len(scene.said()) == 1
        posted = next(sent.json for sent in scene.env.http_requests if sent.path.endswith("/messages"))
        assert posted
        assert posted["allowed_mentions"]["parse"] == []
        assert str(posted["message_reference"]["message_id"]) == str(asked)
        assert posted["message_reference"]["fail_if_not_exists"] is False
        assert ("shown", 1, scene.channel.history()[-1].id) in scene.discussion.followed
        await scene.until(lambda: rows(tmp_path, OPEN) == [(0,)])


# --- the question is not what it was -------------------------------------------------------------------------------


async def test_a_question_that_is_deleted_is_dropped_and_the_reply_says_so(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        asked = await being_written(scene)
        scene.deletes(asked)
        await scene.until(lambda: ("deleted", asked) in scene.discussion.followed)
        assert scene.discussion.running == [], "it is deleted from the store when nothing writes it any more"
        [said] = scene.said()
        assert "The question was deleted" in said
        await scene.until(lambda: rows(tmp_path, OPEN) == [(0,)])


async def test_a_question_that_is_deleted_before_anything_is_shown_leaves_nothing(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        first = scene.says(f"{scene.me} one?")
        second = scene.says(f"{scene.me} two?")
        third = scene.says(f"{scene.me} three?")
        await scene.growing(first)
        scene.deletes(second, third)
        await scene.until(lambda: ("deleted", second, third) in scene.discussion.followed)
        scene.discussion.let_go()
        await scene.answered(first)
        assert scene.discussion.questions == ["one?"]
        assert len(scene.said()) == 1
        await scene.until(lambda: rows(tmp_path, OPEN) == [(0,)])


async def test_a_question_that_is_edited_is_answered_anew_in_the_same_reply(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        asked = await being_written(scene)
        scene.edits(asked, f"{scene.me} what would it save?")
        await scene.until(lambda: scene.discussion.running == ["what would it save?"])
        scene.discussion.let_go()
        assert "That answers “what would it save?”" in await scene.answered(asked)
        assert len(scene.said()) == 1
        assert ("edited", asked, "what would it save?") in scene.discussion.followed
        first, second = (question for question, _ in scene.discussion.asked)
        assert first.key == second.key == str(asked)
        assert [args for (args,) in rows(tmp_path, "SELECT args ->> 'question' FROM ask")] == ["what would it save?"]


async def test_a_question_that_is_edited_in_line_is_asked_once_as_it_reads_then(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        first = await being_written(scene, "one?")
        second = scene.says(f"{scene.me} tow?")
        await scene.until(lambda: rows(tmp_path, "SELECT count(*) FROM ask") == [(2,)])
        scene.edits(second, f"{scene.me} two?")
        await scene.until(lambda: ("edited", second, "two?") in scene.discussion.followed)
        scene.discussion.let_go()
        await scene.answered(first)
        assert "That answers “two?”" in await scene.answered(second)
        assert scene.discussion.questions == ["one?", "two?"]


@pytest.mark.parametrize(
    "becomes",
    [
        pytest.param("{me} what would it cost?", id="it says the same"),
        pytest.param("never mind", id="it names nobody any more, and is not shown to us"),
    ],
)
async def test_an_edit_that_says_nothing_new_disturbs_nobody(tmp_path: Path, web: Web, becomes: str) -> None:
    async with talking(tmp_path, web) as scene:
        asked = await being_written(scene)
        scene.edits(asked, becomes.format(me=scene.me))
        scene.discussion.let_go()
        assert "That answers “what would it cost?”" in await scene.answered(asked)
        assert scene.discussion.questions == ["what would it cost?"]


async def test_what_discord_shows_of_a_link_is_no_edit(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        asked = await being_written(scene)
        message = scene.env.backend.get_message(scene.channel.id, asked)
        message.content, message.edited_timestamp = f"{scene.me} another text", None
        scene.env.backend.emit("MESSAGE_UPDATE", dict(message_payload(scene.env.backend, message)))
        scene.discussion.let_go()
        await scene.answered(asked)
        assert scene.discussion.questions == ["what would it cost?"]
        assert [kind for kind, *_ in scene.discussion.followed] == ["shown"]


# --- the reply cannot be written -----------------------------------------------------------------------------------

MESSAGE, MESSAGES, HERE = "/channels/*/messages/*", "/channels/{channel}/messages", "/channels/{channel}/messages/*"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        pytest.param(403, 50001, id="the bot may not see the channel any more"),
        pytest.param(404, 10008, id="somebody has deleted it"),
        pytest.param(400, 50083, id="the thread is in the archive"),
    ],
)
async def test_what_cannot_be_edited_is_replied_anew(tmp_path: Path, web: Web, status: int, code: int) -> None:
    async with talking(tmp_path, web) as scene:
        asked = await being_written(scene)
        half = scene.channel.history()[-1].id
        scene.env.inject_error("PATCH", MESSAGE, status=status, code=code, times=None)
        scene.discussion.let_go()
        answer = await scene.answered(asked)
        assert "That answers “what would it cost?”" in answer
        assert half not in [message.id for message in scene.channel.history()], "no half answer beside the whole one"
        await scene.until(lambda: rows(tmp_path, OPEN) == [(0,)])


@pytest.mark.parametrize(
    ("status", "code"),
    [
        pytest.param(403, 50013, id="the bot may not write there any more"),
        pytest.param(400, 160005, id="the thread is locked"),
    ],
)
async def test_where_nothing_can_be_written_the_whole_answer_comes_as_a_direct_message(
    tmp_path: Path, web: Web, status: int, code: int
) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.sentences = [f"{'word ' * 60}{n}." for n in range(20)]  # more than a page
        asked = scene.says(f"{scene.me} what would it cost?")
        for method, path in (("PATCH", HERE), ("POST", MESSAGES)):
            at = path.format(channel=scene.channel.id)
            scene.env.inject_error(method, at, status=status, code=code, times=None)
        await scene.until(lambda: len(scene.direct()) > 2)
        first, *pages = scene.direct()
        assert "I could not finish writing where you asked" in first
        assert all(f"{n}\\." in "".join(pages) or f" {n}." in "".join(pages) for n in range(20))
        assert "That answers “what would it cost?”" in pages[-1]
        assert scene.reply_to(asked) is None
        assert not [kind for kind, *_ in scene.discussion.followed if kind == "shown"]
        await scene.until(lambda: rows(tmp_path, OPEN) == [(0,)])


async def test_who_cannot_be_told_at_all_is_told_after_a_restart(
    tmp_path: Path, web: Web, caplog: pytest.LogCaptureFixture
) -> None:
    async with talking(tmp_path, web) as scene:
        scene.env.inject_error("POST", "/channels/*/messages", status=403, code=50007, times=None)
        scene.says(f"{scene.me} what would it cost?")
        await scene.until(lambda: "could not be told at all" in caplog.text)
        assert rows(tmp_path, OPEN) == [(1,)]


async def test_an_answer_whose_channel_is_deleted_comes_as_a_direct_message(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        await being_written(scene)
        scene.env.backend.delete_channel(scene.channel.id)
        await scene.until(lambda: ("gone", scene.channel.id) in scene.discussion.followed)
        scene.discussion.let_go()
        await scene.until(lambda: len(scene.direct()) == 2)
        assert "That answers “what would it cost?”" in scene.direct()[-1]


def posts(scene: Scene) -> int:
    return sum(sent.method == "POST" and sent.path.endswith("/messages") for sent in scene.env.http_requests)


async def test_a_part_that_does_not_get_through_costs_no_answer(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        scene.env.inject_error("POST", "/channels/*/messages", status=400, times=1)
        asked = scene.says(f"{scene.me} what would it cost?")
        await scene.until(lambda: posts(scene) == 1)
        scene.discussion.let_go()
        assert "That answers “what would it cost?”" in await scene.answered(asked)


# --- it fails ------------------------------------------------------------------------------------------------------


async def test_what_failed_can_be_asked_again_and_is_no_second_question(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.fails = EngineBusy()
        asked = scene.says(f"{scene.me} what would it cost?")
        assert "overloaded" in await scene.answered(asked)
        scene.discussion.fails = None
        [reply] = [message for message in scene.channel.history() if message.author.bot]
        bob = scene.guild.add_member(scene.env.create_user("bob"))
        await scene.while_time_goes_on(bob.click(reply, custom_id=buttons(reply)["Ask again"]))
        assert "That answers “what would it cost?”" in (scene.reply_to(asked) or "")
        first, second = (question for question, _ in scene.discussion.asked)
        assert first == second
        assert first.person.name == "alice"
        assert first.key == str(asked)
