"""What was said about articles: the cache of summaries, across servers, since public articles hold nothing of one."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from bot.clock import Clock
from bot.models.summary import (
    Argument,
    Grounding,
    Length,
    Nature,
    Quote,
    Remark,
    Signature,
    Summary,
)
from bot.store import signatures
from bot.store.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheKey:
    """Equal keys have equal answers: (content, prompt and parameters, model, length, language)."""

    content_hash: str
    recipe: str
    model: str
    length: Length
    language: str

    @classmethod
    def of(cls, content_hash: str, signature: Signature, length: Length, language: str) -> CacheKey:
        """A prompt counts by its text, so one that was only renamed has the same key."""
        recipe = signatures.recipe(signature)
        return cls(content_hash=content_hash, recipe=recipe, model=signature.model, length=length, language=language)

    @property
    def columns(self) -> tuple[str, str, str, str, str]:
        """Values for content_hash, recipe, model, length and language, in that order."""
        return self.content_hash, self.recipe, self.model, self.length.value, self.language


class SummaryReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def find(self, key: CacheKey) -> Summary | None:
        """The summary that was kept under this key."""
        query = f"""SELECT body, {signatures.COLUMNS} FROM summary
                    WHERE content_hash = ? AND recipe = ? AND model = ? AND length = ? AND language = ?"""  # noqa: S608 - our own names
        row = await self._db.row(query, *key.columns)
        if row is None:
            return None
        body, *signature = row
        return _read_back(json.loads(body), signatures.signature_of(key.model, tuple(signature)))


class SummaryWrites:
    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def keep(self, key: CacheKey, summary: Summary) -> None:
        """Keep a summary with all that it depended on; the later of two under one key stays."""
        body = {name: value for name, value in asdict(summary).items() if name not in {"signature", "fallback"}}
        await self._db.run(
            f"""INSERT INTO summary (content_hash, recipe, model, length, language, body, made_at, {signatures.COLUMNS})
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET body = excluded.body, made_at = excluded.made_at""",  # noqa: S608 - our own names
            *key.columns, json.dumps(body, ensure_ascii=False),
            self._clock.now().isoformat(), *signatures.row_of(summary.signature),
        )  # fmt: skip


def _read_back(body: dict[str, Any], signature: Signature) -> Summary:
    """A summary that `grounding.check` made and `keep` wrote."""
    grounding = body["grounding"] | {
        name: tuple(body["grounding"][name]) for name in ("numbers_unmatched", "names_unmatched")
    }
    return Summary(
        tldr=body["tldr"],
        thesis=body["thesis"],
        arguments=tuple(
            Argument(**a | {"nature": Nature(a["nature"]), "paragraphs": tuple(a["paragraphs"])})
            for a in body["arguments"]
        ),
        quotes=tuple(Quote(**q) for q in body["quotes"]),
        critique=tuple(Remark(text=r["text"], paragraphs=tuple(r["paragraphs"])) for r in body["critique"]),
        reader_reaction=body["reader_reaction"],
        grounding=Grounding(**grounding),
        signature=signature,
    )
