"""Sample commentary under addresses of its own, for trying the bot without the web."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from bot.errors import Gone
from bot.models.page import Page

HOST = "examples.test"  # a top level that is never delegated: RFC 6761


class Door(Protocol):
    async def get(self, url: str) -> Page: ...


class ExamplesFirst:
    """Answers `http://examples.test/NAME` with a file of `folder`; everything else goes through the door behind it.

    NAME is a file's name without its ending, or any part of it that no other has.
    """

    def __init__(self, folder: Path, behind: Door) -> None:
        self._folder, self._behind = folder, behind

    async def get(self, url: str) -> Page:
        """Raises Gone for a name that is not one file's, and what the door behind raises."""
        parts = urlsplit(url)
        if parts.hostname != HOST:
            return await self._behind.get(url)
        name = parts.path.strip("/")
        found = [path for path in sorted(self._folder.glob("*.html")) if name and name in path.stem]
        if len(found) != 1:
            raise Gone(site=HOST, status=404)
        return Page(asked=url, url=url, content_type="text/html", charset="utf-8", body=found[0].read_bytes())
