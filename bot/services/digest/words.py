"""Words that an entry has or has not: whole words, whatever their case and their accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from bot.models.story import StoryEntry

Has = Callable[[StoryEntry], bool]

_APART = " _ "  # no words stand together across it
_ACCENT = re.compile("[\u0300-\u036f]")
# Scripts that set no blanks between words: there a word is found wherever it stands.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def folded(text: str) -> str:
    """Without case and without accents."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", parted))


def having(words: Iterable[str]) -> Has:
    """Whether an entry has one of the words in its title or text; of no words, none. Several in one stand together."""
    patterns = [_pattern(word) for word in sorted({folded(word).strip() for word in words}) if word]
    if not patterns:
        return lambda entry: False
    any_of = re.compile("|".join(patterns))
    return lambda entry: bool(any_of.search(folded(f"{entry.title}{_APART}{entry.text}")))


def _pattern(word: str) -> str:
    together = r"\W+".join(map(re.escape, word.split()))
    return together if _UNSPACED.search(word) else rf"(?<!\w){together}(?!\w)"
