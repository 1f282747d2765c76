"""What somebody types, line by line, while everything else goes on."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import AsyncIterator


async def typed_lines(prompt: str) -> AsyncIterator[str]:
    """Lines of standard input that hold anything, until it ends; a terminal is shown `prompt` before each."""
    is_asked = sys.stdin.isatty() and sys.stderr.isatty()
    while True:
        if is_asked:
            print(prompt, end="", file=sys.stderr, flush=True)
        line = await _next_line()
        if not line:
            if is_asked:
                print(file=sys.stderr)
            return
        if line.strip():
            yield line.strip()


async def _next_line() -> str:
    """Read in a thread that the end of the process does not wait for: nobody can call it back from a terminal."""
    loop = asyncio.get_running_loop()
    read: asyncio.Future[str] = loop.create_future()

    def tell(line: str) -> None:
        if not read.done():  # who waited was interrupted
            read.set_result(line)

    def wait() -> None:
        line = sys.stdin.readline()
        if not loop.is_closed():
            loop.call_soon_threadsafe(tell, line)

    threading.Thread(target=wait, name="typing", daemon=True).start()
    return await read
