"""What was found out a moment ago, so that nobody has to find it out again at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.clock import Clock

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """At most `most` values, each for `keep`; the oldest goes first."""

    def __init__(self, clock: Clock, *, keep: timedelta, most: int) -> None:
        self._clock, self._keep, self._most = clock, keep, most
        self._values: OrderedDict[K, tuple[datetime, V]] = OrderedDict()

    def get(self, key: K) -> V | None:
        """None for what was not found out, or too long ago; also when the clock was set back since."""
        known = self._values.get(key)
        if known is None:
            return None
        at, value = known
        return value if timedelta(0) <= self._clock.now() - at < self._keep else None

    def put(self, key: K, value: V) -> None:
        """As of now."""
        self._values[key] = self._clock.now(), value
        self._values.move_to_end(key)
        if len(self._values) > self._most:
            self._values.popitem(last=False)
