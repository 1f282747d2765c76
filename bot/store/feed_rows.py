"""A feed's row: how it fares, as polling knows it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.models.feed import Validators

Failure = tuple[str, Mapping[str, str | int | float]]  # kind and facts of a BotError


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of a feed from its polls.

    bodies: hashes of the bodies that were read last; stood: keys of entries that stood in it; both as `services.follow`
    packs them. is_baseline: its next entries are old unless dated. pace: JSON, see `services.follow.pacing`. told_at:
    since when moderators know that it fails.
    """

    id: int
    url: str
    title: str = ""
    site: str = ""
    kind: str = ""
    language: str = ""
    validators: Validators = field(default_factory=Validators)
    bodies: bytes = b""
    stood: bytes = b""
    is_baseline: bool = True
    pace: str = "{}"
    next_poll_at: datetime | None = None
    polled_at: datetime | None = None
    last_entry_at: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    failure: Failure | None = None
    told_at: datetime | None = None
    is_gone: bool = False


# What `state` reads.
COLUMNS = """id, url, title, site, kind, language, etag, last_modified, body, stood, baseline, pace, next_poll_at,
              polled_at, last_entry_at, failures, failing_since, failure, told_at, is_gone"""


def state(row: Sequence[Any]) -> FeedState:
    """From the values of `COLUMNS`."""
    (feed_id, url, title, site, kind, language, etag, modified, bodies, stood, baseline, pace, next_at, polled_at,
     last_at, failures, since, failure, told_at, is_gone) = row  # fmt: skip
    return FeedState(
        id=feed_id, url=url, title=title, site=site, kind=kind, language=language,
        validators=Validators(etag=etag, last_modified=modified), bodies=bodies or b"", stood=stood,
        is_baseline=bool(baseline), pace=pace, next_poll_at=moment(next_at), polled_at=moment(polled_at),
        last_entry_at=moment(last_at), failures=failures, failing_since=moment(since), failure=failure_of(failure),
        told_at=moment(told_at), is_gone=bool(is_gone),
    )  # fmt: skip


def values(one: FeedState) -> tuple[object, ...]:
    """Those of `COLUMNS` but for the address, the id last."""
    failure = json.dumps([one.failure[0], dict(one.failure[1])]) if one.failure else None
    return (
        one.title, one.site, one.kind, one.language, one.validators.etag, one.validators.last_modified,
        one.bodies, one.stood, one.is_baseline, one.pace, _text(one.next_poll_at), _text(one.polled_at),
        _text(one.last_entry_at), one.failures, _text(one.failing_since), failure, _text(one.told_at),
        one.is_gone, one.id,
    )  # fmt: skip


def failure_of(text: str | None) -> Failure | None:
    """As the file has it; None for NULL."""
    if text is None:
        return None
    kind, facts = json.loads(text)
    return kind, facts


def moment(text: str | None) -> datetime | None:
    """As the file has it; None for NULL."""
    return datetime.fromisoformat(text) if text else None


def _text(when: datetime | None) -> str | None:
    return when.isoformat() if when else None
