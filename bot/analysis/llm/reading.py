"""From the bytes of an answer to what it says: nothing in it is taken for granted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.models.money import Usage

_DECODER = json.JSONDecoder(strict=False)  # line breaks inside of strings are common
_THOUGHTS = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_MOST_OBJECTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer of the endpoint. `finish` is why it ended ("stop", "length", …); `refusal` "" when there is none."""

    text: str
    finish: str
    refusal: str
    usage: Usage | None


def parsed(body: bytes | str) -> Any:
    """The JSON value in `body`, None when there is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def reply_of(completion: Any) -> Reply | None:
    """What a chat completion says; None for what is no chat completion."""
    choices = _of(completion, "choices", list)
    choice = choices[0] if choices else None
    message = _of(choice, "message", dict)
    if message is None:
        return None
    return Reply(
        text=_text(message.get("content")),
        finish=_of(choice, "finish_reason", str) or "",
        refusal=_of(message, "refusal", str) or "",
        usage=usage_in(completion),
    )


def piece_of(chunk: Any) -> tuple[str, str]:
    """The text that a streamed chunk adds, and why the answer ended, "" while it goes on; a refusal is a filter's."""
    choices = _of(chunk, "choices", list)  # empty in the chunk that brings the usage
    choice = choices[0] if choices else None
    delta = _of(choice, "delta", dict) or {}
    finish = "content_filter" if _of(delta, "refusal", str) else _of(choice, "finish_reason", str) or ""
    return _text(delta.get("content")), finish


def models_in(listed: Any) -> list[str]:
    """The names in a list of models."""
    return [name for model in _of(listed, "data", list) or () if (name := _of(model, "id", str))]


def usage_in(completion: Any) -> Usage | None:
    """What the endpoint says was spent, without its cost; None when it does not say, or says nothing credible."""
    usage = _of(completion, "usage", dict)
    prompt, completed = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
    if not prompt or completed is None:
        return None
    cached = _count(_of(usage, "prompt_tokens_details", dict), "cached_tokens") or 0
    return Usage(prompt_tokens=prompt, completion_tokens=completed, cached_tokens=min(cached, prompt))


def objects_in(text: str) -> Iterator[dict[str, Any]]:
    """The JSON objects in an answer, whatever stands around them."""
    text = _THOUGHTS.sub("", text)
    for candidate in (text, _TRAILING_COMMA.sub("", text)):
        yield from _objects(candidate)


def _objects(text: str) -> Iterator[dict[str, Any]]:
    position = text.find("{")
    for _ in range(_MOST_OBJECTS):
        if position < 0:
            return
        try:
            value, end = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError):
            end = position + 1
        else:
            yield value
        position = text.find("{", end)


def _text(content: Any) -> str:
    """A message's content; some servers send it in parts."""
    if isinstance(content, list):
        return "".join(_of(part, "text", str) or "" for part in content)
    return content if isinstance(content, str) else ""


def _of(container: Any, key: str, kind: type[Any]) -> Any:
    value = container.get(key) if isinstance(container, dict) else None
    return value if isinstance(value, kind) else None


def _count(container: Any, key: str) -> int | None:
    value = _of(container, key, int)
    return value if value is not None and not isinstance(value, bool) and value >= 0 else None
