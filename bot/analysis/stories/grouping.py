"""Entries become stories, in memory and without a model."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.story import Story, StoryEntry


def group(entries: Sequence[StoryEntry]) -> tuple[Story, ...]:
    """The stories that these entries make, the one with the latest entry first; each entry is in exactly one.

    Cautious: a wrong merge is worse than a repeat. Stories have no ids here (0).
    """
    return tuple(Story(id=0, entries=(entry,)) for entry in sorted(entries, key=lambda each: each.at, reverse=True))
