"""Words by which entries are let through or left out, as a moderator types them."""

from __future__ import annotations

import unicodedata

from bot.errors import BadOption

WORDS, LONGEST = 20, 40  # words, characters of one
BETWEEN = ", "


def words_of(option: str, typed: str) -> tuple[str, ...]:
    """Each once, in their order; of several words between two commas all together count. Raises BadOption."""
    words = {_folded(word): word for part in typed.split(",") if (word := " ".join(part.split()))}
    if len(words) > WORDS or any(len(word) > LONGEST for word in words.values()):
        raise BadOption(option=option, accepts=f"up to {WORDS} words of up to {LONGEST} letters, with commas between")
    return tuple(words.values())


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()
