"""What an engine is shown for a question, within a budget of tokens; pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.models.discussion import Context, Question
from bot.services.discuss.finding import Material

Count = Callable[[str], int]


def assemble(material: Material, question: Question, asked_at: datetime, *, budget: int, count: Count) -> Context:
    """The context of a question; its parts together take `budget` tokens at most, when the question itself does."""
    raise NotImplementedError
