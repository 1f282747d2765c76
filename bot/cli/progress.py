"""How far the work is, on standard error, when somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bot.models.summary import Progress, Stage, unwatched


@contextmanager
def watched(source: str) -> Iterator[Progress]:
    """A line that changes as the work goes on and is gone when it ends; nothing where nobody looks."""
    if not sys.stderr.isatty():
        yield unwatched
        return

    def show(stage: Stage) -> None:
        """Written over the line before, without a line break; flushed, or nobody would see it in time."""
        print(f"\r\x1b[K{stage.value} {_tail(source)} …", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _tail(source: str, width: int = 60) -> str:
    printable = "".join(c for c in source if c.isprintable())
    return printable if len(printable) <= width else f"…{printable[-width:]}"
