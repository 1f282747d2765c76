"""What asking models cost: one row an ask, open at its estimate until it is settled."""

from __future__ import annotations

from dataclasses import dataclass

from bot.clock import Clock
from bot.models.asker import Asker
from bot.models.money import Usage
from bot.models.summary import Signature
from bot.store.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """A day so far, what is open included. `unpriced` asks used a model without a known price."""

    usage: Usage
    asks: int
    unpriced: int


_SUMS = """SELECT count(*), coalesce(sum(prompt_tokens), 0), coalesce(sum(completion_tokens), 0),
                  coalesce(sum(cached_tokens), 0), coalesce(sum(cost_usd), 0.0), coalesce(sum(cost_usd IS NULL), 0)
           FROM usage WHERE day = ?"""


async def _spent(db: Connection, query: str, *values: object) -> Spent:
    row = await db.row(query, *values)
    assert row is not None, "an aggregate always gives a row"
    asks, prompt, completion, cached, cost, unpriced = row
    usage = Usage(prompt_tokens=prompt, completion_tokens=completion, cached_tokens=cached, cost_usd=cost)
    return Spent(usage=usage, asks=asks, unpriced=unpriced)


class UsageReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def on(self, day: str) -> Spent:
        """The whole process's day ("2026-11-24", UTC)."""
        return await _spent(self._db, _SUMS, day)


class UsageWrites:
    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def spent_today(self, guild_id: int | None = None) -> Spent:
        """Today (UTC), of one server or of the whole process; read in the transaction that reserves."""
        today = self._clock.now().date().isoformat()
        if guild_id is None:
            return await _spent(self._db, _SUMS, today)
        return await _spent(self._db, f"{_SUMS} AND guild_id = ?", today, guild_id)

    async def reserve(self, asker: Asker, command: str, signature: Signature, estimate: Usage) -> int:
        """Open a row at its full estimate; returns its id."""
        now, prompt = self._clock.now(), signature.prompt
        return await self._db.run(
            """INSERT INTO usage (at, day, guild_id, user_id, command, engine, model, prompt_name, prompt_version,
                                  prompt_tokens, completion_tokens, cached_tokens, cost_usd)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            now.isoformat(), now.date().isoformat(), asker.guild_id, asker.user_id, command, signature.engine,
            signature.model, prompt.name if prompt else None, prompt.version if prompt else None,
            estimate.prompt_tokens, estimate.completion_tokens, estimate.cached_tokens, estimate.cost_usd,
        )  # fmt: skip

    async def settle(self, usage_id: int, usage: Usage) -> None:
        """Replace the estimate by what was spent."""
        await self._db.run(
            """UPDATE usage SET settled = 1, prompt_tokens = ?, completion_tokens = ?, cached_tokens = ?, cost_usd = ?
               WHERE id = ?""",
            usage.prompt_tokens,
            usage.completion_tokens,
            usage.cached_tokens,
            usage.cost_usd,
            usage_id,
        )
