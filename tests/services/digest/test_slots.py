"""From a schedule to the outbox: each slot once, whatever happens beside it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import Unreachable
from bot.models.digest import WhenEmpty
from bot.store.database import open_store
from tests.clocks import START, ManualClock
from tests.services.digest.house import HOUR, THERE, House
from tests.store.files import change, rows


async def test_each_day_has_one(house: House) -> None:
    await house.schedule("09:00")
    await house.until("27 08:00")
    assert house.slots() == [(f"2026-11-{day}", "sent", "") for day in (24, 25, 26)]
    assert house.sent == 3


async def test_a_digest_tells_of_the_time_since_the_last_one(house: House) -> None:
    await house.schedule("09:00")
    await house.until("25 09:00")
    (_, since, until, is_late), second = house.composer.asked
    assert (since, until) == (START - timedelta(hours=23), START + timedelta(hours=1))
    assert second[1] == until
    assert not is_late


async def test_of_a_longer_time_the_latest_days_are_told(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00", days=frozenset({1}))
    await house.until("24 09:00")
    await clock.advance(7 * 24 * HOUR)
    await house.step()
    *_, (_, since, until, _) = house.composer.asked
    assert until - since == timedelta(days=3)


@pytest.mark.parametrize(
    ("away", "slots", "late"),
    [
        pytest.param(1, [("2026-11-24", "sent", "")], [False], id="a second"),
        pytest.param(5 * HOUR, [("2026-11-24", "sent", "")], [True], id="some hours"),
        pytest.param(7 * HOUR, [("2026-11-24", "skipped", "away")], [], id="too long"),
        pytest.param(
            26 * HOUR, [("2026-11-24", "skipped", "away"), ("2026-11-25", "sent", "")], [True], id="a day and more"
        ),
        pytest.param(
            73 * HOUR, [(f"2026-11-{day}", "skipped", "away") for day in (24, 25, 26)] + [("2026-11-27", "sent", "")],
            [True], id="days: one digest, not one a day",
        ),
    ],
)  # fmt: skip
async def test_after_a_time_away_the_latest_slot_is_made_up_for(
    house: House, clock: ManualClock, away: float, slots: list[object], late: list[bool]
) -> None:
    await house.schedule("09:00")
    await house.step()
    await clock.advance(HOUR + away)
    house.restart()
    await house.step()
    assert house.slots() == slots
    assert [is_late for *_, is_late in house.composer.asked] == late
    marked = rows(house.store._reader.path, "SELECT is_late FROM digest WHERE state = 'sent'")
    assert [bool(is_late) for (is_late,) in marked] == late, "and it is shown so"
    assert house.sent == len(late)


async def test_a_zone_whose_date_is_another_has_that_dates_slot(house: House) -> None:
    await house.schedule("09:00", "Pacific/Kiritimati")
    await house.until("25 08:00")
    assert [day for day, *_ in house.slots()] == ["2026-11-25"]


@pytest.mark.parametrize(
    ("when_empty", "state", "sent"), [(WhenEmpty.NOTHING, "empty", 0), (WhenEmpty.LINE, "sent", 1)]
)
async def test_an_empty_day(house: House, when_empty: WhenEmpty, state: str, sent: int) -> None:
    house.composer.stories = 0
    await house.schedule("09:00", when_empty=when_empty)
    await house.until("24 10:00")
    assert [state for _, state, _ in house.slots()] == [state]
    assert house.sent == sent


async def test_the_clock_set_back_gives_no_date_a_second(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00")
    await house.until("24 09:30")
    clock._start -= timedelta(hours=3)
    house.restart()
    await house.until("24 12:00")
    assert house.sent == 1


async def test_rules_that_change_between_planning_and_running(house: House, clock: ManualClock, path: Path) -> None:
    """`next_at` was reckoned by other rules: an hour early, an hour late."""
    await house.schedule("09:00")
    for wrong in ("2026-11-24T08:00:00+00:00", "2026-11-24T23:00:00+00:00"):
        change(path, "UPDATE schedule SET next_at = ?", wrong)
        house.restart()
        await house.step()
        assert house.slots() == []
    await house.until("24 09:00")
    assert house.sent == 1


async def test_two_processes_on_one_file_plan_and_send_once(house: House, clock: ManualClock, path: Path) -> None:
    async with open_store(path, clock) as other:
        second = House(other, clock, house.composer)
        second.discord = house.discord
        await house.schedule("09:00")
        await clock.advance(HOUR)
        for _ in range(3):
            await house.digest.plan_step(clock.now())
            await second.digest.plan_step(clock.now())
            await house.digest.issue_step(clock.now())
            await second.digest.issue_step(clock.now())
            await house.digest.settled()
            await second.digest.settled()
            await house.outbox.step(clock.now(), house.discord)
            await second.outbox.step(clock.now(), house.discord)
            await house.outbox.settled()
            await second.outbox.settled()
            await clock.advance(1)
    assert house.slots() == [("2026-11-24", "sent", "")]
    assert (house.sent, len(house.discord.tries)) == (1, 1)


async def test_killed_while_it_is_composed_it_is_composed_again(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00")
    await clock.advance(HOUR)
    await house.digest.plan_step(clock.now())
    house.restart()
    await clock.advance(30)
    await house.step()
    assert house.slots() == [("2026-11-24", "sent", "")]
    assert house.sent == 1


async def test_a_channel_that_cannot_be_composed_holds_up_no_other_and_is_tried_again(
    house: House, clock: ManualClock
) -> None:
    await house.schedule("09:00")
    await house.schedule("09:00", channel_id=THERE)
    house.composer.failures = [Unreachable(site="x"), Unreachable(site="x")]
    await clock.advance(HOUR)
    await house.step()
    assert house.sent == 0
    await house.until("24 09:04", every=60)
    assert (house.sent, len(house.composer.asked)) == (0, 2)
    await house.until("24 09:06", every=60)
    assert house.sent == 2


async def test_a_digest_that_could_not_be_composed_in_time_is_dropped_and_moderators_told(
    house: House, clock: ManualClock
) -> None:
    await house.schedule("09:00")
    house.composer.failures = [Unreachable(site="x") for _ in range(200)]
    await house.until("24 16:00")
    assert house.slots() == [("2026-11-24", "dropped", "too-late")]
    assert [message.channel_id for message in house.discord.messages] == [30]
    house.composer.failures = []
    await house.until("25 09:00")
    assert house.composer.asked[-1][1] == START - timedelta(hours=23), "what was not told is told now"
