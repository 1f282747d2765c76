"""One question to the endpoint, and its answer; every call is booked, whatever becomes of it."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import AsyncGenerator, Coroutine
from dataclasses import replace
from typing import Any, TypeVar

from openai import AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletionChunk
from pydantic import BaseModel, ValidationError

from bot.analysis.engine import Meter
from bot.analysis.llm.dialect import Ask, Dialect
from bot.analysis.llm.failures import VENDOR_ERRORS, CallFailed, Endpoint
from bot.analysis.llm.reading import Reply, objects_in, parsed, piece_of, reply_of, usage_in
from bot.analysis.llm.schema import bounded_schema
from bot.analysis.tokens import Tokens
from bot.clock import Clock
from bot.errors import EngineCutShort, EngineDeclined, EngineNonsense, EngineTooSlow
from bot.models.money import Price, Usage, usage_of

Answer = TypeVar("Answer", bound=BaseModel)
Result = TypeVar("Result")

_FILTERED = "content_filter"
_UNFINISHED = ("", "length", _FILTERED)  # a few servers have names of their own for "stop"
MOST_BYTES = 4_000_000  # of one answer; a server that goes on beyond has lost its way
MOST_LESSONS = 12  # refusals that one question may teach us by
FRAME_TOKENS = 40  # what a chat template adds to two messages
# Other models' encodings need more tokens than o200k for the same text; 1.1 of SmolLM2's for English.
OTHER_ENCODINGS = 1.25


class ChatClient:
    """Asks one endpoint; raises CallFailed only."""

    def __init__(
        self, api: AsyncOpenAI, endpoint: Endpoint, tokens: Tokens, clock: Clock, prices: dict[str, Price]
    ) -> None:
        self._api, self._endpoint, self._tokens, self._clock, self._prices = api, endpoint, tokens, clock, prices
        self._dialect = Dialect(endpoint.model)
        self._margin = 1.0 if endpoint.is_openai else OTHER_ENCODINGS

    @property
    def context_may_be_smaller(self) -> bool:
        """Whether the model's context may be smaller than what is configured; servers of one's own often cut it."""
        return not self._endpoint.is_openai

    def prompt_tokens(self, ask: Ask) -> int:
        """The most tokens that the messages of `ask` may have in the model's own encoding."""
        return self._at_most(ask.messages.system, ask.messages.user)

    def room(self, ask: Ask, context: int) -> int:
        """Tokens, by our own count, that may be added to the prompt of `ask` until it fills `context`."""
        return int((context - self.prompt_tokens(ask)) / self._margin)

    def worst(self, ask: Ask, *, prompt: int | None = None) -> Usage:
        """The most that one call can spend, or could with so many tokens of prompt.

        Some endpoints count the schema as a part of the prompt.
        """
        messages = self.prompt_tokens(ask) if prompt is None else prompt
        schema = self._at_most(json.dumps(bounded_schema(ask.shape, ask.limit))) if ask.shape else 0
        return self.priced(Usage(prompt_tokens=messages + schema, completion_tokens=ask.limit))

    async def answer(self, ask: Ask, shape: type[Answer], meter: Meter, *, twice: bool = True) -> Answer:
        """An answer of this shape, within the endpoint's deadline.

        twice: ask a second time where that may help, with room for twice the answer when it was cut short.
        """
        return await self._within(self.deadline(), self._answer(ask, shape, meter, twice))

    def deadline(self) -> float:
        """By the loop's clock, of an answer that is asked for now."""
        return asyncio.get_running_loop().time() + self._endpoint.timeout

    async def wait(self, seconds: float) -> None:
        """Until a call that failed is worth a second try."""
        await self._clock.sleep(seconds)

    async def _answer(self, ask: Ask, shape: type[Answer], meter: Meter, twice: bool) -> Answer:
        try:
            return self._read(await self._call(ask, meter), ask, shape)
        except CallFailed as failed:
            if failed.again_in is None or not twice:
                raise
            again_in, cut_short = failed.again_in, isinstance(failed.error, EngineCutShort)
        await self.wait(again_in)
        ask = larger(ask) if cut_short else ask
        return self._read(await self._call(ask, meter), ask, shape)

    def _read(self, reply: Reply, ask: Ask, shape: type[Answer]) -> Answer:
        for candidate in objects_in(reply.text):
            try:
                return shape.model_validate(candidate)
            except ValidationError:
                continue
        raise _without_answer(reply, ask)

    async def _call(self, ask: Ask, meter: Meter) -> Reply:
        for _ in range(MOST_LESSONS):
            if reply := await self._post(ask, meter):
                return reply
        raise CallFailed(EngineNonsense(), "the endpoint refuses whatever it is sent")

    async def _post(self, ask: Ask, meter: Meter) -> Reply | None:
        """A reply; None when the endpoint refused what we know to leave out from now on."""
        request, spent = self._dialect.request(ask), self.worst(ask)
        try:
            completion = parsed(await self._body(request))
            reply = reply_of(completion)
            if reply is None:
                raise self._endpoint.odd(completion)
            spent = self.priced(reply.usage) if reply.usage else spent
            return reply
        except CallFailed as failed:
            learnt = not failed.too_long and self._dialect.learn(failed.says, request)
            spent = Usage() if failed.free or learnt else spent
            if not learnt:
                raise
            return None
        finally:
            meter.book(spent)  # also when we are cancelled

    async def _body(self, request: dict[str, Any]) -> bytes:
        create: Any = self._api.chat.completions.with_streaming_response.create
        body = bytearray()
        try:
            async with create(**request) as response:
                async for piece in response.iter_bytes():
                    body += piece
                    if len(body) > MOST_BYTES:
                        break
                return bytes(body)
        except VENDOR_ERRORS as error:
            failed = self._endpoint.failed(error)
        raise failed

    async def stream(self, ask: Ask, meter: Meter, deadline: float | None = None) -> AsyncGenerator[str, None]:
        """The answer piece by piece, as it is written; nothing of it is asked for a second time.

        The usage that the last chunk reports is booked, the most that was possible when the stream ends before it.
        """
        deadline = deadline or self.deadline()
        spent, finish = self.worst(ask), ""
        try:
            chunks = await self._within(deadline, self._opened(ask, meter))
            async with chunks:
                while chunk := await self._within(deadline, self._next(chunks)):
                    usage, (text, end) = usage_in(chunk), piece_of(chunk)
                    spent = self.priced(usage) if usage else spent
                    finish = finish if finish == _FILTERED else end or finish
                    if text:
                        yield text
        except CallFailed as failed:
            spent = Usage() if failed.free else spent
            raise
        finally:
            meter.book(spent)
        if finish in _UNFINISHED:
            raise _without_answer(Reply(text="", finish=finish, refusal="", usage=spent), ask)

    async def _opened(self, ask: Ask, meter: Meter) -> AsyncStream[ChatCompletionChunk]:
        for _ in range(MOST_LESSONS):
            request = self._dialect.request(ask, stream=True)
            try:
                chunks: AsyncStream[ChatCompletionChunk] = await self._api.chat.completions.create(**request)
                return chunks
            except VENDOR_ERRORS as error:
                failed = self._endpoint.failed(error)
            if failed.too_long or not self._dialect.learn(failed.says, request):
                raise failed
            meter.book(Usage())
        raise CallFailed(EngineNonsense(), "the endpoint refuses whatever it is sent", free=True)

    async def _next(self, chunks: AsyncStream[ChatCompletionChunk]) -> dict[str, Any]:
        """The next chunk as plain values, empty after the last one."""
        try:
            chunk: Any = await anext(chunks, None)
            return chunk.model_dump(warnings=False) if isinstance(chunk, BaseModel) else {}
        except VENDOR_ERRORS as error:
            failed = self._endpoint.failed(error)
        raise failed

    async def _within(self, deadline: float, work: Coroutine[Any, Any, Result]) -> Result:
        """A deadline over the whole of a stream would also cut through whoever reads it: one for each step then."""
        try:
            async with asyncio.timeout_at(deadline):
                return await work
        except TimeoutError:
            late = CallFailed(EngineTooSlow(seconds=self._endpoint.timeout), "past the deadline")
        raise late

    def _at_most(self, *texts: str) -> int:
        return math.ceil((sum(map(self._tokens.count, texts)) + FRAME_TOKENS) * self._margin)

    def priced(self, usage: Usage) -> Usage:
        """The same tokens with what they cost, if the model's price is known."""
        return usage_of(
            self._prices,
            self._endpoint.model,
            prompt_tokens=usage.prompt_tokens,
            completion_tokens=usage.completion_tokens,
            cached_tokens=usage.cached_tokens,
        )


def larger(ask: Ask) -> Ask:
    """The same question with room for twice the answer."""
    return replace(ask, limit=2 * ask.limit)


def _without_answer(reply: Reply, ask: Ask) -> CallFailed:
    """Why there is nothing in a reply that we can use."""
    said = f"finish_reason {reply.finish!r}, {len(reply.text)} characters"
    if reply.refusal or reply.finish == _FILTERED:
        return CallFailed(EngineDeclined(), f"{said}, refusal: {bool(reply.refusal)}")
    if reply.finish == "length":
        written = reply.usage.completion_tokens if reply.usage else ask.limit
        no_room = written < 0.9 * ask.limit  # it was the context that ended, not the limit
        return CallFailed(EngineCutShort(tokens=written), said, again_in=None if no_room else 0.0, too_long=no_room)
    return CallFailed(EngineNonsense(), said, again_in=0.0)
