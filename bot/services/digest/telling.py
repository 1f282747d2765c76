"""Stories as a digest tells them: the first ones with a brief, the rest by their titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.models.asker import Asker
from bot.models.digest import Source, Told
from bot.models.story import Story, StoryEntry
from bot.models.summary import Options
from bot.services.digest.briefing import Briefed, Briefing
from bot.services.digest.choosing import title_of, to_read
from bot.services.shared.side_by_side import side_by_side

WITH_BRIEF, BY_TITLE = 5, 15  # stories
_SOURCES = 6  # that are named of a story
_ALL_ENTRIES = 1_000  # of one story; it bounds what is noted as told


class Telling:
    """Raises store errors; whatever else fails leaves the titles."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    async def told(self, ranked: Sequence[Story], options: Options, asker: Asker) -> tuple[Told, ...]:
        """The first of these stories, weightiest first; the others are left out. asker: who pays for the briefs."""
        first, rest = ranked[:WITH_BRIEF], ranked[WITH_BRIEF : WITH_BRIEF + BY_TITLE]
        made = await side_by_side(self._briefing.brief(to_read(story), options, asker) for story in first)
        told = [_told(story, briefed) for story, briefed in zip(first, made, strict=True)]
        return (*told, *(_told(story, Briefed()) for story in rest))


def _told(story: Story, briefed: Briefed) -> Told:
    read = [_source(entry, n) for n, entry in enumerate(briefed.read, 1)]
    others = [_source(entry, 0) for entry in _of_other_outlets(story.entries, briefed.read)]
    return Told(
        story_id=story.id,
        title=title_of(story),
        sources=(*read, *others)[:_SOURCES],
        entry_ids=tuple(entry.id for entry in story.entries[:_ALL_ENTRIES]),
        brief=briefed.brief,
        is_update=story.is_update,
    )


def _of_other_outlets(entries: Iterable[StoryEntry], read: Iterable[StoryEntry]) -> list[StoryEntry]:
    """One of each, the reports first; an outlet of which an article was read is named already."""
    known = {entry.id for entry in read}
    first_read = sorted(entries, key=lambda entry: (entry.id not in known, entry.is_commentary))
    found: dict[str | int, StoryEntry] = {}
    for entry in first_read:
        found.setdefault(entry.outlet or entry.feed_id, entry)
    return [entry for entry in found.values() if entry.id not in known]


def _source(entry: StoryEntry, n: int) -> Source:
    return Source(
        n=n,
        title=entry.title,
        url=entry.url,
        outlet=entry.outlet,
        authors=entry.authors,
        is_commentary=entry.is_commentary,
        at=entry.at,
    )
