"""An interaction whose fifteen minutes are over, or whose reply is gone: its answer comes another way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import SAMPLE
from tests.ui.simulated import rows
from tests.ui.talking import Scene, talking
from tests.web import Web

OPEN = "SELECT count(*) FROM ask WHERE is_open"
OVER = (401, 50027)  # Invalid Webhook Token


def hook_fails(scene: Scene, method: str, path: str, status: int, code: int) -> None:
    scene.env.inject_error(method, path, status=status, code=code, times=None)


def token_is_over(scene: Scene) -> None:
    hook_fails(scene, "PATCH", "/webhooks/*/*/messages/@original", *OVER)
    hook_fails(scene, "POST", "/webhooks/*/*", *OVER)


async def test_an_answer_that_took_too_long_comes_as_a_message_in_the_channel(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        token_is_over(scene)
        await scene.while_time_goes_on(scene.alice.slash(scene.channel, "ask", question="why?"))
        sent = scene.channel.history()[-1]
        assert sent.interaction_metadata is None
        assert "That answers “why?”" in scene.said()[-1]
        assert ("shown", 1, sent.id) in scene.discussion.followed
        await scene.until(lambda: rows(tmp_path, OPEN) == [(0,)])


async def test_where_it_may_not_write_it_comes_as_a_direct_message(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        token_is_over(scene)
        hook_fails(scene, "POST", f"/channels/{scene.channel.id}/messages", 403, 50013)
        await scene.while_time_goes_on(scene.alice.slash(scene.channel, "ask", question="why?"))
        first, answer = scene.direct()
        assert "here is the whole answer" in first
        assert "That answers “why?”" in answer
        await scene.until(lambda: rows(tmp_path, OPEN) == [(0,)])


async def test_what_is_for_one_alone_is_never_put_into_the_channel(tmp_path: Path, web: Web) -> None:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    async with talking(tmp_path, web) as scene:
        token_is_over(scene)
        url = web.url("/opinion/bus")
        asking = scene.alice.slash(scene.channel, "summarize", url=url, private=True)
        await scene.while_time_goes_on(asking)
        assert "The night bus is not a luxury" in scene.direct()[-1]
        assert "".join(scene.said()) == ""


@pytest.mark.parametrize("private", [False, True], ids=["for all", "for one alone"])
async def test_a_reply_that_was_deleted_is_made_anew(tmp_path: Path, web: Web, private: bool) -> None:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    async with talking(tmp_path, web) as scene:
        hook_fails(scene, "PATCH", "/webhooks/*/*/messages/@original", 404, 10008)
        url = web.url("/opinion/bus")
        asking = scene.alice.slash(scene.channel, "summarize", url=url, private=private)
        result = await scene.while_time_goes_on(asking)
        [anew] = [message for message in result.followups or [result.response] if message]
        assert anew.flags.ephemeral is private
        assert scene.direct() == []
