"""What was told of several articles about one event: the cache of briefs, across servers like that of comparisons."""

from __future__ import annotations

import json

from bot.clock import Clock
from bot.models import brief_json
from bot.models.brief import Brief
from bot.store import signatures
from bot.store.comparisons import ComparisonKey
from bot.store.connection import Connection

BriefKey = ComparisonKey  # what is said of several articles is kept under the same key, whatever it is


class BriefReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def find(self, key: BriefKey) -> Brief | None:
        """The brief that was kept under this key."""
        query = f"""SELECT body, {signatures.COLUMNS} FROM brief
                    WHERE content_hash = ? AND recipe = ? AND model = ? AND language = ?"""  # noqa: S608 - our own names
        row = await self._db.row(query, *key.columns)
        if row is None:
            return None
        body, *signature = row
        return brief_json.brief_of(json.loads(body), signatures.signature_of(key.model, tuple(signature)))


class BriefWrites:
    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def keep(self, key: BriefKey, brief: Brief) -> None:
        """Keep a brief with all that it depended on; the later of two under one key stays."""
        await self._db.run(
            f"""INSERT INTO brief (content_hash, recipe, model, language, body, made_at, {signatures.COLUMNS})
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET body = excluded.body, made_at = excluded.made_at""",  # noqa: S608 - our own names
            *key.columns, json.dumps(brief_json.body_of(brief), ensure_ascii=False),
            self._clock.now().isoformat(), *signatures.row_of(brief.signature),
        )  # fmt: skip
