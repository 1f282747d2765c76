"""A parser that does what the page says, to see what becomes of it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time

from bot.models.article import Article
from bot.models.page import Page
from bot.sources.parse_worker import article_answer, serve


def act(page: Page) -> Article:
    """The body is a command; the article tells what came of it."""
    command, _, rest = page.body.decode().partition(" ")
    match command:
        case "echo":
            return Article(title=rest, url=page.url, paragraphs=(str(os.getpid()),))
        case "hang":
            while True:
                time.sleep(60)
        case "bloat":
            return Article(title=" " * 2_000_000_000)
        case "raise":
            raise KeyError(rest)
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "connect":
            socket.create_connection(("127.0.0.1", int(rest)))
        case "run":
            subprocess.run(["true"], check=True)
        case "print":
            print("a library that talks")  # noqa: T201
            return Article(title="printed")
        case "environment":
            return Article(paragraphs=tuple(sorted(os.environ)))
        case "modules":
            return Article(paragraphs=tuple(sorted(sys.modules)))
    return Article(title="done")


if __name__ == "__main__":
    serve(lambda: lambda page: article_answer(act(page)))
