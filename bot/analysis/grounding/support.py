"""How far paragraphs of several articles bear a claim out, by the content words that they share with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from bot.analysis.grounding.citations import content_stems
from bot.analysis.grounding.words import Text, forms_of

_ENOUGH = 0.25  # of the weight that the best paragraph of the same article shares with the claim
_SUBSTANCE = 0.2  # of the claim's own weight


class Support:
    """Of the bodies of several articles, which count from 1. A stem weighs more, the fewer paragraphs have it."""

    def __init__(self, bodies: Sequence[Text]) -> None:
        self._stems = [[content_stems(word.form for word in words) for words in body.words] for body in bodies]
        self._holders = Counter(stem for paragraphs in self._stems for own in paragraphs for stem in own)
        self._paragraphs = sum(map(len, self._stems))

    def fitting(self, n: int, claim: str, paragraphs: Iterable[int]) -> tuple[int, ...]:
        """Those of the paragraphs of article `n` that share enough with the claim."""
        wanted = content_stems(forms_of(claim))
        shared = self._shared(n, wanted)
        least = max(_ENOUGH * max(shared, default=0.0), _SUBSTANCE * self._weight(wanted))
        return tuple(p for p in paragraphs if 0 < shared[p - 1] >= least)

    def is_nearest(self, n: int, claim: str, paragraphs: Iterable[int]) -> bool:
        """Whether these paragraphs of article `n` share more with the claim than any paragraph of another article."""
        wanted = content_stems(forms_of(claim))
        own = self._weight(wanted & set().union(*(self._stems[n - 1][p - 1] for p in paragraphs)))
        others = (max(self._shared(m, wanted), default=0.0) for m in range(1, len(self._stems) + 1) if m != n)
        return own > max(others, default=0.0)

    def _shared(self, n: int, wanted: set[str]) -> list[float]:
        return [self._weight(wanted & own) for own in self._stems[n - 1]]

    def _weight(self, stems: set[str]) -> float:
        return sum(log(1 + self._paragraphs / max(self._holders[stem], 1)) for stem in stems)
