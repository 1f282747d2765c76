"""What is noted of a command when it comes in is what it is answered by, should a crash come between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.ui.asks import Ask
from bot.ui.desk import Desk
from bot.ui.gate import Gate
from tests.ui.simulated import member_of, running
from tests.web import Web


class Listening:
    """The desk, which tells what is acknowledged and what is answered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.acknowledged: list[Ask | None] = []

    async def acknowledge(self, interaction: Any, reply: Any, ask: Ask | None = None) -> bool:
        self.acknowledged.append(ask)
        return await self._desk.acknowledge(interaction, reply, ask)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)


async def test_a_channel_is_noted_by_its_id_and_a_yes_by_a_word(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        tree: Any = env.bot.tree  # type: ignore[attr-defined]
        assert isinstance(tree, Gate)
        tree.desk = listening = Listening(tree.desk)  # type: ignore[assignment]
        beside = channel.guild.create_text_channel("beside")
        await alice.slash(channel, "digest show", channel=beside)
        await alice.slash(channel, "summarize", url="https://a.test/", private=True)
        assert listening.acknowledged == [
            Ask("digest show", {"channel": str(beside.id)}),
            Ask("summarize", {"url": "https://a.test/", "private": "yes"}),
        ]
