"""Where a byline begins: the words that introduce an author."""

from __future__ import annotations

import re

from bot.sources.extract.introduction_words import ARTICLES, GENRES, INTRODUCTIONS, LABEL_SIGNS, LABELS, LINKS

_WORD = re.compile(r"\S+")
_LABEL = re.compile(rf"([^{re.escape(LABEL_SIGNS)}\d]{{1,30}}?)\s*[{re.escape(LABEL_SIGNS)}]\s*")
_MOST_WORDS = 5
_WORDS_OF_A_BYLINE = 6


def length(text: str) -> int:
    """How many characters at the start of a text introduce a name, with the blanks behind them; 0 for none."""
    return _label(text) or _phrase(text)


def begins_byline(text: str) -> bool:
    """Whether a text is introduced as a byline is, and goes on as one."""
    end = length(text)
    following = text[end : end + 1]
    is_caseless = following.isalpha() and following.lower() == following.upper()
    return end > 0 and (
        following.isupper()
        or text[:end].rstrip().endswith((":", "："))
        or (is_caseless and len(text.split()) <= _WORDS_OF_A_BYLINE)
    )


def is_alone(text: str) -> bool:
    """Whether a text introduces somebody whom it does not name itself ("Written by")."""
    bare = text.strip()
    return bool(bare) and length(bare) == len(bare)


def _label(text: str) -> int:
    """ "Autor: …", "文／…"."""
    found = _LABEL.match(text)
    return found.end() if found and found[1].casefold() in LABELS else 0


def _phrase(text: str) -> int:
    """ "Written by …", "Ein Kommentar von …": as many words as make a phrase."""
    end, opened, names_genre = 0, True, False
    for number, word in enumerate(_WORD.finditer(text)):
        if number == _MOST_WORDS:
            break
        bare = word[0].casefold()
        opened = opened and (bare in ARTICLES or bare in GENRES or (names_genre and bare in LINKS))
        if text[: word.end()].casefold() in INTRODUCTIONS or (opened and names_genre and bare in LINKS):
            end = word.end()
        names_genre = names_genre or (opened and bare in GENRES)
    return len(text) - len(text[end:].lstrip()) if end else 0
