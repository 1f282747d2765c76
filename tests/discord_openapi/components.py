"""Limits of a message's components that the schema does not know.

Sources: Discord's documentation of components, of August 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.discord_openapi.problem import Problem, blank, listed, repeated, units

IS_COMPONENTS_V2 = 1 << 15
MOST_COMPONENTS, MOST_TEXT, MOST_ROWS = 40, 4_000, 5
ACTION_ROW, BUTTON, TEXT_DISPLAY = 1, 2, 10
STRING_SELECT = 3
SELECTS = {STRING_SELECT, 5, 6, 7, 8}
LINK, PREMIUM = 5, 6

Placed = tuple[str, dict[str, Any]]


def components(where: str, body: dict[str, Any]) -> Iterator[Problem]:
    """body: a message's or a modal's."""
    at = f"{where}.components"
    placed = list(walk(at, body.get("components")))
    yield from repeated(at, [part["custom_id"] for _, part in placed if part.get("custom_id")], "custom_id")
    for place, part in placed:
        if part.get("type") == ACTION_ROW:
            yield from _row(place, part)
        elif part.get("type") == BUTTON:
            yield from _button(place, part)
        elif part.get("type") == TEXT_DISPLAY:
            yield from blank(f"{place}.content", part.get("content"))
        elif part.get("type") in SELECTS:
            yield from _select(place, part)


def layout(where: str, body: dict[str, Any]) -> Iterator[Problem]:
    """The two ways of a message: text and rows, or a layout of components."""
    at = f"{where}.components"
    placed = list(walk(at, body.get("components")))
    if not (body.get("flags") or 0) & IS_COMPONENTS_V2:
        for place, part in placed:
            if part.get("type") not in {ACTION_ROW, BUTTON, *SELECTS}:
                yield Problem(place, f"type {part.get('type')} stands in layouts only, and the message is not flagged")
        if len(listed(body.get("components"))) > MOST_ROWS:
            yield Problem(at, f"{len(body['components'])} rows, at most {MOST_ROWS}")
        return
    if len(placed) > MOST_COMPONENTS:
        yield Problem(at, f"{len(placed)} components, at most {MOST_COMPONENTS}")
    if (text := sum(units(part["content"]) for _, part in placed if isinstance(part.get("content"), str))) > MOST_TEXT:
        yield Problem(at, f"{text} units of text, at most {MOST_TEXT}")
    for other in ("content", "embeds", "poll", "sticker_ids"):
        if body.get(other):
            yield Problem(f"{where}.{other}", "a layout of components has none")


def walk(where: str, parts: Any) -> Iterator[Placed]:
    """Every component with its place, those within others too."""
    for n, part in enumerate(parts if isinstance(parts, list) else []):
        if isinstance(part, dict):
            place = f"{where}[{n}]"
            yield place, part
            yield from walk(f"{place}.components", part.get("components"))
            for name in ("accessory", "component"):
                if isinstance(inner := part.get(name), dict):
                    yield f"{place}.{name}", inner


def _row(where: str, row: dict[str, Any]) -> Iterator[Problem]:
    kinds = [part.get("type") for part in listed(row.get("components"))]
    if len(kinds) > 1 and SELECTS.intersection(kinds):
        yield Problem(where, "a select stands alone in its row")


def _button(where: str, button: dict[str, Any]) -> Iterator[Problem]:
    style, custom_id, url = button.get("style"), button.get("custom_id"), button.get("url")
    if style == LINK and (custom_id or not url):
        yield Problem(where, "a link has a url and no custom_id")
    if style not in {LINK, PREMIUM} and (url or not custom_id):
        yield Problem(where, "a button has a custom_id and no url")
    if url and not str(url).startswith(("http://", "https://", "discord://")):
        yield Problem(f"{where}.url", "not an address that Discord links to")
    if style != PREMIUM and not (button.get("label") or "").strip() and not button.get("emoji"):
        yield Problem(where, "a button has a label or an emoji")


def _select(where: str, select: dict[str, Any]) -> Iterator[Problem]:
    values = [option.get("value") for option in listed(select.get("options"))]
    yield from repeated(f"{where}.options", values, "value")
    chosen = sum(bool(option.get("default")) for option in listed(select.get("options")))
    most, least = select.get("max_values"), select.get("min_values") or 0
    most = 1 if most is None else most
    if least > most or chosen > most or (select.get("type") == STRING_SELECT and most > len(values)):
        yield Problem(where, f"{len(values)} options, {chosen} of them chosen, between {least} and {most}")
