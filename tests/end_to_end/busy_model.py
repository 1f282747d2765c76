"""A model for a busy hour: it answers with what articles say, remembers what was said, and takes its time for both."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from bot.clock import SystemClock
from tests.analysis.llm.endpoint import Endpoint, Step, completion, endpoint

FOLD_SECONDS, PIECE_SECONDS = 0.3, 0.15
REMEMBERED = 12  # memos of before that it copies

_ARTICLE = re.compile(r"^Article (\d+), \w+$")
_PARAGRAPH = re.compile(r"^¶(\d+) (.+)$")
_TURN = re.compile(r"^#(\d+) ([^:]+): (.+)$", re.MULTILINE)
_MEMO = re.compile(r"^- (?:([^:]+): )?(.+) \((#[#\d, ]+)\)$", re.MULTILINE)
_BLOCK = re.compile(r"⟦(\w+)⟧\n(.*?)\n⟦/\1⟧", re.DOTALL)
_USAGE = {"prompt_tokens": 1_000, "completion_tokens": 60, "total_tokens": 1_060}


class BusyModel:
    """answering, folding: how many it is at. folded: the turns of each memory that it has written.

    pause: seconds between the sentences of every other answer. may_answer: nobody is answered before it is set.
    """

    def __init__(self, pause: float = PIECE_SECONDS) -> None:
        self.url, self._pause = "", pause
        self.answering = self.folding = self.answers = 0
        self.folded: list[frozenset[int]] = []
        self.began_to_fold, self.has_answered = asyncio.Event(), asyncio.Event()
        self.was_asked, self.may_answer = asyncio.Event(), asyncio.Event()
        self.may_answer.set()
        self._clock = SystemClock()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[BusyModel]:
        """On a free port."""
        async with endpoint(completion()) as told:
            told.steps[:] = [self._step_of(told)]
            self.url = told.url
            yield self

    def _step_of(self, told: Endpoint) -> Step:
        async def step(writer: asyncio.StreamWriter) -> None:
            body = told.asked.pop().body
            user = body["messages"][-1]["content"]
            if body.get("stream"):
                await self._answer(writer, user)
            elif "turns" in (blocks := dict(_BLOCK.findall(user))):
                await self._remember(writer, blocks)
            else:
                await completion()(writer)  # a summary

        return step

    async def _answer(self, writer: asyncio.StreamWriter, user: str) -> None:
        """Every other one at once, the others sentence by sentence."""
        self.answers += 1
        self.answering += 1
        self.was_asked.set()
        try:
            await self.may_answer.wait()
            pause = self._pause if self.answers % 2 else 0.0
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
            for sentence in _said(user, self.answers):
                writer.write(_event({"content": sentence}))
                await writer.drain()
                await self._clock.sleep(pause)
            writer.write(_event({}, "stop") + b"data: [DONE]\n\n")
            self.has_answered.set()
        finally:
            self.answering -= 1

    async def _remember(self, writer: asyncio.StreamWriter, blocks: Mapping[str, str]) -> None:
        self.folding += 1
        self.began_to_fold.set()
        try:
            await self._clock.sleep(FOLD_SECONDS)
            turns = _TURN.findall(blocks["turns"])
            memos = [*_copied(blocks.get("memory", "")), *_new(turns)]
            self.folded.append(frozenset(int(number) for number, *_ in turns))
            await completion(json.dumps({"memos": memos}), usage=_USAGE)(writer)
        finally:
            self.folding -= 1


def _said(user: str, number: int) -> list[str]:
    """Three paragraphs' first sentences, others with each number."""
    n, found = 0, []
    for line in user.splitlines():
        if article := _ARTICLE.match(line):
            n = int(article[1])
        elif paragraph := _PARAGRAPH.match(line):
            first = paragraph[2].split(". ")[0].rstrip(".")
            found.append(f"{first} [{n}¶{paragraph[1]}]. ")
    return [found[(number * step) % len(found)] for step in (1, 2, 3)] if found else ["The articles here don't say. "]


def _copied(block: str) -> list[dict[str, Any]]:
    lines = [_memo(person, text, re.findall(r"\d+", turns)) for person, text, turns in _MEMO.findall(block)]
    return lines[-REMEMBERED:]


def _new(turns: list[tuple[str, str, str]]) -> list[dict[str, Any]]:
    return [_memo(who.split(",")[0], text, [number]) for number, who, text in turns if who != "answer"]


def _memo(person: str, text: str, turns: list[str]) -> dict[str, Any]:
    return {"kind": "position" if person else "fact", "person": person, "text": text, "turns": list(map(int, turns))}


def _event(delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"
