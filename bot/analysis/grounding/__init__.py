"""A draft against its articles: what stands is kept, what fails is dropped or flagged, and counted."""

from bot.analysis.grounding.checking import check
from bot.analysis.grounding.comparing import check_comparison

__all__ = ["check", "check_comparison"]
