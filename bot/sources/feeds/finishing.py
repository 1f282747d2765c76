"""From a feed as it is written to a Feed: plain texts, absolute addresses, ids that hold, moments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.models.feed import Entry, Feed
from bot.sources.feeds.addresses import absolute
from bot.sources.feeds.commentary import argues, is_of_commentary
from bot.sources.feeds.dates import moment
from bot.sources.feeds.ids import Identity, ids_of
from bot.sources.feeds.people import names
from bot.sources.feeds.raw import ENTRIES, RawEntry, RawFeed, Text
from bot.sources.feeds.texts import plain

TITLE = 300  # characters
SUMMARY = 1_000
_LABEL = 100
_LABELS = 20
_TELLING = 100  # characters; of a shorter summary the whole text says more
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")


def finished(raw: RawFeed, url: str) -> Feed:
    """At most `ENTRIES` entries: the latest ones, in the feed's order. url: where the feed was found, "" for a file."""
    site = absolute(raw.site, raw.base or url)
    language = raw.language.strip().replace("_", "-")
    language = language if _LANGUAGE.match(language) else ""
    feed = Feed(
        url=url,
        title=plain(raw.title, TITLE),
        site=site,
        kind=raw.kind,
        language=language,
        ttl=raw.ttl,
        skip_hours=raw.skip_hours,
    )
    return replace(feed, entries=_entries(feed, _latest(raw.entries, language), raw.base or url or site))


def _latest(entries: Sequence[RawEntry], language: str) -> Sequence[RawEntry]:
    """The first ones, unless the feed begins with the oldest."""
    if len(entries) <= ENTRIES:
        return entries
    first, last = _published(entries[0], language), _published(entries[-1], language)
    return entries[-ENTRIES:] if first and last and first < last else entries[:ENTRIES]


def _entries(feed: Feed, written: Sequence[RawEntry], base: str) -> tuple[Entry, ...]:
    found = [_entry(raw, base, feed.language) for raw in written]
    dates = [entry.published for entry in found]
    ages = [-at.timestamp() for at in dates if at]
    if len(ages) < len(found):
        ages = [float(place) for place in range(len(found))]
    identities = [
        Identity(guid=raw.guid.strip(), url=entry.url, words=entry.title or entry.summary, age=age)
        for raw, entry, age in zip(written, found, ages, strict=True)
    ]
    is_all = is_of_commentary(feed)
    unique: dict[str, Entry] = {}
    for known, entry in zip(ids_of(identities), found, strict=True):
        if known not in unique:
            unique[known] = replace(entry, id=known, is_commentary=is_all or argues(entry))
    return tuple(unique.values())


def _entry(raw: RawEntry, base: str, language: str) -> Entry:
    """Without its id, for which all the others must be known."""
    return Entry(
        id="",
        url=absolute(raw.link, raw.base or base),
        title=plain(raw.title, TITLE),
        authors=names(raw.authors),
        published=_published(raw, language),
        summary=_summary(raw),
        labels=_labels(raw.labels),
    )


def _published(raw: RawEntry, language: str) -> datetime | None:
    return next((at for text in raw.dates if (at := moment(text, language))), None)


def _summary(raw: RawEntry) -> str:
    """The first summary that says something; a longer one where that is short."""
    best = ""
    for text in raw.summaries:
        said = plain(text, SUMMARY)
        if len(said) > len(best):
            best = said
        if len(best) >= _TELLING:
            break
    return best


def _labels(written: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for text in written[:_LABELS] if (label := plain(Text(text), _LABEL))))
