"""Three plain ways to take sentences out of a text: lead, LexRank, TextRank. Own short versions, to compare with."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable

Ranking = Callable[[list[str]], list[int]]

_WORD = re.compile(r"\w{3,}")


def lead(sentences: list[str]) -> list[int]:
    """The first five, in their order."""
    return list(range(min(5, len(sentences))))


def lexrank(sentences: list[str]) -> list[int]:
    """Erkan and Radev 2004, continuous: PageRank over TF-IDF cosines above 0.1; best first."""
    bags = [Counter(_WORD.findall(sentence.lower())) for sentence in sentences]
    holders = Counter(word for bag in bags for word in bag)
    vectors = [{w: n * math.log(len(bags) / holders[w]) for w, n in bag.items()} for bag in bags]

    def similar(one: int, other: int) -> float:
        a, b = vectors[one], vectors[other]
        product = sum(value * b[word] for word, value in a.items() if word in b)
        length = math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
        value = product / length if length else 0.0
        return value if value > 0.1 else 0.0

    return _pagerank(len(sentences), similar)


def textrank(sentences: list[str]) -> list[int]:
    """Mihalcea and Tarau 2004: PageRank over common words by the logarithms of the lengths; best first."""
    bags = [set(_WORD.findall(sentence.lower())) for sentence in sentences]

    def similar(one: int, other: int) -> float:
        length = math.log(len(bags[one]) + 1) + math.log(len(bags[other]) + 1)
        return len(bags[one] & bags[other]) / length if length else 0.0

    return _pagerank(len(sentences), similar)


def _pagerank(size: int, similar: Callable[[int, int], float], damping: float = 0.85, rounds: int = 40) -> list[int]:
    edges = [[similar(i, j) if i != j else 0.0 for j in range(size)] for i in range(size)]
    totals = [sum(row) or 1.0 for row in edges]
    rank = [1.0 / size] * size
    for _ in range(rounds):
        flows = [sum(rank[j] * edges[j][i] / totals[j] for j in range(size)) for i in range(size)]
        rank = [(1 - damping) / size + damping * flow for flow in flows]
    return sorted(range(size), key=lambda i: -rank[i])
