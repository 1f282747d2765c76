"""Sample commentary under addresses of its own, for trying the bot without the web."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import Gone
from bot.models.feed import Fetched, Validators
from bot.models.page import Page
from bot.preview.feeds import SampleFeeds, samples_in
from bot.services.shared.reading import Web

HOST = "examples.test"  # a top level that is never delegated: RFC 6761


class ExamplesFirst:
    """Answers `http://examples.test/NAME` with a file of `folder`; everything else goes through the door behind it.

    NAME is a file's name without its ending, or any part of it that no other has. Their feeds are at `feed.xml` and
    where the page at `/` says; the latest entry is of the moment `until`.
    """

    def __init__(self, folder: Path, behind: Web, until: datetime) -> None:
        self._folder, self._behind = folder, behind
        self._feeds = SampleFeeds(samples_in(folder), f"http://{HOST}/", until)

    async def get(self, url: str) -> Page:
        """Raises Gone for a name that is not one file's, and what the door behind raises."""
        if urlsplit(url).hostname != HOST:
            return await self._behind.get(url)
        return self._page(url)

    async def get_feed(self, url: str, validators: Validators | None = None) -> Fetched:
        """The same, or that it is as it was. Raises what `get` raises."""
        if urlsplit(url).hostname != HOST:
            return await self._behind.get_feed(url, validators)
        page = self._page(url)
        stands = Validators(etag=f'"{hashlib.sha256(page.body).hexdigest()[:16]}"')
        return Fetched(page=None if validators == stands else page, validators=stands)

    def _page(self, url: str) -> Page:
        name = urlsplit(url).path.strip("/")
        if feed := self._feeds.at(name):
            content_type, body = feed
            return Page(asked=url, url=url, content_type=content_type, charset="utf-8", body=body)
        found = [path for path in sorted(self._folder.glob("*.html")) if name in path.stem]
        if len(found) != 1:
            raise Gone(site=HOST, status=404)
        return Page(asked=url, url=url, content_type="text/html", charset="utf-8", body=found[0].read_bytes())
