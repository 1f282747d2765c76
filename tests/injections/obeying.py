"""A model that does whatever it reads: it looks for an attack in its prompt, and writes what that wants."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.analysis.llm.endpoint import Step, completion, streamed
from tests.injections.attacks import Attack, Prompted

PIECE = 40  # characters; a token's border is nobody's
HONEST = "The author says that the harbour is the one door that a port town has [1¶2]."


@dataclass(slots=True)
class ObeyingModel:
    """attack: what it looks for, None for nothing yet. prompts: all that it was sent."""

    attack: Attack | None = None
    url: str = ""
    prompts: list[Prompted] = field(default_factory=list)
    _found: set[str] = field(default_factory=set)

    def obeyed(self, attack: Attack) -> bool:
        """Whether it has read it."""
        return attack.name in self._found

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            body = await _body(reader)
            prompt = _prompted(body)
            self.prompts.append(prompt)
            await self._step(body, self._written(prompt))(writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client left
        finally:
            writer.close()

    def _written(self, prompt: Prompted) -> str:
        if self.attack is None or _words(self.attack.text)[-24:] not in _words(prompt.user):
            return HONEST
        self._found.add(self.attack.name)
        return self.attack.obeyed(prompt)

    def _step(self, body: dict[str, Any], text: str) -> Step:
        if not body.get("stream"):
            return completion(_as_json(text))
        pieces = [text[start : start + PIECE] for start in range(0, len(text), PIECE)]
        chunks = [_chunk({"content": piece}, None) for piece in pieces] + [_chunk({}, "stop")]
        return streamed(*chunks, "[DONE]")


def _as_json(text: str) -> str:
    """An answer in each of the shapes that may be asked for: one of them fits."""
    memo = {"kind": "fact", "person": "", "text": text[:200], "turns": [1]}
    remark = {"text": text[:200], "paragraphs": [1]}
    summary = {"thesis": text[:400], "arguments": [], "quotes": [], "critique": [remark], "reader_reaction": ""}
    return json.dumps(summary | {"tldr": text[:400], "memos": [memo]})


def _chunk(delta: dict[str, str], finish: str | None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return json.dumps({"id": "x", "object": "chat.completion.chunk", "choices": [choice]})


async def _body(reader: asyncio.StreamReader) -> dict[str, Any]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = next(line.split(":")[1] for line in head.split("\r\n") if line.startswith("content-length"))
    body: dict[str, Any] = json.loads(await reader.readexactly(int(length)))
    return body


def _prompted(body: dict[str, Any]) -> Prompted:
    said = {message["role"]: message["content"] for message in body["messages"]}
    return Prompted(system=said.get("system", ""), user=said["user"])


def _words(text: str) -> str:
    """As it is read, whatever the prompt did to blanks and marks."""
    return "".join(character for character in text.lower() if character.isalnum())


@asynccontextmanager
async def obeying() -> AsyncIterator[ObeyingModel]:
    """Served on a free port."""
    model = ObeyingModel()
    server = await asyncio.start_server(model.serve, "127.0.0.1", 0, limit=2**24)
    model.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield model
    finally:
        server.close()
