"""Fact, opinion, prediction or recommendation: what sort of sentence it is, by its signals."""

from __future__ import annotations

from bot.analysis.extractive.passage import Passage
from bot.models.summary import Nature


def nature(passage: Passage, index: int) -> Nature:
    """The nature of one line, in its context."""
    signals = passage.signals[index]
    if signals.get("bids_first") or (signals.get("must") and not signals.get("past")):
        return Nature.RECOMMENDATION
    if signals.get("foretells") and not signals.get("past"):
        return Nature.PREDICTION
    if signals.get("figure") or (signals.get("past") and not signals.get("judges")):
        return Nature.FACT
    return Nature.OPINION
