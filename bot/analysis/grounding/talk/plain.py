"""A sentence as a model wrote it, without the Markdown around its words."""

from __future__ import annotations

import re

from bot.analysis.grounding.hygiene import printable
from bot.analysis.prompts.neutral import visible

_MARKERS = re.compile(r"(?:(?:[-*+•–—·]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\)|#{1,6}|>)\s+)+|#+\Z")
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\w)|(?<=[^\W_])_+(?!\w)|~~|`(?!`)|(?<!`)`")
_TURN = r"#\d{1,7}"
_TURNS = re.compile(rf"\s*[(\[]\s*{_TURN}(?:\s*[,;&]\s*{_TURN})*\s*[)\]]")


def plain(text: str) -> str:
    """One line without a list's or heading's marker, emphasis, and the numbers of turns, which nobody else knows."""
    shown = _MARKERS.sub("", printable(visible(text)), count=1) if _MARKERS.match(text.lstrip()) else visible(text)
    return printable(_TURNS.sub("", _EMPHASIS.sub("", shown)))
