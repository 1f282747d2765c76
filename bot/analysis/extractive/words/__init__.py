"""The cues of a language, loaded when a text in it is read."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from bot.analysis.extractive.words.table import Words

_MODULES = {"en": "english", "de": "german", "fr": "french", "es": "spanish"}


@cache
def words_for(language: str) -> Words:
    """The cues for a BCP 47 primary subtag; for an unknown one a table that matches nothing."""
    name = _MODULES.get(language, "neutral")
    words: Words = getattr(import_module(f"{__name__}.{name}"), name.upper())
    return words
