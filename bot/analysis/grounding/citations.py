"""Paragraph numbers: kept when they exist and the paragraph shares the claim's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import fsum, log

from bot.analysis.grounding.function_words import is_function_word
from bot.analysis.grounding.words import Text, forms_of, singular_owner

_STEM = 5  # letters; longer words compare by their beginning, so that inflection does not matter
_SHORTEST = 3  # letters of a content word
_ENOUGH = 0.25  # of the best paragraph's weight
_CLEAR = 1.5  # times the second best one's weight
_SUBSTANCE = 0.3  # of the claim's own weight


class Citations:
    """Without `same_language`, of summary and article, words cannot be compared: then a paragraph must only exist."""

    def __init__(self, text: Text, *, same_language: bool) -> None:
        self._stems = [content_stems({word.form for word in words}) for words in text.words]
        self._holders = Counter(stem for stems in self._stems for stem in stems)
        self._same_language = same_language

    def existing(self, paragraphs: Sequence[int]) -> tuple[int, ...]:
        """Those that the article has, in the order given, each once."""
        return tuple(dict.fromkeys(n for n in paragraphs if 1 <= n <= len(self._stems)))

    def checked(self, paragraphs: Sequence[int], claim: str, support: str) -> tuple[int, ...]:
        """Those that share words with claim or support.

        Where none shares enough, the one paragraph that clearly does takes their place; failing that, those with any.
        """
        existing = self.existing(paragraphs)
        if not self._same_language:
            return existing
        wanted = [stems for stems in (content_stems(forms_of(claim)), content_stems(forms_of(support))) if stems]
        weights = [[self._weight(stems & own) for own in self._stems] for stems in wanted]
        kept = tuple(n for n in existing if any(row[n - 1] and row[n - 1] >= _ENOUGH * max(row) for row in weights))
        if kept or not wanted:
            return kept or existing
        best = self._clearly_best(weights[0], wanted[0])
        return (best,) if best else tuple(n for n in existing if any(row[n - 1] for row in weights))

    def _clearly_best(self, weights: Sequence[float], wanted: set[str]) -> int | None:
        ranked = sorted(range(len(weights)), key=lambda at: -weights[at])
        if not ranked or weights[ranked[0]] < _SUBSTANCE * self._weight(wanted):
            return None
        second = weights[ranked[1]] if len(ranked) > 1 else 0.0
        return ranked[0] + 1 if weights[ranked[0]] >= _CLEAR * second else None

    def _weight(self, stems: set[str]) -> float:
        """Rare words count more; what every paragraph has counts little."""
        total = len(self._stems)
        return fsum(log(1 + total / self._holders[stem]) if self._holders[stem] else log(1 + total) for stem in stems)


def content_stems(forms: Iterable[str]) -> set[str]:
    folded = (singular_owner(form).casefold() for form in forms)
    return {form[:_STEM] for form in folded if _is_content(form)}


def _is_content(form: str) -> bool:
    return not is_function_word(form) and (len(form) >= _SHORTEST or form.isdigit() or not form.isascii())
