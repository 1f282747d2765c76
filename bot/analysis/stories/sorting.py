"""Entries become stories: by themselves where it is plain, else by what a judge says of the pairs that matter most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.analysis.stories.clusters import Clusters, Link
from bot.analysis.stories.field import Field, Places
from bot.models.story import Pair, StoryEntry

# Log-odds. Without a judge a wrong merge is worse than a repeat, so that the better part of what may be right is left.
CAUTIOUS = 0.7
JUDGED = 2.0
_WORTH_ASKING = -5.5  # a yes to one of these is likelier wrong than right, a yes to two of them is not
_SURE = 5.5  # from here on nobody need be asked
_TOUCHED = -3.0
_SAID = 2.9  # what a judge adds who is right in 95 of 100 answers


class Sorting:
    """One sitting over recent entries. Stories that those without a `story_id` may belong to are sorted anew, entry by
    entry: what came first was joined by what was known then. All others stay together.

    said: what judges said of pairs before, by ids. Needs no judge: ask no `questions`, and take `groups` as they are.
    """

    def __init__(self, field: Field, said: Mapping[tuple[int, int], bool] | None = None) -> None:
        self._field = field
        new = [at for at, entry in enumerate(field.entries) if not entry.story_id]
        pairs = set(field.candidates(new))
        self._loose = self._touched(new, pairs)
        pairs |= set(field.candidates(sorted(self._loose.difference(new))))
        self._pairs = {pair: odds for pair in sorted(pairs) if (odds := field.log_odds(*pair)) >= _WORTH_ASKING}
        self._places = {entry.id: at for at, entry in enumerate(field.entries)}
        self._said: dict[Places, float] = {}
        self._take(said or {})
        self._asked = set(self._said)
        self._is_asking = bool(said)

    def questions(self, most: int) -> tuple[Pair, ...]:
        """The pairs of which a judge's word matters most now, none of them twice; () when nothing is left to ask."""
        self._is_asking = True
        clusters = self._joined(JUDGED)
        found: dict[Places, float] = {}
        for pair, weight in (*self._between(clusters), *self._across(clusters)):
            found[pair] = max(weight, found.get(pair, weight))
        best = sorted(found, key=lambda pair: (-found[pair], pair))[:most]
        self._asked.update(best)
        return tuple(Pair(first=self._field.entries[one], second=self._field.entries[other]) for one, other in best)

    def learn(self, pairs: Sequence[Pair], same: Sequence[bool | None]) -> None:
        """What a judge said of them; None for what cannot be used."""
        ids = {(pair.first.id, pair.second.id): said for pair, said in zip(pairs, same, strict=True)}
        self._take({key: said for key, said in ids.items() if said is not None})

    def groups(self) -> tuple[tuple[StoryEntry, ...], ...]:
        """Each entry in one of them, the earliest first."""
        clusters = self._joined(JUDGED if self._said else CAUTIOUS)
        entries = self._field.entries
        return tuple(
            tuple(sorted((entries[at] for at in members), key=lambda entry: (entry.at, entry.id)))
            for members in clusters.members.values()
        )

    def _touched(self, new: Sequence[int], pairs: Iterable[Places]) -> frozenset[int]:
        """The new entries, and all of the stories that they may be about."""
        near = {at for pair in pairs if self._field.log_odds(*pair) > _TOUCHED for at in pair}
        stories = {self._field.entries[at].story_id for at in near} - {0}
        return frozenset(new).union(at for at, entry in enumerate(self._field.entries) if entry.story_id in stories)

    def _take(self, said: Mapping[tuple[int, int], bool]) -> None:
        for (one, other), is_same in said.items():
            if one in self._places and other in self._places:
                a, b = self._places[one], self._places[other]
                self._said[min(a, b), max(a, b)] = _SAID if is_same else -_SAID

    def _joined(self, least: float) -> Clusters:
        together: defaultdict[int, list[int]] = defaultdict(list)
        for at, entry in enumerate(self._field.entries):
            together[-1 - at if at in self._loose else entry.story_id].append(at)
        # Without a judge no two can join of which no pair alone would.
        pairs = {pair for pair, odds in self._pairs.items() if self._is_asking or odds >= least}
        clusters = Clusters(together.values(), pairs.union(self._said), self._field.log_odds, self._said)
        clusters.join(least)
        return clusters

    def _between(self, clusters: Clusters) -> Iterator[tuple[Places, float]]:
        """Of two clusters that may be one, the pair that is likeliest to be about the same event."""
        for _, _, link in clusters.all_links():
            if link.log_odds >= _WORTH_ASKING:
                yield from ((pair, link.log_odds) for pair in self._best_of(link))

    def _across(self, clusters: Clusters) -> Iterator[tuple[Places, float]]:
        """Of two clusters that joined without being sure, the likeliest pair of which nothing was said."""
        for link in clusters.joined:
            if link.log_odds < _SURE:
                yield from ((pair, JUDGED) for pair in self._best_of(link))

    def _best_of(self, link: Link) -> Iterator[Places]:
        left = [pair for pair in link.priors if pair not in self._asked]
        if left:
            yield max(left, key=lambda pair: (link.priors[pair], pair))
