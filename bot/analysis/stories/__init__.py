"""Entries of different outlets about the same event. No network, no disk: entries in, stories out."""

from bot.analysis.stories.grouping import group

__all__ = ["group"]
