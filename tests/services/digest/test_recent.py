"""What was found out a moment ago."""

from __future__ import annotations

from datetime import timedelta

from bot.services.digest.recent import Recent
from tests.clocks import ManualClock

MINUTE = timedelta(minutes=1)


def recent(clock: ManualClock, most: int = 3) -> Recent[str, int]:
    return Recent(clock, keep=MINUTE, most=most)


async def test_it_is_known_for_a_while(clock: ManualClock) -> None:
    known = recent(clock)
    known.put("a", 1)
    await clock.advance(59)
    assert known.get("a") == 1
    await clock.advance(1)
    assert known.get("a") is None


def test_nothing_is_known_of_the_rest(clock: ManualClock) -> None:
    assert recent(clock).get("a") is None


def test_the_oldest_gives_place(clock: ManualClock) -> None:
    known = recent(clock)
    for number, key in enumerate("abcad"):
        known.put(key, number)
    assert [known.get(key) for key in "abcd"] == [3, None, 2, 4]
