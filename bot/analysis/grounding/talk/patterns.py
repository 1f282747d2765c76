"""Regular expressions out of tables of words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: str) -> str:
    """One of the words or beginnings of words that blanks stand between; "_" stands for blanks within one."""
    return "(?:" + "|".join(words.replace("_", r"\s+").split()) + ")"


def either(patterns: Iterable[str]) -> re.Pattern[str]:
    """What matches one of the patterns, in any case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
