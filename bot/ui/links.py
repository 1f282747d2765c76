"""Pure: what there is to read in a message: its links, embeds and files, those of forwarded messages too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import discord

from bot.ui.escape import one_line, shortened

MOST = 25  # options of a menu: Discord's documentation, August 2026
WORDS = 100  # units of an option's label, and of its description

# A masked link's own brackets end its address; a bare one ends at a blank, and keeps pairs of brackets that it holds.
_ADDRESS = re.compile(
    r"""\[(?P<label>[^\[\]\n]+)\]\(\s*<?(?P<masked>https?://(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+"[^"\n]*")?\s*\)
      | (?P<bare>https?://[^\s<>]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER = frozenset(".,;:!?'\"`*_~|\\»”’…。、，；：！？」』】）")  # what stands after an address and is not of it
_PAIRS = {")": "(", "]": "[", "}": "{"}

_TEXTS = {"text/html", "text/markdown", "text/plain", "application/xhtml+xml"}
_TEXT_FILES = (".html", ".htm", ".xhtml", ".md", ".markdown", ".txt")
_MEDIA_FILES = tuple(".avif .gif .jpeg .jpg .m4a .mkv .mov .mp3 .mp4 .ogg .png .svg .wav .webm .webp .zip".split())
_MEDIA_EMBEDS = {"gifv", "image", "video"}
_DISCORDS = ("discord.com", "discord.gg", "discord.new", "discordapp.com", "discordapp.net", "discordapp.io")

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
        media = {_key(embed.url) for embed in part.embeds if embed.url and embed.type in _MEDIA_EMBEDS}
        titled = {_key(link.url): link for link in _embedded(part)}
        for link in (*_written(part.content), *titled.values(), *_attached(part)):
            key = _key(link.url)
            if key not in media:
                found.setdefault(key, titled.get(key, link))
    return tuple(found.values())[:MOST]


def _written(text: str) -> Iterator[Link]:
    for address in _ADDRESS.finditer(text):
        url = _trimmed(address["masked"] or address["bare"])
        if _is_readable(url):
            yield _link(url, address["label"] or "")


def _embedded(part: _Part) -> Iterator[Link]:
    for embed in part.embeds:
        if embed.type not in _MEDIA_EMBEDS:
            if embed.url and _is_readable(embed.url):
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


def _trimmed(url: str) -> str:
    """Without what stands after it: punctuation, and brackets that were opened before it."""
    while url and (url[-1] in _AFTER or _closes_what_is_not_in(url)):
        url = url[:-1]
    return url


def _closes_what_is_not_in(url: str) -> bool:
    opening = _PAIRS.get(url[-1])
    return opening is not None and url.count(url[-1]) > url.count(opening)


def _is_readable(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # brackets that hold no address
        return False
    is_discords = any(host == domain or host.endswith(f".{domain}") for domain in _DISCORDS)
    is_media = parts.path.lower().endswith(_MEDIA_FILES)
    return parts.scheme.lower() in {"http", "https"} and bool(host) and not is_discords and not is_media


def _key(url: str) -> str:
    """Equal for addresses of one page: with or without its place in it, its scheme, its last stroke."""
    address = url.partition("#")[0].partition("://")[2]
    host, stroke, rest = address.partition("/")
    return f"{host.lower().removeprefix('www.')}{stroke}{rest}".rstrip("/")
