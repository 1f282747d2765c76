"""`/compare`: two or three addresses or pages in, a checked comparison out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.analysis.engine import ComparisonAsk
from bot.errors import BadOption, BotError
from bot.models.article import Article
from bot.models.asker import Asker
from bot.models.comparison import Comparison, ComparisonDraft
from bot.models.money import Usage
from bot.models.summary import Options, Progress, Stage, unwatched
from bot.services.shared.asked_articles import AskedArticles, Source
from bot.services.shared.language_tag import check_language_tag
from bot.services.shared.side_by_side import side_by_side
from bot.services.shared.writing_up import WritingUp
from bot.store.articles import Kept

LEAST, MOST = 2, 3  # articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A comparison with its articles, in the order in which they were given; article_ids are the store's."""

    article_ids: tuple[int, ...]
    options: Options
    articles: tuple[Article, ...]
    comparison: Comparison
    usage: Usage
    cached: bool


class Compare:
    """The use case behind the slash command and the command line."""

    def __init__(
        self, articles: AskedArticles, writing_up: WritingUp[ComparisonAsk, ComparisonDraft, Comparison]
    ) -> None:
        self._articles, self._writing_up = articles, writing_up

    async def run(
        self,
        sources: Sequence[Source],
        options: Options,
        asker: Asker,
        *,
        private: bool = False,
        progress: Progress = unwatched,
    ) -> Compared:
        """Compare two or three articles: at addresses, on pages that are here already, or that we have.

        A private ask leaves no trace among the channel's articles. Raises a BotError: BadOption, the engine's, or that
        of the article that cannot be read, with its number.
        """
        check_language_tag(options.language)
        if not LEAST <= len(sources) <= MOST:
            raise _other_articles(f"{len(sources)} were given")
        found = await self._all(sources, _forward(progress))
        articles = tuple(kept.article for kept in found)
        _check_different(articles)
        ask = ComparisonAsk(articles=articles, options=options)
        written = await self._writing_up.run(ask, asker, "compare", progress)
        if not private:
            await self._articles.remember(asker, *found)
        return Compared(
            article_ids=tuple(kept.id for kept in found),
            options=options,
            articles=articles,
            comparison=written.checked,
            usage=written.usage,
            cached=written.cached,
        )

    async def _all(self, sources: Sequence[Source], progress: Progress) -> list[Kept]:
        return await side_by_side(self._one(n, source, progress) for n, source in enumerate(sources, 1))

    async def _one(self, n: int, source: Source, progress: Progress) -> Kept:
        try:
            return await self._articles.find(source, progress)
        except BotError as error:
            if "site" not in error.facts:
                raise
            facts = {**error.facts, "site": f"{error.facts['site']} (article {n})"}
            raise type(error)(error.detail, **facts) from error


def _check_different(articles: Sequence[Article]) -> None:
    hashes = [article.content_hash for article in articles]
    for (n, one), (m, other) in combinations(enumerate(hashes, 1), 2):
        if one == other:
            raise _other_articles(f"{n} and {m} are one and the same")


def _other_articles(why: str) -> BadOption:
    return BadOption(option="A comparison", accepts=f"two or three different articles; {why}")


def _forward(progress: Progress) -> Progress:
    """Of several articles that are worked on side by side: each stage is told once, and none after a later one."""
    order = list(Stage)
    told = -1

    def furthest(stage: Stage) -> None:
        """Silent for a stage that is not beyond the latest one told."""
        nonlocal told
        if (at := order.index(stage)) > told:
            told = at
            progress(stage)

    return furthest
