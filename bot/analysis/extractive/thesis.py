"""The sentence that states what the author claims, and the sentences that carry the claim."""

from __future__ import annotations

import math

from bot.analysis.extractive import weight
from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.weights import POINT, POINT_BASE, THESIS, score

_BEST = 3


def candidates(passage: Passage) -> list[int]:
    """Indices of all lines, the likeliest thesis first."""
    return sorted(range(len(passage.lines)), key=lambda i: -score(passage.signals[i], THESIS))


def worths(passage: Passage) -> list[float]:
    """How likely each line is one of the text's key points, 0 to 1.

    What reads like a thesis, or shares its words with the best of them, is likely a key point too.
    """
    rarity = weight.rarities(passage.lines)
    vectors = [weight.vector(line.stems, rarity) for line in passage.lines]
    theses = candidates(passage)[:_BEST]
    about = weight.centre(vectors[i] for i in theses)
    claims = weight.ranks([score(seen, THESIS) for seen in passage.signals])
    found = []
    for index, seen in enumerate(passage.signals):
        near = 0.0 if index in theses else min(1.0, 3 * weight.cosine(vectors[index], about))
        total = POINT_BASE + score(seen | {"claims": claims[index], "near_thesis": near}, POINT)
        found.append(1 / (1 + math.exp(-total)))
    return found
