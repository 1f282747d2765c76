"""A following as it stands in the file, together with how its feed fares."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.models.feed import Followed, Health
from bot.store.feed_rows import failure_of, moment

# What `followed` reads; `f` is the following, `d` the feed.
FOLLOWED = """SELECT f.id, f.feed_id, d.url, coalesce(nullif(f.title, ''), d.title) AS title, d.site, f.channel_id,
                     f.include, f.exclude, f.folders, f.is_paused, d.is_gone, d.failures, d.failing_since, d.failure,
                     d.last_entry_at, d.polled_at, d.next_poll_at
              FROM follow f JOIN feed d ON d.id = f.feed_id"""


def json_of(words: Sequence[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)


def _words(value: str) -> tuple[str, ...]:
    return tuple(json.loads(value))


def followed(row: tuple[Any, ...]) -> Followed:
    (
        follow_id, feed_id, url, title, site, channel_id, include, exclude, folders, is_paused, is_gone, failures,
        failing_since, failure, last_entry_at, polled_at, next_poll_at,
    ) = row  # fmt: skip
    return Followed(
        id=follow_id,
        feed_id=feed_id,
        url=url,
        title=title,
        site=site,
        channel_id=channel_id,
        include=_words(include),
        exclude=_words(exclude),
        folders=_words(folders),
        is_paused=bool(is_paused),
        health=_health(is_gone=is_gone, failures=failures, polled_at=polled_at),
        failing_since=moment(failing_since),
        failure=failure_of(failure),
        last_entry_at=moment(last_entry_at),
        polled_at=moment(polled_at),
        next_poll_at=moment(next_poll_at),
    )


def _health(*, is_gone: int, failures: int, polled_at: str | None) -> Health:
    if is_gone:
        return Health.GONE
    if failures:
        return Health.FAILING
    return Health.WELL if polled_at else Health.NEW
