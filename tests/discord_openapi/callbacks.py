"""Limits of a first answer to an interaction that the schema does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.discord_openapi.components import components
from tests.discord_openapi.messages import message
from tests.discord_openapi.problem import Problem, blank, listed, too_long

MESSAGE, UPDATE, AUTOCOMPLETE, MODAL = 4, 7, 8, 9
MOST_CHOICES, MOST_OF_A_CHOICE = 25, 100
MOST_OF_A_TITLE = 45


def callback(where: str, body: Any) -> Iterator[Problem]:
    """By its type: a message, an edit of the one with the button, choices, a modal; deferring has no limits."""
    if not isinstance(body, dict):
        return
    kind, data, at = body.get("type"), body.get("data") or {}, f"{where}.data"
    if kind in (MESSAGE, UPDATE):
        yield from message(at, data, new=kind == MESSAGE)
    elif kind == AUTOCOMPLETE:
        yield from _choices(f"{at}.choices", data.get("choices"))
    elif kind == MODAL:
        yield from too_long(f"{at}.title", data.get("title"), MOST_OF_A_TITLE)
        yield from components(at, data)


def _choices(where: str, choices: Any) -> Iterator[Problem]:
    if len(listed(choices)) > MOST_CHOICES:
        yield Problem(where, f"{len(choices)} choices, at most {MOST_CHOICES}")
    for n, choice in enumerate(listed(choices)):
        yield from blank(f"{where}[{n}].name", choice.get("name"))
        yield from too_long(f"{where}[{n}].name", choice.get("name"), MOST_OF_A_CHOICE)
        yield from too_long(f"{where}[{n}].value", choice.get("value"), MOST_OF_A_CHOICE)
