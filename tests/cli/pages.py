"""The local page's process."""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.cli.commands import CommandLine

PATIENCE = 60.0  # seconds until a page must be there, or gone


@dataclass(slots=True)
class Served:
    """A page's process, and what it has printed so far."""

    process: subprocess.Popen[bytes]
    lines: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        [url] = re.findall(r"http://127\.0\.0\.1:\d+/#\S+", "".join(self.lines))
        return str(url)

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    def wait_for_url(self) -> None:
        assert self.process.stdout is not None
        while line := self.process.stdout.readline().decode():
            self.lines.append(line)
            if "Ctrl-C" in line:
                return
        raise AssertionError("".join(self.lines) or "nothing was printed")

    def end_by(self, number: int) -> tuple[int, str]:
        """Its exit status, and what it wrote to standard error."""
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors.decode()


@contextmanager
def served(bot: CommandLine, *arguments: object) -> Iterator[Served]:
    process = bot.start(*arguments)
    watchdog = threading.Timer(PATIENCE, process.kill)
    watchdog.start()
    try:
        page = Served(process)
        page.wait_for_url()
        yield page
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
