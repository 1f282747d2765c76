"""Where a text holds what was looked for, when the index does not say it."""

from __future__ import annotations

import re

from bot.models.found import MARK_OFF, MARK_ON

SNIPPET_WORDS = 24
_BEFORE, _AROUND = 40, 160  # characters before the first place, and of the whole snippet

# Scripts without spaces between words: Thai, Lao, Myanmar, Khmer; kana and ideographs with their later extensions.
UNSPACED = (
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f\U00020000-\U0003ffff]"
)
_UNSPACED = re.compile(UNSPACED)


def is_unspaced(text: str) -> bool:
    """Whether some of it is in a script that sets no spaces, so that its words are not those of the index."""
    return bool(_UNSPACED.search(text))


def snippet(text: str, query: str) -> str:
    """About a line of the text around the first place of a word of the query, each one marked; else its beginning."""
    text = " ".join(text.split())
    sought = _any_of(query)
    first = sought.search(text) if sought else None
    start, end = _cut(text, max(0, first.start() - _BEFORE) if first else 0)
    part = text[start:end]
    marked = sought.sub(lambda found: f"{MARK_ON}{found[0]}{MARK_OFF}", part) if sought else part
    return f"{'…' if start else ''}{marked}{'…' if end < len(text) else ''}"


def _any_of(query: str) -> re.Pattern[str] | None:
    words = sorted(set(query.split()), key=len, reverse=True)  # the longest first, or a part would hide the whole
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE) if words else None


def _cut(text: str, start: int) -> tuple[int, int]:
    """Start and end of about `_AROUND` characters from `start`, between words where there are any."""
    if start:
        gap = text.find(" ", start, start + _BEFORE)
        start = gap + 1 if gap >= 0 else start
    end = min(len(text), start + _AROUND)
    if end < len(text):
        gap = text.rfind(" ", start + _AROUND // 2, end)
        end = gap if gap >= 0 else end
    return start, end
