"""What tests of transactions write: two things that belong together."""

from __future__ import annotations

from bot.models.asker import Asker
from bot.models.money import Usage
from bot.store.database import Store
from tests.nouns import MODEL, column

ESTIMATE = Usage(prompt_tokens=100, completion_tokens=10, cost_usd=0.5)


async def keep(store: Store, number: int = 0, *, sentences: int = 1) -> None:
    """A reservation and an article, both or neither."""
    async with store.write() as tx:
        await tx.usage.reserve(Asker(), "summarize", MODEL, ESTIMATE)
        article = column(title=f"Column {number}", paragraphs=("A sentence. " * sentences,))
        await tx.articles.keep(article, f"https://gazette.test/{number}")


async def counts(store: Store) -> tuple[int, int, int]:
    """Articles, addresses, reservations."""
    stats = await store.stats()
    return stats["article"], stats["address"], stats["usage"]
