"""Articles by content, and the addresses that lead to them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.models.article import Article, from_json
from bot.store.connection import Connection

COLUMNS = (
    "a.canonical_url, a.title, a.authors, a.published, a.site, a.language, a.kind, a.bio, a.body, a.comments, a.verdict"
)

_OPEN_FROM = 3  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An article as it was kept. `earlier`: when the edition before it was first seen, None when there is none.

    id: the store's; 0 for one that is not kept, since it is no article.
    """

    id: int = 0
    article: Article
    fetched_at: datetime
    earlier: datetime | None = None


class ArticleReads:
    """Queries; articles are public and hold nothing of a server."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def at(self, url: str) -> Kept | None:
        """What this address led to last."""
        query = f"""
            SELECT a.id, d.url, {COLUMNS}, d.fetched_at, e.first_seen
            FROM address d JOIN article a ON a.id = d.article_id LEFT JOIN article e ON e.id = d.earlier_id
            WHERE d.url = ?"""  # noqa: S608 - our own column names
        row = await self._db.row(query, url)
        if row is None:
            return None
        article_id, *columns = row
        return _kept(article_id, columns)

    async def by_id(self, article_id: int) -> Kept | None:
        """One edition by its id, whatever its addresses lead to now."""
        query = f"""
            SELECT a.canonical_url, {COLUMNS}, coalesce(d.fetched_at, a.first_seen), e.first_seen
            FROM article a LEFT JOIN address d ON d.url = a.canonical_url AND d.article_id = a.id
            LEFT JOIN article e ON e.id = d.earlier_id WHERE a.id = ?"""  # noqa: S608 - our own column names
        row = await self._db.row(query, article_id)
        return _kept(article_id, row) if row else None

    async def by_ids(self, article_ids: Sequence[int]) -> dict[int, Article]:
        """Those that are there, by their ids."""
        query = f"""SELECT a.id, a.canonical_url, {COLUMNS} FROM json_each(?) m
                    CROSS JOIN article a ON a.id = m.value"""  # noqa: S608 - our own column names
        rows = await self._db.rows(query, json.dumps(list(article_ids)))
        return {article_id: article_of(url, columns) for article_id, url, *columns in rows}

    async def search(self, words: str, *, limit: int = 25) -> list[Article]:
        """Articles that hold all the words, the best first; any text is a valid query."""
        if not (terms := match_of(words)):
            return []
        query = f"""
            SELECT a.canonical_url, {COLUMNS}
            FROM article_search s JOIN article a ON a.id = s.rowid
            WHERE article_search MATCH ? ORDER BY bm25(article_search, 8, 4, 2, 1), a.id DESC LIMIT ?"""  # noqa: S608
        return [article_of(row[0], row[1:]) for row in await self._db.rows(query, terms, limit)]


def _kept(article_id: int, columns: Any) -> Kept:
    url, *facts, fetched_at, earlier = columns
    return Kept(
        id=article_id,
        article=article_of(url, facts),
        fetched_at=datetime.fromisoformat(fetched_at),
        earlier=datetime.fromisoformat(earlier) if earlier else None,
    )


def match_of(words: str) -> str:
    """Words as an FTS5 query that cannot be a syntax error: each quoted, the last one open for other endings.

    A short one is whole: of "a*" the index would gather a tenth of all that it holds. What a word is within the quotes,
    the index's own tokenizer says.
    """
    given = words.replace("\0", " ").split()
    terms = ['"{}"'.format(word.replace('"', '""')) for word in given]
    return " ".join(terms) + ("*" if len(given[-1]) >= _OPEN_FROM else "") if given else ""


def article_of(url: str, columns: Any) -> Article:
    """An article from `COLUMNS`."""
    canonical_url, title, authors, published, site, language, kind, bio, body, comments, verdict = columns
    return from_json(
        {
            "url": url, "canonical_url": canonical_url, "title": title, "authors": json.loads(authors),
            "published": published, "site": site, "language": language, "kind": kind, "bio": bio,
            "paragraphs": _paragraphs(body), "comments": json.loads(comments), "verdict": verdict,
        }
    )  # fmt: skip


def _paragraphs(body: str) -> tuple[str, ...]:
    return tuple(body.split("\n\n")) if body else ()


class ArticleWrites:
    """Statements inside a transaction."""

    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def keep(self, article: Article, *addresses: str) -> int:
        """Keep an article under the addresses that led to it; returns its id.

        The same content is kept once. When an address led to another edition before, that one is kept as well.
        """
        article_id = await self._put(article)
        now = self._clock.now().isoformat()
        for url in dict.fromkeys(filter(None, addresses)):
            await self._db.run(
                """INSERT INTO address (url, article_id, fetched_at) VALUES (?1, ?2, ?3)
                   ON CONFLICT (url) DO UPDATE SET
                       fetched_at = ?3,
                       earlier_id = CASE WHEN article_id = ?2 THEN earlier_id ELSE article_id END,
                       article_id = ?2""",
                url,
                article_id,
                now,
            )
        return article_id

    async def _put(self, article: Article) -> int:
        article = replace(article, paragraphs=_paragraphs(article.text))  # as it is recalled, so that the hash is too
        comments = json.dumps([{"author": c.author, "text": c.text} for c in article.comments], ensure_ascii=False)
        row = await self._db.row(
            """INSERT INTO article (content_hash, canonical_url, title, authors, published, site, language, kind,
                                    bio, body, comments, verdict, first_seen)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (content_hash) DO UPDATE SET      -- we may read better than when it was first kept
                   published = excluded.published, site = excluded.site, language = excluded.language,
                   kind = excluded.kind, bio = excluded.bio, verdict = excluded.verdict
               RETURNING id""",
            article.content_hash, article.canonical_url, article.title,
            json.dumps(article.authors, ensure_ascii=False),
            article.published.isoformat() if article.published else None,
            article.site, article.language, article.kind.value, article.bio, article.text, comments,
            article.verdict.value, self._clock.now().isoformat(),
        )  # fmt: skip
        assert row is not None, "RETURNING gives a row for an insert as well as for a conflict"
        return int(row[0])


class GuildArticles:
    """The articles of one server."""

    def __init__(self, db: Connection, clock: Clock, guild_id: int) -> None:
        self._db, self._clock, self._guild_id = db, clock, guild_id

    async def remember(self, channel_id: int, content_hash: str) -> None:
        """This channel has met this article, now."""
        await self._met(channel_id, "content_hash = ?4", content_hash)

    async def met(self, channel_id: int, article_id: int) -> None:
        """The same, of an article by its id."""
        await self._met(channel_id, "id = ?4", article_id)

    async def forget(self, channel_id: int) -> None:
        """This channel has met none."""
        await self._db.run(
            "DELETE FROM channel_article WHERE guild_id = ? AND channel_id = ?", self._guild_id, channel_id
        )

    async def _met(self, channel_id: int, chosen: str, value: object) -> None:
        """The first time it gets the channel's next number, which it keeps."""
        await self._db.run(
            f"""INSERT INTO channel_article (guild_id, channel_id, article_id, asked_at, n)
                SELECT ?1, ?2, id, ?3, 1 + (SELECT coalesce(max(n), 0) FROM channel_article
                                            WHERE guild_id = ?1 AND channel_id = ?2)
                FROM article WHERE {chosen}
                ON CONFLICT (guild_id, channel_id, article_id) DO UPDATE SET asked_at = excluded.asked_at""",  # noqa: S608
            self._guild_id, channel_id, self._clock.now().isoformat(), value,
        )  # fmt: skip
