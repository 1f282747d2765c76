"""Pure: what there is to read in a message: its links, embeds and files, those of forwarded messages too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import discord

from bot.services.shared.addresses import addresses, is_readable, same_page
from bot.ui.escape import one_line, shortened

MOST = 25  # options of a menu: Discord's documentation, August 2026
WORDS = 100  # units of an option's label, and of its description

_TEXTS = {"text/html", "text/markdown", "text/plain", "application/xhtml+xml"}
_TEXT_FILES = (".html", ".htm", ".xhtml", ".md", ".markdown", ".txt")
_MEDIA_EMBEDS = {"gifv", "image", "video"}

_Part = discord.Message | discord.MessageSnapshot  # a message, or one that it forwards


@dataclass(frozen=True, slots=True)
class Link:
    """label: what it is called, at most a menu's units; detail: where it leads, likewise."""

    url: str
    label: str
    detail: str


def links(message: discord.Message) -> tuple[Link, ...]:
    """Worth reading, in their order, each once; no pictures, no videos, nothing of Discord's own.

    Where Discord shows a preview of a link, its title is the label.
    """
    found: dict[str, Link] = {}
    parts: list[_Part] = [message, *message.message_snapshots]
    for part in parts:
        media = {same_page(embed.url) for embed in part.embeds if embed.url and embed.type in _MEDIA_EMBEDS}
        titled = {same_page(link.url): link for link in _embedded(part)}
        for link in (*_written(part.content), *titled.values(), *_attached(part)):
            key = same_page(link.url)
            if key not in media:
                found.setdefault(key, titled.get(key, link))
    return tuple(found.values())[:MOST]


def _written(text: str) -> Iterator[Link]:
    for url, label in addresses(text):
        yield _link(url, label)


def _embedded(part: _Part) -> Iterator[Link]:
    for embed in part.embeds:
        if embed.type not in _MEDIA_EMBEDS:
            if embed.url and is_readable(embed.url):
                yield _link(embed.url, embed.title or embed.author.name or "", embed.author.name or "")
            if embed.type == "rich":  # written by a bot or a webhook; a preview's description is the page's
                yield from _written(embed.description or "")


def _attached(part: _Part) -> Iterator[Link]:
    for file in part.attachments:
        kind = (file.content_type or "").partition(";")[0].strip().lower()
        if kind in _TEXTS or (not kind and file.filename.lower().endswith(_TEXT_FILES)):
            label = shortened(one_line(file.filename), WORDS) or "file"
            yield Link(url=file.url, label=label, detail=f"attached file, {max(1, file.size // 1000)} kB")


def _link(url: str, label: str, author: str = "") -> Link:
    host, _, rest = url.partition("://")[2].partition("/")
    site = host.lower().removeprefix("www.")
    detail = " · ".join(filter(None, (one_line(author) if author != label else "", site)))
    named = one_line(label) or one_line(f"{site}/{rest}".rstrip("/"))
    return Link(url=url, label=shortened(named, WORDS), detail=shortened(detail, WORDS))
