"""Of what a channel may be told: which entries, as which stories, and which articles of a story are read. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from bot.models.feed import Followed
from bot.models.story import Story, StoryEntry
from bot.services.digest.words import Has, having

MOST_READ = 3  # articles of a story
_SPARE = 2  # more that take the place of those that cannot be read
_TITLES = 50  # that are looked at for one that tells the event


def allowed(entries: Iterable[StoryEntry], follows: Iterable[Followed]) -> tuple[StoryEntry, ...]:
    """Those that have a word that their feed's follow includes, if it names any, and none that it excludes."""
    admits = {follow.feed_id: _admits(follow) for follow in follows}
    return tuple(entry for entry in entries if entry.feed_id not in admits or admits[entry.feed_id](entry))


def _admits(follow: Followed) -> Has:
    includes, excludes = having(follow.include), having(follow.exclude)
    return lambda entry: (not follow.include or includes(entry)) and not excludes(entry)


def stories_of(entries: Iterable[StoryEntry], told: Collection[int] = ()) -> tuple[Story, ...]:
    """Entries by their story; one that is in none is a story of its own, without an id. told: ids of stories."""
    found: defaultdict[tuple[int, int], list[StoryEntry]] = defaultdict(list)
    for entry in entries:
        found[entry.story_id, 0 if entry.story_id else entry.id].append(entry)
    return tuple(
        Story(id=story_id, entries=tuple(sorted(group, key=_earlier)), is_update=bool(story_id) and story_id in told)
        for (story_id, _), group in found.items()
    )


def _earlier(entry: StoryEntry) -> tuple[float, int]:
    return entry.at.timestamp(), entry.id


def to_read(story: Story) -> tuple[StoryEntry, ...]:
    """What is worth reading, the first `MOST_READ` and a few in their place: commentary, of many outlets, first.

    The last place is a report's, where there is one: it tells best what happened.
    """
    linked = sorted((entry for entry in story.entries if entry.url), key=lambda entry: not entry.is_commentary)
    by_outlet: dict[str | int, StoryEntry] = {}
    for entry in linked:
        by_outlet.setdefault(entry.outlet or entry.feed_id, entry)
    leading = {entry.id for entry in by_outlet.values()}
    spread = [*by_outlet.values(), *(entry for entry in linked if entry.id not in leading)]
    commentary = [entry for entry in spread if entry.is_commentary]
    reports = [entry for entry in spread if not entry.is_commentary]
    first = [*commentary[: MOST_READ - 1], *reports[:1]] if reports else commentary[:MOST_READ]
    rest = [entry for entry in (*commentary, *reports) if entry not in first]
    return (*first, *rest)[: MOST_READ + _SPARE]


def title_of(story: Story) -> str:
    """What the event is called: a report's title before a commentary's, and the one most like all the others."""
    titled = [entry for entry in story.entries if entry.title.strip()][:_TITLES]
    words = [frozenset(entry.title.casefold().split()) for entry in titled]

    def fit(at: int) -> tuple[bool, float, int]:
        """Greatest for the best; of equals for the earliest."""
        return not titled[at].is_commentary, _likeness(words[at], words), -at

    return titled[max(range(len(titled)), key=fit)].title if titled else ""


def _likeness(one: frozenset[str], all_of_them: Sequence[frozenset[str]]) -> float:
    return sum(len(one & other) / len(one | other) for other in all_of_them)
