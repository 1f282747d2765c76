"""Workers while the bot is in Discord."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.ui.running import Running
from tests.clocks import ManualClock, turn


async def test_each_goes_on_by_itself_until_all_are_closed(clock: ManualClock) -> None:
    told = list[str]()

    async def well(now: datetime) -> datetime:
        told.append("well")
        return now + timedelta(seconds=10)

    async def ill(now: datetime) -> datetime:
        raise ValueError

    async def landed() -> None:
        told.append("landed")

    running = Running({"well": well, "ill": ill}, clock, landed)
    running.start()
    await turn(5)
    await clock.advance(10)
    assert told == ["well", "well"]
    assert set(running.health.failing()) == {"ill"}
    await running.close()
    await clock.advance(100)
    assert told == ["well", "well", "landed"]


async def test_what_was_never_started_can_be_closed(clock: ManualClock) -> None:
    async def landed() -> None:
        return

    await Running({}, clock, landed).close()
