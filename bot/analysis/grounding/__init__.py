"""A draft against the article: what stands is kept, what fails is dropped or flagged, and counted."""

from bot.analysis.grounding.checking import check

__all__ = ["check"]
