"""Limits of a message that the schema does not know, and our own rule that nothing pings.

Sources: Discord's documentation of messages and embeds, of August 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.discord_openapi.components import components, layout
from tests.discord_openapi.problem import Problem, blank, listed, too_long, units

MOST_CONTENT, MOST_OF_EMBEDS = 2_000, 6_000
SHOWN = ("content", "embeds", "components", "sticker_ids", "poll", "attachments")
_LINKED = (("author", "url"), ("author", "icon_url"), ("footer", "icon_url"), ("image", "url"), ("thumbnail", "url"))


def message(where: str, body: dict[str, Any], *, new: bool, may_ping: bool = True) -> Iterator[Problem]:
    """new: there was none before, so that an empty one is refused. may_ping: Discord notifies whom it mentions."""
    yield from too_long(f"{where}.content", body.get("content"), MOST_CONTENT)
    if new and not any(body.get(part) for part in SHOWN):
        yield Problem(where, "an empty message")
    yield from embeds(f"{where}.embeds", body.get("embeds"))
    yield from components(where, body)
    yield from layout(where, body)
    if may_ping or "allowed_mentions" in body:
        yield from mentions(f"{where}.allowed_mentions", body.get("allowed_mentions"))


def mentions(where: str, allowed: Any) -> Iterator[Problem]:
    """`{"parse": []}`, and nobody named."""
    if not isinstance(allowed, dict) or allowed.get("parse") != []:
        yield Problem(where, f'{allowed!r} instead of {{"parse": []}}')
    elif allowed.get("users") or allowed.get("roles") or allowed.get("replied_user"):
        yield Problem(where, f"{allowed!r} pings")


def embeds(where: str, listing: Any) -> Iterator[Problem]:
    """Each embed's texts, and the sum over all."""
    total = 0
    for n, embed in enumerate(listed(listing)):
        place = f"{where}[{n}]"
        texts = _texts(embed)
        total += sum(units(text) for _, text, _ in texts if isinstance(text, str))
        for name, text, most in texts:
            yield from too_long(f"{place}.{name}", text, most)
        for f, field in enumerate(listed(embed.get("fields"))):
            yield from blank(f"{place}.fields[{f}].name", field.get("name") or "")
            yield from blank(f"{place}.fields[{f}].value", field.get("value") or "")
        for name, url in _addresses(embed):
            if not str(url).startswith(("http://", "https://", "attachment://")):
                yield Problem(f"{place}.{name}", f"{url!r} is no address for the web")
    if total > MOST_OF_EMBEDS:
        yield Problem(where, f"{total} units of text in all, at most {MOST_OF_EMBEDS}")


def _texts(embed: dict[str, Any]) -> list[tuple[str, Any, int]]:
    texts = [("title", embed.get("title"), 256), ("description", embed.get("description"), 4_096)]
    texts.append(("footer.text", (embed.get("footer") or {}).get("text"), 2_048))
    texts.append(("author.name", (embed.get("author") or {}).get("name"), 256))
    for n, field in enumerate(listed(embed.get("fields"))):
        texts += [(f"fields[{n}].name", field.get("name"), 256), (f"fields[{n}].value", field.get("value"), 1_024)]
    return texts


def _addresses(embed: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    if embed.get("url"):
        yield "url", embed["url"]
    for name, key in _LINKED:
        if url := (embed.get(name) or {}).get(key):
            yield f"{name}.{key}", url
