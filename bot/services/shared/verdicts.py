"""What a page's verdict means for whoever asked about it."""

from __future__ import annotations

from bot.errors import BlockedPage, BotError, ConsentWall, NotAnArticle, Paywalled, Thin
from bot.models.article import Article, Verdict


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
