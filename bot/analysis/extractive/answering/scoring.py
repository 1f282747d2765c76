"""How likely a sentence answers a question: what they share in words and meaning, and whether it could at all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from bot.analysis.extractive.answering.asked import Asked
from bot.analysis.extractive.answering.cues import ANSWERS, Kind
from bot.analysis.extractive.answering.texts import Said
from bot.analysis.extractive.comparing.meaning import vectors

# By search over bench/answers/tuned.json, rounded; those below the blank line by hand, for it has few such questions.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "words": 0.5,
        "around": 1.4,
        "meaning": 3.0,
        "misses": -1.0,
        "claim": 1.0,
        "bids": 1.2,
        "stand": 0.5,
        "asking": -0.6,
        "ironic": -0.4,
        "strange": -0.5,
        "before": 0.3,
        "looked up": 0.2,
        "named": 2.0,
        "corrects": 0.4,
        "lately": 0.1,
    }
)
_ALIKE = 5  # letters that two terms have to share at their beginning to be near to each other
_NEAR = 0.7
_FIGURES = frozenset({Kind.MONEY, Kind.SIZE, Kind.SPAN, Kind.AMOUNT})

Features = dict[str, float]


class Scores:
    """Of the sentences of one room for one question. looked_up: paragraphs that whoever asks has found for it."""

    def __init__(self, asked: Asked, sentences: Sequence[Said], looked_up: frozenset[tuple[int, int]]) -> None:
        self._asked, self._looked_up = asked, looked_up
        self._near = _Nearness(asked.terms)
        self._own = [term for term, worth in asked.terms.items() if worth == 1.0]
        self._leans = len(self._own) < len(asked.terms)
        self._rarity = self._rarities({id(said.sentence.around): said.sentence.around for said in sentences}.values())
        self._whole = math.fsum(asked.terms[term] * self._rarity[term] for term in sorted(asked.terms)) or 1.0
        self._meaning = vectors([asked.text])[0]

    def _rarities(self, around: Iterable[frozenset[str]]) -> dict[str, float]:
        places = list(around)
        counts = {term: sum(self._near.of(term, held) > 0 for held in places) for term in self._asked.terms}
        return {term: math.log(1 + (len(places) - n + 0.5) / (n + 0.5)) for term, n in counts.items()}

    def of(self, said: Said) -> float:
        """Higher is likelier; what is above `ENOUGH` answers."""
        return math.fsum(WEIGHTS[name] * value for name, value in self.features(said).items())

    def touches(self, said: Said) -> bool:
        """Whether it has a word of the question itself, not only of the one before, if that has any."""
        return not self._own or any(self._near.of(term, said.sentence.around) for term in self._own)

    def nearness(self, said: Said) -> float:
        """In meaning: 0 for none, 1 for the same."""
        return float(said.sentence.vector @ self._meaning)

    def features(self, said: Said) -> Features:
        """What speaks for a sentence and against it, 0 to 1 each."""
        asked, sentence = self._asked, said.sentence
        return {
            "words": self._share(sentence.terms),
            "around": self._share(sentence.around),
            "meaning": self.nearness(said),
            "misses": float(not could_answer(asked.kind, said)),
            "claim": sentence.claim if asked.is_stand else 0.0,
            "bids": float(asked.is_demand and sentence.bids and sentence.is_own),
            "stand": float(asked.is_stand and sentence.is_own and said.n > 0),
            "asking": float(sentence.is_asking and not asked.is_of_questions),
            "ironic": float(sentence.is_ironic),
            "strange": float(self._leans and asked.kind not in ANSWERS and not self.touches(said)),
            "before": float(said.place in asked.before),
            "looked up": float(said.place in self._looked_up),
            "named": float(said.place in asked.places),
            "corrects": float(said.corrects),
            "lately": said.lately,
        }

    def _share(self, held: frozenset[str]) -> float:
        asked = self._asked.terms
        shared = (asked[term] * self._rarity[term] * self._near.of(term, held) for term in sorted(asked))
        return math.fsum(shared) / self._whole


def could_answer(kind: Kind, said: Said) -> bool:
    """Whether there is in a sentence what such an answer has to have: a figure, a name, a day."""
    pattern = ANSWERS.get(kind)
    if pattern and not pattern.search(said.sentence.text):
        return False
    if kind in _FIGURES:
        return said.sentence.has_figure
    return kind is not Kind.PERSON or said.sentence.has_name or said.person is not None


class _Nearness:
    """1 for the same term, less for one that begins alike: "cuisini" and "cuisin"."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._beginnings = {term: term[: max(_ALIKE, len(term) - 2)] for term in terms if len(term) >= _ALIKE}

    def of(self, term: str, held: frozenset[str]) -> float:
        if term in held:
            return 1.0
        beginning = self._beginnings.get(term)
        if beginning is None:
            return 0.0
        return _NEAR if any(_is_alike(beginning, term, other) for other in held) else 0.0


def _is_alike(beginning: str, term: str, other: str) -> bool:
    if len(other) < _ALIKE:
        return False
    return other.startswith(beginning) and term.startswith(other[: max(_ALIKE, len(other) - 2)])
