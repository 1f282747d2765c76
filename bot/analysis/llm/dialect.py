"""What one endpoint understands: found out by its refusals, once, and remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from pydantic import BaseModel

from bot.analysis.llm.schema import bounded_schema, unbounded_schema
from bot.analysis.prompts import Messages

Parameter = str | int | float


class Form(IntEnum):
    """How an answer's shape is asked for, from the surest to what any endpoint can do."""

    BOUNDED_SCHEMA = 0
    SCHEMA = 1
    JSON_OBJECT = 2
    TEXT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question. `limit` is the most tokens of the answer, hidden reasoning included; `shape` None for prose."""

    messages: Messages
    parameters: Mapping[str, Parameter]
    limit: int
    shape: type[BaseModel] | None = None


_FORMAT = re.compile(r"response_format|json_schema|json_object|schema|grammar|structured output")
_ROLES = re.compile(r"system.{0,20}\brole|\brole.{0,20}system|roles must alternate")
_NEXT_EFFORT = {"none": "minimal", "minimal": "low"}  # what an endpoint may know that does not know the first


class Dialect:
    """The requests of one endpoint and model."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._form = Form.BOUNDED_SCHEMA
        self._limit_name = "max_completion_tokens"
        self._system_apart = True
        self._unknown: set[str] = set()
        self._unknown_efforts: set[str] = set()

    def request(self, ask: Ask, *, stream: bool = False) -> dict[str, Any]:
        """The arguments of a chat completion."""
        extras: dict[str, Any] = dict(ask.parameters)
        while (effort := extras.get("reasoning_effort")) in self._unknown_efforts:
            extras["reasoning_effort"] = _NEXT_EFFORT[effort]
        if stream:
            extras |= {"stream": True, "stream_options": {"include_usage": True}}
        known = {name: value for name, value in extras.items() if name not in self._unknown}
        base = {"model": self._model, "messages": self._messages(ask.messages), self._limit_name: ask.limit}
        return base | known | self._format(ask)

    def learn(self, says: str, request: Mapping[str, Any]) -> bool:
        """Take in what the endpoint said, in lower case, about a request; whether the next one will differ."""
        if self._limit_name == "max_completion_tokens" in says:
            self._limit_name = "max_tokens"
            return True
        for name in ("reasoning_effort", "temperature", "top_p", "seed", "stream_options"):
            if name in request and re.search(rf"\b{name}\b", says):
                self._do_without(name, request[name], says)
                return True
        if self._system_apart and _ROLES.search(says):
            self._system_apart = False
            return True
        if "response_format" in request and _FORMAT.search(says):
            self._form = Form(self._form + 1)
            return True
        return False

    def _do_without(self, name: str, value: Any, says: str) -> None:
        if name == "reasoning_effort" and value in _NEXT_EFFORT and "value" in says:
            self._unknown_efforts.add(value)
        else:
            self._unknown.add(name)

    def _messages(self, messages: Messages) -> list[dict[str, str]]:
        if self._system_apart:
            return [{"role": "system", "content": messages.system}, {"role": "user", "content": messages.user}]
        return [{"role": "user", "content": f"{messages.system}\n\n{messages.user}"}]

    def _format(self, ask: Ask) -> dict[str, Any]:
        if ask.shape is None or self._form is Form.TEXT:
            return {}
        if self._form is Form.JSON_OBJECT:
            return {"response_format": {"type": "json_object"}}
        bounded = self._form is Form.BOUNDED_SCHEMA
        schema = bounded_schema(ask.shape, ask.limit) if bounded else unbounded_schema(ask.shape)
        named = {"name": ask.shape.__name__, "strict": True, "schema": schema}
        return {"response_format": {"type": "json_schema", "json_schema": named}}
