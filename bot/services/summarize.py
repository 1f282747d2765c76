"""`/summarize`: an address or a page in, a checked summary out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.errors import BlockedPage, BotError, ConsentWall, NotAnArticle, NotHere, Paywalled, Thin
from bot.models.article import Article, Verdict
from bot.models.asker import Asker
from bot.models.money import Usage
from bot.models.page import Page
from bot.models.summary import Options, Progress, Summary, unwatched
from bot.services.shared.language_tag import check_language_tag
from bot.services.shared.library import Library
from bot.services.shared.writing_up import WritingUp
from bot.store.articles import Kept
from bot.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarized:
    """A summary with its article. `earlier`: when the edition before this one was first seen.

    article_id: the store's; options: what was asked for, with the server's wishes where nothing was said.
    """

    article_id: int
    options: Options
    article: Article
    summary: Summary
    usage: Usage
    cached: bool
    earlier: datetime | None = None


class Summarize:
    """The use case behind the slash command and the command line."""

    def __init__(self, library: Library, writing_up: WritingUp, store: Store) -> None:
        self._library, self._writing_up, self._store = library, writing_up, store

    async def run(
        self,
        source: str | Page,
        options: Options,
        asker: Asker,
        *,
        private: bool = False,
        progress: Progress = unwatched,
    ) -> Summarized:
        """Summarize the article at an address, or on a page that is here already.

        A private ask leaves no trace among the channel's articles. Raises a BotError: the door's, the reader's, the
        engine's, or the page's verdict.
        """
        check_language_tag(options.language)
        if isinstance(source, Page):
            kept = await self._library.read(source, progress)
        else:
            kept = await self._library.article(source, progress)
        if failure := verdict_error(kept.article):
            raise failure
        answer = await self._of(kept, options, asker, progress)
        if asker.channel_id is not None and not private:
            async with self._store.write() as tx:
                await tx.guild(asker.guild_id or 0).articles.remember(asker.channel_id, kept.article.content_hash)
        return answer

    async def again(
        self, article_id: int, options: Options, asker: Asker, *, progress: Progress = unwatched
    ) -> Summarized:
        """What is said about an article that we have: the same again, or at another length. Raises NotHere."""
        check_language_tag(options.language)
        kept = await self._store.articles.by_id(article_id)
        if kept is None:
            raise NotHere(thing="article")
        return await self._of(kept, options, asker, progress)

    async def _of(self, kept: Kept, options: Options, asker: Asker, progress: Progress) -> Summarized:
        written = await self._writing_up.summary(kept.article, options, asker, "summarize", progress)
        return Summarized(
            article_id=kept.id,
            options=options,
            article=kept.article,
            summary=written.summary,
            usage=written.usage,
            cached=written.cached,
            earlier=kept.earlier,
        )


def verdict_error(article: Article) -> BotError | None:
    """What to tell the asker when the page holds no article to speak of; None when it does."""
    site = article.site or article.url or "This page"
    match article.verdict:
        case Verdict.OK:
            return None
        case Verdict.THIN:
            return Thin(site=site, words=article.words)
        case Verdict.PAYWALL:
            return Paywalled(site=site)
        case Verdict.CONSENT:
            return ConsentWall(site=site)
        case Verdict.BLOCKED:
            return BlockedPage(site=site)
        case Verdict.NOT_AN_ARTICLE:
            return NotAnArticle(site=site)
