"""What was said about articles side by side: the cache of comparisons, across servers like that of summaries."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.clock import Clock
from bot.models.comparison import Agreement, Citation, Comparison, Conflict, Only, Quoted, Side
from bot.models.summary import Signature
from bot.store import signatures
from bot.store.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonKey:
    """Equal keys have equal answers: (contents in their order, prompt and parameters, model, language)."""

    content_hash: str
    recipe: str
    model: str
    language: str

    @classmethod
    def of(cls, content_hashes: Sequence[str], signature: Signature, language: str) -> ComparisonKey:
        """The same articles in another order are another key: points cite them by number."""
        together = hashlib.sha256(json.dumps(list(content_hashes)).encode()).hexdigest()
        recipe = signatures.recipe(signature)
        return cls(content_hash=together, recipe=recipe, model=signature.model, language=language)

    @property
    def columns(self) -> tuple[str, str, str, str]:
        """Values for content_hash, recipe, model and language, in that order."""
        return self.content_hash, self.recipe, self.model, self.language


class ComparisonReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def find(self, key: ComparisonKey) -> Comparison | None:
        """The comparison that was kept under this key."""
        query = f"""SELECT body, {signatures.COLUMNS} FROM comparison
                    WHERE content_hash = ? AND recipe = ? AND model = ? AND language = ?"""  # noqa: S608 - our own names
        row = await self._db.row(query, *key.columns)
        if row is None:
            return None
        body, *signature = row
        return _read_back(json.loads(body), signatures.signature_of(key.model, tuple(signature)))


class ComparisonWrites:
    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def keep(self, key: ComparisonKey, comparison: Comparison) -> None:
        """Keep a comparison with all that it depended on; the later of two under one key stays."""
        body = {name: value for name, value in asdict(comparison).items() if name not in {"signature", "fallback"}}
        await self._db.run(
            f"""INSERT INTO comparison (content_hash, recipe, model, language, body, made_at, {signatures.COLUMNS})
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET body = excluded.body, made_at = excluded.made_at""",  # noqa: S608 - our own names
            *key.columns, json.dumps(body, ensure_ascii=False),
            self._clock.now().isoformat(), *signatures.row_of(comparison.signature),
        )  # fmt: skip


def _read_back(body: dict[str, Any], signature: Signature) -> Comparison:
    """A comparison that `grounding.check_comparison` made and `keep` wrote."""
    return Comparison(
        comparable=body["comparable"],
        question=body["question"],
        agreements=tuple(
            Agreement(point=a["point"], citations=tuple(Citation(**c) for c in a["citations"]))
            for a in body["agreements"]
        ),
        conflicts=tuple(
            Conflict(point=c["point"], sides=tuple(Side(**_cited(s)) for s in c["sides"])) for c in body["conflicts"]
        ),
        only=tuple(Only(**_cited(o)) for o in body["only"]),
        quoted=tuple(Quoted(**_cited(q)) for q in body["quoted"]),
        dropped=body["dropped"],
        signature=signature,
    )


def _cited(item: dict[str, Any]) -> dict[str, Any]:
    return item | {"paragraphs": tuple(item["paragraphs"])}
