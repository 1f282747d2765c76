"""What a search in a channel's articles found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.models.article import Article

MARK_ON, MARK_OFF = "\x02", "\x03"  # around each word of the query in a snippet; no text of a page holds them


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article of the channel. `snippet`: where it holds the words of the query, marked; else its beginning."""

    article_id: int
    article: Article
    snippet: str
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of hits: `total` of all, `offset` of the first one here."""

    query: str
    total: int
    offset: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What an article is known by, without its text; for whoever chooses one."""

    article_id: int
    title: str
    authors: tuple[str, ...]
    site: str
    published: date | None
