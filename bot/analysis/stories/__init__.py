"""Entries of different outlets about the same event. No network, no disk: entries in, stories out."""

from bot.analysis.stories.field import Field
from bot.analysis.stories.grouping import group
from bot.analysis.stories.likeness import WINDOW
from bot.analysis.stories.placing import placings
from bot.analysis.stories.sorting import Sorting
from bot.analysis.stories.vectors import Vectors

__all__ = ["WINDOW", "Field", "Sorting", "Vectors", "group", "placings"]
