"""Ids that hold, whatever a feed's own ids are worth: missing, all equal, used again, or new at each poll.

One reading of a feed must suffice, since nothing of the reading before is at hand. So an entry is known by its link,
which names it in nearly all feeds; by the feed's id where that is the number in a database (a link may be edited, that
number is not) or where the link is no entry's own; by its words where there is neither.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.sources.feeds.addresses import absolute, is_front, lasting

_LONGEST = 500  # characters; a longer one is told by its hash
_NUMBERED = re.compile(r"[?&](?:p|page_id|post_id|id|nid|story_id|aid)=\d{1,9}$|/(?:node|posts?|p|entries)/\d{1,9}/?$")
_TAG = re.compile(r"tag:[^,\s]+,\d{4}(?:-\d\d){0,2}:\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What tells entries apart. url: absolute, "" for none. words: its title, else its text. age: larger is older."""

    guid: str
    url: str
    words: str
    age: float


def ids_of(entries: Sequence[Identity]) -> list[str]:
    """An id for each; the same for two of which nothing differs.

    Of several that would have the same one, the oldest keeps it: it had it before the others came.
    """
    plain = [_plain(entry) for entry in entries]
    oldest: dict[str, int] = {}
    for place in sorted(range(len(entries)), key=lambda place: -entries[place].age):
        oldest.setdefault(plain[place], place)
    guids = _unshared(entry.guid for entry in entries)
    first = [entries[oldest[known]] for known in plain]
    return [
        known if _is_same(entry, kept) else _bounded(f"{known} {_apart(entry, guids)}")
        for entry, known, kept in zip(entries, plain, first, strict=True)
    ]


def _plain(entry: Identity) -> str:
    guid = entry.guid
    has_own_link = bool(entry.url) and not is_front(entry.url)
    if guid and (_TAG.match(guid) or _is_numbered(guid) or not has_own_link) and not _is_front(guid):
        return _bounded(guid)
    if has_own_link:
        return _bounded(lasting(entry.url))
    return _hash(entry.words)


def _is_numbered(guid: str) -> bool:
    return guid.startswith("http") and bool(_NUMBERED.search(guid))


def _is_front(guid: str) -> bool:
    url = absolute(guid, "")
    return bool(url) and is_front(url)


def _is_same(entry: Identity, kept: Identity) -> bool:
    return (entry.guid, entry.url, entry.words) == (kept.guid, kept.url, kept.words)


def _apart(entry: Identity, unshared: frozenset[str]) -> str:
    """What is the entry's own beside that which it shares."""
    if entry.guid in unshared:
        return entry.guid
    return f"{entry.guid} {lasting(entry.url) if entry.url else ''} {_hash(entry.words)}"


def _unshared(guids: Iterable[str]) -> frozenset[str]:
    seen: set[str] = set()
    shared: set[str] = {""}
    for guid in guids:
        (shared if guid in seen else seen).add(guid)
    return frozenset(seen - shared)


def _bounded(text: str) -> str:
    return text if len(text) <= _LONGEST else _hash(text)


def _hash(text: str) -> str:
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
