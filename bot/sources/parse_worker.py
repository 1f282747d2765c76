"""The other end of the pipes: reads pages, one after the other, in a process that can be killed.

Imports as little as it can (it starts for a command line) and holds nothing worth stealing: no secrets in its
environment, no network, a gigabyte of memory.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any, BinaryIO

from bot.models.article import Article, to_json
from bot.models.page import Page
from bot.sources.parse_frames import HEAD, HELD, packed

MEMORY_BYTES = 1 << 30
POLITE = 10  # niceness: whoever waits for an acknowledgement comes before whoever reads two megabytes
_GRACE = 1.0  # seconds after the deadline at which the process ends by itself: its parent may be gone
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "ctypes.dlopen")

Read = Callable[[Page], dict[str, Any]]  # from a page to an answer, as JSON


def serve(load: Callable[[], Read], *, memory: int = MEMORY_BYTES) -> None:
    """Answer pages until the pipe closes. `load` makes the heavy imports, under the limits already.

    memory: bytes that the process may take.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle; it closes the pipe
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not break a frame
    logging.disable()
    os.nice(POLITE)
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_CORE, 0)
    read = load()
    sys.addaudithook(_stay_inside)
    _answer(answers, {})
    while frame := _frame(asked):
        facts, body = frame
        signal.setitimer(signal.ITIMER_REAL, facts.pop("seconds") + _GRACE)
        answer = read(Page(**facts, body=body))
        signal.setitimer(signal.ITIMER_REAL, 0)
        _answer(answers, answer | {HELD: _memory_held()})


def _memory_held() -> int:
    """Bytes; 0 where the system does not say. What a library keeps after a large page, it keeps for good."""
    try:
        with open("/proc/self/statm", "rb") as counts:
            return int(counts.read().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def article_answer(article: Article) -> dict[str, Any]:
    """An article as it goes through the pipe."""
    answer = to_json(article)
    del answer["text"]  # the paragraphs hold it
    return answer


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _stay_inside(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a parser has no business with {event}")


def _frame(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    text_bytes, body_bytes = HEAD.unpack(head)
    text, body = stream.read(text_bytes), stream.read(body_bytes)
    return (json.loads(text), body) if len(body) == body_bytes else None


def _answer(stream: BinaryIO, facts: dict[str, Any]) -> None:
    stream.writelines(packed(facts))
    stream.flush()


def _load() -> Read:
    from bot.sources.charset import decode
    from bot.sources.extract import extract
    from bot.sources.extract.hostile import tame

    def read(page: Page) -> dict[str, Any]:
        """Decoded and tamed before a parser sees it; as UTF-8, whatever it was."""
        # The mark in front settles the charset for whoever decodes it next.
        text = tame(decode(page.body, page.charset))
        marked = replace(page, charset="utf-8", body=b"\xef\xbb\xbf" + text.encode("utf-8", "replace"))
        return article_answer(extract(marked))

    return read


if __name__ == "__main__":
    serve(_load)
