"""The only maker of a Memory."""

from __future__ import annotations

from bot.analysis.engine import MemoryAsk
from bot.models.discussion import Memory, MemoryDraft


def check_memory(ask: MemoryAsk, draft: MemoryDraft, through: int) -> Memory:
    """The draft, as far as the turns and the memory before them bear it out."""
    known = {turn.id for turn in ask.turns}
    known |= {turn for memo in ask.memory.memos for turn in memo.turns} if ask.memory else set()
    memos = tuple(memo for memo in draft.memos if memo.turns and known.issuperset(memo.turns))
    return Memory(memos=memos, through=through, signature=draft.signature, fallback=draft.fallback)
