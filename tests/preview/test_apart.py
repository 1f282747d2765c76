"""Work beside the simulated Discord: by the real clock, unseen by the simulator."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from contextvars import Context, ContextVar
from dataclasses import dataclass
from typing import Any

import discord
import pytest
import simcord
from discord.ext import commands

from bot.errors import DatabaseBusy
from bot.preview.apart import Apart
from bot.preview.clock import ClockWithin
from tests.clocks import ManualClock

SOON = 0.05  # seconds
LATE = 30.0  # seconds: what nobody waits for

where: ContextVar[str] = ContextVar("where", default="nowhere")


class Worker:
    """A service whose work each test gives it."""

    def __init__(self, apart: Apart) -> None:
        self.apart = apart
        self.go_on = asyncio.Event()
        self.cancelled = False

    async def timed_out(self) -> str:
        try:
            async with asyncio.timeout(SOON):
                await asyncio.Event().wait()
        except TimeoutError:
            return "it timed out"
        return "never"

    async def until_told(self) -> str:
        try:
            await self.go_on.wait()
        except asyncio.CancelledError:
            self.cancelled = True
            raise
        return "told"

    async def measured(self) -> str:
        began = time.monotonic()
        await asyncio.sleep(SOON)  # noqa: TID251 - real time is what is tested
        return "time moves" if time.monotonic() - began >= SOON else "time stands still"

    async def calling_back(self, tell: Callable[[str], None]) -> str:
        tell("told")
        return where.get()

    async def failing(self) -> str:
        raise DatabaseBusy(path="x")

    async def plain_later(self) -> str:
        return "plain"

    def plain(self) -> str:
        return "plain"


@dataclass(frozen=True)
class Services:
    worker: Worker


class Bot(commands.Bot):
    """Its `/work` defers, works, and edits its answer."""

    def __init__(self, work: Callable[[Worker], Any], apart: Apart) -> None:
        super().__init__(
            commands.when_mentioned,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.worker = Worker(apart)
        self._opened = AsyncExitStack()
        self._opening = apart.opened(self._open_services())

        @self.tree.command(name="work", description="work")
        async def command(interaction: discord.Interaction) -> None:
            await interaction.response.defer(thinking=True)
            await interaction.edit_original_response(content=str(await work(self.services.worker)))

    @asynccontextmanager
    async def _open_services(self) -> AsyncIterator[Services]:
        yield Services(self.worker)

    async def setup_hook(self) -> None:
        self.services = await self._opened.enter_async_context(self._opening)
        await self.tree.sync()

    async def close(self) -> None:
        await super().close()
        await self._opened.aclose()


@asynccontextmanager
async def simulated(
    work: Callable[[Worker], Any], *, at_once: float = LATE
) -> AsyncIterator[tuple[simcord.Env, Any, Any, Worker]]:
    apart = Apart(at_once)
    client = Bot(work, apart)
    async with client, simcord.run(client, settle_timeout=LATE) as env:
        apart.env = env
        guild = env.create_guild()
        yield env, guild.add_member(env.create_user("alice")), guild.create_text_channel("opinion"), client.worker


@pytest.mark.parametrize(
    ("work", "answer"),
    [
        pytest.param(lambda worker: worker.timed_out(), "it timed out", id="a timeout fires"),
        pytest.param(lambda worker: worker.measured(), "time moves", id="time passes"),
    ],
)
async def test_the_real_clock_rules(work: Callable[[Worker], Any], answer: str) -> None:
    async with simulated(work) as (env, alice, channel, _):
        stood = env.now()
        result = await alice.slash(channel, "work")
        assert result.response.content == answer
        assert env.now() == stood


async def test_what_takes_long_leaves_the_page_free_and_the_member_waiting() -> None:
    async with simulated(lambda worker: worker.until_told(), at_once=0.0) as (env, alice, channel, worker):
        result = await alice.slash(channel, "work")
        assert result.deferred
        assert not result.response.content
        await env.advance_time(60)  # other things go on meanwhile
        worker.go_on.set()
        await env.settle()
        assert result.response.content == "told"


async def test_who_sleeps_does_not_keep_the_page_from_being_free() -> None:
    clock = ManualClock()

    async def work(worker: Worker) -> str:
        await ClockWithin(clock, worker.apart).sleep(10)
        return "slept"

    async with simulated(work) as (env, alice, channel, _):
        result = await alice.slash(channel, "work")
        assert clock.sleeping == 1
        await env.advance_time(60)  # other things go on meanwhile
        assert not result.response.content
        await clock.advance(10)
        await env.settle()
        assert result.response.content == "slept"


async def test_a_callback_is_called_where_the_caller_is_and_the_work_is_not_there() -> None:
    heard: list[str] = []

    async def work(worker: Worker) -> str:
        where.set("with the caller")
        return await worker.calling_back(lambda what: heard.append(f"{what} {where.get()}"))

    async with simulated(work) as (_, alice, channel, _):
        result = await alice.slash(channel, "work")
        assert result.response.content == "nowhere"
        assert heard == ["told with the caller"]


async def test_who_is_not_the_simulators_waits_as_anybody_does() -> None:
    async with simulated(lambda worker: worker.plain_later(), at_once=0.0) as (env, alice, channel, worker):
        begun = Context().run(asyncio.get_running_loop().create_task, worker.apart.run(worker.until_told()))
        result = await alice.slash(channel, "work")  # nobody waits for what the bot does by itself
        assert result.response.content == "plain"
        await env.advance_time(60)
        assert not begun.done()
        worker.go_on.set()
        assert await begun == "told"


async def test_a_failure_comes_through_as_it_is() -> None:
    async def work(worker: Worker) -> str:
        with pytest.raises(DatabaseBusy) as failed:
            await worker.failing()
        return str(failed.value.facts)

    async with simulated(work) as (_, alice, channel, _):
        assert (await alice.slash(channel, "work")).response.content == "{'path': 'x'}"


async def test_what_is_no_coroutine_is_called_as_it_is() -> None:
    async def work(worker: Worker) -> str:
        return worker.plain()

    async with simulated(work) as (_, alice, channel, _):
        assert (await alice.slash(channel, "work")).response.content == "plain"


async def test_work_ends_with_the_simulation() -> None:
    async with simulated(lambda worker: worker.until_told(), at_once=0.0) as (_, alice, channel, worker):
        await alice.slash(channel, "work")
        assert not worker.cancelled
    assert worker.cancelled


class Resource:
    """Notes what happens to it, and in which task."""

    def __init__(self, *, fails: bool = False) -> None:
        self._fails = fails
        self.tasks: list[asyncio.Task[Any] | None] = []

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Services]:
        if self._fails:
            raise DatabaseBusy(path="x")
        self.tasks.append(asyncio.current_task())
        try:
            yield Services(Worker(Apart()))
        finally:
            self.tasks.append(asyncio.current_task())


async def test_services_are_closed_in_the_task_that_opened_them_which_is_not_the_callers() -> None:
    resource = Resource()
    async with Apart().opened(resource.opened()) as services:
        assert await services.worker.timed_out() == "it timed out"
        assert len(resource.tasks) == 1
    opened, closed = resource.tasks
    assert opened is closed
    assert opened is not asyncio.current_task()


async def test_services_are_closed_when_their_user_fails() -> None:
    resource = Resource()
    with pytest.raises(ZeroDivisionError):
        async with Apart().opened(resource.opened()):
            raise ZeroDivisionError
    assert len(resource.tasks) == 2


async def test_what_does_not_open_says_why() -> None:
    with pytest.raises(DatabaseBusy):
        async with Apart().opened(Resource(fails=True).opened()):
            raise AssertionError("it was opened")
