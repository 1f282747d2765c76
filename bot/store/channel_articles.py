"""The articles that one channel has met: searched in full text, and listed for whoever types.

Every query is keyed by guild_id and channel_id; guild_id 0 is direct messages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from bot.models.found import MARK_OFF, MARK_ON, Found, Hit, Title
from bot.store.articles import COLUMNS, article_of, match_of
from bot.store.connection import Connection
from bot.store.snippets import SNIPPET_WORDS, is_unspaced, snippet

_Match = tuple[int, str]  # the article's id, and when the channel met it last


class ChannelArticleReads:
    """Queries. What was deleted is not found: a row of a channel goes with its article."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def has(self, guild_id: int, channel_id: int, article_id: int) -> bool:
        """Whether this server has met the article, in any channel; direct messages are strangers to each other."""
        # A server is one place; of direct messages (guild 0) each channel is one.
        query = """SELECT count(*) FROM channel_article
                   WHERE guild_id = ?1 AND (guild_id <> 0 OR channel_id = ?2) AND article_id = ?3"""
        return bool(await self._db.number(query, guild_id, channel_id, article_id))

    async def find(self, guild_id: int, channel_id: int, query: str, *, limit: int, offset: int = 0) -> Found:
        """Articles that hold all the words of the query, the best first; of no query all, the latest first.

        Any text is a valid query. An offset past the end gives the last page of `limit`.
        """
        matches = await self._matches(guild_id, channel_id, query)
        offset = max(0, min(offset, (len(matches) - 1) // limit * limit))
        hits = await self._hits(matches[offset : offset + limit], query)
        return Found(query=query, total=len(matches), offset=offset, hits=hits)

    async def numbered(self, guild_id: int, channel_id: int) -> list[tuple[int, int, datetime]]:
        """Each with its number, its id, and when it was met last; in the order in which they arrived."""
        rows = await self._db.rows(
            "SELECT n, article_id, asked_at FROM channel_article WHERE guild_id = ? AND channel_id = ? ORDER BY n",
            guild_id,
            channel_id,
        )
        return [(n, article_id, datetime.fromisoformat(asked_at)) for n, article_id, asked_at in rows]

    async def titles(self, guild_id: int, channel_id: int, *, limit: int) -> list[Title]:
        """The latest ones, without their texts."""
        rows = await self._db.rows(
            # CROSS JOIN keeps the order: from the channel's few to their articles. A title stands before the body in
            # its row, so that no body is read.
            """SELECT a.id, a.title, a.authors, a.site, a.published
               FROM channel_article c CROSS JOIN article a ON a.id = c.article_id
               WHERE c.guild_id = ? AND c.channel_id = ? ORDER BY c.asked_at DESC, c.article_id DESC LIMIT ?""",
            guild_id, channel_id, limit,
        )  # fmt: skip
        return [_title(row) for row in rows]

    async def _matches(self, guild_id: int, channel_id: int, query: str) -> list[_Match]:
        place = guild_id, channel_id
        if not query.strip():
            return await self._latest(*place)
        by_words = await self._by_words(*place, match) if (match := _match(query)) else []
        return by_words or await self._by_substrings(*place, query)

    async def _latest(self, guild_id: int, channel_id: int) -> list[_Match]:
        return _matches(
            await self._db.rows(
                """SELECT article_id, asked_at FROM channel_article WHERE guild_id = ? AND channel_id = ?
                   ORDER BY asked_at DESC, article_id DESC""",
                guild_id,
                channel_id,
            )
        )

    async def _by_words(self, guild_id: int, channel_id: int, match: str) -> list[_Match]:
        return _matches(
            await self._db.rows(
                # CROSS JOIN keeps the order: the index is walked once, and only what the channel has met is weighed.
                """SELECT c.article_id, c.asked_at
                   FROM article_search s CROSS JOIN channel_article c
                       ON c.guild_id = ? AND c.channel_id = ? AND c.article_id = s.rowid
                   WHERE article_search MATCH ?
                   ORDER BY bm25(article_search, 8, 4, 2, 1), c.asked_at DESC, c.article_id DESC""",
                guild_id, channel_id, match,
            )
        )  # fmt: skip

    async def _by_substrings(self, guild_id: int, channel_id: int, query: str) -> list[_Match]:
        words = list(dict.fromkeys(query.replace("\0", " ").split()))
        return _matches(
            await self._db.rows(
                """SELECT c.article_id, c.asked_at
                   FROM channel_article c CROSS JOIN article a ON a.id = c.article_id
                   WHERE c.guild_id = ? AND c.channel_id = ? AND NOT EXISTS (
                       SELECT 1 FROM json_each(?) w
                       WHERE instr(lower(a.title || ' ' || a.site || ' ' || a.body), lower(w.value)) = 0)
                   ORDER BY c.asked_at DESC, c.article_id DESC""",
                guild_id, channel_id, json.dumps(words, ensure_ascii=False),
            )
        )  # fmt: skip

    async def _hits(self, matches: list[_Match], query: str) -> tuple[Hit, ...]:
        ids = json.dumps([article_id for article_id, _ in matches])
        rows = await self._db.rows(
            f"SELECT a.id, a.canonical_url, {COLUMNS} FROM json_each(?) m CROSS JOIN article a ON a.id = m.value",  # noqa: S608
            ids,
        )
        articles = {article_id: article_of(url, columns) for article_id, url, *columns in rows}
        marked = await self._marked(ids, match) if (match := _match(query)) else {}
        return tuple(
            Hit(
                article_id=article_id,
                article=articles[article_id],
                snippet=marked.get(article_id) or snippet(articles[article_id].text, query),
                asked_at=datetime.fromisoformat(asked_at),
            )
            for article_id, asked_at in matches
            if article_id in articles
        )

    async def _marked(self, ids: str, match: str) -> dict[int, str]:
        """Where the bodies hold the words of the query best; of a body that holds none its beginning."""
        rows = await self._db.rows(
            """SELECT rowid, snippet(article_search, 3, ?, ?, '…', ?) FROM article_search
               WHERE article_search MATCH ? AND rowid IN (SELECT value FROM json_each(?))""",
            MARK_ON, MARK_OFF, SNIPPET_WORDS, match, ids,
        )  # fmt: skip
        return {article_id: " ".join(text.split()) for article_id, text in rows}


def _match(query: str) -> str:
    """For the index; "" where it does not help: it holds a whole phrase of Chinese or Japanese as one word."""
    return "" if is_unspaced(query) else match_of(query)


def _matches(rows: Iterable[tuple[Any, ...]]) -> list[_Match]:
    return [(article_id, asked_at) for article_id, asked_at in rows]


def _title(row: tuple[Any, ...]) -> Title:
    article_id, title, authors, site, published = row
    return Title(
        article_id=article_id,
        title=title,
        authors=tuple(json.loads(authors)),
        site=site,
        published=date.fromisoformat(published) if published else None,
    )
