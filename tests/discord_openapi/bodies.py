"""Bodies that Discord takes, to be spoiled in one place."""

from __future__ import annotations

from typing import Any

NONE: dict[str, Any] = {"parse": []}
SMILE = "\N{GRINNING FACE}"  # one character, two units
LAYOUT = 1 << 15


def text(**parts: Any) -> dict[str, Any]:
    return {"content": "x", "allowed_mentions": NONE} | parts


def button(n: int = 0, **parts: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Quotes", "custom_id": f"id{n}"} | parts


def row(*parts: Any) -> dict[str, Any]:
    return {"type": 1, "components": list(parts)}


def select(count: int, **parts: Any) -> dict[str, Any]:
    options = [{"label": str(n), "value": str(n)} for n in range(count)]
    return {"type": 3, "custom_id": "s", "options": options} | parts


def rowed(*parts: dict[str, Any]) -> dict[str, Any]:
    return text(components=[row(*parts)])


def words(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def layout(*parts: Any, **more: Any) -> dict[str, Any]:
    return {"components": list(parts), "flags": LAYOUT, "allowed_mentions": NONE} | more


def embed(**parts: Any) -> dict[str, Any]:
    return text(embeds=[{"title": "t"} | parts])


def field(name: str = "n", value: str = "v") -> dict[str, Any]:
    return {"name": name, "value": value}


def slash(name: str = "ask", **parts: Any) -> dict[str, Any]:
    return {"name": name, "type": 1, "description": "Ask"} | parts


def option(name: str = "url", **parts: Any) -> dict[str, Any]:
    return {"name": name, "type": 3, "description": "Which"} | parts


def choices(count: int, name: str = "") -> list[dict[str, Any]]:
    return [{"name": name or str(n), "value": str(n)} for n in range(count)]


def modal(title: str = "Ask", **parts: Any) -> dict[str, Any]:
    field = {"type": 4, "style": 1, "label": "Question", "custom_id": "q"} | parts
    return {"type": 9, "data": {"title": title, "custom_id": "m", "components": [row(field)]}}


def first(data: dict[str, Any]) -> dict[str, Any]:
    return {"type": 4, "data": data}


def update(data: dict[str, Any]) -> dict[str, Any]:
    return {"type": 7, "data": data}


def autocomplete(some: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": 8, "data": {"choices": some}}


def wordy(description: str) -> dict[str, Any]:
    """A command of 7,989 characters and those of `description`."""
    many = [{"name": f"{n:02}{'x' * 98}", "value": "v"} for n in range(25)]
    long = [option(f"o{n}", description="x" * 100, choices=many) for n in range(3)]
    return slash(options=[*long, option("z", description="x" * 100), option("y", description=description)])
