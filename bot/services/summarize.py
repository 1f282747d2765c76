"""`/summarize`: an address or a page in, a checked summary out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.analysis.engine import SummaryAsk
from bot.models.article import Article
from bot.models.asker import Asker
from bot.models.money import Usage
from bot.models.summary import Draft, Options, Progress, Summary, unwatched
from bot.services.shared.asked_articles import AskedArticles, Source
from bot.services.shared.language_tag import check_language_tag
from bot.services.shared.writing_up import WritingUp
from bot.store.articles import Kept


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

    def __init__(self, articles: AskedArticles, writing_up: WritingUp[SummaryAsk, Draft, Summary]) -> None:
        self._articles, self._writing_up = articles, writing_up

    async def run(
        self,
        source: Source,
        options: Options,
        asker: Asker,
        *,
        private: bool = False,
        progress: Progress = unwatched,
    ) -> Summarized:
        """Summarize the article at an address, on a page that is here already, or of a number that we have given.

        A private ask leaves no trace among the channel's articles. Raises a BotError: the door's, the reader's, the
        engine's, or the page's verdict.
        """
        check_language_tag(options.language)
        kept = await self._articles.find(source, progress)
        answer = await self._of(kept, options, asker, progress)
        if not private:
            await self._articles.remember(asker, kept)
        return answer

    async def again(
        self, article_id: int, options: Options, asker: Asker, *, progress: Progress = unwatched
    ) -> Summarized:
        """What is said about an article that we have: the same again, or at another length. Raises NotHere."""
        check_language_tag(options.language)
        return await self._of(await self._articles.find(article_id, progress), options, asker, progress)

    async def _of(self, kept: Kept, options: Options, asker: Asker, progress: Progress) -> Summarized:
        ask = SummaryAsk(article=kept.article, options=options)
        written = await self._writing_up.run(ask, asker, "summarize", progress)
        return Summarized(
            article_id=kept.id,
            options=options,
            article=kept.article,
            summary=written.checked,
            usage=written.usage,
            cached=written.cached,
            earlier=kept.earlier,
        )
