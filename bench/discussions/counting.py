"""Tokens, what of them an endpoint would have had in its prefix cache, and whether a prompt holds what is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import tiktoken

from bench.discussions.rooms import Probe

CACHED_PRICE = 0.1  # of a token that was not in the cache
Ids = np.ndarray[tuple[int], np.dtype[np.uint32]]


class Counting:
    """Token ids by one encoding; those of a piece of text are remembered."""

    def __init__(self, encoding: tiktoken.Encoding) -> None:
        self._encoding = encoding
        self.ids = lru_cache(4_096)(self._ids)

    def _ids(self, text: str) -> Ids:
        return np.array(self._encoding.encode_ordinary(text), dtype=np.uint32)

    def of_pieces(self, pieces: Sequence[str]) -> Ids:
        """A prompt put together of pieces; where two meet a token may be counted twice."""
        return np.concatenate([self.ids(piece) for piece in pieces])


def flat(text: str) -> str:
    """White space is not what a needle is about."""
    return " ".join(text.split())


def holds(prompt: str, probe: Probe) -> bool:
    """Whether everything that the probe needs stands there."""
    there = flat(prompt)
    return all(flat(need.needle) in there for need in probe.needs)


def _common(one: Ids, other: Ids) -> int:
    length = min(len(one), len(other))
    different = np.flatnonzero(one[:length] != other[:length])
    return int(different[0]) if len(different) else length


@dataclass(slots=True)
class Tally:
    """What one way of making prompts has cost and found, over all rooms."""

    asked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    questions: int = 0
    tokens: int = 0
    cached: int = 0
    later_tokens: int = 0  # of all but the first question of a room
    longest: int = 0
    _earlier: list[Ids] = field(default_factory=list)

    def begin_room(self) -> None:
        """No prompt of one room helps another."""
        self._earlier.clear()

    def add(self, ids: Ids) -> None:
        """One prompt, after all the earlier ones of its room."""
        self.questions += 1
        self.tokens += len(ids)
        self.longest = max(self.longest, len(ids))
        self.cached += max((_common(ids, earlier) for earlier in self._earlier), default=0)
        self.later_tokens += len(ids) if self._earlier else 0
        self._earlier.append(ids)

    def probe(self, probe: Probe, is_there: bool) -> None:
        """What was needed for one question, and whether it was there."""
        self.asked[probe.kind] += 1
        self.found[probe.kind] += is_there

    def merge(self, other: Tally) -> None:
        """With those of another set."""
        self.asked += other.asked
        self.found += other.found
        self.questions += other.questions
        self.tokens += other.tokens
        self.cached += other.cached
        self.later_tokens += other.later_tokens
        self.longest = max(self.longest, other.longest)

    @property
    def recall(self) -> float:
        return self.found.total() / max(1, self.asked.total())

    @property
    def each(self) -> float:
        """Tokens a question."""
        return self.tokens / max(1, self.questions)

    @property
    def share(self) -> float:
        """Of the prompts from the second question on, what an earlier one of the room began with."""
        return self.cached / max(1, self.later_tokens)

    @property
    def cost(self) -> float:
        """A question, in tokens that were not cached."""
        return (self.tokens - (1 - CACHED_PRICE) * self.cached) / max(1, self.questions)
