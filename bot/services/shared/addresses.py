"""Pure: the addresses in what somebody wrote, as far as there may be an article behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

# A masked link's own brackets end its address; a bare one ends at a blank, and keeps pairs of brackets that it holds.
_ADDRESS = re.compile(
    r"""\[(?P<label>[^\[\]\n]+)\]\(\s*<?(?P<masked>https?://(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+"[^"\n]*")?\s*\)
      | (?P<bare>https?://[^\s<>]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER = frozenset(".,;:!?'\"`*_~|\\»”’…。、，；：！？」』】）")  # what stands after an address and is not of it
_PAIRS = {")": "(", "]": "[", "}": "{"}
_MEDIA_FILES = tuple(".avif .gif .jpeg .jpg .m4a .mkv .mov .mp3 .mp4 .ogg .png .svg .wav .webm .webp .zip".split())
_DISCORDS = ("discord.com", "discord.gg", "discord.new", "discordapp.com", "discordapp.net", "discordapp.io")


def addresses(text: str) -> Iterator[tuple[str, str]]:
    """Each with the label that it was masked by, "" where it stands bare; one that comes twice is given twice."""
    for address in _ADDRESS.finditer(text):
        url = _trimmed(address["masked"] or address["bare"])
        if is_readable(url):
            yield url, address["label"] or ""


def is_readable(url: str) -> bool:
    """No picture, no video, nothing of Discord's own."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # brackets that hold no address
        return False
    is_discords = any(host == domain or host.endswith(f".{domain}") for domain in _DISCORDS)
    is_media = parts.path.lower().endswith(_MEDIA_FILES)
    return parts.scheme.lower() in {"http", "https"} and bool(host) and not is_discords and not is_media


def same_page(url: str) -> str:
    """Equal for addresses of one page: with or without its place in it, its scheme, its last stroke."""
    address = url.partition("#")[0].partition("://")[2]
    host, stroke, rest = address.partition("/")
    return f"{host.lower().removeprefix('www.')}{stroke}{rest}".rstrip("/")


def _trimmed(url: str) -> str:
    """Without what stands after it: punctuation, and brackets that were opened before it."""
    while url and (url[-1] in _AFTER or _closes_what_is_not_in(url)):
        url = url[:-1]
    return url


def _closes_what_is_not_in(url: str) -> bool:
    opening = _PAIRS.get(url[-1])
    return opening is not None and url.count(url[-1]) > url.count(opening)
