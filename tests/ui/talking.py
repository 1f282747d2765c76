"""A discussion that a test holds at any sentence, and members who write while it is held."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

import discord
import simcord

from bot.app import create_client, open_services
from bot.clock import Clock, SystemClock
from bot.config import Settings
from bot.models.asker import Asker
from bot.models.discussion import Question, Room
from bot.models.summary import Options, Progress, Stage
from bot.services.discuss import Asked, Discuss
from bot.services.shared.asked_articles import Source
from bot.services.use_cases import Services
from tests.clocks import ManualClock
from tests.false_discord.driver import PROGRESS
from tests.ui.simulated import WAIT, settings_of, shown
from tests.ui.talk_sample import an_answer
from tests.web import Web

T = TypeVar("T")

STEP = 0.1  # seconds
SENTENCES = ("It would cost more.", "The council should know.", "Nobody has counted.")


class Discussion:
    """Stands in for the service: what it is asked and told is kept; `held` answers stop after a sentence."""

    def __init__(self) -> None:
        self.asked: list[tuple[Question, Sequence[Source]]] = []
        self.running: list[str] = []
        self.followed: list[tuple[Any, ...]] = []
        self.sentences: Sequence[str] = SENTENCES
        self.fails: Exception | None = None
        self._may_go_on = asyncio.Event()
        self._may_go_on.set()

    @property
    def questions(self) -> list[str]:
        return [question.text for question, _ in self.asked]

    def hold(self) -> None:
        self._may_go_on.clear()

    def let_go(self) -> None:
        self._may_go_on.set()

    async def run(
        self, question: Question, asker: Asker, options: Options, *, articles: Sequence[Source], progress: Progress,
        told: Callable[[str], None],
    ) -> Asked:  # fmt: skip
        self.asked.append((question, articles))
        self.running.append(question.text)
        try:
            progress(Stage.THINKING)
            for n in range(1, len(self.sentences) + 1):
                told(" ".join(self.sentences[:n]))
                await self._may_go_on.wait()
            if self.fails:
                raise self.fails
        finally:
            self.running.remove(question.text)
        text = f"{' '.join(self.sentences)} That answers “{question.text}”"
        return an_answer(turn_id=len(self.asked), question=question, text=text, citations=(), room=room_of(asker))

    async def again(self, asker: Asker, turn_id: int) -> Asked:
        text = " ".join(self.sentences)
        return an_answer(turn_id=turn_id, question=self.asked[turn_id - 1][0], text=text, citations=())

    async def shown(self, asker: Asker, turn_id: int, message_ids: Sequence[int]) -> None:
        self.followed.append(("shown", turn_id, *message_ids))

    async def edited(self, room: Room, message_id: int, text: str) -> None:
        self.followed.append(("edited", message_id, text))

    async def deleted(self, room: Room, message_ids: Sequence[int]) -> int:
        self.followed.append(("deleted", *message_ids))
        return len(message_ids)

    async def gone(self, guild_id: int, channel_id: int) -> None:
        self.followed.append(("gone", channel_id))


def room_of(asker: Asker) -> Room:
    return Room(guild_id=asker.server, channel_id=asker.channel_id or 0)


@dataclass(frozen=True, slots=True)
class Scene:
    """A server with a channel, in which Alice is. Time goes on only while something is waited for."""

    env: simcord.Env
    clock: ManualClock
    discussion: Discussion
    guild: Any
    channel: Any
    alice: Any

    @property
    def me(self) -> str:
        """How the bot is mentioned."""
        assert self.env.bot.user
        return f"<@{self.env.bot.user.id}>"

    def says(self, text: str, *, who: Any = None, channel: Any = None, reply_to: int | None = None) -> int:
        """A message, without waiting for what comes of it; returns its id."""
        place = (channel or self.channel).id
        reference = {"channel_id": str(place), "message_id": str(reply_to)} if reply_to else None
        message = self.env.backend.create_message(place, (who or self.alice).id, text, reference=reference)
        return int(message.id)

    def edits(self, message_id: int, text: str) -> None:
        self.env.backend.edit_message(self.channel.id, message_id, {"content": text})

    def deletes(self, *message_ids: int) -> None:
        if len(message_ids) == 1:
            self.env.backend.delete_message(self.channel.id, message_ids[0])
        else:
            self.env.backend.bulk_delete_messages(self.channel.id, message_ids)

    def reply_to(self, message_id: int, channel: Any = None) -> str | None:
        """The text of the bot's last reply; None while there is none."""
        replies = [m for m in (channel or self.channel).history() if is_reply(m, message_id)]
        return shown(replies[-1]) if replies else None

    async def answered(self, message_id: int, channel: Any = None) -> str:
        """The text of the reply, once it is whole."""
        await self.until(lambda: is_whole(self.reply_to(message_id, channel)))
        return self.reply_to(message_id, channel) or ""

    async def growing(self, message_id: int) -> str:
        """The text of the reply, once a part of it stands there."""
        await self.until(lambda: "▍" in (self.reply_to(message_id) or ""))
        return self.reply_to(message_id) or ""

    async def until(self, come: Callable[[], bool]) -> None:
        """Let the bot's time go on until it has come."""
        async with asyncio.timeout(60):
            while not come():
                await self.clock.advance(STEP)
                await SystemClock().sleep(0.001)

    async def while_time_goes_on(self, doing: Coroutine[Any, Any, T]) -> T:
        """What a member does, to its end."""
        task = asyncio.create_task(doing)
        await self.until(task.done)
        return task.result()

    async def while_it_is_held(self, doing: Coroutine[Any, Any, T], come: Callable[[], bool]) -> T:
        """Let the discussion go on only when something has come of it."""
        task = asyncio.create_task(doing)
        await self.until(come)
        self.discussion.let_go()
        await self.until(task.done)
        return task.result()

    def direct(self) -> list[str]:
        """What the bot has told Alice alone."""
        return [shown(message) for message in self.alice.user.dm_channel.history() if message.author.bot]

    def said(self, channel: Any = None) -> list[str]:
        """What the bot has said in the channel."""
        return [shown(message) for message in (channel or self.channel).history() if message.author.bot]


def is_whole(text: str | None) -> bool:
    """Whether there is an answer, and it does not say that there is more to come."""
    return bool(text) and not any(line.removeprefix("-# ").startswith(PROGRESS) for line in (text or "").split("\n"))


def is_reply(message: discord.Message, to: int) -> bool:
    return message.author.bot and message.reference is not None and message.reference.message_id == to


@asynccontextmanager
async def talking(tmp_path: Path, web: Web) -> AsyncIterator[Scene]:
    """The bot at READY."""
    discussion, clock = Discussion(), ManualClock()
    client = create_client(settings_of(tmp_path, web), clock=clock, opening=with_discussion(discussion))
    async with client, simcord.run(client, settle_timeout=WAIT) as env:
        guild = env.create_guild()
        alice = guild.add_member(env.create_user("alice"))
        scene = Scene(env, clock, discussion, guild, guild.create_text_channel("opinion"), alice)
        yield scene
        discussion.let_go()
        await scene.while_time_goes_on(env.settle())


def with_discussion(discussion: Discussion) -> Any:
    """All services as they are, but for this one."""

    @asynccontextmanager
    async def opened(settings: Settings, clock: Clock) -> AsyncIterator[Services]:
        async with open_services(settings, clock) as services:
            yield replace(services, discuss=cast(Discuss, discussion))

    return opened
