"""A draft against its articles: what stands is kept, what fails is dropped or flagged, and counted."""

from bot.analysis.grounding.answering import NOTHING_CONFIRMED, AnswerCheck
from bot.analysis.grounding.checking import check
from bot.analysis.grounding.comparing import check_comparison
from bot.analysis.grounding.remembering import check_memory

__all__ = ["NOTHING_CONFIRMED", "AnswerCheck", "check", "check_comparison", "check_memory"]
