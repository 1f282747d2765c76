"""Killed in the midst of a summary: the file is sound, nothing is half-written, the same command then answers."""

from __future__ import annotations

import asyncio
import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.models.money import PRICES
from tests.analysis.llm.endpoint import USAGE, Endpoint, completion, endpoint
from tests.cli.commands import SAMPLE, CommandLine
from tests.store.files import rows

MODEL = "gpt-6-luna"
COMMAND = ("summarize", SAMPLE, "--engine", "openai", "--json")


class Held:
    """An answer that stops after a share of it and never goes on."""

    def __init__(self, share: float) -> None:
        self.share = share
        self.sent = asyncio.Event()

    async def __call__(self, writer: asyncio.StreamWriter) -> None:
        whole = bytearray()
        await completion()(_Kept(whole))  # type: ignore[arg-type]  # it only writes
        writer.write(bytes(whole[: int(len(whole) * self.share)]))
        await writer.drain()
        self.sent.set()
        await asyncio.Event().wait()


class _Kept:
    def __init__(self, into: bytearray) -> None:
        self.write = into.extend


@pytest.fixture
async def model() -> AsyncIterator[Endpoint]:
    async with endpoint(completion()) as served:
        yield served


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpacked once, not in each test's home."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def bot(tmp_path: Path, model: Endpoint, cache: Path) -> CommandLine:
    paths = {
        "DATABASE_PATH": "bot.sqlite3",
        "PROMPTS_PATH": str(SAMPLE.parents[1] / "prompts"),
        "CACHE_PATH": str(cache),
    }
    return CommandLine(tmp_path, paths | {"OPENAI_BASE_URL": model.url, "OPENAI_API_KEY": "k"})


async def until(come: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    async with asyncio.timeout(60):
        while not come():
            assert process.poll() is None, "it ended by itself"
            await SystemClock().sleep(0.002)


async def killed(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    await asyncio.to_thread(process.communicate)
    assert process.returncode == -signal.SIGKILL


async def then(bot: CommandLine, model: Endpoint) -> None:
    """What must hold after a kill, wherever it came."""
    path, asked = bot.folder / "bot.sqlite3", len(model.asked)
    check = await asyncio.to_thread(bot, "db", "check")
    assert (check.returncode, check.stdout) == (0, "bot.sqlite3 is sound.\n")
    nothing_is_half_written(path, asked)
    before = rows(path, "SELECT id, settled, cost_usd FROM usage")

    model.steps[:] = [completion()]
    answer = await asyncio.to_thread(bot, *COMMAND)
    assert (answer.returncode, answer.stderr) == (0, "")
    summary = json.loads(answer.stdout)
    assert (summary["engine"], summary["model"], bool(summary["thesis"])) == ("openai", MODEL, True)
    nothing_is_half_written(path, len(model.asked))
    assert rows(path, "SELECT id, settled, cost_usd FROM usage")[: len(before)] == before, "what is open stays open"
    assert rows(path, "SELECT count(*) FROM summary") == [(1,)]


def nothing_is_half_written(path: Path, asked: int) -> None:
    usage = rows(path, "SELECT settled, prompt_tokens, completion_tokens, cached_tokens, cost_usd FROM usage")
    settled, still_open = [row for row in usage if row[0]], [row for row in usage if not row[0]]
    assert rows(path, "SELECT count(*) FROM summary") == [(len(settled),)], "a summary and its price, both or neither"
    assert len(usage) >= asked, "no call without a reservation"
    for _, prompt, written, cached, cost in still_open:
        assert cost == pytest.approx(PRICES[MODEL].cost(prompt, written, cached))
        assert written > USAGE["completion_tokens"], "open at its estimate, which is never less than what is spent"
    orphans = "SELECT count(*) FROM summary WHERE content_hash NOT IN (SELECT content_hash FROM article)"
    assert rows(path, orphans) == [(0,)]


# --- as users start it, killed from outside ------------------------------------------------------------------------


async def test_killed_when_it_has_just_made_its_file(bot: CommandLine, model: Endpoint) -> None:
    process = bot.start(*COMMAND)
    await until((bot.folder / "bot.sqlite3").exists, process)
    await killed(process)
    await then(bot, model)


async def test_killed_before_the_call(bot: CommandLine, model: Endpoint) -> None:
    process = bot.start(*COMMAND)
    await until(lambda: _kept_an_article(bot.folder / "bot.sqlite3"), process)
    await killed(process)
    await then(bot, model)


def _kept_an_article(path: Path) -> bool:
    try:
        return path.exists() and rows(path, "SELECT count(*) FROM article") == [(1,)]
    except sqlite3.OperationalError:  # no table yet
        return False


@pytest.mark.parametrize(
    "share",
    [
        pytest.param(0.5, id="half of its answer has come"),
        pytest.param(1.0, id="all of it has"),
    ],
)
async def test_killed_in_the_midst_of_the_call(bot: CommandLine, model: Endpoint, share: float) -> None:
    held = Held(share)
    model.steps[:] = [held]
    process = bot.start(*COMMAND)
    await until(held.sent.is_set, process)
    await killed(process)
    assert len(rows(bot.folder / "bot.sqlite3", "SELECT * FROM usage")) == 1
    await then(bot, model)


# --- killed before a certain statement -----------------------------------------------------------------------------

# Runs the bot as `python -m bot` does; `sqlite3` tells each statement before it is executed.
_DIES = """
import os, runpy, signal, sqlite3, sys

connect, (after, before) = sqlite3.connect, sys.argv[1:3]
seen = False

def told(statement):
    global seen
    seen = seen or after in statement
    if seen and before in statement:
        os.kill(os.getpid(), signal.SIGKILL)

def listening(*args, **kwargs):
    db = connect(*args, **kwargs)
    db.set_trace_callback(told)
    return db

sqlite3.connect = listening
sys.argv[:3] = ["bot"]
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    ("after", "before", "reserved"),
    [
        pytest.param("PRAGMA user_version =", "COMMIT", None, id="before what makes the file is committed"),
        pytest.param("INSERT INTO usage", "COMMIT", 0, id="before the reservation is committed"),
        pytest.param("INSERT INTO summary", "UPDATE usage", 1, id="between the summary and its price"),
        pytest.param("UPDATE usage", "COMMIT", 1, id="before both are committed"),
    ],
)
async def test_killed_before_a_statement(
    bot: CommandLine, model: Endpoint, after: str, before: str, reserved: int | None
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _DIES, after, before, *map(str, COMMAND), cwd=bot.folder, env=bot.environment()
    )
    assert await process.wait() == -signal.SIGKILL
    if reserved is not None:
        assert len(rows(bot.folder / "bot.sqlite3", "SELECT * FROM usage WHERE NOT settled")) == reserved
        assert len(model.asked) == reserved
    await then(bot, model)
