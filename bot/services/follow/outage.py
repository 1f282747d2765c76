"""Whether feeds fail, or our own connection does. Pure; moments are on the clock's monotonic scale.

A feed that gives no answer is to blame only if somebody else has answered since it was asked. Nobody is to blame when
nothing at all answers.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from datetime import timedelta

from bot.errors import BotError, Refused, TooSlow, Unreachable

# Longer than that it is not our connection: then nothing that is followed exists any more.
BELIEVED = timedelta(days=3)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)
# Names may lead to private addresses where a network asks for a log-in first.
_NO_ANSWER = (Unreachable, TooSlow, Refused)


def is_no_answer(failure: BotError | None) -> bool:
    """Whether nobody said anything, so that it may have been our own connection."""
    return isinstance(failure, _NO_ANSWER)


class Outage:
    """What is known of our own connection."""

    def __init__(self) -> None:
        self._answered = -math.inf
        self._since: float | None = None
        self._waits = 0

    @property
    def is_on(self) -> bool:
        """Nothing has answered since we found that nothing answers."""
        return self._since is not None

    def answered(self, at: float) -> None:
        """Somebody has said something, at that moment."""
        self._answered, self._since, self._waits = max(at, self._answered), None, 0

    def was_not_ours(self, began: float) -> bool:
        """Whether somebody has answered since that moment."""
        return self._answered >= began

    def is_ours(self, hosts: Collection[str], at: float) -> bool:
        """Whether it is our connection, now that these gave no answer and nothing else did; one alone says nothing."""
        if len(set(hosts)) < 2:
            return self.is_on
        if self._since is None:
            self._since = at
        return at - self._since < BELIEVED.total_seconds()

    def wait(self) -> timedelta:
        """Until it is worth trying again; longer each time."""
        wait: timedelta = _FIRST_WAIT * 2 ** min(self._waits, 10)
        self._waits += 1
        return min(wait, _LONGEST_WAIT)
