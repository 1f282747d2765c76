"""What is worth remembering of turns, without a model: in the words of those who said it."""

from __future__ import annotations

from bot.analysis.engine import MemoryAsk
from bot.analysis.extractive.remembering.book import Book
from bot.analysis.extractive.remembering.notes import notes_of
from bot.models.discussion import MemoryDraft
from bot.models.summary import Signature

__all__ = ["remember"]


def remember(ask: MemoryAsk, signature: Signature) -> MemoryDraft:
    """The memory so far with what the turns add to it, and correct of it; pure."""
    book = Book(ask.memory.memos if ask.memory else ())
    for turn in ask.turns:
        for note in notes_of(turn):
            book.enter(note)
        book.settle(turn)
    return MemoryDraft(memos=book.within(ask.tokens), signature=signature)
