"""The brief of a story: its articles read, written up and checked, once for all who are told of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.analysis.engine import BriefAsk
from bot.clock import Clock
from bot.errors import BotError, DatabaseBusy, DatabaseUnusable, EngineError, NoSuchPrompt, PromptChanged
from bot.models.article import Article, Kind, Verdict
from bot.models.asker import Asker
from bot.models.brief import Brief, BriefDraft
from bot.models.story import StoryEntry
from bot.models.summary import Options, unwatched
from bot.services.digest.choosing import MOST_READ
from bot.services.digest.recent import Recent
from bot.services.shared.library import Library
from bot.services.shared.side_by_side import side_by_side
from bot.services.shared.together import Together
from bot.services.shared.writing_up import WritingUp

log = logging.getLogger(__name__)

BriefsWritten = WritingUp[BriefAsk, BriefDraft, Brief]

READ_AT_ONCE, WRITTEN_AT_ONCE = 8, 4
ARTICLE_SECONDS = 25.0  # to fetch and read one
STORY_SECONDS = 180.0  # all of a story, with the time that it waits for others
_COMMENTARY = frozenset({Kind.OP_ED, Kind.EDITORIAL, Kind.COLUMN, Kind.ANALYSIS, Kind.LETTER})
_KEPT = timedelta(minutes=15)
_MOST_KEPT = 512  # stories
_MOST_FAILED = 4_096  # addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefed:
    """brief: None where there is none. read: the entries whose articles it cites, in the order of its numbers."""

    brief: Brief | None = None
    read: tuple[StoryEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    entry: StoryEntry
    article: Article


class Briefing:
    """What cannot be read, or not be written up in time, is no failure: then there is no brief."""

    def __init__(self, library: Library, briefs: BriefsWritten, clock: Clock) -> None:
        self._library, self._briefs = library, briefs
        self._making = Together[Briefed]()
        self._made = Recent[tuple[object, ...], Briefed](clock, keep=_KEPT, most=_MOST_KEPT)
        self._failed = Recent[str, bool](clock, keep=_KEPT, most=_MOST_FAILED)
        self._reading = asyncio.Semaphore(READ_AT_ONCE)
        self._writing = asyncio.Semaphore(WRITTEN_AT_ONCE)

    async def brief(self, entries: Sequence[StoryEntry], options: Options, asker: Asker) -> Briefed:
        """Of the first `MOST_READ` entries whose articles can be read. asker: who pays. Raises store errors."""
        key = (tuple(entry.id for entry in entries), options.language)
        if known := self._made.get(key):
            return known
        return await self._making.run(key, lambda: self._within_time(key, entries, options, asker))

    async def _within_time(
        self, key: tuple[object, ...], entries: Sequence[StoryEntry], options: Options, asker: Asker
    ) -> Briefed:
        try:
            async with asyncio.timeout(STORY_SECONDS):
                made = await self._briefed(entries, options, asker)
        except TimeoutError:
            log.warning("a story of %d entries took too long: it is told by its titles", len(entries))
            made = Briefed()
        if not _is_of_this_payer(made.brief):
            self._made.put(key, made)
        return made

    async def _briefed(self, entries: Sequence[StoryEntry], options: Options, asker: Asker) -> Briefed:
        found = await self._found(entries)
        if not found:
            return Briefed()
        ask = BriefAsk(articles=tuple(each.article for each in found), options=options)
        try:
            async with self._writing:
                written = await self._briefs.run(ask, asker, "digest", unwatched)
        except (EngineError, NoSuchPrompt, PromptChanged) as error:
            log.warning("no brief of a story: %s", error, exc_info=error)
            return Briefed()
        brief = written.checked
        stands = brief.event or brief.views
        return Briefed(brief=brief, read=tuple(each.entry for each in found)) if stands else Briefed()

    async def _found(self, entries: Sequence[StoryEntry]) -> list[_Found]:
        """Different articles, in the order of their entries; others are read in the place of those that fail."""
        found: list[_Found] = []
        waiting = list(entries)
        while waiting and len(found) < MOST_READ:
            now, waiting = waiting[: MOST_READ - len(found)], waiting[MOST_READ - len(found) :]
            for one in await side_by_side(map(self._read, now)):
                if one and one.article.content_hash not in {each.article.content_hash for each in found}:
                    found.append(one)
        return found

    async def _read(self, entry: StoryEntry) -> _Found | None:
        if self._failed.get(entry.url):
            return None
        try:
            async with self._reading, asyncio.timeout(ARTICLE_SECONDS):
                article = (await self._library.article(entry.url, unwatched)).article
        except (DatabaseBusy, DatabaseUnusable):
            raise
        except (BotError, TimeoutError) as error:
            log.info("no article for a digest at %s: %s", entry.url, error)
            self._failed.put(entry.url, value=True)
            return None
        if article.verdict is not Verdict.OK:
            self._failed.put(entry.url, value=True)
            return None
        return _known_better(entry, article)


def _known_better(entry: StoryEntry, article: Article) -> _Found:
    """What the feed and the page each tell of the other's: who wrote it, where, and whether it argues."""
    kind = Kind.OP_ED if entry.is_commentary and article.kind is Kind.UNKNOWN else article.kind
    told = replace(
        entry,
        authors=article.authors or entry.authors,
        outlet=entry.outlet or article.site,
        is_commentary=kind in _COMMENTARY or (entry.is_commentary and kind is not Kind.REPORT),
    )
    return _Found(told, replace(article, kind=kind))


def _is_of_this_payer(brief: Brief | None) -> bool:
    """Whether only this server gets it because its own budget is used up."""
    return bool(brief and brief.fallback and brief.fallback.facts.get("scope") == "server")
