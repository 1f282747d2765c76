"""One parser, seen from the bot: a process that is started when it is needed and killed when it is stuck."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Generic, TypeVar
from urllib.parse import urlsplit

import bot
from bot.errors import Unreadable
from bot.models.article import Article, from_json
from bot.models.page import Page
from bot.sources.parse_frames import HEAD, HELD, packed

T = TypeVar("T")

PARSE_WORKER = "bot.sources.parse_worker"
PAGES = 500  # after which a process is replaced, so that what a library keeps does not add up
MEMORY_HELD = 400_000_000  # bytes, after a page, with which it is replaced as well

_START_SECONDS = 30.0
_LONGEST_ANSWER = 64_000_000  # bytes
_COMPLAINT = 2_000  # characters of what a dead process said, for the log

# What a child needs to run; keys and tokens are not among it.
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH")


def article_parser(module: str = PARSE_WORKER) -> ParserProcess[Article]:
    """One that reads articles."""
    return ParserProcess(module, from_json)


class ParserProcess(Generic[T]):
    """module: what runs in it. unpack: makes what it read of its answers. Used by one reader at a time.

    pages: how many it reads before another takes its place. memory: bytes which it may still hold after a page.
    """

    def __init__(
        self, module: str, unpack: Callable[[dict[str, Any]], T], *, pages: int = PAGES, memory: int = MEMORY_HELD
    ) -> None:
        self._module = module
        self._unpack = unpack
        self._most_pages = pages
        self._most_memory = memory
        self._memory = 0
        self._process: Process | None = None
        self._complaints: IO[bytes] | None = None
        self._is_ready = False
        self._pages = 0

    async def start(self) -> None:
        """Start the process unless it runs; does not wait for its imports."""
        if self._process and self._process.returncode is None:
            return
        await self.end()
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `end`
        command = (sys.executable, "-P", "-m", self._module)
        self._process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=self._complaints, env=_environment()
        )

    async def read(self, page: Page, seconds: float) -> T:
        """Raises Unreadable; whatever happens but an answer, the process is killed."""
        answer, failure = None, "crash"
        try:
            answer = await self._exchange(page, seconds)
        except TimeoutError:
            failure = "deadline"
        except (OSError, EOFError, ValueError, KeyError, TypeError):
            if "MemoryError" in self._complaint():
                failure = "memory"
        finally:
            complaint = self._complaint() if answer is None else ""
            if answer is None or self._pages >= self._most_pages or self._memory > self._most_memory:
                await self.end()
        if answer is None:
            raise Unreadable(complaint, site=site_of(page), reason=failure)
        return answer

    async def end(self) -> None:
        """Kill the process and forget it."""
        process, self._process = self._process, None
        complaints, self._complaints = self._complaints, None
        self._is_ready, self._pages, self._memory = False, 0, 0
        if complaints:
            complaints.close()
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        if process.stdin:
            process.stdin.close()
        await process.wait()

    async def _exchange(self, page: Page, seconds: float) -> T:
        await self.start()
        if not self._is_ready:
            async with asyncio.timeout(_START_SECONDS):
                await self._answer()
            self._is_ready = True
        self._pages += 1
        async with asyncio.timeout(seconds):
            await self._send(page, seconds)
            answer = await self._answer()
        self._memory = answer.pop(HELD, 0)
        return self._unpack(answer)

    async def _send(self, page: Page, seconds: float) -> None:
        assert self._process
        assert self._process.stdin
        facts = {"asked": page.asked, "url": page.url, "content_type": page.content_type, "charset": page.charset}
        for part in packed(facts | {"seconds": seconds}, page.body):
            self._process.stdin.write(part)
        await self._process.stdin.drain()

    async def _answer(self) -> dict[str, Any]:
        """Raises EOFError when the process is gone, ValueError for what is no answer."""
        assert self._process
        assert self._process.stdout
        text_bytes, _ = HEAD.unpack(await self._process.stdout.readexactly(HEAD.size))
        if text_bytes > _LONGEST_ANSWER:
            raise ValueError("longer than any answer")
        answer: dict[str, Any] = json.loads(await self._process.stdout.readexactly(text_bytes))
        return answer

    def _complaint(self) -> str:
        if self._complaints is None:
            return ""
        end = self._complaints.seek(0, os.SEEK_END)
        self._complaints.seek(max(0, end - _COMPLAINT))
        return self._complaints.read().decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    here = str(Path(bot.__file__).parent.parent)
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, (here, kept.get("PYTHONPATH"))))
    return kept


def site_of(page: Page) -> str:
    """The host of a page, as failures name it."""
    try:
        return urlsplit(page.url or page.asked).hostname or page.asked
    except ValueError:
        return page.asked
