"""HTML, Markdown or plain text -> Article. Pure: bytes in, nouns out; no network, no clock."""

from __future__ import annotations

from bot.models.article import Article
from bot.models.page import Page


def extract(page: Page) -> Article:
    """Read a page. Runs in a worker process (`sources/parsing.py`): a hostile page can only kill that.

    Never raises for what the page holds; a page that is no article gets a verdict other than `ok`.
    """
    raise NotImplementedError(page.url)
