"""Which of the stories that are there each group of entries is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.models.story import Placing, StoryEntry

Groups = Sequence[Sequence[StoryEntry]]


def placings(groups: Groups) -> tuple[Placing, ...]:
    """What has to change so that each group is one story; a story goes on as the group that has most of it.

    Of a story that no group goes on as, the rest moves to where most of it went.
    """
    shares = Counter((at, entry.story_id) for at, group in enumerate(groups) for entry in group if entry.story_id)
    homes = _homes(shares)
    absorbed = defaultdict[int, list[int]](list)
    for story_id in sorted({story_id for _, story_id in shares} - set(homes.values())):
        absorbed[max((count, -at) for (at, each), count in shares.items() if each == story_id)[1]].append(story_id)
    made = (
        Placing(
            story_id=homes.get(at, 0),
            entries=tuple(entry for entry in group if not entry.story_id or entry.story_id != homes.get(at)),
            absorbs=tuple(absorbed[-at]),
        )
        for at, group in enumerate(groups)
    )
    return tuple(placing for placing in made if placing.entries or placing.absorbs)


def _homes(shares: Counter[tuple[int, int]]) -> dict[int, int]:
    """The story of each group that goes on as one."""
    homes: dict[int, int] = {}
    taken = set[int]()
    for at, story_id in sorted(shares, key=lambda each: (-shares[each], each[1], each[0])):
        if at not in homes and story_id not in taken:
            homes[at] = story_id
            taken.add(story_id)
    return homes
