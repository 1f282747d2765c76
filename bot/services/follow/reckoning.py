"""What a visit changes. Pure: how a feed fared before and what the visit brought in; what is to be kept out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.errors import Busy, Gone
from bot.models.feed import Entry, Feed
from bot.models.post import Notice
from bot.services.follow.identity import News, news, stood_of
from bot.services.follow.pacing import TOLD_AFTER, next_poll, next_try, pace_of
from bot.services.follow.visiting import Visit
from bot.store.entries import NewEntry
from bot.store.feed_rows import FeedState

# Of when an entry is seen first, its own date is believed; else it is taken for a mistake of the feed's.
_OLDEST, _NEWEST = timedelta(days=-7), timedelta(hours=1)
GONE_FOR_GOOD = 410


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to be kept of a visit, all of it or nothing. moved_to: "" when the feed stays where it is.

    notice: to the moderators of all who follow it.
    """

    state: FeedState
    entries: tuple[NewEntry, ...] = ()
    moved_to: str = ""
    notice: Notice | None = None


def went_well(visit: Visit, now: datetime, luck: float) -> Change:
    """What a feed says when it is read for the first time is old, unless dated. luck: from 0 to 1, see `pacing`."""
    before, feed = visit.state, visit.feed
    well = replace(
        before,
        validators=visit.validators,
        bodies=visit.bodies,
        is_baseline=False,
        polled_at=now,
        failures=0,
        failing_since=None,
        failure=None,
        told_at=None,
        is_gone=False,
    )
    entries: tuple[NewEntry, ...] = ()
    if feed is not None:
        found = news(feed.entries, stood_of(before.stood))
        well = _with_news(before, well, feed, found, now)
        entries = tuple(_kept(before, feed, entry, key, now) for entry, key in found.entries)
    at = next_poll(pace_of(well.pace), now, fresh_for=visit.fresh_for, luck=luck)
    notice = _notice("feed-back", well) if before.told_at else None
    return Change(state=replace(well, next_poll_at=at), entries=entries, moved_to=visit.moved_to, notice=notice)


def failed(visit: Visit, now: datetime, luck: float) -> Change:
    """It counts as the feed's failure; see `pacing.next_try`. Moderators are told when it has lasted for a day."""
    before, failure = visit.state, visit.failure
    assert failure, "there is one"
    since = before.failing_since or now
    failing = replace(
        before,
        polled_at=now,
        failures=before.failures + 1,
        failing_since=since,
        failure=(failure.kind, dict(failure.facts)),
    )
    if isinstance(failure, Gone) and failure.facts.get("status") == GONE_FOR_GOOD:
        notice = None if before.is_gone else _notice("feed-gone", failing)
        return Change(state=replace(failing, is_gone=True, next_poll_at=None, told_at=now), notice=notice)
    asked = float(failure.facts.get("seconds", 0)) if isinstance(failure, Busy) else None
    pace = pace_of(before.pace)
    at = next_try(pace, now, failures=failing.failures, failing_since=since, asked=asked, luck=luck)
    failing = replace(failing, next_poll_at=at)
    if before.told_at or now - since < TOLD_AFTER:
        return Change(state=failing)
    return Change(state=replace(failing, told_at=now), notice=_notice("feed-failing", failing))


def put_off(visit: Visit, until: datetime) -> Change:
    """Nothing is known of it: it was our own connection."""
    return Change(state=replace(visit.state, next_poll_at=until))


def _with_news(before: FeedState, well: FeedState, feed: Feed, found: News, now: datetime) -> FeedState:
    appeared = _appeared(before, feed, found, now)
    pace = pace_of(before.pace)
    # A feed that never said when it published is reckoned from its first poll on.
    learned = pace.learned(appeared or ([] if pace.times else [now]), feed.ttl, feed.skip_hours)
    latest = appeared if before.last_entry_at is None else [*appeared, before.last_entry_at]
    return replace(
        well,
        title=feed.title or before.title,
        site=feed.site or before.site,
        kind=feed.kind.value,
        language=feed.language or before.language,
        stood=found.stood.to_bytes(),
        pace=learned.to_text(),
        last_entry_at=max(latest, default=None),
    )


def _appeared(before: FeedState, feed: Feed, found: News, now: datetime) -> list[datetime]:
    """When what is new came out; of what is old as well, all that says so."""
    if before.is_baseline:
        return [min(entry.published, now) for entry in feed.entries if entry.published and not _is_future(entry, now)]
    return [min(_believed(entry, now) or now, now) for entry, _ in found.entries]


def _kept(before: FeedState, feed: Feed, entry: Entry, key: bytes, now: datetime) -> NewEntry:
    published = _believed(entry, now)
    return NewEntry(
        feed_id=before.id,
        key=key,
        url=entry.url,
        title=entry.title,
        authors=entry.authors,
        text=entry.summary,
        language=feed.language,
        is_commentary=entry.is_commentary,
        at=published,
        counts_from=published if before.is_baseline else None,
        is_old=before.is_baseline,
    )


def _believed(entry: Entry, now: datetime) -> datetime | None:
    if entry.published is None or _is_future(entry, now) or entry.published - now < _OLDEST:
        return None
    return entry.published


def _is_future(entry: Entry, now: datetime) -> bool:
    return entry.published is not None and entry.published - now > _NEWEST


def _notice(kind: str, state: FeedState) -> Notice:
    """facts: title, url; of a failure its own facts too, and its kind as `failure`."""
    facts = {"title": state.title or state.url, "url": state.url}
    if state.failure is None:
        return Notice(kind=kind, facts=facts)
    failure, its_own = state.failure
    return Notice(kind=kind, facts={**its_own, **facts, "failure": failure})
