"""Every test's requests are judged: those that reach the simulated Discord, without the test asking for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import SEEK_END
from typing import Any

import simcord.http.router

from tests.discord_openapi.check import Check


@dataclass(slots=True)
class Watch:
    """complaints: a line for everything that Discord would refuse, in the order in which it was sent."""

    check: Check = field(default_factory=Check)
    complaints: list[str] = field(default_factory=list)

    def judge(self, method: str, path: str, body: Any, file_bytes: tuple[int, ...] = ()) -> None:
        """Note what is wrong with a request."""
        found = self.check.problems(method, path, body, file_bytes)
        self.complaints += [f"{method} {path} {problem}" for problem in found]

    @contextmanager
    def watching(self) -> Iterator[None]:
        """In force inside of the block."""
        original = simcord.http.router.dispatch
        simcord.http.router.dispatch = self._judging(original)
        try:
            yield
        finally:
            simcord.http.router.dispatch = original

    def _judging(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def dispatch(backend: Any, method: str, path: str, **sent: Any) -> Any:
            self.judge(method, path, sent.get("json"), tuple(map(_size, sent.get("files") or ())))
            return original(backend, method, path, **sent)

        return dispatch


def _size(file: Any) -> int:
    """Bytes of an open file, which stays where it is."""
    here = file.fp.tell()
    size: int = file.fp.seek(0, SEEK_END)
    file.fp.seek(here)
    return size
