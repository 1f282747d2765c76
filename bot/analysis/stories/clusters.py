"""Entries join step by step: always the two clusters that most likely are about the same event."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.analysis.stories.field import Places
from bot.analysis.stories.likeness import CERTAIN

Prior = Callable[[int, int], float]

# One striking pair must not join two clusters whose other members have nothing in common: chains of such pairs make one
# story out of a day. So the mean over the pairs counts for more than the best of them.
_BEST = 0.3
_TWO_EVENTS = 0.4
_ENOUGH = 48  # pairs between two clusters, of which the mean is taken where there are more


@dataclass(slots=True)
class Link:
    """What is known between two clusters. priors: of pairs across. said: log-odds that judges added."""

    priors: dict[Places, float] = field(default_factory=dict)
    said: float = 0.0

    @property
    def log_odds(self) -> float:
        """That both are about the same event."""
        known = self.priors.values()
        return _BEST * max(known) + (1 - _BEST) * sum(known) / len(known) + self.said


class Clusters:
    """starts: places of entries that belong together. pairs: those worth looking at. said: by judges, as log-odds."""

    def __init__(
        self, starts: Iterable[Sequence[int]], pairs: Iterable[Places], prior: Prior, said: Mapping[Places, float]
    ) -> None:
        self._prior = prior
        self.members = {min(start): list(start) for start in starts}
        self._plain: dict[int, float] = {}  # log-odds of the least sure of the steps by which a cluster grew
        self.joined: list[Link] = []  # what was known between two clusters when they became one
        self.links: dict[int, dict[int, Link]] = {name: {} for name in self.members}
        home = {place: name for name, members in self.members.items() for place in members}
        for pair in pairs:
            one, other = (home[place] for place in pair)
            if one != other:
                link = self.links[one].setdefault(other, Link())
                self.links[other][one] = link
                link.priors[pair] = prior(*pair)
                link.said += said.get(pair, 0.0)
        for one, other, link in self.all_links():
            self._complete(one, other, link)

    def all_links(self) -> Iterator[tuple[int, int, Link]]:
        """Each once."""
        for one, links in self.links.items():
            yield from ((one, other, link) for other, link in links.items() if one < other)

    def join(self, least: float) -> None:
        """Until no two are left for which the log-odds are `least`."""
        heap = [(-self._odds(one, other), one, other) for one, other, _ in self.all_links()]
        heapq.heapify(heap)
        while heap and -heap[0][0] >= least:
            odds, one, other = heapq.heappop(heap)
            if other not in self.links.get(one, {}) or self._odds(one, other) != -odds:
                continue  # one of them has joined another meanwhile
            self._absorb(one, other)
            for neighbour in self.links[one]:
                heapq.heappush(heap, (-self._odds(one, neighbour), min(one, neighbour), max(one, neighbour)))

    def _odds(self, one: int, other: int) -> float:
        """Of two clusters that are each plain in themselves, and not so plain together, less than their link's."""
        odds = self.links[one][other].log_odds
        if self.links[one][other].said:
            return odds
        plain = min(self._plain.get(one, odds), self._plain.get(other, odds))
        return odds - _TWO_EVENTS * max(0.0, plain - odds)

    def _absorb(self, one: int, other: int) -> None:
        link = self.links[one][other]
        self.joined.append(link)
        self._plain[one] = min(link.log_odds, *(self._plain.get(each, CERTAIN) for each in (one, other)))
        self.members[one] += self.members.pop(other)
        for neighbour, beside in self.links.pop(other).items():
            del self.links[neighbour][other]
            if neighbour != one:
                known = self.links[one].setdefault(neighbour, Link())
                self.links[neighbour][one] = known
                known.priors |= beside.priors
                known.said += beside.said
        for neighbour, link in self.links[one].items():
            self._complete(one, neighbour, link)

    def _complete(self, one: int, other: int, link: Link) -> None:
        """Pairs that nobody thought worth looking at count as well."""
        for place in reversed(self.members[one]):
            for beside in reversed(self.members[other]):
                if len(link.priors) >= _ENOUGH:
                    return
                pair = (min(place, beside), max(place, beside))
                if pair not in link.priors:
                    link.priors[pair] = self._prior(*pair)
