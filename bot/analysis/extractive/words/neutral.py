"""No language at all: nothing is cued, only what needs no words is left (position, weight, figures, marks)."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from bot.analysis.extractive.words.table import Words, phrases

_SETS = ("stop", "abbreviations", "roles", "organs", "papers", "honorifics", "role_prefixes")
_EMPTY: dict[str, Any] = {
    field.name: frozenset() if field.name in _SETS else phrases("")
    for field in fields(Words)
    if field.name != "language"
}

NEUTRAL = Words(language="", **_EMPTY)
