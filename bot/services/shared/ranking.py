"""What somebody means who has typed a few letters: the likeliest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

_BREAKS = re.compile(r"[\W_]+")


def ranked(typed: str, candidates: Iterable[T], texts: Callable[[T], Sequence[str]], *, limit: int) -> list[T]:
    """Those that fit what was typed; of equal rank in the order in which they came.

    The first of `texts` is the name: that it begins with what was typed counts most; then that its words do, then that
    words of any text do, then that any text holds it. Capitals, accents and punctuation do not count.
    """
    sought = folded(typed)
    if not sought.strip():
        return list(candidates)[:limit]
    fitting = [(rank, candidate) for candidate in candidates if (rank := _rank(sought, texts(candidate))) is not None]
    return [candidate for _, candidate in sorted(fitting, key=lambda pair: pair[0])][:limit]


def folded(text: str) -> str:
    """Words in small letters without accents, a blank before each."""
    plain = text.lower() if text.isascii() else _plain(text)
    return " " + _BREAKS.sub(" ", plain).strip()


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _rank(sought: str, texts: Sequence[str]) -> int | None:
    name, *others = map(folded, texts)
    if name.startswith(sought):
        return 0
    words = [f" {word}" for word in sought.split()]
    everything = " ".join((name, *others))
    if all(word in name for word in words):
        return 1
    if all(word in everything for word in words):
        return 2
    return 3 if sought.strip() in everything else None
