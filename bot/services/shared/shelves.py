"""What is checked before it is kept, and what it is kept under: summaries, comparisons, briefs."""

from __future__ import annotations

from bot.analysis import grounding
from bot.analysis.engine import BriefAsk, ComparisonAsk, SummaryAsk
from bot.models.brief import Brief, BriefDraft
from bot.models.comparison import Comparison, ComparisonDraft
from bot.models.summary import Draft, Signature, Summary
from bot.store.briefs import BriefKey
from bot.store.comparisons import ComparisonKey
from bot.store.database import Store, Writing
from bot.store.summaries import CacheKey


class SummaryShelf:
    """Keeps `writing_up.Shelf`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def key(self, ask: SummaryAsk, signature: Signature) -> CacheKey:
        """By content, not by address; no language asked for is the same as asking for the article's."""
        language = ask.options.language or ask.article.language
        return CacheKey.of(ask.article.content_hash, signature, ask.options.length, language)

    def check(self, ask: SummaryAsk, draft: Draft) -> Summary:
        """Against the article that was asked about. Never raises."""
        return grounding.check(ask.article, draft)

    async def find(self, ask: SummaryAsk, signature: Signature) -> Summary | None:
        """What was said to whoever asked before, on any server; None when nobody did. Raises the store's errors."""
        return await self._store.summaries.find(self.key(ask, signature))

    async def keep(self, tx: Writing, ask: SummaryAsk, checked: Summary) -> None:
        """Under its own signature, which may be the fallback's; in the transaction that settles its cost."""
        await tx.summaries.keep(self.key(ask, checked.signature), checked)


class ComparisonShelf:
    """Keeps `writing_up.Shelf`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def key(self, ask: ComparisonAsk, signature: Signature) -> ComparisonKey:
        """By contents in their order; no language asked for is the same as asking for the first article's."""
        return _key_of_several(ask, signature)

    def check(self, ask: ComparisonAsk, draft: ComparisonDraft) -> Comparison:
        """Each claim against the articles that it is said of. Never raises."""
        return grounding.check_comparison(ask.articles, draft)

    async def find(self, ask: ComparisonAsk, signature: Signature) -> Comparison | None:
        """What was said to whoever asked before, on any server; None when nobody did. Raises the store's errors."""
        return await self._store.comparisons.find(self.key(ask, signature))

    async def keep(self, tx: Writing, ask: ComparisonAsk, checked: Comparison) -> None:
        """Under its own signature, which may be the fallback's; in the transaction that settles its cost."""
        await tx.comparisons.keep(self.key(ask, checked.signature), checked)


class BriefShelf:
    """Keeps `writing_up.Shelf`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def key(self, ask: BriefAsk, signature: Signature) -> BriefKey:
        """By contents in their order; no language asked for is the same as asking for the first article's."""
        return _key_of_several(ask, signature)

    def check(self, ask: BriefAsk, draft: BriefDraft) -> Brief:
        """Each sentence against the articles that it is said of. Never raises."""
        return grounding.check_brief(ask.articles, draft)

    async def find(self, ask: BriefAsk, signature: Signature) -> Brief | None:
        """What was told of the same articles before, on any server; None for nothing. Raises the store's errors."""
        return await self._store.briefs.find(self.key(ask, signature))

    async def keep(self, tx: Writing, ask: BriefAsk, checked: Brief) -> None:
        """Under its own signature, which may be the fallback's; in the transaction that settles its cost."""
        await tx.briefs.keep(self.key(ask, checked.signature), checked)


def _key_of_several(ask: ComparisonAsk | BriefAsk, signature: Signature) -> ComparisonKey:
    language = ask.options.language or ask.articles[0].language
    return ComparisonKey.of([article.content_hash for article in ask.articles], signature, language)
