"""`/digest` by the real client, in a simulated Discord: when a channel is told, and who may decide it."""

from __future__ import annotations

from pathlib import Path

from tests.ui.simulated import member_of, running, shown
from tests.web import Web

MORNING = {"time": "8:00", "timezone": "Europe/Berlin"}


async def test_a_channel_gets_a_digest_and_loses_it_again(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        made = await alice.slash(channel, "digest schedule", time="8.30pm", timezone="berlin", days="mon-fri")
        assert made.ephemeral
        text = shown(made.response)
        assert "**Weekdays at 20:30** · Europe/Berlin" in text
        assert "Next: <t:1795548600:F>, <t:1795548600:R>" in text, "20:30 in Berlin is 19:30 UTC"
        assert f"<#{channel.id}>" in text
