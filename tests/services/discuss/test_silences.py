"""A stream that falls silent says so, and is closed whatever happens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field

import pytest

from bot.errors import EngineBusy
from bot.services.discuss.silences import with_silences


@dataclass
class AStream:
    """Says its pieces, waits where one is None until it is let go on, and fails where one is an exception."""

    pieces: tuple[str | Exception | None, ...]
    go_on: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False

    async def run(self) -> AsyncGenerator[str, None]:
        try:
            for piece in self.pieces:
                if isinstance(piece, Exception):
                    raise piece
                if piece is None:
                    await self.go_on.wait()
                else:
                    yield piece
        finally:
            self.closed = True


async def test_what_comes_in_time_comes_through_unchanged() -> None:
    stream = AStream(("a", "b"))
    assert [piece async for piece in with_silences(stream.run(), 10)] == ["a", "b"]
    assert stream.closed


async def test_silence_is_told_and_the_stream_goes_on_after_it() -> None:
    stream = AStream(("a", None, "b"))
    heard = list[str | None]()
    async for piece in with_silences(stream.run(), 0.01):
        heard.append(piece)
        if heard.count(None) == 2:
            stream.go_on.set()
    assert (heard[0], heard[-1], set(heard[1:-1])) == ("a", "b", {None})
    assert heard.count(None) >= 2


async def test_a_failure_comes_through_behind_what_came_before_it() -> None:
    stream = AStream(("a", EngineBusy(endpoint="x")))
    async with aclosing(with_silences(stream.run(), 10)) as pieces:
        assert await anext(pieces) == "a"
        with pytest.raises(EngineBusy):
            await anext(pieces)
    assert stream.closed


async def test_who_stops_listening_closes_the_stream() -> None:
    stream = AStream(("a", "b"))
    async with aclosing(with_silences(stream.run(), 10)) as pieces:
        assert await anext(pieces) == "a"
    assert stream.closed


async def test_cancelled_in_a_silence_it_closes_the_stream() -> None:
    stream, begun = AStream(("a", None)), asyncio.Event()

    async def listen() -> None:
        async with aclosing(with_silences(stream.run(), 10)) as pieces:
            async for _ in pieces:
                begun.set()

    task = asyncio.create_task(listen())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert stream.closed
