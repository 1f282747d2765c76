"""What makes a request conditional, and for how long an answer holds. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.models.feed import Validators

_LONGEST = 500  # characters of a validator; what is longer is not sent back
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?([0-9]{1,10})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[,\s])(?:no-cache|no-store)\b", re.IGNORECASE)


def headers(known: Validators) -> dict[str, str]:
    """Those of a request that is answered with a body only when something changed."""
    said = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in said.items() if value}


def validators(said: Mapping[str, str], before: Validators) -> Validators:
    """What an answer gave to make the next request conditional by; `before` holds for what it did not give."""
    return Validators(
        etag=_sendable(said.get("ETag", "")) or before.etag,
        last_modified=_sendable(said.get("Last-Modified", "")) or before.last_modified,
    )


def fresh_for(said: Mapping[str, str], now: datetime) -> float | None:
    """Seconds for which an answer says that it stays as it is (RFC 9111, 4.2), None when it does not say so."""
    control = said.get("Cache-Control", "")
    if _NOT_KEPT.search(control):
        return None
    if found := _MAX_AGE.search(control):
        return max(0.0, float(found[1]) - _age(said))
    expires = _date(said.get("Expires", ""))
    if expires is None:
        return None
    sent = _date(said.get("Date", "")) or now
    return max(0.0, (expires - sent).total_seconds() - _age(said))


def _sendable(value: str) -> str:
    """A header of ours holds printable ASCII only."""
    return value if len(value) <= _LONGEST and value.isascii() and value.isprintable() else ""


def _age(said: Mapping[str, str]) -> float:
    text = said.get("Age", "").strip()
    return float(text[:9]) if text.isascii() and text.isdigit() else 0.0


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
