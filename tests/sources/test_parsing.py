"""Parsers that hang, bloat, crash or are left alone: that page is lost, nothing else."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from bot.config import Settings
from bot.errors import Unreadable
from bot.models.page import Page
from bot.sources.parsing import Parsers
from tests.web import Web

STUB = "tests.sources.stub_worker"


@pytest.fixture
async def parsers() -> AsyncIterator[Parsers]:
    async with Parsers(Settings(read_timeout=1.0), size=1, worker=STUB) as parsers:
        yield parsers


def page(command: str) -> Page:
    return Page(asked="page", url="https://news.example.com/column", content_type="text/html", body=command.encode())


async def pid_of(parsers: Parsers) -> int:
    return int((await parsers.article(page("echo"))).paragraphs[0])


def is_running(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def ends(pid: int, seconds: float = 20.0) -> bool:
    """Whether a process, of whatever parent, ends within that time."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], seconds)[0])
    finally:
        os.close(process)


async def test_an_article_comes_back(parsers: Parsers) -> None:
    article = await parsers.article(page("echo Grüße, ¶"))
    assert (article.title, article.url) == ("Grüße, ¶", "https://news.example.com/column")


async def test_one_process_reads_many_pages(parsers: Parsers) -> None:
    assert await pid_of(parsers) == await pid_of(parsers)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        pytest.param("hang", "deadline", id="hangs"),
        pytest.param("bloat", "memory", id="takes two gigabytes"),
        pytest.param("raise", "crash", id="raises"),
        pytest.param("crash", "crash", id="is killed by a signal"),
        pytest.param("run", "crash", id="starts a program"),
    ],
)
async def test_a_bad_page_costs_that_page_only(parsers: Parsers, command: str, reason: str) -> None:
    before = await pid_of(parsers)
    with pytest.raises(Unreadable) as unreadable:
        await parsers.article(page(command))
    assert unreadable.value.facts == {"site": "news.example.com", "reason": reason}
    assert await pid_of(parsers) != before
    assert not is_running(before)


async def test_the_log_gets_the_cause(parsers: Parsers) -> None:
    with pytest.raises(Unreadable) as unreadable:
        await parsers.article(page("raise the-cause"))
    assert "KeyError: 'the-cause'" in unreadable.value.detail


async def test_a_parser_has_no_network(parsers: Parsers, web: Web) -> None:
    with pytest.raises(Unreadable) as unreadable:
        await parsers.article(page(f"connect {web.port}"))
    assert "PermissionError" in unreadable.value.detail
    assert web.requests == []


async def test_a_parser_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    async with Parsers(Settings(), size=1, worker=STUB) as parsers:
        names = set((await parsers.article(page("environment"))).paragraphs)
    assert "PATH" in names
    assert not {"OPENAI_API_KEY", "DISCORD_TOKEN"} & names


async def test_a_parser_starts_with_little(parsers: Parsers) -> None:
    loaded = set((await parsers.article(page("modules"))).paragraphs)
    assert not {"asyncio", "aiohttp", "discord", "openai", "pydantic", "bot.config", "bot.sources.parsing"} & loaded


async def test_what_a_library_prints_breaks_no_frame(parsers: Parsers) -> None:
    assert (await parsers.article(page("print"))).title == "printed"
    assert (await parsers.article(page("echo next"))).title == "next"


async def test_a_cancelled_read_leaves_no_answer_behind(parsers: Parsers) -> None:
    before = await pid_of(parsers)
    reading = asyncio.create_task(parsers.article(page("hang")))
    await asyncio.wait([reading], timeout=0.1)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert not is_running(before)
    assert (await parsers.article(page("echo mine"))).title == "mine"


async def test_who_waits_is_served_in_order_and_may_leave(parsers: Parsers) -> None:
    order: list[str] = []

    async def read(name: str) -> None:
        order.append((await parsers.article(page(f"echo {name}"))).title)

    await parsers.warm()
    readers = [asyncio.create_task(read(name)) for name in "abcd"]
    await asyncio.wait(readers, timeout=0)
    readers[2].cancel()
    await asyncio.gather(*readers, return_exceptions=True)
    assert order == ["a", "b", "d"]


async def test_the_queue_is_bounded(parsers: Parsers) -> None:
    async with asyncio.TaskGroup() as group:
        readers = [group.create_task(_told(parsers, "echo x")) for _ in range(80)]
    reasons = [reader.result() for reader in readers]
    assert reasons.count("") == 65
    assert reasons.count("crowded") == 15


async def _told(parsers: Parsers, command: str) -> str:
    try:
        await parsers.article(page(command))
    except Unreadable as unreadable:
        return str(unreadable.facts["reason"])
    return ""


async def test_two_processes_read_at_once() -> None:
    async with Parsers(Settings(read_timeout=5), size=2, worker=STUB) as parsers:
        hanging = asyncio.create_task(parsers.article(page("hang")))
        await asyncio.wait([hanging], timeout=0)
        assert (await parsers.article(page("echo on"))).title == "on"
        hanging.cancel()
        await asyncio.gather(hanging, return_exceptions=True)


async def test_a_process_that_died_alone_is_replaced(parsers: Parsers) -> None:
    before = await pid_of(parsers)
    os.kill(before, signal.SIGKILL)
    assert ends(before)
    await asyncio.wait([asyncio.create_task(_told(parsers, "echo"))])
    assert await pid_of(parsers) != before


async def test_nothing_runs_after_the_end() -> None:
    async with Parsers(Settings(), size=1, worker=STUB) as parsers:
        pid = await pid_of(parsers)
    assert not is_running(pid)


async def test_warming_starts_the_process_that_reads_first() -> None:
    async with Parsers(Settings(), size=2, worker=STUB) as parsers:
        await parsers.warm()
        assert (await parsers.article(page("echo warm"))).title == "warm"


@pytest.mark.parametrize("command", ["echo", "hang"])
def test_parsers_end_when_their_parent_is_killed(command: str) -> None:
    """An idle one at once, a busy one at its deadline."""
    code = f"""
import asyncio, sys
from bot.config import Settings
from bot.models.page import Page
from bot.sources.parsing import Parsers

async def main():
    async with Parsers(Settings(read_timeout=0.5), size=1, worker={STUB!r}) as parsers:
        article = await parsers.article(Page(asked="x", body=b"echo"))
        print(article.paragraphs[0], flush=True)
        asyncio.create_task(parsers.article(Page(asked="x", body=b"{command}")))
        await asyncio.sleep(0.05)
        print("asked", flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        parent.stdout.readline()
        parent.kill()
    assert ends(pid)


async def test_a_parser_leaves_the_processor_to_whoever_is_in_a_hurry() -> None:
    async with Parsers(Settings(), size=1, worker=STUB) as parsers:
        pid = await pid_of(parsers)
        assert os.getpriority(os.PRIO_PROCESS, pid) > os.getpriority(os.PRIO_PROCESS, os.getpid())
