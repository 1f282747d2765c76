"""A model that answers one thing, remembers as it is told to, and keeps every prompt that it was sent."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from tests.analysis.llm.endpoint import Endpoint, completion, endpoint, streamed

Remembering = Callable[[str], list[dict[str, Any]]]

ANSWER = "Yes."  # soon checked
_TURN = re.compile(r"^#(\d+) ([^:\n]+): (.+)$", re.MULTILINE)
_BLOCKS = re.compile(r"⟦(\w+)⟧\n(.*?)\n⟦/\1⟧", re.DOTALL)
_SENTENCES = re.compile(r"(?<=[.!?»”])\s+")
_WORDS = re.compile(r"in at most (\d+) memos and (\d+) words")
_USAGE = {"prompt_tokens": 1_000, "completion_tokens": 60, "total_tokens": 1_060}


class ScriptedModel:
    """`prompts` are the questions that it was asked, system and user; `folds` what it was to remember."""

    def __init__(self, remembering: Remembering) -> None:
        self.prompts: list[tuple[str, str]] = []
        self.folds: list[str] = []
        self.url = ""
        self._remembering = remembering
        self._told: Endpoint | None = None

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[ScriptedModel]:
        """On a port of loopback that is free."""
        async with endpoint(self._step) as told:
            self._told, self.url = told, told.url
            yield self

    async def _step(self, writer: asyncio.StreamWriter) -> None:
        assert self._told
        body = self._told.asked.pop().body
        system, user = (message["content"] for message in body["messages"])
        if body.get("stream"):
            self.prompts.append((system, user))
            await streamed(*_chunks(ANSWER))(writer)
        else:
            self.folds.append(f"{system}\n{user}")
            await completion(json.dumps({"memos": self._remembering(user)}), usage=_USAGE)(writer)


def _chunks(text: str) -> list[str]:
    """The answer whole, its end, the usage, and the end of the stream."""
    parts: list[dict[str, Any]] = [
        {"choices": [{"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}]},
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
        {"choices": [], "usage": _USAGE},
    ]
    whole = [{"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", **part} for part in parts]
    return [*map(json.dumps, whole), "[DONE]"]


def sensible(user: str) -> list[dict[str, Any]]:
    """What a modest model would keep: of each turn the sentence that says most, the latest ones where room is short."""
    blocks = dict(_BLOCKS.findall(user))
    room = _WORDS.search(user)
    memos, words = (int(room[1]), int(room[2])) if room else (20, 400)
    found = [*_remembered(blocks.get("memory", "")), *_new(blocks.get("turns", ""))]
    while len(found) > memos or sum(len(memo["text"].split()) for memo in found) > words:
        found.pop(0)
    return found


def _remembered(block: str) -> list[dict[str, Any]]:
    """The memory so far, copied."""
    found = []
    for line in block.splitlines():
        text, turns = line.lstrip("- ").rsplit(" (", 1) if " (" in line else (line, "")
        numbers = [int(number) for number in re.findall(r"\d+", turns)]
        person, colon, rest = text.partition(": ")
        if numbers:
            memo = {"kind": "position" if colon else "fact", "person": person if colon else ""}
            found.append({**memo, "text": rest if colon else text, "turns": numbers[:5]})
    return found


def _new(block: str) -> list[dict[str, Any]]:
    found = []
    for number, who, text in _TURN.findall(block):
        sentence = max(_SENTENCES.split(text), key=_weight)
        if who != "answer" and not sentence.endswith("?") and _weight(sentence) > 1:
            found.append({"kind": "position", "person": who, "text": sentence, "turns": [int(number)]})
    return found


def _weight(sentence: str) -> int:
    """Numbers and names weigh."""
    return len(re.findall(r"\d+", sentence)) * 2 + len(re.findall(r"(?<=[a-z,] )[A-ZÄÖÜÁÉ]\w+", sentence))


def nonsense(user: str) -> list[dict[str, Any]]:
    """What a model makes of it that has understood nothing: nothing of it is in any turn."""
    return [{"kind": "fact", "person": "", "text": "The moon is made of green ledger paper.", "turns": [1]}]
