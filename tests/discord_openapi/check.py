"""Whether Discord takes a request: its route, the shape of its body, the limits beside the schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.discord_openapi.callbacks import callback
from tests.discord_openapi.commands import command, commands
from tests.discord_openapi.messages import message
from tests.discord_openapi.problem import Problem, blank, listed
from tests.discord_openapi.schemas import Schemas

MOST_OF_A_FILE = 10 * 1024 * 1024  # bytes, in a server without boosts

_CHANNEL = "/channels/{channel_id}"
_WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
_COMMANDS = ("/applications/{application_id}/commands", "/applications/{application_id}/guilds/{guild_id}/commands")


def _sent(body: Any) -> Iterator[Problem]:
    return message("$", body, new=True)


def _edited(body: Any) -> Iterator[Problem]:
    return message("$", body, new=False)


def _edited_in_channel(body: Any) -> Iterator[Problem]:
    return message("$", body, new=False, may_ping="content" in body)


def _thread(body: Any) -> Iterator[Problem]:
    yield from blank("$.name", body.get("name"))
    for first in listed([body.get("message")]):
        yield from message("$.message", first, new=True)


_LIMITS: dict[str, Callable[[Any], Iterator[Problem]]] = {
    f"POST {_CHANNEL}/messages": _sent,
    f"PATCH {_CHANNEL}/messages/{{message_id}}": _edited_in_channel,
    f"POST {_CHANNEL}/messages/{{message_id}}/threads": _thread,
    f"POST {_CHANNEL}/threads": _thread,
    f"POST {_WEBHOOK}": _sent,
    f"PATCH {_WEBHOOK}/messages/@original": _edited,
    f"PATCH {_WEBHOOK}/messages/{{message_id}}": _edited,
    "POST /interactions/{interaction_id}/{interaction_token}/callback": lambda body: callback("$", body),
    **{f"PUT {place}": lambda body: commands("$", body) for place in _COMMANDS},
    **{f"POST {place}": lambda body: command("$", body) for place in _COMMANDS},
}


@dataclass(slots=True)
class Check:
    """Remembers what it has judged: the same command list and the same deferral come with every test."""

    schemas: Schemas = field(default_factory=Schemas)
    _judged: dict[tuple[str, str], tuple[Problem, ...]] = field(default_factory=dict)

    def problems(self, method: str, path: str, body: Any, file_bytes: tuple[int, ...] = ()) -> tuple[Problem, ...]:
        """path: below the version, without a query. body: JSON, also that of a multipart's `payload_json`."""
        route = self.schemas.route(method, path)
        if route is None:
            return (Problem("$", "Discord has no such route"),)
        key = route, json.dumps(body, sort_keys=True, default=repr)
        if key not in self._judged:
            self._judged[key] = tuple(self._body(route, body))
        return self._judged[key] + tuple(_files(file_bytes))

    def _body(self, route: str, body: Any) -> Iterator[Problem]:
        yield from self.schemas.problems(route, with_ids_as_strings(body))
        if body is not None and route in _LIMITS and isinstance(body, (dict, list)):
            yield from _LIMITS[route](body)


def _files(file_bytes: tuple[int, ...]) -> Iterator[Problem]:
    if len(file_bytes) > 10:
        yield Problem("files", f"{len(file_bytes)} files, at most 10")
    for n, size in enumerate(file_bytes):
        if size > MOST_OF_A_FILE:
            yield Problem(f"files[{n}]", f"{size} bytes, at most {MOST_OF_A_FILE}")


def with_ids_as_strings(body: Any) -> Any:
    """Discord takes numbers for ids of what is referred to, of files and of people too, as its schema does not say."""
    if not isinstance(body, dict):
        return body
    if type(body.get("recipient_id")) is int:
        body = body | {"recipient_id": str(body["recipient_id"])}
    inner = {name: with_ids_as_strings(body[name]) for name in ("data", "message") if name in body}
    if isinstance(reference := body.get("message_reference"), dict):
        inner["message_reference"] = _strings(reference)
    if isinstance(files := body.get("attachments"), list):
        inner["attachments"] = [_strings(file) if isinstance(file, dict) else file for file in files]
    return body | inner


def _strings(part: dict[str, Any]) -> dict[str, Any]:
    ids = {name: str(value) for name, value in part.items() if name.endswith("id") and type(value) is int}
    return part | ids
