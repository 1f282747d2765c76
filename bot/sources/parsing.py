"""Articles are read in a few processes of their own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bot.models.article import Article
from bot.models.page import Page
from bot.sources.parse_process import PARSE_WORKER, ParserProcess, article_parser
from bot.sources.parser_pool import ParserPool

if TYPE_CHECKING:
    from bot.config import Settings

_WAITING = 64  # pages that may wait for a parser


class Parsers(ParserPool[Article]):
    """size: processes at most, as many as there are processors up to 2 when None. worker: the module that they run.

    first: one that was started already; ours from now on.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        size: int | None = None,
        worker: str = PARSE_WORKER,
        first: ParserProcess[Article] | None = None,
    ) -> None:
        more = (size or min(2, os.cpu_count() or 1)) - 1
        processes = [*(article_parser(worker) for _ in range(more)), first or article_parser(worker)]
        super().__init__(processes, seconds=settings.read_timeout, waiting=_WAITING)

    async def article(self, page: Page) -> Article:
        """Read a page. Raises Unreadable: past the deadline, out of memory, crashed, or too many wait already."""
        return await self.read(page)
