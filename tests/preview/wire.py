"""What a browser says to the page, without one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import aiohttp


class Wire:
    """One reader, in a session of its own once it is opened."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self._root, _, capability = url.partition("#")
        self._headers = {"X-Simcord-Capability": capability}
        self._sequence = itertools.count(1)
        self.opened: dict[str, Any] = {}

    async def open(self) -> None:
        self.opened = await self._say("POST", "pages", {})
        self._headers["X-Simcord-Context"] = self.opened["context"]["id"]

    async def state(self) -> dict[str, Any]:
        return await self._say("GET", "state")

    async def contents(self) -> list[str]:
        state = await self.state()
        return [state["messages"][message]["content"] for message in state["timeline"]]

    async def texts(self) -> list[str]:
        """All that each message says, what stands in its components included."""
        state = await self.state()
        return ["\n".join(_said(state["messages"][message])) for message in state["timeline"]]

    async def act(self, kind: str, *, revision: int | None = None, **body: Any) -> dict[str, Any]:
        return await self._say("POST", "action", {
            "protocol_version": 3, "kind": kind, "sequence": next(self._sequence), "request_id": kind,
            "generation": self.opened["context"]["generation"], "bot_generation": self.opened["botGeneration"],
            "published_revision": revision or (await self.state())["publishedRevision"], **body,
        })  # fmt: skip

    async def run(self, name: str, *, revision: int | None = None, **options: str) -> dict[str, Any]:
        [entry] = [each for each in (await self._say("GET", "commands"))["entries"] if each["invocation"] == name]
        return await self.act(
            "run_command", revision=revision, command_id=entry["commandId"], path=entry["path"],
            schema_fingerprint=entry["schemaFingerprint"], options=options,
        )  # fmt: skip

    async def _say(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        async with self._http.request(method, f"{self._root}api/{path}", json=body, headers=self._headers) as answer:
            assert answer.status == 200, await answer.text()
            said: dict[str, Any] = await answer.json()
            return said


def _said(item: Any) -> Iterator[str]:
    """Of a message, or of a component of one."""
    if item.get("content"):
        yield item["content"]
    for part in item.get("components", ()):
        yield from _said(part)
