"""Feeds that wait for their turn, so that a host with many feeds, or a slow one, does not hold up all others. Pure."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from urllib.parse import urlsplit

from bot.store.feed_rows import FeedState

PLACES = 4  # of one host, at once


class Lanes:
    """A lane for each host, served in turn; one of which `PLACES` feeds are out waits for one of them to be back."""

    def __init__(self) -> None:
        self._lanes = dict[str, deque[FeedState]]()
        self._out = Counter[str]()
        self._ready = deque[str]()  # hosts with something in line and a free place, each once
        self._waiting = 0

    def __len__(self) -> int:
        """How many wait."""
        return self._waiting

    def ids(self) -> list[int]:
        """Of those that wait."""
        return [state.id for lane in self._lanes.values() for state in lane]

    def add(self, states: Iterable[FeedState]) -> None:
        """At the end of their lanes."""
        for state in states:
            host = host_of(state.url)
            lane = self._lanes.setdefault(host, deque())
            lane.append(state)
            self._waiting += 1
            if len(lane) == 1 and self._out[host] < PLACES:
                self._ready.append(host)

    def take(self) -> FeedState | None:
        """The next one that may be asked now. Its place is taken until it is `back`."""
        if not self._ready:
            return None
        host = self._ready.popleft()
        state = self._lanes[host].popleft()
        self._waiting -= 1
        self._out[host] += 1
        if not self._lanes[host]:
            del self._lanes[host]
        elif self._out[host] < PLACES:
            self._ready.append(host)
        return state

    def back(self, state: FeedState) -> None:
        """Its place is free."""
        host = host_of(state.url)
        was_full = self._out[host] >= PLACES
        self._out[host] -= 1
        if not self._out[host]:
            del self._out[host]
        if was_full and host in self._lanes:
            self._ready.append(host)


def host_of(url: str) -> str:
    """Host and port; of what is no address, all of it."""
    try:
        return urlsplit(url).netloc.lower() or url
    except ValueError:
        return url
