"""How far paragraphs of several articles bear a claim out, by the content words that they share with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log

from bot.analysis.grounding.stems import stems
from bot.analysis.grounding.words import Text, forms_of

# Shares are of a claim's own weight. Set on bench/comparisons/tuned so that what is given to the wrong author, or cited
# in the wrong place, falls; a true point in words that its paragraphs do not have falls with it.
_SUBSTANCE = 0.2  # in one cited paragraph at least
_NEAR_BEST = 0.8  # of the share of the same article's best paragraph
_AHEAD = 1.3  # times the share of any other article's best paragraph
_BESIDE = 0.2  # of the best cited paragraph's share, for another one that is cited with it
_COMMON_SUBSTANCE = 0.35
_COMMON_NEAR_BEST = 0.9
_ALIKE = 0.4  # of the share that the best paragraph of any author has, each of those who agree has
_UNMISTAKABLE = 0.5  # what one article shares with a claim that another, of another language, is said to make

_ALMOST_THE_SAME = 0.7  # of the content words of two claims together, those that both have

Cited = Mapping[int, tuple[int, ...]]


class Support:
    """Of the bodies of several articles, which count from 1. A stem weighs more, the fewer paragraphs have it.

    comparable: articles in the language of the claims; of the others only whose words the claims surely are not.
    """

    def __init__(self, bodies: Sequence[Text], comparable: Iterable[int]) -> None:
        self._bodies, self._comparable = bodies, frozenset(comparable)
        self._stems = [[stems(word.form for word in words) for words in body.words] for body in bodies]
        self._holders = Counter(stem for paragraphs in self._stems for own in paragraphs for stem in own)
        self._paragraphs = sum(map(len, self._stems))

    def of_one(self, n: int, claim: str, paragraphs: tuple[int, ...]) -> tuple[int, ...]:
        """Those that bear out what article `n` alone is said to claim; none when another does nearly as well.

        An article's own sentences, with … between them, are that article's, whoever shares their words.
        """
        shares = self._shares(n, claim)
        best = max((shares[p - 1] for p in paragraphs), default=0.0)
        others = max((self._best(m, claim) for m in self._comparable if m != n), default=0.0)
        if n not in self._comparable:
            return paragraphs if others < _UNMISTAKABLE else ()
        own = self._holding(n, claim)
        is_own = not own.isdisjoint(paragraphs)
        if is_own or best >= max(_SUBSTANCE, _NEAR_BEST * max(shares, default=0.0), _AHEAD * others):
            return tuple(p for p in paragraphs if p in own or shares[p - 1] >= _BESIDE * best)
        return ()

    def in_common(self, point: str, cited: Cited) -> Cited:
        """Of the paragraphs, by article, those that bear out what several authors are said to hold alike."""
        fitting = {n: self._in_common(n, point, paragraphs) for n, paragraphs in cited.items()}
        most = max((self._best(n, point) for n in fitting if n in self._comparable), default=0.0)
        return {
            n: paragraphs
            for n, paragraphs in fitting.items()
            if paragraphs and (n not in self._comparable or self._best(n, point) >= _ALIKE * most)
        }

    def _in_common(self, n: int, point: str, paragraphs: tuple[int, ...]) -> tuple[int, ...]:
        if n not in self._comparable:
            return paragraphs
        shares = self._shares(n, point)
        least = max(_COMMON_SUBSTANCE, _COMMON_NEAR_BEST * max(shares, default=0.0))
        return tuple(p for p in paragraphs if shares[p - 1] >= least)

    def _holding(self, n: int, claim: str) -> frozenset[int]:
        """Paragraphs of article `n` that hold the claim word by word, or one of its parts if … stands between them."""
        parts = [forms for part in claim.split("…") if (forms := forms_of(part))]
        places = [{place.paragraph + 1 for place in self._bodies[n - 1].find(forms)} for forms in parts]
        return frozenset().union(*places) if all(places) else frozenset()

    def _best(self, n: int, claim: str) -> float:
        return max(self._shares(n, claim), default=0.0)

    def _shares(self, n: int, claim: str) -> list[float]:
        wanted = stems(forms_of(claim))
        whole = self._weight(wanted)
        return [self._weight(wanted & own) / whole if whole else 0.0 for own in self._stems[n - 1]]

    def _weight(self, some: frozenset[str]) -> float:
        return fsum(log(1 + self._paragraphs / max(self._holders[stem], 1)) for stem in some)


def are_alike(one: str, other: str) -> bool:
    """Whether two claims are made of almost the same words."""
    first, second = stems(forms_of(one)), stems(forms_of(other))
    return bool(first) and len(first & second) >= _ALMOST_THE_SAME * len(first | second)
