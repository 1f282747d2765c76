"""Which stories a channel is told first. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.models.story import Story
from bot.services.digest.words import Has

# What weighs: how many outlets have a story, how many commentaries, how fresh it is, and whether a moderator named a
# word of it. Doubling the outlets is worth as much as half a day.
_OUTLETS, _COMMENTARY, _FRESH, _WANTED = 1.0, 0.7, 1.0, 0.8
_HALF = timedelta(hours=12)  # after which a story is half as fresh


def ranked(stories: Iterable[Story], *, until: datetime, is_wanted: Has) -> tuple[Story, ...]:
    """The weightiest first; of equals the one with the latest entry. until: the moment at which they are told."""
    weighed = [(weight(story, until=until, is_wanted=is_wanted), story) for story in stories]
    return tuple(story for _, story in sorted(weighed, key=lambda each: (-each[0], *_later_first(each[1]))))


def weight(story: Story, *, until: datetime, is_wanted: Has) -> float:
    """The sum of what speaks for it."""
    commentaries = sum(entry.is_commentary for entry in story.entries)
    age = max(timedelta(0), until - max(entry.at for entry in story.entries))
    return (
        _OUTLETS * math.log2(1 + story.outlets)
        + _COMMENTARY * math.log2(1 + commentaries)
        + _FRESH * math.exp2(-age / _HALF)
        + _WANTED * any(map(is_wanted, story.entries))
    )


def _later_first(story: Story) -> tuple[float, int]:
    return -max(entry.at for entry in story.entries).timestamp(), min(entry.id for entry in story.entries)
